//! The gateway: signing in, hearing what one may hear, and coming back.

use rehearsal::permissions::{MANAGE_MESSAGES, VIEW_CHANNEL};
use rehearsal::{Rehearsal, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::bot::Bot;
use crate::client::{
    DIRECT_MESSAGES, GUILD_MEMBERS, GUILD_MESSAGES, GUILDS, MESSAGE_CONTENT, Wire,
};
use crate::house::House;

#[tokio::test]
async fn ready_names_the_guilds_and_then_introduces_them() {
    let house = House::open().await;
    let (mut wire, ready) = Wire::identified(&house.discord, GUILDS).await;
    let guild = house.guild.to_string();
    assert_eq!(ready["s"], 1);
    assert_eq!(
        ready["d"]["guilds"],
        json!([{ "id": guild, "unavailable": true }])
    );
    assert_eq!(ready["d"]["application"]["id"], house.app());
    let created = wire.event("GUILD_CREATE").await;
    assert_eq!(
        (&created["s"], &created["d"]["id"]),
        (&json!(2), &json!(guild))
    );
    assert_eq!(created["d"]["channels"][0]["name"], "general");
    wire.is_quiet().await;
    assert_eq!(house.discord.look(World::times_identified), 1);
}

#[tokio::test]
async fn without_the_guilds_intent_no_guild_is_introduced() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    wire.is_quiet().await;
}

#[tokio::test]
async fn what_is_not_understood_closes_the_connection() {
    let house = House::open().await;
    let token = house.discord.token();
    let identify = |intents: u64| json!({ "token": token, "intents": intents, "properties": {} });
    for (op, data, code) in [
        (
            2,
            json!({ "token": "wrong", "intents": 0, "properties": {} }),
            4004,
        ),
        (2, json!({ "token": token, "intents": 0 }), 4002),
        (
            2,
            json!({ "token": token, "intents": -1, "properties": {} }),
            4002,
        ),
        (2, identify(1 << 40), 4013),
        (2, identify(GUILD_MEMBERS), 4014),
        (2, identify(MESSAGE_CONTENT), 4014),
        (
            2,
            json!({ "token": token, "intents": 0, "properties": {}, "shard": [1, 1] }),
            4010,
        ),
        (3, json!({}), 4003),
        (8, json!({}), 4003),
        (5, json!({}), 4001),
        (10, json!({}), 4001),
        (99, json!({}), 4001),
        (
            6,
            json!({ "token": "wrong", "session_id": "x", "seq": 0 }),
            4004,
        ),
    ] {
        let mut wire = Wire::open(&house.discord).await;
        wire.send(op, data.clone()).await;
        assert_eq!(wire.closed().await, code, "op {op} {data}");
    }
    for text in [
        "{",
        "[]",
        "\"op\"",
        &format!("{{\"op\":1,\"d\":\"{}\"}}", "x".repeat(5000)),
    ] {
        let mut wire = Wire::open(&house.discord).await;
        wire.send_text(text.to_owned()).await;
        assert_eq!(wire.closed().await, 4002, "{text}");
    }
}

#[tokio::test]
async fn other_versions_and_encodings_are_not_spoken() {
    let house = House::open().await;
    for query in ["?v=9", "?v=10&encoding=etf", "?v=10&compress=zlib-stream"] {
        let mut wire = Wire::open_at(&house.discord, query).await;
        assert_eq!(wire.closed().await, 4012, "{query}");
    }
}

#[tokio::test]
async fn who_identifies_twice_is_thrown_out() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    wire.identify(&house.discord, 0).await;
    assert_eq!(wire.closed().await, 4005);
}

#[tokio::test]
async fn privileged_intents_work_once_they_are_switched_on() {
    let house = House::open_with(|world, _| world.allow_intents(GUILD_MEMBERS)).await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MEMBERS).await;
    house
        .discord
        .change(|world| world.join(house.guild, house.dan));
    let added = wire.event("GUILD_MEMBER_ADD").await;
    assert_eq!(added["d"]["user"]["username"], "dan");
    house
        .discord
        .change(|world| world.set_nick(house.guild, house.dan, Some("Danny")));
    assert_eq!(
        wire.event("GUILD_MEMBER_UPDATE").await["d"]["nick"],
        "Danny"
    );
    house
        .discord
        .change(|world| world.leave(house.guild, house.dan));
    let removed = wire.event("GUILD_MEMBER_REMOVE").await;
    assert_eq!(removed["d"]["user"]["id"], house.dan.to_string());
}

