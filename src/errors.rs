//! Errors for two readers: a [`Refusal`] is for the person who asked, a [`Failure`] for the
//! operator. A command that fails returns one of them, as a [`CommandError`].

use std::fmt;

use thiserror::Error;

use crate::database::StoreError;
use crate::discord::DiscordError;
use crate::language::{Language, Text, tr};

/// Why Rapport did not do what a person asked for: a sentence that says what happened and what
/// would work. The person reads it in their language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("refused: {sentence:?}")]
pub struct Refusal {
    sentence: Text,
    words: Words,
}

/// Text that a person wrote, to be given back to them. Its `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words(String);

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words(..)")
    }
}

impl Words {
    /// Returns `sentence` with the text below it, to be copied: Discord has cleared the form by
    /// then.
    #[must_use]
    pub(crate) fn below(&self, sentence: String, language: Language) -> String {
        if self.0.is_empty() {
            return sentence;
        }
        // A code block has a button to copy it, and only its end is markup.
        let words = self.0.replace("```", "'''");
        let yours = tr!(language, "your-words");
        format!("{sentence}\n\n{yours}\n```\n{words}\n```")
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

impl Refusal {
    /// A refusal with this sentence.
    pub(crate) fn new(sentence: Text) -> Self {
        Self {
            sentence,
            words: Words::default(),
        }
    }

    /// What the person reads.
    #[must_use]
    pub(crate) fn sentence(&self) -> &Text {
        &self.sentence
    }

    /// The text that the person wrote, to be given back.
    #[must_use]
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }
}

/// Why Rapport could not do its work. It is logged once, with its causes. The person only reads
/// that it did not work.
#[derive(Debug, Error)]
pub enum Failure {
    /// A read or a write of the database failed.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// Discord refused or did not answer.
    #[error("a request to Discord failed")]
    Discord(#[from] DiscordError),
}

/// How a command, button, select or modal can fail.
#[derive(Debug, Error)]
pub enum CommandError {
    /// Rapport refused, and the person reads why.
    #[error(transparent)]
    Refused(Refusal),
    /// Rapport failed, and the operator reads why.
    #[error("{failure}")]
    Failed {
        /// What the operator reads.
        failure: Failure,
        /// The text that the person gets back.
        words: Words,
    },
}

impl CommandError {
    /// The same error, giving `words` back to the person who wrote them.
    #[must_use]
    pub(crate) fn giving_back(self, words: Option<&str>) -> Self {
        let Some(words) = words.map(Words::from) else {
            return self;
        };
        match self {
            Self::Refused(refusal) => Self::Refused(Refusal { words, ..refusal }),
            Self::Failed { failure, .. } => Self::Failed { failure, words },
        }
    }

    /// The same error, giving `words` back unless it already gives back other text.
    #[must_use]
    pub(crate) fn giving_back_at_least(self, words: &str) -> Self {
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
