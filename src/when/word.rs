//! What a word of a date means, in any language.

use std::borrow::Cow;

use chrono::{NaiveTime, TimeDelta, Timelike as _, Weekday};

use super::Precision;

/// A time of day, or a part of the day.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    /// Before this time of the day it is in the future.
    pub(super) begins: NaiveTime,
    /// The time that Rapport stores.
    pub(super) stands_for: NaiveTime,
    pub(super) precision: Precision,
}

impl Clock {
    /// The member said no time.
    pub(super) const DAY: Self = Self::part(0, 12);

    pub(super) const MORNING: Self = Self::part(0, 9);
    pub(super) const LUNCHTIME: Self = Self::part(11, 12);
    pub(super) const AFTERNOON: Self = Self::part(12, 15);
    pub(super) const EVENING: Self = Self::part(17, 19);
    pub(super) const NIGHT: Self = Self::part(18, 21);
    pub(super) const NOON: Self = Self::exactly(hour(12));
    pub(super) const MIDNIGHT: Self = Self::exactly(hour(0));

    const fn part(begins: u32, stands_for: u32) -> Self {
        Self {
            begins: hour(begins),
            stands_for: hour(stands_for),
            precision: Precision::Day,
        }
    }

    pub(super) const fn exactly(time: NaiveTime) -> Self {
        Self {
            begins: time,
            stands_for: time,
            precision: Precision::Time,
        }
    }

    /// This part of the day at `time`, on a clock of 12 or 24 hours: an evening's 9:00 is 21:00.
    pub(super) fn at(self, time: NaiveTime) -> Option<Self> {
        let hours = match self.stands_for.hour() {
            9 => [0..12, 0..0],
            12 => [11..15, 0..0],
            15 => [12..21, 0..0],
            19 => [16..24, 0..0],
            _ => [0..6, 18..24],
        };
        let is_part = |time: &NaiveTime| hours.iter().any(|it| it.contains(&time.hour()));
        let later = (time.hour() < 12).then(|| time + TimeDelta::hours(12));
        let exact = self.precision == Precision::Time;
        let mut times = [Some(time), later].into_iter().flatten();
        let time = times.find(|time| !exact && is_part(time));
        time.map(Self::exactly)
    }
}

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// Which one is meant where several days fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// The most recent one.
    Back,
    /// The next one.
    Ahead,
}

/// A date in numbers alone.
#[derive(Clone, Copy)]
pub(super) enum Numbers {
    /// `2026-11-20`: only one reading.
    YearFirst(u32, u32, u32),
    /// `20.11.2026`, `20.11.`: with dots, the day comes first everywhere.
    DayFirst(u32, u32, Option<u32>),
    /// `20/11/2026`, `20-11`: the order of day and month depends on the country.
    Either(u32, u32, Option<u32>),
}

/// `am` or `pm`.
#[derive(Clone, Copy)]
pub(super) enum Half {
    Am,
    Pm,
}

/// One word, grouped by what may stand next to it.
#[derive(Clone)]
pub(super) enum Word {
    /// `now`.
    Now,
    /// `today`, `yesterday`, `tomorrow`, as days from today.
    Relative(i64),
    Weekday(Weekday),
    Month(u32),
    Unit(Unit),
    Number(u32),
    /// A day of a month: `20th`, `20.`
    Nth(u32),
    Numbers(Numbers),
    Clock(Clock),
    /// Digits that are a time of day or a number with a fraction: `9:30`, `9.30`, `0900`, `1.5`.
    Digits(Cow<'static, str>),
    Half(Half),
    /// `at`, `about`: a number after it may be an hour.
    At,
    /// `Uhr`, `h`, `時`: the number before it is an hour.
    OClock,
    /// `分`: the number before it is a minute.
    Minute,
    /// `et demie`, `半`: half an hour more.
    HalfPast,
    /// `halb`: half an hour before the hour that follows.
    HalfTo,
    /// `le`, `dia`: a number after it is a day of a month.
    The,
    /// A suffix that makes the number before it a day: `th`, `日`.
    Ordinal,
    /// A suffix of a year: `年`.
    YearMark,
    Last,
    This,
    Next,
    Ago,
    /// `in`, `from now`: the length of time beside it is still to come.
    Ahead,
}
