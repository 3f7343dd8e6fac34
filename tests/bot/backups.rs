//! Backups that Rapport makes by itself.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use chrono::TimeDelta;
use rapport::database::Database;
use tempfile::TempDir;

use crate::harness::{Harness, Setup, Tested};

/// The names of the backups in the folder.
fn backups(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A bot that starts on 23 November 2026 at 10:00 and keeps two backups, one a day.
async fn with_backups(folder: &Path) -> Harness {
    let setup = Setup::new()
        .with("RAPPORT__BACKUP__FOLDER", folder.to_str().unwrap())
        .with("RAPPORT__BACKUP__KEEP", "2");
    let harness = setup.start().await;
    harness.time_passes(TimeDelta::seconds(1)).await;
    harness
}

#[tokio::test]
async fn a_backup_a_day_is_made_and_the_newest_are_kept() -> Tested {
    let home = TempDir::new()?;
    let folder = home.path().join("backups");
    let harness = with_backups(&folder).await;
    assert_eq!(backups(&folder), ["rapport-20261123T100000Z.db"]);
    harness.time_is("2026-11-24T10:00:00Z").await;
    harness.time_is("2026-11-25T09:59:59Z").await;
    let two = ["rapport-20261123T100000Z.db", "rapport-20261124T100000Z.db"];
    assert_eq!(backups(&folder), two);
    harness.time_is("2026-11-25T10:00:00Z").await;
    let two = ["rapport-20261124T100000Z.db", "rapport-20261125T100000Z.db"];
    assert_eq!(backups(&folder), two);
    harness.finish().await
}

#[tokio::test]
async fn a_restart_makes_no_backup_before_the_next_is_due() -> Tested {
    let folder = TempDir::new()?;
    let mut harness = with_backups(folder.path()).await;
    harness.time_passes(TimeDelta::hours(1)).await;
    harness.restart().await;
    harness.time_passes(TimeDelta::hours(1)).await;
    assert_eq!(backups(folder.path()).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_backup_is_readable_by_its_owner_alone_and_has_what_was_logged() -> Tested {
    let home = TempDir::new()?;
    let folder = home.path().join("backups");
    let harness = with_backups(&folder).await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: yesterday").await?;
    harness.time_is("2026-11-24T10:00:00Z").await;
    let backup = folder.join("rapport-20261124T100000Z.db");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&backup)), (0o700, 0o600));
    let opened = Database::open(&format!("sqlite://{}", backup.display())).await?;
    let talks: i64 = sqlx::query_scalar("SELECT count(*) FROM encounters")
        .fetch_one(opened.readers())
        .await?;
    opened.close().await;
    assert_eq!(talks, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_folder_that_is_gone_stops_nothing_and_is_tried_again_every_hour() -> Tested {
    let home = TempDir::new()?;
    let folder = home.path().join("backups");
    let harness = with_backups(&folder).await;
    std::fs::remove_dir_all(&folder)?;
    harness.time_is("2026-11-24T10:00:00Z").await;
    harness.person("alice").types("/met @bob").await?;
    assert!(!folder.exists());
    std::fs::create_dir(&folder)?;
    harness.time_is("2026-11-24T11:00:00Z").await;
    assert_eq!(backups(&folder), ["rapport-20261124T110000Z.db"]);
    harness.finish().await
}

#[tokio::test]
async fn other_files_in_the_folder_are_left_alone() -> Tested {
    let folder = TempDir::new()?;
    for other in ["notes.txt", "rapport-2020.db", "rapport.db"] {
        std::fs::write(folder.path().join(other), "mine")?;
    }
    let harness = with_backups(folder.path()).await;
    for day in ["2026-11-24T10:00:00Z", "2026-11-25T10:00:00Z"] {
        harness.time_is(day).await;
    }
    let left = backups(folder.path());
    assert_eq!(left.len(), 5, "{left:?}");
    harness.finish().await
}
