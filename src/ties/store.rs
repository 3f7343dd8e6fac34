//! The SQL of ties. An encounter moves the clock of both sides; taking one away moves it back to
//! the encounter before.

mod due;
mod find;
mod wishes;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Circle;
use crate::database::{StoreError, StoreResult};
use crate::ids::{EncounterId, PersonId, TeamId};

pub use due::redue_team;
pub use find::{all, find};
pub use wishes::{resume, set_circle, snooze};

/// Brings both sides of every pair among `people` up to date with the encounters there are now:
/// to be called after one was written, moved or deleted.
pub async fn refresh_among(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<()> {
    for (index, one) in people.iter().enumerate() {
        for other in &people[index + 1..] {
            let last = last_encounter(connection, team, *one, *other).await?;
            set_last(connection, team, *one, *other, last).await?;
            set_last(connection, team, *other, *one, last).await?;
        }
    }
    Ok(())
}

async fn last_encounter(
    connection: &mut SqliteConnection,
    team: TeamId,
    one: PersonId,
    other: PersonId,
) -> StoreResult<Option<(EncounterId, i64)>> {
    let row = sqlx::query!(
        r#"SELECT mine.encounter_id AS "encounter_id: EncounterId", mine.happened_at
           FROM encounter_people AS mine
           JOIN encounter_people AS theirs
             ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?3
           WHERE mine.team_id = ?1 AND mine.person_id = ?2
           ORDER BY mine.happened_at DESC, mine.encounter_id DESC LIMIT 1"#,
        team,
        one,
        other,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.encounter_id, row.happened_at)))
}

/// A talk ends the rest that silence had brought, which may be months; what the member asked for
/// with *Not now* stays. Which of the two it is shows in `silences`: *Not now* sets it to 0.
async fn set_last(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    last: Option<(EncounterId, i64)>,
) -> StoreResult<()> {
    let (encounter, met_at) = last.unzip();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, last_encounter_id, last_met_at)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET last_encounter_id = excluded.last_encounter_id,
                                   last_met_at = excluded.last_met_at,
                                   not_before = iif(silences > 0, NULL, not_before),
                                   silences = 0",
        team,
        member,
        other,
        encounter,
        met_at,
    )
    .execute(&mut *connection)
    .await?;
    due::redue(connection, team, member, other).await
}

/// The member wants no more nudges about `other`.
pub async fn stop(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, stopped_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET stopped_at = coalesce(stopped_at, ?4)",
        team,
        member,
        other,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// `other` was suggested to the member, who has done nothing about it yet: rests until `until`.
pub async fn rest_after_suggestion(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before, silences)
         VALUES (?1, ?2, ?3, ?4, 1)
         ON CONFLICT DO UPDATE SET not_before = max(coalesce(not_before, 0), ?4),
                                   silences = silences + 1",
        team,
        member,
        other,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member said *Not now* about `other`: rests until `until`, and no longer, however long the
/// silence before had made the rest.
pub async fn rest_as_asked(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET
             not_before = iif(silences > 0, ?4, max(coalesce(not_before, 0), ?4)), silences = 0",
        team,
        member,
        other,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// How many suggestions of `other` in a row the member did nothing about.
pub async fn silences(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
) -> StoreResult<u32> {
    let silences = sqlx::query_scalar!(
        "SELECT silences FROM ties WHERE team_id = ? AND member_id = ? AND other_id = ?",
        team,
        member,
        other,
    )
    .fetch_optional(connection)
    .await?;
    Ok(silences
        .and_then(|silences| u32::try_from(silences).ok())
        .unwrap_or(0))
}

/// The member's own circle for a tie, as it is kept.
pub fn read_circle(kept: Option<String>) -> StoreResult<Option<Circle>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "ties",
        column: "circle",
        value,
    };
    kept.map(|text| Circle::parse(&text).map_err(|_| corrupt(text)))
        .transpose()
}
