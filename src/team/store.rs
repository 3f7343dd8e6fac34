//! The SQL of teams.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::Team;
use crate::database::{StoreError, StoreResult};
use crate::ids::TeamId;
use crate::ties::Circle;

/// The team, if anything was ever kept of it.
pub async fn find(executor: impl SqliteExecutor<'_>, team: TeamId) -> StoreResult<Option<Team>> {
    let row = sqlx::query!("SELECT zone, circle FROM teams WHERE team_id = ?", team)
        .fetch_optional(executor)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let corrupt = |column, value| StoreError::Corrupt {
        table: "teams",
        column,
        value,
    };
    Ok(Some(Team {
        id: team,
        zone: row.zone.parse().map_err(|_| corrupt("zone", row.zone))?,
        circle: Circle::parse(&row.circle).map_err(|_| corrupt("circle", row.circle))?,
    }))
}

/// Keeps `team` if it isn't kept yet; one that is stays as it was set up.
pub async fn keep(
    connection: &mut SqliteConnection,
    team: &Team,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (zone, circle, now) = (team.zone.name(), team.circle.as_str(), now.timestamp());
    sqlx::query!(
        "INSERT INTO teams (team_id, zone, circle, added_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        team.id,
        zone,
        circle,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}
