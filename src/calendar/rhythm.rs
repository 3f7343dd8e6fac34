//! How often a member who ignores nudges gets them.

use super::week::IsoWeek;

/// What happened after a nudge was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The member used a button, or logged a talk with `/met`, before the next nudge.
    Acted,
    /// The member did nothing until the next nudge was due.
    Ignored,
}

/// How many weeks there are between a member's nudges.
///
/// Two ignored nudges in a row make nudges rarer by one step, and two more by another: a reminder
/// that nobody reads should be rarer. Any act restores the weekly rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rhythm {
    /// Every week.
    #[default]
    Weekly,
    /// Every second week: the member ignored two or three nudges in a row.
    EverySecond,
    /// Every fourth week: the member ignored four or more in a row.
    EveryFourth,
}

impl Rhythm {
    /// How many ignored nudges in a row matter: older ones change nothing.
    pub const MEMORY: usize = 4;

    /// The rhythm after these nudges, oldest first. The nudges since the member's last act, or the
    /// last [`Rhythm::MEMORY`], are enough.
    #[must_use]
    pub fn after(outcomes: &[Outcome]) -> Self {
        let ignored = |outcome: &&Outcome| **outcome == Outcome::Ignored;
        Self::after_ignored(outcomes.iter().rev().take_while(ignored).count())
    }

    /// The rhythm after a number of ignored nudges in a row.
    #[must_use]
    pub fn after_ignored(in_a_row: usize) -> Self {
        match in_a_row {
            0..=1 => Self::Weekly,
            2..=3 => Self::EverySecond,
            _ => Self::EveryFourth,
        }
    }

    /// How many weeks after a nudge the next one may be sent.
    #[must_use]
    pub fn weeks(self) -> u32 {
        match self {
            Self::Weekly => 1,
            Self::EverySecond => 2,
            Self::EveryFourth => 4,
        }
    }

    /// The first week whose nudge may be sent after the one of `last_sent`.
    #[must_use]
    pub fn next_week(self, last_sent: IsoWeek) -> IsoWeek {
        last_sent.plus(self.weeks())
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome::{Acted, Ignored};
    use super::*;

    #[test]
    fn ignored_nudges_slow_the_rhythm_and_any_act_restores_it() {
        for (outcomes, expected) in [
            (&[][..], Rhythm::Weekly),
            (&[Ignored], Rhythm::Weekly),
            (&[Ignored, Ignored], Rhythm::EverySecond),
            (&[Ignored, Ignored, Ignored], Rhythm::EverySecond),
            (
                &[Acted, Ignored, Ignored, Ignored, Ignored],
                Rhythm::EveryFourth,
            ),
            (&[Ignored; 9], Rhythm::EveryFourth),
            (&[Ignored, Ignored, Ignored, Ignored, Acted], Rhythm::Weekly),
            (&[Ignored, Ignored, Acted, Ignored], Rhythm::Weekly),
        ] {
            assert_eq!(Rhythm::after(outcomes), expected, "{outcomes:?}");
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
