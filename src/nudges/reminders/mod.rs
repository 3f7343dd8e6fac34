//! Reminders that a member asks for in a nudge: one direct message about one person, at a time of
//! the member's choice.

pub(crate) mod action;
pub(crate) mod commands;
pub(crate) mod store;
pub(crate) mod times;
pub(crate) mod view;
mod worker;

use chrono::{DateTime, TimeDelta, Utc};

use super::SuggestionOutcome;
use crate::discord::names::PersonName;
use crate::encounters::note::Note;
use crate::ids::{ChannelId, MemberKey, PersonId, ReminderId, TeamId};
use crate::language::Language;

/// How far ahead a reminder can be.
pub(crate) const MOST_AHEAD: TimeDelta = TimeDelta::weeks(8);

/// A reminder, sent or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reminder {
    /// The row; also the nonce for Discord.
    pub(crate) id: ReminderId,
    /// The team.
    pub(crate) team: TeamId,
    /// The member who gets it.
    pub(crate) member: PersonId,
    /// The language of the member's direct messages.
    pub(crate) language: Language,
    /// The person it is about.
    pub(crate) other: PersonId,
    /// Their name as last seen.
    pub(crate) name: PersonName,
    /// The member's own last note on a talk with this person; never a note of others.
    pub(crate) note: Option<Note>,
    /// What the member did about it, if anything.
    pub(crate) outcome: Option<SuggestionOutcome>,
}

/// When a chosen reminder is due, and where to send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClaimedReminder {
    /// The reminder.
    pub(crate) reminder: ReminderId,
    /// Its team.
    pub(crate) team: TeamId,
    /// The member who gets it.
    pub(crate) member: PersonId,
    /// The person it is about.
    pub(crate) other: PersonId,
    /// The time that the member chose: no try to send it was earlier.
    pub(crate) due_at: DateTime<Utc>,
    /// Whether it was confirmed: only then may a try have arrived.
    pub(crate) confirmed: bool,
    /// The member's channel of direct messages, once Rapport opened it.
    pub(crate) channel: Option<ChannelId>,
}

impl ClaimedReminder {
    /// The member who gets it, in its team.
    #[must_use]
    pub(crate) fn key(&self) -> MemberKey {
        self.team.member(self.member)
    }
}
