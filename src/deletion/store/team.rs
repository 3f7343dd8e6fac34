//! The rows that a step deletes of a whole team. Members go first, so that none of them is nudged
//! meanwhile.

use sqlx::SqliteConnection;

use crate::database::StoreResult;
use crate::deletion::STEP;
use crate::ids::TeamId;

/// Deletes some of the team's rows. Returns how many.
pub(super) async fn step(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = first_that_deletes![
        members(connection, team),
        nudges(connection, team),
        reminders(connection, team),
        introductions(connection, team),
        ties(connection, team),
        encounters(connection, team),
        contacts(connection, team),
        counts(connection, team),
        kudos(connection, team),
        rest(connection, team),
    ];
    Ok(deleted)
}

async fn members(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM members WHERE team_id = ?1 AND person_id IN (
             SELECT person_id FROM members WHERE team_id = ?1 LIMIT ?2)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes nudges and their suggestions.
async fn nudges(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM nudges WHERE nudge_id IN (
             SELECT nudge_id FROM nudges WHERE team_id = ? LIMIT ?)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn reminders(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM reminders WHERE reminder_id IN (
             SELECT reminder_id FROM reminders WHERE team_id = ? LIMIT ?)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes introductions and their people. Rounds and choices are few, and go with the team.
async fn introductions(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM introductions WHERE introduction_id IN (
             SELECT introduction_id FROM introductions WHERE team_id = ? LIMIT ?)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn ties(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM ties WHERE team_id = ?1 AND (member_id, other_id) IN (
             SELECT member_id, other_id FROM ties WHERE team_id = ?1 LIMIT ?2)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes encounters, their people and their notes.
async fn encounters(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM encounters WHERE encounter_id IN (
             SELECT encounter_id FROM encounters WHERE team_id = ? LIMIT ?)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn contacts(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM contacts WHERE team_id = ?1 AND (owner_id, contact_id) IN (
             SELECT owner_id, contact_id FROM contacts WHERE team_id = ?1 LIMIT ?2)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes counts before the kudos: deleting kudos would update the counts of each.
async fn counts(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM kudos_counts
         WHERE team_id = ?1 AND (channel_id, side, span, starts, person_id) IN (
             SELECT channel_id, side, span, starts, person_id FROM kudos_counts
             WHERE team_id = ?1 LIMIT ?2)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes kudos and their receivers.
async fn kudos(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!(
        "DELETE FROM kudos WHERE kudos_id IN (
             SELECT kudos_id FROM kudos WHERE team_id = ? LIMIT ?)",
        team,
        STEP,
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// Deletes the team itself, with the few rows of other tables and rows written meanwhile.
async fn rest(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<u64> {
    let deleted = sqlx::query!("DELETE FROM teams WHERE team_id = ?", team)
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected())
}
