//! A contact is seen by their owner alone.

use crate::consent::everything_shown_to;
use crate::contacts::{add, read};
use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{NEXT_MONDAY, exported, joined, press};

/// What anybody else can be shown is the same as if Alice had no contacts.
#[tokio::test]
async fn nobody_else_can_see_that_a_contact_exists() -> Tested {
    let mut shown = Vec::new();
    for has_contacts in [false, true] {
        let harness = joined().await;
        let alice = harness.person("alice");
        if has_contacts {
            add(&alice, "name: Numbat org: Quollworks birthday: 1 May").await;
            let line = "/contact met name: Numbat when: 2026-10-02 how: call note: potoroo";
            alice.types(line).await?;
        }
        for name in ["bob", "olga"] {
            let other = harness.person(name);
            other.types("/nudge on").await?;
            other.types("/settings zone: Etc/UTC").await?;
        }
        alice.types("/met @olga when: 2026-10-02").await?;
        harness.time_is(NEXT_MONDAY).await;
        if has_contacts {
            let nudge = harness.read(&alice.next_dm().await?);
            assert!(
                nudge.contains("Numbat") && nudge.contains("potoroo"),
                "{nudge}"
            );
        }
        let mut read = String::new();
        for name in ["bob", "olga"] {
            read.push_str(&everything_shown_to(&harness, &harness.person(name)).await);
        }
        for word in ["Numbat", "Quollworks", "potoroo"] {
            assert!(!read.contains(word), "{word}:\n{read}");
        }
        shown.push(without_ids(&read));
        harness.finish().await?;
    }
    for (without, with) in shown[0].lines().zip(shown[1].lines()) {
        assert_eq!(without, with);
    }
    assert_eq!(shown[0].len(), shown[1].len());
    Ok(())
}

/// Ids count interactions and encounters of everybody.
fn without_ids(text: &str) -> String {
    let is_digit = |it: char| it.is_ascii_digit();
    let is_id = |word: &str| word.len() >= 15 && word.chars().all(is_digit);
    let numbers = text.split_inclusive(|it: char| !is_digit(it));
    let kept = numbers.map(|word| match word.char_indices().next_back() {
        Some((end, _)) if is_id(&word[..end]) => &word[end..],
        _ => word,
    });
    let text: String = kept.collect();
    let kept = text
        .split('"')
        .filter(|it| it.is_empty() || !it.chars().all(is_digit));
    kept.collect::<Vec<_>>().join("\"")
}

#[tokio::test]
async fn names_are_completed_from_ones_own_contacts_alone() -> Tested {
    let harness = Harness::start().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    add(&alice, "name: Ada Lovelace org: Acme").await;
    add(&alice, "name: Grace Hopper").await;
    add(&bob, "name: Adam").await;
    let offered = alice.autocomplete("/contact met name: ad").await?;
    let names: Vec<_> = offered.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Ada Lovelace (Acme)"]);
    // What is chosen is sent, and no other member's choice means anything.
    let chosen = offered[0].value.as_str().unwrap().to_owned();
    let met = read(&harness, &alice, &format!("/contact met name: {chosen}")).await;
    assert!(
        met.starts_with("Logged: you talked with Ada Lovelace"),
        "{met}"
    );
    for command in ["met", "edit", "remove"] {
        let refused = read(
            &harness,
            &bob,
            &format!("/contact {command} name: {chosen}"),
        )
        .await;
        assert!(
            refused.starts_with("You have no contact called"),
            "{refused}"
        );
    }
    harness.finish().await
}

#[tokio::test]
async fn a_card_of_somebody_elses_contact_opens_for_nobody() -> Tested {
    let harness = Harness::start().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let card = add(&alice, "name: Ada").await;
    alice.types("/contact met name: Ada").await?;
    let buttons: Vec<_> = card
        .buttons()
        .map(|it| it.custom_id.clone().unwrap())
        .collect();
    let ids: Vec<&str> = buttons.iter().map(String::as_str).collect();
    for ids in ids.chunks(5) {
        let forged = crate::steps::posted_buttons(&harness, &bob, ids).await;
        for id in ids.iter().filter(|it| !it.contains("people")) {
            let answer = press(&bob, &forged, id).await;
            let text = answer.text();
            assert!(!text.contains("Ada"), "{id}: {text}");
        }
    }
    assert_eq!(harness.number(stored::TIES_WITH_CONTACTS).await, 1);
    assert_eq!(harness.number(stored::CONTACTS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn contacts_stay_in_the_server_where_they_were_added() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada").await;
    let elsewhere = harness.person_in("alice", "pier");
    let list = read(&harness, &elsewhere, "/contact list").await;
    assert!(list.starts_with("No contacts yet"), "{list}");
    harness.finish().await
}

#[tokio::test]
async fn an_export_has_ones_contacts() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada org: Acme birthday: 3 Dec").await;
    alice.types("/contact met name: Ada note: engines").await?;
    let panel = alice.types("/privacy").await?.said();
    assert!(
        harness
            .read(&panel)
            .contains("one contact outside the server")
    );
    let export: serde_json::Value = serde_json::from_str(&exported(&alice, &panel).await)?;
    let contact = &export["contacts"][0];
    assert_eq!(contact["name"], "Ada");
    assert_eq!(contact["org"], "Acme");
    assert_eq!(contact["birthday"], "12-03");
    assert_eq!(export["ties"][0]["person_id"], contact["person_id"]);
    let people = export["encounters"][0]["people"].as_array().unwrap();
    assert!(people.contains(&contact["person_id"]));
    harness.finish().await
}
