//! The SQL of recaps.

pub(crate) mod quotes;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::{ClaimedRecap, next_recap};
use crate::calendar::schedule::{Decision, Occurrence};
use crate::calendar::week::IsoWeek;
use crate::clock::CLOCK_SLACK;
use crate::database::{StoreError, StoreResult, instant};
use crate::delivery::{Sent, State};
use crate::ids::{ChannelId, MemberKey, RecapId, TeamId};
use crate::kudos::date_range::DateRange;
use crate::team::{self, Team};

/// The teams that have a recap, each with when it is due, or with the error of reading its rows.
pub(crate) async fn next_recaps(
    readers: &SqlitePool,
    now: DateTime<Utc>,
) -> StoreResult<Vec<(TeamId, StoreResult<Decision>)>> {
    let teams = sqlx::query_scalar!(
        r#"SELECT team_id AS "team: TeamId" FROM teams WHERE recap_channel_id IS NOT NULL"#
    )
    .fetch_all(readers)
    .await?;
    let mut next = Vec::with_capacity(teams.len());
    let mut connection = readers.acquire().await?;
    for id in teams {
        match next_recap_of(&mut connection, id, now).await {
            Ok(Some((_, decision))) => next.push((id, Ok(decision))),
            Ok(None) => {}
            Err(error) if error.is_of_one_row() => next.push((id, Err(error))),
            Err(error) => return Err(error),
        }
    }
    Ok(next)
}

