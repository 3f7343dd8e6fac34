//! Messages made of components and commands on the page, in the reader's language.

use std::collections::BTreeMap;
use std::sync::Arc;

use fantoccini::key::Key;
use rapport::calendar::Zone;
use rapport::clock::MovableClock;
use rehearsal::page::Page;
use rehearsal::{Rehearsal, World};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::driver::Browser;

/// A PNG of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\
    \x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\xa9\xf1\x9e\xaa\0\0\0\0IEND\xaeB`\x82";

fn message() -> Value {
    let person = |name: &str, id: &str, picture: &str| {
        let text = format!("### {name}\nYou last talked <t:1795424400:D>.\n-# You wanted to talk.");
        let talked = json!({ "type": 2, "style": 1, "label": "We talked", "custom_id": id });
        let thumbnail = json!({
            "type": 11, "media": { "url": picture }, "description": format!("{name}'s picture"),
        });
        [
            json!({
                "type": 9, "components": [{ "type": 10, "content": text }], "accessory": thumbnail,
            }),
            json!({ "type": 1, "components": [talked] }),
        ]
    };
    let [bob, bobs] = person("Bob", "b", "attachment://map.png");
    let [carol, carols] = person("Carol", "c", "https://example.com/carol.png");
    let avatar = "https://cdn.discordapp.com/embed/avatars/1.png";
    let [dan, dans] = person("Dan", "d", avatar);
    let line = json!({ "type": 14 });
    let parts = json!([bob, bobs, line, carol, carols, line, dan, dans]);
    let settings = json!({ "type": 2, "style": 2, "label": "Settings", "custom_id": "s" });
    let gallery = json!([{ "media": { "url": "attachment://map.png" }, "description": "A map" }]);
    json!({
        "flags": 1 << 15,
        "components": [
            { "type": 17, "accent_color": 0x58_65_F2, "components": parts },
            {
                "type": 9, "components": [{ "type": 10, "content": "Of two teams." }],
                "accessory": settings,
            },
            { "type": 12, "items": gallery },
            { "type": 13, "file": { "url": "attachment://map.png" } },
            { "type": 17, "spoiler": true, "components": [{ "type": 10, "content": "Hidden" }] },
        ],
    })
}

/// A server with one person who is in Tokyo, and a browser as wide as a phone on their page.
async fn opened() -> (Rehearsal, Browser) {
    let clock = MovableClock::standing("2026-11-23T09:00:00Z".parse().unwrap());
    let mut world = World::new(Arc::new(clock.clone()));
    let alice = world.add_person("alice", "Alice");
    let guild = world.add_guild("Lighthouse", alice);
    world.add_channel(guild, "general");
    let rehearsal = Rehearsal::start(world).await.unwrap();
    let zones = BTreeMap::from([(alice, "Asia/Tokyo".parse::<Zone>().unwrap())]);
    let page = Page::open(&rehearsal, clock, zones, &[]).await.unwrap();
    let at = Browser::open(400, 800).await;
    at.client.goto(page.address()).await.unwrap();
    at.find(r#"//*[@id="title"][contains(., "general")]"#).await;
    (rehearsal, at)
}

/// A request in the bot's name.
fn ask(rehearsal: &Rehearsal, method: Method, path: &str) -> RequestBuilder {
    reqwest::Client::new()
        .request(method, format!("{}/api/v10{path}", rehearsal.api_url()))
        .header("Authorization", format!("Bot {}", rehearsal.token()))
}

/// The reader sets their client to a language.
async fn read_in(at: &Browser, code: &str) {
    let choose = format!(
        "(() => {{ const select = document.querySelector('#language'); \
         select.value = '{code}'; select.dispatchEvent(new Event('change')); return true; }})()"
    );
    at.look(&choose).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn components_are_laid_out_named_and_written_in_the_readers_language() {
    let (rehearsal, at) = opened().await;
    let channel = rehearsal.person("alice").unwrap().channel();
    let file = Part::bytes(PIXEL).file_name("map.png");
    let form = Form::new().text("payload_json", message().to_string());
    let path = format!("/channels/{channel}/messages");
    let sent = ask(&rehearsal, Method::POST, &path)
        .multipart(form.part("files[0]", file.mime_str("image/png").unwrap()))
        .send()
        .await
        .unwrap();
    assert_eq!(sent.status(), 200, "{}", sent.text().await.unwrap());

    at.see("You last talked November 23, 2026.").await;
    at.until(
        "[...document.querySelectorAll('#messages img')].every((it) => it.naturalWidth === 1)",
    )
    .await;
    at.is_fit().await;
    let described = "[...document.querySelectorAll('#messages :is(img, [role=img])')] \
        .map((it) => it.alt || it.ariaLabel)";
    let expected = json!(["Bob's picture", "Carol's picture", "Dan's picture", "A map"]);
    assert_eq!(at.look(described).await, expected);
    let initial = "document.querySelector('.thumbnail .portrait').dataset.sign";
    assert_eq!(at.look(initial).await, json!("D"));
    let named = "[...document.querySelectorAll('#messages .row')] \
        .map((it) => document.getElementById(it.getAttribute('aria-labelledby')).innerText)";
    assert_eq!(at.look(named).await, json!(["Bob", "Carol", "Dan"]));
    let covered = "document.querySelector('details.spoiler').innerText.includes('Hidden')";
    assert_eq!(at.look(covered).await, json!(false));
    let instant = "document.querySelector('#messages .container time').dateTime";
    assert_eq!(at.look(instant).await, json!("2026-11-23T09:00:00.000Z"));

    read_in(&at, "ja").await;
    at.see("You last talked 2026年11月23日.").await;
    at.picture("rehearsal-layout.png").await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn commands_are_offered_in_the_readers_language() {
    let (rehearsal, at) = opened().await;
    let app = rehearsal.look(|world| world.application.id);
    let option = json!({
        "type": 3, "name": "colour", "name_localizations": { "de": "farbe" },
        "description": "Which", "description_localizations": { "de": "Welche" }, "required": true,
    });
    let command = json!({
        "name": "paint", "name_localizations": { "de": "malen" },
        "description": "Paints", "description_localizations": { "de": "Malt" },
        "options": [option],
    });
    let put = ask(
        &rehearsal,
        Method::PUT,
        &format!("/applications/{app}/commands"),
    );
    assert_eq!(
        put.json(&json!([command])).send().await.unwrap().status(),
        200
    );
    read_in(&at, "de").await;
    at.until("document.querySelector('#now').textContent.startsWith('Mo., 23. Nov.')")
        .await;
    at.to_box().await;
    at.complete("/ma", "/malen", Key::Tab).await;
    at.find(r#"//input[@aria-label="farbe: Welche"]"#).await;
    at.is_fit().await;
}
