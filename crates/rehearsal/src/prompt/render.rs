//! A message as a terminal shows it.

use std::fmt::Write as _;

use super::layout::Layout;
use super::markup::Reader;
use super::part::{file, file_name};
use crate::{Embed, Seen};

/// Discord's flag of an answer that is still being thought about.
const LOADING: u64 = 1 << 7;
/// Discord's flag of a message that is made of components alone: they hold its text and files.
const COMPONENTS_V2: u64 = 1 << 15;

/// The message with the number it can be named by.
pub(super) fn message(reader: Reader<'_>, number: usize, seen: &Seen) -> String {
    let mut lines = vec![heading(reader, number, seen)];
    let reader = Reader {
        known: Some(&seen.known),
        ..reader
    };
    if seen.flags & LOADING != 0 {
        lines.push("thinking…".to_owned());
    }
    if seen.flags & COMPONENTS_V2 == 0 {
        lines.extend(body(reader, seen));
    }
    lines.extend(Layout::lines(reader, seen));
    lines.extend(reactions(seen));
    let body = lines.iter().skip(1).map(|line| format!("    {line}"));
    let all = std::iter::once(lines[0].clone()).chain(body);
    all.map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The reactions on one line, if there are any; those of the reader are in brackets.
fn reactions(seen: &Seen) -> Option<String> {
    let shown = seen.reactions.iter().map(|it| {
        let counted = format!("{} {}", it.emoji, it.count);
        if it.mine {
            format!("[{counted}]")
        } else {
            counted
        }
    });
    let shown: Vec<_> = shown.collect();
    (!shown.is_empty()).then(|| shown.join("  "))
}

/// The text, embeds and files.
fn body(reader: Reader<'_>, seen: &Seen) -> Vec<String> {
    let text = reader.plain(&seen.content);
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    for embed in &seen.embeds {
        lines.extend(
            embed_text(reader, embed)
                .lines()
                .map(|line| format!("| {line}")),
        );
    }
    lines.extend(seen.files.iter().map(file));
    lines
}

fn heading(reader: Reader<'_>, number: usize, seen: &Seen) -> String {
    let author = reader.shown_name(&seen.author);
    let place = if seen.ephemeral {
        "only you can see this".to_owned()
    } else {
        reader.channel(seen.channel)
    };
    let edited = if seen.edited { ", edited" } else { "" };
    let mut pinged: Vec<_> = seen.pinged.iter().map(|user| reader.name(*user)).collect();
    pinged.extend(seen.pinged_everyone.then(|| "everyone".to_owned()));
    let pings = if pinged.is_empty() {
        String::new()
    } else {
        format!(", pings {}", pinged.join(" "))
    };
    format!("#{number} {author} ({place}{pings}{edited})")
}

fn embed_text(reader: Reader<'_>, embed: &Embed) -> String {
    let text = |text: &Option<String>| text.as_ref().map(|text| reader.plain(text));
    let mut shown = String::new();
    let head = [
        text(&embed.author),
        text(&embed.title).map(|title| format!("**{title}**")),
        text(&embed.description),
    ];
    for part in head.into_iter().flatten() {
        shown.push_str(&part);
        shown.push('\n');
    }
    for (name, value) in &embed.fields {
        shown.push_str(&field_text(&reader.plain(name), &reader.plain(value)));
    }
    for url in embed.image.iter().chain(&embed.thumbnail) {
        let _ = writeln!(shown, "picture: {}", file_name(url));
    }
    if let Some(footer) = text(&embed.footer) {
        let _ = writeln!(shown, "({footer})");
    }
    shown
}

/// A field on one line where it fits, else below its name.
fn field_text(name: &str, value: &str) -> String {
    if value.contains('\n') || name.chars().count() + value.chars().count() > 90 {
        let below: Vec<_> = value.lines().map(|line| format!("  {line}")).collect();
        format!("{name}\n{}\n", below.join("\n"))
    } else {
        format!("{name}: {value}\n")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::MovableClock;
    use crate::{Block, Button, File, MessageId, Part, Reacted, Select, SelectOption, World};

    fn button(label: &str, disabled: bool) -> Part {
        Part::Button(Button {
            label: label.to_owned(),
            custom_id: Some(label.to_owned()),
            url: None,
            style: 2,
            disabled,
        })
    }

    fn select(kind: u64, placeholder: &str, items: &[&str], max_values: usize) -> Part {
        let option = |label: &&str| SelectOption {
            label: (*label).to_owned(),
            value: (*label).to_owned(),
            description: None,
            default: *label == "regular",
        };
        Part::Select(Select {
            kind,
            custom_id: placeholder.to_owned(),
            placeholder: Some(placeholder.to_owned()),
            options: items.iter().map(option).collect(),
            min_values: 1,
            max_values,
            disabled: false,
        })
    }

    fn embed() -> Embed {
        Embed {
            title: Some("A title".to_owned()),
            description: Some("Two\nlines".to_owned()),
            author: Some("Beacon".to_owned()),
            footer: Some("Only yours".to_owned()),
            image: Some("https://cdn.example/1/network.png?ex=1".to_owned()),
            fields: vec![
                ("Circle".to_owned(), "regular".to_owned()),
                ("Notes".to_owned(), "likes tea\nhas a dog".to_owned()),
            ],
            ..Embed::default()
        }
    }

    #[test]
    fn everything_on_a_message_is_shown() {
        let start = "2026-11-23T08:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::new(MovableClock::standing(start)));
        let alice = world.add_person("alice", "Alice");
        let guild = world.add_guild("Lighthouse", alice);
        let channel = world.add_channel(guild, "general");
        let seen = Seen {
            embeds: vec![embed()],
            layout: vec![
                Block::Row(vec![button("Undo", false), button("Add note", true)]),
                Block::Row(vec![select(3, "Circle", &["close", "regular"], 1)]),
                Block::Row(vec![select(5, "Who else?", &[], 25)]),
            ],
            files: vec![File {
                filename: "network.png".to_owned(),
                description: Some("Your network:\nbob is close".to_owned()),
                bytes: vec![0; 2000],
            }],
            id: MessageId(1),
            channel,
            author: "alice".to_owned(),
            content: format!("I talked with <@{alice}>.\nThanks."),
            ephemeral: false,
            edited: false,
            flags: 0,
            pinged: vec![alice],
            pinged_roles: vec![],
            pinged_everyone: false,
            known: vec![alice],
            reactions: vec![Reacted {
                emoji: "👏".to_owned(),
                count: 2,
                mine: true,
            }],
            version: 0,
        };
        let reader = Reader {
            world: &world,
            zone: zones::Zone::utc(),
            locale: crate::locale::Locale::EN_US,
            known: None,
        };
        let mut shown = super::message(reader, 4, &seen);
        let bare = Seen {
            embeds: vec![],
            layout: vec![],
            files: vec![],
            edited: true,
            ..seen
        };
        shown.push_str(&super::message(
            reader,
            5,
            &Seen {
                ephemeral: true,
                ..bare
            },
        ));
        insta::assert_snapshot!(shown);
    }
}
