//! A message as a client shows it.

use serde_json::Value;

use super::layout::{Block, Picture, Piece};
use super::part::{Button, Part, Select, text};
use crate::ids::{ChannelId, MessageId, RoleId, UserId};
use crate::refusal::list;
use crate::world::{Attachment, Message, World};

/// A message as somebody sees it at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Its identifier.
    pub id: MessageId,
    /// Where it stands.
    pub channel: ChannelId,
    /// The unique name of who wrote it.
    pub author: String,
    /// Its text: that of its own, or the texts among its components, a blank line apart.
    pub content: String,
    /// Its embeds.
    pub embeds: Vec<Embed>,
    /// Its components.
    pub layout: Vec<Block>,
    /// Its files.
    pub files: Vec<File>,
    /// Whether only this person sees it.
    pub ephemeral: bool,
    /// Whether it is marked as edited.
    pub edited: bool,
    /// Discord's flag bits.
    pub flags: u64,
    /// Users it notified.
    pub pinged: Vec<UserId>,
    /// Roles it notified.
    pub pinged_roles: Vec<RoleId>,
    /// The mentioned people whose names the reader's client knows. It shows others as numbers.
    pub known: Vec<UserId>,
    /// Whether it notified everyone.
    pub pinged_everyone: bool,
    /// The reactions to it.
    pub reactions: Vec<Reacted>,
    /// Counts the changes to it, from 0.
    pub version: u32,
}

/// The reactions to a message with one emoji.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reacted {
    /// The emoji: `👏`, or `:party:`.
    pub emoji: String,
    /// How many people reacted with it.
    pub count: usize,
    /// Whether the reader is one of them.
    pub mine: bool,
}

/// A box with a title, a text and fields.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "named as in Discord's documentation")]
pub struct Embed {
    pub title: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
    pub color: Option<u64>,
    pub author: Option<String>,
    pub footer: Option<String>,
    pub image: Option<String>,
    pub thumbnail: Option<String>,
    /// Names and values.
    pub fields: Vec<(String, String)>,
}

/// A file on a message.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Its name.
    pub filename: String,
    /// What it shows, for people who cannot see it.
    pub description: Option<String>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// The message as the client of `reader` shows it.
    pub(crate) fn new(world: &World, message: &Message, reader: UserId) -> Self {
        let author = world.user(message.author);
        let seen = Self {
            id: message.id,
            channel: message.channel,
            author: author.map_or_else(String::new, |user| user.username.clone()),
            content: message.text(),
            embeds: message.embeds.iter().map(Embed::new).collect(),
            layout: message.components.iter().filter_map(Block::new).collect(),
            files: message
                .attachments
                .iter()
                .map(|a| File::new(world, a))
                .collect(),
            ephemeral: message.is_ephemeral(),
            edited: message.edited.is_some(),
            flags: message.flags,
            pinged: message.pings.users.clone(),
            pinged_roles: message.pings.roles.clone(),
            pinged_everyone: message.pings.everyone,
            known: Vec::new(),
            reactions: message
                .reactions
                .iter()
                .map(|it| Reacted {
                    emoji: it.emoji.shown(),
                    count: it.users.len(),
                    mine: it.users.contains(&reader),
                })
                .collect(),
            version: message.version,
        };
        let mut known = world.mentions_in(&seen.text(), message.channel).users;
        known.retain(|user| world.knows(reader, *user));
        Self { known, ..seen }
    }

    /// What a reader comes by among its components, in their order.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        for block in &self.layout {
            block.collect(&mut pieces);
        }
        pieces
    }

    /// Its rows of buttons and selects; the button beside a section's texts is a row of its own.
    #[must_use]
    pub fn rows(&self) -> Vec<&[Part]> {
        let mut rows = Vec::new();
        for block in &self.layout {
            block.collect_rows(&mut rows);
        }
        rows
    }

    /// Everything on it that can be used, row by row.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.rows().into_iter().flatten()
    }

    /// The pictures among its components.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.pieces().into_iter().filter_map(|piece| match piece {
            Piece::Picture(picture) => Some(picture),
            _ => None,
        })
    }

    /// Its buttons.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.parts().filter_map(|part| match part {
            Part::Button(button) => Some(button),
            Part::Select(_) => None,
        })
    }

    /// Its selects.
    pub fn selects(&self) -> impl Iterator<Item = &Select> {
        self.parts().filter_map(|part| match part {
            Part::Select(select) => Some(select),
            Part::Button(_) => None,
        })
    }

    /// All that can be read on it: its text and its embeds', a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let embeds = self.embeds.iter().flat_map(Embed::lines);
        let lines = std::iter::once(self.content.as_str()).chain(embeds);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

impl Embed {
    fn new(embed: &Value) -> Self {
        let fields = list(embed, "fields").iter().map(|field| {
            let of = |key: &str| text(&field[key]).unwrap_or_default();
            (of("name"), of("value"))
        });
        Self {
            title: text(&embed["title"]),
            description: text(&embed["description"]),
            url: text(&embed["url"]),
            color: embed["color"].as_u64(),
            author: text(&embed["author"]["name"]),
            footer: text(&embed["footer"]["text"]),
            image: text(&embed["image"]["url"]),
            thumbnail: text(&embed["thumbnail"]["url"]),
            fields: fields.collect(),
        }
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        let head = [&self.author, &self.title, &self.description];
        let fields = self.fields.iter().flat_map(|(name, value)| [name, value]);
        let texts = head.into_iter().flatten().chain(fields).chain(&self.footer);
        texts.map(String::as_str)
    }
}

impl File {
    fn new(world: &World, attachment: &Attachment) -> Self {
        Self {
            filename: attachment.filename.clone(),
            description: attachment.description.clone(),
            bytes: world.file(attachment.id).unwrap_or_default().to_vec(),
        }
    }
}
