//! The SQL of privacy: what is stored about a person, and not tracking them.

mod export;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

pub(crate) use export::export;

use super::StoredCounts;
use crate::database::StoreResult;
use crate::ids::MemberKey;
use crate::nudges;

/// How much is stored about the person in the team.
pub(crate) async fn stored_counts(
    readers: &SqlitePool,
    key: MemberKey,
) -> StoreResult<StoredCounts> {
    Ok(sqlx::query_as!(
        StoredCounts,
        r#"SELECT (SELECT count(*) FROM encounter_people
                   WHERE team_id = ?1 AND person_id = ?2) AS "encounters!: i64",
                  (SELECT count(*) FROM notes
                   WHERE team_id = ?1 AND author_id = ?2) AS "notes!: i64",
                  (SELECT count(*) FROM ties
                   WHERE team_id = ?1 AND member_id = ?2) AS "ties!: i64",
                  (SELECT count(*) FROM contacts
                   WHERE team_id = ?1 AND owner_id = ?2) AS "contacts!: i64",
                  (SELECT count(*) FROM nudges
                   WHERE team_id = ?1 AND member_id = ?2 AND state = 'sent') AS "nudges!: i64",
                  (SELECT count(*) FROM reminders
                   WHERE team_id = ?1 AND member_id = ?2) AS "reminders!: i64",
                  (SELECT count(*) FROM introduced
                   WHERE team_id = ?1 AND person_id = ?2) AS "introductions!: i64",
                  (SELECT count(*) FROM kudos AS k JOIN kudos_receivers AS r USING (kudos_id)
                   WHERE k.team_id = ?1 AND k.giver_id = ?2) AS "given!: i64",
                  (SELECT count(*) FROM kudos_receivers
                   WHERE team_id = ?1 AND person_id = ?2) AS "received!: i64""#,
        key.team,
        key.person,
    )
    .fetch_one(readers)
    .await?)
}

/// Stops tracking a member: nobody can log or get nudges about them. What was logged stays, in case
/// they change their mind. Unsent nudges no longer name them.
pub(crate) async fn dont_track(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET untracked_at = coalesce(untracked_at, ?)
         WHERE team_id = ? AND person_id = ?",
        now,
        key.team,
        key.person,
    )
    .execute(&mut *connection)
    .await?;
    nudges::store::take_out_for_all(connection, key).await
}

/// Tracks a member again: people can log and get nudges about them. Their own nudges that were due
/// meanwhile are skipped.
pub(crate) async fn track_again(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET untracked_at = NULL,
                            nudges_from = CASE WHEN joined_at IS NULL THEN NULL ELSE ? END
         WHERE team_id = ? AND person_id = ? AND untracked_at IS NOT NULL",
        now,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}
