//! Messages and the files on them: how they are posted, edited, deleted and found.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Channel, Event, Reactions, World, intents};
use crate::component_type::TEXT_DISPLAY;
use crate::ids::{AttachmentId, ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId};
use crate::refusal::{Refusal, list};

/// Bits of a message's `flags`.
pub(crate) mod flags {
    pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub(crate) const EPHEMERAL: u64 = 1 << 6;
    pub(crate) const LOADING: u64 = 1 << 7;
    pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub(crate) const COMPONENTS_V2: u64 = 1 << 15;
}

/// How long Discord recognises a nonce.
const NONCE_WINDOW: TimeDelta = TimeDelta::minutes(2);

/// What Discord remembers of a message of the bot's by its nonce.
#[derive(Debug)]
pub(super) struct Sent {
    nonce: Value,
    message: MessageId,
    at: DateTime<Utc>,
}

/// A message.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its identifier.
    pub id: MessageId,
    /// Where it stands.
    pub channel: ChannelId,
    /// Who wrote it.
    pub author: UserId,
    /// Its text.
    pub content: String,
    /// Its embeds, as JSON.
    pub embeds: Vec<Value>,
    /// Its components, as JSON.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Discord's flag bits.
    pub flags: u64,
    /// The people it notified.
    pub pings: Pings,
    /// What its sender knows it again by.
    pub nonce: Option<Value>,
    /// When it was sent.
    pub sent: DateTime<Utc>,
    /// When it was last edited.
    pub edited: Option<DateTime<Utc>>,
    /// Counts the changes to it, from 0.
    pub version: u32,
    /// For an ephemeral message, the one person who sees it.
    pub only_for: Option<UserId>,
    /// The interaction that it answers or follows.
    pub interaction: Option<InteractionId>,
    /// The message that it replies to.
    pub replies_to: Option<MessageId>,
    /// Whether a webhook wrote it, in the name of `author`.
    pub by_webhook: bool,
    /// Who reacted to it, by emoji, the first one first.
    pub reactions: Vec<Reactions>,
}

impl Message {
    /// Whether nothing is in it that could be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let has_legacy_parts = !self.is_components_v2()
            && (!self.content.is_empty()
                || !self.embeds.is_empty()
                || !self.attachments.is_empty());
        self.components.is_empty() && !has_legacy_parts
    }

    /// Whether it is made of components alone, its texts and pictures too.
    #[must_use]
    pub fn is_components_v2(&self) -> bool {
        self.flags & flags::COMPONENTS_V2 != 0
    }

    /// Its text: that of its own, or those among its components, a blank line apart.
    #[must_use]
    pub fn text(&self) -> String {
        let mut texts = vec![self.content.as_str()];
        for part in &self.components {
            collect_texts(part, &mut texts);
        }
        texts.retain(|text| !text.is_empty());
        texts.join("\n\n")
    }

    /// Whether it says "thinking…": an answer that was deferred.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.flags & flags::LOADING != 0
    }

    /// Whether only one person sees it.
    #[must_use]
    pub fn is_ephemeral(&self) -> bool {
        self.flags & flags::EPHEMERAL != 0
    }
}

/// A file on a message.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// Its name.
    pub filename: String,
    /// What it shows, for people who cannot see it.
    pub description: Option<String>,
    /// Its media type.
    pub content_type: Option<String>,
    /// Its length in bytes.
    pub size: usize,
}

/// The people a message notified.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pings {
    /// Users named in it.
    pub users: Vec<UserId>,
    /// Roles named in it.
    pub roles: Vec<RoleId>,
    /// Whether it was `@everyone` or `@here`.
    pub everyone: bool,
}

fn collect_texts<'a>(part: &'a Value, texts: &mut Vec<&'a str>) {
    if part["type"] == TEXT_DISPLAY {
        texts.extend(part["content"].as_str());
    }
    for part in list(part, "components") {
        collect_texts(part, texts);
    }
}

impl World {
    /// A message without anything in it, ready to be filled and posted.
    pub(crate) fn blank_message(&mut self, channel: ChannelId, author: UserId) -> Message {
        Message {
            id: MessageId(self.snowflake()),
            channel,
            author,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            attachments: Vec::new(),
            flags: 0,
            pings: Pings::default(),
            nonce: None,
            sent: self.now(),
            edited: None,
            version: 0,
            only_for: None,
            interaction: None,
            replies_to: None,
            by_webhook: false,
            reactions: Vec::new(),
        }
    }

    /// Posts a message; the bot hears of it unless it is ephemeral.
    pub(crate) fn post(&mut self, message: Message) -> MessageId {
        let id = message.id;
        self.written_in(message.channel, message.author);
        if message.only_for.is_none()
            && let Some(channel) = self.channels.get_mut(&message.channel)
        {
            channel.last_message = Some(id);
        }
        if let Some(nonce) = message
            .nonce
            .clone()
            .filter(|_| message.author == self.bot())
        {
            self.nonces.push(Sent {
                nonce,
                message: id,
                at: message.sent,
            });
        }
        self.messages.insert(id, message);
        self.tell_of_message(id, "MESSAGE_CREATE");
        id
    }

    /// A person writes in a channel.
    pub fn say(&mut self, channel: ChannelId, author: UserId, content: &str) -> MessageId {
        let mut message = self.blank_message(channel, author);
        content.clone_into(&mut message.content);
        message.pings = self.mentions_in(content, message.channel);
        self.post(message)
    }

