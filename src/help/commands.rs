//! `/help`.

use super::view;
use crate::errors::CommandError;
use crate::interaction::{Audience, Context, say};

/// What Rapport does and how to use it.
#[poise::command(slash_command)]
pub(crate) async fn help(ctx: Context<'_>) -> Result<(), CommandError> {
    say(ctx, Audience::Asker, view::help(&ctx.data().command_ids)).await
}
