//! Where the application is installed: in guilds that the bot is in, and for people who take it with
//! them.

use super::{Command, Place, World};
use crate::ids::{ChannelId, UserId};
use crate::permissions::{
    ATTACH_FILES, EMBED_LINKS, MENTION_EVERYONE, USE_EXTERNAL_APPS, USE_EXTERNAL_EMOJIS,
};

/// Which installations let somebody use the application at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Installed {
    /// The guild's; in direct messages with the bot, that of any guild.
    pub by_guild: bool,
    /// That of this person.
    pub by_user: Option<UserId>,
}

/// Where the application is used, as commands say where they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    /// In a guild.
    Guild = 0,
    /// In direct messages with the bot.
    BotDm = 1,
    /// Between people.
    Private = 2,
}

impl World {
    /// Lets people install the application for themselves, as its developer does in the portal.
    pub fn allow_user_installs(&mut self) {
        self.application.user_install = true;
    }

    /// `user` installs the application for themselves; `false` if its developer does not allow that.
    pub fn install_for(&mut self, user: UserId) -> bool {
        self.application.user_install && {
            self.user_installs.insert(user);
            true
        }
    }

    /// `user` removes the application from their account.
    pub fn uninstall_for(&mut self, user: UserId) {
        self.user_installs.remove(&user);
    }

    /// Whether `user` has installed the application for themselves.
    #[must_use]
    pub fn is_installed_for(&self, user: UserId) -> bool {
        self.user_installs.contains(&user)
    }

    pub(crate) fn context_of(&self, channel: ChannelId) -> Context {
        match self.channel(channel).map(|channel| &channel.place) {
            Some(Place::Dm { .. }) => Context::BotDm,
            Some(Place::Private { .. }) => Context::Private,
            _ => Context::Guild,
        }
    }

    /// Which installations let `user` use `command` in `channel`.
    pub(crate) fn installed(
        &self,
        command: &Command,
        user: UserId,
        channel: ChannelId,
    ) -> Installed {
        let context = self.context_of(channel);
        if !command.contexts.contains(&(context as u8)) {
            return Installed::default();
        }
        let guild = self.channel(channel).and_then(super::Channel::guild);
        let by_guild = match context {
            Context::Guild => guild.is_some_and(|guild| self.bots_guild(guild).is_some()),
            Context::BotDm => self.meets_bot(user),
            Context::Private => false,
        };
        let by_user = command.integration_types.contains(&1) && self.is_installed_for(user);
        Installed {
            by_guild: by_guild && command.integration_types.contains(&0),
            by_user: by_user.then_some(user),
        }
    }

    /// Whether `user` and the bot are in a guild together.
    fn meets_bot(&self, user: UserId) -> bool {
        let bot = self.bot();
        self.guilds().any(|guild| guild.has(user) && guild.has(bot))
    }

    /// Whether the bot is where `channel` is: it sees what is there, or could be let in.
    pub(crate) fn bot_is_in(&self, channel: ChannelId) -> bool {
        match self.channel(channel).map(|channel| &channel.place) {
            Some(Place::Dm { .. }) => true,
            Some(Place::Private { .. }) | None => false,
            Some(Place::Guild { guild, .. }) => self.bots_guild(*guild).is_some(),
            Some(Place::Thread(thread)) => self.bots_guild(thread.guild).is_some(),
        }
    }

    /// What the application may do in `channel`, as interactions tell it.
    pub(crate) fn app_permissions(&self, channel: ChannelId) -> u64 {
        let direct = ATTACH_FILES | EMBED_LINKS | MENTION_EVERYONE;
        match self.context_of(channel) {
            Context::BotDm => direct | USE_EXTERNAL_EMOJIS,
            Context::Private => direct,
            Context::Guild if self.bot_is_in(channel) => self.permissions(channel, self.bot()),
            Context::Guild => self.everyones_permissions(channel),
        }
    }

    /// Whether all may see the application's answers where `user` uses it by their own installation.
    pub(crate) fn answers_in_public(&self, user: UserId, channel: ChannelId) -> bool {
        self.context_of(channel) != Context::Guild || self.may(user, channel, USE_EXTERNAL_APPS)
    }
}
