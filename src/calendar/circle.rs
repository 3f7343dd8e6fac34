//! How often two people want to talk, and how far behind they are.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::{DateTime, TimeDelta, Utc};

use crate::language::{Text, text};

/// How often a tie should be renewed by a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Circle {
    /// Once a week.
    Close,
    /// Once a month: the default of a new team.
    #[default]
    Regular,
    /// Once in three months.
    Wider,
    /// Once in six months.
    Distant,
    /// Once in a number of days that the member chose.
    Every(Days),
}

impl Circle {
    /// The named circles, closest first: the choices of a command or a select.
    pub(crate) const NAMED: [Self; 4] = [Self::Close, Self::Regular, Self::Wider, Self::Distant];

    /// How long after a talk a tie is due.
    ///
    /// The length is fixed, so that equal times count equally: a month is 30 days in any month,
    /// three months are 13 weeks (91 days), and six are 26 (182).
    #[must_use]
    pub fn interval(self) -> TimeDelta {
        TimeDelta::days(match self {
            Self::Close => 7,
            Self::Regular => 30,
            Self::Wider => 91,
            Self::Distant => 182,
            Self::Every(days) => i64::from(days.0),
        })
    }

    /// Parses the output of [`Circle::as_str`], in any case and with spaces around it.
    pub fn parse(text: &str) -> Result<Self, CircleError> {
        let text = text.trim().to_lowercase();
        let named = Self::NAMED.into_iter().find(|it| it.as_str() == text);
        named.map_or_else(|| Self::parse_every(&text), Ok)
    }

    /// Parses a member's own number of days: `10`, `10 days`, or the input of [`Circle::parse`].
    pub fn parse_days(text: &str) -> Result<Self, CircleError> {
        let text = text.trim();
        let digits = text
            .trim_end_matches("days")
            .trim_end_matches("day")
            .trim_end();
        if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Self::parse(&format!("every {digits} days"));
        }
        Self::parse(text)
    }

    fn parse_every(text: &str) -> Result<Self, CircleError> {
        let words: Vec<_> = text.split_whitespace().collect();
        let &["every", number, "day" | "days"] = words.as_slice() else {
            return Err(CircleError::Unknown);
        };
        if !number.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(CircleError::Unknown);
        }
        // The text has only digits, so a failure means that the number is too large.
        let days = number.parse().map_err(|_| CircleError::Days)?;
        Days::new(days).map(Self::Every)
    }

    /// The circle's word in commands and in the database: `close`, `regular`, `wider`, `distant`,
    /// `every 10 days`. [`Circle::parse`] reads it.
    #[must_use]
    pub fn as_str(self) -> Cow<'static, str> {
        match self {
            Self::Close => "close".into(),
            Self::Regular => "regular".into(),
            Self::Wider => "wider".into(),
            Self::Distant => "distant".into(),
            Self::Every(Days(1)) => "every 1 day".into(),
            Self::Every(Days(days)) => format!("every {days} days").into(),
        }
    }

    /// How often, for a sentence: `every week`.
    #[must_use]
    pub(crate) fn rhythm(self) -> Text {
        match self {
            Self::Close => text!("rhythm-close"),
            Self::Regular => text!("rhythm-regular"),
            Self::Wider => text!("rhythm-wider"),
            Self::Distant => text!("rhythm-distant"),
            Self::Every(Days(days)) => text!("rhythm-own", days),
        }
    }

    /// The text that people read: the name, and how often that is.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::Close => text!("circle-close"),
            Self::Regular => text!("circle-regular"),
            Self::Wider => text!("circle-wider"),
            Self::Distant => text!("circle-distant"),
            Self::Every(Days(days)) => text!("circle-own", days),
        }
    }
}

/// A number of days between two conversations: 1 to 730, two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(u16);

impl Days {
    /// The longest interval: for more than two years, *Stop* is better.
    pub(crate) const MAX: u16 = 730;

    /// Accepts 1 to [`Days::MAX`]; other numbers are [`CircleError::Days`].
    pub fn new(days: u16) -> Result<Self, CircleError> {
        if (1..=Self::MAX).contains(&days) {
            Ok(Self(days))
        } else {
            Err(CircleError::Days)
        }
    }
}

/// Why a circle could not be parsed. `Display` is for the operator who configured it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CircleError {
    /// The text is not the name of a circle.
    #[error(
        "I don't know that circle. Choose close (a week), regular (a month), wider (3 months), \
         distant (6 months), or say how often yourself, like \"every 10 days\"."
    )]
    Unknown,
    /// The number of days is not 1 to 730.
    #[error("A circle can be 1 to 730 days long. Try \"every 10 days\".")]
    Days,
}

impl CircleError {
    /// The sentence for the person who wrote the number of days.
    #[must_use]
    pub(crate) fn sentence(self) -> Text {
        match self {
            Self::Unknown => text!("circle-unknown"),
            Self::Days => text!("circle-days", most = Days::MAX),
        }
    }
}

/// When a tie is due whose last talk was at `last_encounter`.
#[must_use]
pub(crate) fn due_at(last_encounter: DateTime<Utc>, circle: Circle) -> DateTime<Utc> {
    last_encounter + circle.interval()
}

