//! What another person is to a member, and people who are kept apart.

use rehearsal::Person;

use crate::harness::{Harness, Said as _, Tested};
use crate::steps::{NEXT_MONDAY, card, choose, exported, joined, press};

const KIND: &str = "What are they to you?";

/// What the person reads when they open a card.
async fn read_card(harness: &Harness, person: &Person, who: &str) -> String {
    harness.read(&card(person, who).await.unwrap())
}

#[tokio::test]
async fn a_kind_proposes_a_circle_until_the_member_chooses_one() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let shown = card(&alice, "bob").await?;
    let manager = choose(&alice, &shown, KIND, "manager").await;
    insta::assert_snapshot!("a_manager", harness.read(&manager));
    let customer = harness.read(&choose(&alice, &manager, KIND, "customer").await);
    assert!(
        customer.contains("Circle: Regular (every month)"),
        "{customer}"
    );
    let own = choose(&alice, &shown, crate::steps::CIRCLE, "wider").await;
    let mentor = harness.read(&choose(&alice, &own, KIND, "mentor").await);
    assert!(mentor.contains("Circle: Wider"), "{mentor}");
    let unsaid = harness.read(&choose(&alice, &own, KIND, "none").await);
    assert!(!unsaid.contains("To you:"), "{unsaid}");
    harness.finish().await
}

#[tokio::test]
async fn a_kind_is_seen_by_the_member_alone() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @carol").await?;
    let before = read_card(&harness, &bob, "alice").await;
    let shown = card(&alice, "bob").await?;
    choose(&alice, &shown, KIND, "report").await;
    let reports = alice.types("/people kind: report").await?.said();
    insta::assert_snapshot!("people_of_one_kind", harness.read(&reports));
    let nobody = alice
        .types("/people show: snoozed kind: customer")
        .await?
        .said();
    insta::assert_snapshot!("nobody_of_a_kind", harness.read(&nobody));
    let panel = alice.types("/privacy").await?.said();
    assert!(
        exported(&alice, &panel)
            .await
            .contains(r#""kind":"report""#)
    );

    assert_eq!(read_card(&harness, &bob, "alice").await, before);
    let panel = bob.types("/privacy").await?.said();
    assert!(!exported(&bob, &panel).await.contains("report\""));
    harness.finish().await
}

#[tokio::test]
async fn people_kept_apart_are_in_no_nudge_of_each_other() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    bob.types("/nudge on").await?;
    for person in [&alice, &bob] {
        person.types("/met @carol when: 2026-10-01").await?;
    }
    let shown = card(&alice, "bob").await?;
    let apart = press(&alice, &shown, "Keep us apart").await;
    insta::assert_snapshot!("kept_apart", harness.read(&apart));

    harness.time_is(NEXT_MONDAY).await;
    for (person, other) in [(&alice, "Bob"), (&bob, "Alice")] {
        let nudge = harness.read(&person.next_dm().await?);
        assert!(nudge.contains("Carol") && !nudge.contains(other), "{nudge}");
    }
    harness.finish().await
}

/// Whatever Bob looks at is the same as if Alice had never asked.
#[tokio::test]
async fn the_other_cannot_see_that_they_are_kept_apart() -> Tested {
    let mut seen = Vec::new();
    for asks in [false, true] {
        let harness = joined().await;
        let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
        let shown = card(&alice, "bob").await?;
        if asks {
            press(&alice, &shown, "Keep us apart").await;
        }
        let mut read = String::new();
        for line in [
            "/person who: @alice",
            "/people",
            "/people show: stopped",
            "/me",
            "/met @alice",
            "/settings",
        ] {
            read += &harness.read(&bob.types(line).await?.said());
        }
        let panel = bob.types("/privacy").await?.said();
        let export = exported(&bob, &panel).await;
        assert!(!export.contains(r#""kept_apart_since":"2"#), "{export}");
        seen.push(read);
        harness.finish().await?;
    }
    assert_eq!(seen[0], seen[1]);
    Ok(())
}

#[tokio::test]
async fn people_who_never_talked_get_a_question_that_stays() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    for person in [&alice, &bob] {
        person.types("/nudge on").await?;
    }
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let read = harness.read(&nudge);
    let question = read
        .lines()
        .find(|it| it.starts_with("A question to begin with:"));
    let question = question.unwrap_or_else(|| panic!("{read}")).to_owned();
    insta::assert_snapshot!("a_question", read);
    let answered = harness.read(&press(&alice, &nudge, "Not now").await);
    assert!(answered.contains(&question), "{answered}");
    harness.finish().await
}
