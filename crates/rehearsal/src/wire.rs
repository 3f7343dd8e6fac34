//! The world as Discord writes it in JSON.

mod channels;
mod messages;
mod voice;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::ids::{ChannelId, GuildId, InteractionId, UserId};
use super::world::{Application, Installed, Member, Role, Session, Upload, World};

pub(super) use channels::{channel, channels, partial_channel, thread_kind, threads};
pub(super) use messages::{message, reactions};
pub(super) use voice::{voice_state, with_voice};

/// The largest file that may be uploaded, in bytes.
pub(super) const ATTACHMENT_SIZE_LIMIT: usize = 10 * 1024 * 1024;

/// An instant as Discord writes it.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, false)
}

pub(super) fn user(world: &World, id: UserId) -> Value {
    let Some(user) = world.user(id) else {
        return Value::Null;
    };
    json!({
        "id": user.id, "username": user.username, "global_name": user.global_name,
        "discriminator": if user.bot { "0001" } else { "0" }, "bot": user.bot,
        "avatar": user.avatar, "banner": null, "accent_color": null, "avatar_decoration_data": null,
        "collectibles": null, "primary_guild": null, "public_flags": 0, "flags": 0,
    })
}

/// A file that a person gives to an option. Its address works for a day.
pub(super) fn upload(world: &World, upload: &Upload) -> Value {
    let Upload {
        id, filename, size, ..
    } = upload;
    let (base, application) = (&world.base_url, world.application.id);
    let signature = world.signature(*id);
    let url = format!("{base}/ephemeral-attachments/{application}/{id}/{filename}?{signature}&");
    json!({
        "id": id, "filename": filename, "size": size, "url": url, "proxy_url": url,
        "content_type": "application/octet-stream", "ephemeral": true,
    })
}

/// The bot's account as it sees itself.
pub(super) fn current_user(world: &World) -> Value {
    let mut user = user(world, world.bot());
    user["verified"] = json!(true);
    user["mfa_enabled"] = json!(false);
    user["locale"] = json!("en-US");
    user["email"] = Value::Null;
    user["premium_type"] = json!(0);
    user
}

fn bare_member(member: &Member) -> Value {
    json!({
        "nick": member.nick, "roles": member.roles, "joined_at": member.joined_at.map(instant),
        "avatar": member.avatar, "banner": null, "premium_since": null, "pending": false, "flags": 0,
        "communication_disabled_until": null, "unusual_dm_activity_until": null,
        "avatar_decoration_data": null, "deaf": false, "mute": false,
    })
}

/// A member with the account in it; `None` if they are not one.
pub(super) fn member(world: &World, guild: GuildId, id: UserId) -> Option<Value> {
    let mut member = bare_member(world.member(guild, id)?);
    member["user"] = user(world, id);
    Some(member)
}

/// A member without the account, as it goes with messages.
pub(super) fn partial_member(world: &World, guild: GuildId, id: UserId) -> Value {
    world.member(guild, id).map_or(Value::Null, bare_member)
}

/// A member as interactions tell them: with what they may do in the channel.
pub(super) fn acting_member(
    world: &World,
    guild: GuildId,
    channel: ChannelId,
    id: UserId,
) -> Value {
    let mut member = member(world, guild, id).unwrap_or_default();
    member["permissions"] = json!(world.permissions(channel, id).to_string());
    member
}

/// A member as it goes with a user that was chosen or named in an interaction.
pub(super) fn resolved_member(world: &World, guild: GuildId, id: UserId) -> Option<Value> {
    let mut member = bare_member(world.member(guild, id)?);
    member["permissions"] = json!(world.guild_permissions(guild, id).to_string());
    for only_in_full in ["deaf", "mute"] {
        if let Some(member) = member.as_object_mut() {
            member.remove(only_in_full);
        }
    }
    Some(member)
}

pub(super) fn role(role: &Role, position: usize) -> Value {
    json!({
        "id": role.id, "name": role.name, "permissions": role.permissions.to_string(),
        "position": position, "color": 0, "hoist": false, "managed": false,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "mentionable": false, "icon": null, "unicode_emoji": null, "flags": 0,
    })
}

fn roles(world: &World, guild: GuildId) -> Vec<Value> {
    let roles = world
        .guild(guild)
        .into_iter()
        .flat_map(|g| g.roles.values());
    roles
        .enumerate()
        .map(|(position, r)| role(r, position))
        .collect()
}

/// A guild's own emoji.
pub(super) fn emojis(world: &World, guild: GuildId) -> Value {
    let guild = world.guild(guild).into_iter();
    let emojis = guild.flat_map(|guild| &guild.emojis).map(|emoji| {
        let mut value = emoji.json();
        value["roles"] = json!([]);
        value["require_colons"] = json!(true);
        value["managed"] = json!(false);
        value["available"] = json!(true);
        value
    });
    emojis.collect()
}

