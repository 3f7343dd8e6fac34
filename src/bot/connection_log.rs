//! Logs the state of the connection: one line for each loss, however many tries it takes to
//! reconnect.

use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::Instant;

use crate::telemetry::gateway_log::{self, GatewayState, Loss};

/// How many losses are logged in a minute: a gateway may accept connections only to close them.
const LINES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).unwrap();

/// What was logged last.
pub(super) struct ConnectionLog {
    logged: Mutex<Logged>,
    lines: DefaultDirectRateLimiter,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Logged {
    /// Nothing: there was no connection yet.
    Nothing,
    /// That Rapport is connected.
    Connected,
    /// That it is not.
    Lost(Instant),
}

impl Default for ConnectionLog {
    fn default() -> Self {
        Self {
            logged: Mutex::new(Logged::Nothing),
            lines: RateLimiter::direct(Quota::per_minute(LINES_PER_MINUTE)),
        }
    }
}

impl ConnectionLog {
    fn logged(&self) -> MutexGuard<'_, Logged> {
        self.logged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection has been away for a while.
    pub(super) fn lost(&self, otherwise: &str) {
        let mut logged = self.logged();
        if matches!(*logged, Logged::Lost(_)) {
            return;
        }
        *logged = Logged::Lost(Instant::now());
        let GatewayState { loss, obstacle, .. } = gateway_log::state();
        let why = obstacle.or(loss).map(|loss| loss.to_string());
        let why = why.as_deref().unwrap_or(otherwise);
        tracing::warn!(why, "no connection to Discord; trying until there is one");
    }

    /// Discord began the session (READY) or resumed it (RESUMED).
    pub(super) fn connected(&self) {
        let logged = std::mem::replace(&mut *self.logged(), Logged::Connected);
        let loss = gateway_log::state().previous_loss.unwrap_or(Loss::Broken);
        match logged {
            Logged::Nothing => tracing::info!("connected to Discord"),
            Logged::Lost(since) => {
                let after = since.elapsed();
                tracing::info!(?after, "connected to Discord");
            }
            Logged::Connected if self.lines.check().is_err() => {}
            Logged::Connected if loss.is_usual() => {
                tracing::info!(why = %loss, "reconnected to Discord");
            }
            Logged::Connected => {
                tracing::warn!(why = %loss, "the connection to Discord was lost, and is back");
            }
        }
    }

    /// Logs events that serenity could not parse. The connection itself works.
    pub(super) fn log_unreadable(&self) {
        if gateway_log::take_unreadable() && self.lines.check().is_ok() {
            tracing::warn!("Discord sent something that can't be read; it goes unanswered");
        }
    }
}
