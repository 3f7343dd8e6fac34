//! The buttons and forms below the answer to `/met`.

use super::Amending;
use crate::discord::custom_id::{CustomId, number};
use crate::ids::{EncounterId, InteractionId};

/// What is pressed below the answer to `/met`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Delete the encounter just logged.
    UndoEncounter(EncounterId),
    /// Take back the correction of an encounter by this use of a command.
    UndoCorrection(InteractionId),
    /// The answer to the one question about Monday nudges.
    AnswerInvitation {
        /// The encounter whose logging brought the question up.
        encounter: EncounterId,
        /// The answer.
        answer: Invitation,
    },
    /// Add something to the encounter just logged.
    AmendEncounter {
        /// The encounter.
        encounter: EncounterId,
        /// What is asked, chosen or written.
        step: Amending,
    },
}

/// "Want a short Monday DM about people you're losing touch with?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// Yes.
    Accept,
    /// No thanks.
    Decline,
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::UndoEncounter(encounter) => format!("1:undo:{encounter}"),
            Self::UndoCorrection(correction) => format!("1:undo-correction:{correction}"),
            Self::AnswerInvitation { encounter, answer } => match answer {
                Invitation::Accept => format!("1:nudge-yes:{encounter}"),
                Invitation::Decline => format!("1:nudge-no:{encounter}"),
            },
            Self::AmendEncounter { encounter, step } => {
                format!("1:met-{}:{encounter}", step.as_str())
            }
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        let invitation = |encounter, answer| {
            let encounter = number(encounter)?;
            Some(Self::AnswerInvitation { encounter, answer })
        };
        match *fields {
            ["1", "undo", encounter] => Some(Self::UndoEncounter(number(encounter)?)),
            ["1", "undo-correction", correction] => Some(Self::UndoCorrection(number(correction)?)),
            ["1", "nudge-yes", encounter] => invitation(encounter, Invitation::Accept),
            ["1", "nudge-no", encounter] => invitation(encounter, Invitation::Decline),
            ["1", name, encounter] => Some(Self::AmendEncounter {
                encounter: number(encounter)?,
                step: Amending::parse(name.strip_prefix("met-")?)?,
            }),
            _ => None,
        }
    }
}
