//! The two faces of an error: [`Refusal`] is what a person reads, [`Failure`] what an operator
//! reads. A command ends in one or the other, a [`CommandError`].

use std::fmt;

use thiserror::Error;

use crate::database::StoreError;
use crate::discord::DiscordError;

/// Why something a person asked for was not done: a sentence that says what happened and what
/// would work, shown to them as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{sentence}")]
pub struct Refusal {
    sentence: String,
    words: Words,
}

/// What somebody wrote in their own words, to be given back; its `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words(String);

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words(..)")
    }
}

impl Words {
    /// `sentence`, and the words below it, to be copied: Discord has cleared its box by then.
    #[must_use]
    pub fn below(&self, sentence: &str) -> String {
        if self.0.is_empty() {
            return sentence.to_owned();
        }
        // In a block of code, which has a button to copy it, nothing is markup but its end.
        let words = self.0.replace("```", "'''");
        format!("{sentence}\n\nYour words, for another try:\n```\n{words}\n```")
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

impl Refusal {
    /// A refusal that reads as `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            words: Words::default(),
        }
    }

    /// The refusal that a rule's own error is: its text was written for people.
    pub fn said(rule: impl std::error::Error) -> Self {
        Self::new(rule.to_string())
    }

    /// What the person reads, with the words they took trouble with.
    #[must_use]
    pub fn to_person(&self) -> String {
        self.words.below(&self.sentence)
    }
}

/// Why Rapport could not do its work. Logged once with its causes, at the boundary; the person
/// reads only that it did not work.
#[derive(Debug, Error)]
pub enum Failure {
    /// The database did not read or write.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// Discord refused or did not answer.
    #[error("a request to Discord failed")]
    Discord(#[from] DiscordError),
}

/// How a command, button, select or modal can end other than well.
#[derive(Debug, Error)]
pub enum CommandError {
    /// Not done, for a reason the person is told.
    #[error(transparent)]
    Refused(Refusal),
    /// Not done, for a reason the operator is told.
    #[error("{failure}")]
    Failed {
        /// What the operator is told.
        failure: Failure,
        /// What the person gets back.
        words: Words,
    },
}

impl CommandError {
    /// The same, giving `words` back to the person who wrote them.
    #[must_use]
    pub fn giving_back(self, words: Option<&str>) -> Self {
        let Some(words) = words.map(Words::from) else {
            return self;
        };
        match self {
            Self::Refused(refusal) => Self::Refused(Refusal { words, ..refusal }),
            Self::Failed { failure, .. } => Self::Failed { failure, words },
        }
    }

    /// The same, giving `words` back unless it gives back others.
    #[must_use]
    pub fn giving_back_at_least(self, words: &str) -> Self {
        let (Self::Refused(Refusal { words: own, .. }) | Self::Failed { words: own, .. }) = &self;
        if *own == Words::default() {
            self.giving_back(Some(words))
        } else {
            self
        }
    }
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<E: Into<Failure>> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self::Failed {
            failure: error.into(),
            words: Words::default(),
        }
    }
}
