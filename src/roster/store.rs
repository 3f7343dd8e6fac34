//! The SQL of the roster.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::Entry;
use crate::database::{StoreResult, json_list};
use crate::discord::names::PersonName;
use crate::ids::{MemberKey, PersonId, RoleId, TeamId};
use crate::members;
use crate::team;

/// What the database knows about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredMember {
    /// Whether they are in the server, as far as Rapport knows.
    pub(crate) is_here: bool,
    /// Whether they are on the roster.
    pub(crate) is_rostered: bool,
    /// The stored name.
    pub(crate) name: PersonName,
}

/// Returns what the database knows about the person, if anything.
pub(crate) async fn find(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
) -> StoreResult<Option<StoredMember>> {
    let stored = sqlx::query!(
        r#"SELECT gone_at IS NULL AS "is_here!: bool", rostered_at IS NOT NULL AS "is_rostered!: bool",
                  name, username
           FROM members WHERE team_id = ? AND person_id = ?"#,
        key.team,
        key.person,
    )
    .fetch_optional(executor)
    .await?;
    Ok(stored.map(|row| StoredMember {
        is_here: row.is_here,
        is_rostered: row.is_rostered,
        name: PersonName {
            shown: row.name,
            username: row.username,
        },
    }))
}

/// Removes everyone else from the team's roster. Returns false and changes nothing if the team has
/// another `role`.
pub(crate) async fn remove_others(
    connection: &mut SqliteConnection,
    team: TeamId,
    role: Option<RoleId>,
    people: &[PersonId],
) -> StoreResult<bool> {
    if !is_roster(connection, team, role).await? {
        return Ok(false);
    }
    let people = json_list(people);
    sqlx::query!(
        "UPDATE members SET rostered_at = NULL
         WHERE team_id = ? AND rostered_at IS NOT NULL
           AND person_id NOT IN (SELECT value FROM json_each(?))",
        team,
        people,
    )
    .execute(connection)
    .await?;
    Ok(true)
}

/// Puts these people on the team's roster. Returns false and changes nothing if the team has
/// another `role`.
pub(crate) async fn enter_all(
    connection: &mut SqliteConnection,
    team: TeamId,
    role: Option<RoleId>,
    entries: &[Entry],
) -> StoreResult<bool> {
    if !is_roster(connection, team, role).await? {
        return Ok(false);
    }
    for entry in entries {
        enter(connection, entry).await?;
    }
    Ok(true)
}

async fn is_roster(
    connection: &mut SqliteConnection,
    team: TeamId,
    role: Option<RoleId>,
) -> StoreResult<bool> {
    let team = team::store::find(connection, team).await?;
    Ok(team.is_some_and(|team| team.roster == role))
}

/// Empties the team's roster.
pub(crate) async fn clear(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET rostered_at = NULL WHERE team_id = ? AND rostered_at IS NOT NULL",
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a person on the roster, and so marks them as in the server.
pub(crate) async fn enter(connection: &mut SqliteConnection, entry: &Entry) -> StoreResult<()> {
    members::store::keep(connection, &entry.member).await?;
    let since = entry.since.timestamp();
    sqlx::query!(
        "UPDATE members SET rostered_at = ? WHERE team_id = ? AND person_id = ?",
        since,
        entry.member.team,
        entry.member.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a person from the roster who is still in the server.
pub(crate) async fn remove(connection: &mut SqliteConnection, key: MemberKey) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET rostered_at = NULL, gone_at = NULL
         WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a person who left the server, and takes them off the roster.
pub(crate) async fn leave(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    remove(connection, key).await?;
    members::store::mark_gone(connection, key.team, &[key.person], now).await
}
