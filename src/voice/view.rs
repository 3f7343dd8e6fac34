//! The question whether talks in voice channels count, and what people read after they answered.

use super::action::Action;
use crate::discord::reply::{Reply, button, main_button};
use crate::ids::EncounterId;
use crate::language::{Language, Text, text, tr};

/// `reply`, the answer about an encounter, with the question below it.
#[must_use]
pub(crate) fn with_question(reply: Reply, encounter: EncounterId, language: Language) -> Reply {
    let yes = main_button(&Action::Accept(encounter), tr!(language, "voice-yes"));
    let no = button(&Action::Decline(encounter), tr!(language, "voice-no"));
    reply
        .and(&tr!(language, "voice-question"))
        .buttons(vec![yes, no])
}

/// They want it.
#[must_use]
pub(crate) fn accepted() -> Text {
    text!("voice-accepted")
}

/// They don't.
#[must_use]
pub(crate) fn declined() -> Text {
    text!("voice-declined")
}
