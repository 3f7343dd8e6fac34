//! What somebody is thanked for.

use std::fmt;

use crate::prose::{self, Unfit};

/// The reason of a thank-you, in the giver's words: 1 to [`Reason::LIMIT`] characters, something
/// in it to be seen.
///
/// It is posted where the giver wrote it and nowhere else: it has no `Display`, and its `Debug`
/// does not show it, so that it can't end up in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The most characters: a thank-you is brief, and one field of a Discord embed takes 1024.
    pub const LIMIT: usize = 1000;

    /// Takes the text without blank ends and control characters.
    pub fn parse(text: &str) -> Result<Self, ReasonError> {
        match prose::tidy(text, Self::LIMIT) {
            Ok(text) => Ok(Self(text)),
            Err(Unfit::Empty) => Err(ReasonError::Empty),
            Err(Unfit::TooLong { by }) => Err(ReasonError::TooLong { by }),
        }
    }

    /// The text, for the post and the database. User text: escape it for Discord.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reason(..)")
    }
}

/// Why a reason was not taken; the text is for the giver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    /// There is nothing to read in it.
    #[error("The thank-you has no words yet. Say what it is for, in a sentence or two.")]
    Empty,
    /// Longer than [`Reason::LIMIT`].
    #[error(
        "A thank-you can have {} characters and this one has {} more. A sentence or two is plenty.",
        Reason::LIMIT,
        .by
    )]
    TooLong {
        /// Characters beyond the limit.
        by: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_in_words() {
        assert_eq!(Reason::parse(" thanks ").unwrap().as_str(), "thanks");
        assert!(Reason::parse(&"é".repeat(Reason::LIMIT)).is_ok());
        assert_eq!(Reason::parse("\u{200B} "), Err(ReasonError::Empty));
        assert_eq!(
            Reason::parse(&"é".repeat(Reason::LIMIT + 7))
                .unwrap_err()
                .to_string(),
            "A thank-you can have 1000 characters and this one has 7 more. \
             A sentence or two is plenty."
        );
    }

    #[test]
    fn debug_does_not_show_it() {
        assert_eq!(
            format!("{:?}", Reason::parse("thanks").unwrap()),
            "Reason(..)"
        );
    }
}
