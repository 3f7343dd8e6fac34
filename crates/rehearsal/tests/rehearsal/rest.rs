//! The HTTP routes, and what they refuse.

use chrono::TimeDelta;
use rehearsal::permissions::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, SEND_MESSAGES, VIEW_CHANNEL,
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::GUILD_MEMBERS;
use crate::house::{Got, House, got, monday};

#[tokio::test]
async fn only_the_bots_token_opens_the_door() {
    let house = House::open().await;
    let url = format!("{}/api/v10/users/@me", house.discord.api_url());
    let client = reqwest::Client::new();
    for authorization in ["", "Bot wrong", &house.discord.token()] {
        let got = got(client.get(&url).header("Authorization", authorization)).await;
        assert_eq!(got.status, 401);
        assert_eq!(
            got.json,
            json!({ "message": "401: Unauthorized", "code": 0 })
        );
    }
    assert_eq!(
        house.get("/users/@me").await.json["username"],
        "rehearsal-bot"
    );
    assert_eq!(house.discord.refusals().len(), 3);
    assert_eq!(house.discord.refusals()[0].path, "/api/v10/users/@me");
}

#[tokio::test]
async fn what_does_not_exist_is_unknown() {
    let house = House::open().await;
    let general = house.general;
    for (path, refusal) in [
        ("/nothing", (404, 0)),
        ("/channels/1", (404, 10003)),
        ("/channels/1/messages", (404, 10003)),
        ("/channels/x", (400, 50035)),
        ("/guilds/1", (404, 10004)),
        ("/guilds/1/members/1", (404, 10004)),
        ("/users/1", (404, 10013)),
        ("/applications/1/commands", (404, 10002)),
        (&format!("/channels/{general}/messages/1"), (404, 10008)),
        (&format!("/guilds/{}/members/1", house.guild), (404, 10013)),
        (
            &format!("/guilds/{}/members/{}", house.guild, house.dan),
            (404, 10007),
        ),
        (
            &format!("/channels/{general}/messages?limit=101"),
            (400, 50035),
        ),
        (
            &format!("/channels/{general}/messages?before=x"),
            (400, 50035),
        ),
    ] {
        assert_eq!(house.get(path).await.refusal(), refusal, "{path}");
    }
    let wrong_method = house.ask(Method::PUT, "/users/@me", Value::Null).await;
    assert_eq!(wrong_method.refusal(), (405, 0));
}

#[tokio::test]
async fn the_bot_reads_its_surroundings() {
    let house = House::open().await;
    let gateway = house.get("/gateway").await.json["url"].clone();
    assert!(gateway.as_str().unwrap().starts_with("ws://127.0.0.1:"));
    let bot = house.get("/gateway/bot").await.json;
    assert_eq!((&bot["url"], &bot["shards"]), (&gateway, &json!(1)));
    for path in ["/applications/@me", "/oauth2/applications/@me"] {
        assert_eq!(house.get(path).await.json["id"], house.app());
    }
    let guild = house.get(&format!("/guilds/{}", house.guild)).await.json;
    assert_eq!(
        (&guild["name"], &guild["roles"][0]["name"]),
        (&json!("Lighthouse"), &json!("@everyone"))
    );
    let channels = house
        .get(&format!("/guilds/{}/channels", house.guild))
        .await
        .json;
    assert_eq!(channels[0]["id"], house.general.to_string());
    let member = house
        .get(&format!("/guilds/{}/members/{}", house.guild, house.bob))
        .await
        .json;
    assert_eq!(member["user"]["global_name"], "Bob Miller");
}

#[tokio::test]
async fn listing_members_takes_the_members_intent() {
    let house = House::open().await;
    let path = format!("/guilds/{}/members?limit=1000", house.guild);
    assert_eq!(house.get(&path).await.refusal(), (403, 50001));
    house
        .discord
        .change(|world| world.allow_intents(GUILD_MEMBERS));
    assert_eq!(house.get(&path).await.json.as_array().unwrap().len(), 4);
    let after = format!("{path}&after={}", house.alice);
    assert_eq!(house.get(&after).await.json[0]["user"]["username"], "bob");
}

