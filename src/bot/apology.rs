//! What did not work: told to the person who asked, written down for the operator, once.

use poise::serenity_prelude as serenity;
use poise::{BoxFuture, CommandInteractionType, FrameworkError};

use crate::database::kept;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure, Refusal};
use crate::interaction::press::Press;
use crate::interaction::{Context, Invocation, Seen, say, server_only, whisper};
use crate::telemetry::chain;

/// What a person is told about `error`.
fn sentence(error: &CommandError) -> String {
    match error {
        CommandError::Refused(refusal) => refusal.to_person(),
        CommandError::Failed { words, .. } if kept::may_be() => words.below(HALFWAY),
        CommandError::Failed { words, .. } => words.below(
            "That didn't work, and nothing of it was kept. Try again in a minute. The person who runs \
             Rapport here can read why in its log.",
        ),
    }
}

const HALFWAY: &str = "Something went wrong halfway, so part of it may be saved: have a look \
                       before you try again. The person who runs Rapport here can read why in its \
                       log.";

/// A panic is written down where it happens; what was on its way to the disk may have arrived.
fn broken_off() -> Refusal {
    Refusal::new(HALFWAY)
}

fn older_form() -> Refusal {
    Refusal::new(
        "Your Discord still shows an older form of this command. Restart Discord, or try again in \
         a minute.",
    )
}

/// Writes down a failure with its causes, once. A refusal was told to the person and is no news.
pub(super) fn report(during: &'static str, error: &CommandError) {
    match error {
        // Its sentence may repeat what they typed.
        CommandError::Refused(_) => tracing::debug!(during, "refused"),
        CommandError::Failed {
            failure: Failure::Discord(error),
            ..
        } if error.is_already_answered() => {
            tracing::debug!(during, "delivered twice, and answered the first time");
        }
        CommandError::Failed { failure, .. } => {
            let causes = chain(failure);
            tracing::error!(during, error = %causes, "failed");
        }
    }
}

/// Tells who pressed why nothing came of it; `None` is a panic.
pub(super) async fn after_press(press: &Press<'_>, error: Option<CommandError>) {
    let error = error.unwrap_or_else(|| {
        tracing::error!("a component panicked");
        broken_off().into()
    });
    let error = error.giving_back_at_least(&press.form());
    if let Err(unsaid) = press.whisper(Reply::new(sentence(&error))).await {
        report("answer", &unsaid.into());
    }
    report("component", &error);
}

/// What poise calls with every error of a command.
pub(super) fn after_command(
    error: FrameworkError<'_, Invocation, CommandError>,
) -> BoxFuture<'_, ()> {
    Box::pin(async move {
        let (ctx, error) = match error {
            FrameworkError::Command { ctx, error, .. } => (ctx, error),
            FrameworkError::CommandPanic { ctx, .. } => {
                // What panicked was logged where it did; its payload may hold what people wrote.
                tracing::error!("a command panicked");
                (ctx, broken_off().into())
            }
            FrameworkError::CommandStructureMismatch { ctx, .. } => {
                (poise::Context::Application(ctx), older_form().into())
            }
            FrameworkError::GuildOnly { ctx, .. } => (ctx, server_only().into()),
            FrameworkError::UnknownInteraction {
                framework,
                interaction,
                ..
            } => return unknown(framework.user_data, interaction).await,
            other => {
                tracing::warn!(error = %other, "a command could not be dispatched");
                return;
            }
        };
        if let poise::Context::Application(ctx) = ctx {
            answer(ctx, &error).await;
        }
        report("command", &error);
    })
}

async fn answer(ctx: Context<'_>, error: &CommandError) {
    // What is still being typed takes suggestions alone; sent off, it comes here again.
    if ctx.interaction_type == CommandInteractionType::Autocomplete {
        return;
    }
    if let Err(unsaid) = say(ctx, Seen::ByAsker, Reply::new(sentence(error))).await {
        report("answer", &unsaid);
    }
}

/// A command of another version, which this one does not have.
async fn unknown(invocation: &Invocation, interaction: &serenity::CommandInteraction) {
    if interaction.data.autocomplete().is_some() {
        return;
    }
    let reply = Reply::new(older_form().to_person());
    if let Err(unsaid) = whisper(invocation, interaction, reply).await {
        report("answer", &unsaid.into());
    }
}
