//! Computes `ties.due_at` again after a change of a circle: the last talk and the circle's days. The tie
//! with a contact counts from when they were added until a talk is logged. The same is computed where
//! a talk is written (`last`) and where contacts come (`wishes`).

use sqlx::SqliteConnection;

use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId};
use crate::team::Team;

/// Recomputes the due time of one tie, whose last talk or circle has changed.
pub(super) async fn recompute_due(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE ties SET due_at = coalesce(last_met_at, (
             SELECT added_at FROM contacts AS c
             WHERE c.team_id = ties.team_id AND c.owner_id = ties.member_id
               AND c.contact_id = ties.other_id)) + 86400 * (
             SELECT days FROM circles WHERE circle = coalesce(ties.circle, (
                 SELECT circle FROM teams WHERE team_id = ties.team_id)))
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
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

#[cfg(test)]
mod tests {
    use crate::calendar::Circle;
    use crate::calendar::circle::Days;
    use crate::database::Database;

    /// The tables know the same circles as the program, each with the same days.
    #[tokio::test]
    async fn each_circle_is_stored_with_its_days() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let database = Database::open(&url).await.unwrap();
        let mut stored: Vec<(String, i64)> = sqlx::query_as("SELECT circle, days FROM circles")
            .fetch_all(database.readers())
            .await
            .unwrap();
        let own = (1..=Days::MAX).map(|days| Circle::Every(Days::new(days).unwrap()));
        let circles = Circle::NAMED.into_iter().chain(own);
        let mut known: Vec<_> = circles
            .map(|it| (it.as_str().into_owned(), it.interval().num_days()))
            .collect();
        stored.sort();
        known.sort();
        assert_eq!(stored, known);
    }
}
