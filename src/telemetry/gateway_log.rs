//! Why a shard's connection to Discord's gateway was lost. serenity reports this only in its traces,
//! in its own technical terms. This layer reads them without showing them.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer};

/// The name of serenity's span for each event from the gateway.
const EVENT_SPAN: &str = "handle_event";
const SHARD: &str = "serenity::gateway::shard";

/// The module that keeps the connection.
const RUNNER: &str = "serenity::gateway::bridge::shard_runner";

/// Known event kinds that Rapport can't work without.
const REQUIRED_EVENTS: [&str; 3] = ["READY\"", "RESUMED\"", "INTERACTION_CREATE\""];

/// How much of a trace is read, in characters: events can be long, and contain what people wrote.
const MAX_READ: usize = 200;

/// Why a connection was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Discord asked for a new connection, as it does from time to time (op 7).
    Reconnect,
    /// Discord invalidated the session (op 9).
    InvalidSession,
    /// Discord closed the connection with this code.
    Closed(u16),
    /// The connection ended without a close code.
    Broken,
    /// Discord did not acknowledge heartbeats.
    Unacknowledged,
    /// The gateway's address does not answer. Holds the system's message.
    Unreachable(String),
    /// serenity can't parse what Discord sent.
    Unreadable,
}

impl Loss {
    /// Whether this happens in normal operation.
    #[must_use]
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::Reconnect
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reconnect => f.write_str("Discord asked for a new connection (op 7)"),
            Self::InvalidSession => f.write_str("Discord interrupted the session (op 9)"),
            Self::Closed(code) => write!(f, "Discord closed it: {code}, {}", meaning(*code)),
            Self::Broken => f.write_str("it broke off"),
            Self::Unacknowledged => f.write_str("heartbeats went unanswered"),
            Self::Unreachable(why) => write!(f, "the gateway does not answer: {why}"),
            Self::Unreadable => f.write_str("what Discord sent can't be read"),
        }
    }
}

/// The meaning of a close code in Discord's reference.
fn meaning(code: u16) -> &'static str {
    match code {
        1000 | 1001 => "going away",
        4001 => "unknown opcode",
        4002 => "decode error",
        4003 => "not authenticated",
        4004 => "authentication failed",
        4005 => "already authenticated",
        4007 => "invalid sequence",
        4008 => "rate limited",
        4009 => "session timed out",
        4010 => "invalid shard",
        4011 => "sharding required",
        4012 => "invalid API version",
        4013 => "invalid intents",
        4014 => "disallowed intents",
        _ => "unknown error",
    }
}

/// What the gateway's traces said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct GatewayState {
    /// Why the connection ended: the first reason since it began.
    pub(crate) loss: Option<Loss>,
    /// With which code Discord closed a connection last since the session began.
    pub(crate) closed_with: Option<u16>,
    /// Why no new connection works: the latest reason.
    pub(crate) obstacle: Option<Loss>,
    /// Why the connection before this one ended.
    pub(crate) previous_loss: Option<Loss>,
}

tokio::task_local! {
    /// The log of the shard whose task this is: serenity's traces name no shard.
    static OF_THIS_TASK: ShardLog;
}

/// What the traces said about one shard. Without [`TraceReader`] it only has what is noted here.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShardLog(Arc<Mutex<GatewayState>>);

/// Reads serenity's traces, and notes what they say in the log of the shard whose task writes them.
pub(super) struct TraceReader;

impl TraceReader {
    /// Whether the trace may say something about the connection.
    pub(super) fn is_relevant(traced: &Metadata<'_>) -> bool {
        let target = traced.target();
        if traced.is_span() {
            return target == SHARD && traced.name() == EVENT_SPAN;
        }
        *traced.level() == Level::WARN && target == RUNNER
    }

    fn record(change: Option<Change>) {
        if let Some(change) = change {
            // Other bots in this process have no log.
            let _ = OF_THIS_TASK.try_with(|log| log.record(change));
        }
    }
}

impl ShardLog {
    /// Notes here what serenity traces while this future runs.
    pub(crate) async fn of<F: Future>(self, shard: F) -> F::Output {
        OF_THIS_TASK.scope(self, shard).await
    }

