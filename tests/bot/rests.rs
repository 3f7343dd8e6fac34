//! How long a suggested person rests, and who is named before them afterwards.

use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Stopped, Tested};

/// Alice gets six nudges about Bob and does nothing.
async fn ignored_suggestions_of_bob(alice: &Person, harness: &Harness) -> Result<Seen, Stopped> {
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    harness.time_is("2027-03-08T09:00:00Z").await;
    let mut nudges = alice.dms();
    assert_eq!(
        nudges.len(),
        6,
        "two, two every second week, two every fourth"
    );
    Ok(nudges.remove(5))
}

#[tokio::test]
async fn a_talk_or_not_now_rests_a_person_a_month_after_any_silence() -> Tested {
    for button in ["We talked", "Not now"] {
        let harness = Harness::start().await;
        let alice = harness.person("alice");
        let nudge = ignored_suggestions_of_bob(&alice, &harness).await?;
        harness.time_is("2027-03-12T10:00:00Z").await;
        alice.in_dms().press(&nudge, button).await?;
        harness.time_is("2027-04-12T08:59:59Z").await;
        assert_eq!(alice.dms().len(), 6, "{button}");
        harness.time_is("2027-04-12T09:00:00Z").await;
        assert_eq!(alice.dms().len(), 7, "{button}");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn people_without_answers_come_last_but_do_come() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-09-01").await?;
    alice.types("/met @carol when: 2026-09-02").await?;
    alice.types("/nudge on").await?;
    let mut nudges = Vec::new();
    for monday in ["2026-11-30", "2026-12-14", "2026-12-28"] {
        harness.time_is(&format!("{monday}T10:00:00Z")).await;
        // Her other commands keep her nudges weekly; they answer nothing about Bob and Carol.
        alice.types("/met @dan when: 2026-11-25").await?;
        alice.types("/met @olga").await?;
        nudges.push(harness.read(alice.dms().last().unwrap()));
    }
    let place = |text: &str, who| text.find(who).unwrap();
    assert_eq!(alice.dms().len(), 3);
    let last = nudges.last().unwrap();
    assert!(place(last, "Dan") < place(last, "Bob"), "{last}");
    assert!(place(last, "Bob") < place(last, "Carol"), "{last}");
    harness.finish().await
}

#[tokio::test]
async fn undoing_a_talk_restores_the_rest_before_it() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    harness.time_is("2026-11-30T09:00:00Z").await;
    let before = harness.read(&alice.types("/person who: @bob").await?.said());
    assert!(before.contains("‹14 December 2026›"), "{before}");
    let logged = alice.types("/met @bob").await?.said();
    alice.press(&logged, "Undo").await?;
    let after = harness.read(&alice.types("/person who: @bob").await?.said());
    assert_eq!(after, before);
    let bob = harness.person("bob");
    alice.types("/met @bob").await?;
    let card = bob.types("/person who: @alice").await?.said();
    bob.choose(
        &card,
        "I wasn't there",
        &["Mon 30 Nov 2026, logged by Alice"],
    )
    .await?;
    let after = harness.read(&alice.types("/person who: @bob").await?.said());
    assert_eq!(after, before);
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}
