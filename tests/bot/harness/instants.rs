//! Discord's timestamps, as a reader in London in winter sees them.

use chrono::{DateTime, Utc};
use rehearsal::relative_time;

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
        "R" => return Some(relative_time(at, now)),
        "D" => "%-d %B %Y",
        "f" => "%-d %B %Y %H:%M",
        "F" => "%A, %-d %B %Y %H:%M",
        _ => return None,
    };
    Some(at.format(pattern).to_string())
}
