//! Discord's layout components (Components V2): texts, sections, pictures and rows in the order in
//! which people read them. serenity has no types for them. Source: Discord's reference, "Components".

use poise::serenity_prelude::{CreateActionRow, CreateButton, CreateSelectMenu};
use serde::Serialize;

/// The message flag that says: this message is made of layout components.
pub const IS_COMPONENTS_V2: u64 = 1 << 15;

/// How many components a message can have, those inside of others included.
pub const MOST_COMPONENTS: usize = 40;

/// How many characters all texts of a message can have together.
pub const MOST_CHARACTERS: usize = 4000;

/// How many bytes the texts of a message can have together. Undocumented: above 10,170 or so, Discord
/// answers with a 500 (discord-api-docs, issue 8554).
const MOST_BYTES: usize = 10_000;

/// How many characters the description of a picture can have.
pub const MOST_DESCRIBED: usize = 1024;

/// Discord's numbers of the kinds of components, written as the field `type`.
mod kind {
    pub(super) const SECTION: u8 = 9;
    pub(super) const TEXT: u8 = 10;
    pub(super) const THUMBNAIL: u8 = 11;
    pub(super) const GALLERY: u8 = 12;
    pub(super) const FILE: u8 = 13;
    pub(super) const SEPARATOR: u8 = 14;
    pub(super) const CONTAINER: u8 = 17;
}

/// A component that stands at the top of a message or in a [`Container`].
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Block {
    /// Text in Discord's markup.
    Text(Text),
    /// A text beside a picture.
    Section(Section),
    /// Large pictures.
    Gallery(Gallery),
    /// An attached file to download.
    File(File),
    /// A line between two blocks.
    Separator(Separator),
    /// Buttons or a select.
    Row(CreateActionRow),
    /// A frame around other blocks.
    Container(Container),
}

/// Text in Discord's markup.
#[derive(Debug, Clone, Serialize)]
pub struct Text {
    #[serde(rename = "type")]
    kind: u8,
    content: String,
}

/// A text, and a small picture at its side.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    #[serde(rename = "type")]
    kind: u8,
    components: [Text; 1],
    accessory: Thumbnail,
}

/// A small picture.
#[derive(Debug, Clone, Serialize)]
struct Thumbnail {
    #[serde(rename = "type")]
    kind: u8,
    media: Media,
    description: String,
}

/// Large pictures.
#[derive(Debug, Clone, Serialize)]
pub struct Gallery {
    #[serde(rename = "type")]
    kind: u8,
    items: [Figure; 1],
}

/// An attached picture, and what it shows in words.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    media: Media,
    description: String,
}

/// An attached file to download.
#[derive(Debug, Clone, Serialize)]
pub struct File {
    #[serde(rename = "type")]
    kind: u8,
    file: Media,
}

/// A line between two blocks.
#[derive(Debug, Clone, Serialize)]
pub struct Separator {
    #[serde(rename = "type")]
    kind: u8,
}

/// A frame around blocks.
#[derive(Debug, Clone, Serialize)]
pub struct Container {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    components: Vec<Block>,
}

/// Where a picture or file is.
#[derive(Debug, Clone, Serialize)]
struct Media {
    url: String,
}

impl Media {
    fn attached(name: &str) -> Self {
        let url = format!("attachment://{name}");
        Self { url }
    }
}

impl Text {
    fn new(content: impl Into<String>) -> Self {
        let content = content.into();
        Self {
            kind: kind::TEXT,
            content,
        }
    }
}

impl Figure {
    /// The attached picture with this file name; `described` is its text for people who can't see
    /// it.
    #[must_use]
    pub fn attached(name: &str, described: &str) -> Self {
        Self {
            media: Media::attached(name),
            description: described.to_owned(),
        }
    }
}

impl Block {
    /// A text, unless it is empty: Discord refuses one without characters.
    pub fn text(content: impl Into<String>) -> Option<Self> {
        let text = Text::new(content);
        (!text.content.is_empty()).then_some(Self::Text(text))
    }

    /// A file that is attached under this name.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self::File(File {
            kind: kind::FILE,
            file: Media::attached(name),
        })
    }

    /// A row of buttons, unless it is empty.
    #[must_use]
    pub fn buttons(buttons: Vec<CreateButton>) -> Option<Self> {
        (!buttons.is_empty()).then_some(Self::Row(CreateActionRow::Buttons(buttons)))
    }

    /// A row with one select.
    #[must_use]
    pub fn select(select: CreateSelectMenu) -> Self {
        Self::Row(CreateActionRow::SelectMenu(select))
    }
}

impl Default for Container {
    fn default() -> Self {
        Self {
            kind: kind::CONTAINER,
            id: None,
            components: Vec::new(),
        }
    }
}

impl Container {
    /// Gives the container an id of its own, by which the message can be found again.
    #[must_use]
    pub fn with_id(mut self, id: u32) -> Self {
        self.id = Some(id);
        self
    }

    /// Adds a text, unless it is empty.
    #[must_use]
    pub fn text(mut self, content: impl Into<String>) -> Self {
        self.components.extend(Block::text(content));
        self
    }

