//! The period that a board or an allowance counts, in the team's zone.

#[cfg(test)]
use std::ops::Range;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc, Weekday};

use crate::calendar::Zone;
use crate::calendar::wall_clock;
use crate::language::{Text, text};

/// What a leaderboard counts. Every period begins and ends with a day in the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// Monday to Sunday.
    ThisWeek,
    /// Today and the six days before.
    Last7Days,
    /// The calendar month: the default of a board.
    #[default]
    ThisMonth,
    /// Today and the 29 days before.
    Last30Days,
    /// Three calendar months from January, April, July or October.
    ThisQuarter,
    /// Everything up to today.
    AllTime,
}

impl Period {
    /// All periods, in the order of the command.
    pub(crate) const ALL: [Self; 6] = [
        Self::ThisWeek,
        Self::Last7Days,
        Self::ThisMonth,
        Self::Last30Days,
        Self::ThisQuarter,
        Self::AllTime,
    ];

    /// The word in the command and in a `custom_id`; [`Period::parse`] reads it.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::ThisWeek => "this week",
            Self::Last7Days => "last 7 days",
            Self::ThisMonth => "this month",
            Self::Last30Days => "last 30 days",
            Self::ThisQuarter => "this quarter",
            Self::AllTime => "all time",
        }
    }

    /// The words in a heading.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::ThisWeek => text!("board-this-week"),
            Self::Last7Days => text!("board-last-7-days"),
            Self::ThisMonth => text!("board-this-month"),
            Self::Last30Days => text!("board-last-30-days"),
            Self::ThisQuarter => text!("board-this-quarter"),
            Self::AllTime => text!("board-all-time"),
        }
    }

    /// The period with this word.
    #[must_use]
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// The counts to add up on `today`, a day in the team's zone.
    #[must_use]
    pub fn buckets(self, today: NaiveDate) -> Buckets {
        let months = |first: NaiveDate, last: NaiveDate| Buckets {
            span: Span::Month,
            first: month_of(first),
            last: month_of(last),
        };
        match self {
            Self::ThisWeek => {
                let (monday, next) = week(today);
                Buckets::days(monday, earlier(next, 1))
            }
            Self::Last7Days => Buckets::days(earlier(today, 6), today),
            Self::ThisMonth => months(today, today),
            Self::Last30Days => Buckets::days(earlier(today, 29), today),
            Self::ThisQuarter => {
                let (first, next) = self::months(today, today.month0() / 3 * 3, 3);
                months(first, earlier(next, 1))
            }
            Self::AllTime => Buckets {
                span: Span::All,
                first: String::new(),
                last: String::new(),
            },
        }
    }

    /// The instants in the period: from the start of its first day up to, and without, the start of
    /// the day after its last. It contains `now` and the rest of its last day, so the same board
    /// counts the same range all day.
    #[cfg(test)]
    pub(crate) fn range(self, now: DateTime<Utc>, zone: Zone) -> Range<DateTime<Utc>> {
        let today = now.with_timezone(&zone).date_naive();
        let tomorrow = later(today, 1);
        let (first, after) = match self {
            Self::ThisWeek => week(today),
            Self::Last7Days => (earlier(today, 6), tomorrow),
            Self::ThisMonth => months(today, today.month0(), 1),
            Self::Last30Days => (earlier(today, 29), tomorrow),
            Self::ThisQuarter => months(today, today.month0() / 3 * 3, 3),
            // Before Discord existed, so before any thank-you.
            Self::AllTime => return DateTime::UNIX_EPOCH..start_of(tomorrow, zone),
        };
        start_of(first, zone)..start_of(after, zone)
    }
}

/// The length of time that one count covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// A day in the team's zone, as `2026-11-23`.
    Day,
    /// A month, as `2026-11`.
    Month,
    /// All time.
    All,
}

impl Span {
    /// The word for it in the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::All => "all",
        }
    }
}

/// The counts that a board adds up: those of one span, from `first` to `last`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buckets {
    /// The length of each.
    pub(crate) span: Span,
    /// When the first one starts.
    pub(crate) first: String,
    /// When the last one starts.
    pub(crate) last: String,
}

impl Buckets {
    /// The days from `first` to `last`.
    pub(super) fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            span: Span::Day,
            first: first.to_string(),
            last: last.to_string(),
        }
    }
}

/// The start of the day of `now` in `zone`, from which a daily allowance counts.
///
/// This is midnight, the first instant of the day if clocks skip midnight, or the first midnight if
/// it comes twice.
#[must_use]
pub(crate) fn day_start(now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    start_of(now.with_timezone(&zone).date_naive(), zone)
}

/// The start of the next day in `zone`, when the allowance is full again.
#[must_use]
pub(crate) fn next_day_start(now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    start_of(later(now.with_timezone(&zone).date_naive(), 1), zone)
}

fn start_of(date: NaiveDate, zone: Zone) -> DateTime<Utc> {
    wall_clock::instant(date.and_time(NaiveTime::MIN), zone)
}

/// This Monday and the next.
fn week(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = earlier(today, u64::from(today.weekday().days_since(Weekday::Mon)));
    (monday, later(monday, 7))
}

/// The first day of month `month0` of this year, and of the month `count` months later.
fn months(today: NaiveDate, month0: u32, count: u32) -> (NaiveDate, NaiveDate) {
    let first = today
        .with_day(1)
        .and_then(|it| it.with_month0(month0))
        .unwrap_or(today);
    let after = first.checked_add_months(Months::new(count));
    (first, after.unwrap_or(NaiveDate::MAX))
}

