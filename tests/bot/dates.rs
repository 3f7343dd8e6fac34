//! Birthdays and first days: told by members themselves, read by those who have talked with them.

use rehearsal::Person;

use crate::harness::{Harness, Said as _, Setup, Tested, Transcript, stored};
use crate::leaving::found_in_files;
use crate::steps::{
    CIRCLE, NEXT_MONDAY, card, choose, exported, forget, joined, leave, press, read_card,
};

/// Alice gets nudges and has just talked with these people: nobody is due on the next Monday.
async fn talked_lately(others: &[&str]) -> Harness {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for other in others {
        let line = format!("/met @{other} when: 2026-11-20");
        alice.types(&line).await.unwrap();
    }
    alice.types("/nudge on").await.unwrap();
    harness
}

async fn birthday(harness: &Harness, name: &str, day: &str) {
    let line = format!("/dates birthday day: {day}");
    harness.person(name).types(&line).await.unwrap();
}

/// What the person reads on the card of `who`.
async fn reads_of(harness: &Harness, person: &Person, who: &str) -> String {
    read_card(harness, person, who).await
}

#[tokio::test]
async fn a_date_is_told_seen_and_removed() -> Tested {
    let harness = Harness::start().await;
    let bob = harness.person("bob");
    let mut read = Transcript::of(&harness);
    for line in [
        "/dates birthday",
        "/dates birthday day: 5 Dec 1990",
        "/dates birthday",
        "/dates first-day",
        "/dates first-day day: 29 Feb",
    ] {
        read.types(&bob, line).await;
    }
    assert_eq!(harness.number(stored::DATES).await, 2);
    let shown = read.types(&bob, "/dates birthday").await;
    let removed = press(&bob, &shown, "Remove").await;
    read.keep(&removed);
    assert_eq!(harness.number(stored::DATES).await, 1);
    let shown = read.types(&bob, "/dates first-day").await;
    read.keep(&press(&bob, &shown, "Remove").await);
    assert_eq!(harness.number(stored::DATES).await, 0);
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_day_that_is_none_is_refused_with_what_works() -> Tested {
    let harness = Harness::start().await;
    let bob = harness.person("bob");
    let mut read = Transcript::of(&harness);
    for day in ["blursday", "30 Feb", "5/12", "13/13", "December", "today"] {
        let line = format!("/dates birthday day: {day}");
        read.types(&bob, &line).await;
    }
    assert_eq!(harness.number(stored::DATES).await, 0);
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_tells_the_dates_of_its_week() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    for other in ["carol", "dan"] {
        let line = format!("/met @{other} when: 2026-11-20");
        alice.types(&line).await?;
    }
    birthday(&harness, "bob", "2 Dec").await;
    birthday(&harness, "carol", "6 Dec").await;
    birthday(&harness, "dan", "7 Dec").await;
    let carol = harness.person("carol");
    carol.types("/dates first-day day: 30 Nov").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    insta::assert_snapshot!("dates_of_the_week", harness.read(&nudge));
    // They stay when the message is drawn again, unless they are removed.
    birthday(&harness, "bob", "30 Dec").await;
    let alice = alice.in_dms();
    let drawn = harness.read(&press(&alice, &nudge, "Not now").await);
    assert!(
        drawn.contains("Birthday on Sun 6 Dec") && !drawn.contains("2 Dec"),
        "{drawn}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_near_date_brings_a_message_though_nobody_is_due() -> Tested {
    let harness = talked_lately(&["carol"]).await;
    let alice = harness.person("alice");
    birthday(&harness, "carol", "2 Dec").await;
    let preview = harness.read(&alice.types("/nudge now").await?.said());
    assert!(!preview.contains("Carol"), "{preview}");
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    insta::assert_snapshot!("only_a_date", harness.read(&nudge));
    let now = harness.read(&alice.types("/nudge now").await?.said());
    assert!(now.contains("Birthday on Wed 2 Dec"), "{now}");
    let pressed = press(&alice.in_dms(), &nudge, "We talked").await;
    insta::assert_snapshot!("only_a_date_talked", harness.read(&pressed));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_date_of_a_wider_tie_brings_no_message_of_its_own() -> Tested {
    let harness = talked_lately(&[]).await;
    let alice = harness.person("alice");
    let answer = alice.types("/met @carol when: 2026-11-20").await?.said();
    choose(&alice, &answer, CIRCLE, "wider").await;
    birthday(&harness, "carol", "2 Dec").await;
    harness.time_is(NEXT_MONDAY).await;
    assert!(alice.dms().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn a_message_about_dates_alone_is_neither_a_suggestion_nor_ignored() -> Tested {
    let harness = talked_lately(&["bob", "carol", "dan"]).await;
    let alice = harness.person("alice");
    for (name, day) in [("bob", "2 Dec"), ("carol", "9 Dec"), ("dan", "16 Dec")] {
        birthday(&harness, name, day).await;
    }
    // Three unanswered messages in three weeks; in the fourth all are due, and none rests.
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 3);
    harness.time_is("2026-12-21T09:00:00Z").await;
    let last = harness.read(alice.dms().last().unwrap());
    assert!(last.contains("A few people"), "{last}");
    for name in ["Bob", "Carol", "Dan"] {
        assert!(last.contains(&format!("### {name}")), "{last}");
    }
    harness.finish().await
}

#[tokio::test]
async fn nobody_reads_dates_of_people_that_no_nudge_names() -> Tested {
    let harness = talked_lately(&["bob", "carol", "dan", "olga"]).await;
    let alice = harness.person("alice");
    for name in ["bob", "carol", "dan", "olga"] {
        birthday(&harness, name, "2 Dec").await;
    }
    let bob = card(&alice, "bob").await?;
    press(&alice, &bob, "Stop nudges about them").await;
    let carol = card(&alice, "carol").await?;
    choose(&alice, &carol, "Snooze", "1 month").await;
    let dan = harness.person("dan");
    dan.types("/away until day: 2026-12-08").await?;
    let olga = harness.person("olga");
    let panel = olga.types("/privacy").await?.said();
    press(&olga, &panel, "Don't track me").await;
    harness.time_is(NEXT_MONDAY).await;
    assert!(alice.dms().is_empty());
    assert!(
        !reads_of(&harness, &alice, "olga")
            .await
            .contains("Birthday")
    );
    harness.finish().await
}

#[tokio::test]
async fn nobody_is_reminded_of_the_date_of_a_person_who_left() -> Tested {
    let harness = talked_lately(&["bob"]).await;
    birthday(&harness, "bob", "2 Dec").await;
    leave(&harness, "bob");
    harness.time_is(NEXT_MONDAY).await;
    assert!(harness.person("alice").dms().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn only_people_who_talked_with_a_member_read_their_dates() -> Tested {
    let harness = talked_lately(&["bob"]).await;
    let [alice, dan] = ["alice", "dan"].map(|name| harness.person(name));
    birthday(&harness, "bob", "5 Dec").await;
    let read = reads_of(&harness, &alice, "bob").await;
    assert!(read.contains("Birthday: 5 December"), "{read}");
    let read = reads_of(&harness, &dan, "bob").await;
    assert!(!read.contains("Birthday"), "{read}");
    dan.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let dms = dan.dms();
    assert!(dms.iter().all(|it| !harness.read(it).contains("Birthday")));
    harness.finish().await
}

/// A missing date would tell Bob of Alice's wish, so he still reads it.
#[tokio::test]
async fn the_other_reads_dates_as_if_they_were_not_kept_apart() -> Tested {
    let mut seen = Vec::new();
    for asks in [false, true] {
        let harness = talked_lately(&["bob"]).await;
        let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
        bob.types("/nudge on").await?;
        birthday(&harness, "alice", "2 Dec").await;
        birthday(&harness, "bob", "2 Dec").await;
        if asks {
            let shown = card(&alice, "bob").await?;
            press(&alice, &shown, "Keep us apart").await;
        }
        let card = reads_of(&harness, &bob, "alice").await;
        harness.time_is(NEXT_MONDAY).await;
        assert_eq!(alice.dms().len(), usize::from(!asks));
        seen.push(format!("{card}\n{}", harness.read(&bob.next_dm().await?)));
        harness.finish().await?;
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].contains("Birthday on Wed 2 Dec"), "{}", seen[0]);
    Ok(())
}

#[tokio::test]
async fn a_date_is_told_in_one_server_only() -> Tested {
    let harness = Harness::start().await;
    let (here, there) = (harness.person("alice"), harness.person_in("alice", "pier"));
    for alice in [&here, &there] {
        alice.types("/met @dan when: 2026-11-20").await?;
    }
    birthday(&harness, "dan", "2 Dec").await;
    assert!(reads_of(&harness, &here, "dan").await.contains("Birthday"));
    assert!(!reads_of(&harness, &there, "dan").await.contains("Birthday"));
    harness.finish().await
}

#[tokio::test]
async fn the_leap_day_is_told_in_the_week_of_28_february() -> Tested {
    let harness = Setup::new().at("2027-02-15T10:00:00Z").start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2027-02-14").await?;
    alice.types("/nudge on").await?;
    birthday(&harness, "bob", "29 Feb").await;
    harness.time_is("2027-02-22T09:00:00Z").await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("Birthday on Sun 28 Feb"), "{nudge}");
    harness.finish().await
}

#[tokio::test]
async fn an_untracked_member_tells_no_date() -> Tested {
    let harness = Harness::start().await;
    let bob = harness.person("bob");
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let refused = bob.types("/dates birthday day: 5 Dec").await?.said().text();
    assert!(refused.contains("asked not to be tracked"), "{refused}");
    assert_eq!(harness.number(stored::DATES).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn dates_are_exported_and_forgotten() -> Tested {
    let harness = talked_lately(&["bob"]).await;
    let bob = harness.person("bob");
    birthday(&harness, "bob", "13 Jul").await;
    bob.types("/dates first-day day: 2 Dec").await?;
    harness.time_is(NEXT_MONDAY).await;
    let panel = bob.types("/privacy").await?.said();
    let export = exported(&bob, &panel).await;
    assert!(
        export.contains(r#""birthday":"07-13","first_day":"12-02""#),
        "{export}"
    );
    let alice = harness.person("alice");
    let panel = alice.types("/privacy").await?.said();
    let export = exported(&alice, &panel).await;
    assert!(export.contains(r#""for_date":true"#), "{export}");
    assert!(!export.contains("12-02\""), "{export}");
    assert!(found_in_files(&harness, b"07-13"));
    forget(&bob).await?;
    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    assert!(!found_in_files(&harness, b"07-13"));
    assert_eq!(harness.number(stored::SUGGESTIONS).await, 0);
    harness.finish().await
}
