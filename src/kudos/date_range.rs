//! The days that a recap sums up.

use chrono::NaiveDate;

use super::period::{Buckets, earlier, later};
use crate::language::Language;

/// Consecutive days in the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateRange {
    /// The first day.
    pub(crate) first: NaiveDate,
    /// The last day.
    pub(crate) last: NaiveDate,
}

impl DateRange {
    /// The seven days from `first` on.
    #[must_use]
    pub(crate) fn week_from(first: NaiveDate) -> Self {
        let last = later(first, 6);
        Self { first, last }
    }

    /// The seven days before `day`.
    #[must_use]
    pub(crate) fn week_before(day: NaiveDate) -> Self {
        Self::week_from(earlier(day, 7))
    }

    /// The days after `last`, already summed up, and before `day`: at most `most` of them, and a
    /// week if there are none.
    #[must_use]
    pub(crate) fn between(last: NaiveDate, day: NaiveDate, most: u64) -> Self {
        let days = Self {
            first: later(last, 1).max(earlier(day, most)),
            last: earlier(day, 1),
        };
        if days.first <= days.last {
            days
        } else {
            Self::week_before(day)
        }
    }

    /// Whether it is seven days long.
    #[must_use]
    pub(crate) fn is_week(self) -> bool {
        self == Self::week_from(self.first)
    }

    /// "16 to 22 November", "30 November to 6 December", "22 November".
    #[must_use]
    pub(crate) fn label(self, language: Language) -> String {
        if self.first == self.last {
            language.day_of_month(self.last)
        } else {
            language.days_of_month(self.first, self.last)
        }
    }

    /// The counts to add up for these days.
    #[must_use]
    pub(crate) fn buckets(self) -> Buckets {
        Buckets::days(self.first, self.last)
    }

    /// For a `custom_id`. A week is encoded by its first day alone, as buttons of older versions
    /// do.
    #[must_use]
    pub(crate) fn encode(self) -> String {
        if self.is_week() {
            self.first.to_string()
        } else {
            format!("{}/{}", self.first, self.last)
        }
    }

    /// The range from its encoding.
    #[must_use]
    pub(crate) fn decode(text: &str) -> Option<Self> {
        let Some((first, last)) = text.split_once('/') else {
            return Some(Self::week_from(text.parse().ok()?));
        };
        let (first, last) = (first.parse().ok()?, last.parse().ok()?);
        (first <= last).then_some(Self { first, last })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_range_between_two_recaps_leaves_no_day_out() {
        for (last, posted, range) in [
            // From Friday to Friday.
            ("2026-11-19", "2026-11-27", "2026-11-20/2026-11-26"),
            // From Monday to the Sunday of the week after.
            ("2026-11-15", "2026-11-29", "2026-11-16/2026-11-28"),
            // From Sunday to Monday.
            ("2026-11-21", "2026-11-23", "2026-11-22/2026-11-22"),
            // After a long time.
            ("2026-01-01", "2026-11-23", "2026-11-03/2026-11-22"),
            // After a clock that was running ahead.
            ("2027-11-23", "2026-11-23", "2026-11-16/2026-11-22"),
        ] {
            let days = DateRange::between(day(last), day(posted), 20);
            let range = range.split_once('/').map(|(a, b)| (day(a), day(b)));
            assert_eq!(Some((days.first, days.last)), range, "{last} {posted}");
        }
    }

    #[test]
    fn a_range_has_a_label() {
        for (range, label) in [
            ("2026-11-16", "16 to 22 November"),
            ("2026-11-30", "30 November to 6 December"),
            ("2026-11-16/2026-11-28", "16 to 28 November"),
            ("2026-11-22/2026-11-22", "22 November"),
        ] {
            let days = DateRange::decode(range).unwrap();
            assert_eq!(days.label(Language::English), label);
        }
    }

    proptest! {
        #[test]
        fn a_range_is_read_back(first in 0_u64..40_000, length in 0_u64..40) {
            let first = later(NaiveDate::default(), first);
            let days = DateRange { first, last: later(first, length) };
            prop_assert_eq!(DateRange::decode(&days.encode()), Some(days));
        }
    }
}
