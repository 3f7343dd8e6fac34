//! From a pressed component to the feature that answers it.

use crate::app::App;
use crate::discord::action::Action;
use crate::errors::{CommandError, Refusal};
use crate::interaction::press::Press;
use crate::settings;
use crate::setup;
use crate::{encounters, kudos, nudges, people, privacy};

/// Reads what was pressed and has it answered.
pub(super) async fn route(
    app: &App,
    press: &Press<'_>,
    custom_id: &str,
) -> Result<(), CommandError> {
    let action = Action::decode(custom_id).map_err(|_| {
        Refusal::new(
            "That button is from another version of Rapport and no longer works. \
             The commands in `/help` do the same.",
        )
    })?;
    match action {
        Action::UndoEncounter(encounter) => encounters::commands::undo(app, press, encounter).await,
        Action::UndoCorrection(correction) => {
            encounters::commands::undo_correction(app, press, correction).await
        }
        Action::AnswerInvitation { encounter, answer } => {
            nudges::commands::answer_invitation(app, press, encounter, answer).await
        }
        Action::AnswerSuggestion {
            nudge,
            other,
            outcome,
        } => nudges::commands::answer_suggestion(app, press, nudge, other, outcome).await,
        Action::AnswerPreview {
            team,
            other,
            outcome,
        } => nudges::commands::answer_preview(app, press, team, other, outcome).await,
        Action::TakeBackKudos(kudos) => kudos::commands::take_back(app, press, kudos).await,
        Action::TurnBoard(view) => kudos::commands::turn_board(app, press, view).await,
        Action::OfferPause(nudge) => nudges::commands::offer_pause(app, press, nudge).await,
        Action::PauseNudges { team, length } => {
            nudges::commands::pause_chosen(app, press, team, length).await
        }
        Action::ResumeNudges(team) => nudges::commands::resume_chosen(app, press, team).await,
        Action::OpenSettings(nudge) => settings::commands::open_settings(app, press, nudge).await,
        Action::ChangeSetting { team, setting } => {
            settings::commands::change_setting(app, press, team, setting).await
        }
        Action::Setup(setup) => setup::commands::press_setup(app, press, setup).await,
        Action::Privacy(request) => privacy::commands::press_privacy(app, press, request).await,
        Action::Thank(thanks) => kudos::commands::thank(app, press, thanks).await,
        Action::ShowRecapBoard(recap) => kudos::commands::show_recap_board(app, press, recap).await,
        Action::AmendEncounter { encounter, step } => {
            encounters::commands::amend(app, press, encounter, step).await
        }
        Action::TurnPeople { show, page } => people::commands::turn(app, press, show, page).await,
        Action::OpenPerson => people::commands::open(app, press).await,
        Action::TurnTalks { other, page } => {
            people::talks::commands::turn(app, press, other, page).await
        }
        Action::OpenTalk { other } => people::talks::commands::open(app, press, other).await,
        Action::OnTalk { at, step } => people::talks::commands::act(app, press, at, step).await,
        Action::OnCard { other, step } => people::commands::act(app, press, other, step).await,
    }
}