async fn next_recap_of(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Option<(Team, Decision)>> {
    let Some(team) = team::store::find(&mut *connection, team).await? else {
        return Ok(None);
    };
    let until = (now + CLOCK_SLACK).timestamp();
    let week = sqlx::query_scalar!(
        "SELECT week FROM recaps WHERE team_id = ? AND claimed_at <= ? ORDER BY week DESC LIMIT 1",
        team.id,
        until,
    )
    .fetch_optional(connection)
    .await?;
    let week = week.map(read_week).transpose()?;
    Ok(next_recap(&team, week, now).map(|decision| (team, decision)))
}

fn read_week(week: String) -> StoreResult<IsoWeek> {
    IsoWeek::parse(&week).map_err(|_| corrupt("week", week))
}

fn read_days(first: String, last: String) -> StoreResult<DateRange> {
    Ok(DateRange {
        first: first.parse().map_err(|_| corrupt("first_day", first))?,
        last: last.parse().map_err(|_| corrupt("last_day", last))?,
    })
}

fn corrupt(column: &'static str, value: String) -> StoreError {
    StoreError::Corrupt {
        table: "recaps",
        column,
        value,
    }
}

/// Claims the team's week if it is due. A week without kudos is claimed too, but sends no message.
pub(crate) async fn claim(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some((team, Decision::Send { occurrence, .. })) =
        next_recap_of(&mut *connection, team, now).await?
    else {
        return Ok(());
    };
    let Some(channel) = team.recap.channel else {
        return Ok(());
    };
    forget_future(&mut *connection, team.id, now).await?;
    let last = last_summed_up(&mut *connection, team.id).await?;
    let days = super::days(last, occurrence.at.with_timezone(&team.zone).date_naive());
    let state = match people_thanked(&mut *connection, team.id, days).await? {
        0 => State::Nothing,
        _ => State::Claimed,
    };
    insert(connection, &team, channel, occurrence, days, state, now).await
}

/// Deletes recaps of a clock that was running ahead: they would block the claims of their weeks.
async fn forget_future(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let until = (now + CLOCK_SLACK).timestamp();
    sqlx::query!(
        "DELETE FROM recaps WHERE team_id = ? AND claimed_at > ?",
        team,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The last day that a recap of the team sums up, sent or claimed.
async fn last_summed_up(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<Option<NaiveDate>> {
    let last = sqlx::query_scalar!(
        r#"SELECT max(last_day) AS "last: String" FROM recaps
           WHERE team_id = ? AND state <> 'undeliverable'"#,
        team,
    )
    .fetch_one(connection)
    .await?;
    last.map(|last| last.parse().map_err(|_| corrupt("last_day", last)))
        .transpose()
}

async fn insert(
    connection: &mut SqliteConnection,
    team: &Team,
    channel: ChannelId,
    occurrence: Occurrence,
    days: DateRange,
    state: State,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (week, due_at) = (occurrence.week.to_string(), occurrence.at.timestamp());
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let (state, now) = (state.as_str(), now.timestamp());
    sqlx::query!(
        "INSERT INTO recaps (team_id, week, state, first_day, last_day, due_at, claimed_at, try_at,
                             channel_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)",
        team.id,
        week,
        state,
        first,
        last,
        due_at,
        now,
        channel,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// How many different people were thanked on these days, including those who hide from boards.
pub(super) async fn people_thanked(
    connection: &mut SqliteConnection,
    team: TeamId,
    days: DateRange,
) -> StoreResult<usize> {
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let people = sqlx::query_scalar!(
        "SELECT count(DISTINCT person_id) FROM kudos_counts
         WHERE team_id = ? AND channel_id = 0 AND side = 'received' AND span = 'day'
           AND starts BETWEEN ? AND ?",
        team,
        first,
        last,
    )
    .fetch_one(connection)
    .await?;
    Ok(usize::try_from(people).unwrap_or_default())
}

/// Recaps that are claimed, not sent, and due for a try.
pub(crate) async fn unfinished(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<ClaimedRecap>> {
    let now = now.timestamp();
    let rows = sqlx::query!(
        r#"SELECT recap_id AS "recap: RecapId", team_id AS "team: TeamId",
                  channel_id AS "channel: ChannelId", first_day, last_day, due_at,
                  claimed_at
           FROM recaps WHERE state = 'claimed' AND try_at <= ? ORDER BY try_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ClaimedRecap {
                recap: row.recap,
                team: row.team,
                channel: row.channel,
                days: read_days(row.first_day, row.last_day)?,
                due_at: instant("recaps", "due_at", row.due_at)?,
                claimed_at: instant("recaps", "claimed_at", row.claimed_at)?,
            })
        })
        .collect()
}

/// When the next recap is due for another try, if any.
pub(crate) async fn next_try(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(try_at) AS "next: i64" FROM recaps WHERE state = 'claimed'"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("recaps", "try_at", next))
        .transpose()
}

/// The days of a recap of the team; `None` if there is no such recap (any more).
pub(crate) async fn days(
    readers: &SqlitePool,
    team: TeamId,
    recap: RecapId,
) -> StoreResult<Option<DateRange>> {
    let row = sqlx::query!(
        "SELECT first_day, last_day FROM recaps WHERE team_id = ? AND recap_id = ?",
        team,
        recap,
    )
    .fetch_optional(readers)
    .await?;
    row.map(|row| read_days(row.first_day, row.last_day))
        .transpose()
}

/// How often this person was thanked on these days, and how often they thanked others.
pub(crate) async fn own(
    readers: &SqlitePool,
    key: MemberKey,
    days: DateRange,
) -> StoreResult<(i64, i64)> {
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let own = sqlx::query!(
        r#"SELECT coalesce(sum(iif(side = 'received', kudos, 0)), 0) AS "received!: i64",
                  coalesce(sum(iif(side = 'given', kudos, 0)), 0) AS "given!: i64"
           FROM kudos_counts
           WHERE team_id = ?1 AND channel_id = 0 AND side IN ('received', 'given')
             AND span = 'day' AND starts BETWEEN ?2 AND ?3 AND person_id = ?4"#,
        key.team,
        first,
        last,
        key.person,
    )
    .fetch_one(readers)
    .await?;
    Ok((own.received, own.given))
}

/// Marks the recap as sent.
pub(crate) async fn mark_sent(
    connection: &mut SqliteConnection,
    recap: RecapId,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (state, now) = (State::Sent.as_str(), now.timestamp());
    sqlx::query!(
        "UPDATE recaps SET state = ?, message_id = ?, sent_at = ?
         WHERE recap_id = ? AND state = 'claimed'",
        state,
        sent.message,
        now,
        recap,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Postpones the recap to another try.
pub(crate) async fn try_again(
    connection: &mut SqliteConnection,
    recap: RecapId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!("UPDATE recaps SET try_at = ? WHERE recap_id = ?", at, recap)
        .execute(connection)
        .await?;
    Ok(())
}

/// Marks the recap as undeliverable.
pub(crate) async fn mark_undeliverable(
    connection: &mut SqliteConnection,
    recap: RecapId,
) -> StoreResult<()> {
    let state = State::Undeliverable.as_str();
    sqlx::query!(
        "UPDATE recaps SET state = ? WHERE recap_id = ?",
        state,
        recap
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stops the team's recaps, as their channel is gone or closed; an admin can choose a channel
/// again. Does nothing if they have chosen another one since.
pub(crate) async fn stop(
    connection: &mut SqliteConnection,
    team: TeamId,
    channel: ChannelId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE teams SET recap_lost_channel_id = recap_channel_id, recap_channel_id = NULL
         WHERE team_id = ? AND recap_channel_id = ?",
        team,
        channel,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The channel that recaps were stopped for, if no admin was notified so far.
pub(crate) async fn stopped_channel(
    readers: &SqlitePool,
    team: TeamId,
) -> StoreResult<Option<ChannelId>> {
    let lost = sqlx::query_scalar!(
        r#"SELECT recap_lost_channel_id AS "channel: ChannelId" FROM teams
           WHERE team_id = ? AND recap_channel_id IS NULL"#,
        team
    )
    .fetch_optional(readers)
    .await?;
    Ok(lost.flatten())
}

/// Records that an admin was notified.
pub(crate) async fn mark_admin_notified(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE teams SET recap_lost_channel_id = NULL WHERE team_id = ?",
        team
    )
    .execute(connection)
    .await?;
    Ok(())
}
