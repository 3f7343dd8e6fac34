//! Messages as Discord writes them in JSON.

use serde_json::{Value, json};

use super::{instant, owners, user};
use crate::ids::{MessageId, UserId};
use crate::world::{Attachment, Channel, Interaction, Message, Occasion, World};

fn file_url(world: &World, message: &Message, file: &Attachment) -> String {
    let (base, channel) = (&world.base_url, message.channel);
    format!("{base}/attachments/{channel}/{}/{}", file.id, file.filename)
}

/// A message's embeds, with the addresses of pictures that are its own files.
fn embeds(world: &World, message: &Message) -> Vec<Value> {
    let mut embeds = message.embeds.clone();
    for embed in &mut embeds {
        for picture in ["image", "thumbnail"] {
            let url = embed
                .pointer(&format!("/{picture}/url"))
                .and_then(Value::as_str);
            let name = url.and_then(|url| url.strip_prefix("attachment://"));
            let mut files = message.attachments.iter();
            if let Some(file) = files.find(|file| Some(file.filename.as_str()) == name) {
                embed[picture]["url"] = json!(file_url(world, message, file));
                if let Some(description) = &file.description {
                    embed[picture]["description"] = json!(description);
                }
            }
        }
    }
    embeds
}

/// A message's components, with the addresses of its own files in place of their names.
fn components(world: &World, message: &Message) -> Vec<Value> {
    let mut components = message.components.clone();
    for part in &mut components {
        show_files(world, message, part);
    }
    components
}

fn show_files(world: &World, message: &Message, part: &mut Value) {
    if let Some(media) = part.get_mut("media") {
        show_file(world, message, media);
    }
    if let Some(file) = part.get_mut("file") {
        let shown = show_file(world, message, file);
        part["name"] = json!(shown.map(|file| &file.filename));
        part["size"] = json!(shown.map(|file| file.size));
    }
    for inside in ["components", "items"] {
        let inside = part.get_mut(inside).and_then(Value::as_array_mut);
        for part in inside.into_iter().flatten() {
            show_files(world, message, part);
        }
    }
    if let Some(accessory) = part.get_mut("accessory") {
        show_files(world, message, accessory);
    }
}

/// Writes where a picture or file is to be had; returns it if it is one of the message's own.
fn show_file<'a>(world: &World, message: &'a Message, media: &mut Value) -> Option<&'a Attachment> {
    let url = media["url"].as_str().unwrap_or_default().to_owned();
    media["proxy_url"] = json!(url);
    let name = url.strip_prefix("attachment://")?;
    let file = message.attachments.iter().rfind(|it| it.filename == name)?;
    let url = file_url(world, message, file);
    media["proxy_url"] = json!(url);
    media["url"] = json!(url);
    media["content_type"] = json!(file.content_type);
    media["attachment_id"] = json!(file.id);
    Some(file)
}

/// Whether an embed or a component shows what is at this address.
fn shows(part: &Value, url: &Value) -> bool {
    match part {
        Value::Object(fields) => {
            fields.get("url") == Some(url) || fields.values().any(|field| shows(field, url))
        }
        Value::Array(items) => items.iter().any(|item| shows(item, url)),
        _ => false,
    }
}

fn attachment(world: &World, message: &Message, attachment: &Attachment) -> Value {
    let url = file_url(world, message, attachment);
    let mut value = json!({
        "id": attachment.id, "filename": attachment.filename, "size": attachment.size,
        "url": url, "proxy_url": url, "content_type": attachment.content_type,
    });
    if let Some(description) = &attachment.description {
        value["description"] = json!(description);
    }
    if message.only_for.is_some() {
        value["ephemeral"] = json!(true);
    }
    value
}

pub(crate) fn message(world: &World, message: &Message) -> Value {
    let mentions: Vec<Value> = message
        .pings
        .users
        .iter()
        .map(|id| user(world, *id))
        .collect();
    let interaction = message.interaction.and_then(|id| world.interaction(id));
    let embeds = embeds(world, message);
    let components = components(world, message);
    // A file that is shown in an embed or a component is not listed besides.
    let listed = message.attachments.iter().filter(|file| {
        let url = json!(file_url(world, message, file));
        !embeds
            .iter()
            .chain(&components)
            .any(|part| shows(part, &url))
    });
    let attachments: Vec<Value> = listed
        .map(|file| attachment(world, message, file))
        .collect();
    let mut value = json!({
        "id": message.id, "channel_id": message.channel, "author": user(world, message.author),
        "type": message_type(message, interaction), "content": message.content,
        "mentions": mentions, "mention_roles": message.pings.roles,
        "mention_everyone": message.pings.everyone, "attachments": attachments,
        "embeds": embeds, "components": components, "flags": message.flags,
        "timestamp": instant(message.sent), "edited_timestamp": message.edited.map(instant),
        "pinned": false, "tts": false,
    });
    if message.by_webhook {
        value["webhook_id"] = json!(message.author);
    }
    if !message.reactions.is_empty() {
        value["reactions"] = reactions(message, world.bot());
    }
    if let Some(nonce) = &message.nonce {
        value["nonce"] = nonce.clone();
    }
    if let Some(interaction) = interaction {
        value["application_id"] = json!(world.application.id);
        value["webhook_id"] = json!(world.application.id);
        value["interaction_metadata"] = interaction_metadata(world, interaction, message.id);
    }
    if let Some(to) = message.replies_to {
        let mut reference = json!({ "type": 0, "message_id": to, "channel_id": message.channel });
        if let Some(guild) = world.channel(message.channel).and_then(Channel::guild) {
            reference["guild_id"] = json!(guild);
        }
        value["message_reference"] = reference;
    }
    value
}

/// The reactions to a message, as `reader` gets them.
pub(crate) fn reactions(message: &Message, reader: UserId) -> Value {
    let reactions = message.reactions.iter().map(|it| {
        let count = it.users.len();
        json!({
            "emoji": it.emoji.json(), "count": count, "me": it.users.contains(&reader),
            "count_details": { "burst": 0, "normal": count }, "me_burst": false,
            "burst_colors": [],
        })
    });
    reactions.collect()
}

/// 0 plain, 19 reply, 20 answer to a slash command, 23 answer to a menu command.
fn message_type(message: &Message, interaction: Option<&Interaction>) -> u8 {
    match interaction.map(|interaction| (&interaction.occasion, interaction.original)) {
        Some((Occasion::Command, Some(id))) if id == message.id => 20,
        Some((Occasion::Menu, Some(id))) if id == message.id => 23,
        _ if message.replies_to.is_some() => 19,
        _ => 0,
    }
}

fn interaction_metadata(world: &World, interaction: &Interaction, message: MessageId) -> Value {
    let kind = match interaction.occasion {
        Occasion::Component(_) => 3,
        Occasion::Modal { .. } => 5,
        Occasion::Command | Occasion::Menu | Occasion::Autocomplete => 2,
    };
    let mut value = json!({
        "id": interaction.id, "type": kind, "user": user(world, interaction.user),
        "authorizing_integration_owners": owners(interaction.guild, interaction.installed),
    });
    if let Some(original) = interaction.original.filter(|original| *original != message) {
        value["original_response_message_id"] = json!(original);
    }
    match &interaction.occasion {
        Occasion::Component(pressed) => value["interacted_message_id"] = json!(pressed),
        Occasion::Modal { opened_by, .. } => {
            value["triggering_interaction_metadata"] =
                world.interaction(*opened_by).map_or(Value::Null, |opener| {
                    interaction_metadata(world, opener, message)
                });
        }
        _ => {}
    }
    value
}