    /// A webhook writes in a channel, in this name.
    pub fn say_by_webhook(&mut self, channel: ChannelId, name: &str, content: &str) -> MessageId {
        let author = self.add_user(name, name, true);
        let mut message = self.blank_message(channel, author);
        content.clone_into(&mut message.content);
        message.by_webhook = true;
        self.post(message)
    }

    /// The people a text names, if they exist.
    pub(crate) fn mentions_in(&self, text: &str, channel: ChannelId) -> Pings {
        let mut pings = Pings {
            everyone: text.contains("@everyone") || text.contains("@here"),
            ..Pings::default()
        };
        let guild = self.channel(channel).and_then(Channel::guild);
        for mention in text
            .split("<@")
            .skip(1)
            .filter_map(|rest| rest.split_once('>'))
        {
            if let Some(role) = mention.0.strip_prefix('&') {
                let known = role.parse().ok().filter(|role| self.has_role(guild, *role));
                pings
                    .roles
                    .extend(known.filter(|role| !pings.roles.contains(role)));
            } else {
                let user = mention.0.trim_start_matches('!').parse().ok();
                let known = user.filter(|user| self.users.contains_key(user));
                pings
                    .users
                    .extend(known.filter(|user| !pings.users.contains(user)));
            }
        }
        pings
    }

    fn has_role(&self, guild: Option<GuildId>, role: RoleId) -> bool {
        guild
            .and_then(|guild| self.guild(guild))
            .is_some_and(|guild| guild.roles.contains_key(&role))
    }

    /// Changes a message; the bot hears of it unless it is ephemeral.
    pub(crate) fn edit(&mut self, id: MessageId, change: impl FnOnce(&mut Message)) {
        let now = self.now();
        let Some(message) = self.messages.get_mut(&id) else {
            return;
        };
        // Filling in a deferred answer is not shown as an edit.
        if !message.is_loading() {
            message.edited = Some(now);
        }
        message.version += 1;
        change(message);
        self.tell_of_message(id, "MESSAGE_UPDATE");
    }

    /// Deletes a message, no matter who wrote it; `false` if there is none.
    pub fn delete_message(&mut self, id: MessageId) -> bool {
        let Some(message) = self.forget_message(id) else {
            return false;
        };
        if message.only_for.is_none() {
            let guild = self.channel(message.channel).and_then(Channel::guild);
            let mut gone = json!({ "id": id, "channel_id": message.channel });
            if let Some(guild) = guild {
                gone["guild_id"] = json!(guild);
            }
            let intent = message_intent(guild);
            let event = Event::new(guild, intent, "MESSAGE_DELETE", gone);
            self.tell(&event.seen_in(message.channel));
        }
        true
    }

    /// Deletes messages of one channel in one go.
    pub(crate) fn delete_messages(&mut self, channel: ChannelId, ids: &[MessageId]) {
        for id in ids {
            self.forget_message(*id);
        }
        let guild = self.channel(channel).and_then(Channel::guild);
        let gone = json!({ "ids": ids, "channel_id": channel, "guild_id": guild });
        let intent = message_intent(guild);
        let event = Event::new(guild, intent, "MESSAGE_DELETE_BULK", gone);
        self.tell(&event.seen_in(channel));
    }

    fn forget_message(&mut self, id: MessageId) -> Option<Message> {
        let message = self.messages.remove(&id)?;
        for attachment in &message.attachments {
            self.files.remove(&attachment.id);
        }
        Some(message)
    }

    /// The message `id`.
    #[must_use]
    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.get(&id)
    }

    /// The newest message anywhere; number 0 if there is none.
    pub(crate) fn newest_message(&self) -> MessageId {
        let newest = self.messages.last_key_value();
        newest.map_or(MessageId(0), |(id, _)| *id)
    }

    /// All messages of a channel, oldest first; ephemeral ones too.
    #[must_use]
    pub fn messages_in(&self, channel: ChannelId) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages
            .values()
            .filter(move |message| message.channel == channel)
    }

    /// The bot's message that was sent with this nonce within its window, wherever it was sent to.
    ///
    /// # Errors
    /// It was deleted since.
    pub(crate) fn sent_with_nonce(&mut self, nonce: &Value) -> Result<Option<MessageId>, Refusal> {
        let since = self.now() - NONCE_WINDOW;
        self.nonces.retain(|sent| sent.at >= since);
        let sent = self.nonces.iter().find(|sent| sent.nonce == *nonce);
        match sent.map(|sent| sent.message) {
            Some(id) if !self.messages.contains_key(&id) => Err(Refusal::UNKNOWN_MESSAGE),
            sent => Ok(sent),
        }
    }

    /// Keeps a file and returns what a message says of it.
    pub(crate) fn keep_file(
        &mut self,
        filename: &str,
        content_type: Option<String>,
        bytes: Vec<u8>,
    ) -> Attachment {
        let id = AttachmentId(self.snowflake());
        let attachment = Attachment {
            id,
            filename: filename.to_owned(),
            description: None,
            content_type,
            size: bytes.len(),
        };
        self.files.insert(id, bytes);
        attachment
    }

    /// The bytes of a file.
    #[must_use]
    pub fn file(&self, id: AttachmentId) -> Option<&[u8]> {
        self.files.get(&id).map(Vec::as_slice)
    }
}

pub(super) fn message_intent(guild: Option<GuildId>) -> u64 {
    match guild {
        Some(_) => intents::GUILD_MESSAGES,
        None => intents::DIRECT_MESSAGES,
    }
}
