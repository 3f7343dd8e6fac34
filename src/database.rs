//! The SQLite file: opened and migrated here, read by many connections and written by one.
//!
//! SQL itself is in each feature's `store.rs`. This module only knows connections.

mod backup;
mod checkpoint;
mod error;
mod gauges;
pub(crate) mod kept;
mod lock;
mod maintenance;
mod open;
mod place;
mod private;
pub(crate) mod scrub;
mod unfinished;
mod wal;
mod writer;

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::SqlitePool;
use sqlx::{Sqlite, SqliteConnection};

pub(crate) use backup::{BackupError, backup, prepare as prepare_backups};
pub use error::OpenError;
pub(crate) use error::StoreError;
pub(crate) use open::check_place;
pub(crate) use place::Displaced;
pub(crate) use unfinished::try_folder;

use open::Opened;
use place::Place;
use scrub::{Owed, Unfinished};
use writer::Writer;

/// How often to check that the file is still at its path.
const LOOK: Duration = Duration::from_secs(5);

/// The database: a pool of connections that read and one that writes.
#[derive(Clone)]
pub struct Database {
    readers: SqlitePool,
    slow_readers: SqlitePool,
    writer: Writer,
    place: Place,
}

/// The result of a read or a write.
pub(crate) type StoreResult<T> = Result<T, StoreError>;

/// Whether a step was the last one of some long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There may be more.
    More,
    /// Nothing is left.
    Done,
}

impl Database {
    /// Opens the file at `url` (`sqlite://path`), creates it if it is missing, and migrates it. No
    /// other process can open it until it is closed.
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

    /// Opens a file that another Rapport of this version has open, for a few writes.
    pub(crate) async fn open_beside(url: &str) -> Result<Self, OpenError> {
        Ok(Self::of(open::open_beside(url).await?))
    }

    /// Like [`Self::open`], but the file must exist.
    pub(crate) async fn open_there(url: &str) -> Result<Self, OpenError> {
        open::options_there(url)?;
        Self::open(url).await
    }

    /// The connections that read.
    #[must_use]
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The few connections for slow reads, so that other reads do not wait for them.
    #[must_use]
    pub(crate) fn slow_readers(&self) -> &SqlitePool {
        &self.slow_readers
    }

    /// Returns after the file was deleted or replaced: later writes do not reach it.
    pub(crate) async fn displaced(&self) -> Displaced {
        loop {
            if let Err(displaced) = self.place.check() {
                return displaced;
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Takes one connection that reads, for reads that follow each other.
    pub async fn reader(&self) -> StoreResult<PoolConnection<Sqlite>> {
        Ok(self.readers.acquire().await?)
    }

    /// Runs `work` in a transaction of its own and returns after it is on disk. An error undoes all
    /// of it. The write finishes even if the caller stops waiting.
    pub async fn write<T, F>(&self, work: F) -> StoreResult<T>
    where
        T: Send + 'static,
        F: AsyncFnOnce(&mut SqliteConnection) -> StoreResult<T> + Send + 'static,
    {
        let counted = kept::count();
        let written = self.writer.write(work).await;
        if written.is_err() {
            kept::uncount(counted);
        }
        written
    }

    /// Writes `item` by `work`, which is called once for all items that wait at the same moment: it
    /// can write them as a set. Returns after the item is on disk. If `work` fails for several
    /// items, it is called again for each alone, so that one item's error is not another's.
    pub(crate) async fn write_together<T, R, F>(&self, item: T, work: F) -> StoreResult<R>
    where
        T: Send + 'static,
        R: Send + 'static,
        F: AsyncFn(&mut SqliteConnection, &[T]) -> StoreResult<Vec<R>> + Copy + Send + 'static,
    {
        let counted = kept::count();
        let written = self.writer.write_together(item, work).await;
        if written.is_err() {
            kept::uncount(counted);
        }
        written
    }

    /// Runs `step` in one write after the other, with other writes between them, until it is done.
    pub(crate) async fn write_in_steps<F>(&self, step: F) -> StoreResult<()>
    where
        F: AsyncFn(&mut SqliteConnection) -> StoreResult<Progress> + Clone + Send + 'static,
    {
        while self.write(step.clone()).await? == Progress::More {}
        Ok(())
    }

    /// Overwrites what deleted rows left on disk, if any were deleted since the last scrub. It
    /// works in steps, with other writes between them. Returns what is left to do if another
    /// program reads the log.
    pub(crate) async fn scrub(&self) -> StoreResult<Option<Unfinished>> {
        match self.scrub_owed().await? {
            Some(owed) => scrub::scrub(self, owed).await,
            None => Ok(None),
        }
    }

    /// Tries to finish a scrub. Returns whether it is finished.
    pub(crate) async fn finish_scrub(&self, unfinished: &Unfinished) -> StoreResult<bool> {
        scrub::finish(self, unfinished).await
    }

    /// The scrub that is due, if any.
    pub(crate) async fn scrub_owed(&self) -> StoreResult<Option<Owed>> {
        scrub::owed(&self.readers).await
    }

    /// Reads the whole file and checks that it is sound: this takes a second for every few hundred
    /// megabytes.
    pub(crate) async fn verify(&self) -> StoreResult<()> {
        let mut reader = self.reader().await?;
        verify(&mut reader).await
    }

    /// Checks that the writer can write. Waits for the transaction that it is in.
    pub(crate) async fn check_writer(&self) -> StoreResult<()> {
        self.writer.check().await
    }

    /// Waits for running writes, brings the write-ahead log into the file and closes it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.slow_readers.close().await;
        self.writer.close().await;
    }
}

/// Whether the file at `url` is missing.
pub(crate) fn is_missing(url: &str) -> Result<bool, OpenError> {
    match open::options_there(url) {
        Ok(_) => Ok(false),
        Err(OpenError::Missing { .. }) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Returns [`StoreError::Damaged`] if SQLite finds errors in the file.
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

/// Ids as a list for SQLite's `json_each`, such as `[1,2]`. A statement can't take a list in
/// another way, and one statement for all ids is faster than one for each.
pub(crate) fn json_list(ids: &[impl std::fmt::Display]) -> String {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    format!("[{}]", ids.join(","))
}

/// Parses a list that a query made with `json_group_array`. Passing each row from the connection's
/// thread to ours takes longer than finding it.
pub(crate) fn read_list<T: DeserializeOwned>(
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

/// Parses a time as the database stores it: whole seconds since 1970 in UTC.
pub(crate) fn instant(
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
