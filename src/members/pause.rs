//! A pause of nudges: the schedule stays, only nothing is sent while it lasts.

use chrono::{DateTime, Days, Months, NaiveTime, Utc};

use crate::calendar::Zone;
use crate::calendar::wall_clock;

/// How long somebody wants no nudges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Two weeks.
    TwoWeeks,
    /// A month of the calendar.
    OneMonth,
    /// Three of them.
    ThreeMonths,
    /// No end is set.
    UntilTheySay,
}

/// A pause that somebody made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// To this instant.
    Until(DateTime<Utc>),
    /// To the day they say otherwise.
    UntilTheySay,
}

impl Length {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::TwoWeeks,
        Self::OneMonth,
        Self::ThreeMonths,
        Self::UntilTheySay,
    ];

    /// What people choose.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::TwoWeeks => "2 weeks",
            Self::OneMonth => "1 month",
            Self::ThreeMonths => "3 months",
            Self::UntilTheySay => "until I say so",
        }
    }

    /// The word for it in a button.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TwoWeeks => "2w",
            Self::OneMonth => "1m",
            Self::ThreeMonths => "3m",
            Self::UntilTheySay => "open",
        }
    }

    /// The length that goes by this label or this word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|length| length.label() == text || length.as_str() == text)
    }

    /// The pause of this length that begins at `now`, counted on the calendar of `zone`. It ends as a
    /// day begins, so that who pauses on a Monday morning has the nudge of the Monday it ends on.
    #[must_use]
    pub fn from(self, now: DateTime<Utc>, zone: Zone) -> Pause {
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
    /// Whether it has not ended by `now`.
    #[must_use]
    pub fn holds(self, now: DateTime<Utc>) -> bool {
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
    fn counts_on_the_calendar_of_the_zone() {
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
    fn is_over_when_its_end_is_there() {
        let end = at("2026-12-07T09:00:00Z");
        assert!(Pause::Until(end).holds(end - chrono::TimeDelta::seconds(1)));
        assert!(!Pause::Until(end).holds(end));
        assert!(Pause::UntilTheySay.holds(end));
    }

    #[test]
    fn is_read_as_it_is_written() {
        for length in Length::ALL {
            assert_eq!(Length::parse(length.as_str()), Some(length));
            assert_eq!(Length::parse(length.label()), Some(length));
        }
        assert_eq!(Length::parse("a while"), None);
    }
}
