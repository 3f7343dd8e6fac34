//! The SQL of encounters and notes.

mod amend;
mod change;
mod correct;
mod dated_ahead;
mod known;
mod logged;
mod past;
mod record;
mod voice;
mod withdraw;

use sqlx::SqliteConnection;

pub use amend::amend;
pub(crate) use change::{set_date, set_note};
pub(crate) use correct::undo_correction;
pub(crate) use dated_ahead::repair_dates;
pub(crate) use logged::logged_encounter;
pub(crate) use past::record_past;
pub use record::record;
pub(crate) use record::record_all;
pub(crate) use voice::{VoiceTalk, record_voice};
pub use withdraw::withdraw;

use super::note::Note;
use super::{How, Undone};
use crate::database::{StoreError, StoreResult, json_list};
use crate::ids::{EncounterId, MemberKey, PersonId};
use crate::ties;
use crate::when::Precision;

/// Everyone who took part, ordered by id.
async fn people_of(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT person_id AS "person_id: PersonId" FROM encounter_people
           WHERE encounter_id = ? ORDER BY person_id"#,
        encounter,
    )
    .fetch_all(connection)
    .await?;
    Ok(people)
}

/// Adds people who took part, unless they are in it already.
async fn insert_people(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    people: &[PersonId],
) -> StoreResult<()> {
    let people = json_list(people);
    sqlx::query!(
        "INSERT INTO encounter_people (team_id, person_id, happened_at, encounter_id)
         SELECT e.team_id, p.value, e.happened_at, e.encounter_id
         FROM encounters AS e CROSS JOIN json_each(?2) AS p WHERE e.encounter_id = ?1
         ON CONFLICT DO NOTHING",
        encounter,
        people,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether `note` still fits to the notes of the author.
async fn fits(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    author: PersonId,
    note: Option<&Note>,
) -> StoreResult<bool> {
    let Some(note) = note else { return Ok(true) };
    let kept = sqlx::query_scalar!(
        "SELECT text FROM notes WHERE encounter_id = ? AND author_id = ?",
        encounter,
        author,
    )
    .fetch_optional(connection)
    .await?;
    Ok(kept.is_none_or(|kept| {
        kept == note.as_str()
            || kept.chars().count() + 1 + note.as_str().chars().count() <= Note::WHOLE
    }))
}

/// Adds to the author's notes on a new line; adds the same note only once.
async fn add_note(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    author: PersonId,
    note: &Note,
) -> StoreResult<()> {
    let text = note.as_str();
    sqlx::query!(
        "INSERT INTO notes (team_id, author_id, encounter_id, text)
         SELECT team_id, ?2, encounter_id, ?3 FROM encounters WHERE encounter_id = ?1
         ON CONFLICT DO UPDATE SET text = text || char(10) || excluded.text
         WHERE text <> excluded.text",
        encounter,
        author,
        text,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes an encounter that `logger` logged, or a talk in voice that they took part in, and
/// recomputes the last talk of everyone in it.
pub async fn undo(
    connection: &mut SqliteConnection,
    logger: MemberKey,
    encounter: EncounterId,
) -> StoreResult<Undone> {
    let mut people = people_of(connection, encounter).await?;
    let undone = sqlx::query!(
        "DELETE FROM encounters WHERE encounter_id = ?1 AND team_id = ?2
         AND (logged_by = ?3 OR (minutes IS NOT NULL AND EXISTS (
                 SELECT 1 FROM encounter_people WHERE encounter_id = ?1 AND person_id = ?3)))",
        encounter,
        logger.team,
        logger.person,
    )
    .execute(&mut *connection)
    .await?;
    if undone.rows_affected() == 0 {
        return Ok(Undone::Nothing);
    }
    ties::store::refresh_among(connection, logger.team, &people).await?;
    ties::store::rest_again(connection, logger.team, &people).await?;
    people.retain(|person| *person != logger.person);
    Ok(Undone::Deleted(people))
}

/// Reads the stored way to talk.
pub(crate) fn read_how(kept: Option<String>) -> StoreResult<Option<How>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "encounters",
        column: "how",
        value,
    };
    kept.map(|word| How::parse(&word).map_err(|_| corrupt(word)))
        .transpose()
}

/// Reads the stored precision of a date.
pub(crate) fn read_stated(kept: Option<String>) -> StoreResult<Option<Precision>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "encounters",
        column: "stated",
        value,
    };
    kept.map(|word| word.parse().map_err(|_| corrupt(word)))
        .transpose()
}
