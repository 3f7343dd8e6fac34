//! What a member chooses for a tie.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::due::recompute_due;
use crate::calendar::Circle;
use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId};

/// Stores how often the member wants contact with `other`.
pub async fn set_circle(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    circle: Circle,
) -> StoreResult<()> {
    let circle = circle.as_str();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, circle) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET circle = excluded.circle",
        member.team,
        member.person,
        other,
        circle,
    )
    .execute(&mut *connection)
    .await?;
    recompute_due(connection, member, other).await
}

/// Snoozes `other` until `until`; `None` ends the snooze. The tie's due time stays.
pub async fn snooze(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    until: Option<DateTime<Utc>>,
) -> StoreResult<()> {
    let until = until.map(|until| until.timestamp());
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, snoozed_until) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET snoozed_until = excluded.snoozed_until",
        member.team,
        member.person,
        other,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends the member's stop of nudges about `other`.
pub async fn resume(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE ties SET stopped_at = NULL
         WHERE team_id = ? AND member_id = ? AND other_id = ?",
        member.team,
        member.person,
        other,
    )
    .execute(connection)
    .await?;
    Ok(())
}
