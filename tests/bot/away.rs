//! Members who are away: no nudge comes to them, and nobody is nudged about them.

use rehearsal::Person;

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::leaving::found_in_files;
use crate::steps::{
    NEXT_MONDAY, come_back, exported, forget, joined, leave, press, press_below, read_card,
};
use crate::waiting_nudges::{claimed_for_both, sent_to_both};

impl Harness {
    /// What a person reads after typing a line.
    async fn reads(&self, person: &Person, line: &str) -> String {
        self.read(&person.types(line).await.unwrap().said())
    }
}

#[tokio::test]
async fn nobody_is_nudged_about_a_member_who_is_away() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @carol when: 2026-10-02").await?;
    let answer = harness.reads(&bob, "/away until day: 8 Dec").await;
    insta::assert_snapshot!("away", answer);

    harness.time_is(NEXT_MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("Carol") && !nudge.contains("Bob"), "{nudge}");
    harness.time_is("2026-12-14T09:00:00Z").await;
    let alice = alice.in_dms();
    let seen = alice.dms().pop().unwrap();
    let nudge = harness.read(&seen);
    insta::assert_snapshot!("back_since", nudge);
    // The line stays when the message is drawn again.
    let pressed = press_below(&alice, &seen, "### Bob", "Not now").await;
    let pressed = harness.read(&pressed);
    assert!(pressed.contains("Back since Tuesday."), "{pressed}");
    harness.finish().await
}

