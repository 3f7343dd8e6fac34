//! The world the tests happen in, and a bare HTTP client for it.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rehearsal::MovableClock;
use rehearsal::{ChannelId, GuildId, Person, Rehearsal, UserId, World};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

/// Long enough for a machine that is busy with other tests.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A guild with a channel and three people in it; Dan is in no guild.
pub(crate) struct House {
    pub(crate) discord: Rehearsal,
    pub(crate) clock: MovableClock,
    pub(crate) guild: GuildId,
    pub(crate) general: ChannelId,
    pub(crate) alice: UserId,
    pub(crate) bob: UserId,
    pub(crate) dan: UserId,
}

/// What a request was answered with.
#[derive(Debug)]
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) json: Value,
}

impl Got {
    /// Status and Discord's code.
    pub(crate) fn refusal(&self) -> (u16, u64) {
        (self.status, self.json["code"].as_u64().unwrap_or(u64::MAX))
    }

    /// The code of the first error at a place in the form: `embeds/0/title`.
    pub(crate) fn error_at(&self, place: &str) -> &str {
        let errors = self.json["errors"].pointer(&format!("/{place}/_errors/0/code"));
        errors.and_then(Value::as_str).unwrap_or_default()
    }
}

pub(crate) fn monday() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::open_with(|_, _| {}).await
    }

    /// Opens it after a change to its world.
    pub(crate) async fn open_with(change: impl FnOnce(&mut World, GuildId)) -> Self {
        let clock = MovableClock::standing(monday());
        let mut world = World::new(Arc::new(clock.clone()));
        let owner = world.add_person("olga", "Olga");
        let guild = world.add_guild("Lighthouse", owner);
        let general = world.add_channel(guild, "general");
        let alice = world.add_person("alice", "Alice");
        let bob = world.add_person("bob", "Bob Miller");
        let dan = world.add_person("dan", "Dan");
        world.join(guild, alice);
        world.join(guild, bob);
        // Tests begin many sessions in a moment.
        world.sharding.identify_every = None;
        change(&mut world, guild);
        let discord = Rehearsal::start(world)
            .await
            .unwrap()
            .with_patience(PATIENCE);
        Self {
            discord,
            clock,
            guild,
            general,
            alice,
            bob,
            dan,
        }
    }

    pub(crate) fn person(&self, name: &str) -> Person {
        self.discord.person(name).unwrap()
    }

    pub(crate) fn app(&self) -> String {
        self.discord.look(|world| world.application.id.to_string())
    }

    /// A request in the bot's name, with a JSON body unless it is null.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: Value) -> Got {
        let url = format!("{}/api/v10{path}", self.discord.api_url());
        let mut request = reqwest::Client::new()
            .request(method, url)
            .header("Authorization", format!("Bot {}", self.discord.token()));
        if !body.is_null() {
            request = request.json(&body);
        }
        got(request).await
    }

    /// A request in the bot's name with a file of five bytes.
    pub(crate) async fn upload(
        &self,
        method: Method,
        path: &str,
        body: Value,
        filename: &'static str,
    ) -> Got {
        let file = Part::bytes(b"bytes".as_slice()).file_name(filename);
        let form = Form::new().text("payload_json", body.to_string());
        let request = reqwest::Client::new()
            .request(method, format!("{}/api/v10{path}", self.discord.api_url()))
            .header("Authorization", format!("Bot {}", self.discord.token()))
            .multipart(form.part("files[0]", file));
        got(request).await
    }

    pub(crate) async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, Value::Null).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Got {
        self.ask(Method::POST, path, body).await
    }

    /// A message of the bot's in the general channel.
    pub(crate) async fn send(&self, body: Value) -> Got {
        self.post(&format!("/channels/{}/messages", self.general), body)
            .await
    }

    /// Opens the DM channel with somebody.
    pub(crate) async fn dm(&self, user: UserId) -> String {
        let opened = self
            .post(
                "/users/@me/channels",
                json!({ "recipient_id": user.to_string() }),
            )
            .await;
        opened.json["id"].as_str().unwrap().to_owned()
    }
}

pub(crate) async fn got(request: reqwest::RequestBuilder) -> Got {
    let answer = request.send().await.unwrap();
    Got {
        status: answer.status().as_u16(),
        json: answer.json().await.unwrap_or_default(),
    }
}
