//! Several sessions of one bot: how many, how fast, and what each hears.

use std::collections::BTreeSet;
use std::time::Duration;

use rehearsal::{Rehearsal, World};
use serde_json::{Value, json};

use crate::client::{GUILDS, Wire};
use crate::house::House;

/// Identifies as one of `count` shards.
async fn identify(discord: &Rehearsal, shard: u64, count: u64) -> Wire {
    let mut wire = Wire::open(discord).await;
    let identify = json!({
        "token": discord.token(), "intents": GUILDS, "properties": {}, "shard": [shard, count],
    });
    wire.send(2, identify).await;
    wire
}

/// A house and so many more guilds.
async fn with_guilds(count: usize) -> House {
    House::open_with(|world, guild| {
        let owner = world.guild(guild).unwrap().owner;
        for _ in 0..count {
            world.turn_millisecond();
            world.add_guild("Another", owner);
        }
    })
    .await
}

#[tokio::test]
async fn guilds_are_spread_over_the_shards() {
    let house = with_guilds(3).await;
    for shard in 0..2 {
        let mut wire = identify(&house.discord, shard, 2).await;
        let ready = wire.event("READY").await;
        assert_eq!(ready["d"]["guilds"].as_array().unwrap().len(), 2);
    }
    let all = house.discord.look(World::shards_connected);
    assert!(all.is_subset(&BTreeSet::from([0, 1])));
}

#[tokio::test]
async fn a_session_with_too_many_guilds_is_closed_with_4011() {
    let house = with_guilds(3).await;
    let most = |world: &mut World| world.sharding.most_guilds = 2;
    house.discord.change(most);
    assert_eq!(identify(&house.discord, 0, 1).await.closed().await, 4011);
    identify(&house.discord, 0, 2).await.event("READY").await;
}

#[tokio::test]
async fn a_shard_beyond_the_last_is_closed_with_4010() {
    let house = House::open().await;
    assert_eq!(identify(&house.discord, 2, 2).await.closed().await, 4010);
}

#[tokio::test]
async fn shards_of_one_bucket_identify_one_after_the_other() {
    let house = House::open().await;
    house.discord.change(|world| {
        world.sharding.max_concurrency = 2;
        world.sharding.identify_every = Some(Duration::from_mins(1));
    });
    for shard in [0, 1] {
        let mut wire = identify(&house.discord, shard, 4).await;
        wire.event("READY").await;
    }
    let mut early = identify(&house.discord, 2, 4).await;
    let refused = early.next().await;
    assert_eq!((&refused["op"], &refused["d"]), (&json!(9), &json!(false)));
    assert_eq!(house.discord.look(World::times_identified_too_soon), 1);
}

#[tokio::test]
async fn the_number_of_sessions_a_day_is_counted_and_one_too_many_resets_the_token() {
    let house = House::open().await;
    house
        .discord
        .change(|world| world.sharding.starts_a_day = 2);
    let mut first = identify(&house.discord, 0, 1).await;
    first.event("READY").await;
    let limit = house.get("/gateway/bot").await.json["session_start_limit"].clone();
    assert_eq!(
        (&limit["total"], &limit["remaining"]),
        (&json!(2), &json!(1))
    );
    identify(&house.discord, 0, 1).await.event("READY").await;
    let token = house.discord.token();
    assert_eq!(identify(&house.discord, 0, 1).await.closed().await, 4004);
    assert_eq!(first.closed().await, 4004);
    assert_ne!(house.discord.token(), token);
}

#[tokio::test]
async fn more_shards_are_recommended_for_more_guilds() {
    let house = with_guilds(1000).await;
    assert_eq!(house.get("/gateway/bot").await.json["shards"], 2);
}

#[tokio::test]
async fn trouble_for_one_shard_leaves_the_others_alone() {
    let house = House::open().await;
    let mut wires = Vec::new();
    for shard in 0..2 {
        let mut wire = identify(&house.discord, shard, 2).await;
        wire.event("READY").await;
        wires.push(wire);
    }
    house.discord.shard(1).close(4000);
    assert_eq!(wires.remove(1).closed().await, 4000);
    let left = house.discord.look(World::shards_connected);
    assert_eq!(left, BTreeSet::from([0]));
    house.discord.change(|world| {
        world.gateway.silent_shards.insert(1);
    });
    let mut silent = identify(&house.discord, 1, 2).await;
    silent.is_quiet().await;
    let heard: Value = identify(&house.discord, 0, 2).await.event("READY").await;
    assert_eq!(heard["d"]["shard"], json!([0, 2]));
}
