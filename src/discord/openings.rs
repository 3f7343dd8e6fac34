//! When channels of direct messages may be opened. A bot that opens many in a short time is flagged
//! as a spammer's, and can open none until its owner has written to Discord.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::PersonId;

/// The time between two openings that no person asked for.
const PACE: TimeDelta = TimeDelta::seconds(5);

/// The pause after Discord says that channels are opened too fast; it doubles each time, up to the
/// longest.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(1);
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// How long a person's turn to be opened is kept after it came.
const TURN_KEPT: TimeDelta = TimeDelta::hours(2);

/// Why a channel is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The person has just said yes to direct messages.
    Asked,
    /// A message is to be sent.
    Unasked,
}

/// Until when no channel is opened, and whose turn is next.
#[derive(Default)]
pub(super) struct Openings(Mutex<State>);

#[derive(Default)]
struct State {
    next: DateTime<Utc>,
    turns: HashMap<PersonId, DateTime<Utc>>,
    pause: Option<Pause>,
    quarantined: bool,
}

struct Pause {
    began: DateTime<Utc>,
    length: TimeDelta,
}

impl Pause {
    /// A clock that was set back must not make it longer.
    fn left(&self, now: DateTime<Utc>) -> TimeDelta {
        (self.began + self.length - now).min(self.length)
    }
}

impl Openings {
    /// How long to wait before a channel is opened to `person`; `None` if it may be now.
    pub(super) fn wait(
        &self,
        person: PersonId,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Option<Duration> {
        self.change(|state| {
            let paused = state.pause.as_ref().map(|pause| pause.left(now));
            if let Some(left) = paused.and_then(some_time) {
                return Some(left);
            }
            if reason == Reason::Asked {
                return None;
            }
            state.turn(person, now)
        })
    }

    /// Discord says that channels are opened too fast; gives for how long none is.
    pub(super) fn slow_down(&self, now: DateTime<Utc>) -> Duration {
        self.change(|state| {
            let again = state.pause.as_ref().filter(|pause| {
                // Long over, it says nothing about this time.
                pause.left(now) > -LONGEST_PAUSE
            });
            if again.is_none() {
                tracing::warn!(
                    "Discord asks to open direct messages more slowly (40003); they wait"
                );
            }
            let length = again.map_or(FIRST_PAUSE, |pause| (pause.length * 2).min(LONGEST_PAUSE));
            state.pause_for(length, now)
        })
    }

    /// Discord has flagged the bot; gives for how long no channel is opened.
    pub(super) fn quarantine(&self, now: DateTime<Utc>) -> Duration {
        self.change(|state| {
            if !std::mem::replace(&mut state.quarantined, true) {
                tracing::error!(
                    "Discord has flagged this bot as a spammer's (20026): it can't open direct \
                     messages. Nudges to people whose channel is not open wait. Appeal in the \
                     Developer Portal or at https://dis.gd/request"
                );
            }
            state.pause_for(LONGEST_PAUSE, now)
        })
    }

    /// A channel was opened.
    pub(super) fn opened(&self) {
        self.change(|state| {
            if std::mem::take(&mut state.quarantined) {
                tracing::info!("direct messages can be opened again");
            }
        });
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl State {
    /// Each person gets a turn and keeps it, so that waiting costs no request.
    fn turn(&mut self, person: PersonId, now: DateTime<Utc>) -> Option<Duration> {
        let waiting = i32::try_from(self.turns.len()).unwrap_or(i32::MAX);
        // Further ahead than all that wait: the clock was set back.
        if self.next > now + PACE * waiting.saturating_add(1) {
            self.turns.clear();
            self.next = now;
        }
        self.turns.retain(|_, at| *at + TURN_KEPT > now);
        let at = *self.turns.entry(person).or_insert_with(|| {
            let at = self.next.max(now);
            self.next = at + PACE;
            at
        });
        let wait = some_time(at - now);
        if wait.is_none() {
            self.turns.remove(&person);
        }
        wait
    }

    fn pause_for(&mut self, length: TimeDelta, now: DateTime<Utc>) -> Duration {
        self.pause = Some(Pause { began: now, length });
        some_time(length).unwrap_or_default()
    }
}

fn some_time(wait: TimeDelta) -> Option<Duration> {
    wait.to_std().ok().filter(|wait| !wait.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_000_000 + seconds, 0).unwrap()
    }

    fn seconds(wait: Option<Duration>) -> u64 {
        wait.map_or(0, |wait| wait.as_secs())
    }

    #[test]
    fn unasked_openings_come_one_in_five_seconds_and_asked_ones_at_once() {
        let openings = Openings::default();
        let unasked =
            |person, now| seconds(openings.wait(PersonId(person), Reason::Unasked, at(now)));
        assert_eq!([unasked(1, 0), unasked(2, 0), unasked(3, 0)], [0, 5, 10]);
        assert_eq!([unasked(3, 5), unasked(2, 5), unasked(3, 11)], [5, 0, 0]);
        assert_eq!(openings.wait(PersonId(4), Reason::Asked, at(0)), None);
    }

    #[test]
    fn the_pause_doubles_while_discord_says_it_again() {
        let openings = Openings::default();
        assert_eq!(openings.slow_down(at(0)).as_secs(), 60);
        let wait = openings.wait(PersonId(1), Reason::Asked, at(20));
        assert_eq!(seconds(wait), 40);
        assert_eq!(openings.slow_down(at(61)).as_secs(), 120);
        assert_eq!(openings.slow_down(at(200)).as_secs(), 240);
        assert_eq!(openings.slow_down(at(90_000)).as_secs(), 60);
    }

    #[test]
    fn a_clock_that_is_set_back_prolongs_nothing() {
        let openings = Openings::default();
        for person in 0..10 {
            openings.wait(PersonId(person), Reason::Unasked, at(1_000_000));
        }
        let wait = openings.wait(PersonId(99), Reason::Unasked, at(0));
        assert_eq!(seconds(wait), 0);
        openings.slow_down(at(1_000_000));
        let wait = openings.wait(PersonId(1), Reason::Asked, at(0));
        assert_eq!(seconds(wait), 60);
    }
}