#[tokio::test]
async fn messages_are_sent_read_edited_and_deleted() {
    let house = House::open().await;
    let sent = house
        .send(json!({ "content": "hello", "tts": false }))
        .await;
    assert_eq!((sent.status, &sent.json["content"]), (200, &json!("hello")));
    let path = format!(
        "/channels/{}/messages/{}",
        house.general,
        sent.json["id"].as_str().unwrap()
    );
    assert_eq!(house.get(&path).await.json, sent.json);
    house.clock.move_to(monday() + TimeDelta::minutes(1));
    let edited = house
        .ask(Method::PATCH, &path, json!({ "content": "bye" }))
        .await;
    assert_eq!(edited.json["content"], "bye");
    assert_eq!(
        edited.json["edited_timestamp"],
        "2026-11-23T09:01:00.000000+00:00"
    );
    let emptied = house
        .ask(Method::PATCH, &path, json!({ "content": "" }))
        .await;
    assert_eq!(emptied.refusal(), (400, 50006));
    assert_eq!(
        house.ask(Method::DELETE, &path, Value::Null).await.status,
        204
    );
    assert_eq!(
        house
            .ask(Method::DELETE, &path, Value::Null)
            .await
            .refusal(),
        (404, 10008)
    );
}

#[tokio::test]
async fn pages_of_messages() {
    let house = House::open().await;
    let mut ids = Vec::new();
    for number in 0..5 {
        ids.push(
            house
                .send(json!({ "content": number.to_string() }))
                .await
                .json["id"]
                .clone(),
        );
    }
    let contents = |got: Got| -> Vec<String> {
        let list = got.json.as_array().unwrap().clone();
        list.iter()
            .map(|m| m["content"].as_str().unwrap().to_owned())
            .collect()
    };
    let path = format!("/channels/{}/messages", house.general);
    assert_eq!(
        contents(house.get(&format!("{path}?limit=2")).await),
        ["4", "3"]
    );
    let before = format!("{path}?limit=2&before={}", ids[3].as_str().unwrap());
    assert_eq!(contents(house.get(&before).await), ["2", "1"]);
    let after = format!("{path}?limit=2&after={}", ids[1].as_str().unwrap());
    assert_eq!(contents(house.get(&after).await), ["3", "2"]);
}

#[tokio::test]
async fn other_peoples_messages_are_theirs() {
    let house = House::open().await;
    let said = house.person("alice").say("mine").unwrap();
    let path = format!("/channels/{}/messages/{}", house.general, said.id);
    let edited = house
        .ask(Method::PATCH, &path, json!({ "content": "no" }))
        .await;
    assert_eq!(edited.refusal(), (403, 50005));
    assert_eq!(
        house
            .ask(Method::DELETE, &path, Value::Null)
            .await
            .refusal(),
        (403, 50013)
    );
}

#[tokio::test]
async fn many_messages_are_deleted_at_once() {
    let house = House::open().await;
    let said: Vec<String> = (0..3)
        .map(|_| house.person("alice").say("x").unwrap().id.to_string())
        .collect();
    let path = format!("/channels/{}/messages/bulk-delete", house.general);
    let body = json!({ "messages": said });
    assert_eq!(
        house.post(&path, body.clone()).await.refusal(),
        (403, 50013)
    );
    house.discord.change(|world| {
        let role = world.add_role(house.guild, "sweeper", MANAGE_MESSAGES);
        world.give_role(house.guild, world.bot(), role);
    });
    assert_eq!(
        house
            .post(&path, json!({ "messages": ["1"] }))
            .await
            .refusal(),
        (400, 50035)
    );
    assert_eq!(
        house
            .post(&path, json!({ "messages": ["1", "2"] }))
            .await
            .refusal(),
        (400, 50034)
    );
    assert_eq!(house.post(&path, body).await.status, 204);
    assert_eq!(house.person("alice").messages(), []);
}

#[tokio::test]
async fn permissions_are_asked_for() {
    let embed = json!({ "embeds": [{ "title": "x" }] });
    for (denied, body, refusal) in [
        (VIEW_CHANNEL, json!({ "content": "x" }), (403, 50001)),
        (SEND_MESSAGES, json!({ "content": "x" }), (403, 50013)),
        (EMBED_LINKS, embed, (403, 50013)),
    ] {
        let house = House::open().await;
        house
            .discord
            .change(|world| world.deny_bot(house.general, denied));
        assert_eq!(house.send(body).await.refusal(), refusal);
    }
    let house = House::open().await;
    house
        .discord
        .change(|world| world.deny_bot(house.general, ATTACH_FILES));
    assert_eq!(upload(&house, json!({})).await.refusal(), (403, 50013));
}

