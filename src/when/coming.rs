//! Reads a time that is still to come, as people type it: `next monday`, `in 2 weeks`, `5 Dec 14:00`.

use std::ops::RangeInclusive;

use chrono::{DateTime, Days, NaiveDate, SubsecRound as _, Utc};

use super::reading::{Day, Frame, Unread};
use super::word::Clock;
use super::{SHOWN, When, WhenError, in_order, read, shown};
use crate::calendar::Zone;
use crate::calendar::wall_clock;
use crate::language::Language;

/// Reads what a member typed, in their language or English and in their zone, as a time to come on
/// one of these `days`.
///
/// Reads what [`understand`](super::understand) reads, and `in 2 weeks`. If several days fit, the
/// next one counts: `friday`, `5 Dec`, `9:00` alone. Today is one of them for a time alone that has
/// not come yet; yesterday's date without a year is over. `next week`, `next month` and `next year`
/// mean their first days. A day without a time means noon.
pub(crate) fn understand_coming(
    text: &str,
    now: DateTime<Utc>,
    zone: Zone,
    days: &RangeInclusive<NaiveDate>,
    language: Language,
) -> Result<When, WhenError> {
    let now = now.trunc_subsecs(0);
    let today = now.with_timezone(&zone).date_naive();
    let frame = Frame::coming(today);
    let when = read(text, frame, now, zone, language).map_err(|unread| match unread {
        Unread::Unknown => WhenError::UnreadableAsComing {
            shown: shown(text, SHOWN),
            day: today.checked_add_days(Days::new(7)).unwrap_or(today),
        },
        Unread::Order(readings) => in_order(readings, |day| {
            let when = local_instant(Day::only(day), Clock::DAY, now, zone);
            in_reach(when, now, zone, days)
        }),
    })?;
    in_reach(when, now, zone, days)
}

/// The instant of a coming day and a time in the member's zone.
pub(super) fn local_instant(day: Day, clock: Clock, now: DateTime<Utc>, zone: Zone) -> When {
    let begins = |date: NaiveDate| wall_clock::instant(date.and_time(clock.begins), zone);
    let later = day.otherwise.filter(|_| begins(day.date) <= now);
    let date = later.unwrap_or(day.date);
    When {
        at: wall_clock::instant(date.and_time(clock.stands_for), zone),
        precision: clock.precision,
    }
}

/// The same, if it is to come on one of these days.
fn in_reach(
    when: When,
    now: DateTime<Utc>,
    zone: Zone,
    days: &RangeInclusive<NaiveDate>,
) -> Result<When, WhenError> {
    let understood = when.at.with_timezone(&zone).naive_local();
    if when.at <= now || understood.date() < *days.start() {
        Err(WhenError::Over {
            understood,
            precision: when.precision,
        })
    } else if understood.date() > *days.end() {
        Err(WhenError::TooFarAhead {
            understood: understood.date(),
            latest: *days.end(),
        })
    } else {
        Ok(when)
    }
}
