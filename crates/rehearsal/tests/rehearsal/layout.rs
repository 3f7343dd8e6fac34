//! Messages made of components alone (Components V2): what they may hold, and what comes back.
#![expect(
    clippy::needless_pass_by_value,
    reason = "a `json!` reads best where it is made"
)]

use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{Got, House};

/// `IS_COMPONENTS_V2`.
const V2: u64 = 1 << 15;
const LEGACY: &str = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
const LENGTH: &str = "BASE_TYPE_BAD_LENGTH";
const REQUIRED: &str = "BASE_TYPE_REQUIRED";
const TYPE: &str = "UNION_TYPE_CHOICES";
const NOT_FOUND: &str = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";

fn x(length: usize) -> String {
    "x".repeat(length)
}

fn v2(parts: Value) -> Value {
    json!({ "flags": V2, "components": parts })
}

fn text(content: &str) -> Value {
    json!({ "type": 10, "content": content })
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Press", "custom_id": id })
}

fn row(parts: &[Value]) -> Value {
    json!({ "type": 1, "components": parts })
}

fn picture(url: &str) -> Value {
    json!({ "media": { "url": url } })
}

fn gallery(items: Value) -> Value {
    json!({ "type": 12, "items": items })
}

fn thumbnail(url: &str) -> Value {
    json!({ "type": 11, "media": { "url": url } })
}

fn file(url: &str) -> Value {
    json!({ "type": 13, "file": { "url": url } })
}

fn section(texts: &[Value], accessory: Value) -> Value {
    json!({ "type": 9, "components": texts, "accessory": accessory })
}

fn container(parts: Value) -> Value {
    json!({ "type": 17, "components": parts })
}

fn with(mut part: Value, key: &str, value: Value) -> Value {
    part[key] = value;
    part
}

/// A message in the general channel with a file `map.png`.
async fn send_with_map(house: &House, body: Value) -> Got {
    let path = format!("/channels/{}/messages", house.general);
    house.upload(Method::POST, &path, body, "map.png").await
}

async fn edit(house: &House, sent: &Got, body: Value) -> Got {
    let id = sent.json["id"].as_str().unwrap();
    let path = format!("/channels/{}/messages/{id}", house.general);
    house.ask(Method::PATCH, &path, body).await
}

#[tokio::test]
async fn components_within_every_limit_are_taken() {
    let house = House::open().await;
    let separator = json!({ "type": 14, "spacing": 2, "divider": false });
    for parts in [
        json!([text(&x(4000))]),
        // Counted in code points.
        json!([text(&"🏮".repeat(2000)), text(&"🏮".repeat(2000))]),
        json!(vec![text("x"); 40]),
        json!([container(json!(vec![text("x"); 39]))]),
        json!([
            section(&[text("a"), text("b"), text("c")], button("s")),
            separator
        ]),
        json!([section(
            &[text("a")],
            thumbnail("https://example.com/a.png")
        )]),
        json!([gallery(json!(vec![
            picture("https://example.com/a.png");
            10
        ]))]),
        json!([with(
            container(json!([row(&[button("a")])])),
            "accent_color",
            json!(0xFF_FF_FF)
        )]),
        json!([
            with(text("a"), "id", json!(i32::MAX)),
            with(text("b"), "id", json!(0))
        ]),
        json!([row(&[json!({ "type": 5, "custom_id": "s" })])]),
    ] {
        let sent = house.send(v2(parts.clone())).await;
        assert_eq!(sent.status, 200, "{parts} {:?}", sent.json);
    }
}

/// A message of these components is refused with `code` at `place`.
async fn refused(house: &House, parts: Value, place: &str, code: &str) {
    let sent = house.send(v2(parts.clone())).await;
    assert_eq!(sent.refusal(), (400, 50035), "{parts}");
    assert_eq!(sent.error_at(place), code, "{parts} {:?}", sent.json);
}

