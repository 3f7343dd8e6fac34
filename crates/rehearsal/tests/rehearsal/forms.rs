//! What a form and a list of suggestions may hold.

use serde_json::{Value, json};

use crate::hand::Hand;

#[tokio::test]
async fn forms_beyond_a_limit() {
    let mut hand = Hand::new().await;
    let (waiting, told) = hand.typed("/do").await;
    let input = |key: &str, value: Value| {
        let mut input = json!({ "type": 4, "custom_id": "i", "label": "I", "style": 1 });
        input[key] = value;
        json!({ "title": "T", "custom_id": "m", "components": [{ "type": 1, "components": [input] }] })
    };
    let button = json!({ "type": 2, "style": 1, "label": "Press", "custom_id": "p" });
    let fine = input("required", json!(false));
    let with = |key: &str, value: Value| {
        let mut modal = fine.clone();
        modal[key] = value;
        modal
    };
    let x = |length: usize| json!("x".repeat(length));
    let part = "data/components/0/components/0";
    let row = fine["components"][0].clone();
    for (modal, place, code) in [
        (with("title", x(46)), "data/title", "BASE_TYPE_BAD_LENGTH"),
        (with("title", json!("")), "data/title", "BASE_TYPE_REQUIRED"),
        (
            with("custom_id", x(101)),
            "data/custom_id",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            with("components", json!([])),
            "data/components",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            with("components", json!(vec![row.clone(); 6])),
            "data/components",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            with("components", json!(vec![row; 2])),
            "data/components/1/components/0/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            with("components", json!([{ "type": 1, "components": [button] }])),
            part,
            "UNION_TYPE_CHOICES",
        ),
        (
            input("label", x(46)),
            &format!("{part}/label"),
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            input("value", x(4001)),
            &format!("{part}/value"),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            input("placeholder", x(101)),
            &format!("{part}/placeholder"),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            input("style", json!(3)),
            &format!("{part}/style"),
            "BASE_TYPE_CHOICES",
        ),
    ] {
        let got = hand.answer(&told, 9, modal).await;
        assert_eq!(got.refusal(), (400, 50035), "{place}");
        assert_eq!(got.error_at(place), code, "{place} {:?}", got.json);
    }
    assert_eq!(hand.answer(&told, 9, fine).await.status, 204);
    assert_eq!(waiting.await.unwrap().unwrap().modal().unwrap().title, "T");
}

#[tokio::test]
async fn suggestions_beyond_a_limit() {
    let mut hand = Hand::new().await;
    let alice = hand.house.person("alice");
    let waiting = tokio::spawn(async move { alice.autocomplete("/do what: th").await });
    let told = hand.wire.event("INTERACTION_CREATE").await["d"].clone();
    let typed = json!([{ "name": "what", "type": 3, "value": "th", "focused": true }]);
    assert_eq!(
        (&told["type"], &told["data"]["options"]),
        (&json!(4), &typed)
    );
    let choice = |name: &str| json!({ "name": name, "value": "v" });
    for (choices, place) in [
        (json!(vec![choice("n"); 26]), "data/choices"),
        (json!([choice(&"x".repeat(101))]), "data/choices/0/name"),
        (json!([choice("")]), "data/choices/0/name"),
        (json!([{ "name": "n" }]), "data/choices/0/value"),
    ] {
        let got = hand.answer(&told, 8, json!({ "choices": choices })).await;
        assert_eq!(got.refusal(), (400, 50035), "{place}");
        assert_ne!(got.error_at(place), "", "{:?}", got.json);
    }
    let message = hand.answer(&told, 4, json!({ "content": "x" })).await;
    assert_eq!(message.error_at("type"), "BASE_TYPE_CHOICES");
    hand.answer(&told, 8, json!({ "choices": vec![choice("n"); 25] }))
        .await;
    assert_eq!(waiting.await.unwrap().unwrap().len(), 25);
}
