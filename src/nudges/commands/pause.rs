//! `/nudge pause`, `/nudge resume`, and the buttons that do the same.

use super::super::{store, view};
use crate::anywhere::find_team::only_team;
use crate::app::App;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::{NudgeId, TeamId};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::members::change::{Changed, change};
use crate::members::pause::Length;
use crate::members::{self, Hindrance, Member};

/// No nudges for a while. Day and time stay as they are.
#[poise::command(slash_command)]
pub(super) async fn pause(
    ctx: Context<'_>,
    #[choices("2w", "1m", "3m", "open")] length: &'static str,
) -> Result<(), CommandError> {
    let caller = only_team(ctx).await?;
    let length = Length::parse(length).unwrap_or(Length::UntilTheySay);
    let text = in_time(ctx, Audience::Asker, async {
        let paused = pause_for(ctx.data(), &caller, length).await?;
        Ok(view::paused(&paused.member, None, ctx.data().now()))
    });
    let text = text.await?.to(caller.language);
    say(ctx, Audience::Asker, Reply::new(text)).await
}

/// End the pause of your nudges.
#[poise::command(slash_command)]
pub(super) async fn resume(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = only_team(ctx).await?;
    let text = in_time(ctx, Audience::Asker, async {
        let resumed = end_pause(ctx.data(), &caller).await?;
        Ok(view::resumed(&resumed))
    });
    let text = text.await?.to(caller.language);
    say(ctx, Audience::Asker, Reply::new(text)).await
}

/// Asks how long to pause, from the button of a nudge.
pub(crate) async fn offer_pause(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
) -> Result<(), CommandError> {
    let offer = press
        .in_time(async {
            let caller = caller_of(app, press, nudge).await?;
            let server = app.server_name(caller.team).await;
            Ok(view::pause_offer(
                caller.team,
                server.as_deref(),
                press.language(),
            ))
        })
        .await?;
    press.whisper(offer).await?;
    Ok(())
}

/// Pauses for the chosen length.
pub(crate) async fn pause_chosen(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    length: Length,
) -> Result<(), CommandError> {
    let caller = press.caller_for(team)?;
    let (paused, server) = press
        .in_time(async {
            let paused = pause_for(app, &caller, length).await?;
            Ok((paused, app.server_name(team).await))
        })
        .await?;
    let text = view::paused(&paused.member, server.as_deref(), app.now());
    press
        .update(view::with_resume(&text, team, press.language()))
        .await?;
    Ok(())
}

/// Ends the pause that was just made.
pub(crate) async fn resume_chosen(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
) -> Result<(), CommandError> {
    let caller = press.caller_for(team)?;
    let resumed = press
        .in_time(async { end_pause(app, &caller).await })
        .await?;
    let text = view::resumed(&resumed).to(press.language());
    press.update(Reply::new(text)).await?;
    Ok(())
}

/// Pauses the caller's nudges; refused if they get none.
pub(crate) async fn pause_for(
    app: &App,
    caller: &Caller,
    length: Length,
) -> Result<Changed<()>, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    refuse_without_nudges(&member)?;
    let pause = length.from(app.now(), member.schedule.zone);
    let paused = change(app, caller, async move |connection, of| {
        members::store::pause(connection, of.key, pause, of.now).await?;
        store::call_off(connection, of.key).await
    });
    Ok(paused.await?)
}

/// Ends the caller's pause; returns whether there was one. Refused if they get no nudges.
pub(crate) async fn end_pause(app: &App, caller: &Caller) -> Result<Changed<bool>, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    refuse_without_nudges(&member)?;
    let resumed = change(app, caller, async move |connection, of| {
        members::store::resume(connection, of.key, of.now).await
    });
    Ok(resumed.await?)
}

/// Refuses members who have no nudges to pause or resume.
fn refuse_without_nudges(member: &Member) -> Result<(), Refusal> {
    match member.hindrance() {
        Some(Hindrance::Off) => Err(view::already_off()),
        Some(Hindrance::Untracked) => Err(view::untracked()),
        Some(Hindrance::ClosedDms | Hindrance::Paused) | None => Ok(()),
    }
}

/// The presser, if the nudge is theirs, in its team. A press counts as acting on the nudge.
pub(crate) async fn caller_of(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
) -> Result<Caller, CommandError> {
    let found = store::find(app.database.readers(), nudge).await?;
    let found = found.filter(|found| found.member == press.presser());
    let found = found.ok_or_else(view::not_yours)?;
    let caller = press.caller_in(found.team);
    let (_, member) = members::asker(app, &caller).await?;
    let now = app.now();
    app.database
        .write(async move |connection| members::store::plan::acted(connection, &member, now).await)
        .await?;
    app.wakers.nudge.wake();
    Ok(caller)
}
