//! `/help`.

use super::view;
use crate::errors::CommandError;
use crate::interaction::{Context, Seen, say};

/// What Rapport does and how to use it.
#[poise::command(slash_command)]
pub(crate) async fn help(ctx: Context<'_>) -> Result<(), CommandError> {
    say(ctx, Seen::ByAsker, view::help(&ctx.data().command_ids)).await
}
