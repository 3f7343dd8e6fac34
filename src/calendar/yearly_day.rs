//! A day that comes back every year.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate};

use crate::language::Language;

/// A leap year: every day of a year is in it.
const LEAP_YEAR: i32 = 2024;

/// A day of the year, such as a birthday without its year. Written `12-05`: the month comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearlyDay {
    month: u32,
    day: u32,
}

impl YearlyDay {
    /// A day to show how people can write one.
    pub(crate) const EXAMPLE: Self = Self { month: 12, day: 3 };

    /// The day, if some year has it.
    #[must_use]
    pub(crate) fn new(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).map(|_| Self { month, day })
    }

    /// Whether it is 29 February, which most years don't have.
    #[must_use]
    pub(crate) fn is_leap_day(self) -> bool {
        (self.month, self.day) == (2, 29)
    }

    /// Its date in a year; in a year without 29 February, that is the 28th.
    #[must_use]
    pub(crate) fn in_year(self, year: i32) -> NaiveDate {
        let date = |day| NaiveDate::from_ymd_opt(year, self.month, day);
        // Every year of the calendar has the other days.
        date(self.day).or_else(|| date(28)).unwrap_or_default()
    }

    /// "5 December".
    #[must_use]
    pub(crate) fn in_words(self, language: Language) -> String {
        language.day_of_month(self.in_year(LEAP_YEAR))
    }

    /// Its date among these days, which are less than a year.
    #[must_use]
    pub(crate) fn among(self, days: &RangeInclusive<NaiveDate>) -> Option<NaiveDate> {
        let years = days.start().year()..=days.end().year();
        let mut dates = years.map(|year| self.in_year(year));
        dates.find(|date| days.contains(date))
    }

    /// All days of the year that fall on one of these days.
    #[must_use]
    pub(crate) fn all_among(days: &RangeInclusive<NaiveDate>) -> Vec<Self> {
        let dates = days.start().iter_days().take_while(|it| it <= days.end());
        let mut all: Vec<_> = dates
            .map(|it| Self {
                month: it.month(),
                day: it.day(),
            })
            .collect();
        let leap_day = Self { month: 2, day: 29 };
        if leap_day.among(days).is_some() && !all.contains(&leap_day) {
            all.push(leap_day);
        }
        all
    }
}

impl fmt::Display for YearlyDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for YearlyDay {
    type Err = YearlyDayError;

    fn from_str(text: &str) -> Result<Self, YearlyDayError> {
        let read = || {
            let (month, day) = text.split_once('-')?;
            Self::new(month.parse().ok()?, day.parse().ok()?)
        };
        read()
            .filter(|day| day.to_string() == text)
            .ok_or_else(|| YearlyDayError(text.to_owned()))
    }
}

/// The text is no day of the year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a day of the year such as \"12-05\"")]
pub struct YearlyDayError(String);

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn yearly(text: &str) -> YearlyDay {
        text.parse().unwrap()
    }

    #[test]
    fn only_days_of_a_year_are_read() {
        assert_eq!(yearly("02-29").to_string(), "02-29");
        for text in [
            "", "02-30", "13-01", "00-10", "2-9", "12-5", "12-05 ", "1205", "+1-01",
        ] {
            assert!(text.parse::<YearlyDay>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_leap_day_falls_on_the_28th_in_other_years() {
        let leap_day = yearly("02-29");
        assert_eq!(leap_day.in_year(2028), date("2028-02-29"));
        assert_eq!(leap_day.in_year(2027), date("2027-02-28"));
        let week = date("2027-02-22")..=date("2027-02-28");
        assert_eq!(leap_day.among(&week), Some(date("2027-02-28")));
        assert!(YearlyDay::all_among(&week).contains(&leap_day));
        let week = date("2028-02-28")..=date("2028-03-05");
        assert_eq!(leap_day.among(&week), Some(date("2028-02-29")));
    }

    #[test]
    fn a_week_can_lie_in_two_years() {
        let week = date("2026-12-28")..=date("2027-01-03");
        assert_eq!(yearly("12-31").among(&week), Some(date("2026-12-31")));
        assert_eq!(yearly("01-03").among(&week), Some(date("2027-01-03")));
        assert_eq!(yearly("01-04").among(&week), None);
    }

    proptest! {
        #[test]
        fn each_day_of_a_year_is_in_exactly_one_of_its_weeks(
            start in 0_i32..60_000,
            month in 1_u32..=12,
            day in 1_u32..=31,
        ) {
            let Some(yearly) = YearlyDay::new(month, day) else { return Ok(()) };
            prop_assert_eq!(yearly.to_string().parse(), Ok(yearly));
            let start = NaiveDate::from_epoch_days(start).unwrap();
            let weeks = (0..52).map(|week| start + Days::new(7 * week));
            let of = weeks.map(|first| first..=first + Days::new(6));
            let found: Vec<_> = of.filter(|week| yearly.among(week).is_some()).collect();
            prop_assert!(found.len() <= 1);
            for week in found {
                prop_assert!(YearlyDay::all_among(&week).contains(&yearly));
            }
        }
    }
}
