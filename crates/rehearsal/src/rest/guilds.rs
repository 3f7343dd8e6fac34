//! Guilds that the bot is in.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Asked, In};
use super::{Answer, Done, Shared};
use crate::ids::{GuildId, UserId};
use crate::refusal::Refusal;
use crate::wire;
use crate::world::{World, intents};

pub(super) async fn one(State(shared): State<Shared>, In(id): In<GuildId>) -> Answer {
    shared.look(|world| {
        known(world, id)?;
        Ok(Json(wire::guild(world, id)))
    })
}

pub(super) async fn channels(State(shared): State<Shared>, In(id): In<GuildId>) -> Answer {
    shared.look(|world| {
        known(world, id)?;
        Ok(Json(wire::channels(world, id)))
    })
}

pub(super) async fn roles(State(shared): State<Shared>, In(id): In<GuildId>) -> Answer {
    shared.look(|world| {
        known(world, id)?;
        Ok(Json(wire::guild(world, id)["roles"].take()))
    })
}

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
    after: Option<UserId>,
}

/// Listing all members takes the members intent.
pub(super) async fn members(
    State(shared): State<Shared>,
    In(id): In<GuildId>,
    Asked(page): Asked<Page>,
) -> Answer {
    shared.look(|world| {
        known(world, id)?;
        if world.application.privileged_intents & intents::GUILD_MEMBERS == 0 {
            return Err(Refusal::MISSING_ACCESS);
        }
        let guild = world.guild(id).ok_or(Refusal::UNKNOWN_GUILD)?;
        let members: Vec<Value> = guild
            .members
            .keys()
            .filter(|user| page.after.is_none_or(|after| **user > after))
            .take(page.limit.unwrap_or(1).min(1000))
            .filter_map(|user| wire::member(world, id, *user))
            .collect();
        Ok(Json(json!(members)))
    })
}

pub(super) async fn member(
    State(shared): State<Shared>,
    In((guild, user)): In<(GuildId, UserId)>,
) -> Answer {
    shared.look(|world| {
        known(world, guild)?;
        world.user(user).ok_or(Refusal::UNKNOWN_USER)?;
        let member = wire::member(world, guild, user);
        member.map(Json).ok_or(Refusal::UNKNOWN_MEMBER)
    })
}

pub(super) async fn leave(State(shared): State<Shared>, In(id): In<GuildId>) -> Done {
    shared.change(|world| {
        known(world, id)?;
        world.leave(id, world.bot());
        Ok(StatusCode::NO_CONTENT)
    })
}

/// Of a guild that the bot is not in it learns nothing.
pub(super) fn known(world: &World, id: GuildId) -> Result<(), Refusal> {
    match world.bots_guild(id) {
        Some(_) => Ok(()),
        None => Err(Refusal::UNKNOWN_GUILD),
    }
}
