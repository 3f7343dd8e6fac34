//! A pause of nudges: the schedule stays, but no nudge is sent.

use chrono::{DateTime, Days, Months, NaiveTime, Utc};

use crate::calendar::Zone;
use crate::calendar::wall_clock;
use crate::language::{Text, text};

/// How long a member pauses nudges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Two weeks.
    TwoWeeks,
    /// A calendar month.
    OneMonth,
    /// Three calendar months.
    ThreeMonths,
    /// Without an end.
    UntilTheySay,
}

/// A member's pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// Until this time.
    Until(DateTime<Utc>),
    /// Until they resume.
    UntilTheySay,
}

impl Length {
    /// All lengths, in the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [
        Self::TwoWeeks,
        Self::OneMonth,
        Self::ThreeMonths,
        Self::UntilTheySay,
    ];

    /// The label of the choice.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::TwoWeeks => text!("pause-two-weeks"),
            Self::OneMonth => text!("pause-one-month"),
            Self::ThreeMonths => text!("pause-three-months"),
            Self::UntilTheySay => text!("pause-until-they-say"),
        }
    }

    /// The word for it in a `custom_id`.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::TwoWeeks => "2w",
            Self::OneMonth => "1m",
            Self::ThreeMonths => "3m",
            Self::UntilTheySay => "open",
        }
    }

    /// The length with this word.
    #[must_use]
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// The pause of this length from `now`, by the calendar of `zone`. It ends at the start of a
    /// day: a member who pauses on a Monday morning gets the nudge of the Monday on which it ends.
    #[must_use]
    pub(crate) fn from(self, now: DateTime<Utc>, zone: Zone) -> Pause {
        let today = now.with_timezone(&zone).date_naive();
        let day = match self {
            Self::TwoWeeks => today.checked_add_days(Days::new(14)),
            Self::OneMonth => today.checked_add_months(Months::new(1)),
            Self::ThreeMonths => today.checked_add_months(Months::new(3)),
            Self::UntilTheySay => None,
        };
        day.map_or(Pause::UntilTheySay, |day| {
            Pause::Until(wall_clock::instant(day.and_time(NaiveTime::MIN), zone))
        })
    }
}

impl Pause {
    /// Whether it has not ended at `now`.
    #[must_use]
    pub(crate) fn holds(self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Until(end) => now < end,
            Self::UntilTheySay => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_pause_counts_calendar_days_in_the_zone() {
        let now = at("2026-03-20T10:00:00Z"); // 11:00 in Berlin, before summer time
        let until = |length: Length| length.from(now, "Europe/Berlin".parse::<Zone>().unwrap());
        assert_eq!(
            until(Length::TwoWeeks),
            Pause::Until(at("2026-04-02T22:00:00Z"))
        );
        assert_eq!(
            until(Length::OneMonth),
            Pause::Until(at("2026-04-19T22:00:00Z"))
        );
        assert_eq!(
            Length::ThreeMonths.from(at("2026-11-30T10:00:00Z"), Zone::utc()),
            Pause::Until(at("2027-02-28T00:00:00Z"))
        );
        assert_eq!(until(Length::UntilTheySay), Pause::UntilTheySay);
    }

    #[test]
    fn a_pause_is_over_at_its_end() {
        let end = at("2026-12-07T09:00:00Z");
        assert!(Pause::Until(end).holds(end - chrono::TimeDelta::seconds(1)));
        assert!(!Pause::Until(end).holds(end));
        assert!(Pause::UntilTheySay.holds(end));
    }

    #[test]
    fn a_pause_length_is_read_back() {
        for length in Length::ALL {
            assert_eq!(Length::parse(length.as_str()), Some(length));
            assert_eq!(Length::parse(length.as_str()), Some(length));
        }
        assert_eq!(Length::parse("a while"), None);
    }
}
