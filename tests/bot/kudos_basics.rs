//! `/kudos`: the post, the allowance, taking back, and who may thank whom.

use chrono::TimeDelta;
use rapport::rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Setup, Tested};

/// Gives kudos; the post that all see, and what the giver alone reads.
async fn give(giver: &Person, line: &str) -> (Seen, Seen) {
    let post = giver.types(line).await.unwrap().said();
    assert!(!post.ephemeral, "{}", post.text());
    (post, giver.next_follow_up().await.unwrap())
}

#[tokio::test]
async fn kudos_are_posted_for_all_and_ping_only_those_thanked() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/kudos @bob person2: @carol message: @everyone look: **bold** <@1> [x](http://y)";
    let (post, told) = give(&alice, line).await;
    insta::assert_snapshot!(harness.read(&post));
    insta::assert_snapshot!(harness.read(&told));
    assert!(told.ephemeral);
    assert_eq!(post.pinged, [harness.id("bob"), harness.id("carol")]);
    assert!(!post.pinged_everyone);
    assert!(
        harness
            .person("dan")
            .messages()
            .iter()
            .any(|seen| seen.id == post.id)
    );
    harness.finish().await
}

#[tokio::test]
async fn the_allowance_begins_anew_at_midnight_of_the_teams_zone() -> Tested {
    let harness = Setup::new()
        .at("2026-11-20T10:00:00Z")
        .with("RAPPORT__KUDOS__PER_DAY", "1")
        .with("RAPPORT__TEAMS__ZONE", "America/New_York")
        .start()
        .await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob for the tea").await;
    harness.time_is("2026-11-21T04:59:59Z").await;
    let refused = alice.types("/kudos @carol for the cake").await?.said();
    assert!(refused.ephemeral);
    assert!(
        refused
            .text()
            .starts_with("You have given all your kudos for today.")
    );
    harness.time_passes(TimeDelta::seconds(1)).await;
    give(&alice, "/kudos @carol for the cake").await;
    harness.finish().await
}
