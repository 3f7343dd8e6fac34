//! What can go wrong with a request to Discord, told without its address: addresses hold tokens.

use std::error::Error;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::http::HttpError;

/// Discord's codes for a person who takes no direct messages from this bot, or has no server in
/// common with it (any more).
const CANNOT_MESSAGE_THIS_USER: isize = 50007;
const NO_MUTUAL_GUILDS: isize = 50278;

/// Discord's code for an interaction that has its answer.
const ALREADY_ANSWERED: isize = 40060;

/// Discord's code for a message that is not there (any more).
const UNKNOWN_MESSAGE: isize = 10008;

/// Discord's codes for somebody who is not in a server, or has no account (any more).
const UNKNOWN_MEMBER: isize = 10007;
const UNKNOWN_USER: isize = 10013;

/// Discord's code for a channel that is not there (any more).
const UNKNOWN_CHANNEL: isize = 10003;

/// Discord's codes for a channel that Rapport may not see, or not write in.
const MISSING_ACCESS: isize = 50001;
const MISSING_PERMISSIONS: isize = 50013;

/// A request to Discord that failed; operators read it.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// Discord answered, and it answered no: repeating the request changes nothing.
    #[error("Discord refused with {status}: {message} (code {code})")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's own code.
        code: isize,
        /// Discord's own words.
        message: String,
    },
    /// Discord asked us to slow down: nothing was done, and the request may be repeated.
    #[error("Discord asked us to wait for {after:?}")]
    SlowDown {
        /// For how long.
        after: Duration,
        /// Whether that goes for all requests.
        global: bool,
    },
    /// No usable answer came (a 5xx, a cut connection, a time-out): it may or may not be done.
    #[error("Discord gave no usable answer: {0}")]
    Unsure(String),
}

impl DiscordError {
    /// What was sent can't be looked for: sending it again might make it two.
    #[must_use]
    pub fn unreadable() -> Self {
        Self::Refused {
            status: 0,
            code: 0,
            message: "it may have been posted, and the channel's history can't be read".to_owned(),
        }
    }

    /// Whether the person takes no direct messages from us, which is final until they say so.
    #[must_use]
    pub fn is_dms_closed(&self) -> bool {
        self.is_refused_with(CANNOT_MESSAGE_THIS_USER) || self.is_refused_with(NO_MUTUAL_GUILDS)
    }

    /// Whether the message is not there, or no more.
    #[must_use]
    pub fn is_unknown_message(&self) -> bool {
        self.is_refused_with(UNKNOWN_MESSAGE)
    }

    /// Whether the person is not in the server, or no more.
    #[must_use]
    pub fn is_unknown_person(&self) -> bool {
        self.is_refused_with(UNKNOWN_MEMBER) || self.is_refused_with(UNKNOWN_USER)
    }

    /// Whether the channel is not there, or no more.
    #[must_use]
    pub fn is_unknown_channel(&self) -> bool {
        self.is_refused_with(UNKNOWN_CHANNEL)
    }

    /// Whether the channel is closed to Rapport, which is final until an admin opens it.
    #[must_use]
    pub fn is_channel_closed(&self) -> bool {
        self.is_refused_with(MISSING_ACCESS) || self.is_refused_with(MISSING_PERMISSIONS)
    }

    /// Whether the interaction was answered before: Discord delivered it twice, and the first
    /// delivery was answered.
    #[must_use]
    pub fn is_already_answered(&self) -> bool {
        self.is_refused_with(ALREADY_ANSWERED)
    }

    fn is_refused_with(&self, wanted: isize) -> bool {
        matches!(self, Self::Refused { code, .. } if *code == wanted)
    }
}

impl From<serenity::Error> for DiscordError {
    fn from(error: serenity::Error) -> Self {
        let serenity::Error::Http(error) = error else {
            return Self::Unsure(error.to_string());
        };
        match error {
            HttpError::UnsuccessfulRequest(answer) if answer.status_code.as_u16() == 429 => {
                // serenity keeps nothing of what Discord says of the time.
                Self::SlowDown {
                    after: Duration::from_secs(5),
                    global: false,
                }
            }
            HttpError::UnsuccessfulRequest(answer) if answer.status_code.is_client_error() => {
                Self::Refused {
                    status: answer.status_code.as_u16(),
                    code: answer.error.code,
                    message: HttpError::UnsuccessfulRequest(answer).to_string(),
                }
            }
            HttpError::UnsuccessfulRequest(answer) => {
                Self::Unsure(format!("status {}", answer.status_code))
            }
            HttpError::Request(error) => Self::Unsure(innermost(&error.without_url())),
            other => Self::Unsure(other.to_string()),
        }
    }
}

/// The last of the causes, which is the one that says what happened on the wire.
fn innermost(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => innermost(source),
        None => error.to_string(),
    }
}
