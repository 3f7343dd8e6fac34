//! Messages made of components alone (Components V2): what comes of them.

use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{Got, House};
use crate::parts::{
    V2, button, container, file, gallery, picture, row, section, text, thumbnail, v2, with,
};

const LEGACY: &str = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
const NOT_FOUND: &str = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";

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
    // A bot can't say that a picture from elsewhere is a file of the message.
    let mut foreign = picture("https://example.com/a.png");
    foreign["media"]["attachment_id"] = json!("1");
    let parts = json!([
        container(json!([
            section(&[text("a")], button("b")),
            { "type": 14 },
            gallery(json!([foreign])),
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
    assert!(item["media"]["attachment_id"].is_null());
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
