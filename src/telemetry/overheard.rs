//! Why the connection to Discord's gateway was lost. serenity tells it to its traces and to nobody
//! else, in lines for those who know its insides: they are heard here, and not shown.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer};

/// What serenity does with each thing it hears from the gateway is a span of this name.
const HEARING: &str = "handle_event";
const SHARD: &str = "serenity::gateway::shard";

/// What keeps the connection.
const RUNNER: &str = "serenity::gateway::bridge::shard_runner";

/// Kinds of event that are well known, and without which nothing works.
const NEEDED: [&str; 3] = ["READY\"", "RESUMED\"", "INTERACTION_CREATE\""];

/// How much of a trace is read: what Discord sends can be long, and people's words are in it.
const LONGEST: usize = 200;

/// Why a connection was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// Discord asked for a new connection, as it does every now and then (op 7).
    Asked,
    /// Discord interrupted the session (op 9).
    Interrupted,
    /// Discord closed the connection with this code.
    Closed(u16),
    /// It ended in the middle.
    Broken,
    /// Heartbeats were not acknowledged.
    Unacknowledged,
    /// The gateway's address does not answer, in the system's words.
    Unreachable(String),
    /// What Discord sent can't be read.
    Unreadable,
}

impl Loss {
    /// Whether it happens on a good day.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::Asked
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("Discord asked for a new connection (op 7)"),
            Self::Interrupted => f.write_str("Discord interrupted the session (op 9)"),
            Self::Closed(code) => write!(f, "Discord closed it: {code}, {}", meaning(*code)),
            Self::Broken => f.write_str("it broke off"),
            Self::Unacknowledged => f.write_str("heartbeats went unanswered"),
            Self::Unreachable(why) => write!(f, "the gateway does not answer: {why}"),
            Self::Unreadable => f.write_str("what Discord sent can't be read"),
        }
    }
}

/// What Discord's reference says of a close code.
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

/// What was heard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What ended the connection: the first thing that was said of it.
    pub loss: Option<Loss>,
    /// What keeps a new one from being made, or from being understood: the last that was said.
    pub hindrance: Option<Loss>,
    /// What ended the one before this.
    pub before: Option<Loss>,
}

/// What was heard so far; nothing where log lines were not started.
#[must_use]
pub fn heard() -> Heard {
    ear().map_or_else(Heard::default, |ear| ear.heard().clone())
}

/// Takes note of something that can't be read; whether there was any.
#[must_use]
pub fn take_unreadable() -> bool {
    let unreadable = |it: &mut Loss| *it == Loss::Unreadable;
    ear().is_some_and(|ear| ear.heard().hindrance.take_if(unreadable).is_some())
}

/// Takes note that the gateway's address does not answer.
pub fn unreachable(error: &impl fmt::Debug) {
    if let Some(ear) = ear() {
        let why = reason_in(&format!("{error:?}"));
        ear.note(Said::Lost(Loss::Unreachable(why)));
    }
}

fn ear() -> Option<Ear> {
    tracing::dispatcher::get_default(|lines| lines.downcast_ref::<Ear>().cloned())
}

/// Hears it.
#[derive(Clone, Default)]
pub(super) struct Ear(Arc<Mutex<Heard>>);

impl Ear {
    /// Whether it is worth hearing.
    pub(super) fn is_of_interest(traced: &Metadata<'_>) -> bool {
        let target = traced.target();
        if traced.is_span() {
            return target == SHARD && traced.name() == HEARING;
        }
        *traced.level() == Level::WARN && target == RUNNER
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, said: Said) {
        let mut heard = self.heard();
        match said {
            Said::Connected => {
                let before = heard.loss.take();
                *heard = Heard {
                    before,
                    ..Heard::default()
                };
            }
            Said::Lost(why @ (Loss::Unreachable(_) | Loss::Unreadable)) => {
                heard.hindrance = Some(why);
            }
            Said::Lost(why) => drop(heard.loss.get_or_insert(why)),
        }
    }
}

impl<S: Subscriber> Layer<S> for Ear {
    fn on_new_span(&self, span: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        let mut words = Words::of("event");
        span.record(&mut words);
        if let Some(said) = of_an_event(&words.text) {
            self.note(said);
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut words = Words::of("message");
        event.record(&mut words);
        if let Some(loss) = of_a_line(&words.text) {
            self.note(Said::Lost(loss));
        }
    }
}

/// What can be said of a connection.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// Its session begins, or goes on.
    Connected,
    /// It is over, or never was one.
    Lost(Loss),
}

