//! The SQL of the roster.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::Entry;
use crate::database::StoreResult;
use crate::discord::names::PersonName;
use crate::ids::{PersonId, TeamId};
use crate::members;

/// How somebody stands of whom something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Whether they are in the server, as far as is known.
    pub is_here: bool,
    /// Whether they are on the roster.
    pub is_rostered: bool,
    /// The name that is kept.
    pub name: PersonName,
}

/// How `person` stands, if anything is kept of them.
pub async fn find(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Option<Kept>> {
    let kept = sqlx::query!(
        r#"SELECT gone_at IS NULL AS "is_here!: bool", rostered_at IS NOT NULL AS "is_rostered!: bool",
                  name, username
           FROM members WHERE team_id = ? AND person_id = ?"#,
        team,
        person,
    )
    .fetch_optional(executor)
    .await?;
    Ok(kept.map(|row| Kept {
        is_here: row.is_here,
        is_rostered: row.is_rostered,
        name: PersonName {
            shown: row.name,
            username: row.username,
        },
    }))
}

/// These and nobody else are on the team's roster; the team is kept already.
pub async fn replace(
    connection: &mut SqliteConnection,
    team: TeamId,
    roster: &[Entry],
) -> StoreResult<()> {
    clear(connection, team).await?;
    for entry in roster {
        enter(connection, entry).await?;
    }
    Ok(())
}

/// Nobody is on the team's roster.
pub async fn clear(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET rostered_at = NULL WHERE team_id = ? AND rostered_at IS NOT NULL",
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Somebody is on the roster, and so in the server.
pub async fn enter(connection: &mut SqliteConnection, entry: &Entry) -> StoreResult<()> {
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

/// Somebody is not on the roster, and in the server all the same.
pub async fn strike(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET rostered_at = NULL, gone_at = NULL
         WHERE team_id = ? AND person_id = ?",
        team,
        person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Somebody left the server, and with it the roster.
pub async fn leave(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    strike(connection, team, person).await?;
    members::store::mark_gone(connection, team, &[person], now).await
}
