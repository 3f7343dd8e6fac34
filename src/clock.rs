//! The time, and timers. Both are injected everywhere, so that the same code runs with the system's
//! clock in production and with a clock that people can move in the rehearsal.

#[cfg(feature = "rehearsal")]
mod movable;
mod set_back;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

#[cfg(feature = "rehearsal")]
pub use rehearsal::MovableClock;
pub(crate) use set_back::SetBack;

/// How far a clock may be set back before what is dated ahead of it counts as written by a wrong
/// clock.
pub(crate) const CLOCK_SLACK: TimeDelta = TimeDelta::days(1);

/// Reads the time, and makes timers that follow it.
pub trait Clock: Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> DateTime<Utc>;

    /// A new timer. The clock counts its holder as busy until the holder waits.
    fn timer(&self) -> Box<dyn Timer>;
}

/// Wakes one waiting worker, either at a time or when its [`Waker`] is used.
#[async_trait::async_trait]
pub trait Timer: Send {
    /// Returns at `when`, after its waker was used since the last return, or after the clock was set
    /// back. `None` waits for no time.
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>);

    /// The waker that ends this timer's wait early.
    fn waker(&self) -> Waker;
}

/// Ends a [`Timer`]'s wait early, from anywhere, because something changed.
#[derive(Clone)]
pub struct Waker(Arc<dyn Fn() + Send + Sync>);

impl Waker {
    /// Ends the current wait. Without a current wait, the next one returns at once.
    pub fn wake(&self) {
        (self.0)();
    }
}

/// The machine's clock.
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

    fn timer(&self) -> Box<dyn Timer> {
        Box::new(SystemTimer(Arc::new(Notify::new())))
    }
}

struct SystemTimer(Arc<Notify>);

impl SystemTimer {
    /// The longest single sleep. Timers count only the time that the machine was awake, so this
    /// bounds how late Rapport notices a suspended machine or a clock that was set.
    const LONGEST_SLEEP: Duration = Duration::from_secs(30);

    async fn sleep_until(when: Option<DateTime<Utc>>) {
        let set_back = SetBack::default();
        set_back.notice(SystemClock.now());
        loop {
            let rest = match when {
                Some(when) => match (when - SystemClock.now()).to_std() {
                    Ok(rest) if !rest.is_zero() => rest,
                    _ => return,
                },
                None => Self::LONGEST_SLEEP,
            };
            tokio::time::sleep(rest.min(Self::LONGEST_SLEEP)).await;
            if set_back.notice(SystemClock.now()) {
                return;
            }
        }
    }
}

#[async_trait::async_trait]
impl Timer for SystemTimer {
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        tokio::select! {
            () = self.0.notified() => {}
            () = Self::sleep_until(when) => {}
        }
    }

    fn waker(&self) -> Waker {
        let notify = Arc::clone(&self.0);
        Waker(Arc::new(move || notify.notify_one()))
    }
}
