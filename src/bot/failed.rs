//! Handles failures: answers the person who asked, and logs the failure once for the operator.

use poise::serenity_prelude as serenity;
use poise::{BoxFuture, CommandInteractionType, FrameworkError};

use crate::database::kept;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure, Refusal};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Context, Invocation, language_of, say, server_only, whisper};
use crate::language::{Language, text, tr};
use crate::telemetry::chain;

/// The answer that a person gets for `error`, with the text that they wrote: below it, or as a file
/// if it is too long for a message.
fn answer_to(error: &CommandError, language: Language) -> Reply {
    let (sentence, words) = match error {
        CommandError::Refused(refusal) => (refusal.sentence().clone(), refusal.words()),
        CommandError::Failed { words, .. } if kept::may_be() => (text!("failed-halfway"), words),
        CommandError::Failed { words, .. } => (text!("failed-nothing-kept"), words),
    };
    let sentence = sentence.to(language);
    let below = Reply::new(words.below(sentence.clone(), language));
    if below.size().fits() {
        return below;
    }
    Reply::new(sentence)
        .and(&tr!(language, "your-words"))
        .file("your-words.txt", words.as_str().into())
}

/// Rapport logs a panic where it happens. A write before the panic may be on disk.
fn panicked() -> Refusal {
    Refusal::new(text!("failed-halfway"))
}

fn outdated_form() -> Refusal {
    Refusal::new(text!("outdated-form"))
}

/// Logs a failure with its causes, once. A refusal is expected, and logged only for debugging.
pub(super) fn report(during: &'static str, error: &CommandError) {
    match error {
        // The refusal's sentence may repeat what they typed.
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

/// Answers the presser after a failure. `None` is a panic.
pub(super) async fn after_press(press: &Press<'_>, error: Option<CommandError>) {
    let error = error.unwrap_or_else(|| {
        tracing::error!("a component panicked");
        panicked().into()
    });
    let error = error.giving_back_at_least(&press.form());
    if let Err(unsent) = press.whisper(answer_to(&error, press.language())).await {
        report("answer", &unsent.into());
    }
    report("component", &error);
}

/// poise calls this with every error of a command.
pub(super) fn after_command(
    error: FrameworkError<'_, Invocation, CommandError>,
) -> BoxFuture<'_, ()> {
    Box::pin(async move {
        let (ctx, error) = match error {
            FrameworkError::Command { ctx, error, .. } => (ctx, error),
            FrameworkError::CommandPanic { ctx, .. } => {
                // The panic was logged where it happened. Its payload may hold what people wrote.
                tracing::error!("a command panicked");
                (ctx, panicked().into())
            }
            FrameworkError::CommandStructureMismatch { ctx, .. } => {
                (poise::Context::Application(ctx), outdated_form().into())
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
    // While a person types, Discord takes only suggestions. The sent command gets the answer.
    if ctx.interaction_type == CommandInteractionType::Autocomplete {
        return;
    }
    if let Err(unsent) = say(ctx, Audience::Asker, answer_to(error, language_of(ctx))).await {
        report("answer", &unsent);
    }
}

/// Answers a command that only another version has.
async fn unknown(invocation: &Invocation, interaction: &serenity::CommandInteraction) {
    if interaction.data.autocomplete().is_some() {
        return;
    }
    let language = Language::of_locale(&interaction.locale);
    let reply = Reply::new(outdated_form().sentence().to(language));
    if let Err(unsent) = whisper(invocation, interaction, reply).await {
        report("answer", &unsent.into());
    }
}
