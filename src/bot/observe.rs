//! What Rapport takes from events that are no interactions: who is in which server, and what was
//! deleted or removed there.

use std::sync::atomic::Ordering;

use poise::serenity_prelude as serenity;
use serenity::{FullEvent, Guild, GuildId, Ready, UnavailableGuild, UserId};

use super::events::Events;
use crate::deletion::removal;
use crate::discord::ServerMember;
use crate::discord::reaction::{Reaction, Unreacted};
use crate::discord::voice::VoiceEvent;
use crate::errors::CommandError;
use crate::ids::{MessageId, RoleId, TeamId};
use crate::kudos::{deleted_posts, reactions};
use crate::roster;
use crate::telemetry::metrics::SHARD_CONNECTS;

impl Events {
    /// Takes note of an event, and does what follows from it.
    pub(super) async fn observe(&self, event: &FullEvent) -> Result<(), CommandError> {
        let app = &self.app;
        app.voice_event(VoiceEvent::of(self.shard, event));
        match event {
            FullEvent::Ready { data_about_bot } => self.session_began(data_about_bot).await?,
            FullEvent::Resume { .. } => self.session_resumed(),
            FullEvent::GuildCreate { guild, .. } => self.server_shown(guild).await?,
            FullEvent::GuildUpdate { new_data, .. } => {
                app.server_names.set(new_data.id.into(), &new_data.name);
            }
            FullEvent::GuildDelete { incomplete, .. } => self.server_hidden(incomplete).await?,
            FullEvent::GuildMemberAddition { new_member } => {
                let team = new_member.guild_id.into();
                roster::member_changed(app, team, ServerMember::from(new_member)).await?;
            }
            FullEvent::GuildMemberUpdate { event, .. } => {
                let team = event.guild_id.into();
                roster::member_changed(app, team, ServerMember::from(event)).await?;
            }
            FullEvent::GuildMemberRemoval { guild_id, user, .. } => {
                self.member_left(*guild_id, user.id).await?;
            }
            FullEvent::GuildMembersChunk { chunk } => app.member_lookup.receive(self.shard, chunk),
            FullEvent::GuildRoleDelete {
                guild_id,
                removed_role_id,
                ..
            } => {
                let role = RoleId(removed_role_id.get().cast_signed());
                roster::role_deleted(app, (*guild_id).into(), role).await?;
            }
            other => self.observe_messages(other).await?,
        }
        Ok(())
    }

    /// Removals of everybody's reactions come to [`super::raw_events`].
    async fn observe_messages(&self, event: &FullEvent) -> Result<(), CommandError> {
        let app = &self.app;
        match event {
            FullEvent::ChannelDelete { channel, .. } => {
                let (team, channel) = (channel.guild_id.into(), channel.id.into());
                deleted_posts::channel_deleted(app, team, channel).await?;
            }
            FullEvent::ThreadDelete { thread, .. } => {
                let (team, thread) = (thread.guild_id.into(), thread.id.into());
                deleted_posts::channel_deleted(app, team, thread).await?;
            }
            FullEvent::MessageDelete {
                deleted_message_id, ..
            } => deleted_posts::deleted(app, &[(*deleted_message_id).into()]).await?,
            FullEvent::MessageDeleteBulk {
                multiple_deleted_messages_ids,
                ..
            } => {
                let deleted = multiple_deleted_messages_ids.iter();
                let deleted: Vec<_> = deleted.map(|id| MessageId::from(*id)).collect();
                deleted_posts::deleted(app, &deleted).await?;
            }
            FullEvent::ReactionAdd { add_reaction } => {
                if let Some(added) = Reaction::added(add_reaction) {
                    reactions::added(app, &added).await?;
                }
            }
            FullEvent::ReactionRemove { removed_reaction } => {
                if let Some(gone) = Unreacted::one(removed_reaction) {
                    reactions::removed(app, &gone).await?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    async fn session_began(&self, ready: &Ready) -> Result<(), CommandError> {
        let (app, shard) = (&self.app, self.shard);
        self.ready.store(true, Ordering::Release);
        self.connected("new");
        let present = ready.guilds.iter().map(|it| it.id.into()).collect();
        app.member_lookup.begin(shard, &present);
        app.new_sessions.begin(shard);
        app.wakers.posting.wake();
        Ok(removal::present_only(app, shard, &present).await?)
    }

    fn session_resumed(&self) {
        self.connected("resumed");
        self.app.member_lookup.resume(self.shard);
    }

    /// The shard's session began or resumed.
    fn connected(&self, how: &'static str) {
        self.app.shard_works(self.shard, true);
        self.connection_log.connected();
        let shard = self.shard.id.to_string();
        metrics::counter!(SHARD_CONNECTS, "shard" => shard, "how" => how).increment(1);
    }

    async fn server_shown(&self, guild: &Guild) -> Result<(), CommandError> {
        let (app, team) = (&self.app, guild.id.into());
        if app.members_intent {
            app.leave_events.begin(team, app.now());
        }
        app.server_names.set(team, &guild.name);
        app.member_lookup.show(self.shard, team);
        removal::present(app, team).await?;
        roster::worker::mark_due(app, team);
        Ok(())
    }

    async fn server_hidden(&self, server: &UnavailableGuild) -> Result<(), CommandError> {
        let team = server.id.into();
        self.app.member_lookup.hide(self.shard, team);
        // An unavailable server has an outage: Rapport is still in it.
        if !server.unavailable {
            removal::removed(&self.app, team).await?;
        }
        Ok(())
    }

    async fn member_left(&self, server: GuildId, user: UserId) -> Result<(), CommandError> {
        let team = TeamId::from(server);
        let left = roster::left(&self.app, team.member(user.into())).await;
        if left.is_err() {
            // From here on, Rapport asks Discord again who is there.
            self.app.leave_events.forget(team);
        }
        Ok(left?)
    }
}
