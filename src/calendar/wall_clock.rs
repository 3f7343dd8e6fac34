//! Converts local times to instants, in zones whose clocks change.

use crate::calendar::Zone;
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

/// More than any zone's offset from UTC, and than the longest gap (Samoa skipped a whole day in
/// 2011).
const FAR: TimeDelta = TimeDelta::days(2);

/// The instant at which clocks in `zone` show `local`.
///
/// Of a time that exists twice, the earlier one counts. A skipped time means the first instant
/// after the gap.
#[must_use]
pub(crate) fn instant(local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| end_of_gap(local, zone), |at| at.with_timezone(&Utc))
}

/// The first second at which clocks show `local` or later, found by bisection: chrono does not
/// return the end of a gap.
fn end_of_gap(local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    let (mut before, mut after) = (local.and_utc() - FAR, local.and_utc() + FAR);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if middle.with_timezone(&zone).naive_local() < local {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

/// Parses a time of day as people type it: `9`, `9:00`, `09.30`, `0900`, `5 p.m.`, `9:30pm`,
/// `14h30`, `noon`. `None` for other texts.
#[must_use]
pub(crate) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.to_lowercase();
    let text: String = text.split_whitespace().collect();
    match text.as_str() {
        "noon" | "midday" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return Some(NaiveTime::MIN),
        _ => {}
    }
    let text = text.replace("o'clock", "").replace(".m", "m");
    let text = text.trim_end_matches(['.', 'h']).replace(['.', 'h'], ":");
    let half = ["am", "pm"].into_iter().find(|half| text.ends_with(half));
    let digits = half.map_or(text.as_str(), |half| &text[..text.len() - half.len()]);
    let (hour, rest) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 && digits.is_ascii() => digits.split_at(digits.len() - 2),
        None => (digits, "00"),
    };
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
    let number = |text: &str, most: usize| {
        let is_number = text.bytes().all(|it| it.is_ascii_digit()) && text.len() <= most;
        text.parse().ok().filter(|_| is_number)
    };
    let hour = on_24_hours(number(hour, 2)?, half)?;
    let minute = number(minute, 2).filter(|_| minute.len() == 2)?;
    let second = number(second, 2).filter(|_| second.len() == 2)?;
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn on_24_hours(hour: u32, half: Option<&str>) -> Option<u32> {
    match half {
        None => Some(hour),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some("pm") => Some(hour % 12 + 12),
        Some(_) => Some(hour % 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn read(local: &str, zone: Zone) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        instant(local, zone).format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn a_skipped_time_moves_to_the_gaps_end_and_a_double_one_to_the_first() {
        for (local, zone, expected) in [
            (
                "2026-11-20 14:00",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-11-20 13:00",
            ),
            (
                "2026-03-29 02:30",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-03-29 01:00",
            ),
            (
                "2026-10-25 02:30",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-10-25 00:30",
            ),
            (
                "2018-11-04 00:00",
                "America/Sao_Paulo".parse::<Zone>().unwrap(),
                "2018-11-04 03:00",
            ),
            (
                "2026-03-29 00:00",
                "Asia/Beirut".parse::<Zone>().unwrap(),
                "2026-03-28 22:00",
            ),
            (
                "2011-12-30 09:00",
                "Pacific/Apia".parse::<Zone>().unwrap(),
                "2011-12-30 10:00",
            ),
            (
                "2026-10-04 02:15",
                "Australia/Lord_Howe".parse::<Zone>().unwrap(),
                "2026-10-03 15:30",
            ),
        ] {
            assert_eq!(read(local, zone), expected, "{local} in {zone}");
        }
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, time) in [
            ("9", "09:00"),
            ("09", "09:00"),
            ("9:05", "09:05"),
            ("09.30", "09:30"),
            ("0900", "09:00"),
            ("930", "09:30"),
            ("1745", "17:45"),
            ("5 p.m.", "17:00"),
            ("5 P.M", "17:00"),
            ("5pm", "17:00"),
            ("9:30 pm", "21:30"),
            ("930pm", "21:30"),
            ("12 am", "00:00"),
            ("12 pm", "12:00"),
            ("14h30", "14:30"),
            ("9 h", "09:00"),
            ("9 o'clock", "09:00"),
            ("Noon", "12:00"),
            ("midnight", "00:00"),
            ("00:00", "00:00"),
        ] {
            let time = NaiveTime::parse_from_str(time, "%H:%M").ok();
            assert_eq!(time_of_day(typed), time, "{typed}");
        }
        for typed in [
            "",
            "24",
            "25:00",
            "9:5",
            "9:60",
            "13 pm",
            "0 am",
            "12345",
            "am",
            "9:",
            ":30",
            "-9",
            "+9",
            "9 : 30 : 70",
            "nine",
            "½",
            "९",
        ] {
            assert_eq!(time_of_day(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_shown_time_is_parsed_as_the_same_time(minute in 0_i64..1440) {
            let time = NaiveTime::MIN + TimeDelta::minutes(minute);
            for shown in ["%H:%M", "%-H.%M", "%H%M", "%I:%M %p", "%-I:%M%P"] {
                let typed = time.format(shown).to_string();
                prop_assert_eq!(time_of_day(&typed), Some(time), "{}", typed);
            }
        }

        #[test]
        fn parsing_a_time_never_panics(typed in "\\PC{0,12}|[0-9:. amph]{0,9}") {
            let _ = time_of_day(&typed);
        }

        #[test]
        fn a_time_that_exists_is_shown_as_asked(
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
            days in 0_i64..7300,
            minutes in 0_i64..1440,
        ) {
            let local = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap()
                + TimeDelta::days(days) + TimeDelta::minutes(minutes);
            let at = instant(local, zone);
            let shown = at.with_timezone(&zone).naive_local();
            prop_assert!(shown >= local);
            if shown > local {
                let just_before = (at - TimeDelta::seconds(1)).with_timezone(&zone).naive_local();
                prop_assert!(just_before < local, "the gap ended before {at}");
            }
        }
    }
}
