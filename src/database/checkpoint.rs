//! Brings the write-ahead log into the file, on a connection of its own. By default, SQLite lets
//! the writer do this, and one commit then waits until all of it is on disk.

use std::sync::Arc;
use std::time::Duration;

use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::maintenance::{Checkpointing, Maintenance, Outside};
use super::{StoreError, StoreResult};
use crate::telemetry::{OngoingProblem, chain};

/// How long after a write the log is brought into the file, together with later writes.
const AFTER: Duration = Duration::from_millis(500);

/// From this many pages (of 4 KiB) on, the log should start again from its beginning. It can do so
/// only when all of it is in the file, and the writer must do the last part while it is busy.
const LARGE: i64 = 4_000;

/// How many pages the writer can bring into the file without a noticeable delay.
const FEW: i64 = 200;

/// How often to try to leave the writer only a few pages: it writes more meanwhile.
const TRIES: usize = 4;

/// The pages of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Log {
    /// All pages of the log.
    pub(super) pages: i64,
    /// Pages that are not in the file yet.
    pub(super) left: i64,
}

/// Brings the log into the file after each `written`, until the writer ends.
pub(super) async fn run(
    maintenance: Maintenance,
    written: Arc<Notify>,
    closing: CancellationToken,
) {
    let mut failure = OngoingProblem::default();
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
        match shorten(&maintenance).await {
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
    // The writer closes its connection after this one, and reports errors of the file.
    if let Some(connection) = maintenance.begin().await.take_connection() {
        let _ = connection.close().await;
    }
}

async fn shorten(maintenance: &Maintenance) -> StoreResult<()> {
    let mut checkpointing = maintenance.begin().await;
    let log = leave_few(&mut checkpointing).await?;
    if log.is_some_and(|log| log.pages >= LARGE) {
        checkpointing.outside(Outside::BringInRest).await?;
    }
    Ok(())
}

/// Brings a long log into the file beside the writer, until few pages are left for the writer.
/// Returns the log's state, or `None` for a guest.
pub(super) async fn leave_few(checkpointing: &mut Checkpointing<'_>) -> StoreResult<Option<Log>> {
    let Some(connection) = checkpointing.connection() else {
        return Ok(None);
    };
    let mut log = bring_in(connection).await?;
    for _ in 1..TRIES {
        if log.pages < LARGE || log.left <= FEW {
            break;
        }
        log = bring_in(connection).await?;
    }
    Ok(Some(log))
}

/// Brings into the file all pages that no reader needs in the log. Returns the log's state.
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

    use tempfile::TempDir;

    use super::*;
    use crate::database::Database;

    /// The length of the log in bytes. The file keeps its length when the log starts again.
    fn length(folder: &Path) -> u64 {
        std::fs::metadata(folder.join("t.db-wal")).unwrap().len()
    }

    async fn with_filler() -> (TempDir, Database) {
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
        (folder, database)
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
    async fn the_log_stays_short_however_much_is_written() {
        let (folder, database) = with_filler().await;
        for _ in 0..12 {
            write_pages(&database, LARGE / 4).await;
            shorten(&database.writer.maintenance).await.unwrap();
        }
        let written = 12 * LARGE / 4 * 4096;
        let log = i64::try_from(length(folder.path())).unwrap();
        assert!(log < written / 2, "{log} bytes of {written}");
        database.close().await;
    }

    #[tokio::test]
    async fn the_writer_has_few_pages_to_bring_in_when_the_log_is_emptied() {
        let (folder, database) = with_filler().await;
        write_pages(&database, LARGE).await;
        let mut checkpointing = database.writer.maintenance.begin().await;
        let log = leave_few(&mut checkpointing).await.unwrap().unwrap();
        assert!(log.pages > LARGE && log.left <= FEW, "{log:?}");
        drop(checkpointing);
        database.writer.outside(Outside::EmptyLog).await.unwrap();
        assert_eq!(length(folder.path()), 0);
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
    async fn the_writer_makes_no_checkpoint_by_itself() {
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