#[tokio::test]
async fn without_the_members_intent_members_come_and_go_unheard() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MESSAGES).await;
    house
        .discord
        .change(|world| world.join(house.guild, house.dan));
    house
        .discord
        .change(|world| world.leave(house.guild, house.dan));
    wire.is_quiet().await;
}

#[tokio::test]
async fn what_people_write_is_blank_unless_it_is_for_the_bot() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MESSAGES | DIRECT_MESSAGES).await;
    let alice = house.person("alice");
    alice.say("a secret").unwrap();
    let blank = wire.event("MESSAGE_CREATE").await;
    assert_eq!(blank["d"]["content"], "");
    assert_eq!(blank["d"]["author"]["username"], "alice");
    assert_eq!(blank["d"]["guild_id"], house.guild.to_string());
    let bot = house.discord.look(World::bot);
    alice.say(&format!("you there, <@{bot}>")).unwrap();
    assert!(
        wire.event("MESSAGE_CREATE").await["d"]["content"]
            .as_str()
            .unwrap()
            .len()
            > 5
    );
    alice.in_dms().say("just us").unwrap();
    let dm = wire.event("MESSAGE_CREATE").await;
    assert_eq!(
        (&dm["d"]["content"], &dm["d"]["guild_id"]),
        (&json!("just us"), &Value::Null)
    );
    house.send(json!({ "content": "mine" })).await;
    assert_eq!(wire.event("MESSAGE_CREATE").await["d"]["content"], "mine");
}

#[tokio::test]
async fn with_the_content_intent_everything_can_be_read() {
    let house = House::open_with(|world, _| world.allow_intents(MESSAGE_CONTENT)).await;
    let intents = GUILD_MESSAGES | MESSAGE_CONTENT;
    let (mut wire, _) = Wire::identified(&house.discord, intents).await;
    let said = house.person("alice").say("no secret").unwrap();
    assert_eq!(
        wire.event("MESSAGE_CREATE").await["d"]["content"],
        "no secret"
    );
    house.person("alice").delete_message(said.id).unwrap();
    let deleted = wire.event("MESSAGE_DELETE").await;
    assert_eq!(deleted["d"]["id"], said.id.to_string());
    assert_eq!(deleted["d"]["guild_id"], house.guild.to_string());
}

#[tokio::test]
async fn guilds_and_channels_go() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILDS).await;
    wire.event("GUILD_CREATE").await;
    house
        .discord
        .change(|world| world.deny_bot(house.general, VIEW_CHANNEL));
    wire.event("CHANNEL_UPDATE").await;
    house
        .discord
        .change(|world| world.delete_channel(house.general));
    let gone = wire.event("CHANNEL_DELETE").await;
    assert_eq!(gone["d"]["id"], house.general.to_string());
    let bot = house.discord.look(World::bot);
    house.discord.change(|world| world.leave(house.guild, bot));
    let left = wire.event("GUILD_DELETE").await;
    // Without `unavailable`, which would mean an outage.
    assert_eq!(left["d"], json!({ "id": house.guild.to_string() }));
    house
        .discord
        .change(|world| world.add_channel(house.guild, "unseen"));
    wire.is_quiet().await;
    house.discord.change(|world| world.join(house.guild, bot));
    assert_eq!(
        wire.event("GUILD_CREATE").await["d"]["channels"][0]["name"],
        "unseen"
    );
}

