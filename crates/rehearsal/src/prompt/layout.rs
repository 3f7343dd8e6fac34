//! The components of a message as a terminal shows them.

use std::ops::RangeFrom;

use super::markup::Reader;
use super::part;
use crate::{Accessory, Block, Part, Picture, Seen};

/// Draws the components of one message, and numbers what can be used of them from 1.
pub(super) struct Layout<'a> {
    reader: Reader<'a>,
    seen: &'a Seen,
    numbers: RangeFrom<usize>,
}

impl<'a> Layout<'a> {
    pub(super) fn lines(reader: Reader<'a>, seen: &'a Seen) -> Vec<String> {
        let numbers = 1..;
        let mut layout = Self {
            reader,
            seen,
            numbers,
        };
        layout.blocks(&seen.layout)
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<String> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Vec<String> {
        match block {
            Block::Row(parts) => vec![self.row(parts)],
            Block::Text(text) => self.text(text),
            Block::Section { texts, accessory } => {
                let mut lines: Vec<_> = texts.iter().flat_map(|text| self.text(text)).collect();
                lines.push(match accessory {
                    Accessory::Button(part) => self.row(std::slice::from_ref(part)),
                    Accessory::Thumbnail(shown) => picture(shown),
                });
                lines
            }
            Block::Gallery(pictures) => pictures.iter().map(picture).collect(),
            Block::File { filename, spoiler } => {
                let file = self
                    .seen
                    .files
                    .iter()
                    .find(|file| file.filename == *filename);
                let line = file.map_or_else(|| format!("file {filename}"), part::file);
                vec![covered(*spoiler) + &line]
            }
            Block::Separator { divider: true, .. } => vec!["─".repeat(24)],
            Block::Separator { divider: false, .. } => vec![String::new()],
            Block::Container {
                spoiler, blocks, ..
            } => {
                let mut lines = self.blocks(blocks);
                if *spoiler {
                    lines.insert(0, "(spoiler)".to_owned());
                }
                lines.iter().map(|line| format!("| {line}")).collect()
            }
        }
    }

    fn text(&self, text: &str) -> Vec<String> {
        self.reader.plain(text).lines().map(str::to_owned).collect()
    }

    fn row(&mut self, parts: &[Part]) -> String {
        let parts = parts.iter().zip(&mut self.numbers);
        let parts: Vec<_> = parts.map(|(it, number)| part::part(number, it)).collect();
        parts.join(" ")
    }
}

fn picture(picture: &Picture) -> String {
    let name = part::file_name(&picture.url);
    let described = picture.description.as_deref().unwrap_or_default();
    let colon = if described.is_empty() { "" } else { ": " };
    let described = described.replace('\n', " ");
    format!(
        "{}picture {name}{colon}{described}",
        covered(picture.spoiler)
    )
}

fn covered(spoiler: bool) -> String {
    if spoiler {
        "(spoiler) ".to_owned()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::MovableClock;
    use crate::locale::Locale;
    use crate::prompt::render;
    use crate::{Button, File, Message, World};

    fn button(label: &str) -> Part {
        Part::Button(Button {
            label: label.to_owned(),
            custom_id: Some(label.to_owned()),
            url: None,
            style: 2,
            disabled: false,
        })
    }

    fn person(name: &str, at: i64) -> Vec<Block> {
        let picture = Picture {
            url: format!("https://cdn.example/{name}.png?size=64"),
            description: Some(format!("{name}'s picture")),
            spoiler: false,
        };
        let text = format!("### {name}\nYou last talked <t:{at}:D>.\n-# You wanted to talk.");
        vec![
            Block::Section {
                texts: vec![text],
                accessory: Accessory::Thumbnail(picture),
            },
            Block::Row(vec![button("We talked"), button("Not now")]),
        ]
    }

    #[test]
    fn every_component_is_drawn_in_its_place_and_numbered() {
        let start = "2026-11-23T08:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::new(MovableClock::standing(start)));
        let alice = world.add_person("alice", "Alice");
        let guild = world.add_guild("Lighthouse", alice);
        let channel = world.add_channel(guild, "general");
        let id = world.say(channel, alice, "replaced");
        let message: &Message = world.message(id).unwrap();
        let separator = |divider| Block::Separator {
            divider,
            large: false,
        };
        let mut blocks = person("Bob", start.timestamp());
        blocks.push(separator(true));
        blocks.extend(person("Carol", start.timestamp() - 86_400));
        let hidden = Picture {
            url: "attachment://map.png".to_owned(),
            description: None,
            spoiler: true,
        };
        let seen = Seen {
            layout: vec![
                Block::Container {
                    color: Some(1),
                    spoiler: false,
                    blocks,
                },
                Block::Section {
                    texts: vec!["In several teams.".to_owned()],
                    accessory: Accessory::Button(button("Settings")),
                },
                separator(false),
                Block::Gallery(vec![hidden]),
                Block::File {
                    filename: "notes.txt".to_owned(),
                    spoiler: false,
                },
            ],
            files: vec![File {
                filename: "notes.txt".to_owned(),
                description: None,
                bytes: vec![0; 10],
            }],
            flags: 1 << 15,
            ..Seen::new(&world, message, alice)
        };
        let reader = Reader {
            world: &world,
            zone: zones::Zone::utc(),
            locale: Locale::EN_US,
            known: None,
        };
        insta::assert_snapshot!(render::message(reader, 1, &seen), @r"
        #1 Alice (#general)
            | **Bob**
            | You last talked November 23, 2026.
            | (You wanted to talk.)
            | picture Bob.png: Bob's picture
            | [1 We talked] [2 Not now]
            | ────────────────────────
            | **Carol**
            | You last talked November 22, 2026.
            | (You wanted to talk.)
            | picture Carol.png: Carol's picture
            | [3 We talked] [4 Not now]
            In several teams.
            [5 Settings]

            (spoiler) picture map.png
            file notes.txt (10 bytes)
        ");
    }
}
