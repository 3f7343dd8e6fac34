//! Logging the same talk again within ten minutes, and undoing that.

use chrono::TimeDelta;
use rehearsal::World;

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::press;

#[tokio::test]
async fn undoing_a_correction_restores_the_talk_before_it() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob how: call note: first").await?;
    harness.time_passes(TimeDelta::minutes(5)).await;
    let corrected = alice
        .types("/met @bob when: yesterday how: coffee note: second")
        .await?
        .said();
    assert!(harness.read(&corrected).starts_with("Updated: "));
    assert_eq!(harness.number(stored::NOTES_FIRST_AND_SECOND).await, 1);
    harness.restart().await;
    let undone = press(&alice, &corrected, "Undo").await;
    let read = harness.read(&undone);
    assert!(
        read.starts_with("Undone. As before: you talked with Bob on a call, ‹5 minutes ago›."),
        "{read}"
    );
    assert_eq!(harness.number(stored::NOTES_FIRST).await, 1);
    assert_eq!(harness.number(stored::CORRECTIONS_WITH_NOTE).await, 0);
    // The second delivery undoes nothing; the remaining button deletes the whole talk.
    twice(&mut harness).await;
    assert_eq!(harness.number(stored::NOTES_FIRST).await, 1);
    press(&alice, &undone, "Undo").await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn adding_to_a_corrected_talk_keeps_its_undo() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob note: first").await?;
    let corrected = alice.types("/met @bob how: chat").await?.said();
    let form = alice.press(&corrected, "Add note").await?.modal().unwrap();
    let label = form.inputs[0].label.clone();
    let noted = alice.submit(&form, &[(&label, "second")]).await?.said();
    assert_eq!(harness.number(stored::NOTES_FIRST_AND_SECOND).await, 1);
    let undone = press(&alice, &noted, "Undo").await;
    assert!(undone.text().starts_with("Undone. As before: "));
    assert_eq!(harness.number(stored::NOTES_FIRST).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn two_dates_are_two_talks_and_the_same_date_is_one() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for (when, talks) in [
        ("2026-10-01", 1),
        ("2026-10-01", 1),
        ("2026-10-02", 2),
        ("2026-10-02 9:00", 2),
        ("2026-10-02", 2),
        ("2026-10-02 14:00", 3),
        ("2026-10-02 14:00", 3),
    ] {
        alice.types(&format!("/met @bob when: {when}")).await?;
        assert_eq!(harness.number(stored::ENCOUNTERS).await, talks, "{when}");
    }
    // A member who only adds a note to the day keeps the time.
    assert_eq!(
        harness.number(stored::ENCOUNTERS_ON_2_OCTOBER_AT_9).await,
        1
    );
    harness.finish().await
}

#[tokio::test]
async fn a_correction_delivered_twice_counts_once() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob note: first").await?;
    alice.types("/met @bob note: second").await?;
    twice(&mut harness).await;
    assert_eq!(harness.number(stored::NOTES_FIRST_AND_SECOND).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_note_from_a_form_delivered_twice_is_added_once() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob note: first").await?.said();
    let form = alice.press(&met, "Add note").await?.modal().unwrap();
    let label = form.inputs[0].label.clone();
    alice.submit(&form, &[(&label, "second")]).await?;
    twice(&mut harness).await;
    assert_eq!(harness.number(stored::NOTES_FIRST_AND_SECOND).await, 1);
    harness.finish().await
}

/// Delivers the last interaction again, until Discord refuses the second answer: by then the bot
/// has handled it.
async fn twice(harness: &mut Harness) {
    harness.rehearsal.redeliver_last();
    harness.expect_refusal(40060);
    let refused = |world: &World| world.requests().any(|request| request.refusal.is_some());
    harness.rehearsal.until(refused).await.unwrap();
}

#[tokio::test]
async fn overwritten_values_are_deleted_with_their_author_or_after_a_day() -> Tested {
    let harness = Harness::start().await;
    let [alice, dan] = ["alice", "dan"].map(|name| harness.person(name));
    for person in [&alice, &dan] {
        person.types("/met @bob note: first").await?;
        person.types("/met @bob note: second").await?;
    }
    assert_eq!(harness.number(stored::CORRECTIONS_WITH_NOTE).await, 2);
    let panel = alice.types("/privacy").await?.said();
    let asked = press(&alice, &panel, "Forget me").await;
    press(&alice, &asked, "Yes, forget me").await;
    assert_eq!(harness.number(stored::CORRECTIONS_WITH_NOTE).await, 1);
    harness.time_passes(TimeDelta::hours(25)).await;
    dan.types("/met @carol").await?;
    assert_eq!(harness.number(stored::CORRECTIONS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_note_is_never_longer_than_a_form_takes() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for letter in ["a", "b", "c"] {
        let note = letter.repeat(1000);
        alice.types(&format!("/met @bob note: {note}")).await?;
    }
    let met = alice.types("/met @bob").await?.said();
    let full = alice
        .types(&format!("/met @bob note: {}", "d".repeat(998)))
        .await?
        .said();
    let read = full.text();
    assert!(read.starts_with("Your note on that talk is full"), "{read}");
    assert!(read.contains("dddd"), "the words are given back");
    let form = alice.press(&met, "Add note").await?.modal().unwrap();
    let label = form.inputs[0].label.clone();
    let full = alice
        .submit(&form, &[(&label, &"d".repeat(998))])
        .await?
        .said();
    assert!(full.text().starts_with("Your note on that talk is full"));
    assert_eq!(harness.number(stored::LONGEST_NOTE).await, 3002);
    harness.finish().await
}
