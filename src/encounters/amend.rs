//! What its logger adds to an encounter after the fact: a note, more people, a circle.

use chrono::{DateTime, Utc};

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::How;
use super::note::Note;
use super::when::Precision;
use crate::calendar::Circle;
use crate::discord::names::Names;
use crate::ids::{EncounterId, InteractionId, PersonId};
use crate::members::Member;
use crate::ties::Tie;

/// The most people an encounter can have beside its logger: as many as one select offers.
pub const MOST_OTHERS: usize = 25;

/// An encounter as its logger knows it once it is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The encounter.
    pub encounter: EncounterId,
    /// When it was.
    pub happened_at: DateTime<Utc>,
    /// How much of that was said; `None` for a talk of just now.
    pub stated: Option<Precision>,
    /// How, if they said.
    pub how: Option<How>,
    /// Whether the logger has a note to it.
    pub has_note: bool,
    /// Its latest correction, while that can be undone.
    pub correction: Option<InteractionId>,
    /// The logger's tie with each of the others.
    pub ties: Vec<Tie>,
    /// What the others are called.
    pub names: Names,
}

impl Kept {
    /// Who else took part.
    #[must_use]
    pub fn others(&self) -> Vec<PersonId> {
        self.ties.iter().map(|tie| tie.other).collect()
    }

    /// The circle of all the ties, if it is the same.
    #[must_use]
    pub fn circle(&self) -> Option<Circle> {
        let first = self.ties.first()?.circle;
        let same = self.ties.iter().all(|tie| tie.circle == first);
        same.then_some(first)
    }

    /// The first instant at which a nudge may name one of the others.
    #[must_use]
    pub fn nameable_from(&self) -> Option<DateTime<Utc>> {
        self.ties.iter().filter_map(Tie::nameable_from).min()
    }
}

/// A step of adding something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Amending {
    /// Ask for a note.
    AskNote,
    /// A note was written.
    Note,
    /// People who were there too were chosen.
    People,
    /// A circle for the ties was chosen.
    Circle,
    /// A number of days for the ties was written.
    Days,
}

impl Amending {
    /// The word for it in a button.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The step that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// What is added.
#[derive(Debug, Clone)]
pub enum Amendment {
    /// A note of the logger's.
    Note(Note),
    /// Others who were there.
    People(Vec<Member>),
    /// How often the logger wants contact with all of the others.
    Circle(Circle),
}

/// What became of adding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amended {
    /// It is on disk.
    Done(Kept),
    /// There is no such encounter of theirs; nothing was written.
    Gone,
    /// It would have more than [`MOST_OTHERS`]; nothing was written.
    TooMany,
    /// The note does not fit to the one that is kept; nothing was written.
    NoteFull,
}
