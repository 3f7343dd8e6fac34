//! The bot itself: its account, its application, its way to the gateway and to people.

use axum::Json;
use axum::extract::State;
use serde_json::json;

use super::body::{In, Payload, snowflake};
use super::{Answer, Shared};
use crate::ids::UserId;
use crate::refusal::Refusal;
use crate::wire;

pub(super) async fn gateway(State(shared): State<Shared>) -> Answer {
    Ok(Json(json!({ "url": shared.look(wire::gateway_url) })))
}

pub(super) async fn gateway_bot(State(shared): State<Shared>) -> Answer {
    let starts =
        json!({ "total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1 });
    let (url, shards) = shared.look(|world| (wire::gateway_url(world), world.gateway.shards));
    Ok(Json(
        json!({ "url": url, "shards": shards, "session_start_limit": starts }),
    ))
}

pub(super) async fn user(State(shared): State<Shared>) -> Answer {
    Ok(Json(shared.look(wire::current_user)))
}

pub(super) async fn other_user(State(shared): State<Shared>, In(id): In<UserId>) -> Answer {
    shared.look(|world| {
        world.user(id).ok_or(Refusal::UNKNOWN_USER)?;
        Ok(Json(wire::user(world, id)))
    })
}

pub(super) async fn application(State(shared): State<Shared>) -> Answer {
    Ok(Json(shared.look(wire::application)))
}

pub(super) async fn open_dm(State(shared): State<Shared>, payload: Payload) -> Answer {
    let with: UserId = snowflake(&payload.json, "recipient_id")?;
    shared.change(|world| {
        let user = world.user(with).ok_or(Refusal::UNKNOWN_USER)?;
        // As at Discord, that somebody takes no messages shows only when one is sent.
        if user.bot {
            return Err(Refusal::CANNOT_DM);
        }
        if world.find_dm_channel(with).is_none() {
            world.count_dm_opening()?;
        }
        let channel = world.dm_channel(with);
        wire::channel(world, channel)
            .map(Json)
            .ok_or(Refusal::UNKNOWN_CHANNEL)
    })
}
