//! The SQL of dates.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use sqlx::{SqliteConnection, SqliteExecutor};

use super::{DatedTie, Occasion, PersonDates};
use crate::calendar::YearlyDay;
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{MemberKey, PersonId};
use crate::team::Team;
use crate::ties::store::read_circle;

/// Stores a date of a stored member; `None` removes it.
pub(crate) async fn set(
    connection: &mut SqliteConnection,
    key: MemberKey,
    occasion: Occasion,
    day: Option<YearlyDay>,
) -> StoreResult<()> {
    let day = day.map(|day| day.to_string());
    match occasion {
        Occasion::Birthday => {
            sqlx::query!(
                "UPDATE members SET birthday = ? WHERE team_id = ? AND person_id = ?",
                day,
                key.team,
                key.person,
            )
            .execute(connection)
            .await?
        }
        Occasion::FirstDay => {
            sqlx::query!(
                "UPDATE members SET first_day = ? WHERE team_id = ? AND person_id = ?",
                day,
                key.team,
                key.person,
            )
            .execute(connection)
            .await?
        }
    };
    Ok(())
}

/// The dates of a person.
pub(crate) async fn of(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
) -> StoreResult<PersonDates> {
    let row = sqlx::query!(
        "SELECT birthday, first_day FROM members WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .fetch_optional(executor)
    .await?;
    row.map_or(Ok(PersonDates::default()), |row| {
        read(row.birthday, row.first_day)
    })
}

/// Reads the dates of a person.
pub(crate) fn read(
    birthday: Option<String>,
    first_day: Option<String>,
) -> StoreResult<PersonDates> {
    Ok(PersonDates {
        birthday: read_day("members", "birthday", birthday)?,
        first_day: read_day("members", "first_day", first_day)?,
    })
}

/// Reads a stored day of the year.
pub(crate) fn read_day(
    table: &'static str,
    column: &'static str,
    stored: Option<String>,
) -> StoreResult<Option<YearlyDay>> {
    let corrupt = |value| StoreError::Corrupt {
        table,
        column,
        value,
    };
    stored
        .map(|day| day.parse().map_err(|_| corrupt(day)))
        .transpose()
}

/// The people with a date on one of these days and a tie with the member, the earliest date first, and
/// the closest tie of one day. Without people who are away, untracked or gone, and without those that
/// the member does not want to be reminded of.
///
/// That the other keeps the two apart changes nothing here: a date is no suggestion, and one that is
/// missing would tell.
pub(crate) async fn told(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    days: &RangeInclusive<NaiveDate>,
    now: DateTime<Utc>,
) -> StoreResult<Vec<DatedTie>> {
    let yearly: Vec<_> = YearlyDay::all_among(days)
        .iter()
        .map(ToString::to_string)
        .collect();
    let (yearly, now) = (json!(yearly).to_string(), now.timestamp());
    let rows = sqlx::query_file!("src/dates/store/told.sql", team.id, member, yearly, now)
        .fetch_all(connection)
        .await?;
    let mut told = Vec::with_capacity(rows.len());
    for row in rows {
        let dates = read(row.birthday, row.first_day)?;
        let last = row.last_met_at.map(|at| instant("ties", "last_met_at", at));
        if let Some(first) = dates.among(days).first() {
            told.push(DatedTie {
                other: row.other,
                circle: read_circle(row.circle)?.unwrap_or(team.circle),
                last: last.transpose()?,
                first: first.day,
            });
        }
    }
    told.sort_by_key(|it| (it.first, it.circle.interval(), it.other));
    Ok(told)
}
