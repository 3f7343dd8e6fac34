//! Why no nudge comes, and what a member sees of it: the same everywhere.

use rehearsal::{Fault, Trouble};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{NEXT_MONDAY, joined, press, press_below};

/// What the card of Bob says about the next nudge.
async fn card(harness: &Harness) -> String {
    let alice = harness.person("alice");
    harness.read(&alice.types("/person who: @bob").await.unwrap().said())
}

#[tokio::test]
async fn members_without_nudges_are_promised_none() -> Tested {
    let mut harness = joined().await;
    let alice = harness.person("alice");
    alice.types("/nudge pause length: until I say so").await?;
    let paused = card(&harness).await;
    assert!(paused.contains("Yours are paused"), "{paused}");
    let met = harness.read(&alice.types("/met @dan").await?.said());
    assert!(!met.contains("can come up"), "{met}");
    alice.types("/nudge pause length: 1 month").await?;
    let paused = card(&harness).await;
    // The first Monday after a month from now, not the one before.
    let now = harness.number(stored::LATEST_END_OF_A_PAUSE).await;
    let until = chrono::DateTime::from_timestamp(now, 0).unwrap();
    let named = paused.split("On ‹").nth(1).unwrap();
    let named = named.split("› at the earliest").next().unwrap();
    let named = chrono::NaiveDate::parse_from_str(named, "%-d %B %Y")?;
    assert!(named >= until.date_naive(), "{paused}");
    let panel = alice.types("/privacy").await?.said();
    press(&alice, &panel, "Don't track me").await;
    assert!(card(&harness).await.contains("Track me again"));
    for line in [
        "/nudge pause length: 1 month",
        "/nudge resume",
        "/nudge when day: Friday",
    ] {
        let answer = harness.read(&alice.types(line).await?.said());
        assert!(
            answer.contains("asked not to be tracked"),
            "{line}: {answer}"
        );
    }
    press(&alice, &panel, "Track me again").await;
    harness.expect_refusal(50007);
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    alice.types("/nudge resume").await?;
    harness.time_is("2027-03-01T09:00:00Z").await;
    assert!(card(&harness).await.contains("You take no direct messages"));
    harness.finish().await
}

#[tokio::test]
async fn reopened_direct_messages_get_no_past_nudges() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50007);
    let (alice, id) = (harness.person("alice"), harness.id("alice"));
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_is(NEXT_MONDAY).await;
    harness.rehearsal.change(|world| world.open_dms(id));
    harness.time_is("2026-12-14T15:00:00Z").await;
    let on = harness.read(&alice.types("/nudge on").await?.said());
    assert!(on.contains("Monday, 21 December"), "{on}");
    harness.time_is("2026-12-14T16:00:00Z").await;
    assert!(alice.dms().is_empty(), "late by hours, and not asked for");
    harness.time_is("2026-12-21T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn untracked_members_disappear_from_sent_nudges() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    alice.types("/met @carol when: 2026-10-02").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.in_dms().next_dm().await?;
    let carol = harness.person("carol");
    let panel = carol.types("/privacy").await?.said();
    press(&carol, &panel, "Don't track me").await;
    let answer = press_below(&alice.in_dms(), &nudge, "### Carol", "We talked").await;
    assert!(answer.ephemeral && answer.text().contains("nothing is logged"));
    let drawn = press(&alice.in_dms(), &nudge, "Not now").await;
    let drawn = harness.read(&drawn);
    assert!(
        drawn.contains("Not now: I") && !drawn.contains("Carol"),
        "{drawn}"
    );
    let panel = harness.person("bob").types("/privacy").await?.said();
    press(&harness.person("bob"), &panel, "Don't track me").await;
    let pause = press(&alice.in_dms(), &nudge, "Settings").await;
    assert!(pause.ephemeral);
    harness.finish().await
}

#[tokio::test]
async fn a_member_back_after_ignored_nudges_soon_gets_nudges() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    harness.time_is("2027-12-01T12:00:00Z").await;
    let ignored = alice.dms().len();
    alice.types("/met @dan when: 2027-10-01").await?;
    harness.time_is("2027-12-16T12:00:00Z").await;
    assert!(alice.dms().len() > ignored, "{ignored}");
    harness.finish().await
}

#[tokio::test]
async fn a_member_untracked_in_one_team_stays_in_nudges_of_another() -> Tested {
    let harness = Harness::start().await;
    for channel in ["general", "pier"] {
        let alice = harness.person_in("alice", channel);
        alice.types("/met @dan when: 2026-10-01").await?;
        alice.types("/nudge on").await?;
    }
    let down = Trouble::with("POST", "/channels/*/messages", Fault::Status(500));
    harness.rehearsal.trouble(down);
    harness.time_is(NEXT_MONDAY).await;
    let dan = harness.person("dan");
    let panel = dan.types("/privacy").await?.said();
    press(&dan, &panel, "Don't track me").await;
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T11:00:00Z").await;
    let nudges = harness.person("alice").dms();
    assert_eq!(nudges.len(), 1);
    assert!(harness.read(&nudges[0]).contains("Harbour"));
    harness.finish().await
}
