//! Nudges that wait to be sent.

use futures::future::join_all;
use rehearsal::World;

use crate::harness::{Harness, Said as _, Setup, Tested};
use crate::steps::{NEXT_MONDAY, card, choose, joined, press};

fn a_nudge_is_sent(world: &World) -> bool {
    world.requests().any(|request| {
        let nonce = request.body["nonce"].as_str();
        nonce.is_some_and(|nonce| nonce.starts_with("nudge-"))
    })
}

#[tokio::test]
async fn a_member_who_stops_nudges_gets_none_that_waits() -> Tested {
    let one_a_second = Setup::new().with("RAPPORT__DISCORD__SENDS_PER_SECOND", "1");
    let harness = one_a_second.start().await;
    let people = ["alice", "bob", "carol", "dan", "olga"].map(|name| harness.person(name));
    let together = "/met @bob person2: @carol person3: @dan person4: @olga when: 2026-09-01";
    people[0].types(together).await?;
    for person in &people {
        person.types("/nudge on").await?;
    }
    let calling_off = async {
        harness.rehearsal.until(a_nudge_is_sent).await.unwrap();
        let waiting = people.iter().filter(|person| person.dms().is_empty());
        let called_off = waiting.map(async |person| {
            person.types("/nudge off").await.unwrap();
            (person, person.dms().len())
        });
        join_all(called_off).await
    };
    let ((), called_off) = tokio::join!(harness.time_is(NEXT_MONDAY), calling_off);
    assert!(called_off.iter().any(|(_, dms)| *dms == 0));
    for (person, dms) in called_off {
        assert_eq!(person.dms().len(), dms);
    }
    harness.finish().await
}

/// Alice and Bob each have a nudge about the other that is claimed, with another try in an hour: as
/// if Discord had been down on Monday.
pub(crate) async fn claimed_for_both() -> Harness {
    let mut harness = joined().await;
    harness.person("bob").types("/nudge on").await.unwrap();
    harness.stop().await;
    harness.claim_nudges_of_week_49().await;
    harness.time_is("2026-11-30T09:30:00Z").await;
    harness.begin().await;
    harness
}

/// How many direct messages the two have after the next try.
pub(crate) async fn sent_to_both(harness: &Harness) -> [usize; 2] {
    harness.time_is("2026-11-30T12:00:00Z").await;
    ["alice", "bob"].map(|name| harness.person(name).dms().len())
}

#[tokio::test]
async fn a_waiting_nudge_no_longer_names_people_stopped_or_snoozed_since() -> Tested {
    for stops in [true, false] {
        let harness = claimed_for_both().await;
        let alice = harness.person("alice");
        let bob = card(&alice, "bob").await?;
        if stops {
            press(&alice, &bob, "Stop nudges about them").await;
        } else {
            choose(&alice, &bob, "Snooze", "1 week").await;
        }
        assert_eq!(sent_to_both(&harness).await, [0, 1], "stops: {stops}");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_waiting_nudge_no_longer_names_people_answered_in_a_preview_since() -> Tested {
    for answer in ["Not now", "Stop"] {
        let harness = claimed_for_both().await;
        let alice = harness.person("alice");
        let preview = alice.types("/nudge now").await?.said();
        press(&alice, &preview, answer).await;
        assert_eq!(sent_to_both(&harness).await, [0, 1], "{answer}");
        harness.finish().await?;
    }
    Ok(())
}
