//! What a member chooses for a tie.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::due::recompute_due;
use super::{read_circle, read_kind};
use crate::calendar::Circle;
use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId};
use crate::ties::kind::{Kind, circle_after};

/// Begins the tie with a contact that the member just added. Without a circle of the member's own
/// choice, the kind proposes one.
pub(crate) async fn add(
    connection: &mut SqliteConnection,
    member: MemberKey,
    contact: PersonId,
    kind: Option<Kind>,
    circle: Option<Circle>,
) -> StoreResult<()> {
    let circle = circle_after(circle, None, kind).map(Circle::as_str);
    let kind = kind.map(Kind::as_str);
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, circle, kind) VALUES (?, ?, ?, ?, ?)",
        member.team,
        member.person,
        contact,
        circle,
        kind,
    )
    .execute(&mut *connection)
    .await?;
    recompute_due(connection, member, contact).await
}

/// Begins the ties with contacts of the member that have none, in the team's circle.
pub(crate) async fn add_missing(
    connection: &mut SqliteConnection,
    member: MemberKey,
) -> StoreResult<()> {
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, due_at)
         SELECT team_id, owner_id, contact_id, added_at + 86400 * (
             SELECT days FROM circles WHERE circle = (
                 SELECT circle FROM teams WHERE team_id = ?1))
         FROM contacts AS c
         WHERE team_id = ?1 AND owner_id = ?2 AND NOT EXISTS (
             SELECT 1 FROM ties AS t
             WHERE t.team_id = ?1 AND t.member_id = ?2 AND t.other_id = c.contact_id)",
        member.team,
        member.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

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

/// Stores what `other` is to the member, with the circle that this proposes, unless the member chose
/// one of their own.
pub async fn set_kind(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    kind: Option<Kind>,
) -> StoreResult<()> {
    let kept = sqlx::query!(
        "SELECT circle, kind FROM ties WHERE team_id = ? AND member_id = ? AND other_id = ?",
        member.team,
        member.person,
        other,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let (circle, before) = kept.map_or((None, None), |it| (it.circle, it.kind));
    let circle = circle_after(read_circle(circle)?, read_kind(before)?, kind);
    let (circle, kind) = (circle.map(Circle::as_str), kind.map(Kind::as_str));
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, circle, kind) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET circle = excluded.circle, kind = excluded.kind",
        member.team,
        member.person,
        other,
        circle,
        kind,
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

/// From now on, neither of the two is suggested to the other.
pub async fn keep_apart(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, apart_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET apart_at = coalesce(apart_at, ?4)",
        member.team,
        member.person,
        other,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member no longer keeps the two apart. The other's own wish stays.
pub async fn end_apart(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE ties SET apart_at = NULL WHERE team_id = ? AND member_id = ? AND other_id = ?",
        member.team,
        member.person,
        other,
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
