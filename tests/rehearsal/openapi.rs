//! The answers, held against Discord's own description of its API.

use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{Got, House};

/// Discord's description, and the means to hold a value against it.
struct Description(Value);

impl Description {
    fn read() -> Self {
        let path = std::env::var("DISCORD_OPENAPI").unwrap();
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    /// The answer is as the description of the route says.
    fn fits(&self, route: &str, method: &Method, got: &Got) {
        let method = method.as_str().to_lowercase();
        let answer = &self.0["paths"][route][&method]["responses"][got.status.to_string()];
        assert!(
            !answer.is_null(),
            "{method} {route} does not answer {}",
            got.status
        );
        let schema = &answer["content"]["application/json"]["schema"];
        let verdict = self.check(schema, &got.json, route);
        assert_eq!(verdict, Ok(()), "{}", got.json);
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        if let Some(name) = schema["$ref"].as_str() {
            let referred = self.0.pointer(name.trim_start_matches('#')).unwrap();
            return self.check(referred, value, at);
        }
        for all in items(&schema["allOf"]) {
            self.check(all, value, at)?;
        }
        for choice in ["oneOf", "anyOf"] {
            self.check_choice(items(&schema[choice]), value, at)?;
        }
        Self::check_type(schema, value, at)?;
        for (index, item) in items(value).iter().enumerate() {
            self.check(&schema["items"], item, &format!("{at}/{index}"))?;
        }
        self.check_properties(schema, value, at)
    }

    fn check_choice(&self, choices: &[Value], value: &Value, at: &str) -> Result<(), String> {
        let mut verdicts = choices.iter().map(|choice| self.check(choice, value, at));
        let problems: Result<Vec<String>, ()> =
            verdicts.try_fold(Vec::new(), |mut all, verdict| {
                all.push(verdict.err().ok_or(())?);
                Ok(all)
            });
        match problems {
            Ok(problems) if !problems.is_empty() => Err(problems.join(" | ")),
            _ => Ok(()),
        }
    }

    fn check_type(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let fits = |allowed: &Value| allowed == kind || allowed == "number" && kind == "integer";
        let allowed = &schema["type"];
        let known = !allowed.is_null();
        if known && !fits(allowed) && !items(allowed).iter().any(fits) {
            return Err(format!("{at} is {kind}, not {allowed}"));
        }
        let listed = &schema["enum"];
        if !listed.is_null() && !value.is_null() && !items(listed).contains(value) {
            return Err(format!("{at} is {value}, not one of {listed}"));
        }
        let only = &schema["const"];
        if !only.is_null() && only != value {
            return Err(format!("{at} is {value}, not {only}"));
        }
        Ok(())
    }

    fn check_properties(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let Some(object) = value.as_object() else {
            return Ok(());
        };
        let required = items(&schema["required"]).iter().filter_map(Value::as_str);
        if let Some(missing) = required.into_iter().find(|key| !object.contains_key(*key)) {
            return Err(format!("{at} has no {missing}"));
        }
        for (key, value) in object {
            let property = &schema["properties"][key];
            self.check(property, value, &format!("{at}/{key}"))?;
        }
        Ok(())
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn every_answer_is_as_discord_describes_it() {
    let description = Description::read();
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
        description.fits(route, &Method::GET, &got);
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
        description.fits(route, &method, &got);
    }
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn answers_to_interactions_too() {
    let description = Description::read();
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
    description.fits(route, &Method::POST, &got);
    let route = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    let got = hand.house.get(&hand.original(&told)).await;
    description.fits(route, &Method::GET, &got);
    let route = "/webhooks/{webhook_id}/{webhook_token}";
    let got = hand
        .house
        .post(&hand.webhook(&told), json!({ "content": "x" }))
        .await;
    description.fits(route, &Method::POST, &got);
}

#[test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
fn what_is_not_as_described_is_found() {
    let description = Description::read();
    let schema = json!({ "$ref": "#/components/schemas/GatewayResponse" });
    assert!(description.check(&schema, &json!({}), "").is_err());
    assert!(
        description
            .check(&schema, &json!({ "url": 1 }), "")
            .is_err()
    );
    assert!(
        description
            .check(&schema, &json!({ "url": "x" }), "")
            .is_ok()
    );
}
