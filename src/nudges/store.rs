//! The SQL of nudges.

mod about;
mod answers;
mod candidates;
mod choosing;
mod claim;
mod confirm;
mod dated_ahead;
mod questions;
mod reminder;
mod suggestions;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

pub(crate) use about::last_note;
pub(crate) use answers::{answer, settle};
pub use candidates::Candidates;
pub(crate) use choosing::choose_people;
pub use claim::{TOGETHER, claim};
pub(crate) use confirm::{choose_again, confirm, drop_for_gone, is_claimed};
pub(crate) use confirm::{take_apart, take_out_contact, take_out_for, take_out_for_all};
pub(crate) use dated_ahead::{dated_ahead, repair_dates};
pub(crate) use reminder::reminder;
pub(crate) use suggestions::{describe, find, find_open, load, named, people};

use super::ClaimedNudge;
use crate::database::{StoreResult, instant};
use crate::delivery::{LONGEST_RETRY_WAIT, Sent, State};
use crate::ids::{ChannelId, MemberKey, NudgeId, PersonId, TeamId};
use crate::members::{self};
use crate::ties;

/// Members whose next nudge is due, the longest waiting first.
pub(crate) async fn due(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<MemberKey>> {
    let now = now.timestamp();
    let rows = sqlx::query!(
        r#"SELECT team_id AS "team!: TeamId", person_id AS "person!: PersonId"
           FROM members WHERE next_nudge_at <= ? ORDER BY next_nudge_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(readers)
    .await?;
    let members = rows.into_iter().map(|row| row.team.member(row.person));
    Ok(members.collect())
}

/// How many nudges are due and not sent, in all teams.
pub(crate) async fn count_due(readers: &SqlitePool, now: DateTime<Utc>) -> StoreResult<u32> {
    let now = now.timestamp();
    let due = sqlx::query_scalar!(
        r#"SELECT (SELECT count(*) FROM members WHERE next_nudge_at <= ?)
                  + (SELECT count(*) FROM nudges WHERE state = 'claimed') AS "due!: u32""#,
        now,
    );
    Ok(due.fetch_one(readers).await?)
}

/// When there is work to do next: a nudge becomes due, or needs another try.
pub(crate) async fn next_work(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(at) AS "next: i64" FROM (
               SELECT min(next_nudge_at) AS at FROM members WHERE next_nudge_at IS NOT NULL
               UNION ALL SELECT min(try_at) FROM nudges WHERE state = 'claimed')"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("nudges", "try_at", next))
        .transpose()
}

/// Postpones the member's nudge until `until`, as it can't be claimed now.
pub(crate) async fn postpone(
    connection: &mut SqliteConnection,
    key: MemberKey,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "UPDATE members SET next_nudge_at = ? WHERE team_id = ? AND person_id = ?",
        until,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Nudges that are claimed, not sent, and due for a try; the longest waiting first. Also those
/// postponed for longer than Rapport ever does: their time comes from a clock running ahead.
pub(crate) async fn unfinished(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<ClaimedNudge>> {
    let (now, latest) = (now.timestamp(), (now + LONGEST_RETRY_WAIT).timestamp());
    let rows = sqlx::query!(
        r#"SELECT n.nudge_id AS "nudge: NudgeId", n.team_id AS "team: TeamId",
                  n.member_id AS "member: PersonId", n.due_at, n.claimed_at, n.confirmed_at,
                  m.dm_channel_id AS "channel?: ChannelId"
           FROM nudges AS n
           LEFT JOIN members AS m ON m.team_id = n.team_id AND m.person_id = n.member_id
           WHERE n.state = 'claimed' AND (n.try_at <= ?1 OR n.try_at > ?2)
           ORDER BY n.try_at LIMIT ?3"#,
        now,
        latest,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ClaimedNudge {
                nudge: row.nudge,
                team: row.team,
                member: row.member,
                due_at: instant("nudges", "due_at", row.due_at)?,
                claimed_at: instant("nudges", "claimed_at", row.claimed_at)?,
                confirmed: row.confirmed_at.is_some(),
                channel: row.channel,
            })
        })
        .collect()
}

/// Marks the nudge as sent, starts the rests of the people it names, and plans the member's next
/// nudge.
pub(crate) async fn mark_sent(
    connection: &mut SqliteConnection,
    claimed: ClaimedNudge,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (state, at) = (State::Sent.as_str(), now.timestamp());
    sqlx::query!(
        "UPDATE nudges SET state = ?, channel_id = ?, message_id = ?, sent_at = ?
         WHERE nudge_id = ? AND state = 'claimed'",
        state,
        sent.channel,
        sent.message,
        at,
        claimed.nudge,
    )
    .execute(&mut *connection)
    .await?;
    for other in suggestions::suggested(&mut *connection, claimed.nudge).await? {
        let (member, due_at) = (claimed.key(), claimed.due_at);
        ties::store::rest_after_suggestion(connection, member, other, due_at).await?;
    }
    members::store::plan::replan(connection, claimed.key(), now).await?;
    Ok(())
}

/// Postpones the nudge to another try.
pub(crate) async fn try_again(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!("UPDATE nudges SET try_at = ? WHERE nudge_id = ?", at, nudge)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends the nudge without a message.
pub(crate) async fn end(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
    state: State,
) -> StoreResult<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE nudges SET state = ? WHERE nudge_id = ?",
        state,
        nudge
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Cancels the member's nudges that are claimed and not known to be sent: they want no nudges, or
/// paused them.
pub(crate) async fn call_off(
    connection: &mut SqliteConnection,
    member: MemberKey,
) -> StoreResult<()> {
    let state = State::Undeliverable.as_str();
    sqlx::query!(
        "UPDATE nudges SET state = ?
         WHERE team_id = ? AND member_id = ? AND state = 'claimed'",
        state,
        member.team,
        member.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Cancels those of these claimed nudges of the team that have nobody left to send a message about.
/// `nudges` is a JSON list.
pub(crate) async fn call_off_empty(
    connection: &mut SqliteConnection,
    team: TeamId,
    nudges: &str,
) -> StoreResult<()> {
    let state = State::Nothing.as_str();
    sqlx::query!(
        "UPDATE nudges SET state = ?
         WHERE nudge_id IN (SELECT value FROM json_each(?)) AND team_id = ? AND state = 'claimed'
           AND NOT EXISTS (SELECT 1 FROM suggestions AS s
                           WHERE s.nudge_id = nudges.nudge_id AND s.for_date IS NOT 'beside')",
        state,
        nudges,
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}