/// What serenity makes of something that Discord sent, and what that means for the connection.
fn of_an_event(event: &str) -> Option<Said> {
    if let Some(dispatched) = event.strip_prefix("Ok(Dispatch(") {
        return of_a_dispatch(dispatched.split_once(", ")?.1);
    }
    if let Some(closed) = event.strip_prefix("Err(Gateway(Closed(Some(CloseFrame { code: ") {
        return Some(Said::Lost(match closed.split([',', ' ']).next()? {
            "Normal" => Loss::Closed(1000),
            "Away" => Loss::Closed(1001),
            "Error" => Loss::Closed(1011),
            code => number_in(code).map_or(Loss::Broken, Loss::Closed),
        }));
    }
    let begins = |word| event.starts_with(word);
    if begins("Ok(Reconnect") {
        Some(Said::Lost(Loss::Asked))
    } else if begins("Ok(InvalidateSession") {
        Some(Said::Lost(Loss::Interrupted))
    } else if begins("Err(Json") {
        Some(Said::Lost(Loss::Unreadable))
    } else if begins("Err(") {
        Some(Said::Lost(Loss::Broken))
    } else {
        None
    }
}

/// serenity takes what it can't read for an event of a kind that it does not know.
fn of_a_dispatch(event: &str) -> Option<Said> {
    if event.starts_with("Ready(") || event.starts_with("Resumed(") {
        return Some(Said::Connected);
    }
    let kind = event.strip_prefix("Unknown(UnknownEvent { kind: \"")?;
    let known = NEEDED.iter().any(|needed| kind.starts_with(needed));
    known.then_some(Said::Lost(Loss::Unreadable))
}

/// What this line of those that keep the connection means for it.
fn of_a_line(line: &str) -> Option<Loss> {
    if line.contains("Error heartbeating") {
        return Some(Loss::Unacknowledged);
    }
    let failed = ["Failed to resume", "Resume failed"];
    let failed = failed.iter().any(|words| line.contains(words));
    failed.then(|| Loss::Unreachable(reason_in(line)))
}

/// The system's words in what serenity prints of an error: the last that stand in quotation marks,
/// or else an HTTP status.
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

/// The beginning of what a field says.
struct Words {
    field: &'static str,
    text: String,
}

impl Words {
    fn of(field: &'static str) -> Self {
        Self {
            field,
            text: String::new(),
        }
    }
}

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == self.field {
            // It ends when there is enough of it.
            let _ = write!(self, "{value:?}");
        }
    }
}

impl fmt::Write for Words {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        self.text.extend(more.chars().take(LONGEST));
        if self.text.len() < LONGEST {
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
    fn what_serenity_prints_is_told_in_our_words() {
        let closed = "Err(Gateway(Closed(Some(CloseFrame { code: Library(4009), reason: \"\" }))))";
        let refused = "[ShardRunner ShardInfo { id: ShardId(0), total: 1 }] Resume failed, \
                       reidentifying: Tungstenite(Io(Os { code: 111, kind: \
                       ConnectionRefused, message: \"Connection refused\" }))";
        let unknown = "Failed to resume: Tungstenite(Io(Custom { kind: Uncategorized, error: \
                       \"failed to lookup address information\" }))";
        let busy = "Failed to resume: Tungstenite(Http(Response { status: 503, version: HTTP/1.1";
        let garbled = "Ok(Dispatch(1, Unknown(UnknownEvent { kind: \"READY\", value: Object {";
        let lost = |event| match of_an_event(event) {
            Some(Said::Lost(loss)) => Some(loss),
            _ => None,
        };
        let said = [
            (lost(closed), "Discord closed it: 4009, session timed out"),
            (lost(garbled), "what Discord sent can't be read"),
            (
                of_a_line(refused),
                "the gateway does not answer: Connection refused",
            ),
            (
                of_a_line(unknown),
                "the gateway does not answer: failed to lookup address information",
            ),
            (of_a_line(busy), "the gateway does not answer: status 503"),
        ];
        for (loss, words) in said {
            assert_eq!(loss.unwrap().to_string(), words);
        }
    }

    #[test]
    fn what_ended_a_connection_is_kept_until_the_next_one_ends() {
        let ear = Ear::default();
        for said in [
            "Ok(Dispatch(1, Ready(ReadyEvent { ready: Ready {",
            "Err(Gateway(Closed(Some(CloseFrame { code: Library(4000), reason: \"\" }))))",
            "Ok(InvalidateSession(true))",
        ] {
            ear.note(of_an_event(said).unwrap());
        }
        assert_eq!(ear.heard().loss, Some(Loss::Closed(4000)));
        ear.note(of_an_event("Ok(Dispatch(9, Resumed(ResumedEvent))").unwrap());
        let before = Some(Loss::Closed(4000));
        assert_eq!(
            *ear.heard(),
            Heard {
                before,
                ..Heard::default()
            }
        );
    }

    #[test]
    fn what_people_write_is_no_loss_whatever_it_says() {
        assert_eq!(
            of_an_event("Ok(Dispatch(7, MessageCreate(\"Err(Json\")))"),
            None
        );
        let words = "x".repeat(10_000);
        let mut heard = Words::of("event");
        let _ = write!(heard, "{words:?}{words:?}");
        assert!(heard.text.len() <= 2 * LONGEST);
    }
}
