//! What keeps a request out that is right in itself: a guild's rule, a limit, what stands before
//! Discord.

use std::time::Duration;

use rehearsal::{Fault, Refusal, Trouble};
use serde_json::{Value, json};

use crate::house::House;

#[tokio::test]
async fn automod_keeps_a_word_out_of_one_guild() {
    let house = House::open().await;
    let elsewhere = house.discord.change(|world| {
        world.block_word(house.guild, "tea");
        let other = world.add_guild("Harbour", house.alice);
        world.add_channel(other, "pier")
    });
    for body in [
        json!({ "content": "for the Tea, and the cake" }),
        json!({ "embeds": [{ "title": "x", "description": "tea" }] }),
        json!({ "embeds": [{ "fields": [{ "name": "n", "value": "(tea)" }] }] }),
    ] {
        let sent = house.send(body.clone()).await;
        assert_eq!(sent.refusal(), (400, 200_000), "{body}");
    }
    let body = json!({ "content": "steam from a teapot" });
    assert_eq!(house.send(body).await.status, 200);
    let path = format!("/channels/{elsewhere}/messages");
    let body = json!({ "content": "for the tea" });
    assert_eq!(house.post(&path, body).await.status, 200);
}

#[tokio::test]
async fn what_stands_before_discord_refuses_in_no_json_or_with_a_code_of_its_own() {
    let house = House::open().await;
    let path = format!("/channels/{}/messages", house.general);
    let ways = [
        (Fault::Status(403), 403, None),
        (
            Fault::Refuse(Refusal::INTERNAL_NETWORK_ERROR),
            403,
            Some(40333),
        ),
        (Fault::SlowMachineDown(Duration::from_secs(7)), 429, None),
    ];
    for (fault, status, code) in ways {
        house
            .discord
            .trouble(Trouble::with("POST", "/channels/*/messages", fault).times(1));
        let answer = reqwest::Client::new()
            .post(format!("{}/api/v10{path}", house.discord.api_url()))
            .header("Authorization", format!("Bot {}", house.discord.token()))
            .json(&json!({ "content": "x" }))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), status);
        if status == 429 {
            assert_eq!(answer.headers()["Retry-After"], "7");
            assert!(!answer.headers().contains_key("X-RateLimit-Scope"));
        }
        let body: Option<Value> = answer.json().await.ok();
        assert_eq!(body.and_then(|body| body["code"].as_u64()), code);
    }
    assert_eq!(house.send(json!({ "content": "x" })).await.status, 200);
}

#[tokio::test]
async fn buckets_are_split_by_channel_and_told_in_headers() {
    let house = House::open().await;
    let other = house.discord.change(|world| {
        let per = Duration::from_mins(1);
        world.limit_bucket("POST", "/channels/*/messages", 1, per);
        world.add_channel(house.guild, "other")
    });
    let send = |channel| {
        let url = format!(
            "{}/api/v10/channels/{channel}/messages",
            house.discord.api_url()
        );
        reqwest::Client::new()
            .post(url)
            .header("Authorization", format!("Bot {}", house.discord.token()))
            .json(&json!({ "content": "x" }))
            .send()
    };
    let first = send(house.general).await.unwrap();
    let second = send(house.general).await.unwrap();
    let elsewhere = send(other).await.unwrap();
    let statuses = [&first, &second, &elsewhere].map(|it| it.status().as_u16());
    assert_eq!(statuses, [200, 429, 200]);
    assert_eq!(first.headers()["X-RateLimit-Remaining"], "0");
    let bucket = |it: &reqwest::Response| it.headers()["X-RateLimit-Bucket"].clone();
    assert_eq!(bucket(&first), bucket(&elsewhere));
    assert_eq!(second.headers()["X-RateLimit-Scope"], "user");
}
