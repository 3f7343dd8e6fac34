//! The question whether a member wants nudges, below the answer to `/met`. It is asked once.

use poise::serenity_prelude::CreateButton;

use crate::discord::reply::{button, main_button};
use crate::encounters::action::{Action, Invitation};
use crate::ids::EncounterId;
use crate::language::{Language, tr};
use crate::members::Member;

/// Whether an answer shows the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// Shown, without an answer so far.
    Open,
    /// Answered, or never asked in this message.
    Closed,
}

impl Question {
    /// Whether the answer about `encounter` shows it to this member.
    pub(super) fn of(member: &Member, encounter: EncounterId) -> Self {
        if member.asked_on == Some(encounter) {
            Self::Open
        } else {
            Self::Closed
        }
    }

    /// `text`, with the question below it if it is open.
    pub(super) fn below(self, text: String, language: Language) -> String {
        match self {
            Self::Open => format!("{text}\n\n{}", tr!(language, "invitation")),
            Self::Closed => text,
        }
    }

    /// The buttons to answer the question.
    pub(super) fn buttons(self, encounter: EncounterId, language: Language) -> Vec<CreateButton> {
        if self == Self::Closed {
            return Vec::new();
        }
        let answer = |answer| Action::AnswerInvitation { encounter, answer };
        vec![
            main_button(&answer(Invitation::Accept), tr!(language, "invitation-yes")),
            button(&answer(Invitation::Decline), tr!(language, "invitation-no")),
        ]
    }
}
