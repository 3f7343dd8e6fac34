//! Commands in the languages of those who use them.

use rehearsal::{UserId, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::hand::Hand;
use crate::house::{House, got};
use crate::visit::Visit;

fn command() -> Value {
    let choice = json!({
        "name": "red", "name_localizations": { "de": "Rot" }, "value": "r",
    });
    let option = json!({
        "type": 3, "name": "colour", "name_localizations": { "de": "farbe" },
        "description": "Which one", "description_localizations": { "de": "Welche" },
        "required": true, "choices": [choice],
    });
    json!({
        "name": "paint", "name_localizations": { "de": "malen" },
        "description": "Paints", "description_localizations": { "de": "Malt" },
        "options": [option],
    })
}

/// The command with `value` at a place in it.
fn with(place: &str, value: Value) -> Value {
    let mut command = command();
    *command.pointer_mut(place).unwrap() = value;
    command
}

async fn put(house: &House, command: Value) -> crate::house::Got {
    let path = format!("/applications/{}/commands", house.app());
    house.ask(Method::PUT, &path, json!([command])).await
}

/// A house with the command, where Alice's client is in German.
async fn german() -> Hand {
    let hand = Hand::new().await;
    let alice = hand.house.alice;
    let set = |world: &mut World| world.set_locale(alice, "de".parse().unwrap());
    hand.house.discord.change(set);
    assert_eq!(put(&hand.house, command()).await.status, 200);
    hand
}

#[tokio::test]
async fn localizations_beyond_a_limit_are_refused() {
    let house = House::open().await;
    let long = |length: usize| json!({ "de": "x".repeat(length) });
    let (length, choices) = ("BASE_TYPE_BAD_LENGTH", "BASE_TYPE_CHOICES");
    let invalid = "APPLICATION_COMMAND_INVALID_NAME";
    for (place, value, error, code) in [
        (
            "/name_localizations",
            json!({ "german": "x" }),
            "german",
            choices,
        ),
        ("/name_localizations", json!({ "es": "x" }), "es", choices),
        ("/name_localizations", long(33), "de", length),
        ("/name_localizations", json!({ "de": "Malen" }), "", invalid),
        (
            "/name_localizations",
            json!(["malen"]),
            "",
            "DICT_TYPE_CONVERT",
        ),
        ("/description_localizations", long(101), "de", length),
        (
            "/description_localizations",
            json!({ "de": "" }),
            "de",
            "BASE_TYPE_REQUIRED",
        ),
        (
            "/options/0/name_localizations",
            json!({ "de": "Farbe" }),
            "",
            invalid,
        ),
        (
            "/options/0/description_localizations",
            long(101),
            "de",
            length,
        ),
        (
            "/options/0/choices/0/name_localizations",
            long(101),
            "de",
            length,
        ),
    ] {
        let refused = put(&house, with(place, value.clone())).await;
        assert_eq!(refused.refusal(), (400, 50035), "{place} {value}");
        let error = format!("0{place}/{error}");
        let found = refused.error_at(error.trim_end_matches('/'));
        assert_eq!(found, code, "{place} {value} {:?}", refused.json);
    }
    let null = with("/name_localizations", Value::Null);
    assert_eq!(put(&house, null).await.status, 200);
    let taken = put(&house, command()).await;
    assert_eq!(
        taken.json[0]["description_localizations"],
        json!({ "de": "Malt" })
    );
}

#[tokio::test]
async fn a_person_types_in_their_language_and_the_bot_hears_its_own_names() {
    let mut hand = german().await;
    for line in ["/malen farbe: Rot", "/malen Rot", "/paint colour: red"] {
        let (_waiting, told) = hand.typed(line).await;
        assert_eq!(told["data"]["name"], "paint", "{line}");
        let option = &told["data"]["options"][0];
        assert_eq!(
            (&option["name"], &option["value"]),
            (&json!("colour"), &json!("r"))
        );
    }
    let bob = hand.house.person("bob").types("/malen Rot").await;
    assert_eq!(
        bob,
        Err(rehearsal::Unable::NoSuchCommand("malen".to_owned()))
    );
    let wrong = hand.house.person("alice").types("/malen blau").await;
    assert_eq!(
        wrong.unwrap_err().to_string(),
        r#""blau" is not one of the choices for "colour": Rot"#
    );
}

#[tokio::test]
async fn suggestions_are_named_in_the_persons_language() {
    let mut hand = german().await;
    let option = json!({ "type": 3, "name": "what", "description": "d", "autocomplete": true });
    let command = json!({ "name": "do", "description": "d", "options": [option] });
    assert_eq!(put(&hand.house, command).await.status, 200);
    let alice = hand.house.person("alice");
    let asking = tokio::spawn(async move { alice.autocomplete("/do what: r").await });
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    let red = json!({ "name": "red", "name_localizations": { "de": "Rot" }, "value": "r" });
    hand.answer(&told, 8, json!({ "choices": [red] })).await;
    assert_eq!(asking.await.unwrap().unwrap()[0].name, "Rot");
}

#[tokio::test]
async fn the_page_offers_commands_in_the_persons_language() {
    let hand = german().await;
    let visit = Visit::to(&hand.house).await;
    let offered = async |user: UserId| {
        let channel = hand.house.general;
        let path = format!("/api/users/{user}/channels/{channel}/application-commands");
        got(visit.ask(Method::GET, &path)).await.json[0].clone()
    };
    let shown = |command: &Value| {
        let option = &command["options"][0];
        [command, option, &option["choices"][0]]
            .map(|it| format!("{} {} {}", it["sent"], it["name"], it["description"]))
    };
    let germans = offered(hand.house.alice).await;
    let expected = [
        r#""paint" "malen" "Malt""#,
        r#""colour" "farbe" "Welche""#,
        r#""red" "Rot" null"#,
    ];
    assert_eq!(shown(&germans), expected);
    let others = offered(hand.house.bob).await;
    assert_eq!(shown(&others)[0], r#""paint" "paint" "Paints""#);
}
