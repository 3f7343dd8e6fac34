//! A private note to an encounter.

use std::fmt;

use crate::language::{Text, text};
use crate::prose::{self, UnfitText};

/// A private note to an encounter: 1 to [`Note::LIMIT`] characters, not all of them blank.
///
/// Only its author sees it. It has no `Display`, and its `Debug` hides the text, so that the text
/// never gets into a log or an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// The most characters of one note. A modal would take 4000, so set its limit to this.
    pub(crate) const LIMIT: usize = 1000;

    /// The most characters of all notes of one author to one encounter together: as many as a modal
    /// takes, so that they can be edited.
    pub(crate) const WHOLE: usize = 4000;

    /// Reads one note; trims it and removes control characters.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        Self::within(text, Self::LIMIT)
    }

    /// Reads all notes to one encounter, which the author edited together.
    pub(crate) fn parse_whole(text: &str) -> Result<Self, NoteError> {
        Self::within(text, Self::WHOLE)
    }

    fn within(text: &str, most: usize) -> Result<Self, NoteError> {
        match prose::tidy(text, most) {
            Ok(text) => Ok(Self(text)),
            Err(UnfitText::Empty) => Err(NoteError::Empty),
            Err(UnfitText::TooLong { by }) => Err(NoteError::TooLong { most, by }),
        }
    }

    /// The text from the database. Several notes to one encounter are stored together, so it may be
    /// longer than one note.
    pub(crate) fn kept(text: String) -> Self {
        Self(text)
    }

    /// The text, for its author and the database. User text: escape it for Discord.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note(..)")
    }
}

/// Why a note was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteError {
    /// The note is blank.
    Empty,
    /// The note is longer than the limit.
    TooLong {
        /// The limit.
        most: usize,
        /// How many characters are beyond the limit.
        by: usize,
    },
}

impl NoteError {
    /// What the author reads.
    #[must_use]
    pub(crate) fn sentence(self) -> Text {
        match self {
            Self::Empty => text!("note-empty"),
            Self::TooLong { most, by } => text!("note-too-long", most, by),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn errors_name_the_limit() {
        assert_eq!(Note::parse(" new puppy\n").unwrap().as_str(), "new puppy");
        assert!(Note::parse(&"é".repeat(Note::LIMIT)).is_ok());
        assert_eq!(Note::parse("\u{200B} "), Err(NoteError::Empty));
        assert_eq!(
            Note::parse(&"é".repeat(Note::LIMIT + 7))
                .unwrap_err()
                .sentence()
                .to(Language::English),
            "A note can have 1000 characters and this one has 7 more. \
             Keep what you want to be reminded of."
        );
    }

    #[test]
    fn debug_hides_the_text() {
        assert_eq!(
            format!("{:?}", Note::parse("new puppy").unwrap()),
            "Note(..)"
        );
    }
}
