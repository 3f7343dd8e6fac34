//! Voice channels: who is where, and what a bot hears of it.

use rehearsal::permissions::{CONNECT, VIEW_CHANNEL};
use rehearsal::{ChannelId, ChannelKind, GuildId, Overwrite, Unable, World};
use serde_json::{Value, json};

use crate::client::{GUILD_VOICE_STATES, GUILDS, Wire};
use crate::house::House;

fn with_lounge(world: &mut World, guild: GuildId) {
    world.add_channel_for(guild, "lounge", ChannelKind::Voice);
    world.add_channel_for(guild, "stage", ChannelKind::Stage);
}

fn lounge(house: &House) -> ChannelId {
    let found = |world: &World| world.channel_named(house.guild, "lounge");
    house.discord.look(found).unwrap()
}

#[tokio::test]
async fn a_bot_hears_who_joins_deafens_themselves_and_leaves() {
    let house = House::open_with(with_lounge).await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILDS | GUILD_VOICE_STATES).await;
    wire.event("GUILD_CREATE").await;
    let bob = house.person("bob");
    bob.join_voice("lounge").unwrap();
    let joined = wire.event("VOICE_STATE_UPDATE").await;
    let state = &joined["d"];
    assert_eq!(state["channel_id"], json!(lounge(&house)));
    assert_eq!(state["guild_id"], json!(house.guild));
    assert_eq!(state["member"]["user"]["id"], json!(house.bob));
    bob.set_deaf(true).unwrap();
    let deafened = wire.event("VOICE_STATE_UPDATE").await;
    assert_eq!(deafened["d"]["self_deaf"], true);
    bob.leave_voice();
    let left = wire.event("VOICE_STATE_UPDATE").await;
    assert_eq!(left["d"]["channel_id"], Value::Null);
    assert_eq!(bob.set_deaf(false), Err(Unable::MayNot));
}

#[tokio::test]
async fn a_new_session_is_shown_who_is_in_voice_already() {
    let house = House::open_with(with_lounge).await;
    house.person("bob").join_voice("lounge").unwrap();
    let (mut wire, _) = Wire::identified(&house.discord, GUILDS | GUILD_VOICE_STATES).await;
    let created = wire.event("GUILD_CREATE").await;
    let states = created["d"]["voice_states"].as_array().unwrap();
    assert_eq!(states[0]["user_id"], json!(house.bob));
    assert_eq!(states.len(), 1);
    let members = created["d"]["members"].as_array().unwrap();
    assert_eq!(members.len(), 2, "the bot, and those in voice");
}

#[tokio::test]
async fn a_bot_without_the_intent_hears_nothing_of_voice() {
    let house = House::open_with(with_lounge).await;
    house.person("bob").join_voice("lounge").unwrap();
    let (mut wire, _) = Wire::identified(&house.discord, GUILDS).await;
    let created = wire.event("GUILD_CREATE").await;
    assert_eq!(created["d"]["voice_states"], json!([]));
    house.person("alice").join_voice("lounge").unwrap();
    wire.is_quiet().await;
}

#[tokio::test]
async fn a_person_joins_only_what_is_for_voice_and_open_to_them() {
    let house = House::open_with(with_lounge).await;
    let bob = house.person("bob");
    assert_eq!(bob.join_voice("general"), Err(Unable::MayNot));
    assert_eq!(bob.join_voice("attic"), Err(Unable::Nobody("attic".into())));
    bob.join_voice("stage").unwrap();
    for permission in [CONNECT, VIEW_CHANNEL] {
        house.discord.change(|world| {
            let denied = Overwrite::denying(house.guild.0, permission);
            world.overwrite(world.channel_named(house.guild, "lounge").unwrap(), denied);
        });
        assert_eq!(bob.join_voice("lounge"), Err(Unable::MayNot));
    }
}

#[tokio::test]
async fn whoever_leaves_the_server_or_loses_the_channel_is_disconnected() {
    let house = House::open_with(with_lounge).await;
    let [alice, bob] = ["alice", "bob"].map(|name| house.person(name));
    for person in [&alice, &bob] {
        person.join_voice("lounge").unwrap();
    }
    let there = |user| {
        house
            .discord
            .look(|world| world.voice(house.guild, user).is_some())
    };
    house
        .discord
        .change(|world| world.leave(house.guild, house.bob));
    assert!(!there(house.bob) && there(house.alice));
    let lounge = lounge(&house);
    house.discord.change(|world| world.delete_channel(lounge));
    assert!(!there(house.alice));
}
