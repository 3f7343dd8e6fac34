//! Messages of introductions that are due, and threads to archive.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{StoreResult, instant};
use crate::delivery::{LONGEST_RETRY_WAIT, Sent, State};
use crate::ids::{ChannelId, IntroductionId, RoundId, TeamId};
use crate::introductions::{DueQuestion, Opening, Summary};

/// Introductions whose thread or first message is due. Also those postponed for longer than Rapport
/// ever does: their time comes from a clock running ahead.
pub(crate) async fn openings(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<Opening>> {
    let (now, latest) = (now.timestamp(), (now + LONGEST_RETRY_WAIT).timestamp());
    let rows = sqlx::query!(
        r#"SELECT i.introduction_id AS "introduction: IntroductionId", i.team_id AS "team: TeamId",
                  r.channel_id AS "channel: ChannelId", i.thread_id AS "thread: ChannelId",
                  i.claimed_at, i.begun_at
           FROM introductions AS i
           CROSS JOIN introduction_rounds AS r ON r.round_id = i.round_id
           WHERE i.state = 'claimed' AND (i.try_at <= ?1 OR i.try_at > ?2)
           ORDER BY i.try_at LIMIT ?3"#,
        now,
        latest,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Opening {
                introduction: row.introduction,
                team: row.team,
                channel: row.channel,
                thread: row.thread,
                claimed_at: instant("introductions", "claimed_at", row.claimed_at)?,
                is_begun: row.begun_at.is_some(),
            })
        })
        .collect()
}

/// Threads that are due to be asked whether they met.
pub(crate) async fn questions(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<DueQuestion>> {
    let now = now.timestamp();
    let rows = sqlx::query!(
        r#"SELECT i.introduction_id AS "introduction: IntroductionId",
                  i.thread_id AS "thread!: ChannelId", r.asks_at
           FROM introductions AS i
           CROSS JOIN introduction_rounds AS r ON r.round_id = i.round_id
           WHERE i.asking = 'claimed' AND i.ask_at <= ?1 AND i.thread_id IS NOT NULL
           ORDER BY i.ask_at LIMIT ?2"#,
        now,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(DueQuestion {
                introduction: row.introduction,
                thread: row.thread,
                due_at: instant("introduction_rounds", "asks_at", row.asks_at)?,
            })
        })
        .collect()
}

/// Posts about earlier rounds that are due.
pub(crate) async fn summaries(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<Summary>> {
    let (now, latest) = (now.timestamp(), (now + LONGEST_RETRY_WAIT).timestamp());
    let rows = sqlx::query!(
        r#"SELECT round_id AS "round: RoundId", team_id AS "team: TeamId",
                  channel_id AS "channel: ChannelId", due_at, claimed_at
           FROM introduction_rounds
           WHERE state = 'claimed' AND (try_at <= ?1 OR try_at > ?2) ORDER BY try_at LIMIT ?3"#,
        now,
        latest,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Summary {
                round: row.round,
                team: row.team,
                channel: row.channel,
                due_at: instant("introduction_rounds", "due_at", row.due_at)?,
                claimed_at: instant("introduction_rounds", "claimed_at", row.claimed_at)?,
            })
        })
        .collect()
}

/// When the next of these messages is due for a try, if any.
pub(crate) async fn next_try(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(at) AS "next: i64" FROM (
               SELECT min(try_at) AS at FROM introductions WHERE state = 'claimed'
               UNION ALL SELECT min(ask_at) FROM introductions WHERE asking = 'claimed'
               UNION ALL SELECT min(try_at) FROM introduction_rounds WHERE state = 'claimed')"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("introductions", "try_at", next))
        .transpose()
}

/// Stores what became of the question whether they met.
pub(crate) async fn set_asking(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    state: State,
) -> StoreResult<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE introductions SET asking = ? WHERE introduction_id = ? AND asking = 'claimed'",
        state,
        introduction,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Postpones that question to another try.
pub(crate) async fn ask_again(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!(
        "UPDATE introductions SET ask_at = ? WHERE introduction_id = ?",
        at,
        introduction,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Marks the post about the round before this one as sent.
pub(crate) async fn mark_summed_up(
    connection: &mut SqliteConnection,
    round: RoundId,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (state, now) = (State::Sent.as_str(), now.timestamp());
    sqlx::query!(
        "UPDATE introduction_rounds SET state = ?, message_id = ?, sent_at = ?
         WHERE round_id = ? AND state = 'claimed'",
        state,
        sent.message,
        now,
        round,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Postpones that post to another try.
pub(crate) async fn sum_up_again(
    connection: &mut SqliteConnection,
    round: RoundId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!(
        "UPDATE introduction_rounds SET try_at = ? WHERE round_id = ?",
        at,
        round,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Gives that post up.
pub(crate) async fn give_up_summary(
    connection: &mut SqliteConnection,
    round: RoundId,
) -> StoreResult<()> {
    let state = State::Undeliverable.as_str();
    sqlx::query!(
        "UPDATE introduction_rounds SET state = ? WHERE round_id = ? AND state = 'claimed'",
        state,
        round,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Threads whose round is over, the first ones.
pub(crate) async fn closing(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<ChannelId>> {
    let now = now.timestamp();
    Ok(sqlx::query_scalar!(
        r#"SELECT thread_id AS "thread!: ChannelId" FROM introductions
           WHERE closes_at <= ? AND thread_id IS NOT NULL
           GROUP BY thread_id ORDER BY min(closes_at) LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(readers)
    .await?)
}

/// When the next thread is to be archived.
pub(crate) async fn next_closing(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(closes_at) AS "next: i64" FROM introductions WHERE closes_at IS NOT NULL"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("introductions", "closes_at", next))
        .transpose()
}

/// Notes when to archive a thread; `None` if that is done, or can't be done.
pub(crate) async fn set_closing(
    connection: &mut SqliteConnection,
    thread: ChannelId,
    at: Option<DateTime<Utc>>,
) -> StoreResult<()> {
    let at = at.map(|at| at.timestamp());
    sqlx::query!(
        "UPDATE introductions SET closes_at = ? WHERE thread_id = ?",
        at,
        thread,
    )
    .execute(connection)
    .await?;
    Ok(())
}
