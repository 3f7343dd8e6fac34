//! `/dates birthday` and `/dates first-day`.

use super::action::Action;
use super::{Occasion, store, view};
use crate::app::App;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::members;
use crate::members::change::change;
use crate::when::understand_yearly_day;

/// Tell the people you talk with your birthday, or the day you started.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("birthday", "first_day"),
    subcommand_required
)]
#[expect(
    clippy::unused_async,
    reason = "only its subcommands are used; poise wants it async"
)]
pub(crate) async fn dates(_: Context<'_>) -> Result<(), CommandError> {
    Ok(())
}

/// Tell your birthday, or see and remove it.
#[poise::command(slash_command, guild_only)]
async fn birthday(
    ctx: Context<'_>,
    #[max_length = 60] day: Option<String>,
) -> Result<(), CommandError> {
    answer(ctx, Occasion::Birthday, day).await
}

/// Tell the day you started, or see and remove it.
#[poise::command(slash_command, guild_only, rename = "first-day")]
async fn first_day(
    ctx: Context<'_>,
    #[max_length = 60] day: Option<String>,
) -> Result<(), CommandError> {
    answer(ctx, Occasion::FirstDay, day).await
}

async fn answer(
    ctx: Context<'_>,
    occasion: Occasion,
    typed: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Audience::Asker, async {
        match &typed {
            Some(typed) => tell(ctx.data(), &caller, occasion, typed).await,
            None => show(ctx.data(), &caller, occasion).await,
        }
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// Stores a date of the caller. Refuses those who asked not to be tracked: nobody would read it.
async fn tell(
    app: &App,
    caller: &Caller,
    occasion: Occasion,
    typed: &str,
) -> Result<Reply, CommandError> {
    let day = understand_yearly_day(typed, caller.language)
        .map_err(|error| Refusal::new(error.sentence(caller.language)))?;
    let (_, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    change(app, caller, async move |connection, of| {
        store::set(connection, of.key, occasion, Some(day)).await
    })
    .await?;
    Ok(view::told(occasion, day, caller.language))
}

async fn show(app: &App, caller: &Caller, occasion: Occasion) -> Result<Reply, CommandError> {
    let dates = store::of(app.database.readers(), caller.key()).await?;
    Ok(match dates.of(occasion) {
        Some(day) => view::told(occasion, day, caller.language),
        None => view::untold(occasion, caller.language),
    })
}

/// The button below a date of the caller's own.
pub(crate) async fn press_date(
    app: &App,
    press: &Press<'_>,
    Action::Remove(occasion): Action,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    press
        .in_time(async {
            let removed = change(app, &caller, async move |connection, of| {
                store::set(connection, of.key, occasion, None).await
            });
            removed.await?;
            Ok(())
        })
        .await?;
    press
        .update(view::removed(occasion, press.language()))
        .await?;
    Ok(())
}
