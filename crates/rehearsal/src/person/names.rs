//! Finds the people and things that a person means by what they type.

use serde_json::{Map, Value, json};

use crate::ids::{ChannelId, GuildId, RoleId, UserId};
use crate::permissions::VIEW_CHANNEL;
use crate::wire;
use crate::world::{User, World};

/// The people and things that an interaction names, as its `resolved` tells them.
#[derive(Default)]
pub(super) struct Resolved(Map<String, Value>);

impl Resolved {
    pub(super) fn user(&mut self, world: &World, guild: Option<GuildId>, id: UserId) {
        self.insert("users", id.0, wire::user(world, id));
        if let Some(member) = guild.and_then(|guild| wire::resolved_member(world, guild, id)) {
            self.insert("members", id.0, member);
        }
    }

    pub(super) fn channel(&mut self, world: &World, id: ChannelId, seen_by: UserId) {
        self.insert("channels", id.0, wire::partial_channel(world, id, seen_by));
    }

    pub(super) fn role(&mut self, world: &World, guild: GuildId, id: RoleId) {
        let role = world.guild(guild).and_then(|guild| guild.roles.get(&id));
        self.insert(
            "roles",
            id.0,
            role.map_or(Value::Null, |role| wire::role(role, 1)),
        );
    }

    pub(super) fn insert(&mut self, kind: &str, id: u64, what: Value) {
        let of_kind = self.0.entry(kind).or_insert_with(|| json!({}));
        of_kind[id.to_string()] = what;
    }

    pub(super) fn into_json(self) -> Option<Value> {
        (!self.0.is_empty()).then_some(Value::Object(self.0))
    }
}

/// The person that `text` means: `@name`, a name or `<@number>`, members of the guild before others.
pub(super) fn user(world: &World, guild: Option<GuildId>, text: &str) -> Option<UserId> {
    if let Some(id) = mention(text, "<@") {
        return world.user(UserId(id)).map(|user| user.id);
    }
    let name = text.strip_prefix('@').unwrap_or(text).to_lowercase();
    let is_called = |given: Option<&str>| given.is_some_and(|given| given.to_lowercase() == name);
    let fits = |user: &User| {
        let nick = guild.and_then(|guild| world.member(guild, user.id)?.nick.as_deref());
        is_called(Some(&user.username)) || is_called(nick) || is_called(user.global_name.as_deref())
    };
    let members = guild
        .and_then(|guild| world.guild(guild))
        .map(|guild| &guild.members);
    members
        .into_iter()
        .flatten()
        .filter_map(|(id, _)| world.user(*id))
        .find(|user| fits(user))
        .or_else(|| world.user_named(&name))
        .map(|user| user.id)
}

/// Which channel of those that `reader` sees `text` means: `#name`, a name or `<#number>`.
pub(super) fn channel(
    world: &World,
    guild: Option<GuildId>,
    reader: UserId,
    text: &str,
) -> Option<ChannelId> {
    let found = match mention(text, "<#") {
        Some(id) => world.channel(ChannelId(id))?.id,
        None => world.channel_named(guild?, text.strip_prefix('#').unwrap_or(text))?,
    };
    world.may(reader, found, VIEW_CHANNEL).then_some(found)
}

/// Which role `text` means: `@name`, a name or `<@&number>`.
pub(super) fn role(world: &World, guild: Option<GuildId>, text: &str) -> Option<RoleId> {
    let guild = world.guild(guild?)?;
    if let Some(id) = mention(text, "<@&") {
        return guild.roles.get(&RoleId(id)).map(|role| role.id);
    }
    let bare = text.strip_prefix('@').unwrap_or(text);
    let mut roles = guild.roles.values();
    roles
        .find(|role| role.name == bare || role.name == text)
        .map(|role| role.id)
}

fn mention(text: &str, opening: &str) -> Option<u64> {
    text.strip_prefix(opening)?.strip_suffix('>')?.parse().ok()
}
