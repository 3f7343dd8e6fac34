//! Interactions: what a person did to the bot, and how it answered.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Choice, Event, Installed, World};
use crate::ids::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::refusal::Refusal;

/// How long an interaction waits for its first answer.
const ANSWER_WITHIN: TimeDelta = TimeDelta::seconds(3);
/// How long its token is good for.
const TOKEN_LIFE: TimeDelta = TimeDelta::minutes(15);

/// What a person did to the bot.
#[derive(Debug, Clone)]
pub struct Interaction {
    /// Its identifier.
    pub id: InteractionId,
    /// What the bot answers it with.
    pub token: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub user: UserId,
    /// In which channel.
    pub channel: ChannelId,
    /// In which guild; none for a direct message.
    pub guild: Option<GuildId>,
    /// What it was.
    pub occasion: Occasion,
    /// Which installations let them do it.
    pub installed: Installed,
    /// As the gateway tells it.
    pub(crate) payload: Value,
    /// The bot's first answer.
    pub reply: Option<Reply>,
    /// The message that the bot's edits of "the original" are about.
    pub original: Option<MessageId>,
    /// Messages that the bot sent after its first answer.
    pub follow_ups: Vec<MessageId>,
    /// How many of them the person has looked at.
    pub(crate) follow_ups_read: usize,
}

/// What kind of thing a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// Typed a slash command.
    Command,
    /// Picked a command from a user's or message's menu.
    Menu,
    /// Is typing a command's option.
    Autocomplete,
    /// Pressed a button or chose from a select of this message.
    Component(MessageId),
    /// Sent a modal off that was opened by the given interaction, from a message if there is one.
    Modal {
        /// The interaction that was answered with the modal.
        opened_by: InteractionId,
        /// The message whose component opened it.
        message: Option<MessageId>,
    },
}

/// The bot's first answer to an interaction.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A message.
    Message,
    /// "Thinking…", with the message to come.
    Deferred,
    /// Nothing to see; the message stays as it is for now.
    DeferredUpdate,
    /// The message was changed.
    Updated,
    /// Suggestions for the option that is being typed.
    Choices(Vec<Choice>),
    /// A form to fill in, as JSON.
    Modal(Value),
}

impl World {
    /// Something happened to the bot: `payload` is what the gateway tells besides `id`, `token`
    /// and what every interaction has.
    pub(crate) fn open_interaction(
        &mut self,
        user: UserId,
        channel: ChannelId,
        occasion: Occasion,
        installed: Installed,
        payload: Value,
    ) -> InteractionId {
        let id = InteractionId(self.snowflake());
        let token = format!("interaction-{id}");
        let mut payload = payload;
        payload["id"] = json!(id);
        payload["token"] = json!(token);
        let interaction = Interaction {
            id,
            token,
            at: self.now(),
            user,
            channel,
            guild: self.channel(channel).and_then(super::Channel::guild),
            occasion,
            installed,
            payload,
            reply: None,
            original: None,
            follow_ups: Vec::new(),
            follow_ups_read: 0,
        };
        self.interactions.insert(id, interaction);
        self.deliver_interaction(id);
        id
    }

    /// Tells the bot of an interaction, be it for the second time.
    pub(crate) fn deliver_interaction(&mut self, id: InteractionId) {
        if let Some(interaction) = self.interactions.get(&id) {
            let payload = interaction.payload.clone();
            // From a guild that the bot is not in, the first shard hears of it.
            let guild = interaction
                .guild
                .filter(|id| self.bots_guild(*id).is_some());
            self.tell(&Event::new(guild, 0, "INTERACTION_CREATE", payload));
        }
    }

    /// The interaction `id`.
    #[must_use]
    pub fn interaction(&self, id: InteractionId) -> Option<&Interaction> {
        self.interactions.get(&id)
    }

    pub(crate) fn interaction_mut(&mut self, id: InteractionId) -> Option<&mut Interaction> {
        self.interactions.get_mut(&id)
    }

    /// The newest interaction, of `user` or of anybody.
    #[must_use]
    pub fn last_interaction(&self, user: Option<UserId>) -> Option<&Interaction> {
        self.interactions
            .values()
            .rev()
            .find(|interaction| user.is_none_or(|user| interaction.user == user))
    }

    /// The interaction that may be given its first answer now.
    ///
    /// # Errors
    /// It is unknown, was answered already, or has waited for too long.
    pub(crate) fn unanswered(
        &self,
        id: InteractionId,
        token: &str,
    ) -> Result<&Interaction, Refusal> {
        let interaction = self
            .interaction(id)
            .filter(|interaction| interaction.token == token)
            .ok_or(Refusal::UNKNOWN_INTERACTION)?;
        if interaction.reply.is_some() {
            Err(Refusal::ALREADY_ACKNOWLEDGED)
        } else if self.now() - interaction.at > ANSWER_WITHIN {
            Err(Refusal::UNKNOWN_INTERACTION)
        } else {
            Ok(interaction)
        }
    }

    /// The interaction with this token, once it has its first answer.
    ///
    /// # Errors
    /// The token is unknown or too old, or nothing was answered yet.
    pub(crate) fn answered(&self, token: &str) -> Result<&Interaction, Refusal> {
        let interaction = self
            .interactions
            .values()
            .find(|interaction| interaction.token == token)
            .ok_or(Refusal::UNKNOWN_WEBHOOK)?;
        if self.now() - interaction.at > TOKEN_LIFE {
            return Err(Refusal::INVALID_TOKEN);
        }
        match interaction.reply {
            Some(_) => Ok(interaction),
            None => Err(Refusal::UNKNOWN_WEBHOOK),
        }
    }
}
