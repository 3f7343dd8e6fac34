//! What a person's client knows of the world around them, as JSON.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::Desk;
use crate::ids::{ChannelId, GuildId, UserId};
use crate::locale::Locale;
use crate::permissions::VIEW_CHANNEL;
use crate::wire;
use crate::world::{Message, Place, World};

/// Who there is to be, in their order.
pub(super) async fn people(State(desk): State<Desk>) -> Json<Value> {
    Json(desk.shared.look(|world| everybody(world, &desk)))
}

/// Everything around `user`: who they are, their servers and direct messages, and what in them
/// they have not read.
pub(super) fn ready(world: &World, desk: &Desk, user: UserId) -> Value {
    let guilds = world.guilds().filter(|guild| guild.has(user));
    let guilds: Vec<Value> = guilds.map(|it| guild(world, it.id, user)).collect();
    let direct = world.find_dm_channel(user).into_iter();
    let private = direct.chain(world.private_channels(user));
    let private: Vec<Value> = private.map(|it| channel(world, it, user)).collect();
    json!({
        "user": wire::user(world, user), "zone": desk.zone(user).name(),
        "locale": world.locale(user), "locales": Locale::all().collect::<Vec<_>>(),
        "installable": world.application.user_install, "installed": world.is_installed_for(user),
        "bot": wire::user(world, world.bot()), "application_id": world.application.id,
        "guilds": guilds, "private_channels": private,
        "people": everybody(world, desk), "hints": *desk.hints,
    })
}

/// The channels that `user` sees.
pub(super) fn channels(world: &World, user: UserId) -> Vec<ChannelId> {
    let in_guilds = world.guilds().flat_map(|guild| world.channels_of(guild.id));
    let in_guilds = in_guilds.map(|channel| channel.id);
    in_guilds
        .chain(world.find_dm_channel(user))
        .chain(world.private_channels(user))
        .filter(|channel| world.may(user, *channel, VIEW_CHANNEL))
        .collect()
}

fn everybody(world: &World, desk: &Desk) -> Value {
    desk.zones
        .keys()
        .map(|user| wire::user(world, *user))
        .collect()
}

fn guild(world: &World, id: GuildId, user: UserId) -> Value {
    let guild = world.guild(id);
    let visible = channels(world, user).into_iter();
    let channels = visible
        .filter(|it| world.channel(*it).and_then(crate::Channel::guild) == Some(id))
        .map(|it| channel(world, it, user));
    let members = guild.into_iter().flat_map(|guild| guild.members.keys());
    let members = members.filter_map(|member| wire::member(world, id, *member));
    json!({
        "id": id, "name": guild.map(|guild| &guild.name),
        "channels": channels.collect::<Value>(), "members": members.collect::<Value>(),
        "roles": wire::guild(world, id)["roles"],
    })
}

/// A channel, with how much in it `user` has not read, and how much of that is meant for them.
fn channel(world: &World, id: ChannelId, user: UserId) -> Value {
    let mut channel = wire::partial_channel(world, id, user);
    let read = world.read_up_to(user, id);
    let unread = world.messages_in(id).filter(|message| {
        message.id > read && message.author != user && message.only_for.is_none()
    });
    let (mut count, mut mentions) = (0, 0);
    for message in unread {
        count += 1;
        mentions += u32::from(is_meant_for(message, user) || channel["guild_id"].is_null());
    }
    if let Some(recipients) = others(world, id, user) {
        channel["recipients"] = recipients;
    }
    if let Some(guild) = world.channel(id).and_then(crate::Channel::guild) {
        let inside = world.in_voice(guild).filter(|it| {
            let state = world.voice(guild, *it);
            state.is_some_and(|it| it.channel == id)
        });
        channel["voice"] = inside.map(|it| json!(it)).collect();
    }
    channel["unread"] = json!(count);
    channel["mentions"] = json!(mentions);
    channel
}

/// Who is at the other end of direct messages; to a person, this may be the bot.
fn others(world: &World, channel: ChannelId, user: UserId) -> Option<Value> {
    match &world.channel(channel)?.place {
        Place::Dm { .. } => Some(json!([wire::user(world, world.bot())])),
        Place::Private { people } => {
            let others = people.iter().filter(|it| **it != user);
            Some(others.map(|it| wire::user(world, *it)).collect())
        }
        _ => None,
    }
}

fn is_meant_for(message: &Message, user: UserId) -> bool {
    message.pings.everyone || message.pings.users.contains(&user)
}
