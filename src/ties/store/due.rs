//! Maintains `ties.due_at`, which follows from the last talk and the circle's interval. The tie with a
//! contact counts from when they were added until a talk is logged.

use sqlx::SqliteConnection;

use super::read_circle;
use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId};
use crate::team::Team;

/// Recomputes the due time of one tie, whose last talk or circle has changed.
pub(super) async fn recompute_due(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    let circle = sqlx::query_scalar!(
        "SELECT coalesce(ties.circle, teams.circle) FROM ties JOIN teams USING (team_id)
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
        member.team,
        member.person,
        other,
    )
    .fetch_one(&mut *connection)
    .await?;
    let interval = read_circle(Some(circle))?
        .unwrap_or_default()
        .interval()
        .num_seconds();
    sqlx::query!(
        "UPDATE ties SET due_at = ? + coalesce(last_met_at, (
             SELECT added_at FROM contacts AS c
             WHERE c.team_id = ties.team_id AND c.owner_id = ties.member_id
               AND c.contact_id = ties.other_id))
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
        interval,
        member.team,
        member.person,
        other,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Recomputes the due times of ties without their own circle, after the team's circle has changed.
/// Handles about `most` ties of members from `from` on; returns the member to continue with, if
/// any.
pub(crate) async fn recompute_due_of_some(
    connection: &mut SqliteConnection,
    team: &Team,
    from: PersonId,
    most: i64,
) -> StoreResult<Option<PersonId>> {
    let last = sqlx::query_scalar!(
        r#"SELECT max(member_id) AS "member: i64" FROM (
               SELECT member_id FROM ties WHERE team_id = ? AND member_id >= ?
               ORDER BY member_id LIMIT ?)"#,
        team.id,
        from,
        most,
    )
    .fetch_one(&mut *connection)
    .await?;
    let Some(last) = last else { return Ok(None) };
    let interval = team.circle.interval().num_seconds();
    sqlx::query!(
        "UPDATE ties SET due_at = ? + coalesce(last_met_at, (
             SELECT added_at FROM contacts AS c
             WHERE c.team_id = ties.team_id AND c.owner_id = ties.member_id
               AND c.contact_id = ties.other_id))
         WHERE team_id = ? AND member_id BETWEEN ? AND ? AND circle IS NULL",
        interval,
        team.id,
        from,
        last,
    )
    .execute(connection)
    .await?;
    Ok(Some(PersonId(last + 1)))
}
