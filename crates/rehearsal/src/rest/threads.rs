//! Threads that the bot begins, fills and puts aside.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::body::{In, Payload};
use super::channels::visible;
use super::{Answer, Done, Shared};
use crate::ids::{ChannelId, GuildId, UserId};
use crate::permissions::{
    CREATE_PRIVATE_THREADS, CREATE_PUBLIC_THREADS, MANAGE_THREADS, SEND_MESSAGES_IN_THREADS,
};
use crate::refusal::{Form, Refusal};
use crate::wire;
use crate::world::{ChannelKind, Place, Thread, World};

/// Discord's number of private threads, the highest of its kinds of threads.
const PRIVATE: u64 = 12;

/// The minutes of silence after which Discord archives a thread.
const AUTO_ARCHIVE: [u64; 4] = [60, 1440, 4320, 10080];

/// The longest name of a thread.
const NAME: usize = 100;

pub(super) async fn begin(
    State(shared): State<Shared>,
    In(channel): In<ChannelId>,
    payload: Payload,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let body = payload.json;
    shared.change(|world| {
        let Place::Guild { kind, .. } = visible(world, channel)?.place else {
            return Err(Refusal::WRONG_CHANNEL_TYPE);
        };
        judge_new(&body)?;
        let private = match body["type"].as_u64() {
            None | Some(PRIVATE) => true,
            Some(_) => false,
        };
        let needed = match (kind, private) {
            (ChannelKind::Text, true) => CREATE_PRIVATE_THREADS,
            (ChannelKind::Text, false) => CREATE_PUBLIC_THREADS,
            _ => return Err(Refusal::WRONG_CHANNEL_TYPE),
        };
        if !world.bot_may(channel, needed) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        let (name, bot) = (body["name"].as_str().unwrap_or_default(), world.bot());
        let id = if private {
            world.add_private_thread(channel, name, bot)
        } else {
            world.add_thread(channel, name, bot)
        };
        let begun = wire::channel(world, id).ok_or(Refusal::UNKNOWN_CHANNEL)?;
        Ok((StatusCode::CREATED, Json(begun)))
    })
}

fn judge_new(body: &Value) -> Result<(), Refusal> {
    let mut form = Form::default();
    form.required_text(body, "name", 1..=NAME);
    judge_common(&mut form, body);
    if !body["type"].is_null() && !matches!(body["type"].as_u64(), Some(10..=PRIVATE)) {
        form.refuse_at(
            "type",
            "BASE_TYPE_CHOICES",
            "Value must be one of (10, 11, 12).",
        );
    }
    form.verdict()
}

fn judge_common(form: &mut Form, body: &Value) {
    form.boolean(body, "invitable");
    let minutes = &body["auto_archive_duration"];
    if !minutes.is_null()
        && !minutes
            .as_u64()
            .is_some_and(|it| AUTO_ARCHIVE.contains(&it))
    {
        let message = "Value must be one of (60, 1440, 4320, 10080).";
        form.refuse_at("auto_archive_duration", "BASE_TYPE_CHOICES", message);
    }
}

/// Changes the bot's own thread, or any if it manages threads. Channels can't be changed here.
pub(super) async fn edit(
    State(shared): State<Shared>,
    In(id): In<ChannelId>,
    payload: Payload,
) -> Answer {
    let body = payload.json;
    shared.change(|world| {
        let thread = seen_thread(world, id)?;
        judge_change(&body)?;
        let (owns, locked, archived) =
            (thread.owner == world.bot(), thread.locked, thread.archived);
        let manages = world.bot_may(id, MANAGE_THREADS);
        let brings_back = body["archived"] == false;
        let is_moderation = !body["locked"].is_null() || !body["rate_limit_per_user"].is_null();
        if !(manages || owns && !is_moderation && !(locked && brings_back)) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        if archived && !brings_back {
            return Err(Refusal::THREAD_ARCHIVED);
        }
        world.change_thread(
            id,
            body["name"].as_str(),
            body["archived"].as_bool(),
            body["locked"].as_bool(),
        );
        let changed = wire::channel(world, id);
        changed.map(Json).ok_or(Refusal::UNKNOWN_CHANNEL)
    })
}

fn judge_change(body: &Value) -> Result<(), Refusal> {
    let mut form = Form::default();
    form.text(body, "name", 1..=NAME);
    form.boolean(body, "archived");
    form.boolean(body, "locked");
    judge_common(&mut form, body);
    form.verdict()
}

/// Adds somebody, who may be in it already, to a thread that takes messages of the bot's.
pub(super) async fn add(
    State(shared): State<Shared>,
    In((id, user)): In<(ChannelId, UserId)>,
) -> Done {
    shared.change(|world| {
        let thread = seen_thread(world, id)?;
        let guild = thread.guild;
        world.takes_changes(id)?;
        if !world.bot_may(id, SEND_MESSAGES_IN_THREADS) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        world.user(user).ok_or(Refusal::UNKNOWN_USER)?;
        world.member(guild, user).ok_or(Refusal::UNKNOWN_MEMBER)?;
        world.add_to_thread(id, user);
        Ok(StatusCode::NO_CONTENT)
    })
}

/// Takes somebody out of the bot's own private thread, or of any if it manages threads.
pub(super) async fn remove(
    State(shared): State<Shared>,
    In((id, user)): In<(ChannelId, UserId)>,
) -> Done {
    shared.change(|world| {
        let thread = seen_thread(world, id)?;
        let owns = thread.private && thread.owner == world.bot();
        world.takes_changes(id)?;
        if !owns && !world.bot_may(id, MANAGE_THREADS) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        world.user(user).ok_or(Refusal::UNKNOWN_USER)?;
        world.remove_from_thread(id, user);
        Ok(StatusCode::NO_CONTENT)
    })
}

/// The threads of a guild that are not archived and that the bot sees.
pub(super) async fn active(State(shared): State<Shared>, In(guild): In<GuildId>) -> Answer {
    shared.look(|world| {
        world.bots_guild(guild).ok_or(Refusal::UNKNOWN_GUILD)?;
        let threads = wire::threads(world, guild);
        Ok(Json(
            json!({ "threads": threads, "members": [], "has_more": false }),
        ))
    })
}

fn seen_thread(world: &World, id: ChannelId) -> Result<&Thread, Refusal> {
    visible(world, id)?
        .thread()
        .ok_or(Refusal::WRONG_CHANNEL_TYPE)
}
