//! The SQL of ties. An encounter updates the last talk of both sides; deleting it restores the
//! previous one.

mod dated_ahead;
mod due;
mod find;
mod last;
mod rest;
mod wishes;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Circle;
use crate::database::{StoreError, StoreResult};
use crate::ids::{MemberKey, PersonId};

pub(crate) use dated_ahead::{resting_too_long, shorten_rests};
pub(crate) use due::recompute_due_of_some;
pub(crate) use find::{StoredTie, all, find};
pub(crate) use last::{refresh_all, refresh_among};
pub use rest::{rest_after_suggestion, rest_again, rest_as_asked};
pub use wishes::{resume, set_circle, snooze};

/// The member stops nudges about `other`.
pub async fn stop(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, stopped_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET stopped_at = coalesce(stopped_at, ?4)",
        member.team,
        member.person,
        other,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads the member's own circle for a tie.
pub(crate) fn read_circle(kept: Option<String>) -> StoreResult<Option<Circle>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "ties",
        column: "circle",
        value,
    };
    kept.map(|text| Circle::parse(&text).map_err(|_| corrupt(text)))
        .transpose()
}
