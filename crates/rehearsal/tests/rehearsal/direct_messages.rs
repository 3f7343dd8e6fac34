//! Channels of direct messages: who is reached, and how fast they are opened.

use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn direct_messages_reach_those_who_take_them() {
    let house = House::open().await;
    let open = house.dm(house.alice).await;
    assert_eq!(open, house.dm(house.alice).await);
    let path = format!("/channels/{open}/messages");
    let hello = json!({ "content": "hello" });
    assert_eq!(house.post(&path, hello.clone()).await.status, 200);
    house.discord.change(|world| world.close_dms(house.alice));
    assert_eq!(
        house.post(&path, hello.clone()).await.refusal(),
        (403, 50007)
    );
    house.discord.change(|world| world.open_dms(house.alice));
    assert_eq!(house.post(&path, hello.clone()).await.status, 200);
    house
        .discord
        .change(|world| world.leave(house.guild, house.alice));
    assert_eq!(
        house.post(&path, hello.clone()).await.refusal(),
        (403, 50007)
    );
    let stranger = format!("/channels/{}/messages", house.dm(house.dan).await);
    assert_eq!(house.post(&stranger, hello).await.refusal(), (403, 50007));
    let nobody = house
        .post("/users/@me/channels", json!({ "recipient_id": "1" }))
        .await;
    assert_eq!(nobody.refusal(), (404, 10013));
}

#[tokio::test]
async fn who_opens_many_direct_messages_is_warned_and_then_put_in_quarantine() {
    let house = House::open().await;
    house.discord.change(|world| {
        world.dm_openings.most = Some(1);
        world.dm_openings.warnings = 1;
    });
    house.dm(house.alice).await;
    // Opened already: it counts no more.
    house.dm(house.alice).await;
    let body = json!({ "recipient_id": house.bob.to_string() });
    for refusal in [(400, 40003), (400, 20026), (400, 20026)] {
        let got = house.post("/users/@me/channels", body.clone()).await;
        assert_eq!(got.refusal(), refusal);
    }
}
