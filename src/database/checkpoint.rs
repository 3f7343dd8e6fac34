//! Bringing the write-ahead log into the file, on a connection of its own: where the writer does it, as
//! SQLite has it by default, the commit that begins it waits until all of it is on disk.

use std::sync::Arc;
use std::time::Duration;

use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::maintenance::{Maintenance, Outside};
use super::{StoreError, StoreResult};
use crate::telemetry::{Episode, chain};

/// How long after a write the log is brought into the file, with what else is written until then.
const AFTER: Duration = Duration::from_millis(500);

/// Pages (of 4 KiB) from which on the log is to begin anew. It can do so only when all of it is in the
/// file, which the writer has to see to itself while it is busy.
const LARGE: i64 = 4_000;

/// Pages that the writer brings into the file without anybody noticing.
const FEW: i64 = 200;

/// How often is tried to leave the writer only a few: it writes more meanwhile.
const TRIES: usize = 4;

/// What there is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Log {
    /// Its pages.
    pub(super) pages: i64,
    /// Those that are not in the file yet.
    pub(super) left: i64,
}

/// Brings the log into the file after what is `written`, until the writer ends.
pub(super) async fn run(
    mut connection: SqliteConnection,
    maintenance: Maintenance,
    written: Arc<Notify>,
    closing: CancellationToken,
) {
    let mut failure = Episode::default();
    loop {
        let next = async {
            written.notified().await;
            tokio::time::sleep(AFTER).await;
        };
        tokio::select! {
            () = next => {}
            () = closing.cancelled() => break,
            () = maintenance.closed() => break,
        }
        match shorten(&mut connection, &maintenance).await {
            Ok(()) => {
                failure.ends();
            }
            Err(StoreError::Closed) => break,
            Err(error) if failure.begins() => {
                tracing::warn!(error = %chain(&error), "the write-ahead log could not be brought into the file; trying until it works");
            }
            Err(_) => {}
        }
    }
    // The writer's connection is closed after it, and tells what is wrong with the file, if anything.
    let _ = connection.close().await;
}

async fn shorten(connection: &mut SqliteConnection, maintenance: &Maintenance) -> StoreResult<()> {
    let checkpointing = maintenance.begin().await;
    let mut log = bring_in(connection).await?;
    for _ in 1..TRIES {
        if log.pages < LARGE || log.left <= FEW {
            break;
        }
        log = bring_in(connection).await?;
    }
    if log.pages >= LARGE {
        checkpointing.outside(Outside::BringInRest).await?;
    }
    Ok(())
}

/// Brings into the file what no reader needs in the log; returns how the log was.
pub(super) async fn bring_in(connection: &mut SqliteConnection) -> StoreResult<Log> {
    let (_, pages, done): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(PASSIVE)")
        .fetch_one(connection)
        .await?;
    Ok(Log {
        pages,
        left: pages - done,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::database::Database;

    /// Bytes of the log: its file keeps its length when the log begins anew.
    fn length(folder: &Path) -> u64 {
        std::fs::metadata(folder.join("t.db-wal")).unwrap().len()
    }

    async fn write_pages(database: &Database, pages: i64) {
        let written = database.write(async move |connection| {
            sqlx::query("INSERT INTO filler VALUES (zeroblob(4096 * ?))")
                .bind(pages)
                .execute(connection)
                .await?;
            Ok(())
        });
        written.await.unwrap();
    }

    #[tokio::test]
    async fn the_log_begins_anew_however_much_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let database = Database::open(&url).await.unwrap();
        let table = database.write(async move |connection| {
            sqlx::query("CREATE TABLE filler (bytes BLOB)")
                .execute(connection)
                .await?;
            Ok(())
        });
        table.await.unwrap();
        let mut beside = SqliteConnection::connect(&url).await.unwrap();
        for _ in 0..12 {
            write_pages(&database, LARGE / 4).await;
            shorten(&mut beside, &database.writer.maintenance)
                .await
                .unwrap();
        }
        let written = 12 * LARGE / 4 * 4096;
        let log = i64::try_from(length(folder.path())).unwrap();
        assert!(log < written / 2, "{log} bytes of {written}");
        beside.close().await.unwrap();
        database.close().await;
    }

    #[tokio::test]
    async fn closing_leaves_no_log_behind() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        for _ in 0..20 {
            Database::open(&url).await.unwrap().close().await;
            assert!(!folder.path().join("t.db-wal").exists());
        }
    }

    #[tokio::test]
    async fn the_writer_brings_nothing_into_the_file_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let database = Database::open(&url).await.unwrap();
        let after = database.write(async move |connection| {
            let after = sqlx::query_scalar("PRAGMA wal_autocheckpoint");
            Ok(after.fetch_one(connection).await?)
        });
        let after: i64 = after.await.unwrap();
        assert_eq!(after, 0, "a commit would wait for it");
    }
}
