//! How far away an instant is, as Discord's client says it.

use chrono::{DateTime, TimeDelta, Utc};

/// "in 3 days", "2 hours ago": in the largest unit that fits, as Discord's client rounds it.
#[must_use]
pub fn relative_time(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let span = at - now;
    let units = [
        ("year", TimeDelta::days(365)),
        ("month", TimeDelta::days(30)),
        ("day", TimeDelta::days(1)),
        ("hour", TimeDelta::hours(1)),
        ("minute", TimeDelta::minutes(1)),
        ("second", TimeDelta::seconds(1)),
    ];
    let fits = |(_, unit): &&(&str, TimeDelta)| span.abs() >= *unit;
    let Some((name, unit)) = units.iter().find(fits) else {
        return "now".to_owned();
    };
    let count = span.abs().num_seconds() / unit.num_seconds();
    let plural = if count == 1 { "" } else { "s" };
    if span > TimeDelta::zero() {
        format!("in {count} {name}{plural}")
    } else {
        format!("{count} {name}{plural} ago")
    }
}
