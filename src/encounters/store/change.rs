//! Changing an encounter of any age.

use sqlx::SqliteConnection;

use super::correct::{end_undo, move_to};
use super::people_of;
use crate::database::StoreResult;
use crate::encounters::Stated;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, InteractionId, MemberKey, PersonId, TeamId};
use crate::ties;

/// An id before every real interaction.
const FROM_THE_START: InteractionId = InteractionId(i64::MIN);

/// Replaces the author's note to an encounter they took part in; `None` deletes it. Returns `false`
/// if they took part in no such encounter.
pub(crate) async fn set_note(
    connection: &mut SqliteConnection,
    author: MemberKey,
    encounter: EncounterId,
    note: Option<&Note>,
) -> StoreResult<bool> {
    if !people_in(connection, author.team, encounter)
        .await?
        .contains(&author.person)
    {
        return Ok(false);
    }
    end_undo(connection, encounter, author.person, FROM_THE_START).await?;
    match note.map(Note::as_str) {
        Some(text) => {
            sqlx::query!(
                "INSERT INTO notes (team_id, author_id, encounter_id, text) VALUES (?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET text = excluded.text",
                author.team,
                author.person,
                encounter,
                text,
            )
            .execute(connection)
            .await?
        }
        None => {
            sqlx::query!(
                "DELETE FROM notes WHERE team_id = ? AND author_id = ? AND encounter_id = ?",
                author.team,
                author.person,
                encounter,
            )
            .execute(connection)
            .await?
        }
    };
    Ok(true)
}

/// Moves an encounter that `logger` logged to another date, and updates the last talk of everyone
/// in it. Returns `false` if they logged no such encounter.
pub(crate) async fn set_date(
    connection: &mut SqliteConnection,
    logger: MemberKey,
    encounter: EncounterId,
    when: &Stated,
) -> StoreResult<bool> {
    let stated = when.precision.as_str();
    let moved = sqlx::query!(
        "UPDATE encounters SET stated = ? WHERE encounter_id = ? AND team_id = ? AND logged_by = ?",
        stated,
        encounter,
        logger.team,
        logger.person,
    )
    .execute(&mut *connection)
    .await?;
    if moved.rows_affected() == 0 {
        return Ok(false);
    }
    move_to(connection, encounter, when.at).await?;
    end_undo(connection, encounter, logger.person, FROM_THE_START).await?;
    let people = people_of(connection, encounter).await?;
    ties::store::refresh_among(connection, logger.team, &people).await?;
    ties::store::rest_again(connection, logger.team, &people).await?;
    Ok(true)
}

/// Everyone who took part in an encounter of this team.
async fn people_in(
    connection: &mut SqliteConnection,
    team: TeamId,
    encounter: EncounterId,
) -> StoreResult<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM encounter_people
           WHERE encounter_id = ? AND team_id = ?"#,
        encounter,
        team,
    )
    .fetch_all(connection)
    .await?)
}
