//! Removing oneself from an encounter that another member logged.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::people_of;
use crate::database::{StoreResult, instant};
use crate::ids::{EncounterId, MemberKey};
use crate::ties;

/// Removes a member and their note from an encounter, and updates the last talk of everyone who was
/// in it. Deletes an encounter with only its logger left, unless they have a note on it: the note
/// is theirs to keep. Returns when it happened, or `None` if they logged it or are not in it.
pub async fn withdraw(
    connection: &mut SqliteConnection,
    key: MemberKey,
    encounter: EncounterId,
) -> StoreResult<Option<DateTime<Utc>>> {
    let happened_at = sqlx::query_scalar!(
        "SELECT p.happened_at FROM encounter_people AS p JOIN encounters AS e USING (encounter_id)
         WHERE p.encounter_id = ?1 AND p.person_id = ?3 AND e.team_id = ?2 AND e.logged_by <> ?3",
        encounter,
        key.team,
        key.person,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(happened_at) = happened_at else {
        return Ok(None);
    };
    let people = people_of(connection, encounter).await?;
    remove(connection, key, encounter).await?;
    ties::store::refresh_among(connection, key.team, &people).await?;
    ties::store::rest_again(connection, key.team, &people).await?;
    Ok(Some(instant("encounters", "happened_at", happened_at)?))
}

async fn remove(
    connection: &mut SqliteConnection,
    key: MemberKey,
    encounter: EncounterId,
) -> StoreResult<()> {
    sqlx::query!(
        "DELETE FROM notes WHERE team_id = ? AND author_id = ? AND encounter_id = ?",
        key.team,
        key.person,
        encounter,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM encounter_people WHERE encounter_id = ? AND person_id = ?",
        encounter,
        key.person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM encounters WHERE encounter_id = ?1
         AND (SELECT count(*) FROM encounter_people WHERE encounter_id = ?1) < 2
         AND NOT EXISTS (SELECT 1 FROM notes WHERE encounter_id = ?1)",
        encounter,
    )
    .execute(connection)
    .await?;
    Ok(())
}