/// How far behind a tie is: the time since the last talk, relative to its circle.
///
/// Ordered by the exact ratio: a close tie that is two weeks late is greater than a distant one
/// that is a week late. Two ties of the same ratio are equal, whatever their circles.
#[derive(Debug, Clone, Copy)]
pub struct Overdue {
    elapsed: TimeDelta,
    interval: TimeDelta,
}

impl Overdue {
    /// Measures the time since `last_encounter`, as of `now`.
    #[must_use]
    pub(crate) fn new(last_encounter: DateTime<Utc>, circle: Circle, now: DateTime<Utc>) -> Self {
        Self {
            elapsed: now - last_encounter,
            interval: circle.interval(),
        }
    }

    /// Whether the circle's interval has passed.
    #[must_use]
    pub(crate) fn is_due(self) -> bool {
        self.elapsed >= self.interval
    }

    /// Elapsed ÷ interval: 1.0 on the due date. For drawing; compare the values themselves.
    #[must_use]
    pub(crate) fn ratio(self) -> f64 {
        self.elapsed.as_seconds_f64() / self.interval.as_seconds_f64()
    }
}

impl Ord for Overdue {
    fn cmp(&self, other: &Self) -> Ordering {
        // Compare a/b < c/d as a·d < c·b, because b and d are positive: this needs no rounding and
        // has no NaN. Milliseconds are enough, because snowflakes have no finer time.
        let cross = |elapsed: TimeDelta, interval: TimeDelta| {
            i128::from(elapsed.num_milliseconds()) * i128::from(interval.num_milliseconds())
        };
        cross(self.elapsed, other.interval).cmp(&cross(other.elapsed, self.interval))
    }
}

impl PartialOrd for Overdue {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Overdue {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Overdue {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_circle() -> impl Strategy<Value = Circle> {
        prop_oneof![
            prop::sample::select(&Circle::NAMED[..]),
            (1..=Days::MAX).prop_map(|days| Circle::Every(Days::new(days).unwrap())),
        ]
    }

    fn overdue(circle: Circle, days: i64) -> Overdue {
        let now = DateTime::UNIX_EPOCH;
        Overdue::new(now - TimeDelta::days(days), circle, now)
    }

    #[test]
    fn a_circle_is_parsed_from_people_and_from_the_database() {
        for (text, expected) in [
            ("close", Ok(Circle::Close)),
            (" Wider ", Ok(Circle::Wider)),
            ("every 10 days", Ok(Circle::Every(Days(10)))),
            ("Every  1  day", Ok(Circle::Every(Days(1)))),
            ("every 730 days", Ok(Circle::Every(Days(730)))),
            ("every 0 days", Err(CircleError::Days)),
            ("every 731 days", Err(CircleError::Days)),
            ("every 99999999999 days", Err(CircleError::Days)),
            ("every +5 days", Err(CircleError::Unknown)),
            ("every -5 days", Err(CircleError::Unknown)),
            ("every few days", Err(CircleError::Unknown)),
            ("", Err(CircleError::Unknown)),
        ] {
            assert_eq!(Circle::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn a_members_own_days_are_parsed_as_typed() {
        for (text, expected) in [
            ("10", Ok(Circle::Every(Days(10)))),
            (" 10 days ", Ok(Circle::Every(Days(10)))),
            ("1 day", Ok(Circle::Every(Days(1)))),
            ("every 10 days", Ok(Circle::Every(Days(10)))),
            ("close", Ok(Circle::Close)),
            ("0", Err(CircleError::Days)),
            ("1000", Err(CircleError::Days)),
            ("days", Err(CircleError::Unknown)),
            ("often", Err(CircleError::Unknown)),
        ] {
            assert_eq!(Circle::parse_days(text), expected, "{text}");
        }
    }

    #[test]
    fn a_close_tie_two_weeks_late_comes_before_a_distant_one_a_week_late() {
        assert!(overdue(Circle::Close, 21) > overdue(Circle::Distant, 189));
        assert_eq!(overdue(Circle::Close, 7), overdue(Circle::Distant, 182));
        assert!(overdue(Circle::Regular, 30).is_due());
        assert!(!overdue(Circle::Regular, 29).is_due());
    }

    proptest! {
        #[test]
        fn a_circle_survives_the_database(circle in any_circle()) {
            prop_assert_eq!(Circle::parse(&circle.as_str()), Ok(circle));
        }

        #[test]
        fn parsing_never_panics(text in ".*") {
            let _ = Circle::parse(&text);
        }

        #[test]
        fn a_tie_is_due_exactly_from_its_due_date_on(circle in any_circle(), secs in -100_i64..100) {
            let last = DateTime::UNIX_EPOCH;
            let now = due_at(last, circle) + TimeDelta::seconds(secs);
            let overdue = Overdue::new(last, circle, now);
            prop_assert_eq!(overdue.is_due(), secs >= 0);
            prop_assert_eq!(overdue.is_due(), overdue.ratio() >= 1.0);
        }

        #[test]
        fn overdue_ties_have_a_total_order(
            all in prop::collection::vec((any_circle(), -1000_i64..100_000), 3)
        ) {
            let of = |(circle, days): (Circle, i64)| overdue(circle, days);
            let (a, b, c) = (of(all[0]), of(all[1]), of(all[2]));
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert!(!(a <= b && b <= c) || a <= c);
        }
    }
}
