//! The SQL of teams.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::{DailyAllowance, Recap, Team};
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{ChannelId, TeamId};
use crate::ties::Circle;

/// The team, if anything was ever kept of it.
pub async fn find(executor: impl SqliteExecutor<'_>, team: TeamId) -> StoreResult<Option<Team>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT zone, circle, kudos_on AS "kudos_on: bool",
                  kudos_per_day AS "kudos_per_day: u32",
                  kudos_per_person AS "kudos_per_person: u32",
                  leaderboards_on AS "leaderboards_on: bool",
                  recap_channel_id AS "recap_channel_id: ChannelId", recap_weekday, removed_at
           FROM teams WHERE team_id = ?"#,
        team,
    )
    .fetch_optional(executor)
    .await?;
    row.map(|row| row.into_team(team)).transpose()
}

struct Row {
    zone: String,
    circle: String,
    kudos_on: bool,
    kudos_per_day: u32,
    kudos_per_person: u32,
    leaderboards_on: bool,
    recap_channel_id: Option<ChannelId>,
    recap_weekday: String,
    removed_at: Option<i64>,
}

impl Row {
    fn into_team(self, id: TeamId) -> StoreResult<Team> {
        let corrupt = |column, value| StoreError::Corrupt {
            table: "teams",
            column,
            value,
        };
        let weekday = self.recap_weekday.parse();
        let removed_at = self.removed_at;
        Ok(Team {
            id,
            zone: self.zone.parse().map_err(|_| corrupt("zone", self.zone))?,
            circle: Circle::parse(&self.circle).map_err(|_| corrupt("circle", self.circle))?,
            kudos_on: self.kudos_on,
            allowance: DailyAllowance {
                per_day: self.kudos_per_day,
                per_person: self.kudos_per_person,
            },
            leaderboards_on: self.leaderboards_on,
            recap: Recap {
                channel: self.recap_channel_id,
                weekday: weekday.map_err(|_| corrupt("recap_weekday", self.recap_weekday))?,
            },
            removed_at: removed_at
                .map(|at| instant("teams", "removed_at", at))
                .transpose()?,
        })
    }
}

/// Keeps `team` if it isn't kept yet; one that is stays as it was set up.
pub async fn keep(
    connection: &mut SqliteConnection,
    team: &Team,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (zone, circle, now) = (team.zone.name(), team.circle.as_str(), now.timestamp());
    let weekday = team.recap.weekday.to_string();
    sqlx::query!(
        "INSERT INTO teams (team_id, zone, circle, kudos_per_day, kudos_per_person, recap_weekday,
                            added_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        team.id,
        zone,
        circle,
        team.allowance.per_day,
        team.allowance.per_person,
        weekday,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}
