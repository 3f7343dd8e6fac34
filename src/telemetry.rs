//! Log lines on standard error.

pub mod overheard;

use std::io::IsTerminal;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, FilterFn};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{LogFormat, LogSettings};
use overheard::Ear;

/// Sends what is traced to standard error from here on: colours only for a terminal, which may
/// refuse them by `NO_COLOR`.
///
/// Does nothing when something receives traces already, as in a test.
pub fn start(settings: &LogSettings) {
    // The settings were checked; were the filter wrong all the same, errors are still shown.
    let wanted = EnvFilter::try_new(&settings.filter).unwrap_or_default();
    let shown = wanted.and(FilterFn::new(is_discreet));
    let lines = fmt::layer().with_writer(std::io::stderr);
    let lines = match settings.format {
        LogFormat::Text => lines.with_ansi(colours()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    let ear = Ear::default().with_filter(FilterFn::new(Ear::is_of_interest));
    let started = tracing_subscriber::registry()
        .with(lines.with_filter(shown))
        .with(ear)
        .try_init();
    drop(started);
}

/// Libraries whose lines are not shown: whole messages that can't be parsed, and each letter of a
/// name for which a picture takes another font.
const UNHEARD: [&str; 4] = ["serenity::gateway", "usvg", "resvg", "fontdb"];

/// Whether something traced can't hold what people wrote or a token, whatever the operator's
/// filter lets through.
///
/// We see to that in our own lines. The libraries below us print whole messages and requests when
/// they go into detail, and put them into spans; serenity's part at the gateway does so even in a
/// warning, about a message that it can't parse. What else it has to say there is told in our words
/// ([`overheard`]).
fn is_discreet(traced: &Metadata<'_>) -> bool {
    let target = traced.target();
    let ours = target.split("::").next() == Some(env!("CARGO_PKG_NAME"));
    let in_brief = traced.is_event() && *traced.level() <= Level::INFO;
    ours || (in_brief && !UNHEARD.iter().any(|it| target.starts_with(it)))
}

/// Trouble that is met with every try: it is told when it begins, and when it is over.
#[derive(Debug, Default)]
pub struct Episode {
    told: bool,
}

impl Episode {
    /// It is met; whether that is news.
    pub fn begins(&mut self) -> bool {
        !std::mem::replace(&mut self.told, true)
    }

    /// It is not met any more; whether that is news.
    pub fn ends(&mut self) -> bool {
        std::mem::take(&mut self.told)
    }
}

fn colours() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !refused
}

/// An error and its causes on one line, as operators read it; what an error repeats of its cause is
/// said once.
#[must_use]
pub fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes
        .map(ToString::to_string)
        .fold(error.to_string(), |told, cause| {
            if told.ends_with(&cause) {
                told
            } else {
                format!("{told}: {cause}")
            }
        })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts what gets through.
    struct Counter(Arc<AtomicUsize>);

    impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Counter {
        fn on_event(&self, _: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn libraries_speak_in_brief_and_the_gateways_not_at_all() {
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
