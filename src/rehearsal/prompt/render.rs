//! A message as a terminal shows it.

use std::fmt::Write as _;

use serde_json::Value;

use super::controls::{self, Control, Kind};
use super::markup::Reader;
use crate::rehearsal::world::{Attachment, Message};

/// The message with the number it can be named by.
pub(super) fn message(reader: Reader<'_>, number: usize, message: &Message) -> String {
    let mut lines = vec![heading(reader, number, message)];
    if message.is_loading() {
        lines.push("thinking…".to_owned());
    }
    lines.extend(reader.plain(&message.content).lines().map(str::to_owned));
    for embed in &message.embeds {
        lines.extend(
            embed_lines(reader, embed)
                .into_iter()
                .map(|line| format!("| {line}")),
        );
    }
    lines.extend(message.attachments.iter().map(attachment));
    lines.extend(rows(&controls::of(message)));
    let mut shown = String::new();
    for (index, line) in lines.iter().enumerate() {
        let indent = if index == 0 { "" } else { "    " };
        shown.push_str(format!("{indent}{line}").trim_end());
        shown.push('\n');
    }
    shown
}

fn heading(reader: Reader<'_>, number: usize, message: &Message) -> String {
    let author = reader.world.user(message.author);
    let author = author
        .and_then(|user| user.global_name.as_deref())
        .unwrap_or("somebody");
    let place = match message.only_for {
        Some(_) => "only you can see this".to_owned(),
        None => reader.channel(message.channel),
    };
    let edited = if message.edited.is_some() {
        ", edited"
    } else {
        ""
    };
    let pinged: Vec<_> = message
        .pings
        .users
        .iter()
        .map(|user| reader.name(*user))
        .collect();
    let pinged = match (message.pings.everyone, pinged.is_empty()) {
        (true, _) => ", pings everyone".to_owned(),
        (false, false) => format!(", pings {}", pinged.join(" ")),
        (false, true) => String::new(),
    };
    format!("#{number} {author} ({place}{pinged}{edited})")
}

fn embed_lines(reader: Reader<'_>, embed: &Value) -> Vec<String> {
    let text = |value: &Value| reader.plain(value.as_str().unwrap_or_default());
    let mut shown = String::new();
    for (part, mark) in [(&embed["author"]["name"], ""), (&embed["title"], "**")] {
        let part = text(part);
        if !part.is_empty() {
            let _ = writeln!(shown, "{mark}{part}{mark}");
        }
    }
    let description = text(&embed["description"]);
    if !description.is_empty() {
        let _ = writeln!(shown, "{description}");
    }
    for field in embed["fields"].as_array().into_iter().flatten() {
        shown.push_str(&field_text(&text(&field["name"]), &text(&field["value"])));
    }
    if let Some(url) = embed["image"]["url"].as_str() {
        let _ = writeln!(shown, "picture: {}", file_name(url));
    }
    let footer = text(&embed["footer"]["text"]);
    if !footer.is_empty() {
        let _ = writeln!(shown, "({footer})");
    }
    shown.lines().map(str::to_owned).collect()
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

/// The last part of an address, without the query that a stored file's has.
fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.rsplit('/').next().unwrap_or(path)
}

fn attachment(file: &Attachment) -> String {
    let described = match &file.description {
        Some(text) => format!(": {}", text.replace('\n', " ")),
        None => String::new(),
    };
    format!("file {} ({}){described}", file.filename, size(file.size))
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        _ => format!("{} KB", bytes.div_ceil(1024)),
    }
}

fn rows(controls: &[Control]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut last = None;
    for (index, control) in controls.iter().enumerate() {
        let shown = self::control(index + 1, control);
        match rows.last_mut().filter(|_| last == Some(control.row)) {
            Some(row) => *row = format!("{row} {shown}"),
            None => rows.push(shown),
        }
        last = Some(control.row);
    }
    rows
}

fn control(number: usize, control: &Control) -> String {
    let number = if control.disabled {
        "off:".to_owned()
    } else {
        number.to_string()
    };
    match &control.kind {
        Kind::Button(label) => format!("[{number} {label}]"),
        Kind::Link { label, url } => format!("[{label}: {url}]"),
        Kind::Select {
            placeholder,
            options,
            most,
        } => {
            let items: Vec<_> = options
                .iter()
                .map(|item| format!("{}{}", if item.chosen { "✓ " } else { "" }, item.label))
                .collect();
            let what = match (items.is_empty(), *most) {
                (false, _) => items.join(" | "),
                (true, 1) => "anybody".to_owned(),
                (true, most) => format!("up to {most}"),
            };
            let placeholder = if placeholder.is_empty() {
                "choose"
            } else {
                placeholder
            };
            format!("[{number} {placeholder}: {what}]")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::clock::MovableClock;
    use crate::rehearsal::world::World;

    fn button(label: &str, disabled: bool) -> Value {
        json!({ "type": 2, "style": 2, "label": label, "custom_id": label, "disabled": disabled })
    }

    #[test]
    fn everything_on_a_message_is_shown() {
        let start = "2026-11-23T08:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::new(MovableClock::standing(start)));
        let alice = world.add_person("alice", "Alice");
        let guild = world.add_guild("Lighthouse", alice);
        let channel = world.add_channel(guild, "general");
        let bot = world.bot();
        let mut sent = world.blank_message(channel, bot);
        sent.content = format!("Logged: you talked with <@{alice}>.\nThanks.");
        sent.embeds = vec![json!({
            "author": { "name": "Rapport" }, "title": "A title", "description": "Two\nlines",
            "fields": [
                { "name": "Circle", "value": "regular" },
                { "name": "Notes", "value": "likes tea\nhas a dog" },
            ],
            "image": { "url": "https://cdn.example/1/network.png?ex=1" },
            "footer": { "text": "Only yours" },
        })];
        let mut file = world.keep_file("network.png", None, vec![0; 2000]);
        file.description = Some("Your network:\nbob is close".to_owned());
        sent.attachments.push(file);
        let circles = json!([
            { "label": "close", "value": "c" },
            { "label": "regular", "value": "r", "default": true },
        ]);
        sent.components = vec![
            json!({ "type": 1, "components": [button("Undo", false), button("Add note", true)] }),
            json!({ "type": 1, "components": [
                { "type": 3, "custom_id": "x", "placeholder": "Circle", "options": circles },
            ] }),
            json!({ "type": 1, "components": [
                { "type": 5, "custom_id": "y", "placeholder": "Who else?", "max_values": 25 },
            ] }),
            json!({ "type": 1, "components": [
                { "type": 2, "style": 5, "label": "Help", "url": "https://rapport.example" },
            ] }),
        ];
        let zone = chrono_tz::UTC;
        let mut shown = message(
            Reader {
                world: &world,
                zone,
            },
            4,
            &sent,
        );
        sent.only_for = Some(alice);
        sent.embeds.clear();
        sent.components.clear();
        sent.attachments.clear();
        sent.edited = Some(start);
        shown.push_str(&message(
            Reader {
                world: &world,
                zone,
            },
            5,
            &sent,
        ));
        insta::assert_snapshot!(shown);
    }
}
