//! Every zone of the database, every week from 2020 to 2040, and every change of its clocks.

use crate::calendar::Zone;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::tests::monday_morning;
use super::*;

fn weeks() -> impl Iterator<Item = IsoWeek> {
    let from = NaiveDate::from_ymd_opt(2019, 12, 30).unwrap();
    let mondays = from.iter_weeks().take_while(|monday| monday.year() <= 2040);
    mondays.map(IsoWeek::of)
}

fn shown(at: DateTime<Utc>, zone: Zone) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// Checks one week's nudge against the zone's local times alone.
fn hold(schedule: &Schedule, week: IsoWeek) -> DateTime<Utc> {
    let zone = schedule.zone;
    let wanted = week.day(schedule.weekday).and_time(schedule.time);
    let Occurrence { at, .. } = schedule.occurrence(week);
    let on_the_wall = shown(at, zone);
    if on_the_wall == wanted {
        for earlier in [15, 30, 60, 120, 180, 1440] {
            let before = shown(at - TimeDelta::minutes(earlier), zone);
            assert_ne!(before, wanted, "{schedule:?} in {week}: the later of two");
        }
    } else {
        assert!(on_the_wall > wanted, "{schedule:?} in {week}: too early");
        let before = shown(at - TimeDelta::seconds(1), zone);
        assert!(before < wanted, "{schedule:?} in {week}: later than needed");
    }
    at
}

/// When the zone's clocks change: found by comparing weeks, then by bisection.
fn changes(zone: Zone) -> Vec<DateTime<Utc>> {
    let offset = |at: DateTime<Utc>| shown(at, zone) - at.naive_utc();
    let noons = weeks().map(|week| {
        week.day(Weekday::Mon)
            .and_hms_opt(12, 0, 0)
            .unwrap()
            .and_utc()
    });
    let noons: Vec<_> = noons.collect();
    let different = noons
        .windows(2)
        .filter(|pair| offset(pair[0]) != offset(pair[1]));
    let found = different.map(|pair| {
        let (mut before, mut after) = (pair[0], pair[1]);
        while after - before > TimeDelta::seconds(1) {
            let middle = before + (after - before) / 2;
            if offset(middle) == offset(before) {
                before = middle;
            } else {
                after = middle;
            }
        }
        after
    });
    found.collect()
}

#[test]
fn every_week_of_every_zone_has_one_nudge_at_the_local_time() {
    for zone in Zone::all() {
        let monday = monday_morning(zone);
        let mut last = DateTime::<Utc>::MIN_UTC;
        for week in weeks() {
            let at = hold(&monday, week);
            assert!(at > last, "{zone} {week}: not after the week before");
            assert_eq!(monday.week_of(at), week, "{zone}");
            assert_eq!(monday.next_after(at).week, week.plus(1), "{zone} {week}");
            last = at;
        }
    }
}

#[test]
fn around_every_clock_change_each_week_still_has_one_nudge() {
    for zone in Zone::all() {
        for change in changes(zone) {
            for minutes in (-180..=180).step_by(15) {
                let near = shown(change, zone) + TimeDelta::minutes(minutes);
                let schedule = Schedule {
                    weekday: near.weekday(),
                    time: near.time(),
                    zone,
                };
                let week = IsoWeek::of(near.date());
                let three = [week.minus(1), week, week.plus(1)];
                let nudges = three.map(|week| hold(&schedule, week));
                assert!(nudges.is_sorted_by(|a, b| a < b), "{schedule:?} in {week}");
            }
        }
    }
}
