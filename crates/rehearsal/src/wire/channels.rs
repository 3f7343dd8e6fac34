//! Channels and threads in JSON.

use serde_json::{Value, json};

use super::{instant, user};
use crate::ids::{ChannelId, GuildId, UserId};
use crate::world::{Channel, ChannelKind, Overwrite, Place, Thread, World};

/// All channels of a guild, those that the bot does not see too; threads are not among them.
pub(crate) fn channels(world: &World, guild: GuildId) -> Value {
    world
        .channels_of(guild)
        .filter(|found| found.thread().is_none())
        .filter_map(|found| channel(world, found.id))
        .collect()
}

/// The active threads of a guild that the bot sees.
pub(crate) fn threads(world: &World, guild: GuildId) -> Value {
    let seen = world.active_threads(guild, world.bot());
    seen.filter_map(|found| channel(world, found)).collect()
}

/// A channel of a guild, a thread, or a direct-message channel with the people in it.
pub(crate) fn channel(world: &World, id: ChannelId) -> Option<Value> {
    let found = world.channel(id)?;
    let mut value = match &found.place {
        Place::Dm { with } => json!({ "type": 1, "recipients": [user(world, *with)] }),
        Place::Private { people } => between(world, people),
        Place::Thread(it) => thread(world, found, it),
        Place::Guild {
            guild,
            kind,
            name,
            overwrites,
        } => in_guild(world, *guild, *kind, name, overwrites),
    };
    value["id"] = json!(id);
    value["last_message_id"] = json!(found.last_message);
    value["flags"] = json!(0);
    Some(value)
}

/// Between people: a group of more than two has an owner, and could have a name.
fn between(world: &World, people: &[UserId]) -> Value {
    let recipients: Vec<_> = people.iter().map(|it| user(world, *it)).collect();
    if people.len() <= 2 {
        return json!({ "type": 1, "recipients": recipients });
    }
    json!({
        "type": 3, "recipients": recipients, "name": null, "icon": null, "owner_id": people[0],
    })
}

fn in_guild(
    world: &World,
    guild: GuildId,
    kind: ChannelKind,
    name: &str,
    overwrites: &[Overwrite],
) -> Value {
    let is_role = |target: u64| {
        world
            .guild(guild)
            .is_some_and(|guild| guild.roles.keys().any(|role| role.0 == target))
    };
    let overwrites = overwrites.iter().map(|it| {
        json!({
            "id": it.target.to_string(), "type": u8::from(!is_role(it.target)),
            "allow": it.allow.to_string(), "deny": it.deny.to_string(),
        })
    });
    let mut value = json!({
        "type": kind as u8, "guild_id": guild, "name": name, "position": 0, "parent_id": null,
        "rate_limit_per_user": 0, "topic": null, "nsfw": false,
        "permission_overwrites": overwrites.collect::<Value>(),
    });
    let more = match kind {
        ChannelKind::Text | ChannelKind::Announcement => json!({}),
        ChannelKind::Voice | ChannelKind::Stage => {
            json!({ "bitrate": 64_000, "user_limit": 0, "rtc_region": null })
        }
        ChannelKind::Forum => json!({
            "available_tags": [], "default_reaction_emoji": null, "default_sort_order": null,
            "default_forum_layout": 0,
        }),
    };
    for (key, more) in more.as_object().into_iter().flatten() {
        value[key] = more.clone();
    }
    value
}

fn thread(world: &World, channel: &Channel, thread: &Thread) -> Value {
    let messages = world.messages_in(channel.id).count();
    let mut metadata = json!({
        "archived": thread.archived, "archive_timestamp": instant(thread.archive_changed),
        "auto_archive_duration": 4320, "locked": thread.locked,
    });
    if thread.private {
        metadata["invitable"] = json!(true);
    }
    json!({
        "type": thread_kind(world, thread), "guild_id": thread.guild, "parent_id": thread.parent,
        "name": thread.name, "owner_id": thread.owner, "thread_metadata": metadata,
        "message_count": messages, "total_message_sent": messages,
        "member_count": thread.members.len().min(50), "rate_limit_per_user": 0,
    })
}

/// Discord's number for this kind of thread.
pub(crate) fn thread_kind(world: &World, thread: &Thread) -> u8 {
    let parent = world.channel(thread.parent).map(|parent| &parent.place);
    match parent {
        _ if thread.private => 12,
        Some(Place::Guild {
            kind: ChannelKind::Announcement,
            ..
        }) => 10,
        _ => 11,
    }
}

/// A channel as interactions tell it: with what the person may do there.
pub(crate) fn partial_channel(world: &World, id: ChannelId, user: UserId) -> Value {
    let mut channel = channel(world, id).unwrap_or_default();
    channel["permissions"] = json!(world.permissions(id, user).to_string());
    if let Some(channel) = channel.as_object_mut() {
        channel.remove("permission_overwrites");
    }
    channel
}