#[tokio::test]
async fn too_many_components_and_wrong_ones_are_refused() {
    let house = House::open().await;
    let url = "https://example.com/a.png";
    for (parts, place, code) in [
        (
            json!([text(&x(4000)), text("x")]),
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        ),
        (
            json!([
                section(&vec![text("x"); 3], button("a")),
                container(json!(vec![text("x"); 35]))
            ]),
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        ),
        (json!([button("a")]), "components/0", TYPE),
        (json!([thumbnail(url)]), "components/0", TYPE),
        (
            json!([container(json!([]))]),
            "components/0/components",
            LENGTH,
        ),
        (
            json!([container(json!([container(json!([text("x")]))]))]),
            "components/0/components/0",
            TYPE,
        ),
        (
            json!([with(
                container(json!([text("x")])),
                "accent_color",
                json!(0x1_00_00_00)
            )]),
            "components/0/accent_color",
            "NUMBER_TYPE_MAX",
        ),
        (
            json!([with(container(json!([text("x")])), "spoiler", json!("yes"))]),
            "components/0/spoiler",
            "BOOLEAN_TYPE_CONVERT",
        ),
    ] {
        refused(&house, parts, place, code).await;
    }
}

#[tokio::test]
async fn texts_and_sections_beyond_a_limit_are_refused() {
    let house = House::open().await;
    for (parts, place, code) in [
        (json!([text("")]), "components/0/content", REQUIRED),
        (json!([text(&x(4001))]), "components/0/content", LENGTH),
        (
            json!([section(&vec![text("x"); 4], button("a"))]),
            "components/0/components",
            LENGTH,
        ),
        (
            json!([section(&[row(&[])], button("a"))]),
            "components/0/components/0",
            TYPE,
        ),
        (
            json!([{ "type": 9, "components": [text("x")] }]),
            "components/0/accessory",
            REQUIRED,
        ),
        (
            json!([section(&[text("x")], text("y"))]),
            "components/0/accessory",
            TYPE,
        ),
        (
            json!([{ "type": 14, "spacing": 3 }]),
            "components/0/spacing",
            "BASE_TYPE_CHOICES",
        ),
    ] {
        refused(&house, parts, place, code).await;
    }
}

#[tokio::test]
async fn pictures_and_files_beyond_a_limit_are_refused() {
    let house = House::open().await;
    let media = "components/0/items/0/media/url";
    let url = "https://example.com/a.png";
    for (parts, place, code) in [
        (json!([gallery(json!([]))]), "components/0/items", LENGTH),
        (
            json!([gallery(json!(vec![picture(url); 11]))]),
            "components/0/items",
            LENGTH,
        ),
        (
            json!([gallery(json!([with(
                picture(url),
                "description",
                json!(x(1025))
            )]))]),
            "components/0/items/0/description",
            LENGTH,
        ),
        (
            json!([gallery(json!([{}]))]),
            "components/0/items/0/media",
            REQUIRED,
        ),
        (
            json!([gallery(json!([picture("a.png")]))]),
            media,
            "URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!([gallery(json!([picture("attachment://a.png")]))]),
            media,
            NOT_FOUND,
        ),
        (
            json!([file(url)]),
            "components/0/file/url",
            "URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!([file("attachment://a.png")]),
            "components/0/file/url",
            NOT_FOUND,
        ),
        (
            json!([section(&[text("x")], thumbnail("attachment://a.png"))]),
            "components/0/accessory/media/url",
            NOT_FOUND,
        ),
    ] {
        refused(&house, parts, place, code).await;
    }
}

#[tokio::test]
async fn no_two_components_have_the_same_id() {
    let house = House::open().await;
    for (parts, place, code) in [
        (
            json!([
                section(&[text("x")], button("a")),
                container(json!([row(&[button("a")])]))
            ]),
            "components/1/components/0/components/0/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            json!([
                with(text("a"), "id", json!(7)),
                with(row(&[button("a")]), "id", json!(7))
            ]),
            "components/1/id",
            "COMPONENT_ID_DUPLICATED",
        ),
        (
            json!([with(text("a"), "id", json!(i64::from(i32::MAX) + 1))]),
            "components/0/id",
            "NUMBER_TYPE_MAX",
        ),
    ] {
        refused(&house, parts, place, code).await;
    }
}

