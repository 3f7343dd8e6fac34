//! The one SQLite file: opened, migrated, read by many and written by one.
//!
//! SQL itself lives in each feature's `store.rs`; this room knows only connections.

mod writer;

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Sqlite, SqliteConnection};
use thiserror::Error;

use writer::Writer;

/// How long a statement waits for another process (a backup, say) that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Reads go through these; WAL lets them run beside the writer.
const READERS: u32 = 4;

/// The team's memory: a pool that reads and one connection that writes.
#[derive(Clone)]
pub struct Database {
    readers: SqlitePool,
    writer: Writer,
}

/// Why the database could not be opened; operators read it.
#[derive(Debug, Error)]
pub enum OpenError {
    /// `DATABASE_URL` is not the address of an SQLite file.
    #[error("DATABASE_URL is not an SQLite address such as sqlite://data/rapport.db")]
    Address(#[source] sqlx::Error),
    /// The folder the file should be in can't be made.
    #[error("cannot create the folder {folder} for the database (DATABASE_URL)")]
    Folder {
        /// The folder, as configured.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file can't be opened for writing.
    #[error(
        "cannot open the database {file} for writing (DATABASE_URL): check that the file and its \
         folder belong to the user that runs Rapport, and that the disk is not full"
    )]
    Open {
        /// The file, as configured.
        file: String,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// The file's tables can't be brought to this version.
    #[error("cannot bring the database {file} to this version's tables")]
    Migrate {
        /// The file, as configured.
        file: String,
        /// The step that failed.
        source: sqlx::migrate::MigrateError,
    },
}

/// Why a read or a write failed; operators read it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A statement failed; nothing of its write was kept.
    #[error("the database refused a statement")]
    Statement(#[from] sqlx::Error),
    /// The statements worked but could not be brought to disk; nothing of the write was kept.
    #[error("the write could not be brought to disk: {0}")]
    Commit(String),
    /// The writer is gone: Rapport is shutting down, or the write itself panicked.
    #[error("the database is closed for writing")]
    Closed,
    /// What was read could not be written as JSON.
    #[error("what was read does not fit into JSON")]
    Export(#[source] serde_json::Error),
    /// Somebody else kept the file busy, so the log could not be emptied.
    #[error("the write-ahead log could not be emptied: the file is in use")]
    Busy,
    /// A row holds what no version of Rapport writes.
    #[error("{table}.{column} holds {value:?}, which is not a {column}")]
    Corrupt {
        /// Table of the row.
        table: &'static str,
        /// Column of the value.
        column: &'static str,
        /// The value found; never a note or a kudos text.
        value: String,
    },
}

/// What reading or writing gives.
pub type StoreResult<T> = Result<T, StoreError>;

impl Database {
    /// Opens the file at `url` (`sqlite://path`), creates it if it isn't there, and migrates it.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let options = SqliteConnectOptions::from_str(url)
            .map_err(OpenError::Address)?
            .disable_statement_logging()
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true);
        let path = options.get_filename().to_owned();
        make_folder(&path)?;
        let file = path.display().to_string();

        let mut writing = options
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .pragma("secure_delete", "on")
            .connect()
            .await
            .map_err(|source| OpenError::Open {
                file: file.clone(),
                source,
            })?;
        check_writable(&mut writing)
            .await
            .map_err(|source| OpenError::Open {
                file: file.clone(),
                source,
            })?;
        sqlx::migrate!()
            .run_direct(None, &mut writing, false)
            .await
            .map_err(|source| OpenError::Migrate {
                file: file.clone(),
                source,
            })?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_with(options.read_only(true))
            .await
            .map_err(|source| OpenError::Open { file, source })?;
        Ok(Self {
            readers,
            writer: Writer::start(writing),
        })
    }

    /// The connections that read.
    #[must_use]
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// One of them, for reads that follow each other.
    pub async fn reader(&self) -> StoreResult<PoolConnection<Sqlite>> {
        Ok(self.readers.acquire().await?)
    }

    /// Runs `work` in a transaction of its own and returns once it is on disk. An error undoes all
    /// of it. The write goes on to its end even if the caller stops waiting.
    pub async fn write<T, F>(&self, work: F) -> StoreResult<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, StoreResult<T>>
            + Send
            + 'static,
    {
        self.writer.write(work).await
    }

    /// Leaves nothing on disk of what was deleted: to be called when people are told that it is
    /// gone. Deleting overwrites a row where it lies, but not the copies that SQLite made when it
    /// moved rows between pages, nor the write-ahead log; so the file is written anew without
    /// them and the log is emptied. Costs a second for every few hundred megabytes.
    pub async fn scrub(&self) -> StoreResult<()> {
        self.writer.scrub().await
    }

    /// Waits for the writes in hand, folds the write-ahead log into the file and closes it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

fn make_folder(file: &Path) -> Result<(), OpenError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).map_err(|source| OpenError::Folder {
                folder: folder.display().to_string(),
                source,
            })
        }
        _ => Ok(()),
    }
}

/// SQLite opens a read-only file without a word; only asking for the write lock tells.
async fn check_writable(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("BEGIN IMMEDIATE")
        .execute(&mut *connection)
        .await?;
    sqlx::query("ROLLBACK").execute(connection).await?;
    Ok(())
}

/// An instant as the database keeps it (whole seconds since 1970 in UTC), read back.
pub fn instant(
    table: &'static str,
    column: &'static str,
    seconds: i64,
) -> StoreResult<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| StoreError::Corrupt {
        table,
        column,
        value: seconds.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn count(database: &Database) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM teams")
            .fetch_one(database.readers())
            .await
            .unwrap()
    }

    fn insert(
        id: i64,
    ) -> impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, StoreResult<()>> + Send
    {
        move |connection| {
            Box::pin(async move {
                sqlx::query("INSERT INTO teams (team_id, zone, circle, added_at) VALUES (?, 'UTC', 'regular', 0)")
                    .bind(id)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        }
    }

    #[tokio::test]
    async fn a_failed_write_in_a_batch_leaves_its_neighbours_alone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let database = Database::open(&url).await.unwrap();
        let writes = (0..40).map(|n| {
            let database = database.clone();
            // Every fourth repeats the team before it, which the primary key refuses.
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

    #[tokio::test]
    async fn a_write_goes_on_when_its_caller_goes_away_and_before_closing() {
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
            .write(|connection| {
                Box::pin(async move {
                    insert(1)(connection).await?;
                    panic!("a write that panics");
                })
            })
            .await;
        assert!(matches!(failed, Err(StoreError::Closed)));
        database.write(insert(2)).await.unwrap();
        assert_eq!(count(&database).await, 1);
    }

    #[tokio::test]
    async fn what_cannot_be_opened_says_which_file_and_what_to_check() {
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
}
