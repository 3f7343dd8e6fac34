//! The one SQLite file: opened, migrated, read by many and written by one.
//!
//! SQL itself lives in each feature's `store.rs`; this room knows only connections.

mod backup;
mod checkpoint;
mod error;
pub mod kept;
mod lock;
mod maintenance;
mod open;
mod place;
mod private;
pub mod scrub;
mod unfinished;
mod wal;
mod writer;

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::SqlitePool;
use sqlx::{Sqlite, SqliteConnection};

pub use backup::{BackupError, backup};
pub use error::{OpenError, StoreError};
pub use place::Displaced;

use open::Opened;
use place::Place;
use scrub::Owed;
use writer::Writer;

/// How often is looked whether the file is still at its place.
const LOOK: Duration = Duration::from_secs(5);

/// The team's memory: a pool that reads and one connection that writes.
#[derive(Clone)]
pub struct Database {
    readers: SqlitePool,
    slow_readers: SqlitePool,
    writer: Writer,
    place: Place,
}

/// What reading or writing gives.
pub type StoreResult<T> = Result<T, StoreError>;

/// Whether a step of long work was its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There may be more.
    More,
    /// Nothing is left.
    Done,
}

impl Database {
    /// Opens the file at `url` (`sqlite://path`), creates it if it isn't there, and migrates it.
    /// Until it is closed, nobody else opens it.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        Ok(Self::of(open::open(url).await?))
    }

    fn of(opened: Opened) -> Self {
        let Opened {
            readers,
            slow_readers,
            place,
            writing,
        } = opened;
        let writer = Writer::start(writing, place.clone());
        Self {
            readers,
            slow_readers,
            writer,
            place,
        }
    }

    /// Opens a file that another Rapport of this version has open, to write to it now and then.
    pub async fn open_beside(url: &str) -> Result<Self, OpenError> {
        Ok(Self::of(open::open_beside(url).await?))
    }

    /// The same for a file that must be there already.
    pub async fn open_there(url: &str) -> Result<Self, OpenError> {
        open::options_there(url)?;
        Self::open(url).await
    }

    /// The connections that read.
    #[must_use]
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The few that read what takes long: what else is read does not wait for it.
    #[must_use]
    pub fn slow_readers(&self) -> &SqlitePool {
        &self.slow_readers
    }

    /// Returns once the file was deleted or replaced: nothing that is written reaches it any more.
    pub async fn displaced(&self) -> Displaced {
        loop {
            if let Err(displaced) = self.place.check() {
                return displaced;
            }
            tokio::time::sleep(LOOK).await;
        }
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
        F: AsyncFnOnce(&mut SqliteConnection) -> StoreResult<T> + Send + 'static,
    {
        let counted = kept::count();
        let written = self.writer.write(work).await;
        if written.is_err() {
            kept::take_off(counted);
        }
        written
    }

    /// Overwrites what is left on disk of deleted rows, if anything was deleted since it was last
    /// done: in steps, with other writes between them.
    pub async fn scrub(&self) -> StoreResult<()> {
        match self.scrub_owed().await? {
            Some(owed) => scrub::scrub(self, owed).await,
            None => Ok(()),
        }
    }

    /// The scrub that is to be done, if any.
    pub async fn scrub_owed(&self) -> StoreResult<Option<Owed>> {
        scrub::owed(&self.readers).await
    }

    /// Reads the whole file and makes sure that it is sound: a second for every few hundred
    /// megabytes.
    pub async fn verify(&self) -> StoreResult<()> {
        let mut reader = self.reader().await?;
        verify(&mut reader).await
    }

    /// Waits for the writes in hand, folds the write-ahead log into the file and closes it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.slow_readers.close().await;
        self.writer.close().await;
    }
}

/// Whether there is no file at `url` yet.
pub fn is_missing(url: &str) -> Result<bool, OpenError> {
    match open::options_there(url) {
        Ok(_) => Ok(false),
        Err(OpenError::Missing { .. }) => Ok(true),
        Err(error) => Err(error),
    }
}

/// What SQLite finds wrong with a file, if anything.
async fn verify(connection: &mut SqliteConnection) -> StoreResult<()> {
    let found: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(connection)
        .await?;
    if found == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged(found))
    }
}

/// Identifiers as SQLite's `json_each` takes them: a statement has no other way to be given a list,
/// and one statement for all is quicker than one for each. `[1,2]`, as `json_group_array` writes it.
pub fn json_list(ids: &[impl std::fmt::Display]) -> String {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    format!("[{}]", ids.join(","))
}

/// The rows that a query made one list of, with `json_group_array`: each row is handed from the thread
/// of its connection to ours, which costs more than to find it.
pub fn read_list<T: DeserializeOwned>(
    table: &'static str,
    column: &'static str,
    list: &str,
) -> StoreResult<Vec<T>> {
    serde_json::from_str(list).map_err(|error| StoreError::Corrupt {
        table,
        column,
        value: error.to_string(),
    })
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
mod tests;
