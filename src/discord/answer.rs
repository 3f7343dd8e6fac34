//! Answering a command within Discord's three seconds, whatever the disk does.

use std::sync::atomic::Ordering;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{Builder, CreateInteractionResponse, CreateModal};

use super::Context;
use super::caller::Caller;
use super::error::DiscordError;
use super::permission;
use super::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::MessageId;
use crate::members;
use crate::nudges::view::CLOSED_DMS;

/// How long work may take before the answer is announced instead of given: well inside the three
/// seconds that Discord allows, counted from when it sent the command.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Who sees an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Only who asked.
    ByAsker,
    /// Everybody in the channel.
    ByAll,
}

/// Does `work` and gives what it gave; if it takes long, Discord is told that an answer comes.
pub async fn in_time<T>(
    ctx: Context<'_>,
    seen: Seen,
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    let announce = async { Ok(ctx.defer_response(seen == Seen::ByAsker).await?) };
    announcing(announce, work).await
}

/// Does `work` and gives what it gave; if that takes longer than [`PATIENCE`], `announce`s it.
pub(super) async fn announcing<T>(
    announce: impl Future<Output = Result<(), DiscordError>>,
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    tokio::pin!(work);
    tokio::select! {
        biased;
        done = &mut work => return done,
        () = tokio::time::sleep(PATIENCE) => {}
    }
    announce.await?;
    work.await
}

/// Answers with `reply`. Whom nudges don't reach is told so in whatever they alone see.
pub async fn say(ctx: Context<'_>, seen: Seen, reply: Reply) -> Result<(), CommandError> {
    let reply = match seen {
        Seen::ByAsker if takes_no_dms(ctx).await => reply.and(CLOSED_DMS),
        _ => reply,
    };
    let reply = reply.into_poise().ephemeral(seen == Seen::ByAsker);
    poise::send_application_reply(ctx, reply)
        .await
        .map_err(DiscordError::from)?;
    Ok(())
}

/// Whether nudges don't reach who asked.
async fn takes_no_dms(ctx: Context<'_>) -> bool {
    let Ok(caller) = Caller::of(ctx) else {
        return false;
    };
    let readers = ctx.data().database.readers();
    let found = members::store::takes_no_dms(readers, caller.team, caller.person).await;
    found.unwrap_or_else(|error| {
        // What was asked for is done; its answer must not be lost over a postscript.
        tracing::warn!(error = %error, "could not look up whether nudges arrive");
        false
    })
}

/// Answers with `reply` for all to see and gives the id of the message it became.
pub async fn post(ctx: Context<'_>, reply: Reply) -> Result<MessageId, CommandError> {
    let handle = poise::send_application_reply(ctx, reply.into_poise())
        .await
        .map_err(DiscordError::from)?;
    let message = handle.message().await.map_err(DiscordError::from)?;
    Ok(message.id.into())
}

/// Asks who used a menu to write something. Must be the first answer.
pub async fn ask(ctx: Context<'_>, modal: CreateModal) -> Result<(), CommandError> {
    let (id, token) = (ctx.interaction.id, &*ctx.interaction.token);
    CreateInteractionResponse::Modal(modal)
        .execute(&ctx.serenity_context().http, (id, token))
        .await
        .map_err(DiscordError::from)?;
    ctx.has_sent_initial_response.store(true, Ordering::Release);
    Ok(())
}

/// Refuses where Rapport may not write: to be asked before what a post says is counted.
pub fn may_post(ctx: Context<'_>) -> Result<(), Refusal> {
    let interaction = ctx.interaction;
    permission::to_post(interaction.app_permissions, interaction.channel.as_ref())
}
