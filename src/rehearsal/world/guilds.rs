//! Guilds, their channels, roles and members.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Event, World, intents};
use crate::rehearsal::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::rehearsal::{permissions, wire};

/// A server.
#[derive(Debug, Clone)]
pub struct Guild {
    /// Its identifier.
    pub id: GuildId,
    /// Its name.
    pub name: String,
    /// Who may do everything in it.
    pub owner: UserId,
    /// Its roles, `@everyone` among them.
    pub roles: BTreeMap<RoleId, Role>,
    /// Who is in it.
    pub members: BTreeMap<UserId, Member>,
}

impl Guild {
    /// Whether `user` is a member.
    #[must_use]
    pub fn has(&self, user: UserId) -> bool {
        self.members.contains_key(&user)
    }

    pub(super) fn admit(&mut self, user: UserId, joined_at: DateTime<Utc>) {
        self.members.entry(user).or_insert(Member {
            nick: None,
            roles: Vec::new(),
            joined_at,
        });
    }
}

/// What a guild keeps about somebody in it.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name they go by in this guild, if it is another.
    pub nick: Option<String>,
    /// Their roles besides `@everyone`.
    pub roles: Vec<RoleId>,
    /// Since when they are in it.
    pub joined_at: DateTime<Utc>,
}

/// A role.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its identifier.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// Permission bits it gives in the whole guild.
    pub permissions: u64,
}

/// A text channel of a guild, or one for direct messages with the bot.
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
            Place::Guild { guild, .. } => Some(guild),
            Place::Dm { .. } => None,
        }
    }
}

/// Where a channel is.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// In a guild.
    Guild {
        /// The guild.
        guild: GuildId,
        /// Its name, without `#`.
        name: String,
        /// What is different from the guild's permissions here.
        overwrites: Vec<Overwrite>,
    },
    /// Between the bot and one person.
    Dm {
        /// The person.
        with: UserId,
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

impl World {
    /// A new guild that `owner` and the bot are in.
    pub fn add_guild(&mut self, name: &str, owner: UserId) -> GuildId {
        let id = GuildId(self.snowflake());
        let everyone = Role {
            id: id.everyone(),
            name: "@everyone".into(),
            permissions: permissions::BY_DEFAULT,
        };
        let guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            roles: BTreeMap::from([(everyone.id, everyone)]),
            members: BTreeMap::new(),
        };
        self.guilds.insert(id, guild);
        self.join(id, owner);
        self.join(id, self.bot());
        id
    }

    /// The guild `id`.
    #[must_use]
    pub fn guild(&self, id: GuildId) -> Option<&Guild> {
        self.guilds.get(&id)
    }

    /// All guilds.
    pub fn guilds(&self) -> impl Iterator<Item = &Guild> {
        self.guilds.values()
    }

    /// The guild `id`, if the bot is in it.
    #[must_use]
    pub fn bots_guild(&self, id: GuildId) -> Option<&Guild> {
        self.guild(id).filter(|guild| guild.has(self.bot()))
    }

    /// What `guild` keeps about `user`.
    #[must_use]
    pub fn member(&self, guild: GuildId, user: UserId) -> Option<&Member> {
        self.guild(guild)?.members.get(&user)
    }

    /// A new role that gives `permissions` (bits).
    pub fn add_role(&mut self, guild: GuildId, name: &str, permissions: u64) -> RoleId {
        let id = RoleId(self.snowflake());
        let role = Role {
            id,
            name: name.to_owned(),
            permissions,
        };
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.roles.insert(id, role);
        }
        id
    }

    /// Gives `user` a role.
    pub fn give_role(&mut self, guild: GuildId, user: UserId, role: RoleId) {
        self.change_member(guild, user, |member| {
            if !member.roles.contains(&role) {
                member.roles.push(role);
            }
        });
    }

    /// Takes a role from `user`.
    pub fn take_role(&mut self, guild: GuildId, user: UserId, role: RoleId) {
        self.change_member(guild, user, |member| {
            member.roles.retain(|held| *held != role);
        });
    }

    /// Sets the name that `user` goes by in `guild`.
    pub fn set_nick(&mut self, guild: GuildId, user: UserId, nick: Option<&str>) {
        self.change_member(guild, user, |member| member.nick = nick.map(str::to_owned));
    }

    fn change_member(&mut self, guild: GuildId, user: UserId, change: impl FnOnce(&mut Member)) {
        let Some(member) = self
            .guilds
            .get_mut(&guild)
            .and_then(|guild| guild.members.get_mut(&user))
        else {
            return;
        };
        change(member);
        if let Some(mut member) = wire::member(self, guild, user) {
            member["guild_id"] = guild.to_string().into();
            let name = "GUILD_MEMBER_UPDATE";
            self.tell(&Event::in_guild(
                guild,
                intents::GUILD_MEMBERS,
                name,
                member,
            ));
        }
    }

    /// A new text channel; `name` is without `#`.
    pub fn add_channel(&mut self, guild: GuildId, name: &str) -> ChannelId {
        let id = ChannelId(self.snowflake());
        let place = Place::Guild {
            guild,
            name: name.to_owned(),
            overwrites: Vec::new(),
        };
        let channel = Channel {
            id,
            place,
            last_message: None,
        };
        self.channels.insert(id, channel);
        self.tell_of_channel(id, "CHANNEL_CREATE");
        id
    }

    /// Removes a channel of a guild, and all that was written in it.
    pub fn delete_channel(&mut self, id: ChannelId) {
        self.tell_of_channel(id, "CHANNEL_DELETE");
        self.channels.remove(&id);
        self.messages.retain(|_, message| message.channel != id);
    }

    /// Takes permissions (bits) from the bot in one channel.
    pub fn deny_bot(&mut self, channel: ChannelId, permissions: u64) {
        let target = self.bot().0;
        self.overwrite(
            channel,
            Overwrite {
                target,
                allow: 0,
                deny: permissions,
            },
        );
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
            .find(|channel| matches!(&channel.place, Place::Guild { name, .. } if name == wanted))
            .map(|channel| channel.id)
    }

    /// The channels of a guild.
    pub fn channels_of(&self, guild: GuildId) -> impl Iterator<Item = &Channel> {
        self.channels
            .values()
            .filter(move |channel| channel.guild() == Some(guild))
    }

    fn tell_of_channel(&mut self, id: ChannelId, event: &'static str) {
        let guild = self.channel(id).and_then(Channel::guild);
        if let (Some(guild), Some(channel)) = (guild, wire::channel(self, id)) {
            self.tell(&Event::in_guild(guild, intents::GUILDS, event, channel));
        }
    }

    /// Renames a guild.
    pub fn rename_guild(&mut self, id: GuildId, name: &str) {
        if let Some(guild) = self.guilds.get_mut(&id) {
            name.clone_into(&mut guild.name);
            let mut updated = wire::guild(self, id);
            updated["guild_id"] = json!(id);
            self.tell(&Event::in_guild(
                id,
                intents::GUILDS,
                "GUILD_UPDATE",
                updated,
            ));
        }
    }
}
