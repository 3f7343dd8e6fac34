//! Starts, stops and lost connections; and a test of the harness itself.

use crate::harness::{Harness, Said as _, Tested};

#[tokio::test]
async fn a_logged_talk_survives_a_restart() -> Tested {
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
async fn closed_direct_messages_stop_nudges_and_say_so() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50007);
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert!(alice.dms().is_empty());
    for line in ["/met @carol", "/nudge now", "/nudge when day: Tuesday"] {
        let answer = harness.read(&alice.types(line).await?.said());
        assert!(
            answer.contains("take no direct messages"),
            "{line}: {answer}"
        );
        assert!(!answer.contains("Nudges are off"), "{line}: {answer}");
    }
    harness.time_is("2026-12-21T09:00:00Z").await;
    let refused = harness.rehearsal.refusals().len();
    assert_eq!(refused, 1, "tried again after Discord said no");
    // Members who want no nudges need no advice.
    alice.types("/nudge off").await?;
    let logged = alice.types("/met @dan").await?.said();
    assert!(!harness.read(&logged).contains("direct messages"));
    // Members who opened direct messages again get the next nudge.
    harness.rehearsal.change(|world| world.open_dms(id));
    alice.types("/nudge on").await?;
    harness.time_is("2027-01-05T09:00:00Z").await;
    assert!(harness.read(&alice.next_dm().await?).contains("@bob"));
    harness.finish().await
}

#[tokio::test]
#[should_panic(expected = "a test ends with `harness.finish().await`")]
async fn the_harness_notices_a_test_that_does_not_finish() {
    drop(Harness::start().await);
}
