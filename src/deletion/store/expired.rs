//! The rows that are deleted for their age: nothing reads them any more.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::Progress;
use crate::database::StoreResult;
use crate::deletion::{DAYS_KEPT_FOR, INTRODUCTIONS_KEPT_FOR, NUDGES_KEPT_FOR, STEP};
use crate::encounters::UNDO_WINDOW;
use crate::ids::TeamId;

/// Deletes some of what is too old at `now`, days of kudos aside.
pub(crate) async fn delete_expired(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> StoreResult<Progress> {
    let before = |kept_for: TimeDelta| (now - kept_for).timestamp();
    let deleted = first_that_deletes![
        nudges(connection, before(NUDGES_KEPT_FOR)),
        reminders(connection, before(NUDGES_KEPT_FOR)),
        recaps(connection, before(NUDGES_KEPT_FOR)),
        introductions(connection, before(INTRODUCTIONS_KEPT_FOR)),
        corrections(connection, before(UNDO_WINDOW)),
    ];
    Ok(if deleted > 0 {
        Progress::More
    } else {
        Progress::Done
    })
}

/// Ids count upwards, so the oldest rows have the lowest.
async fn nudges(connection: &mut SqliteConnection, before: i64) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM nudges WHERE nudge_id IN (
             SELECT nudge_id FROM (
                 SELECT nudge_id, claimed_at FROM nudges ORDER BY nudge_id LIMIT ?)
             WHERE claimed_at < ?)",
        STEP,
        before,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// One is due eight weeks after it was chosen at most.
async fn reminders(connection: &mut SqliteConnection, before: i64) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM reminders WHERE reminder_id IN (
             SELECT reminder_id FROM (
                 SELECT reminder_id, due_at FROM reminders ORDER BY reminder_id LIMIT ?)
             WHERE due_at < ?)",
        STEP,
        before,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn recaps(connection: &mut SqliteConnection, before: i64) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM recaps WHERE recap_id IN (
             SELECT recap_id FROM (
                 SELECT recap_id, claimed_at FROM recaps ORDER BY recap_id LIMIT ?)
             WHERE claimed_at < ?)",
        STEP,
        before,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes introductions and their people. Rounds stay, a line for each, for the rhythm.
async fn introductions(connection: &mut SqliteConnection, before: i64) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM introductions WHERE introduction_id IN (
             SELECT introduction_id FROM (
                 SELECT introduction_id, claimed_at FROM introductions
                 ORDER BY introduction_id LIMIT ?)
             WHERE claimed_at < ?)",
        STEP,
        before,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// A correction can't be undone after [`UNDO_WINDOW`], so the earlier values are not needed.
async fn corrections(connection: &mut SqliteConnection, before: i64) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM corrections WHERE (team_id, interaction_id) IN (
             SELECT team_id, interaction_id FROM corrections
             WHERE corrected_at < ? ORDER BY corrected_at LIMIT ?)",
        before,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Whether some of the team's kudos are counted by day for longer than that is read: asked without
/// the writer, as the answer is no for most teams on most days.
pub(crate) async fn has_old_days(
    readers: &SqlitePool,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let first = first_day(now);
    let found = sqlx::query_scalar!(
        r#"WITH RECURSIVE channels (channel_id) AS (
               SELECT min(channel_id) FROM kudos_counts WHERE team_id = ?1
               UNION ALL
               SELECT (SELECT min(k.channel_id) FROM kudos_counts AS k
                       WHERE k.team_id = ?1 AND k.channel_id > channels.channel_id)
               FROM channels WHERE channels.channel_id IS NOT NULL)
           SELECT EXISTS (
               SELECT 1 FROM channels
               CROSS JOIN (SELECT 'received' AS side UNION ALL SELECT 'given') AS sides
               CROSS JOIN kudos_counts AS k
               WHERE k.team_id = ?1 AND k.channel_id = channels.channel_id AND k.side = sides.side
                 AND k.span = 'day' AND k.starts < ?2) AS "found!: bool""#,
        team,
        first,
    )
    .fetch_one(readers)
    .await?;
    Ok(found)
}

/// The first day that kudos are still counted by.
fn first_day(now: DateTime<Utc>) -> String {
    (now - DAYS_KEPT_FOR).date_naive().to_string()
}

/// Deletes some of the team's days that are too old. Goes from channel to channel, because days are in
/// order within each one.
pub(crate) async fn delete_old_days(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Progress> {
    let first = first_day(now);
    let deleted = sqlx::query!(
        "WITH RECURSIVE channels (channel_id) AS (
             SELECT min(channel_id) FROM kudos_counts WHERE team_id = ?1
             UNION ALL
             SELECT (SELECT min(k.channel_id) FROM kudos_counts AS k
                     WHERE k.team_id = ?1 AND k.channel_id > channels.channel_id)
             FROM channels WHERE channels.channel_id IS NOT NULL)
         DELETE FROM kudos_counts
         WHERE team_id = ?1 AND span = 'day' AND (channel_id, side, starts, person_id) IN (
             SELECT k.channel_id, k.side, k.starts, k.person_id
             FROM channels
             CROSS JOIN (SELECT 'received' AS side UNION ALL SELECT 'given') AS sides
             CROSS JOIN kudos_counts AS k
             WHERE k.team_id = ?1 AND k.channel_id = channels.channel_id AND k.side = sides.side
               AND k.span = 'day' AND k.starts < ?2
             LIMIT ?3)",
        team,
        first,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(if deleted.rows_affected() > 0 {
        Progress::More
    } else {
        Progress::Done
    })
}
