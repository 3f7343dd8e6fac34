//! Talks that a clock running ahead dated in the future.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::people_of;
use crate::database::StoreResult;
use crate::encounters::CORRECTION_WINDOW;
use crate::ids::{EncounterId, MemberKey};
use crate::ties;

/// Moves the person's talks that are dated after `ahead` to `now`. `/met` then no longer corrects
/// them.
pub(crate) async fn repair_dates(
    connection: &mut SqliteConnection,
    key: MemberKey,
    ahead: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let ahead = ahead.timestamp();
    let talks = sqlx::query_scalar!(
        r#"SELECT encounter_id AS "encounter: EncounterId" FROM encounter_people
           WHERE team_id = ? AND person_id = ? AND happened_at > ?"#,
        key.team,
        key.person,
        ahead,
    )
    .fetch_all(&mut *connection)
    .await?;
    for talk in talks {
        move_to(connection, talk, now).await?;
        let people = people_of(connection, talk).await?;
        ties::store::refresh_among(connection, key.team, &people).await?;
    }
    Ok(())
}

async fn move_to(
    connection: &mut SqliteConnection,
    talk: EncounterId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (at, logged) = (now.timestamp(), (now - CORRECTION_WINDOW).timestamp());
    sqlx::query!(
        "UPDATE encounters SET happened_at = ?2, logged_at = min(logged_at, ?3)
         WHERE encounter_id = ?1",
        talk,
        at,
        logged,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE encounter_people SET happened_at = ?2 WHERE encounter_id = ?1",
        talk,
        at,
    )
    .execute(&mut *connection)
    .await?;
    // Undo would restore the date in the future.
    sqlx::query!(
        "UPDATE corrections
         SET happened_at = min(happened_at, ?2), corrected_at = min(corrected_at, ?2)
         WHERE encounter_id = ?1",
        talk,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}
