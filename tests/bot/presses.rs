//! The buttons of a nudge: their effect, how long it lasts, and who may press them.

use chrono::TimeDelta;
use rehearsal::{Person, Seen, Unable};

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::posted_buttons;

/// Alice has talked with nobody for weeks, and has her first nudge.
async fn nudged() -> (Harness, Person, Seen) {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for other in ["bob", "carol", "dan"] {
        let line = format!("/met @{other} when: 2026-09-01 how: call");
        alice.types(&line).await.unwrap();
    }
    alice.types("/nudge on").await.unwrap();
    harness.time_is("2026-11-30T09:00:00Z").await;
    let nudge = alice.next_dm().await.unwrap();
    (harness, alice.in_dms(), nudge)
}

#[tokio::test]
async fn each_nudge_button_shows_what_it_did() -> Tested {
    let (harness, alice, nudge) = nudged().await;
    let mut shown = vec![harness.read(&nudge)];
    for (name, button) in [
        ("### Bob", "We talked"),
        ("### Carol", "Not now"),
        ("### Dan", "Stop"),
    ] {
        let changed = alice.press_below(&nudge, name, button).await?.said();
        assert_eq!(changed.id, nudge.id);
        shown.push(format!("\n> {button}\n{}", harness.read(&changed)));
    }
    insta::assert_snapshot!(shown.join("\n"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    harness.finish().await
}

#[tokio::test]
async fn a_press_decides_when_people_are_named_again() -> Tested {
    let (harness, alice, nudge) = nudged().await;
    let now = alice
        .press_below(&nudge, "### Bob", "We talked")
        .await?
        .said();
    let now = alice.press(&now, "Not now").await?.said();
    alice.press(&now, "Stop").await?;
    // Bob is due a month after the talk; Carol rests 30 days; Dan is never named again.
    harness.time_is("2026-12-28T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2027-01-04T09:00:00Z").await;
    let next = harness.read(&alice.next_dm().await?);
    assert!(next.contains("@bob") && next.contains("@carol"), "{next}");
    harness.time_is("2027-06-30T09:00:00Z").await;
    let all: String = alice.dms()[1..]
        .iter()
        .map(|seen| harness.read(seen))
        .collect();
    assert!(!all.contains("@dan"), "{all}");
    harness.finish().await
}

#[tokio::test]
async fn a_suggestion_without_an_answer_rests_the_person_for_two_weeks() -> Tested {
    let (harness, alice, _) = nudged().await;
    harness.time_is("2026-12-07T12:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert!(harness.read(&alice.next_dm().await?).contains("@bob"));
    harness.finish().await
}

#[tokio::test]
async fn buttons_work_after_a_restart_and_after_weeks() -> Tested {
    let (mut harness, alice, nudge) = nudged().await;
    harness.restart().await;
    let changed = alice
        .press_below(&nudge, "### Bob", "We talked")
        .await?
        .said();
    assert!(harness.read(&changed).contains("Logged: you talked."));
    harness.stop().await;
    harness.time_passes(TimeDelta::weeks(9)).await;
    harness.begin().await;
    let changed = alice.press(&nudge, "Stop").await?.said();
    assert!(
        harness
            .read(&changed)
            .contains("Stopped: no more nudges about them.")
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    harness.finish().await
}

#[tokio::test]
async fn pressing_a_button_twice_counts_once() -> Tested {
    let (mut harness, alice, nudge) = nudged().await;
    let both = [
        alice.press_below(&nudge, "### Bob", "We talked"),
        alice.press_below(&nudge, "### Bob", "We talked"),
    ];
    for answer in futures::future::join_all(both).await {
        assert!(
            harness
                .read(&answer?.said())
                .contains("Logged: you talked.")
        );
    }
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    let gone = alice.press_below(&nudge, "### Bob", "We talked").await;
    assert!(
        matches!(gone, Err(Unable::NoSuchComponent { .. })),
        "{gone:?}"
    );
    alice.press_below(&nudge, "### Carol", "We talked").await?;
    harness.rehearsal.redeliver_last();
    harness.expect_refusal(40060);
    let twice =
        |world: &rehearsal::World| world.requests().any(|request| request.refusal.is_some());
    harness.rehearsal.until(twice).await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 5);
    harness.finish().await
}

#[tokio::test]
async fn a_press_keeps_the_nickname_of_the_server() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            let alice = world.user_named("alice").unwrap().id;
            let guild = world.guilds().next().unwrap().id;
            world.set_nick(guild, alice, Some("Al"));
        })
        .start()
        .await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @bob when: 2026-09-01").await?;
    for person in [&alice, &bob] {
        person.types("/nudge on").await?;
    }
    harness.time_is("2026-11-30T09:00:00Z").await;
    let nudge = alice.next_dm().await?;
    alice.in_dms().press(&nudge, "We talked").await?;
    // Direct messages have no nicknames, but on that server she is Al, also to Bob.
    harness.time_is("2026-12-30T09:00:00Z").await;
    let now = bob.types("/nudge now").await?.said();
    assert!(now.text().contains("### Al\n"), "{}", now.text());
    harness.finish().await
}

#[tokio::test]
async fn outdated_and_foreign_buttons_answer_politely() -> Tested {
    let (harness, alice, nudge) = nudged().await;
    let bob = harness.person("bob");
    let hers = nudge.buttons().next().unwrap().custom_id.clone().unwrap();
    let ids = [
        hers.as_str(),
        "1:undo:1",
        "1:take-back:1",
        "0:something:old",
        "1:talked:99999999999999999999999:1",
    ];
    let message = posted_buttons(&harness, &bob, &ids).await;
    let mut said = Vec::new();
    for id in ids {
        let answer = bob.press(&message, id).await?.said();
        assert!(answer.ephemeral && answer.id != message.id, "{id}");
        said.push(harness.read(&answer));
    }
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(
        harness.read(&bob.look_again(message.id)?),
        harness.read(&message)
    );
    assert_eq!(
        harness.read(&alice.look_again(nudge.id)?),
        harness.read(&nudge)
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 3);
    harness.finish().await
}
