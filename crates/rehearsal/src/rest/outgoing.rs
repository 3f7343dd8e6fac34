//! From a judged body to a message in the world.

use serde_json::{Value, json};

use super::body::Payload;
use crate::ids::{ChannelId, InteractionId, MessageId};
use crate::refusal::{Refusal, list};
use crate::rules::filled_in;
use crate::rules::messages::number;
use crate::world::{Attachment, Message, Pings, World, flags};

/// A new message of the bot's with what the body says; not yet posted.
///
/// # Errors
/// There is nothing in it.
pub(super) fn compose(
    world: &mut World,
    channel: ChannelId,
    body: &Value,
    payload: &mut Payload,
) -> Result<Message, Refusal> {
    let mut message = world.blank_message(channel, world.bot());
    message.flags = body["flags"].as_u64().unwrap_or(0);
    message.nonce = Some(body["nonce"].clone()).filter(|nonce| !nonce.is_null());
    fill(world, &mut message, body, payload);
    if message.is_empty() {
        return Err(Refusal::EMPTY_MESSAGE);
    }
    message.pings = pings(world, &message, &body["allowed_mentions"]);
    Ok(message)
}

/// Makes a message an answer to an interaction, for one person's eyes if it is ephemeral.
pub(super) fn belongs_to(world: &World, message: &mut Message, interaction: InteractionId) {
    message.interaction = Some(interaction);
    let used = world.interaction(interaction);
    let only_theirs = used
        .is_some_and(|it| !it.installed.by_guild && !world.answers_in_public(it.user, it.channel));
    if only_theirs {
        message.flags |= flags::EPHEMERAL;
    }
    if message.is_ephemeral() {
        message.only_for = used.map(|found| found.user);
        message.pings = Pings::default();
    }
}

/// Changes a message of the bot's as the body says, and leaves the rest.
///
/// # Errors
/// Nothing would be left in it.
pub(super) fn revise(
    world: &mut World,
    id: MessageId,
    body: &Value,
    payload: &mut Payload,
) -> Result<(), Refusal> {
    let mut revised = world.message(id).ok_or(Refusal::UNKNOWN_MESSAGE)?.clone();
    fill(world, &mut revised, body, payload);
    if let Some(bits) = body["flags"].as_u64() {
        let kept = revised.flags & (flags::EPHEMERAL | flags::COMPONENTS_V2);
        revised.flags = kept | bits & !flags::EPHEMERAL;
    }
    if revised.is_empty() {
        return Err(Refusal::EMPTY_MESSAGE);
    }
    let was_loading = revised.is_loading();
    revised.flags &= !flags::LOADING;
    if was_loading && !revised.is_ephemeral() {
        revised.pings = pings(world, &revised, &body["allowed_mentions"]);
    }
    world.edit(id, |message| {
        *message = Message {
            edited: message.edited,
            version: message.version,
            ..revised
        }
    });
    Ok(())
}

fn fill(world: &mut World, message: &mut Message, body: &Value, payload: &mut Payload) {
    if let Some(content) = body.get("content") {
        content
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut message.content);
    }
    if body.get("embeds").is_some() {
        message.embeds = list(body, "embeds").iter().map(as_shown).collect();
    }
    if body.get("components").is_some() {
        let media_id = &mut || world.snowflake();
        message.components = filled_in(list(body, "components"), media_id);
    }
    if body.get("attachments").is_some() {
        let kept = |file: &Attachment| {
            list(body, "attachments")
                .iter()
                .any(|entry| number(&entry["id"]) == Some(file.id.0))
        };
        message.attachments.retain(kept);
    }
    for upload in payload.uploads.drain(..) {
        let entry = list(body, "attachments")
            .iter()
            .find(|entry| number(&entry["id"]) == Some(upload.number));
        let bytes = upload.bytes.to_vec();
        let mut file = world.keep_file(&upload.filename, upload.content_type, bytes);
        if let Some(entry) = entry {
            file.description = entry["description"].as_str().map(str::to_owned);
            if let Some(name) = entry["filename"].as_str() {
                name.clone_into(&mut file.filename);
            }
        }
        message.attachments.push(file);
    }
}

fn as_shown(embed: &Value) -> Value {
    let mut shown = embed.clone();
    shown["type"] = json!("rich");
    // Not by index, which would make `fields` null where there are none.
    let fields = shown.get_mut("fields").and_then(Value::as_array_mut);
    for field in fields.into_iter().flatten() {
        if field["inline"].is_null() {
            field["inline"] = json!(false);
        }
    }
    shown
}

/// The people a message notifies: those its text names and `allowed_mentions` lets through.
fn pings(world: &World, message: &Message, allowed: &Value) -> Pings {
    let named = world.mentions_in(&message.text(), message.channel);
    if allowed.is_null() {
        return named;
    }
    let parsed = |kind: &str| list(allowed, "parse").iter().any(|parsed| parsed == kind);
    let listed = |kind: &str, id: u64| {
        list(allowed, kind)
            .iter()
            .any(|entry| number(entry) == Some(id))
    };
    Pings {
        everyone: named.everyone && parsed("everyone"),
        users: named
            .users
            .into_iter()
            .filter(|user| parsed("users") || listed("users", user.0))
            .collect(),
        roles: named
            .roles
            .into_iter()
            .filter(|role| parsed("roles") || listed("roles", role.0))
            .collect(),
    }
}
