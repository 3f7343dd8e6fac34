//! The human detail that somebody wants to remember.

use std::fmt;

use crate::prose::{self, Unfit};

/// A private note to an encounter: 1 to [`Note::LIMIT`] characters, something in it to be seen.
///
/// Nobody but its author ever sees it: it has no `Display`, and its `Debug` does not show it, so
/// that it can't end up in a log or an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// The most characters: a whole note then fits one field of a Discord embed (1024), and five
    /// of them fit a nudge (6000). A modal would take 4000; set its limit to this.
    pub const LIMIT: usize = 1000;

    /// The most characters of all that is noted to one encounter, one after the other: as many as a
    /// form takes, in which it can be changed.
    pub const WHOLE: usize = 4000;

    /// Takes the text without blank ends and control characters.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        Self::within(text, Self::LIMIT)
    }

    /// Takes what was made of all that is noted to one encounter.
    pub fn parse_whole(text: &str) -> Result<Self, NoteError> {
        Self::within(text, Self::WHOLE)
    }

    fn within(text: &str, most: usize) -> Result<Self, NoteError> {
        match prose::tidy(text, most) {
            Ok(text) => Ok(Self(text)),
            Err(Unfit::Empty) => Err(NoteError::Empty),
            Err(Unfit::TooLong { by }) => Err(NoteError::TooLong { most, by }),
        }
    }

    /// The text as the database has it: two notes to one encounter are kept together, and may be
    /// longer than one that is typed.
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

/// Why a note was not taken; the text is for its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// There is nothing to read in it.
    #[error("The note is empty. Write what you want to remember, or leave the note out.")]
    Empty,
    /// Longer than the limit.
    #[error(
        "A note can have {} characters and this one has {} more. Keep what you want to be \
         reminded of.",
        .most,
        .by
    )]
    TooLong {
        /// The limit.
        most: usize,
        /// Characters beyond the limit.
        by: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_in_words() {
        assert_eq!(Note::parse(" new puppy\n").unwrap().as_str(), "new puppy");
        assert!(Note::parse(&"é".repeat(Note::LIMIT)).is_ok());
        assert_eq!(Note::parse("\u{200B} "), Err(NoteError::Empty));
        assert_eq!(
            Note::parse(&"é".repeat(Note::LIMIT + 7))
                .unwrap_err()
                .to_string(),
            "A note can have 1000 characters and this one has 7 more. \
             Keep what you want to be reminded of."
        );
    }

    #[test]
    fn debug_does_not_show_it() {
        assert_eq!(
            format!("{:?}", Note::parse("new puppy").unwrap()),
            "Note(..)"
        );
    }
}
