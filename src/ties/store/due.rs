//! Keeps `ties.due_at` true: the last encounter and the circle's interval.

use sqlx::SqliteConnection;

use super::read_circle;
use crate::database::StoreResult;
use crate::ids::{PersonId, TeamId};
use crate::team::Team;

/// One tie's last encounter or circle has changed.
pub(super) async fn redue(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
) -> StoreResult<()> {
    let circle = sqlx::query_scalar!(
        "SELECT coalesce(ties.circle, teams.circle) FROM ties JOIN teams USING (team_id)
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
        team,
        member,
        other,
    )
    .fetch_one(&mut *connection)
    .await?;
    let interval = read_circle(Some(circle))?
        .unwrap_or_default()
        .interval()
        .num_seconds();
    sqlx::query!(
        "UPDATE ties SET due_at = last_met_at + ?
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
        interval,
        team,
        member,
        other,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The team's circle has changed: the ties whose member chose none follow it.
pub async fn redue_team(connection: &mut SqliteConnection, team: &Team) -> StoreResult<()> {
    let interval = team.circle.interval().num_seconds();
    sqlx::query!(
        "UPDATE ties SET due_at = last_met_at + ? WHERE team_id = ? AND circle IS NULL",
        interval,
        team.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}
