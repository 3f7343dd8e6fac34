//! The SQL of kudos.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::board::{Scope, Side};
use super::period::Buckets;
use super::posting::Unposted;
use super::ranking::{Board, Tally};
use super::{Allowance, Given, NewKudos, TAKE_BACK_WINDOW, TakenBack};
use crate::database::{StoreResult, instant};
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, KudosId, MessageId, PersonId, TeamId};

/// Gives `new` if the giver's allowance has room for all of it. One writer at a time: two commands
/// at the same moment can't both take the last one.
pub async fn give(
    connection: &mut SqliteConnection,
    new: &NewKudos,
    allowance: Allowance,
    now: DateTime<Utc>,
) -> StoreResult<Given> {
    let repeated = sqlx::query_scalar!(
        "SELECT count(*) FROM kudos WHERE team_id = ? AND interaction_id = ?",
        new.team,
        new.interaction,
    );
    if repeated.fetch_one(&mut *connection).await? > 0 {
        return Ok(Given::Repeated);
    }
    let asked = u32::try_from(new.receivers.len()).unwrap_or(u32::MAX);
    let given = given_since(connection, new, allowance.since).await?;
    let left = allowance.per_day.saturating_sub(given);
    if asked > left {
        return Ok(Given::NotEnoughLeft { left });
    }
    for receiver in &new.receivers {
        let to_them = given_to_since(connection, new, *receiver, allowance.since).await?;
        if to_them >= allowance.per_person {
            return Ok(Given::EnoughFor(*receiver));
        }
    }
    let kudos = insert(connection, new, allowance.day, now).await?;
    Ok(Given::Done {
        kudos,
        left: left - asked,
    })
}

async fn given_since(
    connection: &mut SqliteConnection,
    new: &NewKudos,
    since: DateTime<Utc>,
) -> StoreResult<u32> {
    let since = since.timestamp();
    let given = sqlx::query_scalar!(
        "SELECT count(*) FROM kudos AS k JOIN kudos_receivers AS r USING (kudos_id)
         WHERE k.team_id = ? AND k.giver_id = ? AND k.given_at >= ?",
        new.team,
        new.giver,
        since,
    )
    .fetch_one(connection)
    .await?;
    Ok(u32::try_from(given).unwrap_or(u32::MAX))
}

async fn given_to_since(
    connection: &mut SqliteConnection,
    new: &NewKudos,
    receiver: PersonId,
    since: DateTime<Utc>,
) -> StoreResult<u32> {
    let since = since.timestamp();
    let given = sqlx::query_scalar!(
        "SELECT count(*) FROM kudos AS k
         JOIN kudos_receivers AS r ON r.kudos_id = k.kudos_id AND r.person_id = ?4
         WHERE k.team_id = ?1 AND k.giver_id = ?2 AND k.given_at >= ?3",
        new.team,
        new.giver,
        since,
        receiver,
    )
    .fetch_one(connection)
    .await?;
    Ok(u32::try_from(given).unwrap_or(u32::MAX))
}

