//! Channels of direct messages: opened once, slowly, and again when they are lost.

use rehearsal::{Fault, Refusal, Trouble};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{NEXT_MONDAY, joined};

const OPENINGS: &str = "/users/@me/channels";

fn openings(harness: &Harness) -> usize {
    let requests = harness.rehearsal.requests();
    requests
        .iter()
        .filter(|it| it.path.ends_with(OPENINGS))
        .count()
}

/// Alice says yes while Discord refuses to open her channel.
async fn joined_without_channel(refusal: Refusal) -> Harness {
    let mut harness = Harness::start().await;
    harness.expect_refusal(refusal.code.into());
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await.unwrap();
    let refused = Trouble::with("POST", OPENINGS, Fault::Refuse(refusal));
    harness.rehearsal.trouble(refused);
    let answer = alice.types("/nudge on").await.unwrap().said();
    assert!(answer.text().contains("Nudges are on"), "{}", answer.text());
    assert_eq!(harness.number(stored::MEMBERS_JOINED).await, 1);
    harness
}

#[tokio::test]
async fn a_channel_refused_as_too_fast_is_opened_later_and_stored() -> Tested {
    let harness = joined_without_channel(Refusal::OPENS_DMS_TOO_FAST).await;
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T09:00:05Z").await;
    let alice = harness.person("alice");
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2026-12-15T09:00:00Z").await;
    assert_eq!(openings(&harness), 2, "opened once more for the next nudge");
    harness.finish().await
}

#[tokio::test]
async fn the_pause_after_too_many_openings_doubles() -> Tested {
    let harness = joined_without_channel(Refusal::OPENS_DMS_TOO_FAST).await;
    harness.time_is("2026-11-30T09:20:00Z").await;
    // At nine, and after 1, 2, 4 and 8 minutes.
    assert_eq!(openings(&harness), 1 + 5);
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T10:00:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_quarantined_bot_keeps_nudges_until_it_may_open_channels_again() -> Tested {
    let flagged = Refusal::new(403, 20026, "Your bot has been flagged");
    let harness = joined_without_channel(flagged).await;
    harness.time_is("2026-11-30T12:30:00Z").await;
    assert!(openings(&harness) <= 6, "{} openings", openings(&harness));
    assert_eq!(harness.number(stored::NUDGES_CLAIMED).await, 1);
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T14:30:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_lost_channel_is_opened_once_again() -> Tested {
    for code in [10003, 50001] {
        let mut harness = joined().await;
        harness.expect_refusal(code.into());
        let lost = Fault::Refuse(Refusal::new(404, code, "lost"));
        let trouble = Trouble::with("POST", "/channels/*/messages", lost);
        harness.rehearsal.trouble(trouble.times(1));
        let before = openings(&harness);
        harness.time_is(NEXT_MONDAY).await;
        assert_eq!(harness.person("alice").dms().len(), 1);
        assert_eq!(openings(&harness), before + 1);
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_channel_that_stays_lost_is_abandoned() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50001);
    let lost = Fault::Refuse(Refusal::MISSING_ACCESS);
    let trouble = Trouble::with("POST", "/channels/*/messages", lost);
    harness.rehearsal.trouble(trouble);
    let before = openings(&harness);
    harness.time_is("2026-12-01T12:00:00Z").await;
    assert_eq!(openings(&harness), before + 1);
    assert!(harness.person("alice").dms().is_empty());
    harness.finish().await
}
