//! How a message is laid out: what stands on it, in the order in which it is read.

use serde_json::Value;

use super::part::{Part, row, text};
use crate::component_type::{
    ACTION_ROW, CONTAINER, FILE, MEDIA_GALLERY, SECTION, SEPARATOR, TEXT_DISPLAY, THUMBNAIL,
};
use crate::refusal::list;

/// A component of a message, as a client draws it.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Buttons side by side, or a select.
    Row(Vec<Part>),
    /// A text.
    Text(String),
    /// Texts with something beside them.
    Section {
        /// The texts, one below the other.
        texts: Vec<String>,
        /// What is beside them.
        accessory: Accessory,
    },
    /// Pictures.
    Gallery(Vec<Picture>),
    /// A file of the message, to be downloaded.
    File {
        /// Its name.
        filename: String,
        /// Whether it is covered until somebody uncovers it.
        spoiler: bool,
    },
    /// Room between two blocks.
    Separator {
        /// Whether a line is drawn in it.
        divider: bool,
        /// Whether it is the larger of the two sizes.
        large: bool,
    },
    /// A box around blocks.
    Container {
        /// The colour of its edge: 0xRRGGBB.
        color: Option<u64>,
        /// Whether it is covered until somebody uncovers it.
        spoiler: bool,
        /// What is in it.
        blocks: Vec<Block>,
    },
}

/// What is beside a section's texts.
#[derive(Debug, Clone, PartialEq)]
pub enum Accessory {
    /// A button.
    Button(Part),
    /// A small picture.
    Thumbnail(Picture),
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its address; `attachment://name` for a file of the message.
    pub url: String,
    /// What it shows, for people who cannot see it.
    pub description: Option<String>,
    /// Whether it is covered until somebody uncovers it.
    pub spoiler: bool,
}

/// What a reader comes by on a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Piece<'a> {
    /// A text.
    Text(&'a str),
    /// A button or select.
    Part(&'a Part),
    /// A picture.
    Picture(&'a Picture),
    /// The name of a file.
    File(&'a str),
    /// Room between two blocks.
    Separator,
}

impl Block {
    /// `None` for what is no component of messages.
    pub(super) fn new(part: &Value) -> Option<Self> {
        let spoiler = part["spoiler"] == true;
        Some(match part["type"].as_u64()? {
            ACTION_ROW => Self::Row(row(part)),
            TEXT_DISPLAY => Self::Text(text(&part["content"])?),
            SECTION => Self::Section {
                texts: list(part, "components")
                    .iter()
                    .filter_map(|it| text(&it["content"]))
                    .collect(),
                accessory: Accessory::new(&part["accessory"]),
            },
            MEDIA_GALLERY => Self::Gallery(list(part, "items").iter().map(Picture::new).collect()),
            FILE => Self::File {
                filename: file_name(&part["file"]),
                spoiler,
            },
            SEPARATOR => Self::Separator {
                divider: part["divider"] != false,
                large: part["spacing"] == 2,
            },
            CONTAINER => Self::Container {
                color: part["accent_color"].as_u64(),
                spoiler,
                blocks: list(part, "components")
                    .iter()
                    .filter_map(Self::new)
                    .collect(),
            },
            _ => return None,
        })
    }

    /// Adds what a reader comes by on it.
    pub(super) fn collect<'a>(&'a self, pieces: &mut Vec<Piece<'a>>) {
        match self {
            Self::Row(parts) => pieces.extend(parts.iter().map(Piece::Part)),
            Self::Text(text) => pieces.push(Piece::Text(text)),
            Self::Section { texts, accessory } => {
                pieces.extend(texts.iter().map(|text| Piece::Text(text)));
                pieces.push(match accessory {
                    Accessory::Button(part) => Piece::Part(part),
                    Accessory::Thumbnail(picture) => Piece::Picture(picture),
                });
            }
            Self::Gallery(pictures) => pieces.extend(pictures.iter().map(Piece::Picture)),
            Self::File { filename, .. } => pieces.push(Piece::File(filename)),
            Self::Separator { .. } => pieces.push(Piece::Separator),
            Self::Container { blocks, .. } => blocks.iter().for_each(|it| it.collect(pieces)),
        }
    }

    /// Adds its rows; a section's button is one of its own.
    pub(super) fn collect_rows<'a>(&'a self, rows: &mut Vec<&'a [Part]>) {
        match self {
            Self::Row(parts) => rows.push(parts),
            Self::Section {
                accessory: Accessory::Button(part),
                ..
            } => rows.push(std::slice::from_ref(part)),
            Self::Container { blocks, .. } => blocks.iter().for_each(|it| it.collect_rows(rows)),
            _ => {}
        }
    }
}

impl Accessory {
    fn new(part: &Value) -> Self {
        if part["type"] == THUMBNAIL {
            Self::Thumbnail(Picture::new(part))
        } else {
            Self::Button(Part::new(part))
        }
    }
}

impl Picture {
    fn new(part: &Value) -> Self {
        Self {
            url: text(&part["media"]["url"]).unwrap_or_default(),
            description: text(&part["description"]),
            spoiler: part["spoiler"] == true,
        }
    }
}

/// The name in `attachment://name`.
fn file_name(media: &Value) -> String {
    let url = media["url"].as_str().unwrap_or_default();
    url.strip_prefix("attachment://").unwrap_or(url).to_owned()
}
