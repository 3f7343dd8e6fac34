//! Whether Rapport may post where a person uses it.
//!
//! Answers to interactions need no permission: Discord allows them where a bot may not write. But
//! the admins of such a channel do not want public posts there.

use poise::serenity_prelude as serenity;
use serenity::{ChannelType, PartialChannel, Permissions};

use super::Context;
use crate::errors::Refusal;
use crate::ids::ChannelId;
use crate::language::{Argument, Text, text};

/// Whether the person who used a command may change the server's settings.
#[must_use]
pub(crate) fn manages_server(ctx: Context<'_>) -> bool {
    let member = ctx.interaction.member.as_ref();
    let held = member.and_then(|member| member.permissions);
    held.is_some_and(Permissions::manage_guild)
}

/// Takes `held` and `channel` from the interaction. Missing information counts as permission.
pub(super) fn to_post(
    held: Option<Permissions>,
    channel: Option<&PartialChannel>,
) -> Result<(), Refusal> {
    let write = if channel.is_some_and(|channel| is_thread(channel.kind)) {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    let needed = Permissions::VIEW_CHANNEL | write;
    let missing = held.map_or(Permissions::empty(), |held| needed.difference(held));
    if missing.is_empty() || held.is_some_and(Permissions::administrator) {
        return Ok(());
    }
    let permissions = Argument::List(names(missing).map(Argument::Text).collect());
    Err(Refusal::new(text!("post-not-allowed", permissions)))
}

fn names(missing: Permissions) -> impl Iterator<Item = Text> {
    let names = [
        (Permissions::VIEW_CHANNEL, text!("permission-view-channel")),
        (
            Permissions::SEND_MESSAGES,
            text!("permission-send-messages"),
        ),
        (
            Permissions::SEND_MESSAGES_IN_THREADS,
            text!("permission-send-in-threads"),
        ),
    ];
    let missing = names
        .into_iter()
        .filter(move |(held, _)| missing.contains(*held));
    missing.map(|(_, name)| name)
}

/// The thread's parent channel, if this is a thread.
pub(super) fn parent_of(channel: Option<&PartialChannel>) -> Option<ChannelId> {
    let thread = channel.filter(|channel| is_thread(channel.kind))?;
    thread.parent_id.map(Into::into)
}

fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}
