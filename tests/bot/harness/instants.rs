//! Discord's timestamps, as a reader in London in winter sees them.

use chrono::{DateTime, TimeDelta, Utc};

/// `text` with timestamps in words, each in `‹›`.
pub(super) fn written(text: &str, now: DateTime<Utc>) -> String {
    let mut parts = text.split("<t:");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let written = part.split_once('>').and_then(|(tag, rest)| {
            let instant = instant(tag, now)?;
            Some(format!("‹{instant}›{rest}"))
        });
        words += &written.unwrap_or_else(|| format!("<t:{part}"));
    }
    words
}

fn instant(tag: &str, now: DateTime<Utc>) -> Option<String> {
    let (seconds, style) = tag.split_once(':')?;
    let at = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
    let pattern = match style {
        "R" => return Some(relative(at - now)),
        "D" => "%-d %B %Y",
        "f" => "%-d %B %Y %H:%M",
        "F" => "%A, %-d %B %Y %H:%M",
        _ => return None,
    };
    Some(at.format(pattern).to_string())
}

fn relative(span: TimeDelta) -> String {
    let units = [
        ("year", TimeDelta::days(365)),
        ("month", TimeDelta::days(30)),
        ("day", TimeDelta::days(1)),
        ("hour", TimeDelta::hours(1)),
        ("minute", TimeDelta::minutes(1)),
        ("second", TimeDelta::seconds(1)),
    ];
    let Some((name, unit)) = units.into_iter().find(|(_, unit)| span.abs() >= *unit) else {
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