async fn insert(
    connection: &mut SqliteConnection,
    new: &NewKudos,
    day: NaiveDate,
    now: DateTime<Utc>,
) -> StoreResult<KudosId> {
    let (reason, day, now) = (new.reason.as_str(), day.to_string(), now.timestamp());
    let kudos = sqlx::query_scalar!(
        r#"INSERT INTO kudos (team_id, channel_id, giver_id, reason, day, given_at, interaction_id)
           VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING kudos_id AS "kudos_id!: KudosId""#,
        new.team,
        new.channel,
        new.giver,
        reason,
        day,
        now,
        new.interaction,
    )
    .fetch_one(&mut *connection)
    .await?;
    for receiver in &new.receivers {
        sqlx::query!(
            "INSERT INTO kudos_receivers (team_id, person_id, kudos_id) VALUES (?, ?, ?)",
            new.team,
            receiver,
            kudos,
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(kudos)
}

/// Notes which message the kudos was posted as.
pub async fn set_post(
    connection: &mut SqliteConnection,
    kudos: KudosId,
    post: MessageId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE kudos SET message_id = ? WHERE kudos_id = ?",
        post,
        kudos
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a kudos that could not be posted.
pub async fn remove(connection: &mut SqliteConnection, kudos: KudosId) -> StoreResult<()> {
    sqlx::query!("DELETE FROM kudos WHERE kudos_id = ?", kudos)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes a kudos back, if it is the giver's and recent.
pub async fn take_back(
    connection: &mut SqliteConnection,
    kudos: KudosId,
    giver: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<TakenBack> {
    let row = sqlx::query!(
        r#"SELECT channel_id AS "channel: ChannelId", message_id AS "post: MessageId", given_at
           FROM kudos WHERE kudos_id = ? AND giver_id = ?"#,
        kudos,
        giver,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else {
        return Ok(TakenBack::Gone);
    };
    if now - instant("kudos", "given_at", row.given_at)? > TAKE_BACK_WINDOW {
        return Ok(TakenBack::TooLate);
    }
    remove(connection, kudos).await?;
    Ok(TakenBack::Done {
        channel: row.channel,
        post: row.post,
    })
}

/// Removes the kudos that was posted as `post`, if there is one.
pub async fn remove_post(connection: &mut SqliteConnection, post: MessageId) -> StoreResult<()> {
    sqlx::query!("DELETE FROM kudos WHERE message_id = ?", post)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether `post` is a kudos: most messages that are deleted are none, and cost no write.
pub async fn is_post(readers: &SqlitePool, post: MessageId) -> StoreResult<bool> {
    let found = sqlx::query_scalar!("SELECT count(*) FROM kudos WHERE message_id = ?", post)
        .fetch_one(readers)
        .await?;
    Ok(found > 0)
}

/// Kudos given by `until` whose post is not known, the oldest first.
pub async fn unposted(readers: &SqlitePool, until: DateTime<Utc>) -> StoreResult<Vec<Unposted>> {
    let until = until.timestamp();
    let rows = sqlx::query!(
        r#"SELECT kudos_id AS "kudos: KudosId", channel_id AS "channel: ChannelId",
                  giver_id AS "giver: PersonId", reason, given_at, m.name AS "name?",
                  m.username AS "username?"
           FROM kudos AS k
           LEFT JOIN members AS m ON m.team_id = k.team_id AND m.person_id = k.giver_id
           WHERE message_id IS NULL AND given_at <= ? ORDER BY kudos_id"#,
        until,
    )
    .fetch_all(readers)
    .await?;
    let mut unposted = Vec::with_capacity(rows.len());
    for row in rows {
        let receivers = sqlx::query_scalar!(
            r#"SELECT person_id AS "person: PersonId" FROM kudos_receivers WHERE kudos_id = ?"#,
            row.kudos,
        );
        unposted.push(Unposted {
            kudos: row.kudos,
            channel: row.channel,
            giver: row.giver,
            giver_name: PersonName {
                shown: row.name.unwrap_or_default(),
                username: row.username.unwrap_or_default(),
            },
            receivers: receivers.fetch_all(readers).await?,
            reason: row.reason,
            given_at: instant("kudos", "given_at", row.given_at)?,
        });
    }
    Ok(unposted)
}

/// When the oldest of those was given that are younger than `since`.
pub async fn first_unposted(
    readers: &SqlitePool,
    since: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    let since = since.timestamp();
    let first = sqlx::query_scalar!(
        r#"SELECT min(given_at) AS "first: i64" FROM kudos
           WHERE message_id IS NULL AND given_at > ?"#,
        since,
    )
    .fetch_one(readers)
    .await?;
    first
        .map(|first| instant("kudos", "given_at", first))
        .transpose()
}

/// The posts of the team's other kudos since then: none of them is this one's.
pub async fn posts_since(readers: &SqlitePool, unposted: &Unposted) -> StoreResult<Vec<MessageId>> {
    let since = unposted.given_at.timestamp() - 600;
    let posts = sqlx::query_scalar!(
        r#"SELECT message_id AS "post!: MessageId" FROM kudos
           WHERE team_id = (SELECT team_id FROM kudos WHERE kudos_id = ?) AND given_at >= ?
             AND message_id IS NOT NULL"#,
        unposted.kudos,
        since,
    )
    .fetch_all(readers)
    .await?;
    Ok(posts)
}

/// What a board counts.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The team.
    pub team: TeamId,
    /// The channel, for a board of one.
    pub channel: ChannelId,
    /// Where.
    pub scope: Scope,
    /// What.
    pub side: Side,
    /// When.
    pub buckets: Buckets,
}

/// Under which channel the counts of a whole server are kept.
const WHOLE_SERVER: ChannelId = ChannelId(0);

/// Everybody's count, ranked, without those who hide from boards.
pub async fn board(executor: impl SqliteExecutor<'_>, counted: &Counted) -> StoreResult<Board> {
    let channel = match counted.scope {
        Scope::Channel => counted.channel,
        Scope::Server => WHOLE_SERVER,
    };
    let (side, span) = (counted.side.label(), counted.buckets.span.as_str());
    let tallies = sqlx::query_as!(
        Tally,
        r#"SELECT c.person_id AS "person: PersonId", sum(c.kudos) AS "kudos!: u32"
           FROM kudos_counts AS c
           WHERE c.team_id = ? AND c.channel_id = ? AND c.side = ? AND c.span = ?
             AND c.starts BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM members AS m
                             WHERE m.team_id = c.team_id AND m.person_id = c.person_id
                               AND m.hidden_at IS NOT NULL)
           GROUP BY c.person_id"#,
        counted.team,
        channel,
        side,
        span,
        counted.buckets.first,
        counted.buckets.last,
    )
    .fetch_all(executor)
    .await?;
    Ok(Board::new(tallies))
}

/// How often two people thanked each other, seen from one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Between {
    /// Kudos that the one gave.
    pub given: u32,
    /// Kudos that the other one gave.
    pub received: u32,
}

/// How often `one` and `other` thanked each other, from `since` on.
pub async fn between(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    one: PersonId,
    other: PersonId,
    since: DateTime<Utc>,
) -> StoreResult<Between> {
    let since = since.timestamp();
    let counts = sqlx::query_as!(
        Between,
        r#"SELECT (SELECT count(*) FROM kudos AS k
                   JOIN kudos_receivers AS r ON r.kudos_id = k.kudos_id AND r.person_id = ?3
                   WHERE k.team_id = ?1 AND k.giver_id = ?2 AND k.given_at >= ?4)
                      AS "given!: u32",
                  (SELECT count(*) FROM kudos AS k
                   JOIN kudos_receivers AS r ON r.kudos_id = k.kudos_id AND r.person_id = ?2
                   WHERE k.team_id = ?1 AND k.giver_id = ?3 AND k.given_at >= ?4)
                      AS "received!: u32""#,
        team,
        one,
        other,
        since,
    )
    .fetch_one(executor)
    .await?;
    Ok(counts)
}

#[cfg(test)]
mod tests;
