//! Leaving nothing on disk of what was deleted. Deleting overwrites a row where it lies, but not the
//! copies that SQLite made when it moved rows between pages, nor the write-ahead log; so the file is
//! written anew without them and the log is emptied.

use sqlx::{SqliteConnection, SqliteExecutor};

use super::{StoreError, StoreResult};

/// To be written with whatever is deleted for good: the file is to be written anew.
pub async fn owe(connection: &mut SqliteConnection) -> StoreResult<()> {
    sqlx::query!("INSERT INTO scrub_owed (only) VALUES (1) ON CONFLICT DO NOTHING")
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn is_owed(executor: impl SqliteExecutor<'_>) -> StoreResult<bool> {
    let owed = sqlx::query_scalar!("SELECT count(*) FROM scrub_owed")
        .fetch_one(executor)
        .await?;
    Ok(owed > 0)
}

/// Outside of any transaction, where alone SQLite does either. What it owed is paid once both are
/// done.
pub(super) async fn scrub(connection: &mut SqliteConnection) -> StoreResult<()> {
    sqlx::query("VACUUM").execute(&mut *connection).await?;
    let busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(&mut *connection)
        .await?;
    if busy != 0 {
        return Err(StoreError::Busy);
    }
    sqlx::query!("DELETE FROM scrub_owed")
        .execute(connection)
        .await?;
    Ok(())
}
