//! The SQL of ties. An encounter moves the clock of both sides; taking one away moves it back to
//! the encounter before.

mod due;
mod find;
mod last;
mod wishes;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Circle;
use crate::database::{StoreError, StoreResult};
use crate::ids::{PersonId, TeamId};
use crate::nudges::choose::rest_after_silence;

pub use due::redue_team;
pub use find::{all, find, find_all};
pub use last::refresh_among;
pub use wishes::{resume, set_circle, snooze};

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

/// The member is back after ignored nudges: whoever these named rests for two weeks from the last of
/// them, as after a first one, and not for the months that silence had made of it.
pub async fn end_silence(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
) -> StoreResult<()> {
    let rest = (rest_after_silence(DateTime::UNIX_EPOCH, 1) - DateTime::UNIX_EPOCH).num_seconds();
    sqlx::query!(
        "UPDATE ties SET silences = 1, not_before = min(not_before, ?3 + coalesce(
             (SELECT max(n.due_at) FROM suggestions AS s JOIN nudges AS n USING (nudge_id)
              WHERE s.team_id = ?1 AND s.other_id = ties.other_id AND n.member_id = ?2
                AND n.state = 'sent'), 0))
         WHERE team_id = ?1 AND member_id = ?2 AND silences > 1",
        team,
        member,
        rest,
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
