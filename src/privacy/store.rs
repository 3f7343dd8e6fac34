//! The SQL of consent: what is kept about somebody, and deleting it.

mod export;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

pub use export::export;

use super::Kept;
use crate::database::{StoreResult, json_list, scrub};
use crate::ids::{PersonId, TeamId};

/// How much is kept about `person` in `team`.
pub async fn kept(readers: &SqlitePool, team: TeamId, person: PersonId) -> StoreResult<Kept> {
    Ok(sqlx::query_as!(
        Kept,
        r#"SELECT (SELECT count(*) FROM encounter_people
                   WHERE team_id = ?1 AND person_id = ?2) AS "encounters!: i64",
                  (SELECT count(*) FROM notes
                   WHERE team_id = ?1 AND author_id = ?2) AS "notes!: i64",
                  (SELECT count(*) FROM ties
                   WHERE team_id = ?1 AND member_id = ?2) AS "ties!: i64",
                  (SELECT count(*) FROM nudges
                   WHERE team_id = ?1 AND member_id = ?2 AND state = 'sent') AS "nudges!: i64",
                  (SELECT count(*) FROM kudos AS k JOIN kudos_receivers AS r USING (kudos_id)
                   WHERE k.team_id = ?1 AND k.giver_id = ?2) AS "given!: i64",
                  (SELECT count(*) FROM kudos_receivers
                   WHERE team_id = ?1 AND person_id = ?2) AS "received!: i64""#,
        team,
        person,
    )
    .fetch_one(readers)
    .await?)
}

/// Those of `people` who asked not to be tracked.
pub async fn untracked_among(
    readers: &SqlitePool,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<Vec<PersonId>> {
    let people = json_list(people);
    let untracked = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM members
           WHERE team_id = ? AND person_id IN (SELECT value FROM json_each(?))
             AND untracked_at IS NOT NULL"#,
        team,
        people,
    )
    .fetch_all(readers)
    .await?;
    Ok(untracked)
}

/// Nobody can log or be nudged about `person` any more. What was logged stays, for the day they
/// change their mind; only nudges on their way name them no longer.
pub async fn dont_track(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET untracked_at = coalesce(untracked_at, ?)
         WHERE team_id = ? AND person_id = ?",
        now,
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM suggestions WHERE team_id = ? AND other_id = ? AND nudge_id IN (
             SELECT nudge_id FROM nudges WHERE state = 'claimed')",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    drop_empty_claims(connection).await
}

/// A nudge that names nobody any more brings no message.
async fn drop_empty_claims(connection: &mut SqliteConnection) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE nudges SET state = 'nobody'
         WHERE state = 'claimed' AND NOT EXISTS (
             SELECT 1 FROM suggestions WHERE suggestions.nudge_id = nudges.nudge_id)",
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// People can log and be nudged about `person` again; nudges of their own that fell meanwhile are
/// not made up for.
pub async fn track_again(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET untracked_at = NULL,
                            nudges_from = CASE WHEN joined_at IS NULL THEN NULL ELSE ? END
         WHERE team_id = ? AND person_id = ? AND untracked_at IS NOT NULL",
        now,
        team,
        person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes what is kept about `person`: after this, no row holds their id or a word of theirs, save
/// the thanks they gave others.
///
/// A talk of theirs with one other person goes, unless that person logged it or has a note on it;
/// a talk of more people stays for those, without them.
pub async fn forget(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<()> {
    forget_encounters(connection, team, person).await?;
    forget_nudges(connection, team, person).await?;
    forget_kudos(connection, team, person).await?;
    sqlx::query!(
        "DELETE FROM members WHERE team_id = ? AND person_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    scrub::owe(connection).await
}

async fn forget_encounters(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "DELETE FROM ties WHERE team_id = ?1 AND (member_id = ?2 OR other_id = ?2)",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM notes WHERE team_id = ? AND author_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM corrections WHERE team_id = ? AND author_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM encounters WHERE team_id = ?1 AND logged_by = ?2
           AND (SELECT count(*) FROM encounter_people AS p
                WHERE p.encounter_id = encounters.encounter_id AND p.person_id <> ?2) < 2
           AND NOT EXISTS (SELECT 1 FROM notes AS n
                           WHERE n.encounter_id = encounters.encounter_id)",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM encounter_people WHERE team_id = ? AND person_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    // An interaction can be told from no other number but by Discord; it is theirs all the same.
    sqlx::query!(
        "UPDATE encounters SET logged_by = ?3, interaction_id = -encounter_id
         WHERE team_id = ?1 AND logged_by = ?2",
        team,
        person,
        PersonId::FORGOTTEN,
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn forget_nudges(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "DELETE FROM nudges WHERE team_id = ? AND member_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM suggestions WHERE team_id = ? AND other_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    drop_empty_claims(connection).await
}

async fn forget_kudos(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "DELETE FROM kudos_receivers WHERE team_id = ? AND person_id = ?",
        team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM kudos WHERE team_id = ? AND NOT EXISTS (
             SELECT 1 FROM kudos_receivers AS r WHERE r.kudos_id = kudos.kudos_id)",
        team,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE kudos SET giver_id = ?3, interaction_id = -kudos_id
         WHERE team_id = ?1 AND giver_id = ?2",
        team,
        person,
        PersonId::FORGOTTEN,
    )
    .execute(connection)
    .await?;
    Ok(())
}
