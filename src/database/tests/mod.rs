//! Opens and writes one file in every supported way.

mod plans;
mod restored;
#[cfg(unix)]
mod rights;

use std::sync::Arc;

use tokio::sync::Notify;

use super::backup::BackupError;
use super::*;

async fn count(database: &Database) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM teams")
        .fetch_one(database.readers())
        .await
        .unwrap()
}

fn insert(id: i64) -> impl AsyncFnOnce(&mut SqliteConnection) -> StoreResult<()> + Send {
    async move |connection| {
        sqlx::query(
            "INSERT INTO teams (team_id, zone, circle, added_at) VALUES (?, 'UTC', 'regular', 0)",
        )
        .bind(id)
        .execute(connection)
        .await?;
        Ok(())
    }
}

fn statement(
    sql: &'static str,
) -> impl AsyncFnOnce(&mut SqliteConnection) -> StoreResult<()> + Send {
    async move |connection| {
        sqlx::query(sql).execute(connection).await?;
        Ok(())
    }
}

#[tokio::test]
async fn a_failed_write_in_a_batch_does_not_undo_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let writes = (0..40).map(|n| {
        let database = database.clone();
        // Every fourth repeats an earlier team, which the primary key refuses.
        tokio::spawn(async move {
            database
                .write(insert(if n % 4 == 3 { n - 1 } else { n }))
                .await
        })
    });
    let outcomes = futures::future::join_all(writes).await;
    let kept = outcomes
        .into_iter()
        .filter(|outcome| outcome.as_ref().unwrap().is_ok())
        .count();
    assert_eq!(kept, 30);
    assert_eq!(count(&database).await, 30);
}

/// Inserts these teams as a set. Returns for each how many were in its set; panics at team 13.
async fn insert_set(connection: &mut SqliteConnection, ids: &[i64]) -> StoreResult<Vec<usize>> {
    assert!(!ids.contains(&13), "a set that panics");
    for id in ids {
        insert(*id)(connection).await?;
    }
    Ok(vec![ids.len(); ids.len()])
}

/// The results of writing these teams, all of them sent while the writer is busy.
async fn write_at_once(database: &Database, ids: &[i64]) -> Vec<StoreResult<usize>> {
    let (busy, free) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (begun, end) = (Arc::clone(&busy), Arc::clone(&free));
    let blocking = database.write(async move |_| {
        begun.notify_one();
        end.notified().await;
        Ok(())
    });
    let writes = ids
        .iter()
        .map(|id| database.write_together(*id, insert_set));
    let mut writes = futures::future::join_all(writes);
    let release = async {
        busy.notified().await;
        // One poll sends each of them.
        assert!(futures::poll!(&mut writes).is_pending());
        free.notify_one();
        writes.await
    };
    let (blocked, written) = tokio::join!(blocking, release);
    blocked.unwrap();
    written
}

#[tokio::test]
async fn items_that_wait_at_the_same_moment_are_written_as_a_set() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let written = write_at_once(&database, &[1, 2, 3]).await;
    let sizes: Vec<_> = written.into_iter().map(Result::unwrap).collect();
    assert_eq!(sizes, [3, 3, 3]);
    assert_eq!(count(&database).await, 3);
}

#[tokio::test]
async fn an_item_that_fails_or_panics_leaves_the_rest_of_its_set_alone() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    // The primary key refuses the second team 1.
    let written = write_at_once(&database, &[1, 2, 1, 13, 4]).await;
    let kept: Vec<_> = written.iter().map(Result::is_ok).collect();
    assert_eq!(kept, [true, true, false, false, true]);
    assert!(matches!(written[2], Err(StoreError::Statement(_))));
    assert!(matches!(written[3], Err(StoreError::Closed)));
    assert_eq!(count(&database).await, 3);
}

#[tokio::test]
async fn a_write_finishes_without_its_caller_and_before_closing() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let mut abandoned = Box::pin(database.write(insert(1)));
    assert!(futures::poll!(&mut abandoned).is_pending());
    drop(abandoned);
    database.close().await;
    let reopened = Database::open(&url).await.unwrap();
    assert_eq!(count(&reopened).await, 1);
    assert!(matches!(
        database.write(insert(2)).await,
        Err(StoreError::Closed)
    ));
}

#[tokio::test]
async fn a_panicking_write_is_undone_and_the_next_one_works() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let failed: StoreResult<()> = database
        .write(async move |connection| {
            insert(1)(connection).await?;
            panic!("a write that panics");
        })
        .await;
    assert!(matches!(failed, Err(StoreError::Closed)));
    database.write(insert(2)).await.unwrap();
    assert_eq!(count(&database).await, 1);
}