/// A guild as `GET /guilds/{id}` answers it.
pub(super) fn guild(world: &World, id: GuildId) -> Value {
    let Some(guild) = world.guild(id) else {
        return Value::Null;
    };
    json!({
        "id": id, "name": guild.name, "owner_id": guild.owner, "roles": roles(world, id),
        "icon": null, "description": null, "home_header": null, "splash": null,
        "discovery_splash": null, "features": [], "banner": null, "application_id": null,
        "region": "deprecated", "afk_channel_id": guild.afk_channel, "afk_timeout": 300,
        "system_channel_id": null, "system_channel_flags": 0, "widget_enabled": false,
        "widget_channel_id": null, "verification_level": 0, "default_message_notifications": 0,
        "mfa_level": 0, "explicit_content_filter": 0, "max_presences": null,
        "max_members": 500_000, "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
        "premium_subscription_count": 0, "preferred_locale": guild.locale, "rules_channel_id": null,
        "safety_alerts_channel_id": null, "public_updates_channel_id": null,
        "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0,
        "emojis": emojis(world, id),
        "stickers": [], "incidents_data": null,
    })
}

/// A guild as the gateway introduces it. Of its members it names the bot alone, as it does
/// where a bot has no members intent.
pub(super) fn guild_create(world: &World, id: GuildId) -> Value {
    let mut value = guild(world, id);
    let Some(guild) = world.guild(id) else {
        return value;
    };
    let bot = guild.members.get(&world.bot());
    value["joined_at"] = json!(bot.and_then(|member| member.joined_at).map(instant));
    value["large"] = json!(false);
    value["unavailable"] = json!(false);
    value["member_count"] = json!(guild.members.len());
    value["members"] = json!(member(world, id, world.bot()).as_slice());
    value["channels"] = channels(world, id);
    value["threads"] = threads(world, id);
    for none in [
        "voice_states",
        "presences",
        "stage_instances",
        "guild_scheduled_events",
        "soundboard_sounds",
    ] {
        value[none] = json!([]);
    }
    value
}

/// Whose installations let somebody use the application: a guild, or "0" in direct messages with the bot;
/// and a person.
pub(super) fn owners(guild: Option<GuildId>, installed: Installed) -> Value {
    let mut owners = json!({});
    if installed.by_guild {
        owners["0"] = guild.map_or_else(|| json!("0"), |guild| json!(guild));
    }
    if let Some(user) = installed.by_user {
        owners["1"] = json!(user);
    }
    owners
}

/// What `POST …/callback?with_response=true` answers.
pub(super) fn callback(world: &World, id: InteractionId, kind: u64) -> Value {
    let Some(interaction) = world.interaction(id) else {
        return Value::Null;
    };
    let original = interaction.original.and_then(|id| world.message(id));
    let occasion = interaction.payload["type"].clone();
    let mut value = json!({
        "interaction": { "id": id, "type": occasion, "channel_id": interaction.channel },
        "resource": { "type": kind },
    });
    if let Some(guild) = interaction.guild {
        value["interaction"]["guild_id"] = json!(guild);
    }
    if let Some(original) = original {
        value["interaction"]["response_message_id"] = json!(original.id);
        value["interaction"]["response_message_loading"] = json!(original.is_loading());
        value["interaction"]["response_message_ephemeral"] = json!(original.is_ephemeral());
        if matches!(kind, 4 | 7) {
            value["resource"]["message"] = message(world, original);
        }
    }
    value
}

/// The first event of a session.
pub(super) fn ready(world: &World, session: &Session) -> Value {
    let guilds: Vec<Value> = world
        .guilds_of_shard(session.shard)
        .iter()
        .map(|id| json!({ "id": id, "unavailable": true }))
        .collect();
    json!({
        "v": 10, "user": current_user(world), "guilds": guilds, "session_id": session.id,
        "session_type": "normal", "resume_gateway_url": format!("{}/{}", world.gateway_url, session.id),
        "shard": [session.shard.0, session.shard.1], "private_channels": [],
        "relationships": [], "application": { "id": world.application.id, "flags": 0 },
    })
}

pub(super) fn gateway_url(world: &World) -> String {
    let address = world.gateway.address.as_ref();
    address.unwrap_or(&world.gateway_url).clone()
}

/// The application as its own bot sees it.
pub(super) fn application(world: &World) -> Value {
    let Application {
        id,
        bot,
        user_install,
        ..
    } = world.application;
    let mut installs = json!({ "0": {} });
    if user_install {
        installs["1"] = json!({});
    }
    let guilds = world.guilds().filter(|guild| guild.has(bot)).count();
    let name = world.user(bot).map(|bot| bot.username.clone());
    let owner = json!({
        "id": id, "username": "developer", "global_name": null, "discriminator": "0",
        "avatar": null, "public_flags": 0, "flags": 0, "primary_guild": null,
    });
    json!({
        "id": id, "name": name, "icon": null, "description": "", "type": null,
        "verify_key": "0".repeat(64), "flags": 0, "flags_new": "0", "redirect_uris": [],
        "interactions_endpoint_url": null, "role_connections_verification_url": null,
        "owner": owner, "team": null, "approximate_guild_count": guilds,
        "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0, "eligible_oauth2_scopes": [], "bot_public": true,
        "bot_require_code_grant": false, "bot": user(world, bot),
        "integration_types_config": installs, "event_webhooks_status": 1,
    })
}
