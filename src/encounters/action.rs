//! The buttons and forms below the answer to `/met`.

use super::Amending;
use crate::discord::custom_id::{CustomId, field};
use crate::ids::{EncounterId, InteractionId, PersonId};

/// What a member presses below the answer to `/met`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Delete the encounter that was just logged.
    UndoEncounter(EncounterId),
    /// Undo the correction that this command made to an encounter.
    UndoCorrection(InteractionId),
    /// Log a talk that was typed outside of a server, by this use of a command, in the chosen team.
    LogTyped(InteractionId),
    /// Log that the two talked, by this use of a command, in the chosen team.
    LogTalk {
        /// The use of the command.
        command: InteractionId,
        /// The person.
        other: PersonId,
    },
    /// The answer to the question whether the member wants nudges.
    AnswerInvitation {
        /// The encounter under whose answer the question was asked.
        encounter: EncounterId,
        /// The answer.
        answer: Invitation,
    },
    /// Add something to the encounter just logged.
    AmendEncounter {
        /// The encounter.
        encounter: EncounterId,
        /// The step: what is asked, chosen or written.
        step: Amending,
    },
}

/// "Want a short Monday DM about people you're losing touch with?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Invitation {
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
            Self::LogTyped(command) => format!("1:log-typed:{command}"),
            Self::LogTalk { command, other } => format!("1:log-talk:{command}:{other}"),
            Self::AnswerInvitation { encounter, answer } => match answer {
                Invitation::Accept => format!("1:nudge-yes:{encounter}"),
                Invitation::Decline => format!("1:nudge-no:{encounter}"),
            },
            Self::AmendEncounter { encounter, step } => {
                format!("1:met-{step}:{encounter}")
            }
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        let invitation = |encounter, answer| {
            let encounter = field(encounter)?;
            Some(Self::AnswerInvitation { encounter, answer })
        };
        match *fields {
            ["1", "undo", encounter] => Some(Self::UndoEncounter(field(encounter)?)),
            ["1", "undo-correction", correction] => Some(Self::UndoCorrection(field(correction)?)),
            ["1", "log-typed", command] => Some(Self::LogTyped(field(command)?)),
            ["1", "log-talk", command, other] => Some(Self::LogTalk {
                command: field(command)?,
                other: field(other)?,
            }),
            ["1", "nudge-yes", encounter] => invitation(encounter, Invitation::Accept),
            ["1", "nudge-no", encounter] => invitation(encounter, Invitation::Decline),
            ["1", name, encounter] => Some(Self::AmendEncounter {
                encounter: field(encounter)?,
                step: field(name.strip_prefix("met-")?)?,
            }),
            _ => None,
        }
    }
}
