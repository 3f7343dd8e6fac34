//! The buttons of a nudge, of its preview, and of the question about nudges.

use chrono::{DateTime, Utc};

use super::super::{Outcome, store, view};
use super::{join, preview};
use crate::app::App;
use crate::encounters::action::Invitation;
use crate::encounters::{self, NewEncounter};
use crate::errors::{CommandError, Refusal};
use crate::ids::{EncounterId, NudgeId, PersonId, TeamId};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::members::{self, Member};
use crate::team::{self, Team};

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
            let Caller { team, person, .. } = caller;
            let decline = app.database.write(async move |connection| {
                members::store::decline(connection, team, person).await
            });
            press.in_time(async { Ok(decline.await?) }).await?;
            view::DECLINED.to_owned()
        }
    };
    let (member, kept) = press
        .in_time(async {
            let (team, member) = members::asker(app, &caller).await?;
            let mut reader = app.database.reader().await?;
            let kept = encounters::store::kept(&mut reader, &team, encounter, caller.person);
            Ok((member, kept.await?))
        })
        .await?;
    let reply = encounters::view::invitation_answered(&text, kept.as_ref(), &member, app.now());
    Ok(press.update(reply).await?)
}

/// A button in a weekly nudge. Each suggestion is answered once; a second press only redraws the
/// message.
pub(crate) async fn answer_suggestion(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
    other: PersonId,
    outcome: Outcome,
) -> Result<(), CommandError> {
    let now = app.now();
    let (nudge, server) = press
        .in_time(async {
            let readers = app.database.readers();
            let found = store::find(readers, nudge).await?;
            let found = found.filter(|found| found.member == press.presser());
            let found = found.ok_or_else(|| Refusal::new(view::NOT_YOURS))?;
            let is_named = found.suggestions.iter().any(|it| it.other == other);
            if !is_named && outcome == Outcome::Talked {
                return Err(view::no_longer_named().into());
            }
            if is_named {
                let answer = SuggestionAnswer {
                    outcome,
                    nudge: Some(nudge),
                };
                settle(app, &press.caller_in(found.team), other, answer).await?;
            }
            let server = app.server_name(found.team).await;
            Ok((store::load(readers, nudge).await?, server))
        })
        .await?;
    let drawn = view::nudge(&nudge, server.as_deref(), now);
    press.update(drawn).await?;
    Ok(())
}

/// A button in a preview from `/nudge now`.
pub(crate) async fn answer_preview(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    other: PersonId,
    outcome: Outcome,
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
                    nudge: None,
                },
            )
            .await?;
            let (team, member) = members::asker(app, &caller).await?;
            let name = members::store::name(app.database.readers(), team.id, other).await?;
            let done = (name.unwrap_or_default(), outcome);
            Ok(preview(app, &team, &member, Some(done)).await?)
        })
        .await?;
    Ok(press.update(drawn).await?)
}

/// An answer about a suggestion, and its nudge.
#[derive(Clone, Copy)]
struct SuggestionAnswer {
    outcome: Outcome,
    nudge: Option<NudgeId>,
}

/// Stores the caller's answer and all that follows from it in one write.
async fn settle(
    app: &App,
    caller: &Caller,
    other: PersonId,
    answer: SuggestionAnswer,
) -> Result<(), CommandError> {
    if answer.outcome == Outcome::Talked {
        members::refuse_untracked(app, caller, &[other]).await?;
    }
    let now = app.now();
    let (team, member) = members::asker(app, caller).await?;
    // *Not now* and *Stop* about a person who left need no lookup.
    let named = if answer.outcome == Outcome::Talked {
        encounters::commands::named_by_button(app, caller, &team, other).await?
    } else {
        Vec::new()
    };
    let talk = NewEncounter::just_now(team.id, caller.person, other, caller.interaction);
    app.database
        .write(async move |connection| {
            team::store::keep(connection, &team, now).await?;
            members::store::keep_all(connection, &named).await?;
            write(connection, &team, &member, &talk, answer, now).await
        })
        .await?;
    app.wakers.nudge.wake();
    Ok(())
}

async fn write(
    connection: &mut sqlx::SqliteConnection,
    team: &Team,
    member: &Member,
    talk: &NewEncounter,
    answer: SuggestionAnswer,
    now: DateTime<Utc>,
) -> crate::database::StoreResult<()> {
    let other = talk.others[0];
    if let Some(nudge) = answer.nudge
        && !store::answer(connection, nudge, member.person, other, answer.outcome).await?
    {
        return Ok(());
    }
    if answer.outcome == Outcome::Talked {
        encounters::store::record(connection, team, member, &[], talk, now).await?;
        return Ok(());
    }
    store::settle(
        connection,
        team.id,
        member.person,
        other,
        answer.outcome,
        now,
    )
    .await?;
    members::store::plan::acted(connection, member, now).await
}
