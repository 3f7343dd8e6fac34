//! Channels, and the files in them.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::body::In;
use super::{Answer, Shared};
use crate::ids::{AttachmentId, ChannelId};
use crate::permissions::VIEW_CHANNEL;
use crate::refusal::Refusal;
use crate::wire;
use crate::world::{Channel, Place, World};

pub(super) async fn one(State(shared): State<Shared>, In(id): In<ChannelId>) -> Answer {
    shared.look(|world| {
        visible(world, id)?;
        wire::channel(world, id)
            .map(Json)
            .ok_or(Refusal::UNKNOWN_CHANNEL)
    })
}

/// A channel that the bot may see.
///
/// # Errors
/// There is none, or it may not see it.
pub(super) fn visible(world: &World, id: ChannelId) -> Result<&Channel, Refusal> {
    let channel = world.channel(id).ok_or(Refusal::UNKNOWN_CHANNEL)?;
    if world.bot_may(id, VIEW_CHANNEL) {
        Ok(channel)
    } else {
        Err(Refusal::MISSING_ACCESS)
    }
}

/// A channel that the bot may see, write in and do `needed` (permission bits) in.
///
/// # Errors
/// There is none, it may not, a thread is locked, or the person takes no direct messages.
pub(super) fn writable(world: &World, id: ChannelId, needed: u64) -> Result<(), Refusal> {
    let channel = visible(world, id)?;
    match channel.place {
        Place::Dm { with } if !world.reachable(with) => Err(Refusal::CANNOT_DM),
        Place::Dm { .. } | Place::Private { .. } => Ok(()),
        _ if !channel.takes_messages() => Err(Refusal::NOT_A_TEXT_CHANNEL),
        _ if !world.bot_may(id, needed | world.writing(id)) => Err(Refusal::MISSING_PERMISSIONS),
        _ => world.takes_writing(id, world.bot()),
    }
}

/// A file that hangs on a message; everyone who knows the address gets it, as from Discord's CDN.
pub(crate) async fn file(
    State(shared): State<Shared>,
    Path((_, id, name)): Path<(String, AttachmentId, String)>,
) -> Result<Response, Refusal> {
    let bytes = shared.look(|world| world.file(id).map(<[u8]>::to_vec));
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let bytes = bytes.ok_or(Refusal::NO_SUCH_ROUTE)?;
    Ok(([(CONTENT_TYPE, kind)], bytes).into_response())
}

/// A file that a person gave to an option: only under the whole address that the interaction names,
/// and only while that is valid.
pub(super) async fn upload(
    State(shared): State<Shared>,
    Path((_, id, _)): Path<(String, AttachmentId, String)>,
    Query(signature): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let given = |name: &str| signature.get(name).map(String::as_str).unwrap_or_default();
    let bytes = shared.look(|world| {
        let is_signed = world.is_signed(id, given("ex"), given("hm"));
        world.file(id).filter(|_| is_signed).map(<[u8]>::to_vec)
    });
    Ok(bytes.ok_or(Refusal::NO_SUCH_ROUTE)?.into_response())
}
