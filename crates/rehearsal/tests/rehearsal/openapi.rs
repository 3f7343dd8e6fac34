//! The answers, held against Discord's own description of its API.

use reqwest::Method;
use serde_json::json;

use crate::description::Description;
use crate::hand::Hand;
use crate::house::{Got, House};

fn fits(description: &Description, route: &str, method: &Method, got: &Got) {
    let problems = description.of_answer(route, method.as_str(), got.status, &got.json);
    assert_eq!(problems, Vec::<String>::new(), "{}", got.json);
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn every_answer_is_as_discord_describes_it() {
    let description = Description::given().unwrap();
    let house = House::open_with(|world, _| world.allow_intents(1 << 1)).await;
    let (guild, channel, alice) = (house.guild, house.general, house.alice);
    let app = house.app();
    let option = json!({ "type": 3, "name": "a", "description": "d", "choices": [{ "name": "c", "value": "c" }] });
    let command = json!({ "name": "remind", "description": "d", "options": [option] });
    let button = json!({ "type": 2, "style": 1, "label": "x", "custom_id": "x" });
    let select =
        json!({ "type": 3, "custom_id": "s", "options": [{ "label": "A", "value": "a" }] });
    let rows =
        json!([{ "type": 1, "components": [button] }, { "type": 1, "components": [select] }]);
    let field = json!({ "name": "n", "value": "v" });
    let embed = json!({ "title": "t", "fields": [field], "footer": { "text": "f" } });
    let message =
        json!({ "content": "x", "embeds": [embed, { "title": "bare" }], "components": rows });
    let sent = house.send(message.clone()).await.json["id"].clone();
    let sent = sent.as_str().unwrap();
    let path = |route: &str| {
        route
            .replace("{application_id}", &app)
            .replace("{guild_id}", &guild.to_string())
            .replace("{channel_id}", &channel.to_string())
            .replace("{message_id}", sent)
            .replace("{user_id}", &alice.to_string())
    };
    for route in [
        "/gateway",
        "/gateway/bot",
        "/users/@me",
        "/users/{user_id}",
        "/applications/@me",
        "/applications/{application_id}/commands",
        "/channels/{channel_id}",
        "/channels/{channel_id}/messages",
        "/channels/{channel_id}/messages/{message_id}",
        "/guilds/{guild_id}",
        "/guilds/{guild_id}/channels",
        "/guilds/{guild_id}/roles",
        "/guilds/{guild_id}/members",
        "/guilds/{guild_id}/members/{user_id}",
    ] {
        let got = house.get(&path(route)).await;
        fits(description, route, &Method::GET, &got);
    }
    let commands = json!([command, { "type": 2, "name": "Wave at" }]);
    let in_guild = "/applications/{application_id}/guilds/{guild_id}/commands";
    for (method, route, body) in [
        (
            Method::POST,
            "/users/@me/channels",
            json!({ "recipient_id": alice }),
        ),
        (
            Method::POST,
            "/applications/{application_id}/commands",
            command,
        ),
        (Method::PUT, in_guild, commands),
        (Method::POST, "/channels/{channel_id}/messages", message),
        (
            Method::PATCH,
            "/channels/{channel_id}/messages/{message_id}",
            json!({ "content": "y" }),
        ),
    ] {
        let got = house.ask(method.clone(), &path(route), body).await;
        fits(description, route, &method, &got);
    }
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn answers_to_interactions_too() {
    let description = Description::given().unwrap();
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    let (id, token) = (
        told["id"].as_str().unwrap(),
        told["token"].as_str().unwrap(),
    );
    let path = format!("/interactions/{id}/{token}/callback?with_response=true");
    let body = json!({ "type": 4, "data": { "content": "here", "flags": 64 } });
    let got = hand.house.post(&path, body).await;
    let route = "/interactions/{interaction_id}/{interaction_token}/callback";
    fits(description, route, &Method::POST, &got);
    let route = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    let got = hand.house.get(&hand.original(&told)).await;
    fits(description, route, &Method::GET, &got);
    let route = "/webhooks/{webhook_id}/{webhook_token}";
    let got = hand
        .house
        .post(&hand.webhook(&told), json!({ "content": "x" }))
        .await;
    fits(description, route, &Method::POST, &got);
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn messages_made_of_components_too() {
    let description = Description::given().unwrap();
    let house = House::open().await;
    let button = json!({ "type": 2, "style": 1, "label": "x", "custom_id": "x" });
    let select = json!({ "type": 5, "custom_id": "s" });
    let text = json!({ "type": 10, "content": "x" });
    let media = [
        json!({ "media": { "url": "https://example.com/a.png" } }),
        json!({ "media": { "url": "attachment://map.png" }, "description": "A map" }),
    ];
    let mut thumbnail = media[1].clone();
    thumbnail["type"] = json!(11);
    let parts = json!([
        { "type": 9, "components": [text], "accessory": button },
        { "type": 9, "components": [text], "accessory": thumbnail },
        { "type": 1, "components": [select] },
        { "type": 12, "items": media },
        { "type": 13, "file": { "url": "attachment://map.png" } },
        { "type": 14 },
        text,
    ]);
    let body = json!({
        "flags": 1 << 15,
        "components": [{ "type": 17, "components": parts }, { "type": 14, "spacing": 2 }],
    });
    let path = format!("/channels/{}/messages", house.general);
    let route = "/channels/{channel_id}/messages";
    let wrong = description.of_request(route, "POST", &body);
    assert_eq!(wrong, Vec::<String>::new());
    let sent = house.upload(Method::POST, &path, body, "map.png").await;
    assert_eq!(sent.status, 200, "{:?}", sent.json);
    fits(description, route, &Method::POST, &sent);
    let listed = house.get(&path).await;
    fits(description, route, &Method::GET, &listed);
}

#[test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
fn what_is_not_as_described_is_found() {
    let description = Description::given().unwrap();
    let problems = |answer| description.of_answer("/gateway", "GET", 200, &answer).len();
    assert_eq!(problems(json!({ "url": "wss://x" })), 0);
    assert_eq!(problems(json!({})), 1);
    assert_eq!(problems(json!({ "url": 1 })), 1);
    let long = json!({ "content": "x".repeat(4001) });
    let route = "/channels/{channel_id}/messages";
    assert_ne!(
        description.of_request(route, "POST", &long),
        Vec::<String>::new()
    );
}
