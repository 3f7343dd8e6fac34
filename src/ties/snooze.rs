//! A snooze: no nudges about a person for a while.

use chrono::{DateTime, TimeDelta, Utc};

use strum::{Display, EnumString, VariantArray};

use super::Circle;
use crate::calendar::Zone;
use crate::calendar::wall_clock;
use crate::language::{Text, text};

/// How long a tie is snoozed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Snooze {
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
}

impl Snooze {
    /// The label people read.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::Week => text!("snooze-week"),
            Self::Month => text!("snooze-month"),
            Self::Quarter => text!("snooze-quarter"),
        }
    }

    /// When a snooze chosen at `now` ends: at the start of a day in `zone`, so that a snooze chosen
    /// after a morning's nudge ends before the nudge of that weekday.
    #[must_use]
    pub fn until(self, now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
        let day = (now + self.length()).with_timezone(&zone).date_naive();
        wall_clock::instant(day.and_time(chrono::NaiveTime::MIN), zone)
    }

    /// The length: that of the circle of the same name.
    #[must_use]
    pub(crate) fn length(self) -> TimeDelta {
        match self {
            Self::Week => Circle::Close.interval(),
            Self::Month => Circle::Regular.interval(),
            Self::Quarter => Circle::Wider.interval(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_week_from_monday_morning_ends_before_the_next() {
        let pressed: DateTime<Utc> = "2026-11-23T08:05:00Z".parse().unwrap();
        let until = Snooze::Week.until(pressed, "Europe/Berlin".parse::<Zone>().unwrap());
        assert_eq!(until.to_rfc3339(), "2026-11-29T23:00:00+00:00");
    }

    proptest! {
        #[test]
        fn a_snooze_ends_at_the_start_of_the_right_day(
            now in 0_i64..4_000_000_000,
            snooze in prop::sample::select(Snooze::VARIANTS),
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
        ) {
            prop_assert_eq!(snooze.to_string().parse(), Ok(snooze));
            let now = DateTime::from_timestamp(now, 0).unwrap();
            let short = now + snooze.length() - snooze.until(now, zone);
            // Samoa left out a whole day.
            prop_assert!(short >= -TimeDelta::days(1) && short <= TimeDelta::hours(25));
        }
    }
}
