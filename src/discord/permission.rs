//! Whether Rapport may write where somebody uses it.
//!
//! Answers to interactions need no permission: Discord lets them through where a bot may not
//! write. But a post for all to see, in a channel whose admins keep bots out, is not wanted there.

use poise::serenity_prelude as serenity;
use serenity::{ChannelType, PartialChannel, Permissions};

use super::Context;
use crate::errors::Refusal;

/// Whether who used a command may change the server's settings.
#[must_use]
pub fn manages_server(ctx: Context<'_>) -> bool {
    let member = ctx.interaction.member.as_ref();
    let held = member.and_then(|member| member.permissions);
    held.is_some_and(Permissions::manage_guild)
}

/// `held` and `channel` as the interaction tells them; what it does not tell is taken for granted.
pub(super) fn to_post(
    held: Option<Permissions>,
    channel: Option<&PartialChannel>,
) -> Result<(), Refusal> {
    let write = match channel.map(|channel| channel.kind) {
        Some(ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread) => {
            Permissions::SEND_MESSAGES_IN_THREADS
        }
        _ => Permissions::SEND_MESSAGES,
    };
    let needed = Permissions::VIEW_CHANNEL | write;
    if held.is_none_or(|held| held.contains(needed)) {
        return Ok(());
    }
    Err(Refusal::new(
        "I may not write in this channel, so nothing was posted or counted. Do it in another \
         channel, or ask an admin to let me write here.",
    ))
}
