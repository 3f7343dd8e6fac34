//! A message as a client shows it.

use serde_json::Value;

use super::layout::{Block, Picture, Piece};
use crate::component_type::BUTTON;
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
    /// Counts the changes to it, from 0.
    pub version: u32,
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

/// Something on a message that can be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A button.
    Button(Button),
    /// A select.
    Select(Select),
}

/// A button.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// What is on it, an emoji if there is no text.
    pub label: String,
    /// What the bot knows it by; a link has none.
    pub custom_id: Option<String>,
    /// What it opens, if it is a link.
    pub url: Option<String>,
    /// 1 primary, 2 secondary, 3 success, 4 danger, 5 link.
    pub style: u64,
    /// Whether it can't be pressed.
    pub disabled: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Select {
    /// Discord's number for what is chosen from: 3 options, 5 users, 6 roles, 7 users and
    /// roles, 8 channels.
    pub kind: u64,
    /// What the bot knows it by.
    pub custom_id: String,
    /// What it shows while nothing is chosen.
    pub placeholder: Option<String>,
    /// What can be chosen, where the bot says so.
    pub options: Vec<SelectOption>,
    /// How few may be chosen.
    pub min_values: usize,
    /// How many may be chosen.
    pub max_values: usize,
    /// Whether it can't be used.
    pub disabled: bool,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectOption {
    /// What the person sees.
    pub label: String,
    /// What the bot gets.
    pub value: String,
    /// More about it.
    pub description: Option<String>,
    /// Whether it is chosen to begin with.
    pub default: bool,
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

impl Part {
    pub(super) fn new(part: &Value) -> Self {
        if part["type"] == BUTTON {
            Self::Button(Button::new(part))
        } else {
            Self::Select(Select::new(part))
        }
    }
}

impl Button {
    fn new(part: &Value) -> Self {
        Self {
            label: text(&part["label"])
                .or_else(|| text(&part["emoji"]["name"]))
                .unwrap_or_default(),
            custom_id: text(&part["custom_id"]),
            url: text(&part["url"]),
            style: part["style"].as_u64().unwrap_or(2),
            disabled: part["disabled"] == true,
        }
    }
}

impl Select {
    fn new(part: &Value) -> Self {
        let number = |key: &str| {
            let number = part[key].as_u64().unwrap_or(1);
            usize::try_from(number).unwrap_or(usize::MAX)
        };
        Self {
            kind: part["type"].as_u64().unwrap_or(0),
            custom_id: text(&part["custom_id"]).unwrap_or_default(),
            placeholder: text(&part["placeholder"]),
            options: list(part, "options")
                .iter()
                .map(SelectOption::new)
                .collect(),
            min_values: number("min_values"),
            max_values: number("max_values"),
            disabled: part["disabled"] == true,
        }
    }
}

impl SelectOption {
    fn new(option: &Value) -> Self {
        Self {
            label: text(&option["label"]).unwrap_or_default(),
            value: text(&option["value"]).unwrap_or_default(),
            description: text(&option["description"]),
            default: option["default"] == true,
        }
    }
}

pub(super) fn row(row: &Value) -> Vec<Part> {
    list(row, "components").iter().map(Part::new).collect()
}

pub(super) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
