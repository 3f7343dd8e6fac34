//! The rows that a step deletes or changes for *Forget me*. After the last step, no row has the person's
//! id or their text, except in the thanks that they gave others.

use sqlx::SqliteConnection;

use super::Reach;
use crate::database::StoreResult;
use crate::deletion::STEP;
use crate::ids::{MemberKey, PersonId};
use crate::ties;

/// Whether any row of the team contains the person.
pub(super) async fn is_kept(
    connection: &mut SqliteConnection,
    key: MemberKey,
) -> StoreResult<bool> {
    let kept = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM members WHERE team_id = ?1 AND person_id = ?2)
               OR EXISTS (SELECT 1 FROM encounter_people WHERE team_id = ?1 AND person_id = ?2)
               OR EXISTS (SELECT 1 FROM encounters WHERE team_id = ?1 AND logged_by = ?2)
               OR EXISTS (SELECT 1 FROM notes WHERE team_id = ?1 AND author_id = ?2)
               OR EXISTS (SELECT 1 FROM ties WHERE team_id = ?1 AND member_id = ?2)
               OR EXISTS (SELECT 1 FROM ties WHERE team_id = ?1 AND other_id = ?2)
               OR EXISTS (SELECT 1 FROM contacts WHERE team_id = ?1 AND owner_id = ?2)
               OR EXISTS (SELECT 1 FROM nudges WHERE team_id = ?1 AND member_id = ?2)
               OR EXISTS (SELECT 1 FROM suggestions WHERE team_id = ?1 AND other_id = ?2)
               OR EXISTS (SELECT 1 FROM reminders WHERE team_id = ?1 AND member_id = ?2)
               OR EXISTS (SELECT 1 FROM reminders WHERE team_id = ?1 AND other_id = ?2)
               OR EXISTS (SELECT 1 FROM introduction_members WHERE team_id = ?1 AND person_id = ?2)
               OR EXISTS (SELECT 1 FROM introduced WHERE team_id = ?1 AND person_id = ?2)
               OR EXISTS (SELECT 1 FROM kudos WHERE team_id = ?1 AND giver_id = ?2)
               OR EXISTS (SELECT 1 FROM kudos_receivers WHERE team_id = ?1 AND person_id = ?2)
                  AS "kept!: bool""#,
        key.team,
        key.person,
    )
    .fetch_one(connection)
    .await?;
    Ok(kept)
}

/// Deletes some rows that contain the person. Returns how many.
pub(super) async fn step(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = first_that_deletes![
        nudges(connection, of),
        suggestions(connection, of),
        reminders(connection, of),
        introductions(connection, of),
        ties(connection, of),
        notes(connection, of),
        corrections(connection, of),
        logged(connection, of),
        encounters(connection, of),
        received(connection, of),
        given(connection, of),
    ];
    Ok(deleted)
}

/// Ties follow from talks and contacts: makes the ties of talks that were logged, and contacts that
/// were added, after the person asked.
pub(super) async fn finish(connection: &mut SqliteConnection, of: Reach) -> StoreResult<()> {
    let member = of.team.member(of.person);
    ties::store::add_missing(connection, member).await?;
    let talks = sqlx::query_scalar!(
        "SELECT encounter_id FROM encounter_people
         WHERE team_id = ? AND person_id = ? AND +encounter_id > ?",
        of.team,
        of.person,
        of.encounter,
    )
    .fetch_all(&mut *connection)
    .await?;
    for talk in talks {
        let people = sqlx::query_scalar!(
            r#"SELECT person_id AS "person: PersonId" FROM encounter_people WHERE encounter_id = ?"#,
            talk,
        )
        .fetch_all(&mut *connection)
        .await?;
        ties::store::refresh_among(connection, of.team, &people).await?;
    }
    Ok(())
}

async fn nudges(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM nudges WHERE nudge_id IN (
             SELECT nudge_id FROM nudges
             WHERE team_id = ? AND member_id = ? AND +nudge_id <= ? LIMIT ?)",
        of.team,
        of.person,
        of.nudge,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes reminders to the person and about them.
async fn reminders(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM reminders WHERE reminder_id IN (
             SELECT reminder_id FROM reminders
             WHERE team_id = ?1 AND (member_id = ?2 OR other_id = ?2) LIMIT ?3)",
        of.team,
        of.person,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Removes the person from others' nudges. A nudge on its way that suggested only them is
/// cancelled.
async fn suggestions(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let nudges = sqlx::query_scalar!(
        r#"SELECT json_group_array(nudge_id) AS "nudges!: String" FROM (
               SELECT DISTINCT nudge_id FROM suggestions
               WHERE team_id = ? AND other_id = ? AND +nudge_id <= ? LIMIT ?)"#,
        of.team,
        of.person,
        of.nudge,
        STEP,
    )
    .fetch_one(&mut *connection)
    .await?;
    let deleted = sqlx::query!(
        "DELETE FROM suggestions
         WHERE team_id = ?1 AND other_id = ?2
           AND nudge_id IN (SELECT value FROM json_each(?3))",
        of.team,
        of.person,
        nudges,
    )
    .execute(&mut *connection)
    .await?;
    crate::nudges::store::call_off_empty(connection, of.team, &nudges).await?;
    Ok(deleted.rows_affected())
}

/// Takes the person out of introductions. The thread stays: it is Discord's, until the round ends.
async fn introductions(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let choice = sqlx::query!(
        "DELETE FROM introduction_members WHERE team_id = ? AND person_id = ?",
        of.team,
        of.person,
    )
    .execute(&mut *connection)
    .await?;
    let deleted = sqlx::query!(
        "DELETE FROM introduced WHERE team_id = ?1 AND person_id = ?2 AND introduction_id IN (
             SELECT introduction_id FROM introduced WHERE team_id = ?1 AND person_id = ?2 LIMIT ?3)",
        of.team,
        of.person,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(choice.rows_affected() + deleted.rows_affected())
}

async fn ties(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let theirs = sqlx::query!(
        "DELETE FROM ties WHERE team_id = ?1 AND member_id = ?2 AND other_id IN (
             SELECT other_id FROM ties WHERE team_id = ?1 AND member_id = ?2 LIMIT ?3)",
        of.team,
        of.person,
        STEP,
    )
    .execute(&mut *connection)
    .await?;
    if theirs.rows_affected() > 0 {
        return Ok(theirs.rows_affected());
    }
    let others = sqlx::query!(
        "DELETE FROM ties WHERE team_id = ?1 AND other_id = ?2 AND member_id IN (
             SELECT member_id FROM ties WHERE team_id = ?1 AND other_id = ?2 LIMIT ?3)",
        of.team,
        of.person,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(others.rows_affected())
}

