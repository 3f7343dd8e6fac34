//! Errors of requests to Discord. They never contain the request's address, because addresses hold
//! tokens.

use std::error::Error;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::http::HttpError;

/// The person has closed their DMs, or blocked the bot: the code is the same.
const CANNOT_MESSAGE_THIS_USER: isize = 50007;
/// The person shares no server with Rapport, or no longer does.
const NO_MUTUAL_GUILDS: isize = 50278;
/// The bot opens channels of direct messages too fast.
const OPENS_DMS_TOO_FAST: isize = 40003;
/// Discord flagged the bot as a spammer: it can't open direct messages.
const QUARANTINED: isize = 20026;
/// The interaction was answered already.
const ALREADY_ANSWERED: isize = 40060;
/// The object does not exist, or no longer does.
const UNKNOWN_CHANNEL: isize = 10003;
const UNKNOWN_GUILD: isize = 10004;
const UNKNOWN_MEMBER: isize = 10007;
const UNKNOWN_MESSAGE: isize = 10008;
const UNKNOWN_USER: isize = 10013;
/// Rapport may not see the channel, or may not post in it.
const MISSING_ACCESS: isize = 50001;
const MISSING_PERMISSIONS: isize = 50013;
/// A proxy before Discord blocks the request, with this code.
const BLOCKED_ON_THE_WAY: isize = 40333;

/// Codes after which the same request fails until a person changes something. After any other code,
/// Rapport tries again.
const FINAL: [isize; 15] = [
    UNKNOWN_CHANNEL,
    10004, // unknown server
    UNKNOWN_MEMBER,
    UNKNOWN_MESSAGE,
    UNKNOWN_USER,
    MISSING_ACCESS,
    CANNOT_MESSAGE_THIS_USER,
    50008, // no text can be sent in this channel
    MISSING_PERMISSIONS,
    NO_MUTUAL_GUILDS,
    50083,   // the thread is archived
    160_005, // the thread is locked
    200_000, // AutoMod of the server blocks the message
    200_001, // AutoMod of the server blocks the title
    240_000, // the message holds a link that Discord calls harmful
];

/// Codes after which a later try can work, though the status calls the request wrong.
const PASSING: [isize; 8] = [
    OPENS_DMS_TOO_FAST,
    20016,   // slow mode of the channel
    20022,   // rate limit for announcements
    20028,   // rate limit of the channel
    20029,   // rate limit of the server
    30034,   // daily limit of some resource
    40062,   // the service is rate limited
    130_000, // the service is overloaded
];

/// Codes for a thread that takes no posts, and for a post that a server's or Discord's rules block.
const ARCHIVED_THREAD: isize = 50083;
const LOCKED_THREAD: isize = 160_005;
const BLOCKED_BY_AUTOMOD: isize = 200_000;
const HARMFUL_LINK: isize = 240_000;

/// A request to Discord that failed. Operators read it.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// Discord refused and did nothing. [`DiscordError::is_final`] says whether a later try can
    /// help.
    #[error("Discord refused with {status}: {message} (code {code})")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's error code.
        code: isize,
        /// Discord's error message.
        message: String,
    },
    /// Discord asked us to slow down. It did nothing, and the request can be repeated.
    #[error("Discord asked us to wait for {after:?}")]
    SlowDown {
        /// How long to wait.
        after: Duration,
        /// Whether this applies to all requests.
        global: bool,
    },
    /// No usable answer came (a 5xx, a 403 without a Discord code, a cut connection, a time-out).
    /// The request may have succeeded.
    #[error("Discord gave no usable answer: {0}")]
    Unsure(String),
}

impl DiscordError {
    /// Classifies an unsuccessful response. Discord sends a code with each refusal, except for a
    /// rejected token. A response without one comes from a proxy.
    pub(super) fn answered(status: u16, code: isize, message: String) -> Self {
        const UNAUTHORIZED: u16 = 401;
        let is_discords = match code {
            BLOCKED_ON_THE_WAY => false,
            // serenity uses -1 for a body that is not Discord's.
            ..=0 => status == UNAUTHORIZED && !message.is_empty() && code == 0,
            _ => true,
        };
        if is_discords {
            return Self::Refused {
                status,
                code,
                message,
            };
        }
        Self::Unsure(format!("status {status} (code {code})"))
    }