#[tokio::test]
async fn without_the_flag_only_rows_are_taken() {
    let house = House::open().await;
    let url = "https://example.com/a.png";
    for part in [
        text("x"),
        section(&[text("x")], button("a")),
        gallery(json!([picture(url)])),
        file("attachment://a.png"),
        json!({ "type": 14 }),
        container(json!([text("x")])),
    ] {
        let sent = house.send(json!({ "components": [part] })).await;
        assert_eq!(sent.refusal(), (400, 50035), "{part}");
        assert_eq!(sent.error_at("components/0"), TYPE, "{part}");
    }
}

#[tokio::test]
async fn a_message_of_components_has_nothing_else() {
    let house = House::open().await;
    let fine = v2(json!([text("x")]));
    for (field, value) in [
        ("content", json!("x")),
        ("embeds", json!([{ "title": "x" }])),
        ("poll", json!({ "question": { "text": "x" } })),
        ("sticker_ids", json!(["1"])),
    ] {
        let sent = house.send(with(fine.clone(), field, value)).await;
        assert_eq!(sent.refusal(), (400, 50035), "{field}");
        assert_eq!(sent.error_at(field), LEGACY, "{field}");
    }
    let empty = with(with(fine, "content", json!("")), "embeds", json!([]));
    assert_eq!(house.send(empty).await.status, 200);
    let nothing = house.send(json!({ "flags": V2 })).await;
    assert_eq!(nothing.refusal(), (400, 50006));
    assert_eq!(
        send_with_map(&house, json!({ "flags": V2 }))
            .await
            .refusal(),
        (400, 50006)
    );
}

#[tokio::test]
async fn a_message_of_components_stays_one() {
    let house = House::open().await;
    let sent = house.send(v2(json!([text("before")]))).await;
    let content = edit(&house, &sent, json!({ "content": "x" })).await;
    assert_eq!(content.error_at("content"), LEGACY);
    let edited = edit(
        &house,
        &sent,
        json!({ "flags": 0, "components": [text("after")] }),
    )
    .await;
    assert_eq!(edited.json["flags"], V2);
    assert_eq!(edited.json["components"][0]["content"], "after");
    let emptied = edit(&house, &sent, json!({ "components": [] })).await;
    assert_eq!(emptied.refusal(), (400, 50006));
}

#[tokio::test]
async fn an_edit_makes_a_message_one_of_components_once_nothing_else_is_left() {
    let house = House::open().await;
    let sent = house
        .send(json!({ "content": "x", "embeds": [{ "title": "x" }] }))
        .await;
    let parts = v2(json!([text("after")]));
    let kept = edit(&house, &sent, parts.clone()).await;
    assert_eq!(
        (kept.error_at("content"), kept.error_at("embeds")),
        (LEGACY, LEGACY)
    );
    // discord/discord-api-docs#7787: embeds are emptied by an empty list alone.
    let null = with(
        with(parts.clone(), "content", Value::Null),
        "embeds",
        Value::Null,
    );
    assert_eq!(edit(&house, &sent, null).await.error_at("embeds"), LEGACY);
    let emptied = with(with(parts, "content", Value::Null), "embeds", json!([]));
    let edited = edit(&house, &sent, emptied).await;
    assert_eq!((edited.status, &edited.json["content"]), (200, &json!("")));
    assert_eq!(edited.json["flags"], V2);
}

#[tokio::test]
async fn what_the_bot_leaves_out_is_filled_in() {
    let house = House::open().await;
    let parts = json!([
        container(json!([
            section(&[text("a")], button("b")),
            { "type": 14 },
            gallery(json!([picture("https://example.com/a.png")])),
        ])),
        with(text("c"), "id", json!(2)),
    ]);
    let sent = house.send(v2(parts)).await.json;
    let outer = &sent["components"][0];
    let ids: Vec<_> = [
        outer,
        &outer["components"][0],
        &outer["components"][0]["components"][0],
        &outer["components"][0]["accessory"],
        &outer["components"][1],
        &outer["components"][2],
        &sent["components"][1],
    ]
    .map(|part| part["id"].as_u64().unwrap())
    .into();
    assert_eq!(ids, [1, 3, 4, 5, 6, 7, 2]);
    assert_eq!(
        (&outer["accent_color"], &outer["spoiler"]),
        (&Value::Null, &json!(false))
    );
    let separator = &outer["components"][1];
    assert_eq!(
        (&separator["spacing"], &separator["divider"]),
        (&json!(1), &json!(true))
    );
    let item = &outer["components"][2]["items"][0];
    assert_eq!(item["media"]["proxy_url"], "https://example.com/a.png");
    assert_eq!((&sent["content"], &sent["flags"]), (&json!(""), &json!(V2)));
}

