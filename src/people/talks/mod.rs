//! The talks of a member with somebody, page by page: each can be read whole and put right.

pub mod commands;
pub mod store;
pub mod view;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Talk;
use crate::discord::names::{Names, PersonName};
use crate::encounters::Stated;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, PersonId};

/// How many talks a page of the list has.
pub const PAGE: usize = 10;

/// One page of the talks with somebody, the latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkPage {
    /// The other.
    pub other: PersonId,
    /// Their name as last seen; empty if none is kept.
    pub name: PersonName,
    /// The talks on it.
    pub talks: Vec<Talk>,
    /// Its number, from 1.
    pub number: usize,
    /// How many pages there are, at least one.
    pub of: usize,
}

/// A talk, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTalk {
    /// The talk.
    pub talk: Talk,
    /// The others who took part.
    pub others: Vec<PersonId>,
    /// What they are called.
    pub names: Names,
}

/// What a button or form on an opened talk is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalkAt {
    /// The talk.
    pub encounter: EncounterId,
    /// The person in whose list it was opened.
    pub other: PersonId,
    /// The page of the note, from 1.
    pub page: usize,
}

/// What can be pressed or written on an opened talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum TalkStep {
    /// Show it, at a page of the note.
    Read,
    /// Ask for the note.
    AskNote,
    /// The note was written.
    Note,
    /// Ask for the date.
    AskDate,
    /// The date was written.
    Date,
    /// Ask whether to delete the talk.
    AskDelete,
    /// Delete the talk.
    Delete,
    /// The member was not there.
    Absent,
}

impl TalkStep {
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

/// What is put right about a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The member's note; `None` deletes it.
    Note(Option<Note>),
    /// When it was; for who logged it.
    Date(Stated),
    /// It is deleted; for who logged it.
    Delete,
    /// The member was not there; for who did not log it.
    Absent,
}
