//! `/away`: until which day a member is away.

pub(crate) mod commands;
pub(crate) mod view;

use std::ops::RangeInclusive;

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::calendar::{Absence, Zone};
use crate::language::Language;
use crate::when::{WhenError, understand_coming};

/// The days on which a member can be back: from tomorrow on, for a year.
fn days(now: DateTime<Utc>, zone: Zone) -> RangeInclusive<NaiveDate> {
    let today = now.with_timezone(&zone).date_naive();
    let tomorrow = today.succ_opt().unwrap_or(today);
    let latest = today.checked_add_months(Months::new(12));
    tomorrow..=latest.unwrap_or(tomorrow)
}

/// Reads the day on which a member in `zone` is back.
fn absence(
    text: &str,
    now: DateTime<Utc>,
    zone: Zone,
    language: Language,
) -> Result<Absence, WhenError> {
    let when = understand_coming(text, now, zone, &days(now, zone), language)?;
    let day = when.at.with_timezone(&zone).date_naive();
    Ok(Absence::until_day(day, zone))
}
