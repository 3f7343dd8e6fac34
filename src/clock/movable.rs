//! Implements the bot's `Clock` and `Timer` for the rehearsal's clock.

use chrono::{DateTime, Utc};
use rehearsal::MovableClock;

use super::{Clock, Timer, Waker};

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        rehearsal::Clock::now(self)
    }

    fn timer(&self) -> Box<dyn Timer> {
        Box::new(Self::timer(self))
    }
}

#[async_trait::async_trait]
impl Timer for rehearsal::Timer {
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        Self::wait_until(self, when).await;
    }

    fn waker(&self) -> Waker {
        let waker = Self::waker(self);
        Waker(std::sync::Arc::new(move || waker.wake()))
    }
}
