//! What time it is in the world: the machine's time, or that of a clock which a person or a test
//! moves. A bot that waits by the same clock does on Monday what it would do on a real Monday.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::watch;
use tokio::time::Instant;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still, or runs on from a chosen instant, and can be moved forward.
///
/// It knows which of its alarms are at work, so that whoever moves it can wait until everything
/// that fell due has been done ([`MovableClock::settled`]) instead of sleeping and hoping.
#[derive(Clone)]
pub struct MovableClock {
    state: Arc<watch::Sender<State>>,
    moves: Arc<watch::Sender<()>>,
    runs: bool,
}

struct State {
    /// The time it was when the clock was last set.
    set_to: DateTime<Utc>,
    /// When it was last set, by the machine's monotonic clock.
    set_at: Instant,
    alarms: HashMap<u64, AlarmState>,
    next_alarm: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AlarmState {
    /// Its holder is working; the bell may have been rung meanwhile.
    AtWork { rung: bool },
    /// Its holder waits for this instant, or for the bell alone.
    Waiting(Option<DateTime<Utc>>),
}

impl State {
    fn wake_due(&mut self, now: DateTime<Utc>) {
        for alarm in self.alarms.values_mut() {
            if matches!(alarm, AlarmState::Waiting(Some(when)) if *when <= now) {
                *alarm = AlarmState::AtWork { rung: false };
            }
        }
    }
}

impl MovableClock {
    /// Stands at `at` until it is moved.
    #[must_use]
    pub fn standing(at: DateTime<Utc>) -> Self {
        Self::new(at, false)
    }

    /// Starts at `at` and runs on at the usual pace.
    #[must_use]
    pub fn running(at: DateTime<Utc>) -> Self {
        Self::new(at, true)
    }

    fn new(at: DateTime<Utc>, runs: bool) -> Self {
        let state = State {
            set_to: at,
            set_at: Instant::now(),
            alarms: HashMap::new(),
            next_alarm: 0,
        };
        Self {
            state: Arc::new(watch::Sender::new(state)),
            moves: Arc::new(watch::Sender::new(())),
            runs,
        }
    }

    /// Moves to `to` and wakes what is due by then. Time never goes back: an earlier instant
    /// leaves the clock where it is.
    pub fn move_to(&self, to: DateTime<Utc>) {
        let to = to.max(self.now());
        self.state.send_modify(|state| {
            state.set_to = to;
            state.set_at = Instant::now();
            state.wake_due(to);
        });
        self.moves.send_replace(());
    }

    /// Tells whenever the clock is moved from now on.
    #[must_use]
    pub fn moves(&self) -> watch::Receiver<()> {
        self.moves.subscribe()
    }

    /// Moves to `to` by way of every instant that an alarm waits for, and lets the work that falls
    /// due at each be done before time goes on: what happens is what a clock that ran would see.
    pub async fn advance_to(&self, to: DateTime<Utc>) {
        self.settled().await;
        while let Some(next) = self.next_alarm().filter(|next| *next < to) {
            self.move_to(next);
            self.settled().await;
        }
        self.move_to(to);
        self.settled().await;
    }

    /// A new alarm; its holder counts as at work until it waits.
    #[must_use]
    pub fn alarm(&self) -> Alarm {
        let mut id = 0;
        self.state.send_modify(|state| {
            id = state.next_alarm;
            state.next_alarm += 1;
            state.alarms.insert(id, AlarmState::AtWork { rung: false });
        });
        Alarm {
            id,
            clock: self.clone(),
        }
    }

    /// The earliest instant that an alarm waits for.
    fn next_alarm(&self) -> Option<DateTime<Utc>> {
        let state = self.state.borrow();
        let waiting = state.alarms.values().filter_map(|alarm| match alarm {
            AlarmState::Waiting(when) => *when,
            AlarmState::AtWork { .. } => None,
        });
        waiting.min()
    }

    /// Returns when every alarm's holder has done its work and waits for a later time.
    pub async fn settled(&self) {
        let mut state = self.state.subscribe();
        let all_wait = |state: &State| {
            state
                .alarms
                .values()
                .all(|alarm| matches!(alarm, AlarmState::Waiting(_)))
        };
        // The sender lives in `self`, so the wait can't fail.
        let _ = state.wait_for(all_wait).await;
    }

