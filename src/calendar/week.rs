//! The local ISO week: a member gets one nudge in each.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A calendar week, Monday to Sunday, numbered by ISO 8601 and written `2026-W48`.
///
/// The week of an instant depends on the member's zone, so use the local date. Ordered by time; the
/// text sorts in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    /// Stored instead of the numbers, so that counting weeks is simple arithmetic.
    monday: NaiveDate,
}

impl IsoWeek {
    /// The week of `date`.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let since_monday = u64::from(date.weekday().num_days_from_monday());
        let monday = date.checked_sub_days(Days::new(since_monday));
        Self {
            // No day is before the calendar's first one, 262,000 years ago.
            monday: monday.unwrap_or(NaiveDate::MIN),
        }
    }

    /// The date of a weekday in the week.
    #[must_use]
    pub(crate) fn day(self, weekday: Weekday) -> NaiveDate {
        let since_monday = u64::from(weekday.num_days_from_monday());
        let date = self.monday.checked_add_days(Days::new(since_monday));
        date.unwrap_or(NaiveDate::MAX)
    }

    /// The week this many weeks later, up to the calendar's last one.
    #[must_use]
    pub(crate) fn plus(self, weeks: u32) -> Self {
        let monday = self
            .monday
            .checked_add_days(Days::new(7 * u64::from(weeks)));
        monday.map_or(self, |monday| Self { monday })
    }

    /// The week this many weeks earlier, down to the calendar's first one.
    #[must_use]
    pub(crate) fn minus(self, weeks: u32) -> Self {
        let monday = self
            .monday
            .checked_sub_days(Days::new(7 * u64::from(weeks)));
        monday.map_or(self, |monday| Self { monday })
    }

    /// Parses the displayed form, `2026-W48`.
    pub fn parse(text: &str) -> Result<Self, IsoWeekError> {
        Self::read(text).ok_or_else(|| IsoWeekError(text.to_owned()))
    }

    fn read(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let digits = |text: &str, count| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !(digits(year, 4) && digits(week, 2)) {
            return None;
        }
        let monday =
            NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)?;
        Some(Self { monday })
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for IsoWeek {
    type Err = IsoWeekError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// The text is not an ISO week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an ISO week such as \"2026-W48\"")]
pub struct IsoWeekError(String);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_are_numbered_by_iso_8601() {
        for (day, week) in [
            ("2026-11-23", "2026-W48"),
            ("2026-11-29", "2026-W48"),
            ("2026-12-31", "2026-W53"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("2024-12-30", "2025-W01"),
        ] {
            assert_eq!(IsoWeek::of(date(day)).to_string(), week, "{day}");
        }
    }

    #[test]
    fn only_the_displayed_form_is_parsed() {
        for text in [
            "",
            "2026",
            "2026-W",
            "2026-W00",
            "2026-W54",
            "2025-W53",
            "2026-W1",
            "2026-w48",
            "2026-W+1",
            "26-W48",
            "2026-W48 ",
            "２０２６-W48",
        ] {
            assert!(IsoWeek::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_weeks_too() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let week = IsoWeek::of(date);
            let _ = (week.plus(2), week.minus(2), week.day(Weekday::Sun));
        }
    }

    proptest! {
        #[test]
        fn a_weeks_text_keeps_its_value_and_order(a in 0_i32..200_000, b in 0_i32..200_000) {
            let of = |days| IsoWeek::of(NaiveDate::from_epoch_days(days).unwrap());
            let (a, b) = (of(a), of(b));
            prop_assert_eq!(IsoWeek::parse(&a.to_string()), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!(a.plus(1).minus(1), a);
            prop_assert_eq!(IsoWeek::of(a.day(Weekday::Sun)), a);
            prop_assert_eq!(IsoWeek::of(a.day(Weekday::Sun).succ_opt().unwrap()), a.plus(1));
        }
    }
}