#[tokio::test]
async fn a_file_is_where_a_component_shows_it() {
    let house = House::open().await;
    let shown = v2(json!([
        section(&[text("x")], thumbnail("attachment://map.png")),
        gallery(json!([picture("attachment://map.png")])),
        file("attachment://map.png"),
    ]));
    let sent = send_with_map(&house, shown.clone()).await;
    assert_eq!(sent.status, 200, "{:?}", sent.json);
    let parts = &sent.json["components"];
    let url = parts[1]["items"][0]["media"]["url"].as_str().unwrap();
    assert!(
        url.starts_with("http") && url.ends_with("/map.png"),
        "{url}"
    );
    assert_eq!(parts[0]["accessory"]["media"]["url"], url);
    assert_eq!(parts[2]["file"]["url"], url);
    assert_eq!(
        (&parts[2]["name"], &parts[2]["size"]),
        (&json!("map.png"), &json!(5))
    );
    // discord/discord-api-docs#8277: what a component shows is not listed besides.
    assert_eq!(sent.json["attachments"], json!([]));

    let same = edit(&house, &sent, json!({ "components": shown["components"] })).await;
    assert_eq!(same.json["components"][2]["file"]["url"], url);
    let gone = json!({ "attachments": [], "components": shown["components"] });
    let gone = edit(&house, &sent, gone).await;
    assert_eq!(gone.error_at("components/2/file/url"), NOT_FOUND);
}

#[tokio::test]
async fn a_file_that_no_component_shows_is_kept_unseen() {
    let house = House::open().await;
    let sent = send_with_map(&house, v2(json!([text("x")]))).await;
    assert_eq!(sent.status, 200, "{:?}", sent.json);
    assert_eq!(sent.json["attachments"][0]["filename"], "map.png");
}

#[tokio::test]
async fn texts_of_components_notify_and_are_looked_through() {
    let house = House::open().await;
    house
        .discord
        .change(|world| world.block_word(house.guild, "tea"));
    let mention = format!("<@{}> thanks", house.bob);
    let sent = house
        .send(v2(json!([container(json!([text(&mention)]))])))
        .await;
    assert_eq!(sent.json["mentions"][0]["id"], house.bob.to_string());
    let quiet = with(
        v2(json!([text(&mention)])),
        "allowed_mentions",
        json!({ "parse": [] }),
    );
    assert_eq!(house.send(quiet).await.json["mentions"], json!([]));
    let blocked = house.send(v2(json!([text("for the tea")]))).await;
    assert_eq!(blocked.refusal(), (400, 200_000));
}

#[tokio::test]
async fn every_answer_to_an_interaction_may_be_of_components() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    let wrong = hand
        .answer(&told, 4, json!({ "flags": V2 | 64, "content": "x" }))
        .await;
    assert_eq!(wrong.error_at("data/content"), LEGACY);
    let panel = json!({ "flags": V2 | 64, "components": [row(&[button("p")])] });
    assert_eq!(hand.answer(&told, 4, panel).await.status, 204);
    let panel = waiting.await.unwrap().unwrap().message().unwrap();

    let (_waiting, told) = hand.pressed(&panel).await;
    assert_eq!(
        told["message"]["components"][0]["components"][0]["custom_id"],
        "p"
    );
    let content = hand.answer(&told, 7, json!({ "content": "x" })).await;
    assert_eq!(content.error_at("data/content"), LEGACY);
    let update = json!({ "components": [container(json!([text("pressed")]))] });
    assert_eq!(hand.answer(&told, 7, update).await.status, 204);
    let follow_up = hand
        .house
        .post(&hand.webhook(&told), v2(json!([text("more")])))
        .await;
    assert_eq!(follow_up.json["flags"], V2);
    let edited = v2(json!([text("changed")]));
    let edited = hand
        .house
        .ask(Method::PATCH, &hand.original(&told), edited)
        .await;
    assert_eq!(edited.json["components"][0]["content"], "changed");
    assert_eq!(edited.json["flags"], V2 | 64);
}

