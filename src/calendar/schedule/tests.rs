use crate::calendar::Zone;
use chrono::Datelike;
use proptest::prelude::*;

use super::*;

/// Monday, 09:00: the default of a new member.
pub(super) fn monday_morning(zone: Zone) -> Schedule {
    Schedule {
        weekday: Weekday::Mon,
        time: NaiveTime::MIN + TimeDelta::hours(9),
        zone,
    }
}

fn berlin() -> Zone {
    "Europe/Berlin".parse::<Zone>().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

fn week(text: &str) -> IsoWeek {
    IsoWeek::parse(text).unwrap()
}

fn schedule(weekday: Weekday, time: &str, zone: Zone) -> Schedule {
    let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
    Schedule {
        weekday,
        time,
        zone,
    }
}

fn history() -> History {
    History {
        not_before: at("2026-01-01T00:00"),
        last_claimed: None,
        last_sent: None,
        rhythm: Rhythm::Weekly,
        until_acted: None,
    }
}

/// The decision at `now`, in short: `send 2026-W48` or `wait 2026-W49`.
fn turn(schedule: Schedule, now: &str, history: History) -> String {
    match schedule.decide(at(now), &history) {
        Decision::Send { occurrence, .. } => format!("send {}", occurrence.week),
        Decision::Wait(occurrence) => format!("wait {}", occurrence.week),
    }
}

#[test]
fn wall_clock_time_survives_daylight_saving() {
    let monday = monday_morning(berlin());
    for (of, expected) in [
        ("2026-W12", "2026-03-16T08:00"),
        ("2026-W14", "2026-03-30T07:00"),
        ("2026-W43", "2026-10-19T07:00"),
        ("2026-W44", "2026-10-26T08:00"),
    ] {
        assert_eq!(monday.occurrence(week(of)).at, at(expected), "{of}");
    }
    let gap = schedule(Weekday::Sun, "02:30", berlin());
    assert_eq!(gap.occurrence(week("2026-W13")).at, at("2026-03-29T01:00"));
    let fold = schedule(Weekday::Sun, "02:30", berlin());
    assert_eq!(fold.occurrence(week("2026-W43")).at, at("2026-10-25T00:30"));
    let skipped_day = schedule(
        Weekday::Fri,
        "09:00",
        "Pacific/Apia".parse::<Zone>().unwrap(),
    );
    assert_eq!(
        skipped_day.occurrence(week("2011-W52")).at,
        at("2011-12-30T10:00")
    );
}

#[test]
fn the_next_occurrence_is_never_the_same_one() {
    let monday = monday_morning(berlin());
    let first = monday.occurrence(week("2026-W48"));
    assert_eq!(monday.next_after(first.at).week, week("2026-W49"));
    assert_eq!(monday.next_after(first.at - TimeDelta::seconds(1)), first);
}

#[test]
fn a_late_nudge_is_sent_and_an_old_one_is_skipped() {
    let monday = monday_morning(berlin());
    for (now, expected) in [
        ("2026-11-23T07:59", "wait 2026-W48"),
        ("2026-11-23T08:00", "send 2026-W48"),
        ("2026-11-24T07:59", "send 2026-W48"),
        ("2026-11-24T08:00", "wait 2026-W49"),
    ] {
        assert_eq!(turn(monday, now, history()), expected, "{now}");
    }
    let late_sunday = schedule(Weekday::Sun, "20:00", berlin());
    assert_eq!(
        turn(late_sunday, "2026-11-30T09:00", history()),
        "send 2026-W48"
    );
}

#[test]
fn a_week_is_claimed_once_whatever_changes() {
    let claimed = History {
        last_claimed: Some(week("2026-W48")),
        last_sent: Some(week("2026-W48")),
        ..history()
    };
    let now = "2026-11-27T16:30";
    for changed in [
        monday_morning(berlin()),
        schedule(Weekday::Fri, "17:00", berlin()),
        schedule(Weekday::Sun, "09:00", berlin()),
        schedule(
            Weekday::Fri,
            "09:00",
            "Pacific/Honolulu".parse::<Zone>().unwrap(),
        ),
    ] {
        assert_eq!(turn(changed, now, claimed), "wait 2026-W49", "{changed:?}");
    }
    // Claimed on Monday in Auckland, then moved to where it is still Sunday of the week before.
    let still_sunday = schedule(
        Weekday::Sun,
        "13:00",
        "America/Los_Angeles".parse::<Zone>().unwrap(),
    );
    assert_eq!(
        turn(still_sunday, "2026-11-22T21:30", claimed),
        "wait 2026-W49"
    );
}

#[test]
fn a_yes_in_the_afternoon_does_not_bring_the_mornings_nudge() {
    let monday = monday_morning(berlin());
    let just_joined = History {
        not_before: at("2026-11-23T14:00"),
        ..history()
    };
    assert_eq!(
        turn(monday, "2026-11-23T14:00", just_joined),
        "wait 2026-W49"
    );
    let paused = History {
        not_before: at("2027-01-10T00:00"),
        ..history()
    };
    assert_eq!(turn(monday, "2026-11-23T14:00", paused), "wait 2027-W02");
}

#[test]
fn the_rhythm_skips_weeks_after_the_last_sent_nudge() {
    let monday = monday_morning(berlin());
    let quiet = History {
        last_claimed: Some(week("2026-W48")),
        last_sent: Some(week("2026-W46")),
        ..history()
    };
    for (rhythm, expected) in [
        (Rhythm::Weekly, "wait 2026-W49"),
        (Rhythm::EverySecond, "wait 2026-W49"),
        (Rhythm::EveryFourth, "wait 2026-W50"),
    ] {
        let history = History { rhythm, ..quiet };
        assert_eq!(turn(monday, "2026-11-23T09:00", history), expected);
    }
}

#[test]
fn an_act_in_a_skipped_week_brings_the_next_nudge_and_not_that_mornings() {
    let monday = monday_morning(berlin());
    let acted_at = |acted, until| History {
        last_claimed: Some(week("2026-W47")),
        last_sent: Some(week("2026-W47")),
        until_acted: Some((at(acted), until)),
        ..history()
    };
    // The nudge of 2026-W48 was due at 08:00.
    for (acted, until, expected) in [
        ("2026-11-23T09:00", Rhythm::EverySecond, "wait 2026-W49"),
        ("2026-11-23T08:00", Rhythm::EveryFourth, "wait 2026-W49"),
        ("2026-11-23T07:59", Rhythm::EveryFourth, "send 2026-W48"),
        // Late, and due whatever the member does: the bot was down at 08:00.
        ("2026-11-23T09:00", Rhythm::Weekly, "send 2026-W48"),
    ] {
        let history = acted_at(acted, until);
        assert_eq!(
            turn(monday, "2026-11-23T09:00", history),
            expected,
            "{acted}"
        );
    }
}

/// Checks every week's occurrence in one zone: they increase, and are at the wanted time except in
/// gaps.
fn check_weeks(schedule: Schedule, from: IsoWeek, weeks: u32) {
    let mut previous = schedule.occurrence(from.minus(1));
    for week in (0..weeks).map(|count| from.plus(count)) {
        let occurrence = schedule.occurrence(week);
        assert!(previous.at < occurrence.at, "{schedule:?} {week}");
        let asked = week.day(schedule.weekday).and_time(schedule.time);
        let shown = occurrence.at.with_timezone(&schedule.zone).naive_local();
        if shown != asked {
            use chrono::TimeZone;
            let exists = schedule.zone.from_local_datetime(&asked).earliest();
            assert_eq!(exists, None, "{schedule:?} {week}");
            assert!(shown > asked && shown.date() <= asked.date().succ_opt().unwrap());
        }
        previous = occurrence;
    }
}

prop_compose! {
    fn any_schedule()(
        weekday in 0_u8..7,
        minute in 0_i64..1440,
        zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
    ) -> Schedule {
        Schedule {
            weekday: Weekday::try_from(weekday).unwrap(),
            time: NaiveTime::MIN + TimeDelta::minutes(minute),
            zone,
        }
    }
}

fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    let (from, to) = (at("2020-01-01T00:00"), at("2040-01-01T00:00"));
    (from.timestamp()..to.timestamp()).prop_map(|secs| DateTime::from_timestamp(secs, 0).unwrap())
}

