//! Messages made of components alone (Components V2): each limit, at it and beyond it.

use serde_json::{Value, json};

use crate::house::House;
use crate::parts::{
    button, container, file, gallery, picture, row, section, text, thumbnail, v2, with, x,
};

const LENGTH: &str = "BASE_TYPE_BAD_LENGTH";
const REQUIRED: &str = "BASE_TYPE_REQUIRED";
const TYPE: &str = "UNION_TYPE_CHOICES";
const NOT_FOUND: &str = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";

#[tokio::test]
async fn components_within_every_limit_are_taken() {
    let house = House::open().await;
    let separator = json!({ "type": 14, "spacing": 2, "divider": false });
    for parts in [
        json!([text(&x(4000))]),
        // Counted in code points.
        json!([text(&"é".repeat(2000)), text(&"é".repeat(2000))]),
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

/// discord/discord-api-docs#8554: what a message takes to store is bounded too.
#[tokio::test]
async fn texts_of_too_many_bytes_break_discord() {
    let house = House::open().await;
    let three_bytes = |count: usize| v2(json!([text(&"語".repeat(count))]));
    assert_eq!(house.send(three_bytes(3386)).await.status, 200);
    assert_eq!(house.send(three_bytes(3387)).await.refusal(), (500, 0));
}
