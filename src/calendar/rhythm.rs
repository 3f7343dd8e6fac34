//! How often a member who ignores nudges gets them.

use super::week::IsoWeek;

/// How many weeks there are between a member's nudges.
///
/// Two ignored nudges in a row make nudges rarer by one step, and two more by another: a reminder
/// that nobody reads should be rarer. Any act restores the weekly rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Rhythm {
    /// Every week.
    #[default]
    Weekly,
    /// Every second week: the member ignored two or three nudges in a row.
    EverySecond,
    /// Every fourth week: the member ignored four or more in a row.
    EveryFourth,
}

impl Rhythm {
    /// The rhythm after a number of ignored nudges in a row.
    #[must_use]
    pub(crate) fn after_ignored(in_a_row: usize) -> Self {
        match in_a_row {
            0..=1 => Self::Weekly,
            2..=3 => Self::EverySecond,
            _ => Self::EveryFourth,
        }
    }

    /// How many weeks after a nudge the next one may be sent.
    #[must_use]
    pub(crate) fn weeks(self) -> u32 {
        match self {
            Self::Weekly => 1,
            Self::EverySecond => 2,
            Self::EveryFourth => 4,
        }
    }

    /// The first week whose nudge may be sent after the one of `last_sent`.
    #[must_use]
    pub(crate) fn next_week(self, last_sent: IsoWeek) -> IsoWeek {
        last_sent.plus(self.weeks())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ignored_nudges_in_a_row_slow_the_rhythm_by_one_step() {
        for (ignored, expected) in [
            (0, Rhythm::Weekly),
            (1, Rhythm::Weekly),
            (2, Rhythm::EverySecond),
            (3, Rhythm::EverySecond),
            (4, Rhythm::EveryFourth),
            (9, Rhythm::EveryFourth),
        ] {
            assert_eq!(Rhythm::after_ignored(ignored), expected, "{ignored}");
        }
    }

    #[test]
    fn weeks_are_counted_from_the_last_sent_nudge() {
        let week = |text| IsoWeek::parse(text).unwrap();
        for (rhythm, next) in [
            (Rhythm::Weekly, "2026-W53"),
            (Rhythm::EverySecond, "2027-W01"),
            (Rhythm::EveryFourth, "2027-W03"),
        ] {
            assert_eq!(rhythm.next_week(week("2026-W52")), week(next), "{rhythm:?}");
        }
    }
}
