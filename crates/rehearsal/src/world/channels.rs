//! Channels: where they are, and who may see them.

use super::{Event, Thread, World, intents};
use crate::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::permissions::VIEW_CHANNEL;
use crate::wire;

/// A channel of a guild, a thread in one, or a channel for direct messages.
#[derive(Debug, Clone)]
pub struct Channel {
    /// Its identifier.
    pub id: ChannelId,
    /// Where it is.
    pub place: Place,
    /// The newest message that was ever in it.
    pub last_message: Option<MessageId>,
}

impl Channel {
    /// The guild it belongs to, if any.
    #[must_use]
    pub fn guild(&self) -> Option<GuildId> {
        match self.place {
            Place::Guild { guild, .. } | Place::Thread(Thread { guild, .. }) => Some(guild),
            Place::Dm { .. } | Place::Private { .. } => None,
        }
    }

    /// What it is called, without `#`; nothing for direct messages.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.place {
            Place::Guild { name, .. } | Place::Thread(Thread { name, .. }) => Some(name),
            Place::Dm { .. } | Place::Private { .. } => None,
        }
    }

    /// The thread that it is, if it is one.
    #[must_use]
    pub fn thread(&self) -> Option<&Thread> {
        match &self.place {
            Place::Thread(thread) => Some(thread),
            _ => None,
        }
    }

    /// Whether messages can stand in it: in a forum they stand in its posts, which are threads.
    #[must_use]
    pub fn takes_messages(&self) -> bool {
        !matches!(
            self.place,
            Place::Guild {
                kind: ChannelKind::Forum,
                ..
            }
        )
    }
}

/// What a channel of a guild is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelKind {
    /// Messages.
    Text = 0,
    /// Talk, with messages beside it.
    Voice = 2,
    /// Messages that other guilds can follow.
    Announcement = 5,
    /// Talk of a few before an audience.
    Stage = 13,
    /// Posts, each a thread.
    Forum = 15,
}

/// Where a channel is.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// In a guild.
    Guild {
        /// The guild.
        guild: GuildId,
        /// What it is for.
        kind: ChannelKind,
        /// Its name, without `#`.
        name: String,
        /// What is different from the guild's permissions here.
        overwrites: Vec<Overwrite>,
    },
    /// Below a channel of a guild.
    Thread(Thread),
    /// Between the bot and one person.
    Dm {
        /// The person.
        with: UserId,
    },
    /// Between two people, or in a group of more, without the bot.
    Private {
        /// The people; the first one owns a group.
        people: Vec<UserId>,
    },
}

/// What a role or a member may more, or less, in one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Overwrite {
    /// The number of the role or user.
    pub target: u64,
    /// Permission bits given.
    pub allow: u64,
    /// Permission bits taken.
    pub deny: u64,
}

impl Overwrite {
    /// Gives `target` permissions (bits).
    #[must_use]
    pub fn allowing(target: u64, permissions: u64) -> Self {
        Self {
            target,
            allow: permissions,
            deny: 0,
        }
    }

    /// Takes permissions (bits) from `target`.
    #[must_use]
    pub fn denying(target: u64, permissions: u64) -> Self {
        Self {
            target,
            allow: 0,
            deny: permissions,
        }
    }
}

impl World {
    /// A new text channel; `name` is without `#`.
    pub fn add_channel(&mut self, guild: GuildId, name: &str) -> ChannelId {
        self.add_channel_for(guild, name, ChannelKind::Text)
    }

    /// A new channel of this kind; `name` is without `#`.
    pub fn add_channel_for(&mut self, guild: GuildId, name: &str, kind: ChannelKind) -> ChannelId {
        let place = Place::Guild {
            guild,
            kind,
            name: name.to_owned(),
            overwrites: Vec::new(),
        };
        let id = self.place_channel(place);
        self.tell_of_channel(id, "CHANNEL_CREATE");
        id
    }

    pub(super) fn place_channel(&mut self, place: Place) -> ChannelId {
        let id = ChannelId(self.snowflake());
        let channel = Channel {
            id,
            place,
            last_message: None,
        };
        self.channels.insert(id, channel);
        id
    }

    /// Removes a channel of a guild or a thread, and all that was written in it; a channel's
    /// threads go with it, of which the bot is told nothing more.
    pub fn delete_channel(&mut self, id: ChannelId) {
        self.empty_voice(id);
        if self.channel(id).is_some_and(|it| it.thread().is_some()) {
            self.tell_of_deleted_thread(id);
        } else {
            self.tell_of_channel(id, "CHANNEL_DELETE");
        }
        let is_in = |channel: &Channel| channel.thread().is_some_and(|it| it.parent == id);
        self.channels
            .retain(|other, channel| *other != id && !is_in(channel));
        let channels = &self.channels;
        self.messages
            .retain(|_, message| channels.contains_key(&message.channel));
    }

    /// Hides a channel from everyone but the owner, those with every permission, and those who are
    /// let in; the bot is not.
    pub fn close_channel(&mut self, channel: ChannelId) {
        if let Some(guild) = self.channel(channel).and_then(Channel::guild) {
            self.overwrite(channel, Overwrite::denying(guild.0, VIEW_CHANNEL));
        }
    }

    /// Shows a closed channel to everyone again.
    pub fn reopen_channel(&mut self, channel: ChannelId) {
        if let Some(guild) = self.channel(channel).and_then(Channel::guild) {
            self.overwrite(channel, Overwrite::denying(guild.0, 0));
        }
    }

    /// Shows a closed channel to a person, or the bot.
    pub fn let_in(&mut self, channel: ChannelId, user: UserId) {
        self.overwrite(channel, Overwrite::allowing(user.0, VIEW_CHANNEL));
    }

    /// Shows a closed channel to those with a role.
    pub fn let_role_in(&mut self, channel: ChannelId, role: RoleId) {
        self.overwrite(channel, Overwrite::allowing(role.0, VIEW_CHANNEL));
    }

    /// Takes permissions (bits) from the bot in one channel.
    pub fn deny_bot(&mut self, channel: ChannelId, permissions: u64) {
        let bot = self.bot();
        self.overwrite(channel, Overwrite::denying(bot.0, permissions));
    }

    /// Sets what a role or a member may more, or less, in one channel of a guild.
    pub fn overwrite(&mut self, channel: ChannelId, overwrite: Overwrite) {
        if let Some(Channel {
            place: Place::Guild { overwrites, .. },
            ..
        }) = self.channels.get_mut(&channel)
        {
            overwrites.retain(|old| old.target != overwrite.target);
            overwrites.push(overwrite);
            self.tell_of_channel(channel, "CHANNEL_UPDATE");
        }
    }

    /// The channel `id`.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(&id)
    }

    /// The guild's channel with this name (without `#`).
    #[must_use]
    pub fn channel_named(&self, guild: GuildId, wanted: &str) -> Option<ChannelId> {
        self.channels_of(guild)
            .find(|channel| channel.name() == Some(wanted))
            .map(|channel| channel.id)
    }

    /// The channels of a guild, threads among them.
    pub fn channels_of(&self, guild: GuildId) -> impl Iterator<Item = &Channel> {
        self.channels
            .values()
            .filter(move |channel| channel.guild() == Some(guild))
    }

    pub(super) fn tell_of_channel(&mut self, id: ChannelId, event: &'static str) {
        let guild = self.channel(id).and_then(Channel::guild);
        if let (Some(guild), Some(channel)) = (guild, wire::channel(self, id)) {
            self.tell(&Event::in_guild(guild, intents::GUILDS, event, channel));
        }
    }
}
