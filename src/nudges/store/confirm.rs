//! The last check of a claimed nudge before it is sent: until then the people it names can change.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::{Candidates, choose_people, end, suggestions};
use crate::database::{StoreResult, json_list};
use crate::delivery::State;
use crate::ids::{MemberKey, NudgeId, PersonId};
use crate::members::store::plan::{find_member, read_week};
use crate::nudges::ClaimedNudge;

/// Confirms the nudge: from now on a try may have arrived, so it no longer changes. Returns `false`
/// if it is no longer claimed: it names nobody, or the member cancelled it.
pub(crate) async fn confirm(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let confirmed = sqlx::query!(
        "UPDATE nudges SET confirmed_at = ?1, only_dates = NOT EXISTS (
             SELECT 1 FROM suggestions AS s WHERE s.nudge_id = ?2 AND s.for_date IS NULL)
         WHERE nudge_id = ?2 AND state = 'claimed'",
        now,
        nudge,
    )
    .execute(connection)
    .await?;
    Ok(confirmed.rows_affected() == 1)
}

/// Whether the nudge is still to be sent.
pub(crate) async fn is_claimed(
    executor: impl SqliteExecutor<'_>,
    nudge: NudgeId,
) -> StoreResult<bool> {
    let claimed = sqlx::query_scalar!(
        "SELECT count(*) FROM nudges WHERE nudge_id = ? AND state = 'claimed'",
        nudge,
    )
    .fetch_one(executor)
    .await?;
    Ok(claimed > 0)
}

/// Chooses the people of the nudge again: one of them left, or the member came back. Returns
/// `false` if there is nobody to name, or it is no longer claimed.
pub(crate) async fn choose_again(
    connection: &mut SqliteConnection,
    claimed: ClaimedNudge,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let Some((team, member)) = find_member(connection, claimed.key()).await? else {
        return Ok(false);
    };
    let nudge = claimed.nudge;
    let week = sqlx::query_scalar!(
        "SELECT week FROM nudges WHERE nudge_id = ? AND state = 'claimed'",
        nudge
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(week) = week else {
        return Ok(false);
    };
    // Its own suggestions must not count against the weekly cap.
    suggestions::delete_all(connection, nudge).await?;
    let of_week = read_week(week.clone())?;
    let person = member.person;
    let candidates = Candidates::read(connection, &team, &[person], of_week, now).await?;
    let due_at = claimed.due_at;
    let chosen = choose_people(connection, &candidates, &team, &member, due_at, now).await?;
    if chosen.is_empty() {
        end(connection, nudge, State::Nothing).await?;
    }
    suggestions::keep(connection, &team, person, nudge, &week, &chosen).await?;
    Ok(!chosen.is_empty())
}

/// Cancels the nudge of a member who left. It then names nobody, and so does not count against the
/// weekly cap.
pub(crate) async fn drop_for_gone(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
) -> StoreResult<()> {
    suggestions::delete_all(connection, nudge).await?;
    end(connection, nudge, State::Undeliverable).await
}

/// Takes `member` and `other`, who are kept apart, out of each other's nudges that are not sent yet.
/// The other is still told of dates of the member: what is missing there would tell.
pub(crate) async fn take_apart(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    take_out_for(connection, member, other).await?;
    let of_other = member.team.member(other);
    let mut waiting = waiting_about(connection, of_other, member.person).await?;
    waiting.retain(|it| it.is_suggestion);
    take_out(connection, member, &waiting).await
}

/// Takes `other` out of the member's nudges that are not sent yet. A nudge that then names nobody is
/// called off.
pub(crate) async fn take_out_for(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    let waiting = waiting_about(connection, member, other).await?;
    take_out(connection, member.team.member(other), &waiting).await
}

/// A nudge that names a certain person.
struct Waiting {
    nudge: NudgeId,
    /// Whether it suggests them, and does not only tell of their date.
    is_suggestion: bool,
}

/// The nudges of the member that name `other` and are certain not to be sent yet.
async fn waiting_about(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Vec<Waiting>> {
    let waiting = sqlx::query_as!(
        Waiting,
        r#"SELECT n.nudge_id AS "nudge!: NudgeId", s.for_date IS NULL AS "is_suggestion!: bool"
           FROM nudges AS n JOIN suggestions AS s ON s.nudge_id = n.nudge_id
           WHERE n.team_id = ? AND n.state = 'claimed' AND n.confirmed_at IS NULL
             AND n.member_id = ? AND s.other_id = ?"#,
        member.team,
        member.person,
        other,
    )
    .fetch_all(connection)
    .await?;
    Ok(waiting)
}

/// Takes a person out of everybody's nudges that are not known to be sent. A nudge that then names
/// nobody is called off.
pub(crate) async fn take_out_for_all(
    connection: &mut SqliteConnection,
    person: MemberKey,
) -> StoreResult<()> {
    let waiting = sqlx::query_as!(
        Waiting,
        r#"SELECT s.nudge_id AS "nudge!: NudgeId", s.for_date IS NULL AS "is_suggestion!: bool"
           FROM suggestions AS s CROSS JOIN nudges AS n ON n.nudge_id = s.nudge_id
           WHERE s.team_id = ? AND s.other_id = ? AND n.state = 'claimed'"#,
        person.team,
        person.person,
    )
    .fetch_all(&mut *connection)
    .await?;
    take_out(connection, person, &waiting).await
}

/// Takes a person out of these claimed nudges.
async fn take_out(
    connection: &mut SqliteConnection,
    person: MemberKey,
    waiting: &[Waiting],
) -> StoreResult<()> {
    let nudges: Vec<_> = waiting.iter().map(|it| it.nudge).collect();
    let nudges = json_list(&nudges);
    sqlx::query!(
        "DELETE FROM suggestions
         WHERE team_id = ?1 AND other_id = ?2
           AND nudge_id IN (SELECT value FROM json_each(?3))",
        person.team,
        person.person,
        nudges,
    )
    .execute(&mut *connection)
    .await?;
    super::call_off_empty(connection, person.team, &nudges).await
}

/// Takes a contact who is removed out of all nudges of their owner, whatever their state. A claimed
/// nudge that then names nobody is called off.
pub(crate) async fn take_out_contact(
    connection: &mut SqliteConnection,
    owner: MemberKey,
    contact: PersonId,
) -> StoreResult<()> {
    let nudges = sqlx::query_as!(
        Waiting,
        r#"SELECT nudge_id AS "nudge!: NudgeId", for_date IS NULL AS "is_suggestion!: bool"
           FROM suggestions WHERE team_id = ? AND other_id = ?"#,
        owner.team,
        contact,
    )
    .fetch_all(&mut *connection)
    .await?;
    take_out(connection, owner.team.member(contact), &nudges).await
}
