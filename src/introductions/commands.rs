//! `/introductions` and the buttons of introductions.

mod answers;

pub(crate) use answers::answer;

use super::{AboutLine, store, view};
use crate::app::App;
use crate::calendar::schedule::Decision;
use crate::database::StoreResult;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::TeamId;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::language::Text;
use crate::members::mentions::name_mentions;
use crate::members::{self, Member};
use crate::team::{self, Team};
use store::rounds::Planned;

/// Meet people on this server you never talk with.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("on", "off", "not_this_time", "about"),
    subcommand_required
)]
#[expect(
    clippy::unused_async,
    reason = "only its subcommands are used; poise wants it async"
)]
pub(crate) async fn introductions(_: Context<'_>) -> Result<(), CommandError> {
    Ok(())
}

/// Be introduced to a person you don't talk with, every few weeks.
#[poise::command(slash_command, guild_only)]
async fn on(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Audience::Asker, async {
        offer_to(ctx.data(), &caller).await
    });
    let reply = reply.await?;
    say(ctx, Audience::Asker, reply).await
}

/// No more introductions.
#[poise::command(slash_command, guild_only)]
async fn off(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let member = caller.key();
    let left = ctx
        .data()
        .database
        .write(async move |connection| store::choices::leave(connection, member).await);
    let left = in_time(ctx, Audience::Asker, async { Ok(left.await?) }).await?;
    say(
        ctx,
        Audience::Asker,
        Reply::new(view::left(left).to(caller.language)),
    )
    .await
}

/// Sit out the next round.
#[poise::command(slash_command, guild_only, rename = "not-this-time")]
async fn not_this_time(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let text = in_time(ctx, Audience::Asker, async {
        skip(ctx.data(), &caller).await
    })
    .await?;
    say(ctx, Audience::Asker, Reply::new(text.to(caller.language))).await
}

/// What the others read about you: a line like "Design, Berlin. Ask me about sourdough".
#[poise::command(slash_command, guild_only)]
async fn about(
    ctx: Context<'_>,
    #[max_length = 300] line: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let text = in_time(ctx, Audience::Asker, async {
        set_about(ctx.data(), &caller, line.as_deref()).await
    })
    .await
    .map_err(|error| error.giving_back(line.as_deref()))?;
    say(ctx, Audience::Asker, Reply::new(text.to(caller.language))).await
}

async fn set_about(app: &App, caller: &Caller, line: Option<&str>) -> Result<Text, CommandError> {
    let about = match line {
        Some(line) => {
            let named = name_mentions(app, caller.team, line, caller.language).await?;
            Some(AboutLine::parse(&named).map_err(view::bad_about)?)
        }
        None => None,
    };
    let (member, shown) = (caller.key(), about.clone());
    let set = app.database.write(async move |connection| {
        store::choices::set_about(connection, member, about.as_ref()).await
    });
    if !set.await? {
        return Err(Refusal::new(view::left(false)).into());
    }
    Ok(view::about_set(shown.as_ref()))
}

/// Stores that the caller sits out the next round.
async fn skip(app: &App, caller: &Caller) -> Result<Text, CommandError> {
    let member = caller.key();
    let skips = app
        .database
        .write(async move |connection| store::choices::skip(connection, member).await);
    if !skips.await? {
        return Err(Refusal::new(view::left(false)).into());
    }
    Ok(view::skipped())
}

/// What the caller needs to know before they say yes, or that they are in already.
async fn offer_to(app: &App, caller: &Caller) -> Result<Reply, CommandError> {
    let (_, _, planned) = may_join(app, caller).await?;
    let member = caller.key();
    let choice = store::choices::choice(app.database.readers(), member).await?;
    if choice.is_none() {
        return Ok(view::offer(caller.team, &planned.plan, caller.language));
    }
    let now = app.now();
    let joined = app
        .database
        .write(async move |connection| store::choices::join(connection, member, now).await);
    joined.await?;
    Ok(view::joined(
        caller.team,
        next_round(&planned),
        caller.language,
    ))
}

/// The caller's team and its plan. Refuses if the team makes no introductions, and members who asked
/// not to be tracked.
async fn may_join(app: &App, caller: &Caller) -> Result<(Team, Member, Planned), CommandError> {
    let (team, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    let planned = store::rounds::planned_of(app.database.readers(), team.id, app.now()).await?;
    let planned = planned.ok_or_else(view::none_here)?;
    Ok((team, member, planned))
}

/// When the next round begins.
fn next_round(planned: &Planned) -> chrono::DateTime<chrono::Utc> {
    match planned.decision {
        Decision::Wait(occurrence) | Decision::Send { occurrence, .. } => occurrence.at,
    }
}

/// The button of a post about a round.
pub(crate) async fn offer(app: &App, press: &Press<'_>) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = press.in_time_to_whisper(async { offer_to(app, &caller).await });
    Ok(press.whisper(reply.await?).await?)
}

/// The yes to introductions.
pub(crate) async fn join(app: &App, press: &Press<'_>, team: TeamId) -> Result<(), CommandError> {
    let caller = press.caller_on(team)?;
    let joined = press.in_time(async {
        let (team, member, planned) = may_join(app, &caller).await?;
        let (now, next) = (app.now(), next_round(&planned));
        app.database
            .write(async move |connection| -> StoreResult<()> {
                team::store::keep(connection, &team, now).await?;
                members::store::keep(connection, &member).await?;
                store::choices::join(connection, member.key(), now).await
            })
            .await?;
        Ok(next)
    });
    let next = joined.await?;
    Ok(press
        .update(view::joined(team, next, caller.language))
        .await?)
}

/// The no to introductions: nothing is stored.
pub(crate) async fn decline(press: &Press<'_>) -> Result<(), CommandError> {
    let text = view::declined().to(press.language());
    Ok(press.update(Reply::new(text)).await?)
}

/// *Not this time*.
pub(crate) async fn skip_chosen(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
) -> Result<(), CommandError> {
    let caller = press.caller_on(team)?;
    let text = press.in_time(async { skip(app, &caller).await }).await?;
    Ok(press.update(Reply::new(text.to(caller.language))).await?)
}
