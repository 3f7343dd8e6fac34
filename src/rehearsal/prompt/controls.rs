//! The buttons and selects of a message, numbered as they are shown.

use serde_json::Value;

use crate::rehearsal::world::Message;

/// A button or a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Control {
    /// What the bot knows it by; a link has none.
    pub(super) custom_id: Option<String>,
    /// Its row among the message's.
    pub(super) row: usize,
    /// Whether it can't be used.
    pub(super) disabled: bool,
    /// Which of the two it is.
    pub(super) kind: Kind,
}

/// What a control is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A button with this label.
    Button(String),
    /// A button that opens an address.
    Link {
        /// What is written on it.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// A list to choose from.
    Select {
        /// What stands there while nothing is chosen.
        placeholder: String,
        /// What can be chosen; empty where it is people, roles or channels.
        options: Vec<Item>,
        /// How many can be chosen at most.
        most: u64,
    },
}

/// An item of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What is shown.
    pub(super) label: String,
    /// What the bot gets.
    pub(super) value: String,
    /// Whether it is chosen to begin with.
    pub(super) chosen: bool,
}

/// The controls of a message, in their order; number 1 is the first.
pub(super) fn of(message: &Message) -> Vec<Control> {
    let rows = message.components.iter().enumerate();
    rows.flat_map(|(row, json)| {
        items(&json["components"])
            .iter()
            .map(move |json| control(row, json))
    })
    .collect()
}

fn items(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

fn control(row: usize, json: &Value) -> Control {
    let button = json["type"] == 2;
    let kind = match (button, json["url"].as_str()) {
        (true, None) => Kind::Button(label(json)),
        (true, Some(url)) => Kind::Link {
            label: label(json),
            url: url.to_owned(),
        },
        (false, _) => Kind::Select {
            placeholder: text(&json["placeholder"]),
            options: items(&json["options"]).iter().map(item).collect(),
            most: json["max_values"].as_u64().unwrap_or(1),
        },
    };
    Control {
        custom_id: json["custom_id"].as_str().map(str::to_owned),
        row,
        disabled: json["disabled"] == true,
        kind,
    }
}

fn label(json: &Value) -> String {
    let emoji = json["emoji"]["name"].as_str().unwrap_or_default();
    let label = json["label"].as_str().unwrap_or_default();
    format!("{emoji} {label}").trim().to_owned()
}

fn item(json: &Value) -> Item {
    Item {
        label: text(&json["label"]),
        value: text(&json["value"]),
        chosen: json["default"] == true,
    }
}
