//! An absence: from when a member says so until a day in their zone.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{Zone, wall_clock};

/// For how long after their return others read that somebody is back.
const BACK_FOR: TimeDelta = TimeDelta::weeks(1);

/// A member's absence, which may be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// When it ends.
    pub until: DateTime<Utc>,
    /// The day on which they are back, on their own calendar.
    pub back_on: NaiveDate,
}

impl Absence {
    /// The absence of a person in `zone` who is back on this day: it ends as the day begins.
    #[must_use]
    pub(crate) fn until_day(back_on: NaiveDate, zone: Zone) -> Self {
        let until = wall_clock::instant(back_on.and_time(NaiveTime::MIN), zone);
        Self { until, back_on }
    }

    /// Whether it has not ended at `now`.
    #[must_use]
    pub(crate) fn holds(self, now: DateTime<Utc>) -> bool {
        now < self.until
    }

    /// The day since which they are back, in the first week after their return.
    #[must_use]
    pub(crate) fn back_since(self, now: DateTime<Utc>) -> Option<NaiveDate> {
        let since = now - self.until;
        let is_recent = (TimeDelta::zero()..BACK_FOR).contains(&since);
        is_recent.then_some(self.back_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn an_absence_ends_as_the_day_begins_in_the_members_zone() {
        let auckland = "Pacific/Auckland".parse::<Zone>().unwrap();
        let away = Absence::until_day("2026-12-07".parse().unwrap(), auckland);
        assert_eq!(away.until, at("2026-12-06T11:00:00Z"));
        assert!(away.holds(at("2026-12-06T10:59:59Z")));
        assert!(!away.holds(away.until));
    }

    #[test]
    fn somebody_is_back_for_a_week() {
        let day = "2026-12-07".parse().unwrap();
        let away = Absence::until_day(day, Zone::utc());
        assert_eq!(away.back_since(at("2026-12-06T23:59:59Z")), None);
        assert_eq!(away.back_since(at("2026-12-07T00:00:00Z")), Some(day));
        assert_eq!(away.back_since(at("2026-12-13T23:59:59Z")), Some(day));
        assert_eq!(away.back_since(at("2026-12-14T00:00:00Z")), None);
    }
}
