//! What follows the first answer to an interaction, by the interaction's token.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use super::body::{In, Payload};
use super::outgoing::{belongs_to, compose, revise};
use super::{Answer, Done, Shared};
use crate::ids::{ApplicationId, InteractionId, MessageId};
use crate::refusal::Refusal;
use crate::rules::messages::{Destination, judge};
use crate::wire;
use crate::world::{Reply, World, flags};

/// How many further messages an interaction may have where the bot is not.
const MOST_FOLLOW_UPS: usize = 5;

type Target = (ApplicationId, String, String);

pub(super) async fn one(State(shared): State<Shared>, In(target): In<Target>) -> Answer {
    shared.look(|world| {
        let (_, id) = find(world, &target)?;
        answer(world, id)
    })
}

pub(super) async fn edit(
    State(shared): State<Shared>,
    In(target): In<Target>,
    mut payload: Payload,
) -> Answer {
    let body = payload.json.take();
    shared.change(|world| {
        let (_, id) = find(world, &target)?;
        let before = world.message(id);
        judge(
            &body,
            &payload.files(before),
            before,
            Destination::Interaction,
        )?;
        revise(world, id, &body, &mut payload)?;
        answer(world, id)
    })
}

pub(super) async fn delete(State(shared): State<Shared>, In(target): In<Target>) -> Done {
    shared.change(|world| {
        let (_, id) = find(world, &target)?;
        world.delete_message(id);
        Ok(StatusCode::NO_CONTENT)
    })
}

/// A further message. As at Discord, the first one fills in an answer that was deferred.
pub(super) async fn follow_up(
    State(shared): State<Shared>,
    In((app, token)): In<(ApplicationId, String)>,
    mut payload: Payload,
) -> Answer {
    let mut body = payload.json.take();
    shared.change(|world| {
        known_application(world, app)?;
        let interaction = world.answered(&token)?.clone();
        judge(&body, &payload.files(None), None, Destination::Interaction)?;
        if let Some(original) = deferred(world, interaction.id) {
            // Who sees it was settled when it was deferred.
            body["flags"] = (body["flags"].as_u64().unwrap_or(0) & !flags::EPHEMERAL).into();
            revise(world, original, &body, &mut payload)?;
            return answer(world, original);
        }
        let away = !world.bot_is_in(interaction.channel);
        if away && interaction.follow_ups.len() >= MOST_FOLLOW_UPS {
            return Err(Refusal::TOO_MANY_FOLLOW_UPS);
        }
        let mut message = compose(world, interaction.channel, &body, &mut payload)?;
        message.replies_to = interaction.original;
        belongs_to(world, &mut message, interaction.id);
        if let Some(interaction) = world.interaction_mut(interaction.id) {
            interaction.follow_ups.push(message.id);
        }
        let id = world.post(message);
        answer(world, id)
    })
}

/// The message that still says "thinking…".
fn deferred(world: &World, id: InteractionId) -> Option<MessageId> {
    let interaction = world.interaction(id)?;
    let original = world.message(interaction.original?)?;
    let is_deferred = matches!(interaction.reply, Some(Reply::Deferred)) && original.is_loading();
    is_deferred.then_some(original.id)
}

fn known_application(world: &World, app: ApplicationId) -> Result<(), Refusal> {
    if app == world.application.id {
        Ok(())
    } else {
        Err(Refusal::UNKNOWN_WEBHOOK)
    }
}

/// The interaction of the token, and its message that is meant.
fn find(
    world: &World,
    (app, token, message): &Target,
) -> Result<(InteractionId, MessageId), Refusal> {
    known_application(world, *app)?;
    let interaction = world.answered(token)?;
    let id = if message == "@original" {
        interaction.original
    } else {
        let id = message.parse().ok().map(MessageId);
        id.filter(|id| interaction.original == Some(*id) || interaction.follow_ups.contains(id))
    };
    id.filter(|id| world.message(*id).is_some())
        .map(|id| (interaction.id, id))
        .ok_or(Refusal::UNKNOWN_MESSAGE)
}

fn answer(world: &World, id: MessageId) -> Answer {
    let message = world.message(id).ok_or(Refusal::UNKNOWN_MESSAGE)?;
    Ok(Json(wire::message(world, message)))
}
