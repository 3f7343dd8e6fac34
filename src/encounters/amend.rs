//! What the logger adds to an encounter later: a note, more people, a circle, a kind.

use chrono::{DateTime, Utc};

use strum::{Display, EnumString, VariantArray};

use super::How;
use super::note::Note;
use crate::calendar::Circle;
use crate::discord::names::Names;
use crate::ids::{EncounterId, InteractionId, PersonId};
use crate::members::Member;
use crate::ties::{Kind, Tie};
use crate::when::Precision;

/// The most people in an encounter besides its logger: as many as one select offers.
pub const MOST_OTHERS: usize = 25;

/// A stored encounter, as its logger sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedEncounter {
    /// The encounter.
    pub encounter: EncounterId,
    /// When it happened.
    pub(crate) happened_at: DateTime<Utc>,
    /// How precisely the logger gave the time; `None` if they logged it as just now.
    pub(crate) stated: Option<Precision>,
    /// How they talked, if the logger said.
    pub(crate) how: Option<How>,
    /// Whether the logger has a note on it.
    pub(crate) has_note: bool,
    /// Its latest correction, while the logger can still undo it.
    pub(crate) correction: Option<InteractionId>,
    /// The logger's tie with each of the others.
    pub(crate) ties: Vec<Tie>,
    /// The names of the others.
    pub(crate) names: Names,
}

impl LoggedEncounter {
    /// The others who took part.
    #[must_use]
    pub fn others(&self) -> Vec<PersonId> {
        self.ties.iter().map(|tie| tie.other).collect()
    }

    /// The circle of the ties, if all have the same one.
    #[must_use]
    pub(crate) fn circle(&self) -> Option<Circle> {
        let first = self.ties.first()?.circle;
        let same = self.ties.iter().all(|tie| tie.circle == first);
        same.then_some(first)
    }

    /// The logger's tie with the other, if there is exactly one.
    #[must_use]
    pub(crate) fn only_tie(&self) -> Option<&Tie> {
        match &self.ties[..] {
            [tie] => Some(tie),
            _ => None,
        }
    }

    /// Whether it was a talk with a contact of the logger: nobody else can have been there.
    #[must_use]
    pub(crate) fn is_with_contact(&self) -> bool {
        self.ties.iter().any(|tie| tie.other.is_contact())
    }

    /// The earliest time at which a nudge may name one of the others.
    #[must_use]
    pub(crate) fn nameable_from(&self) -> Option<DateTime<Utc>> {
        self.ties.iter().filter_map(Tie::nameable_from).min()
    }
}

/// A step of adding something to an encounter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Amending {
    /// Ask for a note.
    AskNote,
    /// The note the member wrote.
    Note,
    /// The people the member added.
    People,
    /// The circle the member chose for the ties.
    Circle,
    /// The number of days the member wrote for the ties.
    Days,
    /// What the other person is to the member.
    Kind,
}

/// What the logger adds.
#[derive(Debug, Clone)]
pub enum Amendment {
    /// A note of the logger.
    Note(Note),
    /// More people who took part.
    People(Vec<Member>),
    /// How often the logger wants contact with each of the others.
    Circle(Circle),
    /// What the only other person is to the logger; `None` is not said.
    Kind(Option<Kind>),
}

/// The result of adding something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amended {
    /// It is stored.
    Done(LoggedEncounter),
    /// The member logged no such encounter; nothing was written.
    Gone,
    /// The encounter would have more than [`MOST_OTHERS`]; nothing was written.
    TooMany,
    /// The note and the stored one are too long together; nothing was written.
    NoteFull,
    /// A kind is said of one person, and the encounter has several others, or none any more; nothing
    /// was written.
    NotOne,
}
