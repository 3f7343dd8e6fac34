//! The buttons and the form of reminders.

use crate::discord::custom_id::{CustomId, field};
use crate::ids::{NudgeId, PersonId, ReminderId, TeamId};
use crate::nudges::SuggestionOutcome;

/// What a member presses about reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Offer times, from a nudge.
    Offer {
        /// The nudge.
        nudge: NudgeId,
        /// The person suggested.
        other: PersonId,
    },
    /// A time that was offered.
    Choose {
        /// Whom about.
        about: ReminderSubject,
        /// The time, in seconds since 1970.
        at: i64,
    },
    /// Ask for another time.
    Ask(ReminderSubject),
    /// The written time.
    Write(ReminderSubject),
    /// Answer a reminder that came.
    Answer {
        /// The reminder.
        reminder: ReminderId,
        /// What to do about the person.
        outcome: SuggestionOutcome,
    },
}

/// The person that a reminder is about, and the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReminderSubject {
    /// The team.
    pub(crate) team: TeamId,
    /// The person.
    pub(crate) other: PersonId,
}

impl ReminderSubject {
    fn read(team: &str, other: &str) -> Option<Self> {
        Some(Self {
            team: field(team)?,
            other: field(other)?,
        })
    }
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::Offer { nudge, other } => format!("1:remind:{nudge}:{other}"),
            Self::Choose {
                about: ReminderSubject { team, other },
                at,
            } => format!("1:remind-at:{team}:{other}:{at}"),
            Self::Ask(ReminderSubject { team, other }) => format!("1:remind-ask:{team}:{other}"),
            Self::Write(ReminderSubject { team, other }) => format!("1:remind-when:{team}:{other}"),
            Self::Answer { reminder, outcome } => {
                format!("1:reminded-{}:{reminder}", outcome.as_str())
            }
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "remind", nudge, other] => Self::Offer {
                nudge: field(nudge)?,
                other: field(other)?,
            },
            ["1", "remind-at", team, other, at] => Self::Choose {
                about: ReminderSubject::read(team, other)?,
                at: field(at)?,
            },
            ["1", "remind-ask", team, other] => Self::Ask(ReminderSubject::read(team, other)?),
            ["1", "remind-when", team, other] => Self::Write(ReminderSubject::read(team, other)?),
            ["1", name, reminder] => Self::Answer {
                reminder: field(reminder)?,
                outcome: field(name.strip_prefix("reminded-")?)?,
            },
            _ => return None,
        })
    }
}
