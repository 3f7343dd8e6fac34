//! Passes a pressed component to its feature.

use super::action::Action;
use crate::app::App;
use crate::discord::custom_id::CustomId as _;
use crate::encounters::action::Action as Encounters;
use crate::errors::{CommandError, Refusal};
use crate::interaction::press::Press;
use crate::introductions::action::Action as Introductions;
use crate::kudos::action::Action as Kudos;
use crate::language::text;
use crate::nudges::action::Action as Nudges;
use crate::nudges::reminders;
use crate::nudges::reminders::action::Action as Reminders;
use crate::people::action::Action as People;
use crate::setup::IntroductionsStep;
use crate::{
    anywhere, contacts, dates, encounters, introductions, kudos, nudges, people, privacy, settings,
    setup, voice,
};

/// Decodes the component's `custom_id` and calls the feature.
pub(super) async fn route(app: &App, press: &Press<'_>) -> Result<(), CommandError> {
    if let Some(team) = press.carried() {
        anywhere::find_team::enter(app, press, team).await?;
    }
    let action =
        Action::decode(press.action()).ok_or_else(|| Refusal::new(text!("outdated-button")))?;
    match action {
        Action::Encounters(action) => route_encounters(app, press, action).await,
        Action::Nudges(action) => route_nudges(app, press, action).await,
        Action::Reminders(action) => route_reminders(app, press, action).await,
        Action::Introductions(action) => route_introductions(app, press, action).await,
        Action::Voice(action) => voice::commands::answer(app, press, action).await,
        Action::Kudos(action) => route_kudos(app, press, action).await,
        Action::People(action) => route_people(app, press, action).await,
        Action::Contacts(action) => contacts::commands::decide(app, press, action).await,
        Action::Settings(action) => {
            settings::commands::change_setting(app, press, action.team, action.setting).await
        }
        Action::Dates(action) => dates::commands::press_date(app, press, action).await,
        Action::Setup(setup) => setup::commands::press_setup(app, press, setup).await,
        Action::SetupIntroductions(IntroductionsStep::Back) => {
            Box::pin(setup::commands::show_panel(app, press)).await
        }
        Action::SetupIntroductions(step) => {
            setup::introductions::commands::press(app, press, step).await
        }
        Action::Privacy(request) => privacy::commands::press_privacy(app, press, request).await,
    }
}

async fn route_encounters(
    app: &App,
    press: &Press<'_>,
    action: Encounters,
) -> Result<(), CommandError> {
    match action {
        Encounters::UndoEncounter(encounter) => {
            encounters::commands::undo(app, press, encounter).await
        }
        Encounters::UndoCorrection(correction) => {
            encounters::commands::undo_correction(app, press, correction).await
        }
        Encounters::AnswerInvitation { encounter, answer } => {
            nudges::commands::answer_invitation(app, press, encounter, answer).await
        }
        Encounters::LogTyped(command) => encounters::commands::log_typed(app, press, command).await,
        Encounters::LogTalk { command, other } => {
            encounters::commands::log_talk(app, press, command, other).await
        }
        Encounters::AmendEncounter { encounter, step } => {
            encounters::commands::amend(app, press, encounter, step).await
        }
    }
}

async fn route_nudges(app: &App, press: &Press<'_>, action: Nudges) -> Result<(), CommandError> {
    match action {
        Nudges::AnswerSuggestion {
            nudge,
            other,
            outcome,
        } => nudges::commands::answer_suggestion(app, press, nudge, other, outcome).await,
        Nudges::AnswerPreview {
            team,
            other,
            outcome,
        } => nudges::commands::answer_preview(app, press, team, other, outcome).await,
        Nudges::OfferPause(nudge) => nudges::commands::offer_pause(app, press, nudge).await,
        Nudges::PauseNudges { team, length } => {
            nudges::commands::pause_chosen(app, press, team, length).await
        }
        Nudges::ResumeNudges(team) => nudges::commands::resume_chosen(app, press, team).await,
        Nudges::ShowNow => nudges::commands::show_now(app, press).await,
        Nudges::OpenSettings(nudge) => settings::commands::open_settings(app, press, nudge).await,
    }
}

async fn route_reminders(
    app: &App,
    press: &Press<'_>,
    action: Reminders,
) -> Result<(), CommandError> {
    match action {
        Reminders::Offer { nudge, other } => {
            reminders::commands::offer(app, press, nudge, other).await
        }
        Reminders::Choose { about, at } => reminders::commands::choose(app, press, about, at).await,
        Reminders::Ask(about) => reminders::commands::ask(press, about).await,
        Reminders::Write(about) => reminders::commands::write(app, press, about).await,
        Reminders::Answer { reminder, outcome } => {
            reminders::commands::answer(app, press, reminder, outcome).await
        }
    }
}

async fn route_introductions(
    app: &App,
    press: &Press<'_>,
    action: Introductions,
) -> Result<(), CommandError> {
    use introductions::commands;
    match action {
        Introductions::Offer(_) => commands::offer(app, press).await,
        Introductions::Join(team) => commands::join(app, press, team).await,
        Introductions::Decline(_) => commands::decline(press).await,
        Introductions::Skip(team) => commands::skip_chosen(app, press, team).await,
        Introductions::Answer {
            introduction,
            answer,
            card,
        } => commands::answer(app, press, introduction, answer, card).await,
    }
}

async fn route_kudos(app: &App, press: &Press<'_>, action: Kudos) -> Result<(), CommandError> {
    match action {
        Kudos::TakeBackKudos(kudos) => kudos::commands::take_back(app, press, kudos).await,
        Kudos::ShowBoardPage(view) => kudos::commands::show_board_page(app, press, view).await,
        Kudos::Thank(thanks) => kudos::commands::thank(app, press, thanks).await,
        Kudos::ShowRecapBoard(recap) => kudos::commands::show_recap_board(app, press, recap).await,
        Kudos::ShowMine { page } => kudos::mine::commands::show_page(app, press, page).await,
    }
}

async fn route_people(app: &App, press: &Press<'_>, action: People) -> Result<(), CommandError> {
    match action {
        People::ShowPeoplePage { filter, page } => {
            people::commands::show_page(app, press, filter, page).await
        }
        People::OpenPerson => people::commands::open(app, press).await,
        People::ShowTalksPage { other, page } => {
            people::talks::commands::show_page(app, press, other, page).await
        }
        People::OpenTalk { other } => people::talks::commands::open(app, press, other).await,
        People::OnTalk { at, step } => people::talks::commands::act(app, press, at, step).await,
        People::OnContact { contact, step } => {
            contacts::commands::act(app, press, contact, step).await
        }
        People::OnCard { other, step } => people::commands::act(app, press, other, step).await,
    }
}
