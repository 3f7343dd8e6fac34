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
/// It knows which of its holders of timers are busy, so that a test that moves it can wait until everything
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
    timers: HashMap<u64, TimerState>,
    next_timer: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TimerState {
    /// Its holder is working; its waker may have been used meanwhile.
    Busy { woken: bool },
    /// Its holder waits for this instant, or until it is woken.
    Waiting(Option<DateTime<Utc>>),
}

impl State {
    fn wake_due(&mut self, now: DateTime<Utc>) {
        for timer in self.timers.values_mut() {
            if matches!(timer, TimerState::Waiting(Some(when)) if *when <= now) {
                *timer = TimerState::Busy { woken: false };
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
            timers: HashMap::new(),
            next_timer: 0,
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

    /// Moves to `to` by way of every instant that a timer waits for, and lets the work that falls
    /// due at each be done before time goes on: what happens is what a clock that ran would see.
    pub async fn advance_to(&self, to: DateTime<Utc>) {
        self.settled().await;
        while let Some(next) = self.next_timer().filter(|next| *next < to) {
            self.move_to(next);
            self.settled().await;
        }
        self.move_to(to);
        self.settled().await;
    }

    /// A new timer; its holder counts as busy until it waits.
    #[must_use]
    pub fn timer(&self) -> Timer {
        let mut id = 0;
        self.state.send_modify(|state| {
            id = state.next_timer;
            state.next_timer += 1;
            state.timers.insert(id, TimerState::Busy { woken: false });
        });
        Timer {
            id,
            clock: self.clone(),
        }
    }

    /// The earliest instant that a timer waits for.
    fn next_timer(&self) -> Option<DateTime<Utc>> {
        let state = self.state.borrow();
        let waiting = state.timers.values().filter_map(|timer| match timer {
            TimerState::Waiting(when) => *when,
            TimerState::Busy { .. } => None,
        });
        waiting.min()
    }

    /// Returns when every timer's holder has done its work and waits for a later time.
    pub async fn settled(&self) {
        let mut state = self.state.subscribe();
        let all_wait = |state: &State| {
            state
                .timers
                .values()
                .all(|timer| matches!(timer, TimerState::Waiting(_)))
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

/// Wakes one waiting worker, either at an instant or when its [`Waker`] is used.
pub struct Timer {
    id: u64,
    clock: MovableClock,
}

impl Timer {
    /// Returns at `when`, or after its waker was used since the last return. `None` waits for no
    /// instant.
    pub async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        let id = self.id;
        let mut state = self.clock.state.subscribe();
        self.clock.state.send_modify(|state| {
            // Read with the state locked, as it is when the waker is used or the clock moved.
            let due = when.is_some_and(|when| when <= self.clock.time_of(state));
            let is_woken = state.timers[&id] == TimerState::Busy { woken: true };
            if !due && !is_woken {
                state.timers.insert(id, TimerState::Waiting(when));
            }
        });
        let woken = state.wait_for(|state| matches!(state.timers[&id], TimerState::Busy { .. }));
        let rest = when
            .filter(|_| self.clock.runs)
            .and_then(|when| (when - self.clock.now()).to_std().ok());
        match rest {
            Some(rest) => drop(tokio::time::timeout(rest, woken).await),
            None => drop(woken.await),
        }
        self.clock.state.send_modify(|state| {
            state.timers.insert(id, TimerState::Busy { woken: false });
        });
    }

    /// The waker that ends this timer's wait early.
    #[must_use]
    pub fn waker(&self) -> Waker {
        Waker {
            id: self.id,
            state: Arc::clone(&self.clock.state),
        }
    }
}

/// Ends a [`Timer`]'s wait early, from anywhere.
#[derive(Clone)]
pub struct Waker {
    id: u64,
    state: Arc<watch::Sender<State>>,
}

impl Waker {
    /// Ends the current wait. Without a current wait, the next one returns at once.
    pub fn wake(&self) {
        self.state.send_modify(|state| {
            if let Some(timer) = state.timers.get_mut(&self.id) {
                let busy = matches!(timer, TimerState::Busy { .. });
                *timer = TimerState::Busy { woken: busy };
            }
        });
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.clock.state.send_modify(|state| {
            state.timers.remove(&self.id);
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
        let mut timer = clock.timer();
        let worker = clock.clone();
        tokio::spawn(async move {
            for hour in 1..=3 {
                timer
                    .wait_until(Some(noon() + TimeDelta::hours(hour)))
                    .await;
                done.send(worker.now()).unwrap();
            }
            timer.wait_until(None).await;
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
        let mut timer = clock.timer();
        let worker = clock.clone();
        tokio::spawn(async move {
            loop {
                let next = worker.now() + TimeDelta::minutes(50);
                timer.wait_until(Some(next)).await;
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
        let mut timer = clock.timer();
        timer.waker().wake();
        timer.wait_until(None).await;
        let waker = timer.waker();
        let waiting = tokio::spawn(async move { timer.wait_until(None).await });
        clock.settled().await;
        waker.wake();
        waiting.await.unwrap();
    }

    #[tokio::test]
    async fn time_never_goes_back() {
        let clock = MovableClock::standing(noon());
        clock.move_to(noon() - TimeDelta::days(1));
        assert_eq!(clock.now(), noon());
    }
}
