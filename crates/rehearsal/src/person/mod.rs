//! What somebody at a Discord client can do, and what they see.

mod acts;
mod answer;
mod components;
mod forms;
mod layout;
mod names;
mod part;
mod reactions;
mod seen;
mod typed;
mod unable;
mod voice;

use std::time::Duration;

use super::ids::{ChannelId, GuildId, MessageId, UserId};
use super::permissions::{MANAGE_MESSAGES, VIEW_CHANNEL};
use super::shared::Shared;
use super::world::{Channel, Command, Message, World};

pub(crate) use components::find_button_below;

pub use answer::Answer;
pub use forms::{Input, Modal};
pub use layout::{Accessory, Block, Picture, Piece};
pub use part::{Button, Part, Select, SelectOption};
pub use seen::{Embed, File, Reacted, Seen};
pub use unable::Unable;

/// The most characters of a message that a person writes.
const LONGEST_MESSAGE: usize = 2000;

/// Somebody at their client, looking at one channel.
///
/// What the client of a real person refuses, it refuses here too, as [`Unable`], before the bot
/// hears anything of it.
#[derive(Clone)]
pub struct Person {
    shared: Shared,
    user: UserId,
    channel: ChannelId,
    patience: Duration,
}

impl Person {
    /// The person of this name, in the first channel that they can see.
    pub(super) fn named(
        shared: Shared,
        username: &str,
        patience: Duration,
    ) -> Result<Self, Unable> {
        let user = shared.look(|world| world.user_named(username).map(|user| user.id));
        let user = user.ok_or_else(|| Unable::Nobody(username.to_owned()))?;
        Ok(Self::of(shared, user, patience))
    }

    /// Whose account this is, in the first channel that they can see.
    pub(super) fn of(shared: Shared, user: UserId, patience: Duration) -> Self {
        let channel = shared.change(|world| first_channel(world, user));
        Self {
            shared,
            user,
            channel,
            patience,
        }
    }

    /// The same person, looking at another channel.
    #[must_use]
    pub fn in_channel(&self, channel: ChannelId) -> Self {
        Self {
            channel,
            ..self.clone()
        }
    }

    /// The same person, looking at their direct messages with the bot.
    #[must_use]
    pub fn in_dms(&self) -> Self {
        self.in_channel(self.shared.change(|world| world.dm_channel(self.user)))
    }

    /// The same person, looking at their direct messages with these people, be it one or a group; the bot
    /// is not there.
    ///
    /// # Errors
    /// There is nobody of such a name.
    pub fn in_messages_with(&self, names: &[&str]) -> Result<Self, Unable> {
        let channel = self.shared.change(|world| {
            let others = names.iter().map(|name| {
                let user = world.user_named(name).map(|user| user.id);
                user.ok_or_else(|| Unable::Nobody((*name).to_owned()))
            });
            let others: Vec<_> = others.collect::<Result<_, _>>()?;
            let people = [&[self.user], others.as_slice()].concat();
            Ok(match others.as_slice() {
                [other] => world.dm_between(self.user, *other),
                _ => world.group_dm(&people),
            })
        })?;
        Ok(self.in_channel(channel))
    }

    /// Installs the application for themselves.
    ///
    /// # Errors
    /// Its developer does not allow that.
    pub fn install(&self) -> Result<(), Unable> {
        let installed = self.shared.change(|world| world.install_for(self.user));
        installed.then_some(()).ok_or(Unable::NotInstallable)
    }

    /// Removes the application from their account.
    pub fn uninstall(&self) {
        self.shared.change(|world| world.uninstall_for(self.user));
    }

    /// The same person, who waits for the bot for `patience` of real time.
    #[must_use]
    pub fn patient(&self, patience: Duration) -> Self {
        Self {
            patience,
            ..self.clone()
        }
    }

    /// Their account.
    #[must_use]
    pub fn id(&self) -> UserId {
        self.user
    }

    /// The channel they are looking at.
    #[must_use]
    pub fn channel(&self) -> ChannelId {
        self.channel
    }

    /// The guild of that channel; none for direct messages.
    #[must_use]
    pub fn guild(&self) -> Option<GuildId> {
        self.shared
            .look(|world| world.channel(self.channel).and_then(Channel::guild))
    }

    /// The commands that they are offered in the channel.
    #[must_use]
    pub fn commands(&self) -> Vec<Command> {
        self.shared.look(|world| {
            let offered = world.commands_offered(self.user, self.channel);
            offered.into_iter().cloned().collect()
        })
    }

    /// What they see in the channel, oldest first: of ephemeral messages only their own.
    #[must_use]
    pub fn messages(&self) -> Vec<Seen> {
        self.shared
            .look(|world| self.messages_in(world, self.channel))
    }

    /// Their direct messages with the bot, oldest first.
    #[must_use]
    pub fn dms(&self) -> Vec<Seen> {
        self.shared.look(|world| {
            let channel = world.find_dm_channel(self.user);
            channel.map_or_else(Vec::new, |channel| self.messages_in(world, channel))
        })
    }

