//! Messages in channels, as the bot writes and reads them in its own name.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Asked, In, Payload};
use super::channels::{visible, writable};
use super::outgoing::{compose, revise};
use super::{Answer, Done, Shared};
use crate::ids::{ChannelId, MessageId, first_at};
use crate::permissions::{ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use crate::refusal::{Form, Refusal, list as items};
use crate::rules::messages::{Destination, judge, number};
use crate::wire;
use crate::world::{Channel, Message, World};

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
    before: Option<MessageId>,
    after: Option<MessageId>,
}

/// Newest first.
pub(super) async fn list(
    State(shared): State<Shared>,
    In(channel): In<ChannelId>,
    Asked(page): Asked<Page>,
) -> Answer {
    let limit = page.limit.unwrap_or(50);
    limited(limit)?;
    shared.look(|world| {
        visible(world, channel)?;
        // Who may not read the history is shown an empty one.
        let may_read = world.bot_may(channel, READ_MESSAGE_HISTORY);
        let mut found: Vec<&Message> = world
            .messages_in(channel)
            .filter(|message| may_read && message.only_for.is_none())
            .filter(|message| page.before.is_none_or(|before| message.id < before))
            .filter(|message| page.after.is_none_or(|after| message.id > after))
            .collect();
        match page.after {
            Some(_) => found.truncate(limit),
            None => drop(found.drain(..found.len().saturating_sub(limit))),
        }
        let newest_first = found.into_iter().rev();
        Ok(Json(
            newest_first
                .map(|message| wire::message(world, message))
                .collect(),
        ))
    })
}

/// Refuses a page of none, or of more than a hundred.
pub(super) fn limited(limit: usize) -> Result<(), Refusal> {
    let mut form = Form::default();
    if !(1..=100).contains(&limit) {
        let message = "int value should be between 1 and 100.";
        form.refuse_at("limit", "NUMBER_TYPE_MAX", message);
    }
    form.verdict()
}

pub(super) async fn one(
    State(shared): State<Shared>,
    In((channel, id)): In<(ChannelId, MessageId)>,
) -> Answer {
    shared.look(|world| {
        visible(world, channel)?;
        if !world.bot_may(channel, READ_MESSAGE_HISTORY) {
            return Err(Refusal::MISSING_ACCESS);
        }
        Ok(Json(wire::message(world, public(world, channel, id)?)))
    })
}

pub(super) async fn send(
    State(shared): State<Shared>,
    In(channel): In<ChannelId>,
    mut payload: Payload,
) -> Answer {
    let body = payload.json.take();
    shared.change(|world| {
        writable(world, channel, needed(&body, &payload))?;
        judge(&body, &payload.files(None), None, Destination::Channel)?;
        if body["enforce_nonce"] == true
            && let Some(first) = world.sent_with_nonce(&body["nonce"])?
        {
            return answer(world, first);
        }
        let mut message = compose(world, channel, &body, &mut payload)?;
        message.replies_to = number(&body["message_reference"]["message_id"]).map(MessageId);
        world.passes_automod(&message)?;
        let id = world.post(message);
        answer(world, id)
    })
}

/// What it takes to send this, besides writing.
fn needed(body: &Value, payload: &Payload) -> u64 {
    let mut needed = 0;
    if !items(body, "embeds").is_empty() {
        needed |= EMBED_LINKS;
    }
    if !payload.uploads.is_empty() {
        needed |= ATTACH_FILES;
    }
    needed
}

pub(super) async fn edit(
    State(shared): State<Shared>,
    In((channel, id)): In<(ChannelId, MessageId)>,
    mut payload: Payload,
) -> Answer {
    let body = payload.json.take();
    shared.change(|world| {
        visible(world, channel)?;
        if public(world, channel, id)?.author != world.bot() {
            return Err(Refusal::NOT_THE_AUTHOR);
        }
        world.takes_changes(channel)?;
        let before = world.message(id);
        judge(&body, &payload.files(before), before, Destination::Channel)?;
        revise(world, id, &body, &mut payload)?;
        answer(world, id)
    })
}

pub(super) async fn delete(
    State(shared): State<Shared>,
    In((channel, id)): In<(ChannelId, MessageId)>,
) -> Done {
    shared.change(|world| {
        visible(world, channel)?;
        let own = public(world, channel, id)?.author == world.bot();
        let in_guild = world.channel(channel).and_then(Channel::guild);
        if !own && (in_guild.is_none() || !world.bot_may(channel, MANAGE_MESSAGES)) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        world.takes_changes(channel)?;
        world.delete_message(id);
        Ok(StatusCode::NO_CONTENT)
    })
}

pub(super) async fn bulk_delete(
    State(shared): State<Shared>,
    In(channel): In<ChannelId>,
    payload: Payload,
) -> Done {
    let mut form = Form::default();
    form.count(&payload.json, "messages", 2..=100);
    form.verdict()?;
    let ids: Vec<MessageId> = items(&payload.json, "messages")
        .iter()
        .filter_map(|id| number(id).map(MessageId))
        .collect();
    shared.change(|world| {
        visible(world, channel)?;
        if !world.bot_may(channel, MANAGE_MESSAGES) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        world.takes_changes(channel)?;
        let too_old = first_at(world.now() - TimeDelta::weeks(2));
        if ids.iter().any(|id| id.0 < too_old) {
            return Err(Refusal::TOO_OLD_TO_DELETE);
        }
        let ids: Vec<MessageId> = ids
            .into_iter()
            .filter(|id| public(world, channel, *id).is_ok())
            .collect();
        world.delete_messages(channel, &ids);
        Ok(StatusCode::NO_CONTENT)
    })
}

/// A message of this channel that is not for one person's eyes.
pub(super) fn public(
    world: &World,
    channel: ChannelId,
    id: MessageId,
) -> Result<&Message, Refusal> {
    world
        .message(id)
        .filter(|message| message.channel == channel && message.only_for.is_none())
        .ok_or(Refusal::UNKNOWN_MESSAGE)
}

fn answer(world: &World, id: MessageId) -> Answer {
    let message = world.message(id).ok_or(Refusal::UNKNOWN_MESSAGE)?;
    Ok(Json(json!(wire::message(world, message))))
}
