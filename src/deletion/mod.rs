//! Deletes for good: a person's data in one team, a whole team, and data that is too old.
//!
//! Deletions work in steps of at most [`STEP`] rows, each a write of its own, so that no command
//! waits long for the writer. The file says what is left to do, and the next process continues.

pub(crate) mod removal;
pub(crate) mod store;

use chrono::{DateTime, TimeDelta, Utc};

use crate::database::{Database, StoreResult};
use crate::ids::{PersonId, TeamId};
use crate::team;

/// Rows that one write deletes.
pub(crate) const STEP: i64 = 200;

/// How long nudges and recaps are kept. Their buttons work as long.
pub(crate) const NUDGES_KEPT_FOR: TimeDelta = TimeDelta::weeks(26);

/// How long kudos are counted by day: long enough for the week of the oldest recap.
pub(crate) const DAYS_KEPT_FOR: TimeDelta = TimeDelta::weeks(30);

/// How long introductions are kept: pairing looks a year back.
pub(crate) const INTRODUCTIONS_KEPT_FOR: TimeDelta = TimeDelta::weeks(53);

/// A deletion that began and is not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deletion {
    /// The team.
    pub(crate) team: TeamId,
    /// The person whose data is deleted; `None` for the whole team.
    pub(crate) person: Option<PersonId>,
}

/// Deletes until nothing of `deletion` is left.
pub(crate) async fn finish(
    database: &Database,
    deletion: Deletion,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    database
        .write_in_steps(async move |connection| store::step(connection, deletion, now).await)
        .await
}

/// Finishes every deletion that began.
pub(crate) async fn finish_all(database: &Database, now: DateTime<Utc>) -> StoreResult<()> {
    for deletion in store::unfinished(database.readers()).await? {
        finish(database, deletion, now).await?;
    }
    Ok(())
}

/// Deletes data that nothing reads any more, because it is too old.
pub(crate) async fn delete_expired(database: &Database, now: DateTime<Utc>) -> StoreResult<()> {
    database
        .write_in_steps(async move |connection| store::delete_expired(connection, now).await)
        .await?;
    for known in team::store::all(database.readers()).await? {
        let team = known.team;
        if store::has_old_days(database.slow_readers(), team, now).await? {
            database
                .write_in_steps(async move |connection| {
                    store::delete_old_days(connection, team, now).await
                })
                .await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
