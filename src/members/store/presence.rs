//! Who is in the server, as far as Discord told.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::database::{StoreResult, json_list};
use crate::ids::{PersonId, TeamId};

/// Whether something is kept of this person, and nothing says that they left.
pub async fn is_known_here(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    person: PersonId,
) -> StoreResult<bool> {
    let known = sqlx::query_scalar!(
        "SELECT count(*) FROM members WHERE team_id = ? AND person_id = ? AND gone_at IS NULL",
        team,
        person,
    )
    .fetch_one(executor)
    .await?;
    Ok(known > 0)
}

/// Those among `people` whom Discord has not said to be there since `since`.
pub async fn unseen(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    people: &[PersonId],
    since: DateTime<Utc>,
) -> StoreResult<Vec<PersonId>> {
    let since = since.timestamp();
    let asked = json_list(people);
    let seen = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM members
           WHERE team_id = ? AND person_id IN (SELECT value FROM json_each(?))
             AND gone_at IS NULL AND seen_at > ?"#,
        team,
        asked,
        since,
    )
    .fetch_all(executor)
    .await?;
    let mut unseen = people.to_vec();
    unseen.retain(|person| !seen.contains(person));
    Ok(unseen)
}

/// Discord says that `person` is in the server.
pub async fn mark_seen(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET seen_at = ?, gone_at = NULL WHERE team_id = ? AND person_id = ?",
        now,
        team,
        person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Discord says that `person` is not in the server.
pub async fn mark_gone(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET gone_at = coalesce(gone_at, ?) WHERE team_id = ? AND person_id = ?",
        now,
        team,
        person,
    )
    .execute(connection)
    .await?;
    Ok(())
}
