//! Who is in which voice channel. What they say there is nobody's business, and not played.

use super::{Channel, ChannelKind, Event, Place, World, intents};
use crate::ids::{ChannelId, GuildId, UserId};
use crate::permissions::{CONNECT, VIEW_CHANNEL};
use crate::wire;

/// Somebody's place in a voice channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceState {
    /// The channel.
    pub channel: ChannelId,
    /// Whether they have deafened themselves.
    pub self_deaf: bool,
    /// Of their connection.
    pub(crate) session: String,
}

impl World {
    /// Connects `user` to a voice or stage channel of a server, and disconnects them from another one
    /// there. It asks for no permission: a moderator can move people anywhere.
    pub fn join_voice(&mut self, user: UserId, channel: ChannelId) {
        let Some(guild) = self.channel(channel).and_then(Channel::guild) else {
            return;
        };
        let session = format!("voice-{:x}", self.snowflake());
        let key = (guild, user);
        let state = self.voice.entry(key).or_insert(VoiceState {
            channel,
            self_deaf: false,
            session,
        });
        state.channel = channel;
        self.tell_of_voice(guild, user);
    }

    /// Disconnects `user` from the voice channel that they are in.
    pub fn leave_voice(&mut self, guild: GuildId, user: UserId) {
        if self.voice.remove(&(guild, user)).is_some() {
            self.tell_of_voice(guild, user);
        }
    }

    /// `user` deafens themselves in the voice channel that they are in, or listens again.
    pub fn set_deaf(&mut self, guild: GuildId, user: UserId, deaf: bool) {
        if let Some(state) = self.voice.get_mut(&(guild, user)) {
            state.self_deaf = deaf;
            self.tell_of_voice(guild, user);
        }
    }

    /// Where `user` is in the voice channels of `guild`, if in any.
    #[must_use]
    pub fn voice(&self, guild: GuildId, user: UserId) -> Option<&VoiceState> {
        self.voice.get(&(guild, user))
    }

    /// The people in the voice channels of `guild`.
    pub(crate) fn in_voice(&self, guild: GuildId) -> impl Iterator<Item = UserId> {
        let states = self.voice.range((guild, UserId(0))..);
        states
            .map(|((of, user), _)| (*of, *user))
            .take_while(move |(of, _)| *of == guild)
            .map(|(_, user)| user)
    }

    /// Sets the channel to which Discord moves people who do nothing.
    pub fn set_afk_channel(&mut self, id: GuildId, channel: Option<ChannelId>) {
        if let Some(guild) = self.guilds.get_mut(&id) {
            guild.afk_channel = channel;
            self.tell_of_guild(id);
        }
    }

    /// Whether `user` may join this channel: it is one for voice, and they see it.
    pub(crate) fn may_join_voice(&self, user: UserId, channel: ChannelId) -> bool {
        let place = self.channel(channel).map(|it| &it.place);
        let has_voice = matches!(
            place,
            Some(Place::Guild {
                kind: ChannelKind::Voice | ChannelKind::Stage,
                ..
            })
        );
        has_voice && self.may(user, channel, VIEW_CHANNEL) && self.may(user, channel, CONNECT)
    }

    /// Disconnects everybody from a channel that is gone.
    pub(super) fn empty_voice(&mut self, channel: ChannelId) {
        let inside = self.voice.iter().filter(|(_, it)| it.channel == channel);
        let inside: Vec<_> = inside.map(|(key, _)| *key).collect();
        for (guild, user) in inside {
            self.leave_voice(guild, user);
        }
    }

    fn tell_of_voice(&mut self, guild: GuildId, user: UserId) {
        let mut state = wire::voice_state(self, guild, user);
        state["guild_id"] = guild.to_string().into();
        state["member"] = wire::member(self, guild, user).unwrap_or_default();
        self.tell(&Event::in_guild(
            guild,
            intents::GUILD_VOICE_STATES,
            "VOICE_STATE_UPDATE",
            state,
        ));
    }
}
