//! Reacting to messages.

use super::{Person, Unable};
use crate::emoji::Emoji;
use crate::ids::MessageId;
use crate::permissions::{ADD_REACTIONS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use crate::world::{Channel, Message, World};

/// How many different emoji the reactions to a message can have.
const MOST_EMOJI: usize = 20;

impl Person {
    /// Reacts to a message with an emoji: `👏`, or `:party:` for one of the guild's own.
    ///
    /// # Errors
    /// There is no such emoji or message, or they may not react to it.
    pub fn react(&self, message: MessageId, emoji: &str) -> Result<(), Unable> {
        self.shared.change(|world| {
            let emoji = self.emoji(world, message, emoji)?;
            let found = self.visible(world, message)?;
            let is_there = found.reactions.iter().any(|it| it.emoji == emoji);
            let adds = if is_there { 0 } else { ADD_REACTIONS };
            let is_open = world.takes_changes(found.channel).is_ok();
            let may = world.may(self.user, found.channel, READ_MESSAGE_HISTORY | adds);
            let is_full = !is_there && found.reactions.len() >= MOST_EMOJI;
            if found.only_for.is_some() || !is_open || !may || is_full {
                return Err(Unable::MayNot);
            }
            world.react(message, self.user, &emoji);
            Ok(())
        })
    }

    /// Takes a reaction of their own back.
    ///
    /// # Errors
    /// There is no such emoji or message.
    pub fn unreact(&self, message: MessageId, emoji: &str) -> Result<(), Unable> {
        self.shared.change(|world| {
            let emoji = self.emoji(world, message, emoji)?;
            world.unreact(message, self.user, &emoji);
            Ok(())
        })
    }

    /// Removes everybody's reactions from a message.
    ///
    /// # Errors
    /// There is no such message, or they may not.
    pub fn clear_reactions(&self, message: MessageId) -> Result<(), Unable> {
        self.shared.change(|world| {
            self.may_clear(world, message)?;
            world.clear_reactions(message);
            Ok(())
        })
    }

    /// Removes everybody's reactions with one emoji from a message.
    ///
    /// # Errors
    /// There is no such emoji or message, or they may not.
    pub fn clear_emoji(&self, message: MessageId, emoji: &str) -> Result<(), Unable> {
        self.shared.change(|world| {
            self.may_clear(world, message)?;
            let emoji = self.emoji(world, message, emoji)?;
            world.clear_emoji(message, &emoji);
            Ok(())
        })
    }

    fn may_clear(&self, world: &World, message: MessageId) -> Result<(), Unable> {
        let found = self.visible(world, message)?;
        let may = world.may(self.user, found.channel, MANAGE_MESSAGES);
        may.then_some(()).ok_or(Unable::MayNot)
    }

    /// The emoji that is written so: one on the message, of Unicode, or of its guild.
    fn emoji(&self, world: &World, message: MessageId, written: &str) -> Result<Emoji, Unable> {
        let found: &Message = self.visible(world, message)?;
        let guild = world.channel(found.channel).and_then(Channel::guild);
        let of_guild = guild.and_then(|guild| world.guild(guild));
        let of_guild = of_guild.into_iter().flat_map(|guild| &guild.emojis);
        let on_it = found.reactions.iter().map(|it| &it.emoji);
        let mut named = on_it.chain(of_guild).filter(|it| it.shown() == written);
        let emoji = named.next().cloned().or_else(|| Emoji::unicode(written));
        emoji.ok_or_else(|| Unable::Nobody(written.to_owned()))
    }
}