proptest! {
    #[test]
    fn any_schedule_has_increasing_weeks_in_any_zone(schedule in any_schedule(), from in any_instant()) {
        check_weeks(schedule, schedule.week_of(from), 60);
    }

    #[test]
    fn next_after_is_the_first_one_later(schedule in any_schedule(), now in any_instant()) {
        let next = schedule.next_after(now);
        prop_assert!(next.at > now);
        prop_assert!(schedule.occurrence(next.week.minus(1)).at <= now);
    }

    /// A worker that checks at random times, while the member keeps changing the schedule. Weeks
    /// are claimed in order and once, and each is sent within the grace period.
    #[test]
    fn a_week_never_gets_two_nudges(
        schedules in prop::collection::vec(any_schedule(), 1..6),
        looks in prop::collection::vec((0_usize..6, 1_i64..20_000), 1..60),
        start in any_instant(),
    ) {
        let (mut now, mut history) = (start, History { not_before: start, ..history() });
        for (which, minutes) in looks {
            now += TimeDelta::minutes(minutes);
            let schedule = schedules[which % schedules.len()];
            match schedule.decide(now, &history) {
                Decision::Send { occurrence, late_by } => {
                    prop_assert!(history.last_claimed.is_none_or(|last| last < occurrence.week));
                    prop_assert_eq!(late_by, now - occurrence.at);
                    prop_assert!(TimeDelta::zero() <= late_by && late_by < GRACE);
                    history.last_claimed = Some(occurrence.week);
                    history.last_sent = Some(occurrence.week);
                }
                Decision::Wait(occurrence) => prop_assert!(occurrence.at > now),
            }
        }
    }

    /// A worker without downtime skips no week.
    #[test]
    fn a_worker_without_downtime_sends_every_week(schedule in any_schedule(), start in any_instant()) {
        let mut history = History { not_before: start, ..history() };
        let mut now = start;
        for _ in 0..12 {
            match schedule.decide(now, &history) {
                Decision::Send { occurrence, .. } => {
                    let last = history.last_claimed.replace(occurrence.week);
                    prop_assert!(last.is_none_or(|last| last.plus(1) == occurrence.week));
                    history.last_sent = history.last_claimed;
                }
                Decision::Wait(occurrence) => now = occurrence.at,
            }
        }
        prop_assert!(history.last_claimed.is_some_and(|week| week.day(Weekday::Mon).year() >= 2019));
    }
}
