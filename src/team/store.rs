//! The SQL of teams.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::{DailyAllowance, RecapSchedule, Team};
use crate::calendar::Circle;
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{ChannelId, RoleId, TeamId};
use crate::language::Language;

/// The team, if stored.
pub async fn find(executor: impl SqliteExecutor<'_>, team: TeamId) -> StoreResult<Option<Team>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT zone, circle, kudos_on AS "kudos_on: bool",
                  kudos_per_day AS "kudos_per_day: u32",
                  kudos_per_person AS "kudos_per_person: u32", reaction,
                  leaderboards_on AS "leaderboards_on: bool", voice_on AS "voice_on: bool",
                  recap_channel_id AS "recap_channel_id: ChannelId", recap_weekday, removed_at,
                  roster_role_id AS "roster_role_id: RoleId", language, server_language
           FROM teams WHERE team_id = ?"#,
        team,
    )
    .fetch_optional(executor)
    .await?;
    row.map(|row| row.into_team(team)).transpose()
}

/// A row of the table, as far as it becomes a [`Team`].
pub(crate) struct Row {
    pub(crate) zone: String,
    pub(crate) circle: String,
    pub(crate) kudos_on: bool,
    pub(crate) kudos_per_day: u32,
    pub(crate) kudos_per_person: u32,
    pub(crate) reaction: Option<String>,
    pub(crate) leaderboards_on: bool,
    pub(crate) voice_on: bool,
    pub(crate) recap_channel_id: Option<ChannelId>,
    pub(crate) recap_weekday: String,
    pub(crate) removed_at: Option<i64>,
    pub(crate) roster_role_id: Option<RoleId>,
    pub(crate) language: Option<String>,
    pub(crate) server_language: String,
}

impl Row {
    pub(crate) fn into_team(self, id: TeamId) -> StoreResult<Team> {
        let corrupt = |column, value| StoreError::Corrupt {
            table: "teams",
            column,
            value,
        };
        let weekday = self.recap_weekday.parse();
        let own_language = self
            .language
            .map(|it| it.parse().map_err(|_| corrupt("language", it)));
        let server_language = self.server_language.parse();
        let reaction = self
            .reaction
            .map(|it| it.parse().map_err(|_| corrupt("reaction", it)));
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
            reaction: reaction.transpose()?,
            leaderboards_on: self.leaderboards_on,
            voice_on: self.voice_on,
            recap: RecapSchedule {
                channel: self.recap_channel_id,
                weekday: weekday.map_err(|_| corrupt("recap_weekday", self.recap_weekday))?,
            },
            roster: self.roster_role_id,
            own_language: own_language.transpose()?,
            server_language: server_language
                .map_err(|_| corrupt("server_language", self.server_language))?,
            removed_at: removed_at
                .map(|at| instant("teams", "removed_at", at))
                .transpose()?,
        })
    }
}

/// Stores `team` if it is new; leaves a stored one unchanged.
pub async fn keep(
    connection: &mut SqliteConnection,
    team: &Team,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (zone, circle, now) = (team.zone.name(), team.circle.as_str(), now.timestamp());
    let weekday = team.recap.weekday.to_string();
    let server_language = team.server_language.tag();
    sqlx::query!(
        "INSERT INTO teams (team_id, zone, circle, kudos_per_day, kudos_per_person, recap_weekday,
                            server_language, added_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        team.id,
        zone,
        circle,
        team.allowance.per_day,
        team.allowance.per_person,
        weekday,
        server_language,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores the language of the server, if the team is stored.
pub(crate) async fn set_server_language(
    connection: &mut SqliteConnection,
    team: TeamId,
    language: Language,
) -> StoreResult<()> {
    let language = language.tag();
    sqlx::query!(
        "UPDATE teams SET server_language = ? WHERE team_id = ?",
        language,
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores the settings of the team.
pub async fn set_up(connection: &mut SqliteConnection, team: &Team) -> StoreResult<()> {
    let (zone, circle) = (team.zone.name(), team.circle.as_str());
    let weekday = team.recap.weekday.to_string();
    let language = team.own_language.map(Language::tag);
    let reaction = team.reaction.as_ref().map(ToString::to_string);
    sqlx::query!(
        "UPDATE teams SET zone = ?, circle = ?, kudos_on = ?, kudos_per_day = ?,
                          kudos_per_person = ?, reaction = ?, leaderboards_on = ?,
                          voice_on = ?, recap_channel_id = ?, recap_weekday = ?,
                          roster_role_id = ?, language = ?
         WHERE team_id = ?",
        zone,
        circle,
        team.kudos_on,
        team.allowance.per_day,
        team.allowance.per_person,
        reaction,
        team.leaderboards_on,
        team.voice_on,
        team.recap.channel,
        weekday,
        team.roster,
        language,
        team.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that Rapport was removed from the server; from then on nobody there gets nudges. The
/// first removal time counts.
pub(crate) async fn mark_removed(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE teams SET removed_at = coalesce(removed_at, ?) WHERE team_id = ?",
        now,
        team,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE members SET next_nudge_at = NULL WHERE team_id = ?",
        team,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE nudges SET state = 'undeliverable' WHERE team_id = ? AND state = 'claimed'",
        team,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE introductions SET state = 'nothing'
         WHERE team_id = ? AND state IN ('waiting', 'claimed')",
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that Rapport is back in the server. The caller replans its members' nudges.
pub(crate) async fn mark_returned(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<()> {
    sqlx::query!("UPDATE teams SET removed_at = NULL WHERE team_id = ?", team)
        .execute(connection)
        .await?;
    Ok(())
}

/// All stored teams, including those that Rapport was removed from.
pub(crate) async fn all(executor: impl SqliteExecutor<'_>) -> StoreResult<Vec<StoredTeam>> {
    let rows = sqlx::query!(r#"SELECT team_id AS "team_id: TeamId", removed_at FROM teams"#)
        .fetch_all(executor)
        .await?;
    rows.into_iter()
        .map(|row| {
            let removed_at = row.removed_at;
            Ok(StoredTeam {
                team: row.team_id,
                removed_at: removed_at
                    .map(|at| instant("teams", "removed_at", at))
                    .transpose()?,
            })
        })
        .collect()
}

/// A stored team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StoredTeam {
    /// The team.
    pub(crate) team: TeamId,
    /// When Rapport was removed from it, if so.
    pub(crate) removed_at: Option<DateTime<Utc>>,
}

/// How much is stored of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TeamCounts {
    /// Members.
    pub(crate) members: i64,
    /// Encounters.
    pub(crate) encounters: i64,
    /// Notes on them.
    pub(crate) notes: i64,
    /// Nudges.
    pub(crate) nudges: i64,
    /// Kudos.
    pub(crate) kudos: i64,
}

/// How much is stored of `team`.
pub(crate) async fn stored_counts(readers: &SqlitePool, team: TeamId) -> StoreResult<TeamCounts> {
    Ok(sqlx::query_as!(
        TeamCounts,
        r#"SELECT (SELECT count(*) FROM members WHERE team_id = ?1) AS "members!: i64",
                  (SELECT count(*) FROM encounters WHERE team_id = ?1) AS "encounters!: i64",
                  (SELECT count(*) FROM notes WHERE team_id = ?1) AS "notes!: i64",
                  (SELECT count(*) FROM nudges WHERE team_id = ?1) AS "nudges!: i64",
                  (SELECT count(*) FROM kudos WHERE team_id = ?1) AS "kudos!: i64""#,
        team,
    )
    .fetch_one(readers)
    .await?)
}
