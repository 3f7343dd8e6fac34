//! The SQL of recaps.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::{Claimed, MESSAGES, Quote, Recap, named, turn};
use crate::database::{StoreError, StoreResult, instant};
use crate::delivery::Sent;
use crate::ids::{ChannelId, KudosId, MessageId, PersonId, RecapId, TeamId};
use crate::kudos::board::{Scope, Side};
use crate::kudos::period::Week;
use crate::kudos::ranking::Row;
use crate::kudos::store::{Counted, board};
use crate::members;
use crate::nudges::schedule::{Occurrence, Turn};
use crate::nudges::week::IsoWeek;
use crate::team::{self, Team};

/// The teams that have a recap, each with what is to be done about it now.
pub async fn turns(readers: &SqlitePool, now: DateTime<Utc>) -> StoreResult<Vec<(TeamId, Turn)>> {
    let teams = sqlx::query_scalar!(
        r#"SELECT team_id AS "team: TeamId" FROM teams WHERE recap_channel_id IS NOT NULL"#
    )
    .fetch_all(readers)
    .await?;
    let mut turns = Vec::with_capacity(teams.len());
    let mut connection = readers.acquire().await?;
    for id in teams {
        if let Some((_, turn)) = turn_of(&mut connection, id, now).await? {
            turns.push((id, turn));
        }
    }
    Ok(turns)
}

