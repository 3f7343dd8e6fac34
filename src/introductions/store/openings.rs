//! Introductions from their claim to their thread and its first message.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::database::{StoreResult, json_list};
use crate::delivery::{Sent, State};
use crate::ids::{ChannelId, IntroductionId, PersonId, RoundId, TeamId};
use crate::questions::Question;

/// A round of a team.
pub(crate) type InRound = (TeamId, RoundId);

/// Claims an introduction of these people.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    of: InRound,
    people: &[PersonId],
    questions: [Question; 2],
    now: DateTime<Utc>,
) -> StoreResult<IntroductionId> {
    let [question, second] = questions.map(Question::number);
    let (team, round) = of;
    let (state, now) = (State::Claimed.as_str(), now.timestamp());
    let introduction = sqlx::query_scalar!(
        r#"INSERT INTO introductions
               (team_id, round_id, state, claimed_at, try_at, question, second_question)
           VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6)
           RETURNING introduction_id AS "id!: IntroductionId""#,
        team,
        round,
        state,
        now,
        question,
        second,
    )
    .fetch_one(&mut *connection)
    .await?;
    add(connection, team, introduction, people).await?;
    Ok(introduction)
}

/// A person left over waits for another one of the round.
pub(crate) async fn insert_waiting(
    connection: &mut SqliteConnection,
    of: InRound,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let ((team, round), now) = (of, now.timestamp());
    let introduction = sqlx::query_scalar!(
        r#"INSERT INTO introductions (team_id, round_id, state, claimed_at, try_at)
           VALUES (?1, ?2, 'waiting', ?3, ?3) RETURNING introduction_id AS "id!: IntroductionId""#,
        team,
        round,
        now,
    )
    .fetch_one(&mut *connection)
    .await?;
    add(connection, team, introduction, &[person]).await
}

/// Adds people to an introduction.
pub(crate) async fn add(
    connection: &mut SqliteConnection,
    team: TeamId,
    introduction: IntroductionId,
    people: &[PersonId],
) -> StoreResult<()> {
    let people = json_list(people);
    sqlx::query!(
        "INSERT INTO introduced (team_id, person_id, introduction_id)
         SELECT ?1, value, ?2 FROM json_each(?3) WHERE TRUE ON CONFLICT DO NOTHING",
        team,
        introduction,
        people,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Marks that a thread may be on its way: from now on its people are fixed. Returns `false` if it is
/// no longer claimed.
pub(crate) async fn begin(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let begun = sqlx::query!(
        "UPDATE introductions SET begun_at = coalesce(begun_at, ?)
         WHERE introduction_id = ? AND state = 'claimed'",
        now,
        introduction,
    )
    .execute(connection)
    .await?;
    Ok(begun.rows_affected() == 1)
}

/// Whether the introduction is still to be sent.
pub(crate) async fn is_claimed(
    executor: impl SqliteExecutor<'_>,
    introduction: IntroductionId,
) -> StoreResult<bool> {
    let claimed = sqlx::query_scalar!(
        "SELECT count(*) FROM introductions WHERE introduction_id = ? AND state = 'claimed'",
        introduction,
    )
    .fetch_one(executor)
    .await?;
    Ok(claimed > 0)
}

/// The people of the introduction who may still take part: they said yes, are in the server and
/// not away.
pub(crate) async fn fit(
    executor: impl SqliteExecutor<'_>,
    introduction: IntroductionId,
    now: DateTime<Utc>,
) -> StoreResult<Vec<PersonId>> {
    let now = now.timestamp();
    let people = sqlx::query_scalar!(
        r#"SELECT p.person_id AS "person: PersonId"
           FROM introduced AS p
           JOIN introduction_members AS c ON c.team_id = p.team_id AND c.person_id = p.person_id
           JOIN members AS m ON m.team_id = p.team_id AND m.person_id = p.person_id
           WHERE p.introduction_id = ?1 AND p.answer IS NOT 'cannot'
             AND m.gone_at IS NULL AND m.untracked_at IS NULL
             AND coalesce(m.away_until, 0) <= ?2
           ORDER BY p.person_id"#,
        introduction,
        now,
    )
    .fetch_all(executor)
    .await?;
    Ok(people)
}

/// Whether two of the introduction are kept apart.
pub(crate) async fn has_apart(
    executor: impl SqliteExecutor<'_>,
    introduction: IntroductionId,
) -> StoreResult<bool> {
    let apart = sqlx::query_scalar!(
        "SELECT count(*) FROM introduced AS p
         JOIN introduced AS o ON o.introduction_id = p.introduction_id
         JOIN ties AS t
           ON t.team_id = p.team_id AND t.member_id = p.person_id AND t.other_id = o.person_id
         WHERE p.introduction_id = ? AND t.apart_at IS NOT NULL",
        introduction,
    )
    .fetch_one(executor)
    .await?;
    Ok(apart > 0)
}

/// Stores the thread of the introduction, and when to archive it.
pub(crate) async fn set_thread(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    thread: ChannelId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE introductions
         SET thread_id = ?2, closes_at = (SELECT ends_at FROM introduction_rounds AS r
                                          WHERE r.round_id = introductions.round_id)
         WHERE introduction_id = ?1",
        introduction,
        thread,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Those of these threads that belong to introductions.
pub(crate) async fn known_threads(
    executor: impl SqliteExecutor<'_>,
    threads: &[ChannelId],
) -> StoreResult<Vec<ChannelId>> {
    let threads = json_list(threads);
    Ok(sqlx::query_scalar!(
        r#"SELECT thread_id AS "thread!: ChannelId" FROM introductions
           WHERE thread_id IN (SELECT value FROM json_each(?))"#,
        threads,
    )
    .fetch_all(executor)
    .await?)
}

/// Marks the introduction as sent, and plans the question of a week later.
pub(crate) async fn mark_sent(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (state, asking) = (State::Sent.as_str(), State::Claimed.as_str());
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE introductions
         SET state = ?2, message_id = ?3, sent_at = ?4,
             asking = iif(met_at IS NULL, ?5, NULL),
             ask_at = (SELECT asks_at FROM introduction_rounds AS r
                       WHERE r.round_id = introductions.round_id)
         WHERE introduction_id = ?1 AND state = 'claimed'",
        introduction,
        state,
        sent.message,
        now,
        asking,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Postpones the introduction to another try.
pub(crate) async fn try_again(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!(
        "UPDATE introductions SET try_at = ? WHERE introduction_id = ?",
        at,
        introduction,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends an introduction that was not sent.
pub(crate) async fn end(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    state: State,
) -> StoreResult<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE introductions SET state = ? WHERE introduction_id = ? AND state <> 'sent'",
        state,
        introduction,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Calls off the team's introductions that have no thread yet.
pub(crate) async fn call_off(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    let state = State::Nothing.as_str();
    sqlx::query!(
        "UPDATE introductions SET state = ?
         WHERE team_id = ? AND state IN ('waiting', 'claimed') AND thread_id IS NULL",
        state,
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}
