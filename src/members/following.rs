//! Applies a change of the whole team to each of its members. It takes many small writes, so that
//! no command waits long for the writer, whatever the size of the team.

pub mod store;

use chrono::{DateTime, Utc};

use crate::database::{Database, StoreResult};
use crate::ids::TeamId;

/// Applies the team's changes to all of its members.
pub(crate) async fn finish(
    database: &Database,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    database
        .write_in_steps(async move |connection| store::step(connection, team, now).await)
        .await
}

/// Finishes the changes of all teams that a restart interrupted.
pub(crate) async fn finish_all(database: &Database, now: DateTime<Utc>) -> StoreResult<()> {
    for team in store::behind(database.readers()).await? {
        finish(database, team, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
