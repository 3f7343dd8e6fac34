//! Corrections of a recent encounter, and what *Undo* restores.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::SqliteConnection;

use super::{logged_encounter, people_of};
use crate::database::{StoreResult, instant, read_list};
use crate::encounters::{How, NewEncounter, Undone};
use crate::ids::{EncounterId, InteractionId, PersonId, TeamId};
use crate::interaction::Use;
use crate::team::Team;
use crate::ties;
use crate::when::Precision;

/// An encounter that a talk repeats or corrects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) encounter: EncounterId,
    pub(super) happened_at: DateTime<Utc>,
    /// Whether the same interaction logged or corrected it.
    pub(super) repeated: bool,
}

/// What is stored before a talk is logged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// The encounter that the talk repeats or corrects.
    pub(super) before: Option<Before>,
    /// Whether the team and all people named are stored, by their present names.
    pub(super) are_people_stored: bool,
    /// Whether the logger's last nudge has no answer so far.
    pub(super) is_nudge_unanswered: bool,
}

/// What is stored before each of these talks, in their order. A talk repeats what its interaction
/// logged or corrected before. It corrects what the same member logged a moment ago, with the same
/// people and no other date.
pub(super) async fn known(
    connection: &mut SqliteConnection,
    talks: &str,
) -> StoreResult<Vec<Known>> {
    // Each use of a list's `value` writes it out, and each `->>` searches it: both are done once.
    let found = sqlx::query_scalar!(
        r#"WITH listed AS MATERIALIZED (SELECT key AS place, value AS talk FROM json_each(?)),
           told AS MATERIALIZED (
               SELECT place, talk, talk ->> 'team' AS team, talk ->> 'logger' AS logger,
                      talk ->> 'interaction' AS interaction, talk ->> 'people' AS people,
                      talk ->> 'other' AS other, talk ->> 'stated' AS stated,
                      talk ->> 'stated_at' AS stated_at, talk ->> 'day_starts' AS day_starts,
                      talk ->> 'day_ends' AS day_ends, talk ->> 'logged_at' AS logged_at,
                      talk ->> 'correctable_since' AS correctable_since
               FROM listed)
           SELECT json_group_array(json_array(
               e.encounter_id, e.happened_at,
               e.interaction_id = told.interaction OR EXISTS (
                   SELECT 1 FROM corrections AS c
                   WHERE c.team_id = told.team AND c.interaction_id = told.interaction),
               EXISTS (SELECT 1 FROM teams WHERE team_id = told.team)
               AND NOT EXISTS (
                   SELECT 1 FROM json_each(told.talk, '$.named') AS n
                   LEFT JOIN members AS m ON m.team_id = told.team AND m.person_id = n.value ->> 0
                                         AND m.name = n.value ->> 1
                                         AND m.username = n.value ->> 2
                                         AND m.gone_at IS NULL
                   WHERE m.person_id IS NULL),
               (SELECT acted_at IS NULL FROM nudges AS n
                WHERE n.team_id = told.team AND n.member_id = told.logger AND n.state = 'sent'
                  AND n.only_dates = 0
                ORDER BY n.week DESC LIMIT 1)) ORDER BY told.place) AS "found!: String"
           FROM told
           LEFT JOIN encounters AS e ON e.encounter_id = coalesce(
               (SELECT k.encounter_id FROM encounters AS k
                WHERE k.team_id = told.team AND k.interaction_id = told.interaction),
               (SELECT c.encounter_id FROM corrections AS c
                WHERE c.team_id = told.team AND c.interaction_id = told.interaction),
               (SELECT encounter_id FROM (
                SELECT k.encounter_id, k.logged_at,
                       told.stated_at IS NOT NULL AND k.stated IS NOT NULL AS both_stated
                FROM encounters AS k
                WHERE k.team_id = told.team AND k.logged_by = told.logger
                  AND k.logged_at > told.correctable_since AND k.logged_at <= told.logged_at
                  -- Most of what they logged is about others: one search tells it.
                  AND EXISTS (SELECT 1 FROM encounter_people AS p
                              WHERE p.encounter_id = k.encounter_id AND p.person_id = told.other)
                  AND (told.stated_at IS NULL OR k.stated IS NULL
                       OR k.happened_at = told.stated_at
                       OR (k.happened_at >= told.day_starts AND k.happened_at < told.day_ends
                           AND NOT (k.stated = 'time' AND told.stated = 'time')))
                  AND told.people = (
                      SELECT json_group_array(person_id ORDER BY person_id)
                      FROM encounter_people AS p WHERE p.encounter_id = k.encounter_id)
                ORDER BY both_stated DESC, k.logged_at DESC, k.encounter_id DESC
                LIMIT 1)))"#,
        talks,
    )
    .fetch_one(connection)
    .await?;
    let found: Vec<Found> = read_list("encounters", "happened_at", &found)?;
    let known = found.into_iter().map(Found::into_known);
    known.collect()
}

/// What the statement finds for one talk, in the order of its list. SQLite's truth values are numbers.
#[derive(Deserialize)]
struct Found {
    encounter: Option<EncounterId>,
    happened_at: Option<i64>,
    is_repeated: Option<u8>,
    are_people_stored: u8,
    is_nudge_unanswered: Option<u8>,
}

impl Found {
    fn into_known(self) -> StoreResult<Known> {
        let before = match self.encounter.zip(self.happened_at) {
            Some((encounter, at)) => Some(Before {
                encounter,
                happened_at: instant("encounters", "happened_at", at)?,
                repeated: self.is_repeated == Some(1),
            }),
            None => None,
        };
        Ok(Known {
            before,
            are_people_stored: self.are_people_stored == 1,
            is_nudge_unanswered: self.is_nudge_unanswered == Some(1),
        })
    }
}

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

/// Records that `by` adds a note; returns `false` if the same interaction did so before.
pub(super) async fn is_first_use(
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
