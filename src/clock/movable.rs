//! Implements the bot's `Clock` and `Alarm` for the rehearsal's clock.

use chrono::{DateTime, Utc};
use rehearsal::MovableClock;

use super::{Alarm, Bell, Clock};

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        rehearsal::Clock::now(self)
    }

    fn alarm(&self) -> Box<dyn Alarm> {
        Box::new(Self::alarm(self))
    }
}

#[async_trait::async_trait]
impl Alarm for rehearsal::Alarm {
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        Self::wait_until(self, when).await;
    }

    fn bell(&self) -> Bell {
        let bell = Self::bell(self);
        Bell(std::sync::Arc::new(move || bell.ring()))
    }
}
