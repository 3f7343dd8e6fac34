//! Whose names a client knows, and whose numbers it shows.

use rehearsal::{Seen, UserId};
use serde_json::{Value, json};

use crate::bot::Bot;
use crate::house::House;

/// What Alice sees of a message of the bot's.
async fn shown(house: &House, body: Value) -> Seen {
    assert_eq!(house.send(body).await.status, 200);
    house.person("alice").messages().pop().unwrap()
}

fn silent(of: UserId) -> Value {
    json!({ "content": format!("<@{of}>"), "allowed_mentions": { "parse": [] } })
}

#[tokio::test]
async fn a_mention_that_does_not_ping_is_a_number_to_a_stranger() {
    let house = House::open().await;
    let quiet = shown(&house, silent(house.bob)).await;
    assert!(quiet.known.is_empty());
    let embed = json!({ "embeds": [{ "description": format!("<@{}>", house.bob) }] });
    assert!(shown(&house, embed).await.known.is_empty());
    let mine = shown(&house, silent(house.alice)).await;
    assert_eq!(mine.known, [house.alice]);
}

#[tokio::test]
async fn a_mention_that_pings_makes_a_name_known() {
    let house = House::open().await;
    let body = json!({ "content": format!("<@{}>", house.bob) });
    assert_eq!(shown(&house, body).await.known, [house.bob]);
    assert_eq!(shown(&house, silent(house.bob)).await.known, [house.bob]);
}

#[tokio::test]
async fn who_writes_is_known_to_those_who_see_it() {
    let house = House::open().await;
    let hidden = house.discord.change(|world| {
        let hidden = world.add_channel(house.guild, "hidden");
        world.close_channel(hidden);
        world.let_in(hidden, house.bob);
        hidden
    });
    let bob = house.person("bob");
    bob.in_channel(hidden).say("psst").unwrap();
    assert!(shown(&house, silent(house.bob)).await.known.is_empty());
    bob.say("hello").unwrap();
    assert_eq!(shown(&house, silent(house.bob)).await.known, [house.bob]);
}

#[tokio::test]
async fn who_is_chosen_in_a_command_is_known_to_who_chose() {
    let house = House::open().await;
    let _bot = Bot::join(&house.discord).await;
    let alice = house.person("alice");
    alice.types("/greet whom: @bob").await.unwrap();
    assert_eq!(shown(&house, silent(house.bob)).await.known, [house.bob]);
}
