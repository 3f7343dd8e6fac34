//! A tie to an unknown person and an unreadable row: each affects only its own member.

use rehearsal::{Fault, Refusal, Trouble};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{NEXT_MONDAY, card, joined, press};

async fn forget(harness: &Harness, name: &str) {
    let person = harness.person(name);
    let panel = person.types("/privacy").await.unwrap().said();
    let asked = press(&person, &panel, "Forget me").await;
    press(&person, &asked, "Yes, forget me").await;
}

/// Carol says yes too, and has lost touch with Dan.
async fn carol_joins(harness: &Harness) {
    let carol = harness.person("carol");
    carol.types("/met @dan when: 2026-10-01").await.unwrap();
    carol.types("/nudge on").await.unwrap();
}

fn leave(harness: &Harness, name: &str) {
    let (guild, id) = (harness.person(name).guild().unwrap(), harness.id(name));
    harness.rehearsal.change(|world| world.leave(guild, id));
}

#[tokio::test]
async fn an_old_card_refuses_a_forgotten_person_who_left() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(10007);
    carol_joins(&harness).await;
    let alice = harness.person("alice");
    let old = card(&alice, "bob").await?;
    forget(&harness, "bob").await;
    leave(&harness, "bob");
    let answer = press(&alice, &old, "We talked").await;
    assert!(
        answer.text().contains("is not on this server"),
        "{}",
        answer.text()
    );
    harness.time_is("2027-03-01T09:00:00Z").await;
    assert!(!harness.person("carol").dms().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn an_old_card_stores_a_forgotten_person_who_stayed() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let old = card(&alice, "bob").await?;
    forget(&harness, "bob").await;
    assert_eq!(harness.number(stored::MEMBERS_CALLED_BOB).await, 0);
    press(&alice, &old, "We talked").await;
    alice.next_follow_up().await?;
    assert_eq!(harness.number(stored::MEMBERS_CALLED_BOB).await, 1);
    harness.time_is("2027-01-04T09:00:00Z").await;
    let nudge = alice.in_dms().next_dm().await?;
    assert!(
        harness.read(&nudge).contains("Bob"),
        "{}",
        harness.read(&nudge)
    );
    harness.finish().await
}

#[tokio::test]
async fn every_press_on_an_old_card_stores_a_forgotten_person() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let old = card(&alice, "bob").await?;
    forget(&harness, "bob").await;
    press(&alice, &old, "Stop nudges about them").await;
    assert_eq!(harness.number(stored::MEMBERS_CALLED_BOB).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_due_tie_to_an_unknown_person_stops_no_nudge() -> Tested {
    let harness = joined().await;
    carol_joins(&harness).await;
    leave(&harness, "bob");
    harness.delete_member_bob().await;
    harness.time_is(NEXT_MONDAY).await;
    assert_eq!(harness.person("carol").dms().len(), 1);
    for nudge in harness.person("alice").dms() {
        assert!(!harness.read(&nudge).contains("quokka"), "names Bob");
    }
    let now = harness.person("alice").types("/nudge now").await?.said();
    assert!(!harness.read(&now).contains("quokka"));
    harness.finish().await
}

#[tokio::test]
async fn an_unreadable_member_loses_only_their_own_nudge() -> Tested {
    let harness = joined().await;
    carol_joins(&harness).await;
    harness.break_alices_weekday().await;
    harness.time_is("2026-11-30T09:00:10Z").await;
    assert_eq!(harness.person("carol").dms().len(), 1);
    assert_eq!(
        harness.number(stored::ALICES_NUDGE_IS_POSTPONED).await,
        1,
        "tried again at once"
    );
    harness.repair_alices_weekday().await;
    harness.time_is("2026-11-30T10:30:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_message_that_discord_rejects_is_redrawn_and_tried_again() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50035);
    let invalid = Fault::Refuse(Refusal::new(400, 50035, "Invalid Form Body"));
    let trouble = Trouble::with("POST", "/channels/*/messages", invalid);
    harness.rehearsal.trouble(trouble);
    harness.time_is("2026-11-30T09:10:00Z").await;
    let alice = harness.person("alice");
    assert!(alice.dms().is_empty());
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T10:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    let again = harness.read(&alice.types("/help").await?.said());
    assert!(!again.contains("could not be delivered"), "{again}");
    harness.finish().await
}