#[tokio::test]
async fn a_full_disk_loses_only_refused_writes() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    // SQLite then fails as on a full disk.
    let full = statement("PRAGMA max_page_count = 1");
    database.write(full).await.unwrap();
    let (mut kept, mut refused) = (0, 0);
    for id in 1..2000 {
        match database.write(insert(id)).await {
            Ok(()) => kept += 1,
            Err(StoreError::Statement(_) | StoreError::Commit(_)) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(refused > 0, "it never filled");
    let room = statement("PRAGMA max_page_count = 1073741823");
    database.write(room).await.unwrap();
    database.write(insert(5000)).await.unwrap();
    assert_eq!(count(&database).await, kept + 1);
    database.verify().await.unwrap();
}

#[tokio::test]
async fn a_second_process_opens_the_file_only_after_the_first_closed_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let first = Database::open(&url).await.unwrap();
    let second = Database::open(&url).await.err().unwrap();
    assert!(matches!(second, OpenError::InUse { .. }), "{second}");
    assert!(second.to_string().contains("t.db"), "{second}");
    // Also through another path to the same file.
    let link = folder.path().join("elsewhere");
    std::fs::create_dir(&link).unwrap();
    #[cfg(unix)]
    {
        let file = link.join("link.db");
        std::os::unix::fs::symlink(folder.path().join("t.db"), &file).unwrap();
        let third = Database::open(&format!("sqlite://{}", file.display())).await;
        assert!(matches!(third.err(), Some(OpenError::InUse { .. })));
    }
    first.close().await;
    Database::open(&url).await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let from_the_future = statement(
        "INSERT INTO _sqlx_migrations VALUES (29991231000000, 'from the future', 0, 1, x'00', 0)",
    );
    database.write(from_the_future).await.unwrap();
    database.close().await;
    let newer = Database::open(&url).await.err().unwrap();
    assert!(matches!(newer, OpenError::Newer { .. }), "{newer}");
}

#[tokio::test]
async fn a_damaged_page_is_found_and_never_copied_into_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.db");
    let url = format!("sqlite://{}", file.display());
    let database = Database::open(&url).await.unwrap();
    for id in 1..500 {
        database.write(insert(id)).await.unwrap();
    }
    database.close().await;
    let mut bytes = std::fs::read(&file).unwrap();
    let pages = bytes.chunks_mut(4096);
    let half = pages.len() / 2;
    pages.skip(half).for_each(|page| page[..64].fill(0xff));
    std::fs::write(&file, bytes).unwrap();
    let copy = folder.path().join("copy.db");
    let refused = backup(&url, &copy).await.unwrap_err();
    assert!(matches!(refused, BackupError::Copy { .. }), "{refused}");
    assert!(!copy.exists());
    if let Ok(database) = Database::open(&url).await {
        database.verify().await.unwrap_err();
    }
}

#[tokio::test]
async fn an_open_error_names_the_file_and_what_to_check() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("taken"), "a file, not a folder").unwrap();
    let url = format!("sqlite://{}/taken/t.db", folder.path().display());
    let error = Database::open(&url).await.err().unwrap().to_string();
    assert!(
        error.contains("DATABASE_URL") && error.contains("taken"),
        "{error}"
    );
    let garbage = folder.path().join("garbage.db");
    std::fs::write(
        &garbage,
        "this is not a database, and long enough to be read as one".repeat(40),
    )
    .unwrap();
    let url = format!("sqlite://{}", garbage.display());
    let error = Database::open(&url).await.err().unwrap().to_string();
    assert!(error.contains("garbage.db"), "{error}");
}

#[tokio::test]
async fn a_displaced_file_takes_no_writes() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    database.write(insert(1)).await.unwrap();
    let [file, aside] = ["t.db", "aside.db"].map(|name| folder.path().join(name));
    std::fs::rename(&file, &aside).unwrap();
    std::fs::copy(&aside, &file).unwrap();
    let refused = database.write(insert(2)).await.unwrap_err().to_string();
    assert!(refused.contains("was deleted or replaced"), "{refused}");
    assert_eq!(database.displaced().await.0, file);
    std::fs::rename(&aside, &file).unwrap();
    database.write(insert(3)).await.unwrap();
    assert_eq!(count(&database).await, 2);
}
