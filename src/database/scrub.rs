//! Overwrites what deleted data left on disk.
//!
//! With `secure_delete`, SQLite overwrites a deleted row and the pages it frees. It does not
//! overwrite the copies that stay in the unused middle of a page after a page split, nor the
//! write-ahead log. So a scrub overwrites those middles (`page`), returns free pages to the file
//! system and empties the log. It works in small steps, with other writes between them.
//!
//! The log can't be emptied while another program reads it. One that replicates (Litestream) always
//! does, except for moments in which it lets the log start again from its beginning. Then what was
//! deleted is only behind the log's new end, and the scrub cuts that off.

mod page;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use self::page::Layout;
use super::maintenance::Outside;
use super::wal::{self, Salts};
use super::{Database, StoreError, StoreResult, instant, json_list};

/// How many pages one read takes.
const READ: i64 = 256;

/// How many pages one write overwrites.
const WRITTEN: usize = 64;

/// A scrub that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owed {
    /// When the first deletion happened that needs it.
    pub(crate) since: DateTime<Utc>,
    deletion: i64,
}

/// Notes that a scrub is due. Call it in the same write as a deletion.
pub(crate) async fn owe(connection: &mut SqliteConnection, now: DateTime<Utc>) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO scrub_owed (only, since, deletion) VALUES (1, ?, 1)
         ON CONFLICT DO UPDATE SET deletion = deletion + 1",
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn owed(executor: impl SqliteExecutor<'_>) -> StoreResult<Option<Owed>> {
    let row = sqlx::query!("SELECT since, deletion FROM scrub_owed")
        .fetch_optional(executor)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Owed {
        since: instant("scrub_owed", "since", row.since)?,
        deletion: row.deletion,
    }))
}

/// A scrub that overwrote everything in the file, and waits for the log to start again.
#[derive(Debug)]
pub(crate) struct Unfinished {
    owed: Owed,
    /// The log that has traces; `None` if the log was empty for a moment.
    log: Option<Salts>,
}

impl Unfinished {
    /// Whether it is the scrub for these deletions.
    pub(crate) fn is_for(&self, owed: Owed) -> bool {
        self.owed == owed
    }
}

/// Overwrites the traces of everything deleted before the scrub began. Returns the rest if somebody
/// reads the log.
pub(super) async fn scrub(database: &Database, owed: Owed) -> StoreResult<Option<Unfinished>> {
    if has_raw_pages(database).await? {
        return_free_pages(database).await?;
        overwrite(database).await?;
    } else {
        database.writer.outside(Outside::Rewrite).await?;
    }
    let log = salts(database)?;
    let unfinished = Unfinished { owed, log };
    let done = finish(database, &unfinished).await?;
    Ok((!done).then_some(unfinished))
}

/// Empties the log, or cuts off its old end if it has started again since. Returns whether it did.
pub(super) async fn finish(database: &Database, unfinished: &Unfinished) -> StoreResult<bool> {
    match database.writer.outside(Outside::EmptyLog).await {
        Ok(()) => {}
        Err(StoreError::Busy) if salts(database)? == unfinished.log => return Ok(false),
        Err(StoreError::Busy) => database.writer.outside(Outside::CutLog).await?,
        Err(error) => return Err(error),
    }
    let owed = unfinished.owed;
    database
        .write(async move |connection| settle(connection, owed).await)
        .await?;
    Ok(true)
}

fn salts(database: &Database) -> StoreResult<Option<Salts>> {
    let read = database.place.log().and_then(wal::salts);
    Ok(read.map_err(sqlx::Error::Io)?)
}

/// Marks the scrub as done, unless something was deleted meanwhile.
async fn settle(connection: &mut SqliteConnection, owed: Owed) -> StoreResult<()> {
    sqlx::query!("DELETE FROM scrub_owed WHERE deletion = ?", owed.deletion)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether this SQLite was built with `sqlite_dbpage` (`.cargo/config.toml` asks for it). Without
/// it, a scrub rewrites the whole file, and the writer waits.
pub(super) async fn has_raw_pages(database: &Database) -> StoreResult<bool> {
    let found: i64 =
        sqlx::query_scalar("SELECT count(*) FROM pragma_module_list WHERE name = 'sqlite_dbpage'")
            .fetch_one(database.readers())
            .await?;
    Ok(found > 0)
}

async fn return_free_pages(database: &Database) -> StoreResult<()> {
    loop {
        let free = number(database.readers(), "PRAGMA freelist_count").await?;
        if free == 0 || number(database.readers(), "PRAGMA auto_vacuum").await? == 0 {
            return Ok(());
        }
        let left = database
            .write(async move |connection| return_some(connection).await)
            .await?;
        if left == free {
            return Ok(());
        }
    }
}

/// Returns how many free pages are left.
async fn return_some(connection: &mut SqliteConnection) -> StoreResult<i64> {
    sqlx::query("PRAGMA incremental_vacuum(64)")
        .execute(&mut *connection)
        .await?;
    number(connection, "PRAGMA freelist_count").await
}

async fn overwrite(database: &Database) -> StoreResult<()> {
    let layout = layout(database.readers()).await?;
    let mut first = 1;
    while first <= layout.pages {
        let traced = with_traces(database.readers(), layout, first).await?;
        for some in traced.chunks(WRITTEN) {
            let list = json_list(some);
            database
                .write(async move |connection| overwrite_some(connection, layout, list).await)
                .await?;
        }
        first += READ;
    }
    Ok(())
}

async fn layout(readers: &sqlx::SqlitePool) -> StoreResult<Layout> {
    Ok(Layout {
        page_size: number(readers, "PRAGMA page_size").await?,
        maps_pointers: number(readers, "PRAGMA auto_vacuum").await? != 0,
        pages: number(readers, "PRAGMA page_count").await?,
    })
}

async fn number(executor: impl SqliteExecutor<'_>, pragma: &'static str) -> StoreResult<i64> {
    Ok(sqlx::query_scalar(pragma).fetch_one(executor).await?)
}

/// Returns those of the next pages that have bytes in their unused middle.
async fn with_traces(
    readers: &sqlx::SqlitePool,
    layout: Layout,
    first: i64,
) -> StoreResult<Vec<i64>> {
    let pages: Vec<(i64, Vec<u8>)> = sqlx::query_as(
        "WITH RECURSIVE wanted (pgno) AS (
             VALUES (?1) UNION ALL SELECT pgno + 1 FROM wanted WHERE pgno < ?2)
         SELECT p.pgno, p.data FROM wanted CROSS JOIN sqlite_dbpage AS p ON p.pgno = wanted.pgno",
    )
    .bind(first)
    .bind((first + READ - 1).min(layout.pages))
    .fetch_all(readers)
    .await?;
    Ok(pages
        .into_iter()
        .filter_map(|(number, mut page)| layout.clear(number, &mut page).then_some(number))
        .collect())
}

/// Reads the pages again, because they may have changed, and overwrites their middles.
async fn overwrite_some(
    connection: &mut SqliteConnection,
    layout: Layout,
    list: String,
) -> StoreResult<()> {
    let pages: Vec<(i64, Vec<u8>)> = sqlx::query_as(
        "SELECT p.pgno, p.data FROM json_each(?) AS wanted
         CROSS JOIN sqlite_dbpage AS p ON p.pgno = wanted.value",
    )
    .bind(list)
    .fetch_all(&mut *connection)
    .await?;
    for (number, mut page) in pages {
        if layout.clear(number, &mut page) {
            sqlx::query("UPDATE sqlite_dbpage SET data = ?2 WHERE pgno = ?1")
                .bind(number)
                .bind(page)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
