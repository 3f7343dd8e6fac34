//! How long a suggested person rests: is not suggested to the same member again.

use chrono::{DateTime, TimeDelta, Utc};

/// How long a person rests after *Not now*, counted from the press.
pub(crate) const REST_AFTER_NOT_NOW: TimeDelta = TimeDelta::days(30);

/// How long a person rests after a suggestion without an answer.
const REST_AFTER_SILENCE: TimeDelta = TimeDelta::days(14);

/// Clocks change by two hours at most, so the second Monday at nine may come this much earlier than
/// 14 days later.
pub(crate) const CLOCK_CHANGE: TimeDelta = TimeDelta::hours(2);

/// When the rest after a suggestion in the nudge due at `nudge_at` ends, unless the member answers.
///
/// Counts from when the nudge was due, not sent, and ends two hours early, so that a late send or a
/// clock change never makes the second Monday miss by minutes.
#[must_use]
pub(crate) fn rest_after_silence(nudge_at: DateTime<Utc>) -> DateTime<Utc> {
    nudge_at + REST_AFTER_SILENCE - CLOCK_CHANGE
}
