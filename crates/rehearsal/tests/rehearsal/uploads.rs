//! Files that people give to options.

use chrono::TimeDelta;
use rehearsal::{Clock as _, Unable};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::Wire;
use crate::house::House;

/// A bot with one command that takes a file.
async fn opened() -> (House, Wire) {
    let house = House::open().await;
    let option = json!({ "type": 11, "name": "file", "description": "d", "required": true });
    let command = json!([{ "name": "read", "description": "d", "options": [option] }]);
    let path = format!("/applications/{}/commands", house.app());
    assert_eq!(house.ask(Method::PUT, &path, command).await.status, 200);
    let (wire, _) = Wire::identified(&house.discord, 0).await;
    (house, wire)
}

/// Alice gives the file `my list.csv`; returns what the interaction tells of it.
async fn given(house: &House, wire: &mut Wire) -> Value {
    let alice = house.alice;
    house
        .discord
        .change(|world| world.put_file(alice, "my list.csv", b"a,b".to_vec()));
    let person = house.person("alice");
    let waiting = tokio::spawn(async move { person.types("/read file: my list.csv").await });
    let told = wire.event("INTERACTION_CREATE").await["d"].clone();
    waiting.abort();
    let id = told["data"]["options"][0]["value"].as_str().unwrap();
    told["data"]["resolved"]["attachments"][id].clone()
}

async fn status(url: &str) -> u16 {
    reqwest::get(url).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn a_file_comes_with_a_signed_address_that_works_for_a_day() {
    let (house, mut wire) = opened().await;
    let file = given(&house, &mut wire).await;
    assert_eq!(file["filename"], "my_list.csv");
    assert_eq!(file["size"], 3);
    let url = file["url"].as_str().unwrap();
    let bytes = reqwest::get(url).await.unwrap().bytes().await.unwrap();
    assert_eq!(&bytes[..], b"a,b");
    let bare = url.split('?').next().unwrap();
    assert_eq!(status(bare).await, 404);
    assert_eq!(status(&url.replace("hm=", "hm=0")).await, 404);
    house
        .clock
        .advance_to(house.clock.now() + TimeDelta::hours(24))
        .await;
    assert_eq!(status(url).await, 404);
}

#[tokio::test]
async fn a_file_has_to_be_on_the_persons_own_computer() {
    let (house, mut wire) = opened().await;
    given(&house, &mut wire).await;
    let refused = house.person("bob").types("/read file: my list.csv").await;
    let missing = Unable::NoSuchFile("my list.csv".to_owned());
    assert_eq!(refused.unwrap_err().to_string(), missing.to_string());
}
