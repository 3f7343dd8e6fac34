//! Notices that the clock was set back: dates written before may then lie in the future.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How far the time may go back without counting as set back: computers adjust their clocks often.
const ADJUSTED: TimeDelta = TimeDelta::minutes(1);

/// The latest time seen so far.
#[derive(Default)]
pub(crate) struct SetBack(Mutex<Option<DateTime<Utc>>>);

impl SetBack {
    /// Whether a worker has to look for dates in the future at `now`. True at the first call,
    /// because Rapport does not know what the clock was before, and whenever the clock was set
    /// back.
    pub(crate) fn notice(&self, now: DateTime<Utc>) -> bool {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let was_set_back = latest.is_none_or(|latest| now < latest - ADJUSTED);
        *latest = Some(
            latest
                .filter(|_| !was_set_back)
                .map_or(now, |latest| latest.max(now)),
        );
        was_set_back
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_noticed_at_first_and_after_it_was_set_back() {
        let at = |seconds: i64| DateTime::from_timestamp(1_796_000_000 + seconds, 0).unwrap();
        let clock = SetBack::default();
        let noticed = [0, 10, 9, 1_000, 0, 1, 2].map(|seconds| clock.notice(at(seconds)));
        assert_eq!(noticed, [true, false, false, false, true, false, false]);
    }
}
