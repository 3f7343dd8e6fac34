//! What a form may hold: each limit, at it and beyond it.
#![expect(
    clippy::needless_pass_by_value,
    reason = "a `json!` reads best where it is made"
)]

use serde_json::{Value, json};

use crate::house::House;

const LONG: &str = "BASE_TYPE_MAX_LENGTH";
const LENGTH: &str = "BASE_TYPE_BAD_LENGTH";
const REQUIRED: &str = "BASE_TYPE_REQUIRED";

fn x(length: usize) -> String {
    "x".repeat(length)
}

fn rows(parts: &[Value]) -> Value {
    json!({ "components": [{ "type": 1, "components": parts }] })
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Press", "custom_id": id })
}

fn select(changes: Value) -> Value {
    let mut select = json!({
        "type": 3, "custom_id": "s", "options": [{ "label": "A", "value": "a" }],
    });
    for (key, value) in changes.as_object().unwrap() {
        select[key] = value.clone();
    }
    rows(&[select])
}

fn options(count: usize) -> Value {
    let option = |n: usize| json!({ "label": "A", "value": n.to_string() });
    select(json!({ "options": (0..count).map(option).collect::<Vec<_>>() }))
}

fn embed(embed: Value) -> Value {
    json!({ "embeds": [embed] })
}

#[tokio::test]
async fn messages_within_every_limit() {
    let house = House::open().await;
    let fields: Vec<Value> = (0..25)
        .map(|_| json!({ "name": "n", "value": "v" }))
        .collect();
    for body in [
        json!({ "content": x(2000) }),
        // Counted in code points: each of these has two UTF-16 units and four bytes.
        json!({ "content": "🏮".repeat(2000) }),
        embed(json!({ "title": x(256), "description": x(4096), "color": 0xFF_FF_FF })),
        embed(json!({ "footer": { "text": x(2048) }, "author": { "name": x(256) } })),
        embed(json!({ "fields": fields })),
        json!({ "embeds": vec![json!({ "title": "x" }); 10] }),
        rows(&[
            button("a"),
            button("b"),
            button("c"),
            button("d"),
            button(&x(100)),
        ]),
        rows(&[json!({ "type": 2, "style": 5, "label": "Go", "url": "https://example.com" })]),
        options(25),
        select(json!({ "placeholder": x(150), "min_values": 0 })),
        json!({ "content": "x", "nonce": x(25) }),
        json!({ "content": "x", "nonce": 12345 }),
    ] {
        let sent = house.send(body.clone()).await;
        assert_eq!(sent.status, 200, "{body} {:?}", sent.json);
    }
}

/// The message is refused with this code at this place of the form.
async fn refused(house: &House, body: Value, place: &str, code: &str) {
    let sent = house.send(body).await;
    assert_eq!(sent.refusal(), (400, 50035), "{place}");
    assert_eq!(sent.error_at(place), code, "{place} {:?}", sent.json);
}

#[tokio::test]
async fn embeds_beyond_a_limit() {
    let house = House::open().await;
    let fields: Vec<Value> = (0..26)
        .map(|_| json!({ "name": "n", "value": "v" }))
        .collect();
    for (body, place, code) in [
        (
            json!({ "embeds": vec![json!({ "title": "x" }); 11] }),
            "embeds",
            LONG,
        ),
        (
            json!({ "embeds": vec![json!({ "description": x(3001) }); 2] }),
            "embeds",
            "MAX_EMBED_SIZE_EXCEEDED",
        ),
        (embed(json!({ "title": x(257) })), "embeds/0/title", LONG),
        (
            embed(json!({ "description": x(4097) })),
            "embeds/0/description",
            LONG,
        ),
        (
            embed(json!({ "footer": { "text": x(2049) } })),
            "embeds/0/footer/text",
            LENGTH,
        ),
        (
            embed(json!({ "author": { "name": x(257) } })),
            "embeds/0/author/name",
            LENGTH,
        ),
        (embed(json!({ "fields": fields })), "embeds/0/fields", LONG),
        (
            embed(json!({ "fields": [{ "name": x(257), "value": "v" }] })),
            "embeds/0/fields/0/name",
            LENGTH,
        ),
        (
            embed(json!({ "fields": [{ "name": "n", "value": x(1025) }] })),
            "embeds/0/fields/0/value",
            LENGTH,
        ),
        (
            embed(json!({ "fields": [{ "name": "n", "value": "" }] })),
            "embeds/0/fields/0/value",
            REQUIRED,
        ),
        (
            embed(json!({ "title": "x", "color": 0x100_0000 })),
            "embeds/0/color",
            "NUMBER_TYPE_MAX",
        ),
        (
            embed(json!({ "image": { "url": "no url" } })),
            "embeds/0/image/url",
            "URL_TYPE_INVALID_URL",
        ),
    ] {
        refused(&house, body, place, code).await;
    }
}

