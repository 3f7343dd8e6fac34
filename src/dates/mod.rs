//! Dates that members tell about themselves: their birthday, and the day they started.

pub(crate) mod action;
pub(crate) mod commands;
pub(crate) mod store;
pub(crate) mod view;

use std::ops::RangeInclusive;

use chrono::{DateTime, Days, NaiveDate, Utc};
use strum::{Display, EnumString, VariantArray};

use crate::calendar::{Circle, YearlyDay, Zone};
use crate::ids::PersonId;

/// What a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Occasion {
    /// A birthday.
    Birthday,
    /// The day on which they started.
    FirstDay,
}

/// The dates of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PersonDates {
    /// Their birthday.
    pub(crate) birthday: Option<YearlyDay>,
    /// The day on which they started.
    pub(crate) first_day: Option<YearlyDay>,
}

impl PersonDates {
    /// The date of this occasion.
    #[must_use]
    pub(crate) fn of(self, occasion: Occasion) -> Option<YearlyDay> {
        match occasion {
            Occasion::Birthday => self.birthday,
            Occasion::FirstDay => self.first_day,
        }
    }

    /// The dates that fall on one of these days, the earliest first.
    #[must_use]
    pub(crate) fn among(self, days: &RangeInclusive<NaiveDate>) -> Vec<ComingDate> {
        let falls = |occasion: &Occasion| {
            let day = self.of(*occasion)?.among(days)?;
            let occasion = *occasion;
            Some(ComingDate { occasion, day })
        };
        let mut coming: Vec<_> = Occasion::VARIANTS.iter().filter_map(falls).collect();
        coming.sort_by_key(|date| date.day);
        coming
    }
}

/// A date of a person, in a certain year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ComingDate {
    /// What it is about.
    pub(crate) occasion: Occasion,
    /// Its day.
    pub(crate) day: NaiveDate,
}

/// The days of which a nudge sent at `at` tells a reader in `zone`: the local day, and six more.
#[must_use]
pub(crate) fn days_told(at: DateTime<Utc>, zone: Zone) -> RangeInclusive<NaiveDate> {
    let first = at.with_timezone(&zone).date_naive();
    first..=first.checked_add_days(Days::new(6)).unwrap_or(first)
}

/// A person with a date in a nudge's days who has a tie with the member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DatedTie {
    /// The person.
    pub(crate) other: PersonId,
    /// How often the member wants contact.
    pub(crate) circle: Circle,
    /// The last talk of the two.
    pub(crate) last: Option<DateTime<Utc>>,
    /// The first of the dates.
    pub(crate) first: NaiveDate,
}

impl DatedTie {
    /// Whether the date is worth a message that names nobody else: the tie is close or regular.
    #[must_use]
    pub(crate) fn is_worth_a_message(&self) -> bool {
        self.circle.interval() <= Circle::Regular.interval()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nudge_tells_of_the_seven_days_from_its_local_day_on() {
        let at = "2026-11-29T20:00:00Z".parse().unwrap();
        let auckland = "Pacific/Auckland".parse::<Zone>().unwrap();
        let days = days_told(at, auckland);
        assert_eq!(days.start().to_string(), "2026-11-30");
        assert_eq!(days.end().to_string(), "2026-12-06");
        let dates = PersonDates {
            birthday: Some("12-06".parse().unwrap()),
            first_day: Some("12-01".parse().unwrap()),
        };
        let coming = dates.among(&days);
        let occasions: Vec<_> = coming.iter().map(|it| it.occasion).collect();
        assert_eq!(occasions, [Occasion::FirstDay, Occasion::Birthday]);
        let next = days_told(at + chrono::TimeDelta::weeks(1), auckland);
        assert!(dates.among(&next).is_empty());
    }
}