    /// Adds a text with the picture at `url` beside it, if there is one. `described` says what the
    /// picture shows.
    #[must_use]
    pub fn section(mut self, content: String, url: Option<String>, described: &str) -> Self {
        let Some(url) = url else {
            return self.text(content);
        };
        self.components.push(Block::Section(Section {
            kind: kind::SECTION,
            components: [Text::new(content)],
            accessory: Thumbnail {
                kind: kind::THUMBNAIL,
                media: Media { url },
                description: described.to_owned(),
            },
        }));
        self
    }

    /// Adds a large picture, if there is one.
    #[must_use]
    pub fn figure(mut self, figure: Option<Figure>) -> Self {
        let gallery = figure.map(|figure| {
            Block::Gallery(Gallery {
                kind: kind::GALLERY,
                items: [figure],
            })
        });
        self.components.extend(gallery);
        self
    }

    /// Adds a line.
    #[must_use]
    pub fn separator(mut self) -> Self {
        self.components.push(Block::Separator(Separator {
            kind: kind::SEPARATOR,
        }));
        self
    }

    /// Adds a row of buttons, unless it is empty.
    #[must_use]
    pub fn buttons(mut self, buttons: Vec<CreateButton>) -> Self {
        self.components.extend(Block::buttons(buttons));
        self
    }

    /// Adds a row with one select.
    #[must_use]
    pub fn select(mut self, select: CreateSelectMenu) -> Self {
        self.components.push(Block::select(select));
        self
    }
}

/// How much of a message's room some blocks take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Components, those inside of others included.
    pub components: usize,
    /// Characters of text.
    pub characters: usize,
    /// Bytes of text.
    pub bytes: usize,
}

impl Size {
    /// The size of these blocks together.
    #[must_use]
    pub fn of(blocks: &[Block]) -> Self {
        blocks.iter().fold(Self::default(), |size, block| {
            let block = Self::of_one(block);
            Self {
                components: size.components + block.components,
                characters: size.characters + block.characters,
                bytes: size.bytes + block.bytes,
            }
        })
    }

    /// Whether a message can hold it.
    #[must_use]
    pub fn fits(self) -> bool {
        self.components <= MOST_COMPONENTS
            && self.characters <= MOST_CHARACTERS
            && self.bytes <= MOST_BYTES
    }

    fn of_one(block: &Block) -> Self {
        let leaf = |components, text: &str| Self {
            components,
            characters: text.chars().count(),
            bytes: text.len(),
        };
        match block {
            Block::Text(text) => leaf(1, &text.content),
            Block::Section(section) => leaf(3, &section.components[0].content),
            Block::Gallery(_) | Block::File(_) | Block::Separator(_) => leaf(1, ""),
            Block::Row(CreateActionRow::Buttons(buttons)) => leaf(1 + buttons.len(), ""),
            Block::Row(_) => leaf(2, ""),
            Block::Container(container) => {
                let inside = Self::of(&container.components);
                Self {
                    components: 1 + inside.components,
                    ..inside
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn buttons(count: usize) -> Vec<CreateButton> {
        let button = |id: usize| CreateButton::new(id.to_string()).label("Press");
        (0..count).map(button).collect()
    }

    #[test]
    fn blocks_are_written_as_discord_reads_them() {
        let figure = Figure::attached("a.png", "A picture");
        let container = Container::default()
            .with_id(2000)
            .text("Hello")
            .text("")
            .section("Bob".into(), Some("https://x.example/1.png".into()), "Bob")
            .section("Carol".into(), None, "Carol")
            .figure(Some(figure))
            .separator();
        let expected = json!({ "type": 17, "id": 2000, "components": [
            { "type": 10, "content": "Hello" },
            { "type": 9, "components": [{ "type": 10, "content": "Bob" }], "accessory":
                { "type": 11, "media": { "url": "https://x.example/1.png" }, "description": "Bob" } },
            { "type": 10, "content": "Carol" },
            { "type": 12, "items": [
                { "media": { "url": "attachment://a.png" }, "description": "A picture" }] },
            { "type": 14 },
        ]});
        assert_eq!(serde_json::to_value(&container).unwrap(), expected);
        let file = json!({ "type": 13, "file": { "url": "attachment://me.json" } });
        assert_eq!(serde_json::to_value(Block::file("me.json")).unwrap(), file);
    }

    #[test]
    fn nested_components_and_their_texts_are_counted() {
        let container = Container::default()
            .text("Grüße")
            .section("Bob".into(), Some("https://x.example/1.png".into()), "Bob")
            .buttons(buttons(5))
            .buttons(buttons(0))
            .separator();
        let size = Size::of(&[Block::Container(container), Block::file("me.json")]);
        assert_eq!((size.components, size.characters, size.bytes), (13, 8, 10));
    }

    #[test]
    fn a_message_holds_40_components_4000_characters_and_10000_bytes() {
        let fits = |components, characters, bytes| {
            let size = Size {
                components,
                characters,
                bytes,
            };
            size.fits()
        };
        assert!(fits(40, 4000, 10_000));
        assert!(!fits(41, 4000, 4000) && !fits(40, 4001, 4001) && !fits(40, 4000, 10_001));
    }
}
