//! How long a suggested person is not suggested again.

use chrono::{DateTime, TimeDelta, Utc};

/// How long somebody is not suggested again to a member who pressed *Not now*, from the press.
pub const REST_AFTER_NOT_NOW: TimeDelta = TimeDelta::days(30);

/// How long after a suggestion that was not acted on.
const REST_AFTER_SILENCE: TimeDelta = TimeDelta::days(14);

/// Clocks move by two hours at most: the second Monday at nine after this one may come so much
/// earlier than 14 days.
const CLOCK_CHANGE: TimeDelta = TimeDelta::hours(2);

/// Until when somebody rests who was suggested in the nudge due at `nudge_at`, unless the member
/// acts on it.
///
/// Counts from the instant the nudge was due, not sent, and ends two hours early, so that a late
/// send or a clock change does not make the second Monday miss by minutes.
#[must_use]
pub fn rest_after_silence(nudge_at: DateTime<Utc>) -> DateTime<Utc> {
    nudge_at + REST_AFTER_SILENCE - CLOCK_CHANGE
}

/// Until when they come after everybody else, once they were suggested `in_a_row` times running (this
/// one counted; an encounter or any button about them starts again at one, and so does who comes back
/// after ignored nudges).
///
/// The first time as long as they rest anyway, and twice as long each further time.
#[must_use]
pub fn behind_after_silence(nudge_at: DateTime<Utc>, in_a_row: u32) -> DateTime<Utc> {
    // Eight doublings are ten years.
    let doublings = in_a_row.saturating_sub(1).min(8);
    nudge_at + REST_AFTER_SILENCE * (1 << doublings) - CLOCK_CHANGE
}
