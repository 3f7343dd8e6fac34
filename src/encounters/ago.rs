//! Dates and lengths of time in words, as people say them.

use super::when::Precision;
use crate::calendar::Zone;
use chrono::{DateTime, Datelike, TimeDelta, Utc};

/// The day of `at` as people in `zone` say it: `today`, `yesterday`, `3 days ago` within a week,
/// `Fri 20 Nov` within the year, else `Thu 20 Nov 2025`. Days are calendar days, so last night is
/// `yesterday`. A day in the future is a date.
#[must_use]
pub(crate) fn in_words(at: DateTime<Utc>, now: DateTime<Utc>, zone: Zone) -> String {
    let (day, now) = (at.with_timezone(&zone), now.with_timezone(&zone));
    match days(at, now) {
        0 => "today".into(),
        1 => "yesterday".into(),
        days @ 2..=6 => format!("{days} days ago"),
        _ if day.year() == now.year() => day.format("%a %-d %b").to_string(),
        _ => date(at, zone),
    }
}

/// The full date in `zone`: `Fri 20 Nov 2026`.
#[must_use]
pub(crate) fn date(at: DateTime<Utc>, zone: Zone) -> String {
    at.with_timezone(&zone).format("%a %-d %b %Y").to_string()
}

/// The time of `at`, to put after a day: ` at 09:00`. Empty unless the member said the time.
#[must_use]
pub(crate) fn at_time(at: DateTime<Utc>, stated: Option<Precision>, zone: Zone) -> String {
    match stated {
        Some(Precision::Time) => at.with_timezone(&zone).format(" at %H:%M").to_string(),
        Some(Precision::Day) | None => String::new(),
    }
}

/// How many calendar days lie between `at` and `now`.
#[must_use]
pub(crate) fn days(at: DateTime<Utc>, now: DateTime<Zone>) -> i64 {
    let day = at.with_timezone(&now.timezone()).date_naive();
    (now.date_naive() - day).num_days()
}

/// The time since `at`, roughly, for "you haven't spoken for …": `12 days` below two weeks, `5
/// weeks` below two months, `7 months` below two years, then `2 years`. Days are calendar days, so
/// the Monday before last is 2 weeks ago at any hour. Rounded down; less than a day is `less than a
/// day`.
#[must_use]
pub(crate) fn ago(at: DateTime<Utc>, now: DateTime<Zone>) -> String {
    span(TimeDelta::days(days(at, now)))
}

/// A length of time, in the words of [`ago`].
#[must_use]
pub(crate) fn span(length: TimeDelta) -> String {
    match length.num_days() {
        ..1 => "less than a day".into(),
        1 => "1 day".into(),
        days @ 2..14 => format!("{days} days"),
        days @ 14..61 => format!("{} weeks", days / 7),
        // A twelfth of a year is 30.4 days: 61 days make 2 months, 365 make 12.
        days @ 61..730 => format!("{} months", days * 12 / 365),
        days => format!("{} years", days / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().unwrap()
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let now = at("2026-11-27T08:00"); // Friday 09:00 in Berlin
        for (then, expected) in [
            ("2026-11-27T07:59", "today"),
            ("2026-11-26T23:30", "today"),
            ("2026-11-26T22:30", "yesterday"),
            ("2026-11-24T08:00", "3 days ago"),
            ("2026-11-21T08:00", "6 days ago"),
            ("2026-11-20T08:00", "Fri 20 Nov"),
            ("2025-11-20T08:00", "Thu 20 Nov 2025"),
            ("2026-11-28T08:00", "Sat 28 Nov"),
        ] {
            assert_eq!(
                in_words(at(then), now, "Europe/Berlin".parse::<Zone>().unwrap()),
                expected,
                "{then}"
            );
        }
    }

    #[test]
    fn weeks_are_counted_by_the_calendar_too() {
        let now = at("2026-11-23T08:00").with_timezone(&"Europe/Berlin".parse::<Zone>().unwrap()); // Monday, 09:00
        for (then, expected) in [
            ("2026-11-09T15:00", "2 weeks"),
            ("2026-11-09T22:59", "2 weeks"),
            ("2026-11-09T23:00", "13 days"),
            ("2026-11-22T22:59", "1 day"),
        ] {
            assert_eq!(ago(at(then), now), expected, "{then}");
        }
    }

    #[test]
    fn lengths_are_rough() {
        for (days, expected) in [
            (-3, "less than a day"),
            (0, "less than a day"),
            (1, "1 day"),
            (13, "13 days"),
            (14, "2 weeks"),
            (35, "5 weeks"),
            (60, "8 weeks"),
            (61, "2 months"),
            (182, "5 months"),
            (365, "12 months"),
            (729, "23 months"),
            (730, "2 years"),
        ] {
            assert_eq!(span(TimeDelta::days(days)), expected, "{days}");
        }
    }

    proptest! {
        #[test]
        fn any_two_instants_have_words(
            at in 0_i64..4_000_000_000,
            now in 0_i64..4_000_000_000,
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
        ) {
            let instant = |secs| DateTime::from_timestamp(secs, 0).unwrap();
            prop_assert!(!in_words(instant(at), instant(now), zone).is_empty());
            prop_assert!(!ago(instant(at), instant(now).with_timezone(&zone)).is_empty());
        }
    }
}
