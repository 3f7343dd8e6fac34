//! Where somebody wants the clock: "next monday 09:00", "+3 days", "2026-11-30 09:00".

use chrono::{DateTime, Utc};
use interim::{Dialect, Interval, parse_date_string, parse_duration};
use zones::Zone;

/// The instant that `words` mean at `now`, read in `zone`.
///
/// # Errors
/// A sentence that says what would work; also where the words mean a time gone by.
pub(super) fn destination(
    words: &str,
    now: DateTime<Utc>,
    zone: Zone,
) -> Result<DateTime<Utc>, String> {
    let there = now.with_timezone(&zone);
    let destination = match words.strip_prefix('+') {
        Some(span) => after(span.trim(), now),
        None => parse_date_string(words, there, Dialect::Us)
            .ok()
            .map(|at| at.to_utc()),
    };
    match destination {
        Some(at) if at >= now => Ok(at),
        Some(at) => Err(format!(
            "{} is gone by; the clock only moves on",
            at.with_timezone(&zone).format("%A %Y-%m-%d %H:%M")
        )),
        None => Err(format!(
            "`{words}` is no time; try `clock next monday 09:00`, `clock +1 hour` or `clock +3 days`"
        )),
    }
}

fn after(span: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match parse_duration(span).ok()? {
        Interval::Seconds(seconds) => {
            now.checked_add_signed(chrono::TimeDelta::seconds(seconds.into()))
        }
        Interval::Days(days) => now.checked_add_days(chrono::Days::new(u64::try_from(days).ok()?)),
        Interval::Months(months) => {
            now.checked_add_months(chrono::Months::new(u32::try_from(months).ok()?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read in Berlin on Monday 23 November 2026, 12:00 there.
    fn moved(words: &str) -> String {
        let now = "2026-11-23T11:00:00Z".parse().unwrap();
        match destination(words, now, "Europe/Berlin".parse::<Zone>().unwrap()) {
            Ok(at) => format!("{words}: {}", at.format("%a %F %H:%M")),
            Err(sentence) => format!("{words}: {sentence}"),
        }
    }

    #[test]
    fn words_mean_what_people_mean_by_them() {
        let words = [
            "next monday 09:00",
            "monday 09:00",
            "friday 17:30",
            "tomorrow 09:00",
            "2026-12-24 18:00",
            "+1 hour",
            "+90 minutes",
            "+3 days",
            "+2 weeks",
            "+1 month",
            "yesterday",
            "+soon",
            "when pigs fly",
        ];
        insta::assert_snapshot!(words.map(moved).join("\n"));
    }
}
