//! When Rapport may open direct message channels. Discord flags a bot as a spammer if it opens many
//! in a short time. Such a bot can't open any until its owner has written to Discord.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::PersonId;

/// The time between two openings that no person asked for.
const PACE: TimeDelta = TimeDelta::seconds(5);

/// The pause after Discord says that channels are opened too fast. It doubles each time, up to the
/// longest.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(1);
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// How long a person's slot is kept after its time.
const SLOT_KEPT: TimeDelta = TimeDelta::hours(2);

/// Why to open a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningReason {
    /// The person has just agreed to direct messages.
    Asked,
    /// Rapport has a message for them.
    Unasked,
}

/// Until when to open no channel, and when each person's slot is.
#[derive(Default)]
pub(super) struct Openings(Mutex<State>);

#[derive(Default)]
struct State {
    next: DateTime<Utc>,
    slots: HashMap<PersonId, DateTime<Utc>>,
    pause: Option<Pause>,
    quarantined: bool,
}

struct Pause {
    began: DateTime<Utc>,
    length: TimeDelta,
}

impl Pause {
    /// The rest of the pause. A clock that was set back must not extend it.
    fn left(&self, now: DateTime<Utc>) -> TimeDelta {
        (self.began + self.length - now).min(self.length)
    }
}

impl Openings {
    /// How long to wait before opening a channel with `person`. `None` means now.
    pub(super) fn wait(
        &self,
        person: PersonId,
        reason: OpeningReason,
        now: DateTime<Utc>,
    ) -> Option<Duration> {
        self.change(|state| {
            let paused = state.pause.as_ref().map(|pause| pause.left(now));
            if let Some(left) = paused.and_then(some_time) {
                return Some(left);
            }
            if reason == OpeningReason::Asked {
                return None;
            }
            state.wait_for_slot(person, now)
        })
    }

    /// Handles Discord's message that channels are opened too fast. Returns the pause.
    pub(super) fn slow_down(&self, now: DateTime<Utc>) -> Duration {
        self.change(|state| {
            let again = state.pause.as_ref().filter(|pause| {
                // A pause that ended long ago says nothing about this time.
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

    /// Handles Discord's message that the bot is flagged. Returns the pause.
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

    /// Notes that a channel was opened.
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
    /// Assigns each person a slot and keeps it, so that waiting costs no request.
    fn wait_for_slot(&mut self, person: PersonId, now: DateTime<Utc>) -> Option<Duration> {
        let waiting = i32::try_from(self.slots.len()).unwrap_or(i32::MAX);
        // A slot later than all waiting people need: the clock was set back.
        if self.next > now + PACE * waiting.saturating_add(1) {
            self.slots.clear();
            self.next = now;
        }
        self.slots.retain(|_, at| *at + SLOT_KEPT > now);
        let at = *self.slots.entry(person).or_insert_with(|| {
            let at = self.next.max(now);
            self.next = at + PACE;
            at
        });
        let wait = some_time(at - now);
        if wait.is_none() {
            self.slots.remove(&person);
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
    fn unasked_openings_are_5_seconds_apart_and_asked_ones_immediate() {
        let openings = Openings::default();
        let unasked =
            |person, now| seconds(openings.wait(PersonId(person), OpeningReason::Unasked, at(now)));
        assert_eq!([unasked(1, 0), unasked(2, 0), unasked(3, 0)], [0, 5, 10]);
        assert_eq!([unasked(3, 5), unasked(2, 5), unasked(3, 11)], [5, 0, 0]);
        assert_eq!(
            openings.wait(PersonId(4), OpeningReason::Asked, at(0)),
            None
        );
    }

    #[test]
    fn the_pause_doubles_while_discord_repeats_it() {
        let openings = Openings::default();
        assert_eq!(openings.slow_down(at(0)).as_secs(), 60);
        let wait = openings.wait(PersonId(1), OpeningReason::Asked, at(20));
        assert_eq!(seconds(wait), 40);
        assert_eq!(openings.slow_down(at(61)).as_secs(), 120);
        assert_eq!(openings.slow_down(at(200)).as_secs(), 240);
        assert_eq!(openings.slow_down(at(90_000)).as_secs(), 60);
    }

    #[test]
    fn a_clock_that_is_set_back_extends_no_wait() {
        let openings = Openings::default();
        for person in 0..10 {
            openings.wait(PersonId(person), OpeningReason::Unasked, at(1_000_000));
        }
        let wait = openings.wait(PersonId(99), OpeningReason::Unasked, at(0));
        assert_eq!(seconds(wait), 0);
        openings.slow_down(at(1_000_000));
        let wait = openings.wait(PersonId(1), OpeningReason::Asked, at(0));
        assert_eq!(seconds(wait), 60);
    }
}
