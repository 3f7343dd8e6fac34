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
    Ok(Json(shared.look(|world| {
        let starts = json!({
            "total": world.sharding.starts_a_day, "remaining": world.starts_left(),
            "reset_after": 86_400_000, "max_concurrency": world.sharding.max_concurrency,
        });
        json!({
            "url": wire::gateway_url(world), "shards": world.recommended_shards(),
            "session_start_limit": starts,
        })
    })))
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
