//! Components of messages, as JSON.
#![expect(
    clippy::needless_pass_by_value,
    reason = "a `json!` reads best where it is made"
)]

use serde_json::{Value, json};

/// `IS_COMPONENTS_V2`.
pub(crate) const V2: u64 = 1 << 15;

pub(crate) fn x(length: usize) -> String {
    "x".repeat(length)
}

pub(crate) fn v2(parts: Value) -> Value {
    json!({ "flags": V2, "components": parts })
}

pub(crate) fn text(content: &str) -> Value {
    json!({ "type": 10, "content": content })
}

pub(crate) fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Press", "custom_id": id })
}

pub(crate) fn row(parts: &[Value]) -> Value {
    json!({ "type": 1, "components": parts })
}

pub(crate) fn picture(url: &str) -> Value {
    json!({ "media": { "url": url } })
}

pub(crate) fn gallery(items: Value) -> Value {
    json!({ "type": 12, "items": items })
}

pub(crate) fn thumbnail(url: &str) -> Value {
    json!({ "type": 11, "media": { "url": url } })
}

pub(crate) fn file(url: &str) -> Value {
    json!({ "type": 13, "file": { "url": url } })
}

pub(crate) fn section(texts: &[Value], accessory: Value) -> Value {
    json!({ "type": 9, "components": texts, "accessory": accessory })
}

pub(crate) fn container(parts: Value) -> Value {
    json!({ "type": 17, "components": parts })
}

pub(crate) fn with(mut part: Value, key: &str, value: Value) -> Value {
    part[key] = value;
    part
}
