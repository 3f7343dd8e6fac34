//! Guilds and their members.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Event, Role, World, intents};
use crate::emoji::Emoji;
use crate::ids::{ChannelId, GuildId, RoleId, UserId};
use crate::locale::Locale;
use crate::{permissions, wire};

/// A server.
#[derive(Debug, Clone)]
pub struct Guild {
    /// Its identifier.
    pub id: GuildId,
    /// Its name.
    pub name: String,
    /// Who may do everything in it.
    pub owner: UserId,
    /// Its language.
    pub locale: Locale,
    /// Its roles, `@everyone` among them.
    pub roles: BTreeMap<RoleId, Role>,
    /// Where Discord moves people who are in voice and do nothing.
    pub afk_channel: Option<ChannelId>,
    /// Who is in it.
    pub members: BTreeMap<UserId, Member>,
    /// Its own emoji.
    pub emojis: Vec<Emoji>,
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
            avatar: None,
            roles: Vec::new(),
            joined_at: Some(joined_at),
        });
    }
}

/// What a guild keeps about somebody in it.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name they go by in this guild, if it is another.
    pub nick: Option<String>,
    /// The hash of their avatar in this guild, if it is another.
    pub avatar: Option<String>,
    /// Their roles besides `@everyone`.
    pub roles: Vec<RoleId>,
    /// Since when they are in it; Discord does not know it of guests.
    pub joined_at: Option<DateTime<Utc>>,
}

impl World {
    /// A guild's owner sets its language.
    pub fn set_guild_locale(&mut self, guild: GuildId, locale: Locale) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.locale = locale;
        }
    }

    /// A new guild that `owner` and the bot are in.
    pub fn add_guild(&mut self, name: &str, owner: UserId) -> GuildId {
        let id = self.add_guild_without_bot(name, owner);
        self.join(id, self.bot());
        id
    }

    /// A new guild that `owner` is in, and the bot is not.
    pub fn add_guild_without_bot(&mut self, name: &str, owner: UserId) -> GuildId {
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
            locale: Locale::EN_US,
            afk_channel: None,
            roles: BTreeMap::from([(everyone.id, everyone)]),
            members: BTreeMap::new(),
            emojis: Vec::new(),
        };
        self.guilds.insert(id, guild);
        self.join(id, owner);
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

    /// Sets the name that `user` goes by in `guild`.
    pub fn set_nick(&mut self, guild: GuildId, user: UserId, nick: Option<&str>) {
        self.change_member(guild, user, |member| member.nick = nick.map(str::to_owned));
    }

    /// Sets the avatar that `user` has in `guild`, as the hash that Discord gives it.
    pub fn set_member_avatar(&mut self, guild: GuildId, user: UserId, hash: Option<&str>) {
        self.change_member(guild, user, |it| it.avatar = hash.map(str::to_owned));
    }

    /// Since when `user` is in `guild` is known no more, as Discord has it of guests.
    pub fn forget_joining(&mut self, guild: GuildId, user: UserId) {
        self.change_member(guild, user, |member| member.joined_at = None);
    }

    pub(super) fn change_member(
        &mut self,
        guild: GuildId,
        user: UserId,
        change: impl FnOnce(&mut Member),
    ) {
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

    /// Renames a guild.
    pub fn rename_guild(&mut self, id: GuildId, name: &str) {
        if let Some(guild) = self.guilds.get_mut(&id) {
            name.clone_into(&mut guild.name);
            self.tell_of_guild(id);
        }
    }

    pub(super) fn tell_of_guild(&mut self, id: GuildId) {
        let mut updated = wire::guild(self, id);
        updated["guild_id"] = json!(id);
        let name = "GUILD_UPDATE";
        self.tell(&Event::in_guild(id, intents::GUILDS, name, updated));
    }
}
