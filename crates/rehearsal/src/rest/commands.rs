//! Registering commands, everywhere or in one guild.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::body::{In, Payload};
use super::{Answer, Done, Shared};
use crate::ids::{ApplicationId, CommandId, GuildId};
use crate::refusal::{Refusal, list as items};
use crate::rules::commands::{judge_all, judge_one, kind};
use crate::world::{Command, CommandKind, CommandOption, World};

type Scope = Option<GuildId>;

pub(super) async fn list(State(shared): State<Shared>, In(app): In<ApplicationId>) -> Answer {
    list_scope(&shared, app, None)
}

pub(super) async fn list_in_guild(
    State(shared): State<Shared>,
    In((app, guild)): In<(ApplicationId, GuildId)>,
) -> Answer {
    list_scope(&shared, app, Some(guild))
}

pub(super) async fn replace(
    State(shared): State<Shared>,
    In(app): In<ApplicationId>,
    payload: Payload,
) -> Answer {
    replace_scope(&shared, app, None, &payload.json)
}

pub(super) async fn replace_in_guild(
    State(shared): State<Shared>,
    In((app, guild)): In<(ApplicationId, GuildId)>,
    payload: Payload,
) -> Answer {
    replace_scope(&shared, app, Some(guild), &payload.json)
}

pub(super) async fn add(
    State(shared): State<Shared>,
    In(app): In<ApplicationId>,
    payload: Payload,
) -> Result<Response, Refusal> {
    add_to_scope(&shared, app, None, &payload.json)
}

pub(super) async fn add_in_guild(
    State(shared): State<Shared>,
    In((app, guild)): In<(ApplicationId, GuildId)>,
    payload: Payload,
) -> Result<Response, Refusal> {
    add_to_scope(&shared, app, Some(guild), &payload.json)
}

pub(super) async fn remove(
    State(shared): State<Shared>,
    In((app, command)): In<(ApplicationId, CommandId)>,
) -> Done {
    remove_from_scope(&shared, app, None, command)
}

pub(super) async fn remove_in_guild(
    State(shared): State<Shared>,
    In((app, guild, command)): In<(ApplicationId, GuildId, CommandId)>,
) -> Done {
    remove_from_scope(&shared, app, Some(guild), command)
}

fn list_scope(shared: &Shared, app: ApplicationId, scope: Scope) -> Answer {
    shared.look(|world| {
        may(world, app, scope)?;
        let commands: Vec<Value> = world.commands(scope).map(|c| c.json.clone()).collect();
        Ok(Json(json!(commands)))
    })
}

fn replace_scope(shared: &Shared, app: ApplicationId, scope: Scope, body: &Value) -> Answer {
    shared.change(|world| {
        may(world, app, scope)?;
        let wanted = body.as_array().ok_or(Refusal::BAD_JSON)?;
        judge_all(wanted)?;
        let commands = wanted
            .iter()
            .map(|command| register(world, scope, command))
            .collect::<Result<Vec<_>, _>>()?;
        let answer: Vec<Value> = commands.iter().map(|c| c.json.clone()).collect();
        world.set_commands(scope, commands);
        Ok(Json(json!(answer)))
    })
}

fn add_to_scope(
    shared: &Shared,
    app: ApplicationId,
    scope: Scope,
    body: &Value,
) -> Result<Response, Refusal> {
    shared.change(|world| {
        may(world, app, scope)?;
        judge_one(body)?;
        let existed = find(world, scope, body).is_some();
        let command = register(world, scope, body)?;
        let answer = command.json.clone();
        world.put_command(command);
        let status = if existed {
            StatusCode::OK
        } else {
            StatusCode::CREATED
        };
        Ok((status, Json(answer)).into_response())
    })
}

fn remove_from_scope(shared: &Shared, app: ApplicationId, scope: Scope, id: CommandId) -> Done {
    shared.change(|world| {
        may(world, app, scope)?;
        if !world.remove_command(scope, id) {
            return Err(Refusal::UNKNOWN_COMMAND);
        }
        Ok(StatusCode::NO_CONTENT)
    })
}

/// The bot registers commands for itself alone, and in guilds that it is in.
fn may(world: &World, app: ApplicationId, scope: Scope) -> Result<(), Refusal> {
    if app != world.application.id {
        return Err(Refusal::UNKNOWN_APPLICATION);
    }
    match scope {
        Some(guild) if world.bots_guild(guild).is_none() => Err(Refusal::MISSING_ACCESS),
        _ => Ok(()),
    }
}

/// The command of the same kind and name, which keeps its number when it is registered again.
fn find<'a>(world: &'a World, scope: Scope, body: &Value) -> Option<&'a Command> {
    world
        .commands(scope)
        .find(|old| Some(old.kind) == kind(body) && body["name"] == old.name)
}

fn register(world: &mut World, scope: Scope, body: &Value) -> Result<Command, Refusal> {
    let id = find(world, scope, body).map(|old| old.id);
    let id = id.unwrap_or_else(|| world.command_id());
    let kind = kind(body).unwrap_or(CommandKind::Slash);
    let options: Vec<CommandOption> =
        serde_json::from_value(json!(items(body, "options"))).map_err(|_| Refusal::BAD_JSON)?;
    let localizations =
        |key: &str| serde_json::from_value(body[key].clone()).map_err(|_| Refusal::BAD_JSON);
    let integration_types = integration_types(world, scope, body);
    let needed = permission_bits(&body["default_member_permissions"]);
    let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    let mut answer = json!({
        "id": id, "application_id": world.application.id, "version": world.command_id(),
        "type": kind as u8, "name": text("name"), "description": text("description"),
        "default_member_permissions": needed.map(|bits| bits.to_string()),
        "dm_permission": body["dm_permission"].as_bool().unwrap_or(true),
        "contexts": body["contexts"], "integration_types": integration_types, "nsfw": false,
        "name_localizations": body["name_localizations"],
        "description_localizations": body["description_localizations"],
    });
    if !options.is_empty() {
        answer["options"] = body["options"].clone();
    }
    if let Some(guild) = scope {
        answer["guild_id"] = json!(guild);
    }
    Ok(Command {
        id,
        guild: scope,
        kind,
        name: text("name"),
        name_localizations: localizations("name_localizations")?,
        description: text("description"),
        description_localizations: localizations("description_localizations")?,
        options,
        default_member_permissions: needed,
        contexts: contexts(scope, body),
        integration_types,
        json: answer,
    })
}

fn permission_bits(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

/// Where a command may be used: in guilds, in direct messages with the bot, between people.
fn contexts(scope: Scope, body: &Value) -> Vec<u8> {
    match numbers(&body["contexts"]) {
        _ if scope.is_some() => vec![0],
        Some(given) => given,
        None if body["dm_permission"] == false => vec![0],
        None => vec![0, 1, 2],
    }
}

/// Where the application must be installed: what the command says, or else what the application
/// allows.
fn integration_types(world: &World, scope: Scope, body: &Value) -> Vec<u8> {
    match numbers(&body["integration_types"]) {
        _ if scope.is_some() => vec![0],
        Some(given) => given,
        None if world.application.user_install => vec![0, 1],
        None => vec![0],
    }
}

fn numbers(list: &Value) -> Option<Vec<u8>> {
    let numbers = list.as_array()?.iter().filter_map(Value::as_u64);
    Some(numbers.filter_map(|it| it.try_into().ok()).collect())
}