    /// The next direct message of the bot's that they have not looked at; this looks at it.
    ///
    /// # Errors
    /// None came in time.
    pub async fn next_dm(&self) -> Result<Seen, Unable> {
        let next = |world: &World| {
            let channel = world.find_dm_channel(self.user)?;
            let read = world.read_up_to(self.user, channel);
            let mut messages = world.messages_in(channel);
            let next = messages.find(|m| m.id > read && m.author == world.bot())?;
            Some(Seen::new(world, next, self.user))
        };
        let next = self.shared.until(self.patience, next).await;
        let next = next.ok_or(Unable::NotInTime)?;
        self.shared
            .change(|world| world.mark_read(self.user, next.channel, next.id));
        Ok(next)
    }

    /// A message as it is now.
    ///
    /// # Errors
    /// It is gone, or not theirs to see.
    pub fn look_again(&self, message: MessageId) -> Result<Seen, Unable> {
        self.shared.look(|world| {
            self.visible(world, message)
                .map(|found| Seen::new(world, found, self.user))
        })
    }

    /// Waits until a message is no longer as it was `seen`.
    ///
    /// # Errors
    /// It did not change in time, or it is gone.
    pub async fn sees_change(&self, seen: &Seen) -> Result<Seen, Unable> {
        let changed = |world: &World| match self.visible(world, seen.id) {
            Ok(message) if message.version == seen.version => None,
            Ok(message) => Some(Ok(Seen::new(world, message, self.user))),
            Err(unable) => Some(Err(unable)),
        };
        let changed = self.shared.until(self.patience, changed).await;
        changed.unwrap_or(Err(Unable::NotInTime))
    }

    /// Writes in the channel.
    ///
    /// # Errors
    /// They may not write there, or there is nothing or too much to write.
    pub fn say(&self, text: &str) -> Result<Seen, Unable> {
        let given = text.chars().count();
        if !(1..=LONGEST_MESSAGE).contains(&given) {
            return Err(Unable::WrongLength {
                option: "a message".to_owned(),
                least: 1,
                most: LONGEST_MESSAGE,
                given,
            });
        }
        self.shared.change(|world| {
            if !self.may_write(world) {
                return Err(Unable::MayNot);
            }
            let id = world.say(self.channel, self.user, text);
            self.visible(world, id)
                .map(|message| Seen::new(world, message, self.user))
        })
    }

    /// Deletes a message: their own, anybody's if they may, or one that only they see.
    ///
    /// # Errors
    /// They may not, or it is gone.
    pub fn delete_message(&self, message: MessageId) -> Result<(), Unable> {
        self.shared.change(|world| {
            let found = self.visible(world, message)?;
            let theirs = found.author == self.user || found.only_for == Some(self.user);
            let held = world.permissions(found.channel, self.user);
            let in_guild = world.channel(found.channel).and_then(Channel::guild);
            if !theirs && (in_guild.is_none() || held & MANAGE_MESSAGES == 0) {
                return Err(Unable::MayNot);
            }
            world.delete_message(message);
            Ok(())
        })
    }

    /// Dismisses a message that only they see.
    ///
    /// # Errors
    /// Others see it too, or it is gone.
    pub fn dismiss(&self, message: MessageId) -> Result<(), Unable> {
        self.shared.change(|world| {
            if self.visible(world, message)?.only_for.is_none() {
                return Err(Unable::MayNot);
            }
            world.delete_message(message);
            Ok(())
        })
    }

    fn may_write(&self, world: &World) -> bool {
        let channel = world.channel(self.channel);
        channel.is_some_and(Channel::takes_messages)
            && world.may(self.user, self.channel, world.writing(self.channel))
            && world.takes_writing(self.channel, self.user).is_ok()
    }

    fn messages_in(&self, world: &World, channel: ChannelId) -> Vec<Seen> {
        world
            .messages_in(channel)
            .filter(|message| self.sees(world, message))
            .map(|message| Seen::new(world, message, self.user))
            .collect()
    }

    fn visible<'a>(&self, world: &'a World, id: MessageId) -> Result<&'a Message, Unable> {
        let message = world.message(id).ok_or(Unable::Gone)?;
        self.sees(world, message)
            .then_some(message)
            .ok_or(Unable::Gone)
    }

    pub(super) fn sees(&self, world: &World, message: &Message) -> bool {
        world.shows(self.user, message)
    }
}

fn first_channel(world: &mut World, user: UserId) -> ChannelId {
    let sees = |channel: &ChannelId| world.may(user, *channel, VIEW_CHANNEL);
    let first = world
        .guilds()
        .flat_map(|guild| world.channels_of(guild.id))
        .filter(|channel| channel.takes_messages())
        .map(|channel| channel.id)
        .find(sees);
    match first {
        Some(channel) => channel,
        None => world.dm_channel(user),
    }
}
