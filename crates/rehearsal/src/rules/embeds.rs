//! Embeds.

use serde_json::Value;

use super::files::Files;
use crate::refusal::{Form, list};

/// The most characters that all embeds of a message have together.
const MOST_IN_ALL: usize = 6000;

pub(super) fn judge(form: &mut Form, body: &Value, files: &Files) {
    form.count(body, "embeds", 0..=10);
    form.each(body, "embeds", |form, embed| {
        judge_one(form, embed);
        for picture in ["image", "thumbnail"] {
            let url = embed[picture]["url"].as_str().unwrap_or_default();
            let file = url.strip_prefix("attachment://");
            if file.is_some_and(|name| !files.has_name(body, name)) {
                let message = "Referenced attachment was not found";
                form.refuse_at(picture, "REFERENCED_ATTACHMENT_NOT_FOUND", message);
            }
        }
    });
    let in_all: usize = list(body, "embeds").iter().map(size).sum();
    if in_all > MOST_IN_ALL {
        let message = format!("Embed size exceeds maximum size of {MOST_IN_ALL}");
        form.refuse_at("embeds", "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

fn judge_one(form: &mut Form, embed: &Value) {
    form.text(embed, "title", 0..=256);
    form.text(embed, "description", 0..=4096);
    judge_url(form, embed, "url");
    if let Some(footer) = present(embed, "footer") {
        form.within("footer", |form| {
            form.required_text(footer, "text", 1..=2048);
        });
    }
    if let Some(author) = present(embed, "author") {
        form.within("author", |form| form.required_text(author, "name", 1..=256));
    }
    for picture in ["image", "thumbnail"] {
        if let Some(picture_of) = present(embed, picture) {
            form.within(picture, |form| judge_url(form, picture_of, "url"));
        }
    }
    let color = &embed["color"];
    if !color.is_null() && color.as_u64().is_none_or(|color| color > 0xFF_FF_FF) {
        let message = "int value should be less than or equal to 16777215.";
        form.refuse_at("color", "NUMBER_TYPE_MAX", message);
    }
    form.count(embed, "fields", 0..=25);
    form.each(embed, "fields", |form, field| {
        form.required_text(field, "name", 1..=256);
        form.required_text(field, "value", 1..=1024);
    });
}

fn judge_url(form: &mut Form, object: &Value, key: &str) {
    let Some(url) = object[key].as_str() else {
        return;
    };
    let schemes = ["http://", "https://", "attachment://"];
    if !schemes.iter().any(|scheme| url.starts_with(scheme)) {
        let message = "Not a well formed URL.";
        form.refuse_at(key, "URL_TYPE_INVALID_URL", message);
    }
}

fn present<'a>(object: &'a Value, key: &str) -> Option<&'a Value> {
    object.get(key).filter(|value| !value.is_null())
}

/// The characters that count towards a message's limit.
fn size(embed: &Value) -> usize {
    let count = |text: &Value| text.as_str().map_or(0, |text| text.chars().count());
    let fields = list(embed, "fields").iter();
    count(&embed["title"])
        + count(&embed["description"])
        + count(&embed["footer"]["text"])
        + count(&embed["author"]["name"])
        + fields
            .map(|f| count(&f["name"]) + count(&f["value"]))
            .sum::<usize>()
}
