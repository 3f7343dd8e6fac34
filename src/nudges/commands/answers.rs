//! The buttons of a nudge, of its preview, and of the question about nudges.

use super::super::{SuggestionOutcome, drawn, reminders, store, view};
use super::{join, preview};
use crate::app::App;
use crate::encounters::action::Invitation;
use crate::encounters::{self, NewEncounter, Talk};
use crate::errors::CommandError;
use crate::ids::{EncounterId, NudgeId, PersonId, ReminderId, TeamId};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::members;
use crate::team;
use crate::ties;
use crate::voice;

/// The answer to the question whether the member wants nudges.
pub(crate) async fn answer_invitation(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
    answer: Invitation,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let text = match answer {
        Invitation::Accept => press.in_time(async { join(app, &caller).await }).await?,
        Invitation::Decline => {
            let member = caller.key();
            let decline = app
                .database
                .write(async move |connection| members::store::decline(connection, member).await);
            press.in_time(async { Ok(decline.await?) }).await?;
            view::declined()
        }
    };
    let (reply, asks_about_voice) = press
        .in_time(async {
            let key = caller.key();
            let asks = app
                .database
                .write(async move |connection| voice::store::ask_once(connection, key).await);
            let asks = asks.await?;
            let reply = encounters::commands::question_answered(app, &caller, encounter, &text);
            Ok((reply.await?, asks))
        })
        .await?;
    let reply = if asks_about_voice {
        voice::view::with_question(reply, encounter, caller.language)
    } else {
        reply
    };
    Ok(press.update(reply).await?)
}

/// A button in a weekly nudge. Each suggestion is answered once; a second press only redraws the
/// message.
pub(crate) async fn answer_suggestion(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
    other: PersonId,
    outcome: SuggestionOutcome,
) -> Result<(), CommandError> {
    let drawn = press
        .in_time(async {
            let readers = app.database.readers();
            let found = store::find(readers, nudge).await?;
            let found = found.filter(|found| found.member == press.presser());
            let found = found.ok_or_else(view::not_yours)?;
            let is_named = found.suggestions.iter().any(|it| it.other == other);
            if !is_named && outcome == SuggestionOutcome::Talked {
                return Err(view::no_longer_named().into());
            }
            if is_named {
                let answer = SuggestionAnswer {
                    outcome,
                    asked: Asked::Nudge(nudge),
                };
                settle(app, &press.caller_in(found.team), other, answer).await?;
            }
            let answered = store::load(readers, nudge).await?;
            Ok(drawn::nudge(app, &answered, answered.language).await)
        })
        .await?;
    press.update(drawn).await?;
    Ok(())
}

/// A button in a preview from `/nudge now`.
pub(crate) async fn answer_preview(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    other: PersonId,
    outcome: SuggestionOutcome,
) -> Result<(), CommandError> {
    let caller = press.caller_on(team)?;
    let drawn = press
        .in_time(async {
            settle(
                app,
                &caller,
                other,
                SuggestionAnswer {
                    outcome,
                    asked: Asked::Preview,
                },
            )
            .await?;
            let (team, member) = members::asker(app, &caller).await?;
            let name = ties::store::name_of(app.database.readers(), caller.key(), other).await?;
            let done = (name.unwrap_or_default(), outcome);
            Ok(preview(app, &team, &member, Some(done), caller.language).await?)
        })
        .await?;
    Ok(press.update(drawn).await?)
}

/// An answer about a person, and where it was asked for.
#[derive(Clone, Copy)]
pub(in crate::nudges) struct SuggestionAnswer {
    pub(in crate::nudges) outcome: SuggestionOutcome,
    pub(in crate::nudges) asked: Asked,
}

/// Where an answer about a person is asked for. Only a preview takes several.
#[derive(Clone, Copy)]
pub(in crate::nudges) enum Asked {
    Nudge(NudgeId),
    Preview,
    Reminder(ReminderId),
}

/// Stores the caller's answer and all that follows from it in one write.
pub(in crate::nudges) async fn settle(
    app: &App,
    caller: &Caller,
    other: PersonId,
    answer: SuggestionAnswer,
) -> Result<(), CommandError> {
    let now = app.now();
    // *Not now* and *Stop* need no consent of the other, and no lookup if they left.
    let (team, member, named) = if answer.outcome == SuggestionOutcome::Talked {
        let asker = members::asker_about(app, caller, &[other]).await?;
        let named = encounters::commands::named_by_button(app, caller, &asker, other).await?;
        (asker.team, asker.member, named)
    } else {
        let (team, member) = members::asker(app, caller).await?;
        (team, member, Vec::new())
    };
    let new = NewEncounter::just_now(caller.key(), other, caller.interaction);
    let talk = Talk {
        team,
        member,
        named,
        new,
        now,
    };
    app.database
        .write(async move |connection| write(connection, talk, answer).await)
        .await?;
    app.wakers.nudge.wake();
    Ok(())
}

/// Stores the answer, and the talk if they talked.
async fn write(
    connection: &mut sqlx::SqliteConnection,
    talk: Talk,
    answer: SuggestionAnswer,
) -> crate::database::StoreResult<()> {
    let (member, other) = (&talk.member, talk.new.others[0]);
    team::store::keep(connection, &talk.team, talk.now).await?;
    let (person, outcome) = (member.person, answer.outcome);
    let is_first = match answer.asked {
        Asked::Nudge(nudge) => store::answer(connection, nudge, person, other, outcome).await?,
        Asked::Preview => true,
        Asked::Reminder(reminder) => {
            reminders::store::answer(connection, reminder, person, outcome).await?
        }
    };
    if !is_first {
        return Ok(());
    }
    if outcome == SuggestionOutcome::Talked {
        encounters::store::record(connection, talk).await?;
        return Ok(());
    }
    let now = talk.now;
    store::settle(connection, member.key(), other, outcome, now).await?;
    members::store::plan::acted(connection, member, now).await
}
