//! What people answer in the thread of an introduction.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::database::StoreResult;
use crate::delivery::State;
use crate::ids::{IntroductionId, PersonId};
use crate::introductions::Answer;

/// Stores the answer of a person who takes part. Returns `false` if they gave that answer before.
pub(crate) async fn answer(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    person: PersonId,
    answer: Answer,
) -> StoreResult<bool> {
    let answer = answer.as_str();
    let changed = sqlx::query!(
        "UPDATE introduced SET answer = ?3
         WHERE introduction_id = ?1 AND person_id = ?2 AND answer IS NOT ?3
           AND answer IS NOT 'cannot'",
        introduction,
        person,
        answer,
    )
    .execute(connection)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Marks that they met. Returns `false` if that is known already.
pub(crate) async fn mark_met(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let (now, asking) = (now.timestamp(), State::Nothing.as_str());
    let met = sqlx::query!(
        "UPDATE introductions
         SET met_at = ?2, asking = iif(asking = 'claimed', ?3, asking)
         WHERE introduction_id = ?1 AND met_at IS NULL",
        introduction,
        now,
        asking,
    )
    .execute(connection)
    .await?;
    Ok(met.rows_affected() == 1)
}

/// The introduction that this one became when another person joined.
pub(crate) async fn latest(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
) -> StoreResult<IntroductionId> {
    let latest = sqlx::query_scalar!(
        r#"WITH RECURSIVE later (id) AS (
               SELECT ?1
               UNION ALL
               SELECT i.next_id FROM later
               JOIN introductions AS i ON i.introduction_id = later.id
               WHERE i.next_id IS NOT NULL)
           SELECT max(id) AS "id!: IntroductionId" FROM later"#,
        introduction,
    )
    .fetch_one(connection)
    .await?;
    Ok(latest)
}
