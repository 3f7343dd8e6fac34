//! People a member keeps apart from: no nudge suggests either to the other.

use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{
    NEXT_MONDAY, card, come_back, exported, forget, joined, leave, press, press_below, read_card,
};
use crate::waiting_nudges::{claimed_for_both, sent_to_both};

const APART: &str = "Keep us apart";
const TOGETHER: &str = "No longer keep us apart";
const LATER: &str = "2026-12-28T09:00:00Z";

/// Presses *Keep us apart* on the card of `other`; returns the card.
async fn keep_apart(person: &Person, other: &str) -> Seen {
    press(person, &card(person, other).await.unwrap(), APART).await
}

/// What `/nudge now` names to the person.
async fn nudge_now(harness: &Harness, person: &Person) -> String {
    harness.read(&person.types("/nudge now").await.unwrap().said())
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
    let apart = press(&alice, &shown, APART).await;
    insta::assert_snapshot!("kept_apart", harness.read(&apart));

    harness.time_is(NEXT_MONDAY).await;
    for (person, other) in [(&alice, "Bob"), (&bob, "Alice")] {
        let nudge = harness.read(&person.next_dm().await?);
        assert!(nudge.contains("Carol") && !nudge.contains(other), "{nudge}");
    }
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_that_waits_no_longer_names_people_kept_apart_since() -> Tested {
    let harness = claimed_for_both().await;
    keep_apart(&harness.person("alice"), "bob").await;
    let sent = sent_to_both(&harness).await;
    assert_eq!(sent, [0, 0], "they named nobody else");
    harness.finish().await
}

/// Whatever Bob looks at is the same as if Alice had never asked.
#[tokio::test]
async fn the_other_cannot_see_that_they_are_kept_apart() -> Tested {
    let mut seen = Vec::new();
    for asks in [false, true] {
        let harness = joined().await;
        let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
        alice.types("/away until day: 2026-12-08").await?;
        let shown = card(&alice, "bob").await?;
        if asks {
            press(&alice, &shown, APART).await;
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

/// The export without the numbers of this name: they depend on which of two is sent first.
fn without(export: &str, name: &str) -> String {
    let name = format!(r#""{name}":""#);
    let mut parts = export.split(&name);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.trim_start_matches(|it: char| it.is_ascii_digit())
    })
}

/// Alice keeps Bob apart, or looks at his card once more. Returns all that Bob and Carol receive then,
/// with what is on each message, while Alice is away.
async fn received_by_others(asks: bool) -> Vec<String> {
    let harness = joined().await;
    let [alice, bob, carol] = ["alice", "bob", "carol"].map(|name| harness.person(name));
    for person in [&bob, &carol] {
        person.types("/nudge on").await.unwrap();
        person.types("/met @dan when: 2026-10-01").await.unwrap();
    }
    bob.types("/met @carol when: 2026-10-12").await.unwrap();
    for line in ["/away until day: 2027-01-12", "/dates birthday day: 9 Dec"] {
        alice.types(line).await.unwrap();
    }
    let shown = card(&alice, "bob").await.unwrap();
    press(&alice, &shown, if asks { APART } else { "Talks and notes" }).await;
    let mut received = Vec::new();
    let keep = |seen: &Seen| {
        format!(
            "{}\n{:?}",
            harness.read(seen),
            seen.parts().collect::<Vec<_>>()
        )
    };
    for monday in [
        NEXT_MONDAY,
        "2026-12-07T09:00:00Z",
        LATER,
        "2027-01-18T09:00:00Z",
    ] {
        harness.time_is(monday).await;
        for person in [&bob, &carol] {
            for line in [
                "/person who: @alice",
                "/people show: all",
                "/people show: stopped",
                "/me",
                "/nudge now",
                "/settings",
                "/introductions on",
            ] {
                if let Ok(answer) = person.types(line).await {
                    received.push(keep(&answer.said()));
                }
            }
            let panel = person.types("/privacy").await.unwrap().said();
            received.push(keep(&panel));
            let export = exported(person, &panel).await;
            received.push(without(&without(&export, "message_id"), "dm_channel_id"));
        }
        if monday == LATER {
            alice.types("/away end").await.unwrap();
            // Her nudge is sent before she leaves again, or never: nudges are numbered.
            harness.time_is(monday).await;
            alice.types("/away until day: 2027-02-01").await.unwrap();
        }
    }
    for person in [&bob, &carol] {
        received.extend(person.dms().iter().map(keep));
    }
    harness.finish().await.unwrap();
    received
}

#[tokio::test]
async fn nothing_that_others_receive_tells_of_people_kept_apart() {
    let (plain, asked) = (
        received_by_others(false).await,
        received_by_others(true).await,
    );
    assert_eq!(plain.len(), asked.len());
    for (plain, asked) in plain.iter().zip(&asked) {
        assert_eq!(plain, asked);
    }
    assert!(
        plain.iter().any(|it| it.contains("A few people")),
        "they got nudges"
    );
}

#[tokio::test]
async fn a_stop_and_an_apart_are_undone_each_by_its_own_button() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let apart = keep_apart(&alice, "bob").await;
    let both = press(&alice, &apart, "Stop nudges about them").await;
    insta::assert_snapshot!("stopped_too", harness.read(&both));
    press(&alice, &both, "Resume nudges about them").await;
    let apart = read_card(&harness, &alice, "bob").await;
    assert!(
        apart.contains("None, as you two are kept apart."),
        "{apart}"
    );

    let stopped = press(&alice, &both, "Stop nudges about them").await;
    press(&alice, &stopped, TOGETHER).await;
    let stopped = read_card(&harness, &alice, "bob").await;
    assert!(stopped.contains("None, as you stopped nudges"), "{stopped}");
    harness.finish().await
}

#[tokio::test]
async fn an_old_card_and_a_second_press_change_nothing_more() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let shown = card(&alice, "bob").await?;
    let old = card(&alice, "bob").await?;
    let apart = harness.read(&press(&alice, &shown, APART).await);
    harness.time_passes(chrono::TimeDelta::days(3)).await;
    let late = harness.read(&press(&alice, &old, APART).await);
    assert!(late.contains("You two are kept apart"), "{late}");
    assert_eq!(harness.number(stored::APART).await, 1);
    let panel = alice.types("/privacy").await?.said();
    let export = exported(&alice, &panel).await;
    let since = r#""kept_apart_since":"2026-11-2"#;
    assert!(
        apart.contains(TOGETHER) && export.contains(since),
        "{export}"
    );

    let shown = card(&alice, "bob").await?;
    let old = card(&alice, "bob").await?;
    for card in [shown, old] {
        let together = harness.read(&press(&alice, &card, TOGETHER).await);
        assert!(
            together.contains("You two are no longer kept apart."),
            "{together}"
        );
    }
    assert_eq!(harness.number(stored::APART).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_talk_with_people_kept_apart_promises_no_nudge() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    keep_apart(&alice, "bob").await;
    let mine = harness.read(&alice.types("/met @bob").await?.said());
    assert!(mine.contains("You keep yourself apart from them"), "{mine}");
    let theirs = harness.read(&bob.types("/met @alice").await?.said());
    assert!(theirs.contains("They are due again on"), "{theirs}");
    harness.finish().await
}

#[tokio::test]
async fn one_of_two_wishes_keeps_them_apart() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    keep_apart(&bob, "alice").await;
    let apart = keep_apart(&alice, "bob").await;
    press(&alice, &apart, TOGETHER).await;
    assert!(!nudge_now(&harness, &alice).await.contains("Bob"));
    assert!(!nudge_now(&harness, &bob).await.contains("Alice"));
    let shown = card(&bob, "alice").await?;
    press(&bob, &shown, TOGETHER).await;
    assert!(nudge_now(&harness, &alice).await.contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_sent_nudge_stays_as_it_is_for_both() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @carol when: 2026-10-02").await?;
    bob.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let (mine, theirs) = (alice.next_dm().await?, bob.next_dm().await?);
    let before = nudge_now(&harness, &bob).await;
    assert!(before.contains("Alice"), "{before}");
    keep_apart(&alice, "bob").await;

    let now = nudge_now(&harness, &alice).await;
    assert!(now.contains("Carol") && !now.contains("Bob"), "{now}");
    assert_eq!(nudge_now(&harness, &bob).await, before);
    let pressed = press_below(&alice.in_dms(), &mine, "### Bob", "Not now").await;
    assert_eq!(pressed.id, mine.id);
    press(&bob.in_dms(), &theirs, "We talked").await;
    assert_eq!(harness.number(stored::APART).await, 1);
    harness.time_is(LATER).await;
    for (person, other) in [(&alice, "Bob"), (&bob, "Alice")] {
        for later in &person.dms()[1..] {
            let later = harness.read(later);
            assert!(!later.contains(&format!("### {other}")), "{later}");
        }
    }
    harness.finish().await
}

#[tokio::test]
async fn people_are_kept_apart_in_one_server_only() -> Tested {
    let harness = Harness::start().await;
    let (here, there) = (harness.person("alice"), harness.person_in("alice", "pier"));
    for alice in [&here, &there] {
        alice.types("/met @dan when: 2026-10-01").await?;
    }
    keep_apart(&here, "dan").await;
    assert!(!nudge_now(&harness, &here).await.contains("Dan"));
    assert!(nudge_now(&harness, &there).await.contains("Dan"));
    harness.finish().await
}

#[tokio::test]
async fn people_stay_apart_when_one_leaves_and_comes_back() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    keep_apart(&alice, "bob").await;
    leave(&harness, "bob");
    harness.time_is(NEXT_MONDAY).await;
    come_back(&harness, "bob");
    bob.types("/nudge on").await?;
    let back = read_card(&harness, &alice, "bob").await;
    assert!(back.contains("None, as you two are kept apart."), "{back}");
    harness.time_is(LATER).await;
    for (person, other) in [(&alice, "Bob"), (&bob, "Alice")] {
        let dms = person.dms();
        assert!(dms.iter().all(|it| !harness.read(it).contains(other)));
        assert!(!nudge_now(&harness, person).await.contains(other));
    }
    harness.finish().await
}

#[tokio::test]
async fn people_stay_apart_when_one_is_untracked_for_a_while() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    keep_apart(&alice, "bob").await;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    press(&bob, &panel, "Track me again").await;
    assert!(!nudge_now(&harness, &alice).await.contains("Bob"));
    let panel = alice.types("/privacy").await?.said();
    press(&alice, &panel, "Don't track me").await;
    assert!(!nudge_now(&harness, &bob).await.contains("Alice"));
    press(&alice, &panel, "Track me again").await;
    assert!(!nudge_now(&harness, &bob).await.contains("Alice"));
    harness.finish().await
}

#[tokio::test]
async fn forget_me_removes_the_wish_on_either_side() -> Tested {
    for forgotten in ["alice", "bob"] {
        let harness = joined().await;
        let alice = harness.person("alice");
        keep_apart(&alice, "bob").await;
        assert_eq!(harness.number(stored::APART).await, 1);
        forget(&harness.person(forgotten)).await?;
        assert_eq!(harness.number(stored::APART).await, 0, "{forgotten}");
        assert_eq!(harness.number(stored::TIES).await, 0, "{forgotten}");
        let stays = if forgotten == "alice" { "bob" } else { "alice" };
        let person = harness.person(stays);
        let panel = person.types("/privacy").await?.said();
        let id = harness.id(forgotten).to_string();
        assert!(!exported(&person, &panel).await.contains(&id));
        harness.finish().await?;
    }
    Ok(())
}
