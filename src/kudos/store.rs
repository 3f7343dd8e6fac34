//! The SQL of kudos.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::board::{Scope, Side};
use super::ranking::{Board, Tally};
use super::{Allowance, Given, NewKudos, TAKE_BACK_WINDOW, TakenBack};
use crate::database::{StoreResult, instant};
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
        "SELECT count(*) FROM kudos WHERE interaction_id = ?",
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
    let kudos = insert(connection, new, now).await?;
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
    now: DateTime<Utc>,
) -> StoreResult<KudosId> {
    let (reason, now) = (new.reason.as_str(), now.timestamp());
    let kudos = sqlx::query_scalar!(
        r#"INSERT INTO kudos (team_id, channel_id, giver_id, reason, given_at, interaction_id)
           VALUES (?, ?, ?, ?, ?, ?) RETURNING kudos_id AS "kudos_id!: KudosId""#,
        new.team,
        new.channel,
        new.giver,
        reason,
        now,
        new.interaction,
    )
    .fetch_one(&mut *connection)
    .await?;
    for receiver in &new.receivers {
        sqlx::query!(
            "INSERT INTO kudos_receivers (kudos_id, person_id) VALUES (?, ?)",
            kudos,
            receiver,
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
    pub during: Range<DateTime<Utc>>,
}

/// Everybody's count, ranked.
pub async fn board(readers: &SqlitePool, counted: &Counted) -> StoreResult<Board> {
    let tallies = match counted.side {
        Side::Received => received(readers, counted).await?,
        Side::Given => given(readers, counted).await?,
    };
    Ok(Board::new(tallies))
}

async fn received(readers: &SqlitePool, counted: &Counted) -> StoreResult<Vec<Tally>> {
    let channel = (counted.scope == Scope::Channel).then_some(counted.channel);
    let (start, end) = (
        counted.during.start.timestamp(),
        counted.during.end.timestamp(),
    );
    let tallies = sqlx::query_as!(
        Tally,
        r#"SELECT r.person_id AS "person: PersonId", count(*) AS "kudos: u32"
           FROM kudos AS k JOIN kudos_receivers AS r USING (kudos_id)
           WHERE k.team_id = ?1 AND (?2 IS NULL OR k.channel_id = ?2)
             AND k.given_at >= ?3 AND k.given_at < ?4
           GROUP BY r.person_id"#,
        counted.team,
        channel,
        start,
        end,
    )
    .fetch_all(readers)
    .await?;
    Ok(tallies)
}

async fn given(readers: &SqlitePool, counted: &Counted) -> StoreResult<Vec<Tally>> {
    let channel = (counted.scope == Scope::Channel).then_some(counted.channel);
    let (start, end) = (
        counted.during.start.timestamp(),
        counted.during.end.timestamp(),
    );
    let tallies = sqlx::query_as!(
        Tally,
        r#"SELECT k.giver_id AS "person: PersonId", count(*) AS "kudos: u32"
           FROM kudos AS k JOIN kudos_receivers AS r USING (kudos_id)
           WHERE k.team_id = ?1 AND (?2 IS NULL OR k.channel_id = ?2)
             AND k.given_at >= ?3 AND k.given_at < ?4 AND k.giver_id <> ?5
           GROUP BY k.giver_id"#,
        counted.team,
        channel,
        start,
        end,
        PersonId::FORGOTTEN,
    )
    .fetch_all(readers)
    .await?;
    Ok(tallies)
}