#[tokio::test]
async fn a_nonce_sends_once() {
    let house = House::open().await;
    let body = json!({ "content": "once", "nonce": "letter-1", "enforce_nonce": true });
    let first = house.send(body.clone()).await.json["id"].clone();
    house.clock.move_to(monday() + TimeDelta::minutes(1));
    assert_eq!(house.send(body.clone()).await.json["id"], first);
    let other = json!({ "content": "x", "nonce": "letter-2", "enforce_nonce": true });
    assert_ne!(house.send(other).await.json["id"], first);
    let not_enforced = json!({ "content": "x", "nonce": "letter-1" });
    assert_ne!(house.send(not_enforced).await.json["id"], first);
    house.clock.move_to(monday() + TimeDelta::minutes(5));
    assert_ne!(house.send(body).await.json["id"], first);
}

/// Sends a file with a message.
async fn upload(house: &House, payload: Value) -> Got {
    let path = format!("/channels/{}/messages", house.general);
    house.upload(Method::POST, &path, payload, "a.txt").await
}

#[tokio::test]
async fn files_are_named_and_described() {
    let house = House::open().await;
    let described =
        json!({ "attachments": [{ "id": 0, "description": "text", "filename": "b.txt" }] });
    let sent = upload(&house, described).await.json;
    let file = &sent["attachments"][0];
    assert_eq!(
        (&file["filename"], &file["description"]),
        (&json!("b.txt"), &json!("text"))
    );
    assert_eq!(file["size"], 5);
    let long = json!({ "attachments": [{ "id": 0, "description": "x".repeat(1025) }] });
    let refused = upload(&house, long).await;
    assert_eq!(
        refused.error_at("attachments/0/description"),
        "BASE_TYPE_MAX_LENGTH"
    );
    let missing = json!({ "attachments": [{ "id": 7 }] });
    assert_eq!(
        upload(&house, missing).await.error_at("attachments/0/id"),
        "ATTACHMENT_NOT_FOUND"
    );
    let picture = json!({ "embeds": [{ "image": { "url": "attachment://other.png" } }] });
    assert_eq!(upload(&house, picture).await.refusal(), (400, 50035));
}

#[tokio::test]
async fn a_body_that_is_not_json() {
    let house = House::open().await;
    let url = format!(
        "{}/api/v10/channels/{}/messages",
        house.discord.api_url(),
        house.general
    );
    let request = reqwest::Client::new()
        .post(url)
        .header("Authorization", format!("Bot {}", house.discord.token()))
        .header("Content-Type", "application/json")
        .body("{");
    assert_eq!(got(request).await.refusal(), (400, 50109));
}

#[tokio::test]
async fn only_those_allowed_are_pinged() {
    let house = House::open().await;
    let text = format!("<@{}> and <@!{}> and @everyone", house.alice, house.bob);
    let pinged = async |mentions: Value| {
        let mut body = json!({ "content": text });
        if !mentions.is_null() {
            body["allowed_mentions"] = mentions;
        }
        let id = house.send(body).await.json["id"].clone();
        let seen = house.person("olga").messages().pop().unwrap();
        assert_eq!(seen.id.to_string(), id.as_str().unwrap());
        (seen.pinged, seen.pinged_everyone)
    };
    let (alice, bob) = (house.alice, house.bob);
    assert_eq!(pinged(Value::Null).await, (vec![alice, bob], true));
    assert_eq!(pinged(json!({ "parse": [] })).await, (vec![], false));
    assert_eq!(
        pinged(json!({ "parse": ["users"] })).await,
        (vec![alice, bob], false)
    );
    assert_eq!(
        pinged(json!({ "users": [bob.to_string()] })).await,
        (vec![bob], false)
    );
}

#[tokio::test]
async fn a_nonce_counts_in_every_channel_and_not_again_once_its_message_is_deleted() {
    let house = House::open().await;
    let other = house
        .discord
        .change(|world| world.add_channel(house.guild, "other"));
    let body = json!({ "content": "once", "nonce": "letter-1", "enforce_nonce": true });
    let first = house.send(body.clone()).await.json["id"].clone();
    let path = format!("/channels/{other}/messages");
    assert_eq!(house.post(&path, body.clone()).await.json["id"], first);
    let first = first.as_str().unwrap().parse().unwrap();
    house
        .discord
        .change(|world| world.delete_message(rehearsal::MessageId(first)));
    assert_eq!(house.send(body).await.refusal(), (404, 10008));
}
