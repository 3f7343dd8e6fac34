//! The times that are offered for a reminder, on the member's clock.

use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc};

use crate::calendar::{Zone, wall_clock};

/// Later today is at least this long from now.
const LATER: u32 = 3;

/// Later today is from this hour to that one, so that no reminder comes at night.
const FROM: u32 = 10;
const UNTIL: u32 = 20;

/// When the day is too late for a reminder, tomorrow has two.
const TOMORROW: u32 = 9;
const TOMORROW_AGAIN: u32 = 14;
const THE_DAY_AFTER: u32 = 10;

/// Three times to choose from, in order: later today, tomorrow morning, and the day after at ten. Late
/// in the day, tomorrow afternoon stands for later today.
#[must_use]
pub(crate) fn offered(now: DateTime<Utc>, zone: Zone) -> [DateTime<Utc>; 3] {
    let local = now.with_timezone(&zone).naive_local();
    let on = |days: u64, hour: u32| {
        let day = local.date().checked_add_days(Days::new(days));
        let time = NaiveTime::MIN + TimeDelta::hours(hour.into());
        wall_clock::instant(day.unwrap_or(local.date()).and_time(time), zone)
    };
    let first = match later_today(local) {
        Some(hour) => on(0, hour),
        None => on(1, TOMORROW_AGAIN),
    };
    let mut times = [first, on(1, TOMORROW), on(2, THE_DAY_AFTER)];
    times.sort_unstable();
    times
}

/// The full hour that comes [`LATER`] hours from now, if it is no night then.
fn later_today(local: NaiveDateTime) -> Option<u32> {
    let begun = u32::from(local.minute() > 0 || local.second() > 0);
    let hour = (local.hour() + begun + LATER).max(FROM);
    (hour <= UNTIL).then_some(hour)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(now: &str, zone: &str) -> Vec<String> {
        let zone = zone.parse::<Zone>().unwrap();
        let times = offered(now.parse().unwrap(), zone);
        let local = times.map(|it| it.with_timezone(&zone).format("%a %H:%M").to_string());
        local.into()
    }

    #[test]
    fn the_times_suit_every_hour_of_the_day() {
        for (now, times) in [
            (
                "2026-11-30T00:30:00Z",
                ["Mon 10:00", "Tue 09:00", "Wed 10:00"],
            ),
            (
                "2026-11-30T09:00:00Z",
                ["Mon 12:00", "Tue 09:00", "Wed 10:00"],
            ),
            (
                "2026-11-30T09:01:00Z",
                ["Mon 13:00", "Tue 09:00", "Wed 10:00"],
            ),
            (
                "2026-11-30T17:00:00Z",
                ["Mon 20:00", "Tue 09:00", "Wed 10:00"],
            ),
            (
                "2026-11-30T17:01:00Z",
                ["Tue 09:00", "Tue 14:00", "Wed 10:00"],
            ),
            (
                "2026-11-30T23:59:00Z",
                ["Tue 09:00", "Tue 14:00", "Wed 10:00"],
            ),
        ] {
            assert_eq!(at(now, "UTC"), times, "{now}");
        }
    }

    #[test]
    fn the_times_are_those_of_the_members_clock() {
        // The clocks go forward in the night before the 29th.
        let berlin = at("2026-03-28T19:00:00Z", "Europe/Berlin");
        assert_eq!(berlin, ["Sun 09:00", "Sun 14:00", "Mon 10:00"]);
        let tokyo = at("2026-11-30T00:00:00Z", "Asia/Tokyo");
        assert_eq!(tokyo, ["Mon 12:00", "Tue 09:00", "Wed 10:00"]);
    }

    proptest! {
        #[test]
        fn three_times_are_offered_by_day_within_three_days(
            seconds in 1_790_000_000_i64..1_900_000_000,
            zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"]),
        ) {
            let zone = zone.parse::<Zone>().unwrap();
            let now = DateTime::from_timestamp(seconds, 0).unwrap();
            let times = offered(now, zone);
            prop_assert!(times.is_sorted_by(|one, other| one < other));
            for at in times {
                prop_assert!(at - now >= TimeDelta::hours(2) && at - now < TimeDelta::days(3));
                let hour = at.with_timezone(&zone).hour();
                prop_assert!((TOMORROW..=UNTIL).contains(&hour), "{at}");
            }
        }
    }
}
