//! The time, and alarms that go off at a time. Both are injected everywhere, so that the same code
//! runs with the system's clock in production and with a clock that people can move in the
//! rehearsal.

#[cfg(feature = "rehearsal")]
mod movable;
mod set_back;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::Notify;

#[cfg(feature = "rehearsal")]
pub use rehearsal::MovableClock;
pub use set_back::SetBack;

/// Reads the time, and makes alarms that follow it.
pub trait Clock: Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> DateTime<Utc>;

    /// A new alarm. The clock counts its holder as busy until the holder waits.
    fn alarm(&self) -> Box<dyn Alarm>;
}

/// Wakes one waiting worker, either at a time or when its [`Bell`] is rung.
#[async_trait::async_trait]
pub trait Alarm: Send {
    /// Returns at `when`, after the bell was rung since the last return, or after the clock was set
    /// back. `None` waits for no time.
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>);

    /// The bell that ends this alarm's wait early.
    fn bell(&self) -> Bell;
}

/// Ends an [`Alarm`]'s wait early, from anywhere, because something changed.
#[derive(Clone)]
pub struct Bell(Arc<dyn Fn() + Send + Sync>);

impl Bell {
    /// Rings: the current wait returns. Without a current wait, the next one returns at once.
    pub fn ring(&self) {
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

    fn alarm(&self) -> Box<dyn Alarm> {
        Box::new(SystemAlarm(Arc::new(Notify::new())))
    }
}

struct SystemAlarm(Arc<Notify>);

impl SystemAlarm {
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
impl Alarm for SystemAlarm {
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        tokio::select! {
            () = self.0.notified() => {}
            () = Self::sleep_until(when) => {}
        }
    }

    fn bell(&self) -> Bell {
        let notify = Arc::clone(&self.0);
        Bell(Arc::new(move || notify.notify_one()))
    }
}
