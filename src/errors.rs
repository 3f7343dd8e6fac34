//! The two faces of an error: [`Refusal`] is what a person reads, [`Failure`] what an operator
//! reads. A command ends in one or the other, a [`CommandError`].

use thiserror::Error;

use crate::database::StoreError;
use crate::discord::DiscordError;

/// Why something a person asked for was not done: a sentence that says what happened and what
/// would work, shown to them as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Refusal(String);

impl Refusal {
    /// A refusal that reads as `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The refusal that a rule's own error is: its text was written for people.
    pub fn said(rule: impl std::error::Error) -> Self {
        Self(rule.to_string())
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
    #[error(transparent)]
    Failed(Failure),
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<E: Into<Failure>> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}
