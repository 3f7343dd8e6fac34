//! Starting, stopping and losing the connection; and that the harness sees what it should.

use crate::harness::{Harness, Said as _, Tested};

#[tokio::test]
async fn what_was_logged_survives_a_restart() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    harness.restart().await;
    let now = alice.types("/nudge now").await?.said();
    assert!(
        harness.read(&now).contains("@bob"),
        "{}",
        harness.read(&now)
    );
    harness.finish().await
}

#[tokio::test]
async fn closed_direct_messages_are_final_and_told() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50007);
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert!(alice.dms().is_empty());
    let told = alice.types("/met @carol").await?.said();
    assert!(harness.read(&told).contains("take no direct messages"));
    let refused = harness.rehearsal.refusals().len();
    assert_eq!(refused, 1, "tried again after Discord said no");
    harness.finish().await
}

#[tokio::test]
#[should_panic(expected = "a test ends with `harness.finish().await`")]
async fn the_harness_notices_a_test_that_does_not_finish() {
    drop(Harness::start().await);
}
