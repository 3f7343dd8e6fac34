//! A database restored from a backup reuses ids.

use std::fs;

use crate::harness::{Harness, Tested, give};
use crate::steps::{NEXT_MONDAY, joined};

/// Copies the database of the stopped bot.
fn back_up(harness: &Harness) {
    let file = harness.data().join("rapport.db");
    fs::copy(&file, file.with_extension("copy")).unwrap();
}

fn restore(harness: &Harness) {
    let file = harness.data().join("rapport.db");
    for log in ["db-wal", "db-shm"] {
        let _ = fs::remove_file(file.with_extension(log));
    }
    fs::copy(file.with_extension("copy"), &file).unwrap();
}

#[tokio::test]
async fn a_nudge_that_reuses_an_id_is_sent() -> Tested {
    let mut harness = joined().await;
    harness.stop().await;
    back_up(&harness);
    harness.begin().await;
    harness.time_is(NEXT_MONDAY).await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.stop().await;
    restore(&harness);
    harness.time_is("2026-11-30T09:00:30Z").await;
    harness.begin().await;
    assert_eq!(harness.person("alice").dms().len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn a_kudos_that_reuses_an_id_is_posted() -> Tested {
    let mut harness = joined().await;
    let alice = harness.person("alice");
    harness.stop().await;
    back_up(&harness);
    harness.begin().await;
    let (first, _) = give(&alice, "/kudos @bob message: first").await;
    harness.stop().await;
    restore(&harness);
    harness.begin().await;
    let (second, _) = give(&alice, "/kudos @carol message: second").await;
    assert_ne!(first.id, second.id);
    assert!(second.text().contains("second"), "{}", second.text());
    harness.finish().await
}
