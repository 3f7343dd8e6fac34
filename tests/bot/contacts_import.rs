//! `/contact import`: contacts from a file.

use chrono::TimeDelta;
use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::press;

const FILE: &str = "Name,Org,Birthday,Last talk\n\
    Ada Lovelace,Acme,1815-12-10,2026-10-01\n\
    Grace Hopper,,,\n\
    Ida,,30 February,\n\
    Ada Lovelace,acme,,\n";

/// Attaches a file to the command; returns the answer.
async fn import(harness: &Harness, person: &Person, name: &str, bytes: &[u8]) -> Seen {
    let (of, bytes) = (person.id(), bytes.to_vec());
    harness
        .rehearsal
        .change(|world| world.put_file(of, name, bytes));
    let line = format!("/contact import file: {name}");
    person.types(&line).await.unwrap().said()
}

/// A table with so many names.
fn table_of(numbers: std::ops::Range<usize>) -> String {
    let names: Vec<_> = numbers.map(|number| format!("P{number}")).collect();
    format!("name\n{}\n", names.join("\n"))
}

#[tokio::test]
async fn a_file_is_shown_and_added_once_its_member_says_so() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let offered = import(&harness, &alice, "my contacts.csv", FILE.as_bytes()).await;
    assert!(offered.ephemeral);
    insta::assert_snapshot!("offered", harness.read(&offered));
    assert_eq!(
        harness.number(stored::CONTACTS).await,
        0,
        "nothing before the yes"
    );
    let added = press(&alice, &offered, "Add 2 contacts").await;
    insta::assert_snapshot!("added", harness.read(&added));
    let list = press(&alice, &added, "All contacts").await;
    insta::assert_snapshot!("listed", harness.read(&list));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    // The same file again brings nothing.
    let again = import(&harness, &alice, "my contacts.csv", FILE.as_bytes()).await;
    insta::assert_snapshot!("again", harness.read(&again));
    // A talk of today is a new one, and no correction of the one in the file.
    alice.types("/contact met name: Ada Lovelace").await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn a_file_waits_15_minutes_and_is_added_once() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let cards = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n";
    let first = import(&harness, &alice, "ada.vcf", cards).await;
    let second = import(&harness, &alice, "ada.vcf", cards).await;
    let gone = press(&alice, &first, "Add 1 contact").await.text();
    assert!(
        gone.starts_with("That file can't be added any more"),
        "{gone}"
    );
    let dropped = press(&alice, &second, "Don't add").await.text();
    assert!(dropped.starts_with("Nothing is added"), "{dropped}");
    let late = import(&harness, &alice, "ada.vcf", cards).await;
    harness.time_passes(TimeDelta::minutes(15)).await;
    let gone = press(&alice, &late, "Add 1 contact").await.text();
    assert!(
        gone.starts_with("That file can't be added any more"),
        "{gone}"
    );
    let before = import(&harness, &alice, "ada.vcf", cards).await;
    harness.restart().await;
    let gone = press(&alice, &before, "Add 1 contact").await.text();
    assert!(
        gone.starts_with("That file can't be added any more"),
        "{gone}"
    );
    assert_eq!(harness.number(stored::CONTACTS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_file_is_not_added_by_anybody_else() -> Tested {
    let harness = Harness::start().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let offered = import(&harness, &alice, "a.csv", FILE.as_bytes()).await;
    let ids: Vec<_> = offered
        .buttons()
        .filter_map(|it| it.custom_id.clone())
        .collect();
    let forged = crate::steps::posted_buttons(&harness, &bob, &[&ids[0]]).await;
    let refused = press(&bob, &forged, &ids[0]).await.text();
    assert!(
        refused.starts_with("That file can't be added any more"),
        "{refused}"
    );
    press(&alice, &offered, "Add 2 contacts").await;
    assert_eq!(harness.number(stored::CONTACTS).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn a_file_that_cannot_be_added_says_why() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let large = vec![b'x'; 1024 * 1024 + 1];
    let many = table_of(0..501);
    let mut said = Vec::new();
    for (name, bytes) in [
        ("large.csv", &large[..]),
        ("many.csv", many.as_bytes()),
        ("latin1.csv", b"name\nJ\xFCrgen\n"),
        ("photo.png", b"\x89PNG\r\n\x1a\n"),
        ("other.csv", b"colour,size\nred,5\n"),
        ("empty.csv", b"name\n"),
    ] {
        let answer = import(&harness, &alice, name, bytes).await;
        assert!(answer.ephemeral);
        said.push(format!("{name}: {}", harness.read(&answer)));
    }
    insta::assert_snapshot!(said.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_file_that_would_make_too_many_contacts_adds_none() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    // In parts: one press must be answered in time on a busy machine too.
    for start in (0..499).step_by(100) {
        let part = start..499.min(start + 100);
        let add = format!("Add {} contacts", part.len());
        let file = import(&harness, &alice, "part.csv", table_of(part).as_bytes()).await;
        press(&alice, &file, &add).await;
    }
    assert_eq!(harness.number(stored::TIES_WITH_CONTACTS).await, 499);
    let second = import(
        &harness,
        &alice,
        "second.csv",
        table_of(499..501).as_bytes(),
    )
    .await;
    let refused = press(&alice, &second, "Add 2 contacts").await.text();
    assert!(
        refused.starts_with("You have 499 contacts, and the file would add 2"),
        "{refused}"
    );
    assert_eq!(harness.number(stored::CONTACTS).await, 499);
    alice.types("/contact add name: Ada").await?;
    let full = alice.types("/contact add name: Grace").await?.said().text();
    assert!(full.starts_with("You can have 500 contacts here"), "{full}");
    harness.finish().await
}

#[tokio::test]
async fn a_file_that_discord_does_not_give_keeps_nothing() -> Tested {
    let mut harness = Harness::start().await;
    // Of what stores files, whose answers have no code of Discord's.
    harness.expect_refusal(0);
    let alice = harness.person("alice");
    let id = alice.id();
    harness
        .rehearsal
        .change(|world| world.put_lost_file(id, "a.csv"));
    let answer = alice.types("/contact import file: a.csv").await?.said();
    assert!(
        answer
            .text()
            .starts_with("That didn't work, and nothing of it was kept")
    );
    harness.finish().await
}
