//! Logs the state of each connection: one line for each loss, however many tries it takes to
//! reconnect.

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::Instant;

use crate::discord::shard::Shard;
use crate::telemetry::gateway_log::{GatewayState, Loss, ShardLog};

/// How many losses of all shards are logged in a minute: a gateway may accept connections only to close them.
const LINES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).unwrap();

/// What was logged last.
pub(super) struct ConnectionLog {
    /// The shard's id, if there are several.
    shard: Option<u32>,
    logged: Mutex<Logged>,
    lines: Arc<DefaultDirectRateLimiter>,
    /// What serenity traced about the shard.
    pub(super) traces: ShardLog,
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
            shard: None,
            logged: Mutex::new(Logged::Nothing),
            lines: Arc::new(RateLimiter::direct(Quota::per_minute(LINES_PER_MINUTE))),
            traces: ShardLog::default(),
        }
    }
}

impl ConnectionLog {
    /// The log of a shard, which goes on from here.
    pub(super) fn of_shard(&self, shard: Shard) -> Self {
        Self {
            shard: (shard.total > 1).then_some(shard.id),
            logged: Mutex::new(*self.logged()),
            lines: Arc::clone(&self.lines),
            traces: ShardLog::default(),
        }
    }

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
        let GatewayState { loss, obstacle, .. } = self.traces.now();
        let why = obstacle.or(loss).map(|loss| loss.to_string());
        let why = why.as_deref().unwrap_or(otherwise);
        tracing::warn!(
            shard = self.shard,
            why,
            "no connection to Discord; trying until there is one"
        );
    }

    /// Discord began the session (READY) or resumed it (RESUMED).
    pub(super) fn connected(&self) {
        let logged = std::mem::replace(&mut *self.logged(), Logged::Connected);
        let loss = self.traces.now().previous_loss.unwrap_or(Loss::Broken);
        match logged {
            Logged::Nothing => tracing::info!(shard = self.shard, "connected to Discord"),
            Logged::Lost(since) => {
                let after = since.elapsed();
                tracing::info!(shard = self.shard, ?after, "connected to Discord");
            }
            Logged::Connected if self.lines.check().is_err() => {}
            Logged::Connected if loss.is_usual() => {
                tracing::info!(shard = self.shard, why = %loss, "reconnected to Discord");
            }
            Logged::Connected => {
                tracing::warn!(shard = self.shard, why = %loss, "the connection to Discord was lost, and is back");
            }
        }
    }

    /// Logs events that serenity could not parse. The connection itself works.
    pub(super) fn log_unreadable(&self) {
        if self.traces.take_unreadable() && self.lines.check().is_ok() {
            tracing::warn!(
                shard = self.shard,
                "Discord sent something that can't be read; it goes unanswered"
            );
        }
    }
}
