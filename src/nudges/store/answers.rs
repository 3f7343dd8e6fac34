//! The answers of members about the people that a nudge names.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::confirm::take_out_for;
use super::suggestions::owner;
use crate::database::StoreResult;
use crate::ids::{MemberKey, NudgeId, PersonId};
use crate::nudges::SuggestionOutcome;
use crate::ties;
use crate::ties::rest::REST_AFTER_NOT_NOW;

/// Stores the member's answer about a suggestion. Returns `false` if the nudge is not theirs, does
/// not name that person, or has an answer about them.
pub(crate) async fn answer(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
    member: PersonId,
    other: PersonId,
    outcome: SuggestionOutcome,
) -> StoreResult<bool> {
    match owner(&mut *connection, nudge).await? {
        Some(owner) if owner.member.person == member => {}
        _ => return Ok(false),
    }
    let word = outcome.as_str();
    let answered = sqlx::query!(
        "UPDATE suggestions SET outcome = ?
         WHERE nudge_id = ? AND other_id = ? AND outcome IS NULL",
        word,
        nudge,
        other,
    )
    .execute(&mut *connection)
    .await?;
    Ok(answered.rows_affected() == 1)
}

/// Applies an outcome to the tie. The caller logs talks.
pub(crate) async fn settle(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    outcome: SuggestionOutcome,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    // Create no tie to a person who was forgotten.
    if ties::store::name_of(&mut *connection, member, other)
        .await?
        .is_none()
    {
        return Ok(());
    }
    match outcome {
        SuggestionOutcome::Talked => return Ok(()),
        SuggestionOutcome::NotNow => {
            let until = now + REST_AFTER_NOT_NOW;
            ties::store::rest_as_asked(connection, member, other, until).await?;
        }
        SuggestionOutcome::Stopped => ties::store::stop(connection, member, other, now).await?,
    }
    take_out_for(connection, member, other).await
}
