//! Reactions to messages, and the emoji of guilds.

use serde_json::{Value, json};

use super::{Channel, Event, Message, World, intents};
use crate::emoji::Emoji;
use crate::ids::{EmojiId, GuildId, MessageId, UserId};
use crate::wire;

/// The people who reacted to a message with one emoji, the first one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reactions {
    /// The emoji.
    pub emoji: Emoji,
    /// Who reacted with it: never empty.
    pub users: Vec<UserId>,
}

impl World {
    /// Gives a guild an emoji of its own.
    pub fn add_emoji(&mut self, guild: GuildId, name: &str) -> EmojiId {
        let id = EmojiId(self.snowflake());
        if let Some(guild) = self.guilds.get_mut(&guild) {
            let name = name.to_owned();
            guild.emojis.push(Emoji::Custom { id, name });
        }
        self.tell_of_emojis(guild);
        id
    }

    /// Deletes an emoji of a guild. Reactions with it stay, as at Discord.
    pub fn delete_emoji(&mut self, guild: GuildId, id: EmojiId) {
        let is_it = |emoji: &Emoji| matches!(emoji, Emoji::Custom { id: its, .. } if *its == id);
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.emojis.retain(|emoji| !is_it(emoji));
        }
        self.tell_of_emojis(guild);
    }

    fn tell_of_emojis(&mut self, guild: GuildId) {
        let emojis = json!({ "guild_id": guild, "emojis": wire::emojis(self, guild) });
        let (intent, name) = (intents::GUILD_EXPRESSIONS, "GUILD_EMOJIS_UPDATE");
        self.tell(&Event::in_guild(guild, intent, name, emojis));
    }

    /// A person reacts to a message, unless they have reacted with this emoji already.
    pub fn react(&mut self, message: MessageId, user: UserId, emoji: &Emoji) {
        let Some(found) = self.messages.get_mut(&message) else {
            return;
        };
        let with_it = found.reactions.iter_mut().find(|it| it.emoji == *emoji);
        match with_it {
            Some(with_it) if with_it.users.contains(&user) => return,
            Some(with_it) => with_it.users.push(user),
            None => found.reactions.push(Reactions {
                emoji: emoji.clone(),
                users: vec![user],
            }),
        }
        found.version += 1;
        let (author, by_webhook) = (found.author, found.by_webhook);
        let mut more = json!({ "user_id": user, "emoji": emoji.json(), "burst": false, "type": 0 });
        if !by_webhook {
            more["message_author_id"] = json!(author);
        }
        let guild = self.guild_of(message);
        if let Some(member) = guild.and_then(|guild| wire::member(self, guild, user)) {
            more["member"] = member;
        }
        self.tell_of_reaction("MESSAGE_REACTION_ADD", message, more);
    }

    /// A person takes a reaction back.
    pub fn unreact(&mut self, message: MessageId, user: UserId, emoji: &Emoji) {
        let Some(found) = self.messages.get_mut(&message) else {
            return;
        };
        let before: usize = found.reactions.iter().map(|it| it.users.len()).sum();
        for with_it in &mut found.reactions {
            if with_it.emoji == *emoji {
                with_it.users.retain(|it| *it != user);
            }
        }
        found.reactions.retain(|it| !it.users.is_empty());
        let after: usize = found.reactions.iter().map(|it| it.users.len()).sum();
        if before == after {
            return;
        }
        found.version += 1;
        let more = json!({ "user_id": user, "emoji": emoji.json(), "burst": false, "type": 0 });
        self.tell_of_reaction("MESSAGE_REACTION_REMOVE", message, more);
    }

    /// A moderator removes all reactions from a message.
    pub fn clear_reactions(&mut self, message: MessageId) {
        if let Some(found) = self.messages.get_mut(&message) {
            found.reactions.clear();
            found.version += 1;
            self.tell_of_reaction("MESSAGE_REACTION_REMOVE_ALL", message, json!({}));
        }
    }

    /// A moderator removes all reactions with one emoji from a message.
    pub fn clear_emoji(&mut self, message: MessageId, emoji: &Emoji) {
        if let Some(found) = self.messages.get_mut(&message) {
            found.reactions.retain(|it| it.emoji != *emoji);
            found.version += 1;
            let more = json!({ "emoji": emoji.json() });
            self.tell_of_reaction("MESSAGE_REACTION_REMOVE_EMOJI", message, more);
        }
    }

    fn guild_of(&self, message: MessageId) -> Option<GuildId> {
        let channel = self.message(message).map(|it| it.channel)?;
        self.channel(channel).and_then(Channel::guild)
    }

    fn tell_of_reaction(&mut self, name: &'static str, message: MessageId, mut data: Value) {
        let Some(channel) = self.message(message).map(|it: &Message| it.channel) else {
            return;
        };
        let guild = self.guild_of(message);
        data["message_id"] = json!(message);
        data["channel_id"] = json!(channel);
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild);
        }
        let intent = match guild {
            Some(_) => intents::GUILD_MESSAGE_REACTIONS,
            None => intents::DIRECT_MESSAGE_REACTIONS,
        };
        self.tell(&Event::new(guild, intent, name, data).seen_in(channel));
    }
}
