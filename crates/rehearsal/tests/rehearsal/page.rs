//! What a client can do at the page, and what it hears of.

use rehearsal::Clock as _;
use rehearsal::{UserId, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{House, got, monday};
use crate::visit::{Visit, status};

#[tokio::test]
async fn what_is_too_large_or_is_nothing_is_refused() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let path = format!(
        "/api/users/{}/channels/{}/messages",
        house.alice, house.general
    );
    let say = |text: String| visit.post(&path, json!({ "content": text }));
    assert_eq!(say("x".repeat(70_000)).await.status, 413);
    let long = say("x".repeat(2001)).await;
    assert_eq!(long.status, 422);
    assert!(long.json["message"].as_str().unwrap().contains("2000"));
    assert_eq!(say(String::new()).await.status, 422);
    let interactions = format!("/api/users/{}/interactions", house.alice);
    let nothing = json!({ "type": 2, "channel_id": house.general, "data": {} });
    assert_eq!(visit.post(&interactions, nothing).await.status, 422);
    assert_eq!(house.person("alice").messages(), []);
}

#[tokio::test]
async fn nobody_is_followed_but_those_it_is_for() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let bot = house.discord.look(World::bot);
    for user in [house.dan, bot, UserId(1)] {
        let path = format!("/api/users/{user}/events");
        assert_eq!(status(visit.ask(Method::GET, &path)).await, 422);
    }
    let people = got(visit.ask(Method::GET, "/api/people")).await.json;
    let names: Vec<_> = people
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["username"])
        .collect();
    assert_eq!(names, ["alice", "bob"]);
}

/// An interaction as the bot hears of it, without what differs each time.
fn heard(mut told: Value) -> Value {
    for once in ["id", "token"] {
        told[once].take();
    }
    told["channel"]["last_message_id"].take();
    told
}

#[tokio::test]
async fn the_bot_hears_the_same_from_the_page_as_from_anybody() {
    let mut hand = Hand::new().await;
    let visit = Visit::to(&hand.house).await;
    let (waiting, told) = hand.typed("/do what: it when: you like").await;
    hand.answer(
        &told,
        4,
        json!({ "content": "done", "components": [row()] }),
    )
    .await;
    let seen = waiting.await.unwrap().unwrap().message().unwrap();

    let options = json!([{ "type": 3, "name": "what", "value": "it when: you like" }]);
    let command = json!({ "name": "do", "type": 1, "options": options });
    let from_page = interact(&mut hand, &visit, json!({ "type": 2, "data": command })).await;
    assert_eq!(heard(from_page), heard(told));

    let (waiting, told) = hand.pressed(&seen).await;
    hand.answer(&told, 6, Value::Null).await;
    waiting.await.unwrap().unwrap();
    let button = json!({ "component_type": 2, "custom_id": "go" });
    let press = json!({ "type": 3, "message_id": seen.id, "data": button });
    let from_page = interact(&mut hand, &visit, press).await;
    assert_eq!(heard(from_page), heard(told));
}

fn row() -> Value {
    json!({ "type": 1, "components": [{ "type": 2, "style": 1, "label": "Go", "custom_id": "go" }] })
}

/// Alice does something on the page, and it is answered; what the bot heard.
async fn interact(hand: &mut Hand, visit: &Visit, mut what: Value) -> Value {
    what["channel_id"] = json!(hand.house.general);
    let path = format!("/api/users/{}/interactions", hand.house.alice);
    let request = got(visit.ask(Method::POST, &path).json(&what));
    let waiting = tokio::spawn(request);
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    hand.answer(&told, 4, json!({ "content": "done" })).await;
    assert_eq!(waiting.await.unwrap().status, 200);
    told
}

#[tokio::test]
async fn suggestions_and_forms_are_answered_to_the_page() {
    let mut hand = Hand::new().await;
    let visit = Visit::to(&hand.house).await;
    let path = format!("/api/users/{}/interactions", hand.house.alice);
    let (alice, general) = (hand.house.alice, hand.house.general);
    let ask = |kind: u64, data: Value| {
        let what = json!({ "type": kind, "channel_id": general, "data": data });
        tokio::spawn(got(visit.ask(Method::POST, &path).json(&what)))
    };

    let typing = json!([{ "type": 3, "name": "what", "value": "t", "focused": true }]);
    let waiting = ask(4, json!({ "name": "do", "type": 1, "options": typing }));
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    let choices = json!([{ "name": "This", "value": "this" }]);
    hand.answer(&told, 8, json!({ "choices": choices })).await;
    assert_eq!(waiting.await.unwrap().json["choices"], choices);

    let waiting = ask(2, json!({ "name": "do", "type": 1 }));
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    let input = json!({ "type": 4, "custom_id": "why", "label": "Why?", "style": 1 });
    let rows = json!([{ "type": 1, "components": [input] }]);
    let modal = json!({ "custom_id": "form", "title": "Tell", "components": rows });
    hand.answer(&told, 9, modal).await;
    let form = waiting.await.unwrap().json["modal"].clone();
    assert_eq!(
        (&form["title"], &form["opened_by"]),
        (&json!("Tell"), &told["id"])
    );

    let filled = |id: &Value| {
        let rows = json!([{ "components": [{ "custom_id": "why", "value": "because" }] }]);
        json!({ "id": id, "custom_id": "form", "components": rows })
    };
    let waiting = ask(5, filled(&form["opened_by"]));
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    assert_eq!(
        told["data"]["components"][0]["components"][0]["value"],
        "because"
    );
    hand.answer(&told, 4, json!({ "content": "thanks", "flags": 64 }))
        .await;
    assert_eq!(waiting.await.unwrap().status, 200);

    let others = format!("/api/users/{}/interactions", hand.house.bob);
    let what = json!({ "type": 5, "channel_id": general, "data": filled(&form["opened_by"]) });
    assert_eq!(
        visit.post(&others, what).await.status,
        422,
        "{alice}'s form is hers"
    );
}

