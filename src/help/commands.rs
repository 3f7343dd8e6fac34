//! `/help`.

use super::view;
use crate::errors::CommandError;
use crate::interaction::{Audience, Context, language_of, say};

/// What Rapport does and how to use it.
#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(crate) async fn help(ctx: Context<'_>) -> Result<(), CommandError> {
    let help = view::help(&ctx.data().command_ids, language_of(ctx));
    say(ctx, Audience::Asker, help).await
}
