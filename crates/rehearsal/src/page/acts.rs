//! What a person does besides using the bot, and what they could use.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use crate::clock::Clock as _;
use crate::ids::{ChannelId, MessageId, UserId};
use crate::locale::Locale;
use crate::{Channel, Localizations, Unable, moves};

/// What a route answers that has nothing to say.
type Done = Result<StatusCode, Unable>;

#[derive(Deserialize)]
pub(super) struct Said {
    content: String,
}

pub(super) async fn say(
    State(desk): State<Desk>,
    Path((user, channel)): Path<(UserId, ChannelId)>,
    Json(said): Json<Said>,
) -> Done {
    let person = desk.person(user)?.in_channel(channel);
    person.say(&said.content)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn join_voice(
    State(desk): State<Desk>,
    Path((user, channel)): Path<(UserId, ChannelId)>,
) -> Done {
    let name = desk.shared.look(|world| {
        let name = world.channel(channel).and_then(Channel::name);
        name.map(str::to_owned)
    });
    let person = desk.person(user)?.in_channel(channel);
    person.join_voice(&name.ok_or(Unable::Gone)?)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn leave_voice(
    State(desk): State<Desk>,
    Path((user, channel)): Path<(UserId, ChannelId)>,
) -> Done {
    desk.person(user)?.in_channel(channel).leave_voice();
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Recipients {
    recipients: Vec<UserId>,
}

/// The messages between the person and others; made at their first use.
pub(super) async fn open_messages(
    State(desk): State<Desk>,
    Path(user): Path<UserId>,
    Json(with): Json<Recipients>,
) -> Result<Json<Value>, Unable> {
    let user = desk.person(user)?.id();
    let others = with.recipients;
    if others.is_empty() || others.contains(&user) {
        return Err(Unable::MayNot);
    }
    for other in &others {
        desk.person(*other)?;
    }
    let channel = desk.shared.change(|world| match others.as_slice() {
        [other] => world.dm_between(user, *other),
        _ => world.group_dm(&[&[user], others.as_slice()].concat()),
    });
    Ok(Json(json!({ "id": channel })))
}

/// The person installs the application for themselves.
pub(super) async fn install(State(desk): State<Desk>, Path(user): Path<UserId>) -> Done {
    desk.person(user)?.install()?;
    Ok(StatusCode::NO_CONTENT)
}

/// The person removes the application from their account.
pub(super) async fn uninstall(State(desk): State<Desk>, Path(user): Path<UserId>) -> Done {
    desk.person(user)?.uninstall();
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn delete(
    State(desk): State<Desk>,
    Path((user, _, message)): Path<(UserId, ChannelId, MessageId)>,
) -> Done {
    desk.person(user)?.delete_message(message)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn react(
    State(desk): State<Desk>,
    Path((user, _, message, emoji)): Path<(UserId, ChannelId, MessageId, String)>,
) -> Done {
    desk.person(user)?.react(message, &emoji)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn unreact(
    State(desk): State<Desk>,
    Path((user, _, message, emoji)): Path<(UserId, ChannelId, MessageId, String)>,
) -> Done {
    desk.person(user)?.unreact(message, &emoji)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The person has looked at the channel up to this message.
pub(super) async fn mark_read(
    State(desk): State<Desk>,
    Path((user, channel, message)): Path<(UserId, ChannelId, MessageId)>,
) -> Done {
    let user = desk.person(user)?.id();
    desk.shared
        .change(|world| world.mark_read(user, channel, message));
    Ok(StatusCode::NO_CONTENT)
}

/// The commands that the person is offered in the channel, with names and descriptions in their
/// language; `sent` is the name that the bot knows.
pub(super) async fn commands(
    State(desk): State<Desk>,
    Path((user, channel)): Path<(UserId, ChannelId)>,
) -> Result<Json<Value>, Unable> {
    let user = desk.person(user)?.id();
    let commands = desk.shared.look(|world| {
        let locale = world.locale(user);
        let offered = world.commands_offered(user, channel).into_iter();
        let shown = offered.map(|command| in_language(command.json.clone(), locale));
        shown.collect()
    });
    Ok(Json(commands))
}

/// A command, an option or a choice as a client in `locale` shows it.
fn in_language(mut named: Value, locale: Locale) -> Value {
    named["sent"] = named["name"].clone();
    for key in ["name", "description"] {
        let others = named[format!("{key}_localizations")].take();
        let others: Localizations = serde_json::from_value(others).unwrap_or_default();
        if let Some(default) = named.get(key).and_then(Value::as_str) {
            named[key] = json!(others.or(default, locale));
        }
    }
    for inside in ["options", "choices"] {
        // Not by index, which would make null of what is not there.
        let items = named.get_mut(inside).and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            *item = in_language(item.take(), locale);
        }
    }
    named
}

#[derive(Deserialize)]
pub(super) struct Language {
    locale: Locale,
}

/// The person sets their client to a language.
pub(super) async fn set_language(
    State(desk): State<Desk>,
    Path(user): Path<UserId>,
    Json(wanted): Json<Language>,
) -> Done {
    let user = desk.person(user)?.id();
    desk.shared
        .change(|world| world.set_locale(user, wanted.locale));
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Move {
    to: String,
}

/// Moves everybody's clock, to what the words mean in the person's zone; returns when what fell
/// due until then is done.
pub(super) async fn move_clock(
    State(desk): State<Desk>,
    Path(user): Path<UserId>,
    Json(wanted): Json<Move>,
) -> Response {
    match moves::destination(&wanted.to, desk.clock.now(), desk.zone(user)) {
        Ok(to) => {
            desk.clock.advance_to(to).await;
            StatusCode::NO_CONTENT.into_response()
        }
        Err(message) => {
            let said = Json(json!({ "message": message }));
            (StatusCode::UNPROCESSABLE_ENTITY, said).into_response()
        }
    }
}
