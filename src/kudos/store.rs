//! The SQL of kudos.

pub(crate) mod allowance;
pub(crate) mod posts;
pub(crate) mod reactions;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::board::{Scope, Side};
use super::period::Buckets;
use super::ranking::{Board, Tally};
use super::{Allowance, Given, NewKudos, TAKE_BACK_WINDOW, TakenBack};
use crate::database::{StoreResult, instant};
use crate::ids::{ChannelId, KudosId, MemberKey, MessageId, PersonId, TeamId};
use allowance::AllowanceCheck;

/// Gives `new` if the giver's allowance covers all of it. There is one writer, so two
/// commands at the same moment can't both take the last one.
pub(crate) async fn give(
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
    allowance::forget_past(connection, new.team, now).await?;
    let giver = new.team.member(new.giver);
    Ok(
        match allowance::check(connection, giver, &new.receivers, allowance).await? {
            AllowanceCheck::Enough { left } => Given::Done {
                kudos: insert(connection, new, allowance.day, now).await?,
                left,
            },
            AllowanceCheck::NotEnoughLeft { left } => Given::NotEnoughLeft { left },
            AllowanceCheck::EnoughFor(person) => Given::EnoughFor(person),
        },
    )
}

async fn insert(
    connection: &mut SqliteConnection,
    new: &NewKudos,
    day: NaiveDate,
    now: DateTime<Utc>,
) -> StoreResult<KudosId> {
    let (reason, day, now) = (new.reason.as_str(), day.to_string(), now.timestamp());
    let kudos = sqlx::query_scalar!(
        r#"INSERT INTO kudos (team_id, channel_id, parent_id, giver_id, reason, day, given_at,
                              interaction_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING kudos_id AS "kudos_id!: KudosId""#,
        new.team,
        new.channel,
        new.parent,
        new.giver,
        reason,
        day,
        now,
        new.interaction,
    )
    .fetch_one(&mut *connection)
    .await?;
    for receiver in &new.receivers {
        insert_receiver(&mut *connection, new.team.member(*receiver), kudos).await?;
    }
    Ok(kudos)
}

async fn insert_receiver(
    connection: &mut SqliteConnection,
    receiver: MemberKey,
    kudos: KudosId,
) -> StoreResult<()> {
    sqlx::query!(
        "INSERT INTO kudos_receivers (team_id, person_id, kudos_id) VALUES (?, ?, ?)",
        receiver.team,
        receiver.person,
        kudos,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a kudos that could not be posted.
pub(crate) async fn remove(connection: &mut SqliteConnection, kudos: KudosId) -> StoreResult<()> {
    sqlx::query!("DELETE FROM kudos WHERE kudos_id = ?", kudos)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes a kudos back, if this person gave it recently.
pub(crate) async fn take_back(
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

/// What a board counts.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The team.
    pub team: TeamId,
    /// The channel, for the board of a channel.
    pub channel: ChannelId,
    /// The place.
    pub scope: Scope,
    /// The side.
    pub side: Side,
    /// The time.
    pub buckets: Buckets,
}

/// The channel id under which counts of the whole server are stored.
const WHOLE_SERVER: ChannelId = ChannelId(0);

impl Counted {
    /// The channel id under which the counts are stored.
    fn place(&self) -> ChannelId {
        match self.scope {
            Scope::Channel => self.channel,
            Scope::Server => WHOLE_SERVER,
        }
    }
}

/// The `most` people with the highest counts who don't hide from boards, whether or not they left.
pub(crate) async fn highest(
    executor: impl SqliteExecutor<'_>,
    counted: &Counted,
    most: u32,
) -> StoreResult<Vec<PersonId>> {
    let (channel, side, span) = (
        counted.place(),
        counted.side.as_str(),
        counted.buckets.span.as_str(),
    );
    Ok(sqlx::query_scalar!(
        r#"SELECT c.person_id AS "person: PersonId" FROM kudos_counts AS c
           WHERE c.team_id = ? AND c.channel_id = ? AND c.side = ? AND c.span = ?
             AND c.starts BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM members AS m
                             WHERE m.team_id = c.team_id AND m.person_id = c.person_id
                               AND m.hidden_at IS NOT NULL)
           GROUP BY c.person_id ORDER BY sum(c.kudos) DESC, c.person_id LIMIT ?"#,
        counted.team,
        channel,
        side,
        span,
        counted.buckets.first,
        counted.buckets.last,
        most,
    )
    .fetch_all(executor)
    .await?)
}

/// The ranked counts, without people who hide from boards or have left.
pub async fn board(executor: impl SqliteExecutor<'_>, counted: &Counted) -> StoreResult<Board> {
    let channel = counted.place();
    let (side, span) = (counted.side.as_str(), counted.buckets.span.as_str());
    let tallies = sqlx::query_as!(
        Tally,
        r#"SELECT c.person_id AS "person: PersonId", sum(c.kudos) AS "kudos!: u32"
           FROM kudos_counts AS c
           WHERE c.team_id = ? AND c.channel_id = ? AND c.side = ? AND c.span = ?
             AND c.starts BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM members AS m
                             WHERE m.team_id = c.team_id AND m.person_id = c.person_id
                               AND (m.hidden_at IS NOT NULL OR m.gone_at IS NOT NULL))
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

/// How often two people thanked each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Between {
    /// Kudos given by the one.
    pub(crate) given: u32,
    /// Kudos given by the other.
    pub(crate) received: u32,
}

/// How often `member` and `other` thanked each other since `since`.
pub(crate) async fn between(
    executor: impl SqliteExecutor<'_>,
    member: MemberKey,
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
        member.team,
        member.person,
        other,
        since,
    )
    .fetch_one(executor)
    .await?;
    Ok(counts)
}

#[cfg(test)]
mod tests;