#[tokio::test]
async fn the_gateway_can_be_told_to_make_trouble() {
    let house = House::open().await;
    let (_, ready) = Wire::identified(&house.discord, 0).await;
    house.discord.break_gateway();
    let gone = |world: &World| !world.bot_is_connected();
    house.discord.until(gone).await.unwrap();
    let mut wire = Wire::open_to_resume(&ready).await;
    wire.resume(&house.discord, &ready["d"]["session_id"], 1)
        .await;
    wire.event("RESUMED").await;
    house.discord.ask_to_reconnect();
    assert_eq!(wire.next().await["op"], 7);
    house.discord.interrupt_session();
    let interrupted = wire.next().await;
    assert_eq!(
        (&interrupted["op"], &interrupted["d"]),
        (&json!(9), &json!(true))
    );
    wire.resume(&house.discord, &ready["d"]["session_id"], 2)
        .await;
    wire.event("RESUMED").await;
    house.discord.invalidate_session();
    let invalid = wire.next().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));
    wire.identify(&house.discord, 0).await;
    wire.event("READY").await;
    house.discord.close_gateway(4000);
    assert_eq!(wire.closed().await, 4000);
}

#[tokio::test]
async fn who_sends_no_heartbeats_is_dropped() {
    let soon = std::time::Duration::from_millis(20);
    let house = House::open_with(|world, _| world.heartbeat_interval = soon).await;
    let mut wire = Wire::open_at(&house.discord, "").await;
    assert_eq!(wire.closed().await, 4009);
}

#[tokio::test]
async fn the_end_of_the_rehearsal_closes_the_gateway() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    drop(house);
    assert_eq!(wire.closed().await, 1001);
}

#[tokio::test]
async fn serenity_comes_back_after_all_of_it() {
    let house = House::open().await;
    let _bot = Bot::join(&house.discord).await;
    let alice = house.person("alice");
    for (times, trouble) in [
        (1, Rehearsal::ask_to_reconnect as fn(&Rehearsal)),
        (2, Rehearsal::break_gateway),
        (3, |discord| discord.close_gateway(4000)),
    ] {
        trouble(&house.discord);
        // What happens meanwhile is heard after the RESUME.
        alice.types("/lamp on").await.unwrap();
        house
            .discord
            .until(|world| world.times_resumed() == times)
            .await
            .unwrap();
    }
    assert_eq!(house.discord.look(World::times_identified), 1);
    house.discord.invalidate_session();
    house
        .discord
        .until(|world| world.times_identified() == 2)
        .await
        .unwrap();
    alice.types("/lamp on").await.unwrap();
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn each_shard_hears_of_its_guilds() {
    let house = House::open().await;
    let token = house.discord.token();
    let own = (house.guild.0 >> 22) % 2;
    for shard in [own, 1 - own] {
        let mut wire = Wire::open(&house.discord).await;
        let identify = json!({
            "token": token, "intents": GUILDS, "properties": {}, "shard": [shard, 2],
        });
        wire.send(2, identify).await;
        let ready = wire.event("READY").await;
        assert_eq!(ready["d"]["shard"], json!([shard, 2]));
        if shard == own {
            wire.event("GUILD_CREATE").await;
        }
        wire.is_quiet().await;
    }
}

#[tokio::test]
async fn edits_and_deletions_are_heard() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MESSAGES).await;
    house.discord.change(|world| {
        let role = world.add_role(house.guild, "sweeper", MANAGE_MESSAGES);
        world.give_role(house.guild, world.bot(), role);
    });
    let mut ids = Vec::new();
    for content in ["a", "b"] {
        house.send(json!({ "content": content })).await;
        ids.push(wire.event("MESSAGE_CREATE").await["d"]["id"].clone());
    }
    let messages = format!("/channels/{}/messages", house.general);
    let first = format!("{messages}/{}", ids[0].as_str().unwrap());
    let edit = json!({ "content": "c" });
    house.ask(Method::PATCH, &first, edit).await;
    assert_eq!(wire.event("MESSAGE_UPDATE").await["d"]["content"], "c");
    let path = format!("{messages}/bulk-delete");
    house.post(&path, json!({ "messages": ids })).await;
    assert_eq!(
        wire.event("MESSAGE_DELETE_BULK").await["d"]["ids"],
        json!(ids)
    );
}
