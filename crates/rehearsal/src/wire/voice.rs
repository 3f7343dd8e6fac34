//! Voice states in JSON.

use serde_json::{Value, json};

use super::member;
use crate::ids::{GuildId, UserId};
use crate::world::{ChannelKind, Place, World};

/// Where somebody is in the voice channels of a guild; with no channel if in none.
pub(crate) fn voice_state(world: &World, guild: GuildId, user: UserId) -> Value {
    let state = world.voice(guild, user);
    let channel = state.map(|it| it.channel);
    let place = channel.and_then(|id| world.channel(id)).map(|it| &it.place);
    let in_audience = matches!(
        place,
        Some(Place::Guild {
            kind: ChannelKind::Stage,
            ..
        })
    );
    json!({
        "channel_id": channel, "user_id": user,
        "session_id": state.map(|it| it.session.as_str()).unwrap_or_default(),
        "deaf": false, "mute": false, "self_deaf": state.is_some_and(|it| it.self_deaf),
        "self_mute": false, "self_video": false, "suppress": in_audience,
        "request_to_speak_timestamp": null,
    })
}

/// `created`, a guild as the gateway introduces it, with the people in its voice channels. The
/// states name neither guild nor member; the members stand among those of the guild.
pub(crate) fn with_voice(mut created: Value, world: &World, guild: GuildId) -> Value {
    let states = world
        .in_voice(guild)
        .map(|user| voice_state(world, guild, user));
    created["voice_states"] = states.collect();
    if let Some(members) = created["members"].as_array_mut() {
        let inside = world.in_voice(guild).filter(|it| *it != world.bot());
        members.extend(inside.filter_map(|user| member(world, guild, user)));
    }
    created
}