#[tokio::test]
async fn the_stream_tells_everything_and_then_what_changes() {
    let house = House::open().await;
    let before = house.person("bob").say("from before").unwrap();
    let visit = Visit::to(&house).await;
    let mut alice = visit.stream(house.alice).await;
    let first = alice.next().await;
    assert_eq!(first["now"], json!(monday()));
    let ready = &first["events"][0]["d"];
    assert_eq!(ready["user"]["id"], json!(house.alice));
    assert_eq!(
        ready["guilds"][0]["channels"][0]["unread"], 0,
        "it is history"
    );
    assert_eq!(first["events"][1]["d"]["id"], json!(before.id));

    let path = format!(
        "/api/users/{}/channels/{}/messages",
        house.bob, house.general
    );
    let text = format!("hello <@{}>", house.alice);
    visit.post(&path, json!({ "content": text })).await;
    let batch = alice.next().await;
    let channel = &batch["events"][0]["d"]["guilds"][0]["channels"][0];
    assert_eq!(
        (&channel["unread"], &channel["mentions"]),
        (&json!(1), &json!(1))
    );
    let message = &batch["events"][1]["d"];
    assert_eq!(message["content"], json!(text));

    let id = message["id"].as_str().unwrap();
    let own = format!(
        "/api/users/{}/channels/{}/messages/{id}",
        house.alice, house.general
    );
    assert_eq!(
        visit.post(&format!("{own}/ack"), Value::Null).await.status,
        204
    );
    let ready = alice.event("READY").await;
    assert_eq!(ready["guilds"][0]["channels"][0]["unread"], 0);

    assert_eq!(
        status(visit.ask(Method::DELETE, &own)).await,
        422,
        "it is Bob's"
    );
    assert_eq!(
        status(visit.ask(Method::DELETE, &format!("{path}/{id}"))).await,
        204
    );
    assert_eq!(alice.event("MESSAGE_DELETE").await["id"], message["id"]);
}

#[tokio::test]
async fn what_only_one_person_sees_is_told_to_nobody_else() {
    let mut hand = Hand::new().await;
    let visit = Visit::to(&hand.house).await;
    let (mut alice, mut bob) = (
        visit.stream(hand.house.alice).await,
        visit.stream(hand.house.bob).await,
    );
    let (waiting, told) = hand.typed("/do").await;
    hand.answer(&told, 4, json!({ "content": "a secret", "flags": 64 }))
        .await;
    waiting.await.unwrap().unwrap();
    assert_eq!(alice.event("MESSAGE_CREATE").await["content"], "a secret");
    hand.house.person("alice").say("for all").unwrap();
    assert_eq!(bob.event("MESSAGE_CREATE").await["content"], "for all");
}

#[tokio::test]
async fn the_clock_moves_for_everybody() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let mut bob = visit.stream(house.bob).await;
    bob.next().await;
    let path = format!("/api/users/{}/clock", house.alice);
    let moved = visit
        .post(&path, json!({ "to": "next monday 09:00" }))
        .await;
    assert_eq!(moved.status, 204);
    let there = house.clock.now();
    assert_eq!(
        there.to_rfc3339(),
        "2026-11-30T08:00:00+00:00",
        "nine in Berlin"
    );
    assert_eq!(bob.next().await["now"], json!(there));
    let refused = visit.post(&path, json!({ "to": "yesterday" })).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.json["message"]
            .as_str()
            .unwrap()
            .contains("gone by")
    );
}

#[tokio::test]
async fn the_page_shows_the_number_of_who_is_not_known() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let content = format!("<@{}> and <@{}>", house.alice, house.bob);
    let nobody = json!({ "content": content, "allowed_mentions": { "parse": [] } });
    assert_eq!(house.send(nobody).await.status, 200);
    let first = visit.stream(house.alice).await.next().await;
    let events = first["events"].as_array().unwrap();
    let message = events.iter().find(|it| it["t"] == "MESSAGE_CREATE");
    let expected = format!(r"<@{}> and \<@{}>", house.alice, house.bob);
    assert_eq!(message.unwrap()["d"]["content"], expected);
}

#[tokio::test]
async fn a_person_sets_their_language() {
    let mut hand = Hand::new().await;
    let visit = Visit::to(&hand.house).await;
    let mut stream = visit.stream(hand.house.alice).await;
    let ready = stream.event("READY").await;
    assert_eq!(ready["locale"], "en-US");
    let path = format!("/api/users/{}/locale", hand.house.alice);
    assert_eq!(
        visit.post(&path, json!({ "locale": "xx" })).await.status,
        422
    );
    assert_eq!(
        visit.post(&path, json!({ "locale": "ja" })).await.status,
        204
    );
    assert_eq!(stream.event("READY").await["locale"], "ja");
    let (_waiting, told) = hand.typed("/do").await;
    assert_eq!(told["locale"], "ja");
}
