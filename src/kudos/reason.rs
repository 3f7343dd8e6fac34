//! The reason of a thank-you.

use std::fmt;

use crate::errors::Refusal;
use crate::language::{Text, text};
use crate::prose::{self, UnfitText};

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
            Err(UnfitText::Empty) => Err(ReasonError::Empty),
            Err(UnfitText::TooLong { by }) => Err(ReasonError::TooLong { by }),
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

/// Why a reason was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonError {
    /// The reason is blank.
    Empty,
    /// Longer than [`Reason::LIMIT`].
    TooLong {
        /// How many characters are beyond the limit.
        by: usize,
    },
}

impl ReasonError {
    /// The sentence for the giver.
    #[must_use]
    pub(crate) fn sentence(self) -> Text {
        match self {
            Self::Empty => text!("kudos-reason-empty"),
            Self::TooLong { by } => text!("kudos-reason-too-long", most = Reason::LIMIT, by),
        }
    }
}

impl From<ReasonError> for Refusal {
    fn from(error: ReasonError) -> Self {
        Self::new(error.sentence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn errors_name_the_limit() {
        assert_eq!(Reason::parse(" thanks ").unwrap().as_str(), "thanks");
        assert!(Reason::parse(&"é".repeat(Reason::LIMIT)).is_ok());
        assert_eq!(Reason::parse("\u{200B} "), Err(ReasonError::Empty));
        let too_long = Reason::parse(&"é".repeat(Reason::LIMIT + 7)).unwrap_err();
        assert_eq!(
            too_long.sentence().to(Language::English),
            "A thank-you can have 1000 characters, and this one has 7 more. \
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