    /// Whether a later try will fail too, by Discord's code.
    #[must_use]
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if FINAL.contains(code))
    }

    /// Whether Discord refuses the message's content: an error of this program, not of the reader.
    #[must_use]
    pub(crate) fn is_our_fault(&self) -> bool {
        const BAD_REQUEST: u16 = 400;
        const TOO_LARGE: u16 = 413;
        let Self::Refused { status, code, .. } = self else {
            return false;
        };
        matches!(*status, BAD_REQUEST | TOO_LARGE)
            && !self.is_final()
            && !self.is_quarantined()
            && !PASSING.contains(code)
    }

    /// Whether Discord flagged the bot as a spammer, which only its owner can resolve.
    #[must_use]
    pub(crate) fn is_quarantined(&self) -> bool {
        self.is_refused_with(QUARANTINED)
    }

    /// Whether the bot opens direct messages too fast.
    #[must_use]
    pub(crate) fn is_opening_too_fast(&self) -> bool {
        self.is_refused_with(OPENS_DMS_TOO_FAST)
    }

    /// Whether an opened direct message channel no longer works. Opening it again may help.
    #[must_use]
    pub(crate) fn is_dm_channel_lost(&self) -> bool {
        self.is_refused_with(UNKNOWN_CHANNEL) || self.is_refused_with(MISSING_ACCESS)
    }

    /// Whether the person takes no direct messages from us, until they change that.
    #[must_use]
    pub(crate) fn is_dms_closed(&self) -> bool {
        self.is_refused_with(CANNOT_MESSAGE_THIS_USER) || self.is_refused_with(NO_MUTUAL_GUILDS)
    }

    /// Whether the message does not exist, or no longer does.
    #[must_use]
    pub(crate) fn is_unknown_message(&self) -> bool {
        self.is_refused_with(UNKNOWN_MESSAGE)
    }

    /// Whether the person is not in the server, or no longer is.
    #[must_use]
    pub(crate) fn is_unknown_person(&self) -> bool {
        self.is_refused_with(UNKNOWN_MEMBER) || self.is_refused_with(UNKNOWN_USER)
    }

    /// Whether Rapport is not in the server, or no longer is.
    #[must_use]
    pub(crate) fn is_unknown_server(&self) -> bool {
        self.is_refused_with(UNKNOWN_GUILD) || self.is_refused_with(MISSING_ACCESS)
    }

    /// Whether the channel does not exist, or no longer does.
    #[must_use]
    pub(crate) fn is_unknown_channel(&self) -> bool {
        self.is_refused_with(UNKNOWN_CHANNEL)
    }

    /// Whether the channel is closed to Rapport, until an admin opens it.
    #[must_use]
    pub(crate) fn is_channel_closed(&self) -> bool {
        self.is_refused_with(MISSING_ACCESS) || self.is_refused_with(MISSING_PERMISSIONS)
    }

    /// Whether Rapport can't see the channel: it is private, or a private thread.
    #[must_use]
    pub(crate) fn is_missing_access(&self) -> bool {
        self.is_refused_with(MISSING_ACCESS)
    }

    /// Whether Rapport sees the channel but lacks a permission in it.
    #[must_use]
    pub(crate) fn is_missing_permissions(&self) -> bool {
        self.is_refused_with(MISSING_PERMISSIONS)
    }

    /// Whether the thread is archived.
    #[must_use]
    pub(crate) fn is_archived_thread(&self) -> bool {
        self.is_refused_with(ARCHIVED_THREAD)
    }

    /// Whether the thread is locked.
    #[must_use]
    pub(crate) fn is_locked_thread(&self) -> bool {
        self.is_refused_with(LOCKED_THREAD)
    }

    /// Whether the server's `AutoMod` blocked the message.
    #[must_use]
    pub(crate) fn is_blocked_by_automod(&self) -> bool {
        self.is_refused_with(BLOCKED_BY_AUTOMOD)
    }

    /// Whether Discord classified a link in the message as harmful.
    #[must_use]
    pub(crate) fn is_harmful_link(&self) -> bool {
        self.is_refused_with(HARMFUL_LINK)
    }

    /// Whether the interaction was answered before: Discord delivered it twice, and Rapport
    /// answered the first delivery.
    #[must_use]
    pub(crate) fn is_already_answered(&self) -> bool {
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
                // serenity drops the duration in Discord's response.
                Self::SlowDown {
                    after: Duration::from_secs(5),
                    global: false,
                }
            }
            HttpError::UnsuccessfulRequest(answer) if answer.status_code.is_client_error() => {
                let (status, code) = (answer.status_code.as_u16(), answer.error.code);
                Self::answered(status, code, answer.error.message)
            }
            HttpError::UnsuccessfulRequest(answer) => {
                Self::Unsure(format!("status {}", answer.status_code))
            }
            HttpError::Request(error) => Self::Unsure(innermost(&error.without_url())),
            other => Self::Unsure(other.to_string()),
        }
    }
}

/// The last cause, which says what happened on the network.
fn innermost(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => innermost(source),
        None => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, code: isize) -> DiscordError {
        DiscordError::answered(status, code, "words".to_owned())
    }

    #[test]
    fn a_response_without_a_discord_code_is_an_outage() {
        for (status, code) in [(403, 0), (403, -1), (403, 40333), (404, 0), (401, -1)] {
            let error = answered(status, code);
            assert!(matches!(error, DiscordError::Unsure(_)), "{error}");
            assert!(!error.is_final() && !error.is_our_fault());
        }
        let html = DiscordError::answered(401, 0, String::new());
        assert!(matches!(html, DiscordError::Unsure(_)));
    }

    #[test]
    fn a_rejected_token_is_a_refusal_without_a_code() {
        let refused = answered(401, 0);
        assert!(matches!(refused, DiscordError::Refused { status: 401, .. }));
        assert!(!refused.is_final());
    }

    #[test]
    fn a_refusal_is_final_by_its_code_alone() {
        for code in [10003, 50001, 50007, 50013, 50278] {
            assert!(answered(403, code).is_final(), "{code}");
            assert!(!answered(400, code).is_our_fault(), "{code}");
        }
        for code in [20026, 40001, 40062, 50035, 999_999] {
            assert!(!answered(403, code).is_final(), "{code}");
        }
    }

    #[test]
    fn a_message_that_discord_rejects_is_our_fault() {
        for (status, code) in [(400, 50035), (400, 50006), (400, 50109), (413, 40005)] {
            assert!(answered(status, code).is_our_fault(), "{code}");
        }
        for (status, code) in [(400, 20028), (400, 20026), (400, 200_000), (403, 50035)] {
            assert!(!answered(status, code).is_our_fault(), "{code}");
        }
    }
}
