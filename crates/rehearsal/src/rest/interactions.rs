//! The first answer to an interaction.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::Shared;
use super::body::{In, Payload};
use super::outgoing::{belongs_to, compose, revise};
use crate::ids::{InteractionId, MessageId};
use crate::refusal::{Refusal, list};
use crate::rules::replies::{callback as types, judge};
use crate::wire;
use crate::world::{Interaction, Occasion, Reply, World, flags};

pub(super) async fn callback(
    State(shared): State<Shared>,
    In((id, token)): In<(InteractionId, String)>,
    Query(query): Query<HashMap<String, String>>,
    mut payload: Payload,
) -> Result<Response, Refusal> {
    let body = payload.json.take();
    let wants_response = query
        .get("with_response")
        .is_some_and(|value| value == "true");
    shared.change(|world| {
        let interaction = world.unanswered(id, &token)?.clone();
        let source = source(&interaction).and_then(|id| world.message(id));
        let kind = judge(&body, &payload.files(source), source, &interaction)?;
        let reply = answer(world, &interaction, kind, &body["data"], &mut payload)?;
        if let Some(interaction) = world.interaction_mut(id) {
            interaction.reply = Some(reply);
        }
        if wants_response {
            return Ok(Json(wire::callback(world, id, kind)).into_response());
        }
        Ok(StatusCode::NO_CONTENT.into_response())
    })
}

fn answer(
    world: &mut World,
    interaction: &Interaction,
    kind: u64,
    data: &Value,
    payload: &mut Payload,
) -> Result<Reply, Refusal> {
    let source = source(interaction);
    Ok(match kind {
        types::MESSAGE => {
            world.takes_writing(interaction.channel, world.bot())?;
            let mut message = compose(world, interaction.channel, data, payload)?;
            message.replies_to = source;
            belongs_to(world, &mut message, interaction.id);
            set_original(world, interaction.id, Some(message.id));
            world.post(message);
            Reply::Message
        }
        types::DEFERRED => {
            world.takes_writing(interaction.channel, world.bot())?;
            let mut message = world.blank_message(interaction.channel, world.bot());
            // What the message is made of is settled when it is filled in.
            let wanted = data["flags"].as_u64().unwrap_or(0) & !flags::COMPONENTS_V2;
            message.flags = flags::LOADING | wanted;
            message.replies_to = source;
            belongs_to(world, &mut message, interaction.id);
            set_original(world, interaction.id, Some(message.id));
            world.post(message);
            Reply::Deferred
        }
        types::UPDATE => {
            let source = source.ok_or(Refusal::UNKNOWN_MESSAGE)?;
            revise(world, source, data, payload)?;
            set_original(world, interaction.id, Some(source));
            Reply::Updated
        }
        types::DEFERRED_UPDATE => {
            set_original(world, interaction.id, source);
            Reply::DeferredUpdate
        }
        types::CHOICES => {
            let choices = Value::from(list(data, "choices").to_vec());
            Reply::Choices(serde_json::from_value(choices).map_err(|_| Refusal::BAD_JSON)?)
        }
        _ => Reply::Modal(data.clone()),
    })
}

/// The message whose component led to the interaction.
fn source(interaction: &Interaction) -> Option<MessageId> {
    match interaction.occasion {
        Occasion::Component(message) => Some(message),
        Occasion::Modal { message, .. } => message,
        _ => None,
    }
}

fn set_original(world: &mut World, id: InteractionId, original: Option<MessageId>) {
    if let Some(interaction) = world.interaction_mut(id) {
        interaction.original = original;
    }
}
