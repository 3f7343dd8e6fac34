//! What Discord tells of voice channels: who is in which, in memory alone, until a worker takes it.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{AfkMetadata, ChannelType, FullEvent, GuildChannel, UserId, VoiceState};

use super::shard::Shard;
use crate::ids::{ChannelId, PersonId, TeamId};

/// A person in a voice channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PersonInVoice {
    /// The channel.
    pub(crate) channel: ChannelId,
    /// Whether they hear the others: neither they nor a moderator deafened them.
    pub(crate) hears: bool,
    /// Whether it is a bot.
    pub(crate) is_bot: bool,
}

/// Something that happened in voice channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VoiceEvent {
    /// A session shows a server, with everybody who is in its voice channels.
    Shown {
        /// The server.
        team: TeamId,
        /// Where Discord moves people who do nothing.
        afk: Option<ChannelId>,
        /// Its stages.
        stages: HashSet<ChannelId>,
        /// Who is where.
        people: Vec<(PersonId, PersonInVoice)>,
    },
    /// Discord moves people who do nothing to this channel from now on.
    Afk {
        /// The server.
        team: TeamId,
        /// The channel, if any.
        afk: Option<ChannelId>,
    },
    /// There is a new stage.
    Stage {
        /// The server.
        team: TeamId,
        /// The channel.
        channel: ChannelId,
    },
    /// Somebody joined a channel, moved, left (`None`), deafened themselves or listens again.
    Moved {
        /// The server.
        team: TeamId,
        /// They.
        person: PersonId,
        /// Where they are now.
        in_voice: Option<PersonInVoice>,
    },
    /// The server is gone, or cannot be seen.
    Hidden(TeamId),
    /// A new session of the shard begins. It shows each server again, a moment before or after this.
    NewSession(Shard),
    /// The shard's connection is lost: nobody knows who is where in its servers.
    Lost(Shard),
    /// The shard's connection works again, and Discord tells what was missed.
    Back(Shard),
}

impl VoiceEvent {
    /// What an event of this shard tells of voice channels, if anything.
    pub(crate) fn of(shard: Shard, event: &FullEvent) -> Option<Self> {
        match event {
            FullEvent::Ready { .. } => Some(Self::NewSession(shard)),
            FullEvent::GuildCreate { guild, .. } => Some(Self::shown(guild)),
            FullEvent::GuildUpdate { new_data, .. } => Some(Self::Afk {
                team: new_data.id.into(),
                afk: afk_channel(new_data.afk_metadata.as_ref()),
            }),
            FullEvent::GuildDelete { incomplete, .. } => Some(Self::Hidden(incomplete.id.into())),
            FullEvent::ChannelCreate { channel } => Self::created(channel),
            FullEvent::VoiceStateUpdate { new, .. } => Self::moved(new),
            _ => None,
        }
    }

    /// How a session shows a server.
    fn shown(guild: &serenity::Guild) -> Self {
        let is_bot = |user: &UserId| guild.members.get(user).is_some_and(|it| it.user.bot);
        let people = guild.voice_states.iter().filter_map(|(user, state)| {
            let in_voice = person_in_voice(state, is_bot(user))?;
            Some(((*user).into(), in_voice))
        });
        let stages = guild.channels.values().filter(|it| is_stage(it));
        Self::Shown {
            team: guild.id.into(),
            afk: afk_channel(guild.afk_metadata.as_ref()),
            stages: stages.map(|it| it.id.into()).collect(),
            people: people.collect(),
        }
    }

    /// A change of somebody's state; `None` for one outside of servers.
    fn moved(state: &VoiceState) -> Option<Self> {
        let is_bot = state.member.as_ref().is_some_and(|it| it.user.bot);
        Some(Self::Moved {
            team: state.guild_id?.into(),
            person: state.user_id.into(),
            in_voice: person_in_voice(state, is_bot),
        })
    }

    /// A new channel; `None` for one that is no stage.
    fn created(channel: &GuildChannel) -> Option<Self> {
        is_stage(channel).then(|| Self::Stage {
            team: channel.guild_id.into(),
            channel: channel.id.into(),
        })
    }
}

fn afk_channel(afk: Option<&AfkMetadata>) -> Option<ChannelId> {
    afk.map(|it| it.afk_channel_id.into())
}

fn is_stage(channel: &GuildChannel) -> bool {
    channel.kind == ChannelType::Stage
}

fn person_in_voice(state: &VoiceState, is_bot: bool) -> Option<PersonInVoice> {
    Some(PersonInVoice {
        channel: state.channel_id?.into(),
        hears: !state.deaf && !state.self_deaf,
        is_bot,
    })
}

/// The events that no worker has taken yet, in their order.
#[derive(Default)]
pub(crate) struct VoiceEvents(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    events: Vec<(DateTime<Utc>, VoiceEvent)>,
    lost: HashSet<Shard>,
}

impl VoiceEvents {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an event of this moment.
    pub(crate) fn add(&self, at: DateTime<Utc>, event: VoiceEvent) {
        self.lock().events.push((at, event));
    }

    /// Adds an event if the shard's connection was lost, or works again, since the last call.
    /// Returns whether it did.
    pub(crate) fn set_connected(&self, at: DateTime<Utc>, shard: Shard, works: bool) -> bool {
        let mut waiting = self.lock();
        let (changed, event) = if works {
            (waiting.lost.remove(&shard), VoiceEvent::Back(shard))
        } else {
            (waiting.lost.insert(shard), VoiceEvent::Lost(shard))
        };
        if changed {
            waiting.events.push((at, event));
        }
        changed
    }

    /// Takes all of them.
    pub(crate) fn take(&self) -> Vec<(DateTime<Utc>, VoiceEvent)> {
        std::mem::take(&mut self.lock().events)
    }
}