async fn notes(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM notes WHERE team_id = ?1 AND author_id = ?2 AND encounter_id IN (
             SELECT encounter_id FROM notes
             WHERE team_id = ?1 AND author_id = ?2 AND encounter_id <= ?3 LIMIT ?4)",
        of.team,
        of.person,
        of.encounter,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Corrections contain the earlier text of notes.
async fn corrections(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM corrections WHERE team_id = ?1 AND interaction_id IN (
             SELECT interaction_id FROM corrections
             WHERE team_id = ?1 AND author_id = ?2 AND encounter_id <= ?3 LIMIT ?4)",
        of.team,
        of.person,
        of.encounter,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes the talks that the person logged with one other member, unless that member has a note on
/// it. A talk of more people stays for them, without the person who logged it.
async fn logged(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let talks = sqlx::query_scalar!(
        r#"SELECT json_group_array(encounter_id) AS "talks!: String" FROM (
               SELECT encounter_id FROM encounters
               WHERE team_id = ? AND logged_by = ? AND +encounter_id <= ? LIMIT ?)"#,
        of.team,
        of.person,
        of.encounter,
        STEP,
    )
    .fetch_one(&mut *connection)
    .await?;
    let deleted = sqlx::query!(
        "DELETE FROM encounters
         WHERE encounter_id IN (SELECT value FROM json_each(?1))
           AND (SELECT count(*) FROM encounter_people AS p
                WHERE p.encounter_id = encounters.encounter_id AND p.person_id <> ?2) < 2
           AND NOT EXISTS (SELECT 1 FROM notes AS n
                           WHERE n.encounter_id = encounters.encounter_id)",
        talks,
        of.person,
    )
    .execute(&mut *connection)
    .await?;
    // Discord knows who used an interaction, so its id is personal data too.
    let left = sqlx::query!(
        "UPDATE encounters SET logged_by = ?2, interaction_id = -encounter_id
         WHERE encounter_id IN (SELECT value FROM json_each(?1))",
        talks,
        PersonId::FORGOTTEN,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected() + left.rows_affected())
}

async fn encounters(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM encounter_people WHERE team_id = ?1 AND person_id = ?2 AND encounter_id IN (
             SELECT encounter_id FROM encounter_people
             WHERE team_id = ?1 AND person_id = ?2 AND +encounter_id <= ?3 LIMIT ?4)",
        of.team,
        of.person,
        of.encounter,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Also deletes kudos that thanked only the person.
async fn received(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let kudos = sqlx::query_scalar!(
        r#"SELECT json_group_array(kudos_id) AS "kudos!: String" FROM (
               SELECT kudos_id FROM kudos_receivers
               WHERE team_id = ? AND person_id = ? AND kudos_id <= ? LIMIT ?)"#,
        of.team,
        of.person,
        of.kudos,
        STEP,
    )
    .fetch_one(&mut *connection)
    .await?;
    let deleted = sqlx::query!(
        "DELETE FROM kudos_receivers
         WHERE team_id = ?1 AND person_id = ?2
           AND kudos_id IN (SELECT value FROM json_each(?3))",
        of.team,
        of.person,
        kudos,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM kudos
         WHERE kudos_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
             SELECT 1 FROM kudos_receivers AS r WHERE r.kudos_id = kudos.kudos_id)",
        kudos,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn given(connection: &mut SqliteConnection, of: Reach) -> StoreResult<u64> {
    let changed = sqlx::query!(
        "UPDATE kudos SET giver_id = ?5,
                          interaction_id = iif(interaction_id IS NULL, NULL, -kudos_id)
         WHERE kudos_id IN (
             SELECT kudos_id FROM kudos
             WHERE team_id = ?1 AND giver_id = ?2 AND +kudos_id <= ?3 LIMIT ?4)",
        of.team,
        of.person,
        of.kudos,
        STEP,
        PersonId::FORGOTTEN,
    )
    .execute(connection)
    .await?;
    Ok(changed.rows_affected())
}
