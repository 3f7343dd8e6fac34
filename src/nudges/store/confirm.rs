//! The last check of a claimed nudge before it is sent: until then the people it names can change.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::{Candidates, end, suggestions};
use crate::database::StoreResult;
use crate::delivery::State;
use crate::ids::{MemberKey, NudgeId, PersonId};
use crate::members::store::plan::{find_member, read_week};
use crate::nudges::ClaimedNudge;
use crate::nudges::choose::choose;

/// Confirms the nudge: from now on a try may have arrived, so it no longer changes. Returns `false`
/// if it is no longer claimed: it names nobody, or the member cancelled it.
pub(crate) async fn confirm(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let confirmed = sqlx::query!(
        "UPDATE nudges SET confirmed_at = ? WHERE nudge_id = ? AND state = 'claimed'",
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
    let candidates = candidates.of(connection, member.key()).await?;
    let choices = choose(now, person, &candidates, member.people);
    if choices.is_empty() {
        end(connection, nudge, State::Nothing).await?;
    }
    suggestions::keep(connection, &team, person, nudge, &week, &choices).await?;
    Ok(!choices.is_empty())
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

/// Takes two people who are kept apart out of each other's nudges that are not sent yet.
pub(crate) async fn take_apart(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    take_out_for(connection, member, other).await?;
    take_out_for(connection, member.team.member(other), member.person).await
}

/// Takes `other` out of the member's nudges that are not sent yet. A nudge that then names nobody is
/// called off.
pub(crate) async fn take_out_for(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<()> {
    let nudges = sqlx::query_scalar!(
        r#"SELECT json_group_array(n.nudge_id) AS "nudges!: String"
           FROM nudges AS n JOIN suggestions AS s ON s.nudge_id = n.nudge_id
           WHERE n.team_id = ? AND n.state = 'claimed' AND n.confirmed_at IS NULL
             AND n.member_id = ? AND s.other_id = ?"#,
        member.team,
        member.person,
        other,
    )
    .fetch_one(&mut *connection)
    .await?;
    take_out(connection, member.team.member(other), &nudges).await
}

/// Takes a person out of everybody's nudges that are not known to be sent. A nudge that then names
/// nobody is called off.
pub(crate) async fn take_out_for_all(
    connection: &mut SqliteConnection,
    person: MemberKey,
) -> StoreResult<()> {
    let nudges = sqlx::query_scalar!(
        r#"SELECT json_group_array(s.nudge_id) AS "nudges!: String"
           FROM suggestions AS s CROSS JOIN nudges AS n ON n.nudge_id = s.nudge_id
           WHERE s.team_id = ? AND s.other_id = ? AND n.state = 'claimed'"#,
        person.team,
        person.person,
    )
    .fetch_one(&mut *connection)
    .await?;
    take_out(connection, person, &nudges).await
}

/// Takes a person out of these claimed nudges, a JSON list.
async fn take_out(
    connection: &mut SqliteConnection,
    person: MemberKey,
    nudges: &str,
) -> StoreResult<()> {
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
    super::call_off_empty(connection, person.team, nudges).await
}

/// Takes a contact who is removed out of all nudges of their owner, whatever their state. A claimed
/// nudge that then names nobody is called off.
pub(crate) async fn take_out_contact(
    connection: &mut SqliteConnection,
    owner: MemberKey,
    contact: PersonId,
) -> StoreResult<()> {
    let nudges = sqlx::query_scalar!(
        r#"SELECT json_group_array(nudge_id) AS "nudges!: String" FROM suggestions
           WHERE team_id = ? AND other_id = ?"#,
        owner.team,
        contact,
    )
    .fetch_one(&mut *connection)
    .await?;
    take_out(connection, owner.team.member(contact), &nudges).await
}
