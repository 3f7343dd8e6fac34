//! Corrections of a recent encounter, and what *Undo* restores.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::known::Before;
use super::{logged_encounter, people_of};
use crate::database::{StoreResult, instant};
use crate::encounters::{How, NewEncounter, Undone};
use crate::ids::{EncounterId, InteractionId, PersonId, TeamId};
use crate::interaction::Use;
use crate::team::Team;
use crate::ties;
use crate::when::Precision;

/// Corrects the encounter `before` by what `new` says, and stores the previous values for *Undo*.
pub(super) async fn correct(
    connection: &mut SqliteConnection,
    before: Before,
    new: &NewEncounter,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    remember(connection, before.encounter, new, now).await?;
    // The same day again says nothing new about the time.
    let moved = new.when.as_ref().filter(|when| {
        when.precision == Precision::Time || !when.day.contains(&before.happened_at)
    });
    let happened_at = moved.map_or(before.happened_at, |when| when.at);
    let moved_to = moved.map(|when| when.precision.as_str());
    let said = new.when.as_ref().map(|when| when.precision.as_str());
    let how = new.how.map(How::as_str);
    let logged = now.timestamp();
    sqlx::query!(
        "UPDATE encounters SET stated = coalesce(?, stated, ?), how = coalesce(?, how), logged_at = ?
         WHERE encounter_id = ?",
        moved_to,
        said,
        how,
        logged,
        before.encounter,
    )
    .execute(&mut *connection)
    .await?;
    move_to(connection, before.encounter, happened_at).await
}

/// Moves an encounter to another date for everyone in it. The caller updates their ties.
pub(super) async fn move_to(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    happened_at: DateTime<Utc>,
) -> StoreResult<()> {
    let happened = happened_at.timestamp();
    sqlx::query!(
        "UPDATE encounters SET happened_at = ? WHERE encounter_id = ?;
         UPDATE encounter_people SET happened_at = ? WHERE encounter_id = ?",
        happened,
        encounter,
        happened,
        encounter,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores the values of an encounter before its correction.
async fn remember(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    new: &NewEncounter,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO corrections (team_id, interaction_id, encounter_id, author_id, corrected_at,
                                  happened_at, stated, how, note)
         SELECT e.team_id, ?2, e.encounter_id, ?3, ?4, e.happened_at, e.stated, e.how,
                (SELECT text FROM notes
                 WHERE team_id = e.team_id AND author_id = ?3 AND encounter_id = ?1)
         FROM encounters AS e WHERE e.encounter_id = ?1",
        encounter,
        new.interaction,
        new.logged_by,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores that `by` adds a note. Returns `false` if the same interaction did so before.
pub(super) async fn store_use(
    connection: &mut SqliteConnection,
    team: TeamId,
    encounter: EncounterId,
    by: Use,
) -> StoreResult<bool> {
    let now = by.now.timestamp();
    let written = sqlx::query!(
        "INSERT INTO corrections (team_id, interaction_id, encounter_id, author_id, corrected_at)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        team,
        by.interaction,
        encounter,
        by.person,
        now,
    )
    .execute(connection)
    .await?;
    Ok(written.rows_affected() > 0)
}

/// Deletes the values stored for the *Undo* of an author's corrections, as the encounter was
/// changed since or they are undone. The fact of each correction stays, so that no interaction
/// corrects twice.
pub(super) async fn end_undo(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    author: PersonId,
    since: InteractionId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE corrections SET happened_at = NULL, stated = NULL, how = NULL, note = NULL
         WHERE encounter_id = ? AND author_id = ? AND interaction_id >= ?",
        encounter,
        author,
        since,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Restores the values from before the correction by `correction`, and so also undoes all later
/// ones.
pub(crate) async fn undo_correction(
    connection: &mut SqliteConnection,
    team: &Team,
    correction: InteractionId,
    by: Use,
) -> StoreResult<Undone> {
    let before = sqlx::query!(
        r#"SELECT c.encounter_id AS "encounter!: EncounterId", c.happened_at AS "happened_at!",
                  c.stated, c.how, c.note
           FROM corrections AS c
           WHERE c.team_id = ? AND c.interaction_id = ? AND c.author_id = ?
             AND c.happened_at IS NOT NULL"#,
        team.id,
        correction,
        by.person,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(before) = before else {
        return Ok(Undone::Nothing);
    };
    let happened_at = instant("corrections", "happened_at", before.happened_at)?;
    sqlx::query!(
        "UPDATE encounters SET stated = ?, how = ? WHERE encounter_id = ?",
        before.stated,
        before.how,
        before.encounter,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM notes WHERE encounter_id = ? AND author_id = ? AND ? IS NULL;
         UPDATE notes SET text = ? WHERE encounter_id = ? AND author_id = ?",
        before.encounter,
        by.person,
        before.note,
        before.note,
        before.encounter,
        by.person,
    )
    .execute(&mut *connection)
    .await?;
    move_to(connection, before.encounter, happened_at).await?;
    end_undo(connection, before.encounter, by.person, correction).await?;
    let people = people_of(connection, before.encounter).await?;
    ties::store::refresh_among(connection, team.id, &people).await?;
    ties::store::rest_again(connection, team.id, &people).await?;
    let logged = logged_encounter(connection, team, before.encounter, by.person).await?;
    Ok(logged.map_or(Undone::Nothing, Undone::Restored))
}