    /// The state so far.
    #[must_use]
    pub(crate) fn now(&self) -> GatewayState {
        self.state().clone()
    }

    /// Removes a note of an unreadable event. Returns whether there was one.
    #[must_use]
    pub(crate) fn take_unreadable(&self) -> bool {
        let unreadable = |it: &mut Loss| *it == Loss::Unreadable;
        self.state().obstacle.take_if(unreadable).is_some()
    }

    /// Notes that the gateway's address does not answer.
    pub(crate) fn unreachable(&self, error: &impl fmt::Debug) {
        let why = reason_in(&format!("{error:?}"));
        self.record(Change::Lost(Loss::Unreachable(why)));
    }

    fn state(&self) -> MutexGuard<'_, GatewayState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, change: Change) {
        let mut state = self.state();
        match change {
            Change::Connected => {
                let previous_loss = state.loss.take();
                *state = GatewayState {
                    previous_loss,
                    ..GatewayState::default()
                };
            }
            Change::Lost(why @ (Loss::Unreachable(_) | Loss::Unreadable)) => {
                state.obstacle = Some(why);
            }
            Change::Lost(why) => {
                if let Loss::Closed(code) = why {
                    state.closed_with = Some(code);
                }
                state.loss.get_or_insert(why);
            }
        }
    }
}

impl<S: Subscriber> Layer<S> for TraceReader {
    fn on_new_span(&self, span: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        let mut field = FieldText::new("event");
        span.record(&mut field);
        Self::record(change_of_event(&field.text));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut field = FieldText::new("message");
        event.record(&mut field);
        Self::record(loss_of_line(&field.text).map(Change::Lost));
    }
}

/// A change of the connection.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// Its session began, or resumed.
    Connected,
    /// It ended, or could not begin.
    Lost(Loss),
}

/// Returns what an event from the gateway means for the connection, from serenity's debug text.
fn change_of_event(event: &str) -> Option<Change> {
    if let Some(dispatched) = event.strip_prefix("Ok(Dispatch(") {
        return change_of_dispatch(dispatched.split_once(", ")?.1);
    }
    if let Some(closed) = event.strip_prefix("Err(Gateway(Closed(Some(CloseFrame { code: ") {
        return Some(Change::Lost(match closed.split([',', ' ']).next()? {
            "Normal" => Loss::Closed(1000),
            "Away" => Loss::Closed(1001),
            "Error" => Loss::Closed(1011),
            code => number_in(code).map_or(Loss::Broken, Loss::Closed),
        }));
    }
    let begins = |word| event.starts_with(word);
    if begins("Ok(Reconnect") {
        Some(Change::Lost(Loss::Reconnect))
    } else if begins("Ok(InvalidateSession") {
        Some(Change::Lost(Loss::InvalidSession))
    } else if begins("Err(Json") {
        Some(Change::Lost(Loss::Unreadable))
    } else if begins("Err(") {
        Some(Change::Lost(Loss::Broken))
    } else {
        None
    }
}

/// serenity parses an event that it can't read as one of an unknown kind.
fn change_of_dispatch(event: &str) -> Option<Change> {
    if event.starts_with("Ready(") || event.starts_with("Resumed(") {
        return Some(Change::Connected);
    }
    let kind = event.strip_prefix("Unknown(UnknownEvent { kind: \"")?;
    let known = REQUIRED_EVENTS
        .iter()
        .any(|needed| kind.starts_with(needed));
    known.then_some(Change::Lost(Loss::Unreadable))
}

/// Returns what a warning of serenity's runner means for the connection.
fn loss_of_line(line: &str) -> Option<Loss> {
    if line.contains("Error heartbeating") {
        return Some(Loss::Unacknowledged);
    }
    let failed = ["Failed to resume", "Resume failed"];
    let failed = failed.iter().any(|words| line.contains(words));
    failed.then(|| Loss::Unreachable(reason_in(line)))
}

/// The system's message in serenity's debug text of an error: the last quoted text, or an HTTP
/// status.
fn reason_in(line: &str) -> String {
    if let Some((_, status)) = line.split_once("status: ")
        && let Some(status) = number_in(status.split(',').next().unwrap_or_default())
    {
        return format!("status {status}");
    }
    let mut quoted = line.rsplit('"');
    let last = quoted.nth(1).unwrap_or("it says nothing that can be told");
    last.to_owned()
}

