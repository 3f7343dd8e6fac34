//! The reason of a thank-you.

use std::fmt;

use crate::prose::{self, Unfit};

/// The reason of a thank-you, as the giver wrote it: 1 to [`Reason::LIMIT`] characters, not all of
/// them blank.
///
/// It is posted where the giver wrote it and nowhere else. It has no `Display`, and its `Debug`
/// hides the text, so that the text never gets into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The most characters. A thank-you is short.
    pub(crate) const LIMIT: usize = 1000;

    /// Reads a reason; trims it and removes control characters.
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

/// Why a reason was refused; the giver reads the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    /// The reason is blank.
    #[error("The thank-you has no words yet. Say what it is for, in a sentence or two.")]
    Empty,
    /// Longer than [`Reason::LIMIT`].
    #[error(
        "A thank-you can have {} characters and this one has {} more. A sentence or two is plenty.",
        Reason::LIMIT,
        .by
    )]
    TooLong {
        /// How many characters are beyond the limit.
        by: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_limit() {
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
    fn debug_hides_the_text() {
        assert_eq!(
            format!("{:?}", Reason::parse("thanks").unwrap()),
            "Reason(..)"
        );
    }
}