#[tokio::test]
async fn messages_beyond_a_limit() {
    let house = House::open().await;
    let row = || json!({ "type": 1, "components": [] });
    for (body, place, code) in [
        (json!({ "content": x(2001) }), "content", LONG),
        (json!({ "content": 5 }), "content", "STRING_TYPE_CONVERT"),
        (json!({ "components": vec![row(); 6] }), "components", LONG),
        (
            json!({ "components": [row()] }),
            "components/0/components",
            LENGTH,
        ),
        (
            json!({ "components": [button("a")] }),
            "components/0",
            "UNION_TYPE_CHOICES",
        ),
        (
            json!({ "content": "x", "allowed_mentions": { "parse": ["users"], "users": ["1"] } }),
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            json!({ "content": "x", "allowed_mentions": { "parse": ["people"] } }),
            "allowed_mentions/parse/0",
            "BASE_TYPE_CHOICES",
        ),
        (json!({ "content": "x", "nonce": x(26) }), "nonce", LONG),
        (
            json!({ "content": "x", "enforce_nonce": true }),
            "nonce",
            REQUIRED,
        ),
        (
            json!({ "content": "x", "flags": 64 }),
            "flags",
            "BASE_TYPE_CHOICES",
        ),
    ] {
        refused(&house, body, place, code).await;
    }
    assert_eq!(house.send(json!({})).await.refusal(), (400, 50006));
    assert_eq!(
        house.send(json!({ "content": "" })).await.refusal(),
        (400, 50006)
    );
}

#[tokio::test]
async fn buttons_beyond_a_limit() {
    let house = House::open().await;
    let six: Vec<Value> = (0..6).map(|n| button(&n.to_string())).collect();
    let first = "components/0/components/0";
    for (parts, place, code) in [
        (six, "components/0/components", LENGTH),
        (vec![button(&x(101))], &format!("{first}/custom_id"), LENGTH),
        (vec![button("")], &format!("{first}/custom_id"), REQUIRED),
        (
            vec![button("a"), button("a")],
            "components/0/components/1/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            vec![json!({ "type": 2, "style": 1, "label": x(81), "custom_id": "a" })],
            &format!("{first}/label"),
            LONG,
        ),
        (
            vec![json!({ "type": 2, "style": 1, "custom_id": "a" })],
            first,
            "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
        ),
        (
            vec![json!({ "type": 2, "style": 9, "label": "x", "custom_id": "a" })],
            &format!("{first}/style"),
            "BASE_TYPE_CHOICES",
        ),
        (
            vec![json!({ "type": 2, "style": 5, "label": "x" })],
            &format!("{first}/url"),
            REQUIRED,
        ),
        (
            vec![json!({
                "type": 2, "style": 5, "label": "x", "url": "https://example.com",
                "custom_id": "a",
            })],
            first,
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        ),
        (
            vec![button("a"), json!({ "type": 5, "custom_id": "b" })],
            "components/0/components/1",
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        ),
        (
            vec![json!({ "type": 4, "custom_id": "a" })],
            first,
            "UNION_TYPE_CHOICES",
        ),
    ] {
        refused(&house, rows(&parts), place, code).await;
    }
}

#[tokio::test]
async fn selects_beyond_a_limit() {
    let house = House::open().await;
    let part = "components/0/components/0";
    let one = |option: Value| select(json!({ "options": [option] }));
    for (body, place, code) in [
        (options(0), "options", LENGTH),
        (options(26), "options", LENGTH),
        (
            one(json!({ "label": x(101), "value": "a" })),
            "options/0/label",
            LENGTH,
        ),
        (
            one(json!({ "label": "A", "value": x(101) })),
            "options/0/value",
            LENGTH,
        ),
        (
            one(json!({ "label": "A", "value": "a", "description": x(101) })),
            "options/0/description",
            LONG,
        ),
        (
            select(json!({ "options": vec![json!({ "label": "A", "value": "a" }); 2] })),
            "options/1/value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        (
            select(json!({ "placeholder": x(151) })),
            "placeholder",
            LONG,
        ),
        (
            select(json!({ "min_values": 2, "max_values": 1 })),
            "max_values",
            LENGTH,
        ),
        (select(json!({ "max_values": 2 })), "options", LENGTH),
        (
            select(json!({ "max_values": 26 })),
            "max_values",
            "NUMBER_TYPE_MAX",
        ),
    ] {
        let sent = house.send(body).await;
        assert_eq!(sent.refusal(), (400, 50035), "{place}");
        assert_eq!(
            sent.error_at(&format!("{part}/{place}")),
            code,
            "{place} {:?}",
            sent.json
        );
    }
}
