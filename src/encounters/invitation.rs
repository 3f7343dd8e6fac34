//! The one question about nudges, below the answer to `/met`.

use poise::serenity_prelude::CreateButton;

use super::action::{Action, Invitation};
use crate::discord::reply::{button, main_button};
use crate::ids::EncounterId;
use crate::interaction::press::Press;

const QUESTION: &str = "Want a short Monday DM about people you're losing touch with?";

/// Whether a message asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// It waits for an answer.
    Open,
    /// It is answered, or was never asked there.
    Closed,
}

impl Question {
    /// As the buttons of the message show on which something was pressed.
    #[must_use]
    pub fn on(press: &Press<'_>) -> Self {
        let asks = |action: Action| matches!(action, Action::AnswerInvitation { .. });
        if press.message_has(asks) {
            Self::Open
        } else {
            Self::Closed
        }
    }

    /// `text`, with the question below it where it is open.
    pub(super) fn below(self, text: String) -> String {
        match self {
            Self::Open => format!("{text}\n\n{QUESTION}"),
            Self::Closed => text,
        }
    }

    /// The buttons that answer it.
    pub(super) fn buttons(self, encounter: EncounterId) -> Vec<CreateButton> {
        if self == Self::Closed {
            return Vec::new();
        }
        let answer = |answer| Action::AnswerInvitation { encounter, answer };
        vec![
            main_button(&answer(Invitation::Accept), "Yes"),
            button(&answer(Invitation::Decline), "No thanks"),
        ]
    }
}
