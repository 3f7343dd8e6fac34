//! Handles each event that Discord sends: commands go to poise, components to the router, and every
//! error to `failed`.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
use crate::deletion::removal;
use crate::discord::ServerMember;
use crate::discord::reaction::{Reaction, Unreacted};
use crate::discord::shard::Shard;
use crate::discord::voice::VoiceEvent;
use crate::errors::CommandError;
use crate::ids::{RoleId, TeamId};
use crate::interaction::answer_time::{self, Asked};
use crate::interaction::press::Press;
use crate::interaction::{Invocation, server_of};
use crate::kudos::{deleted_posts, reactions};
use crate::members::closed_dms;
use crate::roster;
use crate::telemetry::metrics::SHARD_CONNECTS;

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

    /// The shard's session began or resumed.
    fn connected(&self, how: &'static str) {
        self.app.shard_works(self.shard, true);
        self.connection_log.connected();
        let shard = self.shard.id.to_string();
        metrics::counter!(SHARD_CONNECTS, "shard" => shard, "how" => how).increment(1);
    }

    async fn observe(&self, event: &FullEvent) -> Result<(), CommandError> {
        let shard = self.shard;
        self.app.voice_event(VoiceEvent::of(shard, event));
        match event {
            FullEvent::Ready { data_about_bot } => {
                self.ready.store(true, Ordering::Release);
                self.connected("new");
                let guilds = data_about_bot.guilds.iter();
                let present = guilds.map(|it| it.id.into()).collect();
                self.app.member_lookup.begin(shard, &present);
                self.app.new_sessions.begin(shard);
                self.app.wakers.posting.wake();
                removal::present_only(&self.app, shard, &present).await?;
            }
            FullEvent::Resume { .. } => {
                self.connected("resumed");
                self.app.member_lookup.resume(shard);
            }
            FullEvent::GuildCreate { guild, .. } => {
                if self.app.members_intent {
                    self.app.leave_events.begin(guild.id.into(), self.app.now());
                }
                self.app.server_names.set(guild.id.into(), &guild.name);
                self.app.member_lookup.show(shard, guild.id.into());
                removal::present(&self.app, guild.id.into()).await?;
                roster::worker::mark_due(&self.app, guild.id.into());
            }
            FullEvent::GuildUpdate { new_data, .. } => {
                let team = new_data.id.into();
                self.app.server_names.set(team, &new_data.name);
            }
            FullEvent::GuildMemberAddition { new_member } => {
                let team = new_member.guild_id.into();
                roster::member_changed(&self.app, team, ServerMember::from(new_member)).await?;
            }
            FullEvent::GuildMemberUpdate { event, .. } => {
                let team = event.guild_id.into();
                roster::member_changed(&self.app, team, ServerMember::from(event)).await?;
            }
            FullEvent::GuildMemberRemoval { guild_id, user, .. } => {
                let team = TeamId::from(*guild_id);
                let left = roster::left(&self.app, team.member(user.id.into())).await;
                if left.is_err() {
                    // From here on, Rapport asks Discord again who is there.
                    self.app.leave_events.forget(team);
                }
                left?;
            }
            FullEvent::GuildRoleDelete {
                guild_id,
                removed_role_id,
                ..
            } => {
                let (team, role) = (
                    (*guild_id).into(),
                    RoleId(removed_role_id.get().cast_signed()),
                );
                roster::role_deleted(&self.app, team, role).await?;
            }
            FullEvent::GuildMembersChunk { chunk } => self.app.member_lookup.receive(shard, chunk),
            FullEvent::GuildDelete { incomplete, .. } => {
                let team = incomplete.id.into();
                self.app.member_lookup.hide(shard, team);
                // An unavailable server has an outage: Rapport is still in it.
                if !incomplete.unavailable {
                    removal::removed(&self.app, team).await?;
                }
            }
            FullEvent::ChannelDelete { channel, .. } => {
                let (team, channel) = (channel.guild_id.into(), channel.id.into());
                deleted_posts::channel_deleted(&self.app, team, channel).await?;
            }
            FullEvent::ThreadDelete { thread, .. } => {
                let (team, thread) = (thread.guild_id.into(), thread.id.into());
                deleted_posts::channel_deleted(&self.app, team, thread).await?;
            }
            FullEvent::MessageDelete {
                deleted_message_id, ..
            } => {
                deleted_posts::deleted(&self.app, &[(*deleted_message_id).into()]).await?;
            }
            FullEvent::MessageDeleteBulk {
                multiple_deleted_messages_ids,
                ..
            } => {
                let deleted: Vec<_> = multiple_deleted_messages_ids
                    .iter()
                    .map(|id| (*id).into())
                    .collect();
                deleted_posts::deleted(&self.app, &deleted).await?;
            }
            other => self.observe_reaction(other).await?,
        }
        Ok(())
    }

    /// Removals of everybody's reactions come to [`super::raw_events`].
    async fn observe_reaction(&self, event: &FullEvent) -> Result<(), CommandError> {
        match event {
            FullEvent::ReactionAdd { add_reaction } => {
                if let Some(added) = Reaction::added(add_reaction) {
                    reactions::added(&self.app, &added).await?;
                }
            }
            FullEvent::ReactionRemove { removed_reaction } => {
                if let Some(gone) = Unreacted::one(removed_reaction) {
                    reactions::removed(&self.app, &gone).await?;
                }
            }
            _ => {}
        }
        Ok(())
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
