//! The page's server: who it lets in, and what a client can do there.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use rapport::clock::Clock as _;
use rapport::rehearsal::UserId;
use rapport::rehearsal::page::Page;
use reqwest::header::{CONTENT_SECURITY_POLICY, COOKIE, HOST, ORIGIN, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{Got, House, PATIENCE, got, monday};

/// A page and somebody who was given its address.
struct Visit {
    page: Page,
    cookie: String,
}

impl Visit {
    /// Opens the page for Alice and Bob.
    async fn to(house: &House) -> Self {
        let zones = [house.alice, house.bob].map(|user| (user, Tz::Europe__Berlin));
        let zones = BTreeMap::from(zones);
        let clock = house.clock.clone();
        let page = Page::open(&house.discord, clock, zones, &[]).await.unwrap();
        let answer = reqwest::get(page.address()).await.unwrap();
        assert_eq!(answer.status(), 200);
        let cookie = answer.headers()[SET_COOKIE].to_str().unwrap().to_owned();
        for wanted in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(wanted), "{cookie}");
        }
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { page, cookie }
    }

    /// `http://127.0.0.1:port`.
    fn origin(&self) -> &str {
        self.page.address().split_once("/?").unwrap().0
    }

    /// A request as a browser makes it on the page.
    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.stranger(method, path)
            .header(COOKIE, &self.cookie)
            .header(ORIGIN, self.origin())
    }

    /// A request by whoever has only heard of the port.
    fn stranger(&self, method: Method, path: &str) -> RequestBuilder {
        Client::new().request(method, format!("{}{path}", self.origin()))
    }

    async fn post(&self, path: &str, body: Value) -> Got {
        got(self.ask(Method::POST, path).json(&body)).await
    }

    async fn stream(&self, user: UserId) -> Stream {
        let request = self.ask(Method::GET, &format!("/api/users/{user}/events"));
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        Stream {
            response,
            heard: String::new(),
        }
    }
}

/// What somebody's page hears of.
struct Stream {
    response: Response,
    heard: String,
}

impl Stream {
    async fn next(&mut self) -> Value {
        tokio::time::timeout(PATIENCE, self.read()).await.unwrap()
    }

    async fn read(&mut self) -> Value {
        loop {
            if let Some((event, rest)) = self.heard.split_once("\n\n") {
                let data = event.strip_prefix("data: ").map(str::to_owned);
                self.heard = rest.to_owned();
                if let Some(data) = data {
                    return serde_json::from_str(&data).unwrap();
                }
            } else {
                let chunk = self.response.chunk().await.unwrap().unwrap();
                self.heard.push_str(std::str::from_utf8(&chunk).unwrap());
            }
        }
    }

    /// The next event of this name.
    async fn event(&mut self, name: &str) -> Value {
        loop {
            let batch = self.next().await;
            let events = batch["events"].as_array().unwrap();
            if let Some(found) = events.iter().find(|event| event["t"] == name) {
                return found["d"].clone();
            }
        }
    }
}

async fn status(request: RequestBuilder) -> u16 {
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn only_whoever_has_the_address_gets_in() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    for path in ["/", "/?token=", "/?token=wrong", "/app.js", "/api/people"] {
        assert_eq!(
            status(visit.stranger(Method::GET, path)).await,
            401,
            "{path}"
        );
    }
    let almost = visit.page.address().replace(visit.origin(), "");
    let almost = &almost[..almost.len() - 1];
    assert_eq!(status(visit.stranger(Method::GET, almost)).await, 401);
    let elsewhere = almost.replacen("/?", "/api/people?", 1);
    assert_eq!(status(visit.stranger(Method::GET, &elsewhere)).await, 401);
    for path in ["/", "/app.js", "/style.css", "/api/people"] {
        assert_eq!(status(visit.ask(Method::GET, path)).await, 200, "{path}");
    }
}

#[tokio::test]
async fn each_page_has_a_secret_of_its_own() {
    let house = House::open().await;
    let (one, other) = (Visit::to(&house).await, Visit::to(&house).await);
    let secret = |visit: &Visit| visit.page.address().split_once('=').unwrap().1.to_owned();
    assert!(secret(&one).len() >= 43, "256 bits");
    assert_ne!(secret(&one), secret(&other));
    let foreign = other
        .stranger(Method::GET, "/api/people")
        .header(COOKIE, &one.cookie);
    assert_eq!(status(foreign).await, 401);
}

#[tokio::test]
async fn it_answers_to_its_own_name_alone() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let port = visit.origin().rsplit_once(':').unwrap().1;
    for (host, wanted) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        ("127.0.0.1".to_owned(), 421),
        (format!("rebound.example:{port}"), 421),
    ] {
        let request = visit
            .stranger(Method::GET, "/api/people")
            .header(COOKIE, &visit.cookie);
        assert_eq!(status(request.header(HOST, &host)).await, wanted, "{host}");
    }
}

#[tokio::test]
async fn no_other_site_can_use_it_through_the_browser() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let path = format!(
        "/api/users/{}/channels/{}/messages",
        house.alice, house.general
    );
    let say = |origin: Option<&str>| {
        let request = visit
            .stranger(Method::POST, &path)
            .header(COOKIE, &visit.cookie);
        let request = request.json(&json!({ "content": "hello" }));
        match origin {
            Some(origin) => request.header(ORIGIN, origin),
            None => request,
        }
    };
    for origin in [
        None,
        Some("null"),
        Some("http://127.0.0.1:1"),
        Some("https://evil.example"),
    ] {
        assert_eq!(status(say(origin)).await, 403, "{origin:?}");
    }
    let embedded = visit
        .stranger(Method::GET, "/app.js")
        .header(COOKIE, &visit.cookie);
    assert_eq!(
        status(embedded.header("Sec-Fetch-Site", "same-site")).await,
        403
    );
    assert_eq!(house.person("alice").messages(), []);
    assert_eq!(status(say(Some(visit.origin()))).await, 204);
    assert_eq!(house.person("alice").messages().len(), 1);
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let answers = [
        visit.ask(Method::GET, "/"),
        visit.ask(Method::GET, "/api/people"),
        visit.ask(Method::GET, "/nothing"),
        visit.stranger(Method::GET, "/"),
    ];
    for request in answers {
        let answer = request.send().await.unwrap();
        let header = |name: &str| answer.headers()[name].to_str().unwrap();
        let policy = header(CONTENT_SECURITY_POLICY.as_str());
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(
            policy.contains("require-trusted-types-for 'script'"),
            "{policy}"
        );
        assert!(
            !policy.contains("unsafe") && !policy.contains("http"),
            "{policy}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(header("referrer-policy"), "no-referrer");
    }
}

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
    let bot = house.discord.look(|world| world.bot());
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
