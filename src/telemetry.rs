//! Log lines on standard error.

pub(crate) mod gateway_log;
pub(crate) mod metrics;

use std::io::IsTerminal;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, FilterFn};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{LogFormat, LogSettings};
use gateway_log::TraceReader;

/// Writes traces to standard error from here on, in colour only on a terminal. `NO_COLOR` switches
/// colour off.
///
/// Does nothing if another subscriber receives the traces already, as in a test.
pub fn start(settings: &LogSettings) {
    // The settings check the filter. If it is invalid all the same, show errors.
    let wanted = EnvFilter::try_new(&settings.filter).unwrap_or_default();
    let shown = wanted.and(FilterFn::new(is_discreet));
    let lines = fmt::layer().with_writer(std::io::stderr);
    let lines = match settings.format {
        LogFormat::Text => lines.with_ansi(colours()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    let gateway_log = TraceReader.with_filter(FilterFn::new(TraceReader::is_relevant));
    let started = tracing_subscriber::registry()
        .with(lines.with_filter(shown))
        .with(gateway_log)
        .try_init();
    drop(started);
}

/// Libraries whose lines are hidden: they print whole messages that can't be parsed, and each
/// letter of a name for which a picture uses another font.
const HIDDEN_TARGETS: [&str; 4] = ["serenity::gateway", "usvg", "resvg", "fontdb"];

/// Whether a trace can't contain what people wrote or a token, whatever the operator's filter
/// allows.
///
/// Our own lines never contain them. Libraries print whole messages and requests at detailed levels
/// and in spans. serenity's gateway does so even in a warning about a message that it can't parse.
/// [`gateway_log`] logs the rest of what the gateway reports in our words.
fn is_discreet(traced: &Metadata<'_>) -> bool {
    let target = traced.target();
    let ours = target.split("::").next() == Some(env!("CARGO_PKG_NAME"));
    let in_brief = traced.is_event() && *traced.level() <= Level::INFO;
    ours || (in_brief && !HIDDEN_TARGETS.iter().any(|it| target.starts_with(it)))
}

/// A problem that repeats with every try. It is logged when it begins and when it ends.
#[derive(Debug, Default)]
pub(crate) struct OngoingProblem {
    is_logged: bool,
}

impl OngoingProblem {
    /// The problem happened. Returns whether it is new.
    pub(crate) fn begins(&mut self) -> bool {
        !std::mem::replace(&mut self.is_logged, true)
    }

    /// The problem did not happen. Returns whether it just ended.
    pub(crate) fn ends(&mut self) -> bool {
        std::mem::take(&mut self.is_logged)
    }
}

fn colours() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !refused
}

/// Returns an error and its causes on one line, for operators. A cause that an error already
/// repeats appears once.
#[must_use]
pub fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes
        .map(ToString::to_string)
        .fold(error.to_string(), |text, cause| {
            if text.ends_with(&cause) {
                text
            } else {
                format!("{text}: {cause}")
            }
        })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts the events that pass the filter.
    struct Counter(Arc<AtomicUsize>);

    impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Counter {
        fn on_event(&self, _: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn libraries_log_only_in_brief_and_the_gateway_logs_nothing() {
        let count = Arc::new(AtomicUsize::new(0));
        let counter = Counter(Arc::clone(&count)).with_filter(FilterFn::new(is_discreet));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(counter), || {
            tracing::trace!("ours");
            tracing::trace!(target: "rapport::nudges", "ours");
            tracing::warn!(target: "serenity::http", "in brief");
            assert_eq!(count.load(Ordering::Relaxed), 3);
            tracing::error!(target: "serenity::gateway::ws", "a whole message");
            tracing::debug!(target: "reqwest", "a whole request");
            tracing::warn!(target: "usvg::text", "each letter of a name");
            tracing::trace!(target: "rapporteur", "somebody else's");
            assert!(tracing::info_span!(target: "serenity", "request").is_disabled());
            assert!(!tracing::debug_span!("ours").is_disabled());
        });
        assert_eq!(count.load(Ordering::Relaxed), 3);
    }
}
