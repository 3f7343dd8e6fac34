//! Answers to interactions, given by hand over a bare gateway client.

use chrono::TimeDelta;
use rehearsal::Answer;
use rehearsal::permissions::SEND_MESSAGES;
use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::monday;

fn button() -> Value {
    let button = json!({ "type": 2, "style": 1, "label": "Press", "custom_id": "p" });
    json!([{ "type": 1, "components": [button] }])
}

#[tokio::test]
async fn an_interaction_says_who_where_and_what() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do what: this").await;
    assert_eq!(told["type"], 2);
    assert_eq!(
        told["data"]["options"],
        json!([{ "name": "what", "type": 3, "value": "this" }])
    );
    assert_eq!(told["member"]["user"]["username"], "alice");
    assert_eq!(told["guild_id"], hand.house.guild.to_string());
    assert_eq!(told["channel"]["id"], hand.house.general.to_string());
    assert_eq!(
        told["authorizing_integration_owners"]["0"],
        hand.house.guild.to_string()
    );
    assert_eq!(
        (&told["context"], &told["locale"]),
        (&json!(0), &json!("en-US"))
    );
    assert!(told["user"].is_null());
}

#[tokio::test]
async fn an_interaction_says_in_which_languages() {
    let mut hand = Hand::new().await;
    let (alice, guild) = (hand.house.alice, hand.house.guild);
    hand.house.discord.change(|world| {
        world.set_locale(alice, "pt-BR".parse().unwrap());
        world.set_guild_locale(guild, "de".parse().unwrap());
    });
    let (_waiting, told) = hand.typed("/do").await;
    assert_eq!(
        (&told["locale"], &told["guild_locale"]),
        (&json!("pt-BR"), &json!("de"))
    );
    let told_of = hand.house.get(&format!("/guilds/{guild}")).await;
    assert_eq!(told_of.json["preferred_locale"], "de");
}

#[tokio::test]
async fn it_is_answered_once() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    assert_eq!(
        hand.answer(&told, 4, json!({ "content": "done" }))
            .await
            .status,
        204
    );
    assert!(matches!(waiting.await.unwrap(), Ok(Answer::Message(seen)) if seen.content == "done"));
    let again = hand.answer(&told, 4, json!({ "content": "again" })).await;
    assert_eq!(again.refusal(), (400, 40060));
    let mut wrong = told.clone();
    wrong["token"] = json!("other");
    assert_eq!(
        hand.answer(&wrong, 4, json!({ "content": "x" }))
            .await
            .refusal(),
        (404, 10062)
    );
}

#[tokio::test]
async fn after_three_seconds_it_is_unknown() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    hand.house
        .clock
        .move_to(monday() + TimeDelta::milliseconds(3001));
    let late = hand.answer(&told, 4, json!({ "content": "late" })).await;
    assert_eq!(late.refusal(), (404, 10062));
}

#[tokio::test]
async fn after_fifteen_minutes_its_token_is_invalid() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    let unanswered = hand.house.get(&hand.original(&told)).await;
    assert_eq!(unanswered.refusal(), (404, 10015));
    hand.answer(&told, 5, json!({})).await;
    hand.house.clock.move_to(monday() + TimeDelta::minutes(15));
    let patch = json!({ "content": "just in time" });
    let edited = hand
        .house
        .ask(Method::PATCH, &hand.original(&told), patch.clone())
        .await;
    assert_eq!(edited.status, 200);
    hand.house.clock.move_to(monday() + TimeDelta::minutes(16));
    let late = hand
        .house
        .ask(Method::PATCH, &hand.original(&told), patch)
        .await;
    assert_eq!(late.refusal(), (401, 50027));
    let follow_up = hand
        .house
        .post(&hand.webhook(&told), json!({ "content": "x" }))
        .await;
    assert_eq!(follow_up.refusal(), (401, 50027));
}

#[tokio::test]
async fn the_first_follow_up_ends_the_thinking() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    hand.answer(&told, 5, json!({ "flags": 64 })).await;
    let loading = hand.house.get(&hand.original(&told)).await.json;
    assert_eq!(loading["flags"], 64 | 128);
    let first = hand
        .house
        .post(&hand.webhook(&told), json!({ "content": "thought" }))
        .await;
    assert_eq!(
        (&first.json["id"], &first.json["flags"]),
        (&loading["id"], &json!(64))
    );
    let seen = waiting.await.unwrap().unwrap().message().unwrap();
    assert_eq!((seen.content.as_str(), seen.ephemeral), ("thought", true));
    let second = hand
        .house
        .post(&hand.webhook(&told), json!({ "content": "more" }))
        .await;
    assert_ne!(second.json["id"], loading["id"]);
    assert_eq!(
        hand.house
            .person("alice")
            .next_follow_up()
            .await
            .unwrap()
            .content,
        "more"
    );
    let path = format!(
        "{}/messages/{}",
        hand.webhook(&told),
        second.json["id"].as_str().unwrap()
    );
    assert_eq!(
        hand.house
            .ask(Method::DELETE, &path, Value::Null)
            .await
            .status,
        204
    );
    assert_eq!(hand.house.get(&path).await.refusal(), (404, 10008));
}

#[tokio::test]
async fn what_only_one_person_sees_is_not_in_the_channel() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    hand.answer(&told, 4, json!({ "content": "psst", "flags": 64 }))
        .await;
    let seen = waiting.await.unwrap().unwrap().message().unwrap();
    let messages = format!("/channels/{}/messages", hand.house.general);
    assert_eq!(hand.house.get(&messages).await.json, json!([]));
    let one = hand.house.get(&format!("{messages}/{}", seen.id)).await;
    assert_eq!(one.refusal(), (404, 10008));
    assert_eq!(hand.house.person("bob").messages(), []);
    hand.house.person("alice").dismiss(seen.id).unwrap();
    let patch = json!({ "content": "x" });
    let gone = hand
        .house
        .ask(Method::PATCH, &hand.original(&told), patch)
        .await;
    assert_eq!(gone.refusal(), (404, 10008));
}

