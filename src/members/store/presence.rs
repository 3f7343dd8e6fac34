//! Who is in the server, according to Discord.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::database::{StoreResult, json_list};
use crate::discord::member_lookup::Presence;
use crate::discord::names::PersonName;
use crate::ids::{MemberKey, PersonId, TeamId};

/// Whether this person is stored, and not as gone.
pub(crate) async fn is_known_here(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
) -> StoreResult<bool> {
    let known = sqlx::query_scalar!(
        "SELECT count(*) FROM members WHERE team_id = ? AND person_id = ? AND gone_at IS NULL",
        key.team,
        key.person,
    )
    .fetch_one(executor)
    .await?;
    Ok(known > 0)
}

/// Whether this person is stored under this name, and not as gone.
pub(crate) async fn is_known_as(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
    name: &PersonName,
) -> StoreResult<bool> {
    let known = sqlx::query_scalar!(
        "SELECT count(*) FROM members
         WHERE team_id = ? AND person_id = ? AND gone_at IS NULL AND name = ? AND username = ?",
        key.team,
        key.person,
        name.shown,
        name.username,
    )
    .fetch_one(executor)
    .await?;
    Ok(known > 0)
}

/// Where these people are, by what Discord said since `since`.
pub(crate) async fn presence(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    people: &[PersonId],
    since: DateTime<Utc>,
) -> StoreResult<Presence> {
    let since = since.timestamp();
    let asked = json_list(people);
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", gone_at IS NULL AS "is_here!: bool"
           FROM members
           WHERE team_id = ? AND person_id IN (SELECT value FROM json_each(?))
             AND iif(gone_at IS NULL, seen_at, missed_at) > ?"#,
        team,
        asked,
        since,
    )
    .fetch_all(executor)
    .await?;
    let (here, gone): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_here);
    Ok(Presence {
        here: here.into_iter().map(|row| row.person).collect(),
        gone: gone.into_iter().map(|row| row.person).collect(),
        ..Presence::default()
    })
}

/// Records that `people` are in the server.
pub(crate) async fn mark_seen(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (now, people) = (now.timestamp(), json_list(people));
    sqlx::query!(
        "UPDATE members SET seen_at = ?, gone_at = NULL
         WHERE team_id = ? AND person_id IN (SELECT value FROM json_each(?))",
        now,
        team,
        people,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that `people` are not in the server.
pub(crate) async fn mark_gone(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (now, people) = (now.timestamp(), json_list(people));
    sqlx::query!(
        "UPDATE members SET missed_at = ?1, gone_at = coalesce(gone_at, ?1)
         WHERE team_id = ?2 AND person_id IN (SELECT value FROM json_each(?3))",
        now,
        team,
        people,
    )
    .execute(connection)
    .await?;
    Ok(())
}