#[tokio::test]
async fn a_member_who_is_away_gets_their_next_nudge_after_their_return() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let answer = harness
        .reads(&alice, "/away until day: 2026-12-14 09:00")
        .await;
    assert!(
        answer.contains("back on 14 December") && answer.contains("can come on ‹14 December 2026›"),
        "{answer}"
    );
    harness.time_is("2026-12-14T08:59:00Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1, "nothing is made up for");
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_that_waits_goes_to_nobody_and_names_nobody_who_is_away() -> Tested {
    let harness = claimed_for_both().await;
    let alice = harness.person("alice");
    alice.types("/away until day: tomorrow").await?;
    assert_eq!(sent_to_both(&harness).await, [0, 0]);
    harness.finish().await
}

#[tokio::test]
async fn the_day_of_a_return_is_that_of_the_zone_that_a_member_moved_to() -> Tested {
    for (schedule, away, back) in [
        // On the 14th in London it is still the evening before in New York.
        (
            "zone: America/New_York day: Sunday time: 22:00",
            "2026-12-14T04:00:00Z",
            "2026-12-21T03:00:00Z",
        ),
        (
            "zone: Pacific/Auckland day: Monday time: 09:00",
            "2026-12-13T19:59:00Z",
            "2026-12-13T20:00:00Z",
        ),
    ] {
        let harness = joined().await;
        let alice = harness.person("alice");
        alice.types("/away until day: 2026-12-14").await?;
        alice.types(&format!("/nudge when {schedule}")).await?;
        harness.time_is(away).await;
        assert!(alice.dms().is_empty(), "{schedule}");
        harness.time_is(back).await;
        assert_eq!(alice.dms().len(), 1, "{schedule}");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_member_can_come_back_earlier() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/nudge on").await?;
    alice.types("/away until day: 2027-01-10").await?;
    harness.time_is("2026-11-26T15:00:00Z").await;
    let ended = harness.reads(&alice, "/away end").await;
    insta::assert_snapshot!("back", ended);
    let again = harness.reads(&alice, "/away end").await;
    assert!(again.contains("You're not away"), "{again}");
    harness.time_is(NEXT_MONDAY).await;
    assert_eq!(alice.dms().len(), 1);
    let nudge = harness.read(&bob.next_dm().await?);
    assert!(nudge.contains("Back since Thursday."), "{nudge}");
    harness.finish().await
}

#[tokio::test]
async fn an_absence_that_ends_on_its_first_day_was_none() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/away until day: 2027-01-10").await?;
    bob.types("/away end").await?;
    assert_eq!(harness.number(stored::MEMBERS_AWAY).await, 0);
    harness.time_is(NEXT_MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(
        nudge.contains("Bob") && !nudge.contains("Back since"),
        "{nudge}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_second_day_replaces_the_first() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/away until day: 2027-01-10").await?;
    bob.types("/away until day: tomorrow").await?;
    let card = read_card(&harness, &alice, "bob").await;
    assert!(card.contains("Away, back on 24 November"), "{card}");
    harness.time_is(NEXT_MONDAY).await;
    assert!(harness.read(&alice.next_dm().await?).contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_day_that_cannot_be_meant_is_refused_with_what_works() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut read = Vec::new();
    for day in [
        "blursday",
        "yesterday",
        "today",
        "2026-11-22",
        "2026-02-30",
        "31 Nov",
        "5/12/2026",
        "1/2/2027",
        "2027-11-24",
        "in 2 years",
        "2 weeks ago",
    ] {
        let line = format!("/away until day: {day}");
        read.push(format!("> {day}\n{}", harness.reads(&alice, &line).await));
    }
    insta::assert_snapshot!("refused_days", read.join("\n"));
    assert_eq!(harness.number(stored::MEMBERS_AWAY).await, 0);
    let year = harness.reads(&alice, "/away until day: 2027-11-23").await;
    assert!(year.contains("back on 23 November"), "{year}");
    harness.finish().await
}

#[tokio::test]
async fn autocomplete_offers_days_to_come() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut read = Vec::new();
    for typed in ["", "in 2", "fri", "5", "1/2/2027", "dans 3"] {
        let line = format!("/away until day: {typed}");
        for choice in alice.autocomplete(&line).await? {
            read.push(format!("{typed} > {}", choice.name));
        }
    }
    insta::assert_snapshot!("offered_days", read.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_pause_and_an_absence_hold_both() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    alice.types("/nudge pause length: 1 month").await?;
    let mut read = vec![harness.reads(&alice, "/away until day: 2026-12-08").await];
    for line in ["/nudge when", "/settings", "/nudge resume", "/nudge when"] {
        read.push(format!("> {line}\n{}", harness.reads(&alice, line).await));
    }
    insta::assert_snapshot!("paused_and_away", read.join("\n"));
    harness.time_is(NEXT_MONDAY).await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn colleagues_can_see_when_a_member_is_back() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/away until day: 2026-12-08").await?;
    insta::assert_snapshot!("card_of_bob", read_card(&harness, &alice, "bob").await);
    let people = harness.reads(&alice, "/people").await;
    assert!(people.contains("away, back on 8 December"), "{people}");
    let due = harness.reads(&alice, "/people show: due").await;
    assert!(!due.contains("Bob"), "{due}");
    let me = harness.reads(&alice, "/me").await;
    assert!(me.contains("Bob"), "{me}");
    harness.time_is("2026-12-08T00:00:00Z").await;
    let card = read_card(&harness, &alice, "bob").await;
    assert!(!card.contains("Away"), "{card}");
    harness.finish().await
}

#[tokio::test]
async fn a_newcomer_who_is_away_is_pointed_out_after_their_return() -> Tested {
    let harness = joined().await;
    let [alice, dan] = ["alice", "dan"].map(|name| harness.person(name));
    dan.types("/nudge on").await?;
    dan.types("/away until day: 2026-12-08").await?;
    assert!(!harness.reads(&alice, "/nudge now").await.contains("Dan"));
    harness.time_is("2026-12-08T00:00:00Z").await;
    assert!(harness.reads(&alice, "/nudge now").await.contains("Dan"));
    harness.finish().await
}

#[tokio::test]
async fn an_absence_holds_in_one_server_only() -> Tested {
    let harness = Harness::start().await;
    let (here, there) = (harness.person("alice"), harness.person_in("alice", "pier"));
    for alice in [&here, &there] {
        alice.types("/met @dan when: 2026-10-01").await?;
    }
    let dan = harness.person("dan");
    dan.types("/away until day: 2026-12-08").await?;
    assert!(!harness.reads(&here, "/nudge now").await.contains("Dan"));
    assert!(harness.reads(&there, "/nudge now").await.contains("Dan"));
    harness.finish().await
}

#[tokio::test]
async fn an_absence_outlives_leaving_and_coming_back() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/away until day: 2027-01-10").await?;
    leave(&harness, "bob");
    harness.time_is(NEXT_MONDAY).await;
    let gone = read_card(&harness, &alice, "bob").await;
    come_back(&harness, "bob");
    let back = read_card(&harness, &alice, "bob").await;
    assert!(back.contains("Away, back on 10 January"), "{gone}\n{back}");
    assert!(!harness.reads(&alice, "/nudge now").await.contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn nobody_reads_of_the_absence_of_an_untracked_member() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/away until day: 2026-12-08").await?;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let card = read_card(&harness, &alice, "bob").await;
    assert!(!card.contains("Away"), "{card}");
    for line in ["/away until day: tomorrow", "/away end"] {
        let refused = harness.reads(&bob, line).await;
        assert!(refused.contains("asked not to be tracked"), "{refused}");
    }
    harness.finish().await
}

#[tokio::test]
async fn an_absence_is_exported_and_forgotten() -> Tested {
    let harness = joined().await;
    let bob = harness.person("bob");
    bob.types("/away until day: 2026-12-08").await?;
    let panel = bob.types("/privacy").await?.said();
    let export = exported(&bob, &panel).await;
    assert!(export.contains(r#""back_on":"2026-12-08""#), "{export}");
    assert!(export.contains(r#""away_until":"2026-12-08T00:00:00Z""#));
    assert!(found_in_files(&harness, b"2026-12-08"));
    forget(&bob).await?;
    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    assert!(!found_in_files(&harness, b"2026-12-08"));
    harness.finish().await
}
