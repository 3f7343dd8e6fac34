//! An encounter: a conversation that happened. It counts for everyone who took part.

pub mod action;
pub mod ago;
pub mod amend;
pub mod commands;
pub mod invitation;
pub mod note;
pub mod store;
pub mod view;
pub mod when;

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};
use strum::{EnumString, IntoStaticStr};
use thiserror::Error;

use crate::ids::{EncounterId, InteractionId, PersonId, TeamId};

pub use amend::{Amended, Amending, Amendment, Kept, MOST_OTHERS};
use note::Note;
use when::Precision;

/// How long after logging, the same people logged again by the same member are taken for a
/// correction of the first.
pub const CORRECTION_WINDOW: TimeDelta = TimeDelta::minutes(10);

/// How long after a correction it can be undone: while its answer may still be on a screen.
pub const UNDO_WINDOW: TimeDelta = TimeDelta::days(1);

/// How two people were in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum How {
    /// In the same place.
    #[strum(serialize = "in person")]
    InPerson,
    /// By voice or video.
    Call,
    /// In writing.
    Chat,
    /// Over coffee.
    Coffee,
    /// Working on one thing together.
    Pairing,
    /// Any other way.
    Other,
}

/// A way to be in touch that isn't one of the list; operators read it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a way to be in touch")]
pub struct UnknownHow(String);

impl How {
    /// The word for it, as offered, kept and shown.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The way that goes by this word.
    pub fn parse(word: &str) -> Result<Self, UnknownHow> {
        word.parse().map_err(|_| UnknownHow(word.to_owned()))
    }
}

/// When a conversation was, as somebody said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The instant it is kept under.
    pub at: DateTime<Utc>,
    /// How much of it they said.
    pub precision: Precision,
    /// The day it was on, in their zone.
    pub day: Range<DateTime<Utc>>,
}

/// A conversation as somebody logs it.
#[derive(Debug)]
pub struct NewEncounter {
    /// Where.
    pub team: TeamId,
    /// Who logs it; they took part.
    pub logged_by: PersonId,
    /// The others who took part: at least one, each once.
    pub others: Vec<PersonId>,
    /// When it was, if they said; else it was just now, and a correction leaves the date alone.
    pub when: Option<Stated>,
    /// How, if they said.
    pub how: Option<How>,
    /// What the logger wants to remember, for their eyes only.
    pub note: Option<Note>,
    /// The use of the command that logs it.
    pub interaction: InteractionId,
}

impl NewEncounter {
    /// The two have talked just now, and nothing more is said of it.
    #[must_use]
    pub fn just_now(
        team: TeamId,
        logged_by: PersonId,
        other: PersonId,
        interaction: InteractionId,
    ) -> Self {
        Self {
            team,
            logged_by,
            others: vec![other],
            when: None,
            how: None,
            note: None,
            interaction,
        }
    }

    /// Whether it says anything beside who talked.
    fn says_more(&self) -> bool {
        self.when.is_some() || self.how.is_some() || self.note.is_some()
    }

    /// Everyone who took part, in the order of their ids.
    #[must_use]
    pub fn people(&self) -> Vec<PersonId> {
        let mut people = self.others.clone();
        people.push(self.logged_by);
        people.sort_unstable();
        people
    }
}

/// What became of logging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The encounter, new or corrected.
    pub encounter: EncounterId,
    /// When it was, as now kept.
    pub happened_at: DateTime<Utc>,
    /// How it came about.
    pub outcome: LogOutcome,
}

/// Whether logging made an encounter or met one that was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogOutcome {
    /// A new encounter.
    New,
    /// The same people were logged a moment ago: that encounter was brought up to date.
    Corrected,
    /// The same people were logged a moment ago, and nothing new was said of it.
    SaidAgain,
    /// The very same use of the command was delivered again: nothing was written.
    Repeated,
    /// The note does not fit to the one that is kept of that encounter: nothing was written.
    NoteFull,
}

/// What became of *Undo*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// The encounter is deleted; these people took part too.
    Deleted(Vec<PersonId>),
    /// The encounter is as it was before its correction.
    Restored(Kept),
    /// There is no such encounter, or correction, any more: nothing was written.
    Nothing,
}

/// What there is to say once an encounter is logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The encounter as it is now.
    pub kept: Kept,
    /// How it came about.
    pub outcome: LogOutcome,
    /// Whether this is the time to ask the logger about nudges: it is asked once.
    pub invited: bool,
}
