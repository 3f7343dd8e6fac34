//! Rounds and plans that a clock running ahead dated in the future.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::clock::CLOCK_SLACK;
use crate::database::StoreResult;
use crate::ids::TeamId;

/// Moves the team's rounds that were claimed in the future back by one length of time, so that the
/// latest of them is claimed at `now`: their threads are asked and archived in time, and the next
/// round comes. A plan that begins in the future begins at `now`.
pub(crate) async fn repair(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (until, now) = ((now + CLOCK_SLACK).timestamp(), now.timestamp());
    sqlx::query!(
        "UPDATE introduction_plans SET begins_at = ?2 WHERE team_id = ?1 AND begins_at > ?3",
        team,
        now,
        until,
    )
    .execute(&mut *connection)
    .await?;
    let latest = sqlx::query_scalar!(
        r#"SELECT max(claimed_at) AS "latest: i64" FROM introduction_rounds
           WHERE team_id = ? AND claimed_at > ?"#,
        team,
        until,
    )
    .fetch_one(&mut *connection)
    .await?;
    let Some(latest) = latest else { return Ok(()) };
    move_introductions(connection, team, until, latest - now).await?;
    move_rounds(connection, team, until, latest - now).await
}

async fn move_introductions(
    connection: &mut SqliteConnection,
    team: TeamId,
    until: i64,
    by: i64,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE introductions
         SET claimed_at = claimed_at - ?3, try_at = try_at - ?3, begun_at = begun_at - ?3,
             closes_at = closes_at - ?3, sent_at = sent_at - ?3, ask_at = ask_at - ?3,
             met_at = met_at - ?3
         WHERE round_id IN
             (SELECT round_id FROM introduction_rounds WHERE team_id = ?1 AND claimed_at > ?2)",
        team,
        until,
        by,
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn move_rounds(
    connection: &mut SqliteConnection,
    team: TeamId,
    until: i64,
    by: i64,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE OR IGNORE introduction_rounds
         SET day = date(due_at - ?3, 'unixepoch'), due_at = due_at - ?3,
             claimed_at = claimed_at - ?3, try_at = try_at - ?3, asks_at = asks_at - ?3,
             ends_at = ends_at - ?3, sent_at = sent_at - ?3
         WHERE team_id = ?1 AND claimed_at > ?2",
        team,
        until,
        by,
    )
    .execute(&mut *connection)
    .await?;
    // The others would fall on a day that has its round.
    sqlx::query!(
        "DELETE FROM introduction_rounds WHERE team_id = ? AND claimed_at > ?",
        team,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}
