//! Reactions to messages, as Discord reports them.

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serde_json::Value;

use super::Colleague;
use super::emoji::Emoji;
use crate::ids::{ChannelId, MessageId, PersonId, TeamId};

/// A reaction that somebody added to a message on a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// The server.
    pub(crate) team: TeamId,
    /// The channel or thread of the message.
    pub(crate) channel: ChannelId,
    /// The message.
    pub(crate) message: MessageId,
    /// Who wrote it; `None` if a webhook did.
    pub(crate) author: Option<PersonId>,
    /// Who reacted.
    pub(crate) by: Colleague,
    /// The emoji.
    pub(crate) emoji: Emoji,
}

impl Reaction {
    /// Reads an added reaction. `None` in direct messages, and if Discord leaves out who reacted.
    pub(crate) fn added(added: &serenity::Reaction) -> Option<Self> {
        let member = added.member.as_ref()?;
        Some(Self {
            team: added.guild_id?.into(),
            channel: added.channel_id.into(),
            message: added.message_id.into(),
            author: added.message_author_id.map(Into::into),
            by: Colleague::in_team(member),
            emoji: Emoji::of_reaction(&added.emoji)?,
        })
    }
}

/// Reactions that are gone from a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreacted {
    /// The server.
    pub(crate) team: TeamId,
    /// The message.
    pub(crate) message: MessageId,
    /// Whose; `None` is everybody's.
    pub(crate) by: Option<PersonId>,
    /// Those with this emoji; `None` is with any.
    pub(crate) emoji: Option<Emoji>,
}

impl Unreacted {
    /// Reads one removed reaction. `None` in direct messages.
    pub(crate) fn one(removed: &serenity::Reaction) -> Option<Self> {
        Some(Self {
            by: Some(removed.user_id?.into()),
            ..Self::all_alike(removed)?
        })
    }

    /// Reads that all reactions with the emoji of this one are gone. `None` in direct messages.
    pub(crate) fn all_alike(removed: &serenity::Reaction) -> Option<Self> {
        Some(Self {
            team: removed.guild_id?.into(),
            message: removed.message_id.into(),
            by: None,
            emoji: Some(Emoji::of_reaction(&removed.emoji)?),
        })
    }

    /// Reads the event that all reactions are gone. `None` in direct messages.
    pub(crate) fn all(event: &serenity::ReactionRemoveAllEvent) -> Option<Self> {
        Some(Self {
            team: event.guild_id?.into(),
            message: event.message_id.into(),
            by: None,
            emoji: None,
        })
    }

    /// The same from an event that serenity 0.12 hands on unread: it expects fields in it that Discord's
    /// reference names for a single reaction alone.
    pub(crate) fn with_one_emoji(event: &Value) -> Option<Self> {
        let event = WithOneEmoji::deserialize(event).ok()?;
        Some(Self {
            team: event.guild_id?.into(),
            message: event.message_id.into(),
            by: None,
            emoji: Some(Emoji::of_reaction(&event.emoji)?),
        })
    }
}

#[derive(Deserialize)]
struct WithOneEmoji {
    guild_id: Option<serenity::GuildId>,
    message_id: serenity::MessageId,
    emoji: serenity::ReactionType,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_event_about_one_emoji_is_read_without_serenity() {
        let event = json!({
            "guild_id": "1", "channel_id": "2", "message_id": "3",
            "emoji": { "id": "12", "name": "party", "animated": true },
        });
        let read = Unreacted::with_one_emoji(&event).unwrap();
        assert_eq!((read.team, read.message), (TeamId(1), MessageId(3)));
        assert_eq!(read.emoji.unwrap().to_string(), "<a:party:12>");
        assert_eq!(Unreacted::with_one_emoji(&json!({ "emoji": {} })), None);
    }
}
