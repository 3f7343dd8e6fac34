//! The SQL about the teams of one person.

use std::collections::BTreeSet;

use sqlx::SqliteExecutor;

use super::MOST_TEAMS;
use crate::database::{StoreResult, json_list};
use crate::ids::{PersonId, TeamId};

/// The teams of servers with Rapport in which the person is stored, and not as gone.
pub(crate) async fn teams_of(
    executor: impl SqliteExecutor<'_>,
    person: PersonId,
) -> StoreResult<Vec<TeamId>> {
    let most = i64::try_from(MOST_TEAMS).unwrap_or(i64::MAX);
    let teams = sqlx::query_scalar!(
        r#"SELECT m.team_id AS "team!: TeamId"
           FROM members AS m JOIN teams AS t ON t.team_id = m.team_id
           WHERE m.person_id = ? AND m.gone_at IS NULL AND t.removed_at IS NULL
           ORDER BY m.team_id LIMIT ?"#,
        person,
        most,
    );
    Ok(teams.fetch_all(executor).await?)
}

/// The ones among `teams` that removed Rapport, or in which one of `people` asked not to be tracked.
pub(crate) async fn closed_to(
    executor: impl SqliteExecutor<'_>,
    teams: &[TeamId],
    people: &[PersonId],
) -> StoreResult<BTreeSet<TeamId>> {
    let (teams, people) = (json_list(teams), json_list(people));
    let closed = sqlx::query_scalar!(
        r#"SELECT t.team_id AS "team: TeamId"
           FROM teams AS t
           WHERE t.team_id IN (SELECT value FROM json_each(?))
             AND (t.removed_at IS NOT NULL
                  OR EXISTS (SELECT 1 FROM members AS m
                             WHERE m.team_id = t.team_id AND m.untracked_at IS NOT NULL
                               AND m.person_id IN (SELECT value FROM json_each(?))))"#,
        teams,
        people,
    );
    Ok(closed.fetch_all(executor).await?.into_iter().collect())
}