#[tokio::test]
async fn an_answer_needs_no_permission_to_write() {
    let mut hand = Hand::new().await;
    let general = hand.house.general;
    hand.house
        .discord
        .change(|world| world.deny_bot(general, SEND_MESSAGES));
    let (_waiting, told) = hand.typed("/do").await;
    assert_eq!(
        hand.answer(&told, 4, json!({ "content": "done" }))
            .await
            .status,
        204
    );
    let permissions: u64 = told["app_permissions"].as_str().unwrap().parse().unwrap();
    assert_eq!(permissions & SEND_MESSAGES, 0);
}

#[tokio::test]
async fn each_occasion_has_its_answers() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    for kind in [0, 1, 6, 7, 8] {
        let wrong = hand.answer(&told, kind, json!({ "content": "x" })).await;
        assert_eq!(wrong.error_at("type"), "BASE_TYPE_CHOICES", "{kind}");
    }
    let empty = hand.answer(&told, 4, json!({})).await;
    assert_eq!(empty.refusal(), (400, 50006));
    let long = hand
        .answer(&told, 4, json!({ "content": "x".repeat(2001) }))
        .await;
    assert_eq!(long.error_at("data/content"), "BASE_TYPE_MAX_LENGTH");
}

#[tokio::test]
async fn a_pressed_button_comes_with_its_message() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    let data = json!({ "content": "panel", "flags": 64, "components": button() });
    hand.answer(&told, 4, data).await;
    let panel = waiting.await.unwrap().unwrap().message().unwrap();

    let (waiting, told) = hand.pressed(&panel).await;
    assert_eq!(
        told["data"],
        json!({ "component_type": 2, "custom_id": "p" })
    );
    assert_eq!(told["message"]["id"], panel.id.to_string());
    assert_eq!(told["message"]["flags"], 64);
    assert_eq!(hand.answer(&told, 6, Value::Null).await.status, 204);
    assert_eq!(waiting.await.unwrap(), Ok(Answer::DeferredUpdate));
    let changes = json!({ "content": "after", "components": [] });
    hand.house
        .ask(Method::PATCH, &hand.original(&told), changes)
        .await;
    let after = hand
        .house
        .person("alice")
        .sees_change(&panel)
        .await
        .unwrap();
    assert_eq!(
        (after.content.as_str(), after.rows().len(), after.edited),
        ("after", 0, true)
    );
}

#[tokio::test]
async fn with_response_the_message_comes_back() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    let (id, token) = (
        told["id"].as_str().unwrap(),
        told["token"].as_str().unwrap(),
    );
    let path = format!("/interactions/{id}/{token}/callback?with_response=true");
    let body = json!({ "type": 4, "data": { "content": "here" } });
    let got = hand.house.post(&path, body).await;
    assert_eq!(got.status, 200);
    assert_eq!(got.json["resource"]["message"]["content"], "here");
    assert_eq!(got.json["interaction"]["id"], id);
    assert_eq!(
        got.json["resource"]["message"]["interaction_metadata"]["id"],
        id
    );
}

#[tokio::test]
async fn a_button_in_a_direct_message_knows_no_guild() {
    let mut hand = Hand::new().await;
    let dm = hand.house.dm(hand.house.alice).await;
    let body = json!({ "content": "hello", "components": button() });
    hand.house
        .post(&format!("/channels/{dm}/messages"), body)
        .await;
    let seen = hand.house.person("alice").next_dm().await.unwrap();
    let (waiting, told) = hand.pressed(&seen).await;
    assert_eq!(told["user"]["username"], "alice");
    assert_eq!(
        (&told["channel"]["type"], &told["context"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(told["authorizing_integration_owners"], json!({ "0": "0" }));
    assert!(told["member"].is_null() && told["guild_id"].is_null());
    let update = json!({ "content": "pressed", "components": [] });
    assert_eq!(hand.answer(&told, 7, update).await.status, 204);
    assert!(matches!(waiting.await.unwrap(), Ok(Answer::Updated(seen)) if seen.rows().is_empty()));
}

#[tokio::test]
async fn roles_and_channels_can_be_chosen() {
    let mut hand = Hand::new().await;
    let role = hand
        .house
        .discord
        .change(|world| world.add_role(hand.house.guild, "crew", 0));
    let select = |kind: u64| json!({ "type": 1, "components": [{ "type": kind, "custom_id": kind.to_string() }] });
    let body = json!({ "content": "x", "components": [select(6), select(7), select(8)] });
    assert_eq!(hand.house.send(body).await.status, 200);
    let seen = hand.house.person("alice").messages().pop().unwrap();
    let (alice, channel) = (hand.house.alice.0, hand.house.general.0);
    for (which, value, kind, id) in [
        ("6", "@crew", "roles", role.0),
        ("7", "@crew", "roles", role.0),
        ("7", "@alice", "users", alice),
        ("8", "#general", "channels", channel),
    ] {
        let (person, seen) = (hand.house.person("alice"), seen.clone());
        let waiting = tokio::spawn(async move { person.choose(&seen, which, &[value]).await });
        let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
        assert_eq!(told["data"]["values"], json!([id.to_string()]));
        assert_eq!(
            told["data"]["resolved"][kind][id.to_string()]["id"],
            id.to_string()
        );
        hand.answer(&told, 6, Value::Null).await;
        assert_eq!(waiting.await.unwrap(), Ok(Answer::DeferredUpdate));
    }
}