    fn time_of(&self, state: &State) -> DateTime<Utc> {
        if self.runs {
            state.set_to + state.set_at.elapsed()
        } else {
            state.set_to
        }
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        self.time_of(&self.state.borrow())
    }
}

/// Wakes one waiting worker, either at an instant or when its [`Bell`] is rung.
pub struct Alarm {
    id: u64,
    clock: MovableClock,
}

impl Alarm {
    /// Returns at `when`, or once the bell was rung since the last return; `None` waits for the
    /// bell alone.
    pub async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        let id = self.id;
        let mut state = self.clock.state.subscribe();
        self.clock.state.send_modify(|state| {
            // Looked at with the state locked, as whoever rings or moves does.
            let due = when.is_some_and(|when| when <= self.clock.time_of(state));
            let rung = state.alarms[&id] == AlarmState::AtWork { rung: true };
            if !due && !rung {
                state.alarms.insert(id, AlarmState::Waiting(when));
            }
        });
        let woken = state.wait_for(|state| matches!(state.alarms[&id], AlarmState::AtWork { .. }));
        let rest = when
            .filter(|_| self.clock.runs)
            .and_then(|when| (when - self.clock.now()).to_std().ok());
        match rest {
            Some(rest) => drop(tokio::time::timeout(rest, woken).await),
            None => drop(woken.await),
        }
        self.clock.state.send_modify(|state| {
            state.alarms.insert(id, AlarmState::AtWork { rung: false });
        });
    }

    /// The bell that ends this alarm's wait early.
    #[must_use]
    pub fn bell(&self) -> Bell {
        Bell {
            id: self.id,
            state: Arc::clone(&self.clock.state),
        }
    }
}

/// Ends an [`Alarm`]'s wait early, from anywhere.
#[derive(Clone)]
pub struct Bell {
    id: u64,
    state: Arc<watch::Sender<State>>,
}

impl Bell {
    /// Rings: the wait under way returns, or else the next one does at once.
    pub fn ring(&self) {
        self.state.send_modify(|state| {
            if let Some(alarm) = state.alarms.get_mut(&self.id) {
                let at_work = matches!(alarm, AlarmState::AtWork { .. });
                *alarm = AlarmState::AtWork { rung: at_work };
            }
        });
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.clock.state.send_modify(|state| {
            state.alarms.remove(&self.id);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn noon() -> DateTime<Utc> {
        "2026-11-23T12:00:00Z".parse().unwrap()
    }

    #[tokio::test]
    async fn settled_waits_for_the_work_that_fell_due() {
        let clock = MovableClock::standing(noon());
        let (done, mut seen) = tokio::sync::mpsc::unbounded_channel();
        let mut alarm = clock.alarm();
        let worker = clock.clone();
        tokio::spawn(async move {
            for hour in 1..=3 {
                alarm
                    .wait_until(Some(noon() + TimeDelta::hours(hour)))
                    .await;
                done.send(worker.now()).unwrap();
            }
            alarm.wait_until(None).await;
        });
        clock.settled().await;
        assert!(seen.try_recv().is_err());
        clock.move_to(noon() + TimeDelta::hours(2));
        clock.settled().await;
        assert_eq!(seen.try_recv(), Ok(noon() + TimeDelta::hours(2)));
        assert_eq!(seen.try_recv(), Ok(noon() + TimeDelta::hours(2)));
        assert!(seen.try_recv().is_err());
    }

    #[tokio::test]
    async fn advancing_stops_at_every_alarm_on_the_way() {
        let clock = MovableClock::standing(noon());
        let (done, mut seen) = tokio::sync::mpsc::unbounded_channel();
        let mut alarm = clock.alarm();
        let worker = clock.clone();
        tokio::spawn(async move {
            loop {
                let next = worker.now() + TimeDelta::minutes(50);
                alarm.wait_until(Some(next)).await;
                done.send(worker.now()).unwrap();
            }
        });
        clock.advance_to(noon() + TimeDelta::hours(2)).await;
        let minutes = |count| noon() + TimeDelta::minutes(count);
        assert_eq!(seen.try_recv(), Ok(minutes(50)));
        assert_eq!(seen.try_recv(), Ok(minutes(100)));
        assert!(seen.try_recv().is_err());
        assert_eq!(clock.now(), minutes(120));
    }

    #[tokio::test]
    async fn a_bell_rung_during_work_ends_the_next_wait() {
        let clock = MovableClock::standing(noon());
        let mut alarm = clock.alarm();
        alarm.bell().ring();
        alarm.wait_until(None).await;
        let bell = alarm.bell();
        let waiting = tokio::spawn(async move { alarm.wait_until(None).await });
        clock.settled().await;
        bell.ring();
        waiting.await.unwrap();
    }

    #[tokio::test]
    async fn time_never_goes_back() {
        let clock = MovableClock::standing(noon());
        clock.move_to(noon() - TimeDelta::days(1));
        assert_eq!(clock.now(), noon());
    }
}
