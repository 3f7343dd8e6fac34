//! Notices a clock that was set back: what was dated meanwhile lies in the future.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How much earlier than before it may be without having been set: clocks are adjusted all the time.
const ADJUSTED: TimeDelta = TimeDelta::minutes(1);

/// The latest time that it was.
#[derive(Default)]
pub struct SetBack(Mutex<Option<DateTime<Utc>>>);

impl SetBack {
    /// Whether what is dated in the future has to be looked for at `now`: the first time, as nobody
    /// knows what the clock was before, and whenever the clock was set back.
    pub fn notice(&self, now: DateTime<Utc>) -> bool {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = latest.is_none_or(|latest| now < latest - ADJUSTED);
        *latest = Some(
            latest
                .filter(|_| !is_news)
                .map_or(now, |latest| latest.max(now)),
        );
        is_news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_noticed_at_first_and_when_it_was_set_back() {
        let at = |seconds: i64| DateTime::from_timestamp(1_796_000_000 + seconds, 0).unwrap();
        let clock = SetBack::default();
        let noticed = [0, 10, 9, 1_000, 0, 1, 2].map(|seconds| clock.notice(at(seconds)));
        assert_eq!(noticed, [true, false, false, false, true, false, false]);
    }
}
