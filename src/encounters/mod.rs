//! An encounter: a conversation that happened. It counts for everyone who took part.

pub(crate) mod action;
pub(crate) mod amend;
pub(crate) mod commands;
pub mod note;
pub mod store;
pub(crate) mod view;

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use strum::{EnumString, IntoStaticStr};
use thiserror::Error;

use crate::calendar::{Zone, wall_clock};
use crate::ids::{EncounterId, InteractionId, MemberKey, PersonId, TeamId};
use crate::language::{Text, text};
use crate::members::Member;
use crate::team::Team;
use crate::when::{Precision, When};

pub use amend::LoggedEncounter;
pub use amend::{Amended, Amending, Amendment, MOST_OTHERS};
use note::Note;

/// If the same member logs the same people again within this time, it is a correction of the first
/// encounter.
pub(crate) const CORRECTION_WINDOW: TimeDelta = TimeDelta::minutes(10);

/// How long a correction can be undone: its answer may still be on a screen.
pub(crate) const UNDO_WINDOW: TimeDelta = TimeDelta::days(1);

/// How people talked.
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
    /// In a voice channel.
    Voice,
    /// Any other way.
    Other,
}

/// A word that names no way to talk; operators read it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a way to be in touch")]
pub(crate) struct UnknownHow(String);

impl How {
    /// The word for it in commands, answers and the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }

    /// To put into a sentence: "on a call"; `None` for a way that has no words.
    #[must_use]
    pub(crate) fn phrase(self) -> Option<Text> {
        match self {
            Self::InPerson => Some(text!("how-in-person")),
            Self::Call => Some(text!("how-call")),
            Self::Chat => Some(text!("how-chat")),
            Self::Coffee => Some(text!("how-coffee")),
            Self::Pairing => Some(text!("how-pairing")),
            Self::Voice => Some(text!("how-voice")),
            Self::Other => None,
        }
    }

    /// The way to talk with this word.
    pub(crate) fn parse(word: &str) -> Result<Self, UnknownHow> {
        word.parse().map_err(|_| UnknownHow(word.to_owned()))
    }
}

/// When a conversation happened, as a member said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The time that Rapport stores.
    pub(crate) at: DateTime<Utc>,
    /// How precisely the member said it.
    pub(crate) precision: Precision,
    /// The day in the member's zone.
    pub(crate) day: Range<DateTime<Utc>>,
}

impl Stated {
    /// What a member in `zone` said.
    #[must_use]
    pub fn in_zone(zone: Zone, when: When) -> Self {
        let day = when.at.with_timezone(&zone).date_naive();
        let midnight = |day: NaiveDate| wall_clock::instant(day.and_time(NaiveTime::MIN), zone);
        Self {
            at: when.at,
            precision: when.precision,
            day: midnight(day)..midnight(day.succ_opt().unwrap_or(day)),
        }
    }
}

/// A conversation that a member logs.
#[derive(Debug)]
pub struct NewEncounter {
    /// The team.
    pub team: TeamId,
    /// The member who logs it; they took part.
    pub logged_by: PersonId,
    /// The others who took part: at least one, without duplicates.
    pub others: Vec<PersonId>,
    /// When it happened. `None` is just now for a new encounter; a correction then keeps the date.
    pub when: Option<Stated>,
    /// How they talked, if the logger said.
    pub how: Option<How>,
    /// The logger's private note.
    pub note: Option<Note>,
    /// The interaction that logs it.
    pub interaction: InteractionId,
}

impl NewEncounter {
    /// The two talked just now; no note, no way to talk.
    #[must_use]
    pub(crate) fn just_now(logger: MemberKey, other: PersonId, interaction: InteractionId) -> Self {
        Self {
            team: logger.team,
            logged_by: logger.person,
            others: vec![other],
            when: None,
            how: None,
            note: None,
            interaction,
        }
    }

    /// Whether it says anything besides who talked.
    fn says_more(&self) -> bool {
        self.when.is_some() || self.how.is_some() || self.note.is_some()
    }

    /// Everyone who took part, ordered by id.
    #[must_use]
    pub(crate) fn people(&self) -> Vec<PersonId> {
        let mut people = self.others.clone();
        people.push(self.logged_by);
        people.sort_unstable();
        people
    }
}

/// A talk to log, with the people it stores.
#[derive(Debug)]
pub struct Talk {
    /// The team.
    pub team: Team,
    /// The member who logs it.
    pub member: Member,
    /// The people named, as Discord describes them now. People who are stored may be left out.
    pub named: Vec<Member>,
    /// What to log.
    pub new: NewEncounter,
    /// When it is logged.
    pub now: DateTime<Utc>,
}

/// The result of logging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logged {
    /// The encounter, new or corrected.
    pub(crate) encounter: EncounterId,
    /// Whether it is new.
    pub(crate) outcome: LogOutcome,
}

/// Whether logging stored a new encounter or changed an existing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogOutcome {
    /// A new encounter.
    New,
    /// The member logged the same people a moment ago; that encounter was corrected.
    Corrected,
    /// The member logged the same people a moment ago and said nothing new now.
    SaidAgain,
    /// Discord delivered the same interaction again; nothing was written.
    Repeated,
    /// The note and the stored one are too long together; nothing was written.
    NoteFull,
}

impl LogOutcome {
    /// Whether something was written about the encounter.
    fn wrote(self) -> bool {
        !matches!(self, Self::Repeated | Self::NoteFull)
    }
}

/// The result of *Undo*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// The encounter was deleted; these people took part too.
    Deleted(Vec<PersonId>),
    /// The correction was undone; the encounter is as before it.
    Restored(LoggedEncounter),
    /// There is no such encounter or correction (any more); nothing was written.
    Nothing,
}

/// What the answer to `/met` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The encounter, as stored now.
    pub logged: LoggedEncounter,
    /// Whether it is new.
    pub(crate) outcome: LogOutcome,
    /// Whether that was their answer to their last nudge: their next one may come sooner.
    pub(crate) acted: bool,
    /// Whether to ask the logger about nudges now. It is asked once.
    pub(crate) invited: bool,
}
