//! What can be used on a message: buttons and selects.

use serde_json::Value;

use crate::component_type::BUTTON;
use crate::refusal::list;

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
