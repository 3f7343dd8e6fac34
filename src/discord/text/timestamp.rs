//! Instants that Discord writes in the zone and the language of each reader. Source: Discord's
//! reference, "Message Formatting", timestamp styles.

use chrono::{DateTime, Utc};

/// "20 November 2026".
#[must_use]
pub(crate) fn date(at: DateTime<Utc>) -> String {
    styled(at, 'D')
}

/// "20 November 2026 14:00".
#[must_use]
pub(crate) fn date_and_time(at: DateTime<Utc>) -> String {
    styled(at, 'f')
}

/// "Friday, 20 November 2026 14:00".
#[must_use]
pub(crate) fn weekday_and_time(at: DateTime<Utc>) -> String {
    styled(at, 'F')
}

/// "3 days ago", "in 2 hours". It stays true while the message is shown.
#[must_use]
pub(crate) fn relative(at: DateTime<Utc>) -> String {
    styled(at, 'R')
}

fn styled(at: DateTime<Utc>, style: char) -> String {
    format!("<t:{}:{style}>", at.timestamp())
}
