//! Coming back to a session: where, and to what.

use rehearsal::World;
use serde_json::json;

use crate::client::{GUILD_MESSAGES, Wire};
use crate::house::House;

#[tokio::test]
async fn a_resumed_session_hears_what_it_missed() {
    let house = House::open().await;
    let (mut wire, ready) = Wire::identified(&house.discord, GUILD_MESSAGES).await;
    house.send(json!({ "content": "one" })).await;
    assert_eq!(wire.event("MESSAGE_CREATE").await["s"], 2);
    house.discord.break_gateway();
    assert_eq!(wire.closed().await, 0);
    house
        .discord
        .until(|world| !world.bot_is_connected())
        .await
        .unwrap();
    house.send(json!({ "content": "two" })).await;

    let mut wire = Wire::open_to_resume(&ready).await;
    wire.resume(&house.discord, &ready["d"]["session_id"], 1)
        .await;
    for (seq, content) in [(2, "one"), (3, "two")] {
        let missed = wire.event("MESSAGE_CREATE").await;
        assert_eq!(
            (&missed["s"], &missed["d"]["content"]),
            (&json!(seq), &json!(content))
        );
    }
    assert_eq!(wire.event("RESUMED").await["s"], 4);
    house.send(json!({ "content": "three" })).await;
    assert_eq!(wire.event("MESSAGE_CREATE").await["s"], 5);
    assert_eq!(house.discord.look(World::times_identified), 1);
}

#[tokio::test]
async fn what_cannot_be_resumed_is_not() {
    let house = House::open().await;
    let mut wire = Wire::open(&house.discord).await;
    wire.resume(&house.discord, &json!("nonsense"), 0).await;
    assert_eq!(wire.next().await["op"], 9);
    // The connection is still good for a new beginning.
    wire.identify(&house.discord, 0).await;
    let ready = wire.event("READY").await;

    let mut other = Wire::open_to_resume(&ready).await;
    other
        .resume(&house.discord, &ready["d"]["session_id"], 77)
        .await;
    assert_eq!(other.closed().await, 4007);

    wire.close(1000).await;
    house
        .discord
        .until(|world| !world.bot_is_connected())
        .await
        .unwrap();
    let mut late = Wire::open_to_resume(&ready).await;
    late.resume(&house.discord, &ready["d"]["session_id"], 1)
        .await;
    assert_eq!(
        late.next().await,
        json!({ "op": 9, "d": false, "s": null, "t": null })
    );
}

#[tokio::test]
async fn a_session_is_resumed_at_its_own_address_alone() {
    let house = House::open().await;
    let (wire, ready) = Wire::identified(&house.discord, 0).await;
    let (_other, of_another) = Wire::identified(&house.discord, 0).await;
    wire.close(4000).await;
    let elsewhere = [
        Wire::open(&house.discord).await,
        Wire::open_to_resume(&of_another).await,
    ];
    for mut wire in elsewhere {
        wire.resume(&house.discord, &ready["d"]["session_id"], 1)
            .await;
        assert_eq!(wire.next().await["op"], 9);
    }
    let refused = house.discord.look(World::times_refused_to_resume);
    assert_eq!(refused, 2);
    let mut wire = Wire::open_to_resume(&ready).await;
    wire.resume(&house.discord, &ready["d"]["session_id"], 1)
        .await;
    wire.event("RESUMED").await;
    assert_eq!(house.discord.look(World::times_resumed), 1);
}

#[tokio::test]
async fn who_identifies_where_a_session_is_resumed_is_counted() {
    let house = House::open().await;
    let (_wire, ready) = Wire::identified(&house.discord, 0).await;
    let mut wire = Wire::open_to_resume(&ready).await;
    wire.identify(&house.discord, 0).await;
    wire.event("READY").await;
    let counted = house
        .discord
        .look(|world| (world.times_identified(), world.times_identified_to_resume()));
    assert_eq!(counted, (2, 1));
}
