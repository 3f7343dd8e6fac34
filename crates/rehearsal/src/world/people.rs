//! People and the bot's account.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Event, Place, World, intents};
use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::locale::Locale;
use crate::wire;

/// An account.
#[derive(Debug, Clone)]
pub struct User {
    /// Its identifier.
    pub id: UserId,
    /// The unique name, in lower case.
    pub username: String,
    /// The name that others see where there is no nickname.
    pub global_name: Option<String>,
    /// The hash of their avatar; Discord shows a default one without it.
    pub avatar: Option<String>,
    /// Whether it is a bot's.
    pub bot: bool,
    /// The language of their client.
    pub locale: Locale,
    /// Whether it takes direct messages from the bot.
    pub dms_open: bool,
    /// The newest message that the person has looked at in each channel.
    pub(crate) read: BTreeMap<ChannelId, MessageId>,
}

impl World {
    /// A new person; `username` is their unique name.
    pub fn add_person(&mut self, username: &str, global_name: &str) -> UserId {
        self.add_user(username, global_name, false)
    }

    /// A new account of another bot.
    pub fn add_bot(&mut self, username: &str) -> UserId {
        self.add_user(username, username, true)
    }

    pub(super) fn add_user(&mut self, username: &str, global_name: &str, bot: bool) -> UserId {
        let id = UserId(self.snowflake());
        let user = User {
            id,
            username: username.to_owned(),
            global_name: Some(global_name.to_owned()),
            avatar: None,
            bot,
            locale: Locale::EN_US,
            dms_open: true,
            read: BTreeMap::new(),
        };
        self.users.insert(id, user);
        id
    }

    /// The language of somebody's client.
    #[must_use]
    pub fn locale(&self, user: UserId) -> Locale {
        self.user(user).map_or(Locale::EN_US, |user| user.locale)
    }

    /// Somebody sets their client to a language.
    pub fn set_locale(&mut self, user: UserId, locale: Locale) {
        if let Some(user) = self.users.get_mut(&user) {
            user.locale = locale;
        }
    }

    /// Somebody sets the avatar of their account, as the hash that Discord gives it.
    pub fn set_avatar(&mut self, user: UserId, hash: Option<&str>) {
        if let Some(user) = self.users.get_mut(&user) {
            user.avatar = hash.map(str::to_owned);
        }
        let guilds: Vec<_> = self.guilds.keys().copied().collect();
        for guild in guilds {
            self.change_member(guild, user, |_| {});
        }
    }

    /// Names the bot's account.
    pub fn name_bot(&mut self, username: &str) {
        let bot = self.bot();
        if let Some(bot) = self.users.get_mut(&bot) {
            username.clone_into(&mut bot.username);
            bot.global_name = None;
        }
    }

    /// All accounts, the bot's among them, in the order in which they came.
    pub fn users(&self) -> impl Iterator<Item = &User> {
        self.users.values()
    }

    /// The account `id`.
    #[must_use]
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(&id)
    }

    pub(crate) fn user_mut(&mut self, id: UserId) -> Option<&mut User> {
        self.users.get_mut(&id)
    }

    /// The newest message that `user` has looked at in `channel`.
    pub(crate) fn read_up_to(&self, user: UserId, channel: ChannelId) -> MessageId {
        let read = self.user(user).and_then(|user| user.read.get(&channel));
        read.copied().unwrap_or(MessageId(0))
    }

    /// `user` has looked at everything in `channel` up to `message`.
    pub(crate) fn mark_read(&mut self, user: UserId, channel: ChannelId, message: MessageId) {
        if let Some(user) = self.users.get_mut(&user) {
            let read = user.read.entry(channel).or_insert(message);
            *read = message.max(*read);
        }
    }

    /// The account with this unique name.
    #[must_use]
    pub fn user_named(&self, username: &str) -> Option<&User> {
        self.users.values().find(|user| user.username == username)
    }

    /// The person takes no more direct messages from the bot.
    pub fn close_dms(&mut self, user: UserId) {
        if let Some(user) = self.users.get_mut(&user) {
            user.dms_open = false;
        }
    }

    /// The person takes direct messages from the bot again.
    pub fn open_dms(&mut self, user: UserId) {
        if let Some(user) = self.users.get_mut(&user) {
            user.dms_open = true;
        }
    }

    /// Whether a direct message of the bot's reaches the person: they take them, and the two
    /// are in a guild together.
    #[must_use]
    pub fn reachable(&self, user: UserId) -> bool {
        let bot = self.bot();
        self.user(user)
            .is_some_and(|user| user.dms_open && !user.bot)
            && self
                .guilds
                .values()
                .any(|guild| guild.has(user) && guild.has(bot))
    }

    /// The channel for direct messages between `user` and the bot; made at its first use.
    pub fn dm_channel(&mut self, user: UserId) -> ChannelId {
        if let Some(channel) = self.find_dm_channel(user) {
            return channel;
        }
        self.place_channel(Place::Dm { with: user })
    }

    /// The channel for direct messages between `user` and the bot, if it was ever used.
    #[must_use]
    pub fn find_dm_channel(&self, user: UserId) -> Option<ChannelId> {
        self.channels
            .values()
            .find(|channel| channel.place == Place::Dm { with: user })
            .map(|channel| channel.id)
    }

    /// `user` joins `guild`; the bot hears of it if it may.
    pub fn join(&mut self, guild: GuildId, user: UserId) {
        let joined_at = self.now();
        let Some(joined) = self.guilds.get_mut(&guild) else {
            return;
        };
        joined.admit(user, joined_at);
        if user == self.bot() {
            let created = wire::with_voice(wire::guild_create(self, guild), self, guild);
            self.tell(&Event::in_guild(
                guild,
                intents::GUILDS,
                "GUILD_CREATE",
                created,
            ));
        } else if let Some(mut member) = wire::member(self, guild, user) {
            member["guild_id"] = guild.to_string().into();
            self.tell(&Event::in_guild(
                guild,
                intents::GUILD_MEMBERS,
                "GUILD_MEMBER_ADD",
                member,
            ));
        }
    }

    /// `user` leaves `guild`, or is sent away; for the bot this is its removal.
    pub fn leave(&mut self, guild: GuildId, user: UserId) {
        if self.member(guild, user).is_none() {
            return;
        }
        self.leave_voice(guild, user);
        if user == self.bot() {
            // Told before it leaves: afterwards nothing of the guild is the bot's to hear.
            let gone = json!({ "id": guild });
            self.tell(&Event::in_guild(
                guild,
                intents::GUILDS,
                "GUILD_DELETE",
                gone,
            ));
        }
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.members.remove(&user);
        }
        if user != self.bot() {
            let left = json!({ "guild_id": guild, "user": wire::user(self, user) });
            let name = "GUILD_MEMBER_REMOVE";
            self.tell(&Event::in_guild(guild, intents::GUILD_MEMBERS, name, left));
        }
    }
}
