//! Writes what waits in one transaction.

use sqlx::SqliteConnection;

use super::{Job, Place, execute};
use crate::crash;

/// Puts together the jobs that can be done by the same statements.
pub(super) fn join(batch: &mut Vec<Box<dyn Job>>) {
    let mut joined: Vec<Box<dyn Job>> = Vec::with_capacity(batch.len());
    for job in batch.drain(..) {
        let left = joined
            .iter_mut()
            .try_fold(job, |job, into| into.join(job).ok_or(()));
        joined.extend(left.ok());
    }
    *batch = joined;
}

/// Writes and commits what can be written of `batch`.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    place: &Place,
    batch: &mut Vec<Box<dyn Job>>,
) -> sqlx::Result<()> {
    crash::point("writer::begin");
    if let [alone] = &mut batch[..] {
        let written = write_alone(connection, place, &mut **alone).await;
        if !matches!(written, Ok(true)) {
            roll_back(connection).await;
        }
        let parts = if written? { Vec::new() } else { alone.split() };
        if parts.is_empty() {
            return Ok(());
        }
        *batch = parts;
    }
    let written = write_pieces(connection, place, batch).await;
    if written.is_err() {
        roll_back(connection).await;
    }
    written
}

/// Returns whether the piece was written. It needs no savepoint: while one is open, SQLite copies each
/// page before it changes the page.
async fn write_alone(
    connection: &mut SqliteConnection,
    place: &Place,
    piece: &mut dyn Job,
) -> sqlx::Result<bool> {
    let count = begin(connection, "BEGIN IMMEDIATE; PRAGMA user_version").await?;
    let written = piece.run(connection).await;
    crash::point("writer::piece");
    if written {
        commit(connection, place, "", count).await?;
    }
    Ok(written)
}

/// A failed piece leaves its savepoint to the next one. Statements that belong together are run as
/// one: each is a trip to the connection's thread and back, which costs more than the statement.
async fn write_pieces(
    connection: &mut SqliteConnection,
    place: &Place,
    batch: &mut Vec<Box<dyn Job>>,
) -> sqlx::Result<()> {
    let first = "BEGIN IMMEDIATE; SAVEPOINT piece; PRAGMA user_version";
    let count = begin(connection, first).await?;
    let (keep, undo) = ("RELEASE piece; SAVEPOINT piece;", "ROLLBACK TO piece;");
    let mut settle = keep;
    let mut number = 0;
    while number < batch.len() {
        if number > 0 {
            execute(connection, settle).await?;
        }
        settle = if batch[number].run(connection).await {
            keep
        } else {
            let parts = batch[number].split();
            batch.extend(parts);
            undo
        };
        crash::point("writer::piece");
        number += 1;
    }
    commit(connection, place, settle, count).await
}

/// SQLite may have rolled back already, as on a full disk. Then this fails harmlessly.
async fn roll_back(connection: &mut SqliteConnection) {
    let _ = execute(connection, "ROLLBACK").await;
}

/// Begins a transaction by `statements`. Returns the count of the one before it.
async fn begin(connection: &mut SqliteConnection, statements: &'static str) -> sqlx::Result<i32> {
    sqlx::query_scalar(statements).fetch_one(connection).await
}

/// Settles the last piece and commits the transaction with the next count, by which
/// [`super::wal`] recognises the log of another file.
async fn commit(
    connection: &mut SqliteConnection,
    place: &Place,
    settle: &str,
    count: i32,
) -> sqlx::Result<()> {
    place
        .check()
        .map_err(|gone| sqlx::Error::Io(std::io::Error::other(gone)))?;
    crash::point("writer::commit");
    let count = count.wrapping_add(1);
    let counted = format!("{settle} PRAGMA user_version = {count}; COMMIT");
    let counted = sqlx::query(sqlx::AssertSqlSafe(counted)).persistent(false);
    counted.execute(connection).await?;
    crash::point("writer::committed");
    Ok(())
}
