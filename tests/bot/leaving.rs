//! *Forget me* to the last byte, and the removal of Rapport from a server.

use crate::harness::{Harness, Said as _, Tested, give, stored};
use crate::introductions;
use crate::steps::{NEXT_MONDAY, exported, forget, joined, press};

/// Whether the bytes occur in the bot's files.
pub(crate) fn found_in_files(harness: &Harness, bytes: &[u8]) -> bool {
    let entries = std::fs::read_dir(harness.data()).unwrap();
    let mut paths = entries.map(|entry| entry.unwrap().path());
    paths.any(|path| {
        // What another program keeps in a folder of its own is its business.
        if path.is_dir() {
            return false;
        }
        let content = std::fs::read(path).unwrap();
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test]
async fn forget_me_removes_every_byte() -> Tested {
    let mut harness = joined().await;
    let (alice, bob, carol) = (
        harness.person("alice"),
        harness.person("bob"),
        harness.person("carol"),
    );
    // Enough rows to split and move pages.
    for day in 1..=28 {
        let line = format!("/met @bob person2: @carol when: 2026-10-{day:02} note: quokka {day}");
        alice.types(&line).await?;
        harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    }
    carol
        .types("/met @alice when: 2026-10-03 note: wombat")
        .await?;
    give(&alice, "/kudos @bob message: for the map").await;
    give(&bob, "/kudos @alice message: axolotl").await;
    bob.types("/nudge on").await?;
    alice
        .types("/contact add name: Numbat org: Bilby Ltd birthday: 29 Feb")
        .await?;
    alice
        .types("/contact met name: Numbat when: 2026-10-02 note: potoroo")
        .await?;
    bob.types("/contact add name: Dunnart").await?;
    harness.time_is(NEXT_MONDAY).await;
    let id = harness.id("alice").0.to_be_bytes();
    assert!(found_in_files(&harness, &id) && found_in_files(&harness, b"quokka"));

    let panel = alice.types("/privacy").await?.said();
    let asked = press(&alice, &panel, "Forget me").await;
    insta::assert_snapshot!("ask_forget", harness.read(&asked));
    let kept = press(&alice, &asked, "Keep everything").await;
    assert!(kept.text().contains("What Rapport keeps"));
    press(&alice, &panel, "Forget me").await;
    let forgotten = press(&alice, &panel, "Yes, forget me").await;
    insta::assert_snapshot!("forgotten", harness.read(&forgotten));

    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    assert!(!found_in_files(&harness, &id), "the id is still there");
    for word in [
        "quokka", "axolotl", "Alice", "Numbat", "Bilby", "02-29", "potoroo",
    ] {
        assert!(!found_in_files(&harness, word.as_bytes()), "{word}");
    }
    assert!(found_in_files(&harness, b"Dunnart"), "Bob's contact is his");
    assert!(found_in_files(&harness, b"wombat"), "Carol's note is hers");
    assert!(
        found_in_files(&harness, b"for the map"),
        "Bob's thanks are his"
    );
    assert_eq!(
        harness.number(stored::PAIRS_IN_ENCOUNTERS).await,
        28,
        "Bob met Carol"
    );
    let panel = bob.types("/privacy").await?.said();
    let export = exported(&bob, &panel).await;
    assert!(export.contains(r#""from":null"#), "{export}");
    harness.restart().await;
    assert!(!found_in_files(&harness, &id));
    harness.finish().await
}

#[tokio::test]
async fn repeated_forget_me_needs_one_scrub() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let forgotten = forget(&alice).await?;
    assert!(forgotten.starts_with("You are forgotten: "), "{forgotten}");
    let once = harness.number(stored::LATEST_DELETION_TO_SCRUB).await;
    assert!(once > 0);
    for _ in 0..5 {
        let again = forget(&alice).await?;
        assert!(again.contains("keeps nothing"), "{again}");
    }
    assert_eq!(harness.number(stored::LATEST_DELETION_TO_SCRUB).await, once);
    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    assert_eq!(harness.number(stored::LATEST_DELETION_TO_SCRUB).await, 0);
    forget(&alice).await?;
    assert_eq!(harness.number(stored::LATEST_DELETION_TO_SCRUB).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn buttons_about_a_forgotten_person_answer_politely() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let panel = alice.types("/privacy").await?.said();
    press(&alice, &panel, "Forget me").await;
    press(&alice, &panel, "Yes, forget me").await;
    for button in ["We talked", "Pause nudges", "Settings"] {
        let refused = press(&alice.in_dms(), &nudge, button).await;
        assert!(refused.text().starts_with("That nudge isn't yours"));
    }
    assert_eq!(harness.number(stored::MEMBERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_server_is_deleted_30_days_after_the_bot_is_removed() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let guild = alice.guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    harness.until(stored::TEAMS_REMOVED, 1).await;
    harness.time_is("2026-12-23T09:59:59Z").await;
    assert!(alice.dms().is_empty(), "nudged for a server that was left");
    assert_eq!(harness.number(stored::TEAMS).await, 1);
    harness.time_is("2026-12-23T10:00:00Z").await;
    assert_eq!(harness.number(stored::TEAMS).await, 0);
    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    assert!(!found_in_files(&harness, b"quokka"));
    harness.finish().await
}

#[tokio::test]
async fn a_deleted_server_takes_its_introductions_along() -> Tested {
    let mut harness = introductions::round_of(&["alice", "bob"]).await;
    assert_eq!(harness.number(stored::INTRODUCED).await, 2);
    // The threads are still asked and archived: Rapport may be back by then.
    harness.expect_refusal(50001);
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, world.bot());
    });
    harness.until(stored::TEAMS_REMOVED, 1).await;
    harness.time_is("2027-01-01T10:00:00Z").await;
    assert_eq!(harness.number(stored::INTRODUCED).await, 0);
    assert_eq!(harness.number(stored::IN_FOR_INTRODUCTIONS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_adds_the_bot_again_keeps_everything() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let guild = alice.guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    harness.until(stored::TEAMS_REMOVED, 1).await;
    harness.time_is("2026-12-01T10:00:00Z").await;
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.join(guild, bot);
    });
    harness.until(stored::TEAMS_REMOVED, 0).await;
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2027-01-10T10:00:00Z").await;
    assert_eq!(harness.number(stored::TEAMS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_missed_removal_is_noticed_at_the_start() -> Tested {
    let mut harness = joined().await;
    harness.stop().await;
    let guild = harness.person("alice").guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    harness.begin().await;
    harness.until(stored::TEAMS_REMOVED, 1).await;
    harness.finish().await
}

/// Alice says *Forget me* while a reader keeps the log from being emptied.
pub(crate) async fn forgotten_while_somebody_reads(harness: &Harness) -> [u8; 8] {
    let alice = harness.person("alice");
    let id = harness.id("alice").0.to_be_bytes();
    let panel = alice.types("/privacy").await.unwrap().said();
    let asked = press(&alice, &panel, "Forget me").await;
    let answer = press(&alice, &asked, "Yes, forget me").await;
    assert!(
        answer.text().contains("within the hour"),
        "{}",
        answer.text()
    );
    assert_eq!(harness.number(stored::MEMBERS).await, 1);
    assert!(found_in_files(harness, &id), "what the scrub is for");
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 1);
    id
}

#[tokio::test]
async fn a_scrub_blocked_by_a_reader_is_tried_again() -> Tested {
    let harness = joined().await;
    let reader = harness.read_database().await;
    let id = forgotten_while_somebody_reads(&harness).await;
    harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 1);
    reader.close().await;
    harness.time_passes(chrono::TimeDelta::minutes(6)).await;
    assert!(!found_in_files(&harness, &id) && !found_in_files(&harness, b"quokka"));
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_scrub_beside_a_replicator_ends_when_the_log_starts_again() -> Tested {
    let harness = joined().await;
    let mut replicator = harness.replicate_database().await;
    let id = forgotten_while_somebody_reads(&harness).await;
    harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 1);
    replicator.checkpoint().await;
    harness.time_passes(chrono::TimeDelta::minutes(2)).await;
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 0);
    assert!(!found_in_files(&harness, &id) && !found_in_files(&harness, b"quokka"));
    harness.finish().await
}

#[tokio::test]
async fn the_next_run_does_an_unfinished_scrub() -> Tested {
    let mut harness = joined().await;
    let reader = harness.read_database().await;
    let id = forgotten_while_somebody_reads(&harness).await;
    harness.stop().await;
    reader.close().await;
    harness.begin().await;
    harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    harness.until(stored::SCRUBS_OWED, 0).await;
    assert!(!found_in_files(&harness, &id) && !found_in_files(&harness, b"quokka"));
    harness.finish().await
}
