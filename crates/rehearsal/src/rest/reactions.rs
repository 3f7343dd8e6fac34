//! Reactions to messages, as the bot reads them, and the emoji of guilds.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::Value;

use super::body::{Asked, In};
use super::channels::visible;
use super::guilds::known;
use super::messages::{limited, public};
use super::{Answer, Shared};
use crate::emoji::{Emoji, id_in};
use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::permissions::READ_MESSAGE_HISTORY;
use crate::refusal::Refusal;
use crate::wire;
use crate::world::World;

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
    after: Option<UserId>,
}

/// Who reacted with an emoji, in the order of their numbers.
pub(super) async fn list(
    State(shared): State<Shared>,
    In((channel, id, emoji)): In<(ChannelId, MessageId, String)>,
    Asked(page): Asked<Page>,
) -> Answer {
    let limit = page.limit.unwrap_or(25);
    limited(limit)?;
    shared.look(|world| {
        visible(world, channel)?;
        if !world.bot_may(channel, READ_MESSAGE_HISTORY) {
            return Err(Refusal::MISSING_ACCESS);
        }
        let message = public(world, channel, id)?;
        let with_it = message
            .reactions
            .iter()
            .find(|it| it.emoji.is_meant_by(&emoji));
        if with_it.is_none() && !exists(world, &emoji) {
            return Err(Refusal::UNKNOWN_EMOJI);
        }
        let mut users: Vec<UserId> = with_it.map(|it| it.users.clone()).unwrap_or_default();
        users.sort_unstable();
        let page = users
            .into_iter()
            .filter(|user| page.after.is_none_or(|after| *user > after));
        Ok(Json(
            page.take(limit)
                .map(|user| wire::user(world, user))
                .collect(),
        ))
    })
}

/// Whether a route names one of Unicode's emoji, or one of a guild's.
fn exists(world: &World, in_route: &str) -> bool {
    let Some(id) = id_in(in_route) else {
        return Emoji::unicode(in_route).is_some();
    };
    let is_it = |emoji: &Emoji| matches!(emoji, Emoji::Custom { id: its, .. } if *its == id);
    world.guilds().any(|guild| guild.emojis.iter().any(is_it))
}

pub(super) async fn of_guild(State(shared): State<Shared>, In(id): In<GuildId>) -> Answer {
    shared.look(|world| -> Result<Json<Value>, Refusal> {
        known(world, id)?;
        Ok(Json(wire::emojis(world, id)))
    })
}