#[tokio::test]
async fn a_deferred_answer_becomes_one_of_components_when_it_is_filled_in() {
    let mut hand = Hand::new().await;
    let (_waiting, told) = hand.typed("/do").await;
    assert_eq!(
        hand.answer(&told, 5, json!({ "flags": V2 | 64 }))
            .await
            .status,
        204
    );
    // discord/discord-api-docs#7910: the flag of a deferral is ignored.
    let thinking = hand.house.get(&hand.original(&told)).await;
    assert_eq!(thinking.json["flags"], 64 | 128);
    let parts = json!([gallery(json!([picture("attachment://map.png")]))]);
    let original = hand.original(&told);
    let filled = hand
        .house
        .upload(Method::PATCH, &original, v2(parts), "map.png")
        .await;
    assert_eq!(
        (filled.status, &filled.json["flags"]),
        (200, &json!(V2 | 64))
    );
}

/// Two people with the same button below each, as a person sees them.
async fn two_people(hand: &Hand) -> rehearsal::Seen {
    let person = |name: &str, id: &str| {
        let talked = with(button(id), "label", json!("We talked"));
        let face = with(
            thumbnail("https://example.com/a.png"),
            "description",
            json!(name),
        );
        [
            section(&[text(&format!("### {name}"))], face),
            row(&[talked]),
        ]
    };
    let [bob, bobs] = person("Bob", "b");
    let [carol, carols] = person("Carol", "c");
    let beside = with(button("e"), "label", json!("We talked"));
    let parts = json!([
        container(json!([text("A few people:"), bob, bobs, { "type": 14 }, carol, carols])),
        section(&[text("Emi")], beside),
        text("Bye"),
    ]);
    assert_eq!(hand.house.send(v2(parts)).await.status, 200);
    hand.house.person("alice").messages().pop().unwrap()
}

#[tokio::test]
async fn a_person_reads_texts_and_pictures_in_their_order() {
    let hand = Hand::new().await;
    let seen = two_people(&hand).await;
    assert_eq!(
        seen.content,
        "A few people:\n\n### Bob\n\n### Carol\n\nEmi\n\nBye"
    );
    let shown: Vec<_> = seen
        .pictures()
        .filter_map(|it| it.description.as_deref())
        .collect();
    assert_eq!(shown, ["Bob", "Carol"]);
    let widths: Vec<_> = seen.rows().iter().map(|row| row.len()).collect();
    assert_eq!(widths, [1, 1, 1]);
}

#[tokio::test]
async fn a_person_presses_the_button_below_a_name() {
    let mut hand = Hand::new().await;
    let seen = two_people(&hand).await;
    for (name, id) in [("Carol", "c"), ("Bob", "b"), ("Emi", "e")] {
        let (alice, seen) = (hand.house.person("alice"), seen.clone());
        let pressing =
            tokio::spawn(async move { alice.press_below(&seen, name, "We talked").await });
        let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
        assert_eq!(told["data"]["custom_id"], id, "{name}");
        assert_eq!(told["message"]["components"][0]["components"][2]["type"], 1);
        hand.answer(&told, 6, Value::Null).await;
        pressing.await.unwrap().unwrap();
    }
    let alice = hand.house.person("alice");
    for (name, label) in [
        ("Bye", "We talked"),
        ("Bob", "Not now"),
        ("Zoe", "We talked"),
    ] {
        let none = alice.press_below(&seen, name, label).await;
        assert!(
            matches!(none, Err(rehearsal::Unable::NoSuchComponent { .. })),
            "{name}"
        );
    }
}
