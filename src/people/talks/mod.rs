//! A member's talks with a person, page by page. Each can be read completely and corrected.

pub(crate) mod commands;
pub(crate) mod store;
pub(crate) mod view;

use strum::{Display, EnumString, VariantArray};

use super::PastTalk;
use crate::discord::names::{Names, PersonName};
use crate::encounters::Stated;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, PersonId};

/// How many talks a page of the list has.
pub(crate) const PAGE: usize = 10;

/// One page of the talks with a person, the latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TalkPage {
    /// The other person.
    pub(crate) other: PersonId,
    /// Their name as last seen; empty if none is stored.
    pub(crate) name: PersonName,
    /// The talks on it.
    pub(crate) talks: Vec<PastTalk>,
    /// The number of the page, from 1.
    pub(crate) number: usize,
    /// How many pages there are, at least one.
    pub(crate) of: usize,
}

/// An opened talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenTalk {
    /// The talk.
    pub(crate) talk: PastTalk,
    /// The others who took part.
    pub(crate) others: Vec<PersonId>,
    /// The names of all of them.
    pub(crate) names: Names,
}

/// The talk and page that a component belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TalkAt {
    /// The talk.
    pub(crate) encounter: EncounterId,
    /// The person from whose list it was opened.
    pub(crate) other: PersonId,
    /// The page of the note, from 1.
    pub(crate) page: usize,
}

/// A step on an opened talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum TalkStep {
    /// Show it, with this page of the note.
    Read,
    /// Ask for the note.
    AskNote,
    /// The written note.
    Note,
    /// Ask for the date.
    AskDate,
    /// The written date.
    Date,
    /// Ask whether to delete the talk.
    AskDelete,
    /// Delete the talk.
    Delete,
    /// The member did not take part.
    Absent,
}

/// A correction of a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fix {
    /// The member's note; `None` deletes it.
    Note(Option<Note>),
    /// Another date; only the logger can set it.
    Date(Stated),
    /// Deletes it; only the logger can.
    Delete,
    /// The member did not take part; only for members who did not log it.
    Absent,
}
