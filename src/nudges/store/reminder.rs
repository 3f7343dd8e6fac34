//! What a nudge shows of the reminder that a member chose in it.

use chrono::{DateTime, Utc};
use sqlx::SqlitePool;

use crate::database::{StoreResult, instant};
use crate::ids::{MemberKey, PersonId};

/// When the member will be reminded of `other`, if nothing calls it off.
pub(crate) async fn reminder(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Option<DateTime<Utc>>> {
    let chosen = sqlx::query_scalar!(
        r#"SELECT r.due_at FROM reminders AS r
           WHERE r.team_id = ? AND r.member_id = ? AND r.other_id = ? AND r.state = 'claimed'
             AND r.confirmed_at IS NULL
             AND EXISTS (SELECT 1 FROM reminders_wanted AS w WHERE w.reminder_id = r.reminder_id)"#,
        member.team,
        member.person,
        other,
    )
    .fetch_optional(readers)
    .await?;
    chosen
        .map(|at| instant("reminders", "due_at", at))
        .transpose()
}