fn month_of(date: NaiveDate) -> String {
    date.format("%Y-%m").to_string()
}

pub(super) fn earlier(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}

pub(super) fn later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().unwrap()
    }

    #[test]
    fn periods_follow_the_teams_calendar() {
        let now = at("2026-11-25T23:30"); // Thursday 00:30 in Berlin
        for (period, from, until) in [
            (Period::ThisWeek, "2026-11-22T23:00", "2026-11-29T23:00"),
            (Period::Last7Days, "2026-11-19T23:00", "2026-11-26T23:00"),
            (Period::ThisMonth, "2026-10-31T23:00", "2026-11-30T23:00"),
            (Period::Last30Days, "2026-10-27T23:00", "2026-11-26T23:00"),
            (Period::ThisQuarter, "2026-09-30T22:00", "2026-12-31T23:00"),
            (Period::AllTime, "1970-01-01T00:00", "2026-11-26T23:00"),
        ] {
            let range = period.range(now, "Europe/Berlin".parse::<Zone>().unwrap());
            assert_eq!(range, at(from)..at(until), "{period:?}");
        }
    }

    #[test]
    fn a_month_ends_where_the_next_begins() {
        for (now, from, until) in [
            ("2028-02-29T12:00", "2028-02-01T00:00", "2028-03-01T00:00"),
            ("2026-12-31T23:59", "2026-12-01T00:00", "2027-01-01T00:00"),
            ("2027-01-31T00:00", "2027-01-01T00:00", "2027-02-01T00:00"),
        ] {
            assert_eq!(
                Period::ThisMonth.range(at(now), Zone::utc()),
                at(from)..at(until),
                "{now}"
            );
        }
    }

    #[test]
    fn a_day_may_be_short_or_long_or_start_after_midnight() {
        for (zone, noon, start, hours) in [
            (
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-03-29T12:00",
                "2026-03-28T23:00",
                23,
            ),
            (
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-10-25T12:00",
                "2026-10-24T22:00",
                25,
            ),
            (
                "America/Sao_Paulo".parse::<Zone>().unwrap(),
                "2018-11-04T12:00",
                "2018-11-04T03:00",
                23,
            ),
            (
                "Asia/Beirut".parse::<Zone>().unwrap(),
                "2026-03-29T12:00",
                "2026-03-28T22:00",
                23,
            ),
            (
                "America/Havana".parse::<Zone>().unwrap(),
                "2025-11-02T12:00",
                "2025-11-02T04:00",
                25,
            ),
        ] {
            let noon = at(noon);
            assert_eq!(day_start(noon, zone), at(start), "{zone}");
            let length = next_day_start(noon, zone) - day_start(noon, zone);
            assert_eq!(length, TimeDelta::hours(hours), "{zone}");
        }
    }

    #[test]
    fn a_board_adds_up_few_counts() {
        let today = "2026-11-26".parse().unwrap();
        for (period, span, first, last) in [
            (Period::ThisWeek, Span::Day, "2026-11-23", "2026-11-29"),
            (Period::Last7Days, Span::Day, "2026-11-20", "2026-11-26"),
            (Period::ThisMonth, Span::Month, "2026-11", "2026-11"),
            (Period::Last30Days, Span::Day, "2026-10-28", "2026-11-26"),
            (Period::ThisQuarter, Span::Month, "2026-10", "2026-12"),
            (Period::AllTime, Span::All, "", ""),
        ] {
            let (first, last) = (first.to_owned(), last.to_owned());
            let expected = Buckets { span, first, last };
            assert_eq!(period.buckets(today), expected, "{period:?}");
        }
    }

    proptest! {
        #[test]
        fn counts_and_instants_mean_the_same_days(
            period in prop::sample::select(&Period::ALL[..5]),
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
            now in at("2015-01-01T00:00").timestamp()..at("2040-01-01T00:00").timestamp(),
            days in -400_i64..400,
        ) {
            let now = DateTime::from_timestamp(now, 0).unwrap();
            let buckets = period.buckets(now.with_timezone(&zone).date_naive());
            let other = now + TimeDelta::days(days);
            let day = other.with_timezone(&zone).date_naive();
            let starts = match buckets.span {
                Span::Day => day.to_string(),
                _ => month_of(day),
            };
            let counted = buckets.first <= starts && starts <= buckets.last;
            prop_assert_eq!(counted, period.range(now, zone).contains(&other));
        }

        #[test]
        fn every_period_holds_now_and_whole_days(
            period in prop::sample::select(&Period::ALL[..]),
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
            now in at("2015-01-01T00:00").timestamp()..at("2040-01-01T00:00").timestamp(),
        ) {
            let now = DateTime::from_timestamp(now, 0).unwrap();
            let range = period.range(now, zone);
            prop_assert!(range.contains(&now), "{:?}", range);
            prop_assert_eq!(day_start(range.end, zone), range.end);
            prop_assert!(range.start <= day_start(now, zone));
            prop_assert_eq!(period.range(day_start(now, zone), zone), range);
        }

        #[test]
        fn one_day_ends_where_the_next_begins(
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
            now in at("2015-01-01T00:00").timestamp()..at("2040-01-01T00:00").timestamp(),
        ) {
            let now = DateTime::from_timestamp(now, 0).unwrap();
            prop_assert!(day_start(now, zone) <= now && now < next_day_start(now, zone));
            let next = next_day_start(now, zone);
            prop_assert_eq!(day_start(next, zone), next);
        }

        #[test]
        fn words_are_read_back(period in prop::sample::select(&Period::ALL[..])) {
            prop_assert_eq!(Period::parse(period.as_str()), Some(period));
        }
    }
}
