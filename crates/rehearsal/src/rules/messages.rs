//! What may be in a message.

use serde_json::Value;

use super::files::Files;
use super::{components, embeds};
use crate::refusal::{Form, Refusal, list};
use crate::world::{Message, flags};

/// Where a message is sent to: answers to interactions may do what others may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A channel, in the bot's own name.
    Channel,
    /// The person who used the bot, as an answer.
    Interaction,
}

/// Judges a message to be sent, or the changes to the one that is there `before`.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn judge(
    body: &Value,
    files: &Files,
    before: Option<&Message>,
    destination: Destination,
) -> Result<(), Refusal> {
    let mut form = Form::default();
    judge_in(&mut form, body, files, before, destination);
    form.verdict()?;
    components::judge_stored_size(body)
}

pub(super) fn judge_in(
    form: &mut Form,
    body: &Value,
    files: &Files,
    before: Option<&Message>,
    to: Destination,
) {
    form.text(body, "content", 0..=2000);
    embeds::judge(form, body, files);
    if becomes_components_v2(body, before) {
        components::judge_layout(form, body, files);
        judge_legacy_fields(form, body, before);
    } else {
        components::judge_rows(form, body);
    }
    judge_attachments(form, body, files);
    judge_mentions(form, body);
    judge_nonce(form, body);
    let allowed = flags::SUPPRESS_EMBEDS
        | flags::SUPPRESS_NOTIFICATIONS
        | flags::COMPONENTS_V2
        | match to {
            Destination::Channel => 0,
            Destination::Interaction => flags::EPHEMERAL,
        };
    if body["flags"].as_u64().unwrap_or(0) & !allowed != 0 {
        let message = "One of these flags is not allowed here.";
        form.refuse_at("flags", "BASE_TYPE_CHOICES", message);
    }
}

/// Whether the message is made of components alone from now on. The flag that says so stays.
fn becomes_components_v2(body: &Value, before: Option<&Message>) -> bool {
    body["flags"].as_u64().unwrap_or(0) & flags::COMPONENTS_V2 != 0
        || before.is_some_and(Message::is_components_v2)
}

/// Refuses what a message that is made of components alone can't have, and what it would keep of
/// what it had `before`.
fn judge_legacy_fields(form: &mut Form, body: &Value, before: Option<&Message>) {
    let keeps_content = before.is_some_and(|it| !it.content.is_empty());
    let keeps_embeds = before.is_some_and(|it| !it.embeds.is_empty());
    for (field, is_kept) in [
        ("content", keeps_content && body.get("content").is_none()),
        ("embeds", keeps_embeds && body["embeds"].is_null()),
        ("poll", false),
        ("sticker_ids", false),
    ] {
        let is_empty = match &body[field] {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if is_kept || !is_empty {
            let code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
            let message = format!(
                "The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            );
            form.refuse_at(field, code, message);
        }
    }
}

fn judge_attachments(form: &mut Form, body: &Value, files: &Files) {
    form.count(body, "attachments", 0..=10);
    form.each(body, "attachments", |form, attachment| {
        form.text(attachment, "description", 0..=1024);
        form.text(attachment, "filename", 0..=1024);
        // Small numbers name a file of this request, large ones one that the message has.
        let number = number(&attachment["id"]);
        let is_upload = number.is_some_and(|number| number < 1000);
        if number.is_none() || is_upload && !number.is_some_and(|n| files.has_number(n)) {
            let message = "No file has this number";
            form.refuse_at("id", "ATTACHMENT_NOT_FOUND", message);
        }
    });
}

/// A number, written as such or as text.
pub(crate) fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

fn judge_mentions(form: &mut Form, body: &Value) {
    let mentions = &body["allowed_mentions"];
    form.within("allowed_mentions", |form| {
        for kind in ["users", "roles"] {
            form.count(mentions, kind, 0..=100);
            let parsed = list(mentions, "parse").iter().any(|parsed| parsed == kind);
            if parsed && !list(mentions, kind).is_empty() {
                let message =
                    format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
                form.refuse("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
            }
        }
        for (index, parsed) in list(mentions, "parse").iter().enumerate() {
            if !["users", "roles", "everyone"]
                .iter()
                .any(|kind| parsed == kind)
            {
                let message = "Value must be one of {'users', 'roles', 'everyone'}.";
                form.within("parse", |form| {
                    form.within(&index, |form| form.refuse("BASE_TYPE_CHOICES", message));
                });
            }
        }
    });
}

fn judge_nonce(form: &mut Form, body: &Value) {
    match &body["nonce"] {
        Value::Number(_) => {}
        _ => form.text(body, "nonce", 0..=25),
    }
    if body["enforce_nonce"] == true && body["nonce"].is_null() {
        form.required("nonce");
    }
}
