//! The SQL of ties. An encounter updates the last talk of both sides; deleting it restores the
//! previous one.

mod dated_ahead;
mod due;
mod find;
mod last;
mod rest;
mod wishes;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Circle, Kind};
use crate::calendar::Absence;
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{MemberKey, PersonId, TeamId};

pub(crate) use dated_ahead::{repair_contacts, resting_too_long, shorten_rests};
pub(crate) use due::recompute_due_of_some;
pub(crate) use find::{StoredTie, all, find, name_of, names_of};
pub(crate) use last::{refresh_all, refresh_among};
pub use rest::{rest_after_suggestion, rest_again, rest_as_asked};
pub(crate) use wishes::{add, add_missing};
pub use wishes::{end_apart, keep_apart, resume, set_circle, set_kind, snooze};

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

/// For each member of a team, the people they are kept apart from, by their own wish or the other's.
pub(crate) async fn apart(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<HashMap<PersonId, HashSet<PersonId>>> {
    let pairs = sqlx::query!(
        r#"SELECT member_id AS "member: PersonId", other_id AS "other: PersonId" FROM ties
           WHERE team_id = ? AND apart_at IS NOT NULL"#,
        team,
    )
    .fetch_all(connection)
    .await?;
    let mut apart = HashMap::<_, HashSet<_>>::new();
    for pair in pairs {
        apart.entry(pair.member).or_default().insert(pair.other);
        apart.entry(pair.other).or_default().insert(pair.member);
    }
    Ok(apart)
}

/// Reads what the other person is to the member.
pub(crate) fn read_kind(kept: Option<String>) -> StoreResult<Option<Kind>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "ties",
        column: "kind",
        value,
    };
    kept.map(|word| word.parse().map_err(|_| corrupt(word)))
        .transpose()
}

/// Reads a person's absence.
pub(crate) fn read_absence(
    until: Option<i64>,
    back_on: Option<String>,
) -> StoreResult<Option<Absence>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "members",
        column: "back_on",
        value,
    };
    let (Some(until), Some(day)) = (until, back_on) else {
        return Ok(None);
    };
    Ok(Some(Absence {
        until: instant("members", "away_until", until)?,
        back_on: day.parse().map_err(|_| corrupt(day))?,
    }))
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
