//! Handles each event that Discord sends: commands go to poise, components to the router, all others
//! to `observe`, and every error to `failed`.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use futures::FutureExt as _;
use poise::serenity_prelude as serenity;
use poise::{FrameworkContext, FrameworkOptions};
use serenity::{FullEvent, Interaction, ShardManager};
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use super::connection_log::ConnectionLog;
use super::{failed, registry, router};
use crate::app::App;
use crate::database::kept;
use crate::discord::shard::Shard;
use crate::errors::CommandError;
use crate::interaction::answer_time::{self, Asked};
use crate::interaction::press::Press;
use crate::interaction::{Invocation, server_of};
use crate::members::closed_dms;

/// Handles the events of one connection.
pub(super) struct Events {
    pub(super) app: Arc<App>,
    pub(super) options: Arc<FrameworkOptions<Invocation, CommandError>>,
    /// The bot's.
    pub(super) id: serenity::UserId,
    pub(super) shard: Shard,
    /// The manager of this shard alone.
    pub(super) manager: Arc<ShardManager>,
    /// Set after Discord's READY was parsed.
    pub(super) ready: Arc<AtomicBool>,
    pub(super) connection_log: Arc<ConnectionLog>,
    /// Counts the events being answered, so that a shutdown can wait for them.
    pub(super) tasks: TaskTracker,
}

/// The commands, and what follows from their errors.
pub(super) fn options() -> FrameworkOptions<Invocation, CommandError> {
    let mut options = FrameworkOptions {
        commands: registry::commands(),
        on_error: failed::after_command,
        initialize_owners: false,
        ..FrameworkOptions::default()
    };
    options.prefix_options.mention_as_prefix = false;
    options
}

impl Events {
    async fn handle(&self, ctx: &serenity::Context, event: FullEvent) {
        let FullEvent::InteractionCreate { interaction } = &event else {
            if let Err(error) = self.observe(&event).await {
                failed::report("event", &error);
            }
            return;
        };
        let asked = Asked::now(kind_of(interaction), self.command_of(interaction));
        // Box the future of each use, so that not every event's future has its size.
        match interaction {
            Interaction::Component(pressed) => {
                let press = Press::of_component(&self.app.api, pressed);
                let handled = Box::pin(self.handle_press(&press));
                asked.answered_by(kept::watching(handled)).await;
            }
            Interaction::Modal(submitted) => {
                let press = Press::of_modal(&self.app.api, submitted);
                let handled = Box::pin(self.handle_press(&press));
                asked.answered_by(kept::watching(handled)).await;
            }
            _ => {
                let handled = Box::pin(self.handle_command(ctx, event));
                asked.answered_by(kept::watching(handled)).await;
            }
        }
    }

    /// The command's name in the code, as a label: only a name of ours, whatever Discord sends.
    fn command_of(&self, interaction: &Interaction) -> String {
        let (Interaction::Command(used) | Interaction::Autocomplete(used)) = interaction else {
            return String::new();
        };
        let sent = Some(used.data.name.as_str());
        let mut commands = self.options.commands.iter();
        let known =
            commands.find(|it| sent == Some(&it.name) || sent == it.context_menu_name.as_deref());
        known.map_or_else(
            || "unknown".to_owned(),
            |it| it.identifying_name.to_string(),
        )
    }

    async fn handle_command(&self, ctx: &serenity::Context, event: FullEvent) {
        let invocation = Invocation::new(Arc::clone(&self.app), |app, caller| {
            Box::pin(closed_dms::look_up_notice(app, caller))
        });
        let context = FrameworkContext {
            serenity_context: ctx,
            bot_id: self.id,
            options: &self.options,
            user_data: &invocation,
            shard_manager: &self.manager,
        };
        let typing = matches!(
            event,
            FullEvent::InteractionCreate {
                interaction: Interaction::Autocomplete(_),
            }
        );
        Box::pin(poise::dispatch_event(context, event)).await;
        if typing {
            // poise itself sends suggestions.
            answer_time::answered();
        }
    }

    async fn handle_press(&self, press: &Press<'_>) {
        // Box the futures of the features, so that not every event's future has their size.
        let routed = Box::pin(router::route(&self.app, press));
        // Catch panics, as poise does for commands: the presser gets an answer even after a bug.
        match AssertUnwindSafe(routed).catch_unwind().await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failed::after_press(press, Some(error)).await,
            Err(_) => failed::after_press(press, None).await,
        }
    }
}

#[async_trait::async_trait]
impl serenity::Framework for Events {
    async fn dispatch(&self, ctx: serenity::Context, event: FullEvent) {
        let span = span_of(&event);
        self.tasks
            .track_future(self.handle(&ctx, event).instrument(span))
            .await;
    }
}

/// The kind of interaction, for the log and as a label.
fn kind_of(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Command(_) => "command",
        Interaction::Autocomplete(_) => "autocomplete",
        Interaction::Component(_) => "component",
        Interaction::Modal(_) => "modal",
        _ => "other",
    }
}

/// The span names the command and the server, but never the person or what they wrote.
fn span_of(event: &FullEvent) -> tracing::Span {
    let FullEvent::InteractionCreate { interaction } = event else {
        return tracing::debug_span!("event", name = event.snake_case_name());
    };
    // Not a server that Rapport was never added to: nothing is kept of it.
    let (name, team) = match interaction {
        Interaction::Command(used) | Interaction::Autocomplete(used) => {
            let owners = &used.authorizing_integration_owners;
            (used.data.name.as_str(), server_of(used.guild_id, owners))
        }
        Interaction::Component(press) => {
            let owners = &press.authorizing_integration_owners;
            ("", server_of(press.guild_id, owners))
        }
        _ => ("", None),
    };
    let kind = kind_of(interaction);
    let team = team.map(serenity::GuildId::get);
    tracing::info_span!("interaction", id = %interaction.id(), kind, name, team)
}