fn number_in(text: &str) -> Option<u16> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The first [`MAX_READ`] characters of one field.
struct FieldText {
    field: &'static str,
    text: String,
}

impl FieldText {
    fn new(field: &'static str) -> Self {
        Self {
            field,
            text: String::new(),
        }
    }
}

impl Visit for FieldText {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == self.field {
            // Writing fails after enough text, which ends the formatting early.
            let _ = write!(self, "{value:?}");
        }
    }
}

impl fmt::Write for FieldText {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        self.text.extend(more.chars().take(MAX_READ));
        if self.text.len() < MAX_READ {
            Ok(())
        } else {
            Err(fmt::Error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serenitys_debug_text_becomes_a_plain_reason() {
        let closed = "Err(Gateway(Closed(Some(CloseFrame { code: Library(4009), reason: \"\" }))))";
        let refused = "[ShardRunner ShardInfo { id: ShardId(0), total: 1 }] Resume failed, \
                       reidentifying: Tungstenite(Io(Os { code: 111, kind: \
                       ConnectionRefused, message: \"Connection refused\" }))";
        let unknown = "Failed to resume: Tungstenite(Io(Custom { kind: Uncategorized, error: \
                       \"failed to lookup address information\" }))";
        let busy = "Failed to resume: Tungstenite(Http(Response { status: 503, version: HTTP/1.1";
        let garbled = "Ok(Dispatch(1, Unknown(UnknownEvent { kind: \"READY\", value: Object {";
        let lost = |event| match change_of_event(event) {
            Some(Change::Lost(loss)) => Some(loss),
            _ => None,
        };
        let reasons = [
            (lost(closed), "Discord closed it: 4009, session timed out"),
            (lost(garbled), "what Discord sent can't be read"),
            (
                loss_of_line(refused),
                "the gateway does not answer: Connection refused",
            ),
            (
                loss_of_line(unknown),
                "the gateway does not answer: failed to lookup address information",
            ),
            (
                loss_of_line(busy),
                "the gateway does not answer: status 503",
            ),
        ];
        for (loss, words) in reasons {
            assert_eq!(loss.unwrap().to_string(), words);
        }
    }

    #[test]
    fn the_reason_of_a_loss_is_kept_until_the_next_loss() {
        let log = ShardLog::default();
        for event in [
            "Ok(Dispatch(1, Ready(ReadyEvent { ready: Ready {",
            "Err(Gateway(Closed(Some(CloseFrame { code: Library(4000), reason: \"\" }))))",
            "Ok(InvalidateSession(true))",
        ] {
            log.record(change_of_event(event).unwrap());
        }
        assert_eq!(log.now().loss, Some(Loss::Closed(4000)));
        log.record(change_of_event("Ok(Dispatch(9, Resumed(ResumedEvent))").unwrap());
        let previous_loss = Some(Loss::Closed(4000));
        assert_eq!(
            log.now(),
            GatewayState {
                previous_loss,
                ..GatewayState::default()
            }
        );
    }

    #[test]
    fn the_latest_close_code_is_kept_beside_the_first_reason() {
        let log = ShardLog::default();
        let closed = "Err(Gateway(Closed(Some(CloseFrame { code: Library(4011), reason: \"\" }))))";
        for event in ["Ok(InvalidateSession(false))", closed] {
            log.record(change_of_event(event).unwrap());
        }
        let state = log.now();
        assert_eq!(
            (state.loss, state.closed_with),
            (Some(Loss::InvalidSession), Some(4011))
        );
    }

    #[test]
    fn an_event_with_peoples_text_is_never_a_loss() {
        assert_eq!(
            change_of_event("Ok(Dispatch(7, MessageCreate(\"Err(Json\")))"),
            None
        );
        let words = "x".repeat(10_000);
        let mut field = FieldText::new("event");
        let _ = write!(field, "{words:?}{words:?}");
        assert!(field.text.len() <= 2 * MAX_READ);
    }
}
