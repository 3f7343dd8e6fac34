//! Applies a change of the whole team to some of its members in each write.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{Progress, StoreResult};
use crate::ids::{PersonId, TeamId};
use crate::members::store::{self, plan};
use crate::team::{self, Team};
use crate::ties;

/// About how many ties one write updates; it finishes the last tie's member.
const TIES: i64 = 300;

/// How many members one write replans.
const MEMBERS: i64 = 50;

/// Marks the due times of all the team's ties to be recomputed.
pub async fn recompute_due_of_all(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<()> {
    sqlx::query!("UPDATE teams SET due_from = 0 WHERE team_id = ?", team)
        .execute(connection)
        .await?;
    Ok(())
}

/// Marks the next nudges of all the team's members to be replanned.
pub(crate) async fn plan_all(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    sqlx::query!("UPDATE teams SET planned_from = 0 WHERE team_id = ?", team)
        .execute(connection)
        .await?;
    Ok(())
}

/// The teams with an unfinished change.
pub(crate) async fn behind(readers: &SqlitePool) -> StoreResult<Vec<TeamId>> {
    let teams = sqlx::query_scalar!(
        r#"SELECT team_id AS "team: TeamId" FROM teams
           WHERE due_from IS NOT NULL OR planned_from IS NOT NULL"#
    )
    .fetch_all(readers)
    .await?;
    Ok(teams)
}

/// Applies the change to some more members, with the team's present settings.
pub async fn step(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Progress> {
    let from = sqlx::query!(
        r#"SELECT due_from AS "due: PersonId", planned_from AS "planned: PersonId"
           FROM teams WHERE team_id = ?"#,
        team,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let (Some(from), Some(team)) = (from, team::store::find(&mut *connection, team).await?) else {
        return Ok(Progress::Done);
    };
    if let Some(from) = from.due {
        recompute_due(connection, &team, from).await?;
    } else if let Some(from) = from.planned {
        plan_some(connection, &team, from, now).await?;
    } else {
        return Ok(Progress::Done);
    }
    Ok(Progress::More)
}

async fn recompute_due(
    connection: &mut SqliteConnection,
    team: &Team,
    from: PersonId,
) -> StoreResult<()> {
    let next = ties::store::recompute_due_of_some(connection, team, from, TIES).await?;
    sqlx::query!(
        "UPDATE teams SET due_from = ? WHERE team_id = ?",
        next,
        team.id
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn plan_some(
    connection: &mut SqliteConnection,
    team: &Team,
    from: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let people = store::joined_from(connection, team.id, from, MEMBERS).await?;
    for person in &people {
        plan::replan(connection, team.id.member(*person), now).await?;
    }
    let next = people.last().map(|last| PersonId(last.0 + 1));
    sqlx::query!(
        "UPDATE teams SET planned_from = ? WHERE team_id = ?",
        next,
        team.id
    )
    .execute(connection)
    .await?;
    Ok(())
}
