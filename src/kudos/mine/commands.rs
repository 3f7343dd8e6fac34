//! `/kudos-mine` and the buttons to its pages.

use super::{store, view};
use crate::app::App;
use crate::discord::reply::Reply;
use crate::errors::CommandError;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};

/// What the caller was thanked for, for them alone.
#[poise::command(slash_command, guild_only, rename = "kudos-mine")]
pub(crate) async fn kudos_mine(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let page = in_time(ctx, Audience::Asker, page(ctx.data(), &caller, 1)).await?;
    say(ctx, Audience::Asker, page).await
}

/// Shows another page.
pub(crate) async fn show_page(
    app: &App,
    press: &Press<'_>,
    number: usize,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let page = press.in_time(page(app, &caller, number)).await?;
    Ok(press.update(page).await?)
}

async fn page(app: &App, caller: &Caller, number: usize) -> Result<Reply, CommandError> {
    let page = store::page(app.database.readers(), caller.key(), number).await?;
    Ok(view::page(&page, caller.team, caller.language))
}
