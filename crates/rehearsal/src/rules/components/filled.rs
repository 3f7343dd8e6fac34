//! What Discord adds to components that a bot sends.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::controls::bounds;
use crate::component_type::{
    CHANNEL_SELECT, CONTAINER, FILE, MEDIA_GALLERY, SEPARATOR, STRING_SELECT, THUMBNAIL,
    USER_SELECT,
};
use crate::refusal::list;

/// The components with what Discord fills in: a number for each, and what was left to it.
/// `media_id` gives the identifier of a picture or file.
pub(crate) fn filled_in(parts: &[Value], media_id: &mut dyn FnMut() -> u64) -> Vec<Value> {
    let mut ids = HashSet::new();
    for part in parts {
        collect_ids(part, &mut ids);
    }
    let mut numbers = (1..).filter(|number| !ids.contains(number));
    let mut parts = parts.to_vec();
    for part in &mut parts {
        fill(part, &mut numbers, media_id);
    }
    parts
}

/// The numbers that the bot gave.
fn collect_ids(part: &Value, ids: &mut HashSet<u64>) {
    ids.extend(part["id"].as_u64());
    let inside = list(part, "components").iter();
    for part in inside.chain(part.get("accessory")) {
        collect_ids(part, ids);
    }
}

fn fill(
    part: &mut Value,
    numbers: &mut impl Iterator<Item = u64>,
    media_id: &mut dyn FnMut() -> u64,
) {
    if part["id"].as_u64().unwrap_or(0) == 0 {
        part["id"] = json!(numbers.next());
    }
    match part["type"].as_u64() {
        Some(STRING_SELECT | USER_SELECT..=CHANNEL_SELECT) => {
            let (least, most) = bounds(part);
            part["min_values"] = json!(least);
            part["max_values"] = json!(most);
        }
        Some(THUMBNAIL) => fill_picture(part, media_id),
        Some(MEDIA_GALLERY) => {
            let items = part["items"].as_array_mut().into_iter().flatten();
            for item in items {
                fill_picture(item, media_id);
            }
        }
        Some(FILE) => {
            or_default(part, "spoiler", json!(false));
            part["file"] = media(&part["file"], media_id);
        }
        Some(SEPARATOR) => {
            or_default(part, "spacing", json!(1));
            or_default(part, "divider", json!(true));
        }
        Some(CONTAINER) => {
            or_default(part, "spoiler", json!(false));
            or_default(part, "accent_color", Value::Null);
        }
        _ => {}
    }
    // Not by index, which would make null of what is not there.
    let inside = part.get_mut("components").and_then(Value::as_array_mut);
    for part in inside.into_iter().flatten() {
        fill(part, numbers, media_id);
    }
    if let Some(accessory) = part.get_mut("accessory") {
        fill(accessory, numbers, media_id);
    }
}

fn fill_picture(picture: &mut Value, media_id: &mut dyn FnMut() -> u64) {
    or_default(picture, "description", Value::Null);
    or_default(picture, "spoiler", json!(false));
    picture["media"] = media(&picture["media"], media_id);
}

/// An address as it is kept: the rest of what a bot says about it is Discord's to say.
fn media(given: &Value, media_id: &mut dyn FnMut() -> u64) -> Value {
    json!({ "id": media_id().to_string(), "url": given["url"] })
}

fn or_default(part: &mut Value, key: &str, default: Value) {
    if part[key].is_null() {
        part[key] = default;
    }
}
