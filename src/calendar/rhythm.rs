//! How often somebody who does not answer is nudged.

use super::week::IsoWeek;

/// What came of a nudge that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A button was used, or something was logged with `/met`, before the next one was sent.
    Acted,
    /// Nothing was done until the next one was due.
    Ignored,
}

/// Every how many weeks a member is nudged.
///
/// Two nudges in a row ignored thin the rhythm by one step, two more by another: a reminder that
/// nobody reads should get rarer, not louder. Any act brings the weekly rhythm back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rhythm {
    /// Each week.
    #[default]
    Weekly,
    /// Each second week: two or three nudges in a row were ignored.
    EverySecond,
    /// Each fourth week: four or more in a row were ignored.
    EveryFourth,
}

impl Rhythm {
    /// How many nudges ignored in a row decide everything: more need not be remembered.
    pub const MEMORY: usize = 4;

    /// The rhythm after these nudges, oldest first. Those since the member's last act, or the
    /// last [`Rhythm::MEMORY`], are enough.
    #[must_use]
    pub fn after(outcomes: &[Outcome]) -> Self {
        let ignored = |outcome: &&Outcome| **outcome == Outcome::Ignored;
        Self::after_ignored(outcomes.iter().rev().take_while(ignored).count())
    }

    /// The rhythm after this many nudges in a row were ignored.
    #[must_use]
    pub fn after_ignored(in_a_row: usize) -> Self {
        match in_a_row {
            0..=1 => Self::Weekly,
            2..=3 => Self::EverySecond,
            _ => Self::EveryFourth,
        }
    }

    /// Weeks from one nudge to the next.
    #[must_use]
    pub fn weeks(self) -> u32 {
        match self {
            Self::Weekly => 1,
            Self::EverySecond => 2,
            Self::EveryFourth => 4,
        }
    }

    /// The first week whose nudge may be sent after one was sent in `last_sent`.
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
    fn silence_thins_the_rhythm_and_any_act_restores_it() {
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
    fn weeks_are_counted_from_the_last_one_sent() {
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
