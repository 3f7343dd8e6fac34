//! `/away until` and `/away end`.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::{absence, days, view};
use crate::app::App;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::interaction::{Audience, Caller, Context, in_time, offer, say};
use crate::members::change::change;
use crate::members::{self, Member};
use crate::nudges;
use crate::when::{Completion, coming_completions, understand_coming};

/// Say that you are away: no nudges to you, and none about you.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("until", "end"),
    subcommand_required
)]
#[expect(
    clippy::unused_async,
    reason = "only its subcommands are used; poise wants it async"
)]
pub(crate) async fn away(_: Context<'_>) -> Result<(), CommandError> {
    Ok(())
}

/// Say that you are away, and when you'll be back.
#[poise::command(slash_command, guild_only)]
async fn until(
    ctx: Context<'_>,
    #[autocomplete = "complete_day"]
    #[max_length = 100]
    day: String,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let text = in_time(ctx, Audience::Asker, async {
        go(ctx.data(), &caller, &day).await
    });
    let text = text.await?;
    say(ctx, Audience::Asker, Reply::new(text)).await
}

/// Say that you are back.
#[poise::command(slash_command, guild_only)]
async fn end(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let text = in_time(ctx, Audience::Asker, async {
        come_back(ctx.data(), &caller).await
    });
    let text = text.await?;
    say(ctx, Audience::Asker, Reply::new(text)).await
}

/// Offers days to come.
async fn complete_day(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let offered = offered(ctx, partial).await;
    offer("days to come", offered, |it| {
        AutocompleteChoice::new(it.label, it.value)
    })
}

async fn offered(ctx: Context<'_>, partial: &str) -> Result<Vec<Completion>, CommandError> {
    let app = ctx.data();
    let caller = Caller::of(ctx)?;
    let (_, member) = members::asker(app, &caller).await?;
    let (now, zone, language) = (app.now(), member.schedule.zone, caller.language);
    let days = days(now, zone);
    let read = |text: &str| understand_coming(text, now, zone, &days, language);
    Ok(coming_completions(partial, zone, language, read))
}

/// Stores that the caller is away until the day they typed; returns the answer. Nudges that wait to
/// be sent to them are called off, and those of others no longer name them.
async fn go(app: &App, caller: &Caller, typed: &str) -> Result<String, CommandError> {
    let member = tracked(app, caller).await?;
    let absence = absence(typed, app.now(), member.schedule.zone, caller.language)
        .map_err(|error| Refusal::new(error.sentence(caller.language)))?;
    let gone = change(app, caller, async move |connection, of| {
        members::store::go_away(connection, of, absence).await?;
        nudges::store::call_off(connection, of.key).await?;
        nudges::store::take_out_for_all(connection, of.key).await
    })
    .await?;
    Ok(view::away(absence, gone.next, caller.language))
}

/// Ends the caller's absence; returns the answer.
async fn come_back(app: &App, caller: &Caller) -> Result<String, CommandError> {
    let zone = tracked(app, caller).await?.schedule.zone;
    let back = change(app, caller, async move |connection, of| {
        members::store::come_back(connection, of, zone).await
    })
    .await?;
    if !back.outcome {
        return Err(view::not_away().into());
    }
    Ok(view::back(back.next, caller.language))
}

/// The caller. Refuses those who asked not to be tracked: nothing is to be kept about them.
async fn tracked(app: &App, caller: &Caller) -> Result<Member, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    Ok(member)
}
