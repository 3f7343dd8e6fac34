//! Who is in a guild, asked over the gateway (op 8).

use std::collections::BTreeSet;

use rehearsal::{UserId, World};
use serde_json::{Value, json};

use crate::client::{GUILD_MEMBERS, Wire};
use crate::house::House;

const REQUEST_MEMBERS: u64 = 8;

async fn asked(wire: &mut Wire, request: Value) -> Value {
    wire.send(REQUEST_MEMBERS, request).await;
    wire.event("GUILD_MEMBERS_CHUNK").await["d"].clone()
}

fn names(chunk: &Value) -> BTreeSet<&str> {
    let members = chunk["members"].as_array().unwrap();
    members
        .iter()
        .map(|member| member["user"]["username"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn who_is_asked_for_by_number_is_found_or_not() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    let guild = house.guild;
    let ids = [house.alice, house.dan, house.bob, UserId(7)];
    let request = json!({ "guild_id": guild, "user_ids": ids, "limit": 0, "nonce": "who" });
    let chunk = asked(&mut wire, request).await;
    assert_eq!(names(&chunk), BTreeSet::from(["alice", "bob"]));
    assert_eq!(chunk["not_found"], json!([house.dan, "7"]));
    assert_eq!(chunk["guild_id"], json!(guild));
    assert_eq!(
        (&chunk["chunk_index"], &chunk["chunk_count"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(chunk["nonce"], "who");
    assert_eq!(chunk.get("presences"), None);
    // One alone need not be in a list, and who is not there is an answer too.
    let nobody = json!({ "guild_id": guild, "user_ids": house.dan });
    let chunk = asked(&mut wire, nobody).await;
    assert_eq!(
        (&chunk["members"], &chunk["not_found"], chunk.get("nonce")),
        (&json!([]), &json!([house.dan]), None)
    );
    wire.is_quiet().await;
}

#[tokio::test]
async fn a_member_has_an_avatar_of_the_account_and_one_of_the_guild() {
    let house = House::open().await;
    house.discord.change(|world| {
        world.set_avatar(house.alice, Some("a1"));
        world.set_member_avatar(house.guild, house.alice, Some("a2"));
    });
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    let avatars = |member: &Value| (member["user"]["avatar"].clone(), member["avatar"].clone());
    let request = json!({ "guild_id": house.guild, "user_ids": [house.alice] });
    let chunk = asked(&mut wire, request).await;
    assert_eq!(avatars(&chunk["members"][0]), (json!("a1"), json!("a2")));
    let path = format!("/guilds/{}/members/{}", house.guild, house.bob);
    let bob = house.get(&path).await.json;
    assert_eq!(avatars(&bob), (Value::Null, Value::Null));
}

#[tokio::test]
async fn who_asks_alone_is_answered() {
    let house = House::open().await;
    let (mut asking, _) = Wire::identified(&house.discord, 0).await;
    let (mut other, _) = Wire::identified(&house.discord, 0).await;
    let request = json!({ "guild_id": house.guild, "user_ids": [house.alice] });
    asked(&mut asking, request).await;
    other.is_quiet().await;
}

#[tokio::test]
async fn a_nonce_of_more_than_32_bytes_is_ignored() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    for (nonce, kept) in [("é".repeat(16), true), ("é".repeat(17), false)] {
        let request =
            json!({ "guild_id": house.guild, "user_ids": [house.alice], "nonce": &nonce });
        let chunk = asked(&mut wire, request).await;
        assert_eq!(chunk.get("nonce"), kept.then_some(&json!(nonce)));
    }
}

#[tokio::test]
async fn members_are_found_by_the_beginning_of_their_name() {
    let house = House::open_with(|world, guild| crowd(world, guild, 120)).await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    let ask = |query: &str, limit: u64| json!({ "guild_id": house.guild, "query": query, "limit": limit });
    let chunk = asked(&mut wire, ask("al", 5)).await;
    assert_eq!(names(&chunk), BTreeSet::from(["alice"]));
    for (limit, found) in [(3, 3), (0, 100), (110, 100)] {
        let chunk = asked(&mut wire, ask("crowd", limit)).await;
        assert_eq!(names(&chunk).len(), found);
    }
}

fn crowd(world: &mut World, guild: rehearsal::GuildId, people: usize) {
    for number in 0..people {
        let name = format!("crowd{number}");
        let person = world.add_person(&name, &name);
        world.join(guild, person);
    }
}

#[tokio::test]
async fn everybody_comes_in_chunks_to_who_has_the_intent_and_not_twice_at_once() {
    let house = House::open_with(|world, guild| {
        world.allow_intents(GUILD_MEMBERS);
        crowd(world, guild, 1_000);
    })
    .await;
    let everybody = json!({ "guild_id": house.guild, "query": "", "limit": 0, "nonce": "all", "presences": true });
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    wire.send(REQUEST_MEMBERS, everybody.clone()).await;
    wire.is_quiet().await;

    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MEMBERS).await;
    let first = asked(&mut wire, everybody.clone()).await;
    let last = wire.event("GUILD_MEMBERS_CHUNK").await["d"].clone();
    // Olga, Alice, Bob and the bot are there too.
    for (chunk, index, size) in [(first, 0, 1_000), (last, 1, 4)] {
        assert_eq!(chunk["members"].as_array().unwrap().len(), size);
        let place = (&chunk["chunk_index"], &chunk["chunk_count"]);
        assert_eq!(place, (&json!(index), &json!(2)));
        assert_eq!(
            (&chunk["nonce"], chunk.get("presences")),
            (&json!("all"), None)
        );
    }
    wire.send(REQUEST_MEMBERS, everybody).await;
    let limited = wire.event("RATE_LIMITED").await["d"].clone();
    assert_eq!(
        (&limited["opcode"], &limited["meta"]),
        (
            &json!(8),
            &json!({ "guild_id": house.guild, "nonce": "all" })
        )
    );
    let wait = limited["retry_after"].as_f64().unwrap();
    assert!((25.0..=30.0).contains(&wait), "{wait}");
}

#[tokio::test]
async fn a_request_that_is_none_closes_the_connection() {
    let house = House::open().await;
    let (guild, alice) = (house.guild, house.alice);
    for request in [
        json!({ "user_ids": [alice] }),
        json!({ "guild_id": [guild], "user_ids": [alice] }),
        json!({ "guild_id": guild }),
        json!({ "guild_id": guild, "query": "a", "limit": 1, "user_ids": [alice] }),
        json!({ "guild_id": guild, "query": "a" }),
        json!({ "guild_id": guild, "user_ids": ["alice"] }),
        json!({ "guild_id": guild, "user_ids": vec![alice; 101] }),
    ] {
        let (mut wire, _) = Wire::identified(&house.discord, 0).await;
        wire.send(REQUEST_MEMBERS, request.clone()).await;
        assert_eq!(wire.closed().await, 4001, "{request}");
    }
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    let most = json!({ "guild_id": guild, "user_ids": vec![alice; 100] });
    asked(&mut wire, most).await;
}

#[tokio::test]
async fn of_a_guild_that_the_bot_is_not_in_nothing_is_told() {
    let house = House::open_with(|world, _| {
        let hana = world.add_person("hana", "Hana");
        let harbour = world.add_guild("Harbour", hana);
        let bot = world.bot();
        world.leave(harbour, bot);
    })
    .await;
    let (harbour, hana) = house.discord.look(|world| {
        let harbour = world.guilds().find(|guild| guild.name == "Harbour");
        let harbour = harbour.unwrap();
        (harbour.id, harbour.owner)
    });
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    for guild in [harbour.to_string(), "7".to_owned()] {
        let request = json!({ "guild_id": guild, "user_ids": [hana] });
        wire.send(REQUEST_MEMBERS, request).await;
        wire.is_quiet().await;
    }
}

#[tokio::test]
async fn requests_can_be_left_unanswered() {
    let house = House::open().await;
    let (mut wire, _) = Wire::identified(&house.discord, 0).await;
    let request = json!({ "guild_id": house.guild, "user_ids": [house.alice] });
    let deaf = |world: &mut World| world.gateway.without_members = true;
    house.discord.change(deaf);
    wire.send(REQUEST_MEMBERS, request.clone()).await;
    wire.is_quiet().await;
    house.discord.heal();
    asked(&mut wire, request).await;
}

#[tokio::test]
async fn who_sends_more_than_120_payloads_in_a_minute_is_thrown_out_and_may_come_back() {
    let house = House::open().await;
    let (mut wire, ready) = Wire::identified(&house.discord, 0).await;
    let request = json!({ "guild_id": house.guild, "user_ids": [house.alice] });
    // To identify was the first.
    for _ in 1..120 {
        asked(&mut wire, request.clone()).await;
    }
    wire.send(REQUEST_MEMBERS, request).await;
    assert_eq!(wire.closed().await, 4008);
    let mut wire = Wire::open_to_resume(&ready).await;
    let session = &ready["d"]["session_id"];
    wire.resume(&house.discord, session, 120).await;
    wire.event("RESUMED").await;
}
