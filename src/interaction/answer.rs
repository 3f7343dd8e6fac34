//! Answers a command within Discord's three seconds, even if the disk is slow.

use std::time::Duration;

use poise::serenity_prelude::{CommandInteraction, CreateModal};

use super::answers::Answers;
use super::caller::Caller;
use super::permission;
use super::{Context, Invocation, language_of};
use crate::discord::DiscordError;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::ChannelId;
use crate::language::Text;

/// How long work may take before Rapport announces an answer. Discord allows three seconds, counted
/// from when it sent the command.
const ANNOUNCE_AFTER: Duration = Duration::from_millis(1500);

/// Who sees an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Only the person who asked.
    Asker,
    /// Everyone in the channel.
    Everyone,
}

/// Runs `work` and returns its result. If it takes long, announces an answer to Discord.
pub(crate) async fn in_time<T>(
    ctx: Context<'_>,
    audience: Audience,
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    announcing(answers(ctx).announce(audience == Audience::Asker), work).await
}

/// Runs `work` and returns its result. If that takes longer than [`ANNOUNCE_AFTER`], runs
/// `announce`. Work that has begun finishes even if Discord refuses the announcement.
pub(super) async fn announcing<T>(
    announce: impl Future<Output = Result<(), DiscordError>>,
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    tokio::pin!(work);
    tokio::select! {
        biased;
        done = &mut work => return done,
        () = tokio::time::sleep(ANNOUNCE_AFTER) => {}
    }
    let (announced, done) = tokio::join!(announce, work);
    let done = done?;
    announced?;
    Ok(done)
}

/// Answers with `reply`. Looks up the postscript, which is shown only to the person who asked.
pub(crate) async fn say(
    ctx: Context<'_>,
    audience: Audience,
    reply: Reply,
) -> Result<(), CommandError> {
    let postscript = postscript(ctx).await;
    say_with(ctx, audience, reply, postscript).await
}

/// Answers with `reply` and a postscript that is known already.
pub(crate) async fn say_with(
    ctx: Context<'_>,
    audience: Audience,
    reply: Reply,
    postscript: Option<Text>,
) -> Result<(), CommandError> {
    let answers = answers(ctx);
    let postscript = postscript.map(|it| it.to(language_of(ctx)));
    match (audience, postscript) {
        (Audience::Asker, None) => answers.say(reply, true).await?,
        (Audience::Asker, Some(more)) => answers.say(reply.and(&more), true).await?,
        (Audience::Everyone, more) => {
            answers.say(reply, false).await?;
            if let Some(more) = more {
                answers.say(Reply::new(more), true).await?;
            }
        }
    }
    Ok(())
}

async fn postscript(ctx: Context<'_>) -> Option<Text> {
    let invocation = ctx.data();
    let elsewhere = invocation.elsewhere.get();
    let caller = match elsewhere {
        Some(elsewhere) => elsewhere.caller().clone(),
        None => Caller::of(ctx).ok()?,
    };
    (invocation.postscript)(invocation, &caller).await
}

/// Opens a form for the person who used a menu. It must be the first answer.
pub(crate) async fn ask(ctx: Context<'_>, modal: CreateModal) -> Result<(), CommandError> {
    Ok(answers(ctx).ask(modal).await?)
}

/// Answers the use of an unknown command. Only the person who asked sees it.
pub(crate) async fn whisper(
    invocation: &Invocation,
    interaction: &CommandInteraction,
    reply: Reply,
) -> Result<(), DiscordError> {
    answers_to(invocation, interaction).say(reply, true).await
}

fn answers(ctx: Context<'_>) -> Answers<'_> {
    answers_to(ctx.data(), ctx.interaction)
}

fn answers_to<'a>(invocation: &'a Invocation, interaction: &'a CommandInteraction) -> Answers<'a> {
    Answers {
        api: &invocation.app.api,
        id: interaction.id,
        token: &interaction.token,
        progress: &invocation.progress,
        elsewhere: invocation.elsewhere.get(),
    }
}

/// The parent of the thread in which a command is used, if it is one.
#[must_use]
pub(crate) fn parent_channel(ctx: Context<'_>) -> Option<ChannelId> {
    permission::parent_of(ctx.interaction.channel.as_ref())
}

/// Refuses if Rapport may not post here. Call it before the post is counted.
pub(crate) fn may_post(ctx: Context<'_>) -> Result<(), Refusal> {
    let interaction = ctx.interaction;
    permission::to_post(interaction.app_permissions, interaction.channel.as_ref())
}
