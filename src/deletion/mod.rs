//! Deleting for good: a person's data in one team, a whole team, and what is too old to be read.
//!
//! All of it happens in steps of at most [`STEP`] rows, each a write of its own, so that nobody's
//! command waits long for the writer. What is left to do is in the file: whoever finds it goes on.

pub mod removal;
pub mod store;

use chrono::{DateTime, TimeDelta, Utc};

use crate::database::{Database, Progress, StoreResult};
use crate::ids::{PersonId, TeamId};
use crate::team;

/// Rows deleted in one write.
pub const STEP: i64 = 200;

/// How long nudges and recaps are kept: their buttons work as long.
pub const KEPT_FOR: TimeDelta = TimeDelta::weeks(26);

/// How long kudos are counted by day: the week that the oldest recap sums up is among them.
pub const DAYS_KEPT_FOR: TimeDelta = TimeDelta::weeks(30);

/// A deletion that was asked for and is not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deletion {
    /// The team.
    pub team: TeamId,
    /// The person whose data is deleted; `None` for the whole team.
    pub person: Option<PersonId>,
}

/// Deletes until nothing of `deletion` is left.
pub async fn finish(
    database: &Database,
    deletion: Deletion,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    loop {
        let step = database
            .write(async move |connection| store::step(connection, deletion, now).await)
            .await?;
        if step == Progress::Done {
            return Ok(());
        }
    }
}

/// Finishes every deletion that was begun.
pub async fn finish_all(database: &Database, now: DateTime<Utc>) -> StoreResult<()> {
    for deletion in store::unfinished(database.readers()).await? {
        finish(database, deletion, now).await?;
    }
    Ok(())
}

/// Deletes what is too old to be read by anything.
pub async fn delete_expired(database: &Database, now: DateTime<Utc>) -> StoreResult<()> {
    loop {
        let step = database
            .write(async move |connection| store::delete_expired(connection, now).await)
            .await?;
        if step == Progress::Done {
            break;
        }
    }
    for known in team::store::all(database.readers()).await? {
        while store::has_old_days(database.slow_readers(), known.team, now).await? {
            let team = known.team;
            database
                .write(async move |connection| store::delete_old_days(connection, team, now).await)
                .await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