async fn turn_of(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Option<(Team, Turn)>> {
    let Some(team) = team::store::find(&mut *connection, team).await? else {
        return Ok(None);
    };
    let week = sqlx::query_scalar!(
        "SELECT week FROM recaps WHERE team_id = ? ORDER BY week DESC LIMIT 1",
        team.id,
    )
    .fetch_optional(connection)
    .await?;
    let week = week.map(read_week).transpose()?;
    Ok(turn(&team, week, now).map(|turn| (team, turn)))
}

fn read_week(week: String) -> StoreResult<IsoWeek> {
    IsoWeek::parse(&week).map_err(|_| corrupt("week", week))
}

fn read_days(first: String) -> StoreResult<Week> {
    let first: NaiveDate = first.parse().map_err(|_| corrupt("first_day", first))?;
    Ok(Week::starting(first))
}

fn corrupt(column: &'static str, value: String) -> StoreError {
    StoreError::Corrupt {
        table: "recaps",
        column,
        value,
    }
}

/// Claims the team's week if it is its turn. A week without kudos is claimed too, and brings no
/// message.
pub async fn claim(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some((team, Turn::Send { occurrence, .. })) = turn_of(&mut *connection, team, now).await?
    else {
        return Ok(());
    };
    let Some(channel) = team.recap.channel else {
        return Ok(());
    };
    let days = Week::before(occurrence.at.with_timezone(&team.zone).date_naive());
    let state = match people_thanked(&mut *connection, team.id, days).await? {
        0 => "nothing",
        _ => "claimed",
    };
    insert(connection, &team, channel, occurrence, days, state, now).await
}

async fn insert(
    connection: &mut SqliteConnection,
    team: &Team,
    channel: ChannelId,
    occurrence: Occurrence,
    days: Week,
    state: &str,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (week, due_at) = (occurrence.week.to_string(), occurrence.at.timestamp());
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let now = now.timestamp();
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

/// How many different people were thanked on these days, whoever hides from boards among them.
async fn people_thanked(
    connection: &mut SqliteConnection,
    team: TeamId,
    days: Week,
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

/// Recaps that are claimed, not yet sent, and to be tried by now.
pub async fn unfinished(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<Claimed>> {
    let now = now.timestamp();
    let rows = sqlx::query!(
        r#"SELECT recap_id AS "recap: RecapId", team_id AS "team: TeamId",
                  channel_id AS "channel: ChannelId", first_day, due_at, claimed_at
           FROM recaps WHERE state = 'claimed' AND try_at <= ? ORDER BY try_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Claimed {
                recap: row.recap,
                team: row.team,
                channel: row.channel,
                days: read_days(row.first_day)?,
                due_at: instant("recaps", "due_at", row.due_at)?,
                claimed_at: instant("recaps", "claimed_at", row.claimed_at)?,
            })
        })
        .collect()
}

/// When a recap is to be tried again, if one is.
pub async fn next_try(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(try_at) AS "next: i64" FROM recaps WHERE state = 'claimed'"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("recaps", "try_at", next))
        .transpose()
}

/// What the recap says, as things stand now: what was taken back since is not in it.
pub async fn load(readers: &SqlitePool, claimed: &Claimed) -> StoreResult<Recap> {
    let mut connection = readers.acquire().await?;
    let team = team::store::find(&mut *connection, claimed.team).await?;
    let boards_on = team.is_some_and(|team| team.leaderboards_on);
    let mut top = async |side| -> StoreResult<Vec<Row>> {
        if !boards_on {
            return Ok(Vec::new());
        }
        let counted = Counted {
            team: claimed.team,
            channel: claimed.channel,
            scope: Scope::Server,
            side,
            buckets: claimed.days.buckets(),
        };
        let board = board(&mut *connection, &counted).await?;
        Ok(named(board.page(1, PersonId(0)).rows))
    };
    let (thanked, givers) = (top(Side::Received).await?, top(Side::Given).await?);
    let messages = quotes(&mut connection, claimed).await?;
    let ranked = thanked.iter().chain(&givers).map(|row| row.person);
    let quoted = messages
        .iter()
        .flat_map(|it| it.receivers.iter().chain([&it.giver]));
    let people: Vec<_> = ranked.chain(quoted.copied()).collect();
    Ok(Recap {
        names: members::store::names(&mut *connection, claimed.team, &people).await?,
        id: claimed.recap,
        team: claimed.team,
        days: claimed.days,
        people: people_thanked(&mut connection, claimed.team, claimed.days).await?,
        thanked,
        givers,
        messages,
    })
}

/// The latest messages of these days in which nobody has part who hides from boards.
async fn quotes(connection: &mut SqliteConnection, claimed: &Claimed) -> StoreResult<Vec<Quote>> {
    let days = claimed.days;
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let most = i64::try_from(MESSAGES).unwrap_or(i64::MAX);
    let rows = sqlx::query!(
        r#"SELECT k.kudos_id AS "kudos: KudosId", k.giver_id AS "giver: PersonId", k.reason,
                  k.channel_id AS "channel: ChannelId", k.message_id AS "post!: MessageId"
           FROM kudos AS k
           WHERE k.team_id = ?1 AND k.day BETWEEN ?2 AND ?3 AND k.message_id IS NOT NULL
             AND NOT EXISTS (
                 SELECT 1 FROM members AS m
                 WHERE m.team_id = k.team_id AND m.hidden_at IS NOT NULL
                   AND (m.person_id = k.giver_id OR m.person_id IN (
                       SELECT r.person_id FROM kudos_receivers AS r
                       WHERE r.kudos_id = k.kudos_id)))
           ORDER BY k.given_at DESC, k.kudos_id DESC LIMIT ?4"#,
        claimed.team,
        first,
        last,
        most,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut quotes = Vec::with_capacity(rows.len());
    for row in rows {
        quotes.push(Quote {
            giver: row.giver,
            receivers: receivers(&mut *connection, row.kudos).await?,
            reason: row.reason,
            channel: row.channel,
            post: row.post,
        });
    }
    Ok(quotes)
}

async fn receivers(
    connection: &mut SqliteConnection,
    kudos: KudosId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM kudos_receivers WHERE kudos_id = ?"#,
        kudos,
    )
    .fetch_all(connection)
    .await?;
    Ok(people)
}

/// Which days a recap of the team sums up; `None` if there is no such recap (any more).
pub async fn days(readers: &SqlitePool, team: TeamId, recap: RecapId) -> StoreResult<Option<Week>> {
    let first = sqlx::query_scalar!(
        "SELECT first_day FROM recaps WHERE team_id = ? AND recap_id = ?",
        team,
        recap,
    )
    .fetch_optional(readers)
    .await?;
    first.map(read_days).transpose()
}

/// How often somebody was thanked on these days, and how often they thanked others.
pub async fn own(
    readers: &SqlitePool,
    team: TeamId,
    person: PersonId,
    days: Week,
) -> StoreResult<(i64, i64)> {
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let own = sqlx::query!(
        r#"SELECT coalesce(sum(iif(side = 'received', kudos, 0)), 0) AS "received!: i64",
                  coalesce(sum(iif(side = 'given', kudos, 0)), 0) AS "given!: i64"
           FROM kudos_counts
           WHERE team_id = ?1 AND channel_id = 0 AND side IN ('received', 'given')
             AND span = 'day' AND starts BETWEEN ?2 AND ?3 AND person_id = ?4"#,
        team,
        first,
        last,
        person,
    )
    .fetch_one(readers)
    .await?;
    Ok((own.received, own.given))
}

/// The recap has arrived.
pub async fn mark_sent(
    connection: &mut SqliteConnection,
    recap: RecapId,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE recaps SET state = 'sent', message_id = ?, sent_at = ?
         WHERE recap_id = ? AND state = 'claimed'",
        sent.message,
        now,
        recap,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The recap could not be sent now.
pub async fn try_again(
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

/// The recap can't be posted, ever.
pub async fn mark_undeliverable(
    connection: &mut SqliteConnection,
    recap: RecapId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE recaps SET state = 'undeliverable' WHERE recap_id = ?",
        recap
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The channel is gone or closed: no recap until an admin chooses one again, unless they have
/// chosen another since.
pub async fn stop(
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

/// The channel that recaps were stopped for, as long as no admin was told.
pub async fn lost_channel(readers: &SqlitePool, team: TeamId) -> StoreResult<Option<ChannelId>> {
    let lost = sqlx::query_scalar!(
        r#"SELECT recap_lost_channel_id AS "channel: ChannelId" FROM teams
           WHERE team_id = ? AND recap_channel_id IS NULL"#,
        team
    )
    .fetch_optional(readers)
    .await?;
    Ok(lost.flatten())
}

/// An admin was told.
pub async fn told(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE teams SET recap_lost_channel_id = NULL WHERE team_id = ?",
        team
    )
    .execute(connection)
    .await?;
    Ok(())
}
