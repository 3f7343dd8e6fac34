//! The hours of the day at which people are up and at work, and those that suit all of an
//! introduction.

use chrono::{DateTime, Datelike as _, DurationRound as _, TimeDelta, Timelike as _, Utc, Weekday};

use super::pairing::Hours;
use crate::calendar::Zone;

/// The local hours at which most people can talk.
const DAYTIME: std::ops::Range<u32> = 9..17;

/// Where those don't overlap, people who want to meet accept these.
const WAKING: std::ops::Range<u32> = 8..21;

/// How long ahead a proposed hour is at least, and for how long hours are looked for.
const NOTICE: i64 = 3;
const AHEAD: i64 = 10 * 24;

/// How many hours are proposed, each on another day.
const PROPOSED: usize = 3;

/// The hours in UTC at which it is daytime in a zone on the day after `now`.
#[must_use]
pub(crate) fn daytime(zone: Zone, now: DateTime<Utc>) -> Hours {
    let in_daytime = |at: &DateTime<Utc>| DAYTIME.contains(&at.with_timezone(&zone).hour());
    let hours = full_hours(now, 24).filter(in_daytime);
    Hours(hours.fold(0, |bits, at| bits | 1 << at.hour()))
}

/// The next working hours that suit people in all these zones: up to three, on different days. Empty
/// if their days don't overlap.
#[must_use]
pub(crate) fn common(zones: &[Zone], now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let among = |hours: std::ops::Range<u32>| {
        let suits = |at: &DateTime<Utc>| {
            zones.iter().all(|zone| {
                let local = at.with_timezone(zone);
                let is_weekend = matches!(local.weekday(), Weekday::Sat | Weekday::Sun);
                !is_weekend && hours.contains(&local.hour())
            })
        };
        let mut found: Vec<DateTime<Utc>> = Vec::new();
        let day = |at: DateTime<Utc>| zones.first().map(|it| at.with_timezone(it).date_naive());
        for at in full_hours(now, AHEAD).skip(usize::try_from(NOTICE).unwrap_or(0)) {
            let is_new_day = found.last().is_none_or(|last| day(*last) != day(at));
            if is_new_day && suits(&at) {
                found.push(at);
            }
        }
        found.truncate(PROPOSED);
        found
    };
    let found = among(DAYTIME);
    if found.is_empty() {
        among(WAKING)
    } else {
        found
    }
}

/// The full hours after `now`.
fn full_hours(now: DateTime<Utc>, count: i64) -> impl Iterator<Item = DateTime<Utc>> {
    let begun = now.duration_trunc(TimeDelta::hours(1)).unwrap_or(now);
    (1..=count).map(move |hours| begun + TimeDelta::hours(hours))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(zones: &[&str]) -> Vec<String> {
        let zones: Vec<Zone> = zones.iter().map(|it| it.parse().unwrap()).collect();
        let now = "2026-11-26T10:20:00Z".parse().unwrap();
        let found = common(&zones, now).into_iter();
        found
            .map(|at| at.format("%a %F %H:%M").to_string())
            .collect()
    }

    #[test]
    fn common_hours_are_working_hours_of_all_on_three_days() {
        assert_eq!(
            proposed(&["Europe/Berlin", "America/New_York"]),
            [
                "Thu 2026-11-26 14:00",
                "Fri 2026-11-27 14:00",
                "Mon 2026-11-30 14:00"
            ]
        );
        assert_eq!(proposed(&["UTC", "UTC"])[0], "Thu 2026-11-26 14:00");
    }

    #[test]
    fn distant_people_are_offered_their_evenings() {
        assert_eq!(
            proposed(&["America/New_York", "Asia/Tokyo"])[0],
            "Thu 2026-11-26 23:00"
        );
    }

    #[test]
    fn three_people_around_the_world_have_no_common_hour() {
        let zones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"];
        assert_eq!(proposed(&zones), Vec::<String>::new());
    }

    #[test]
    fn daytime_is_eight_hours_of_the_utc_day() {
        let now = "2026-11-26T10:20:00Z".parse().unwrap();
        assert_eq!(daytime(Zone::utc(), now), Hours(0b1_1111_1110_0000_0000));
        let tokyo = daytime("Asia/Tokyo".parse().unwrap(), now);
        assert_eq!(tokyo, Hours(0xff), "09:00 there is 00:00 in UTC");
        let kolkata = daytime("Asia/Kolkata".parse().unwrap(), now);
        assert_eq!(kolkata.0.count_ones(), 8);
    }
}
