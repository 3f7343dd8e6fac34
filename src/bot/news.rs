//! What the operator reads of the connection: one line for each time that it is lost, however many
//! tries it takes to have one again.

use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::Instant;

use crate::telemetry::overheard::{self, Heard, Loss};

/// How many losses are told in a minute: a gateway may take connections just to close them.
const LINES: NonZeroU32 = NonZeroU32::new(20).unwrap();

/// What was told.
pub(super) struct News {
    told: Mutex<Told>,
    lines: DefaultDirectRateLimiter,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing: it has not been there yet.
    Nothing,
    /// That it is there.
    Connected,
    /// That it is not.
    Lost(Instant),
}

impl Default for News {
    fn default() -> Self {
        Self {
            told: Mutex::new(Told::Nothing),
            lines: RateLimiter::direct(Quota::per_minute(LINES)),
        }
    }
}

impl News {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is no connection, and there has not been one for a while.
    pub(super) fn lost(&self, otherwise: &str) {
        let mut told = self.told();
        if matches!(*told, Told::Lost(_)) {
            return;
        }
        *told = Told::Lost(Instant::now());
        let Heard {
            loss, hindrance, ..
        } = overheard::heard();
        let why = hindrance.or(loss).map(|loss| loss.to_string());
        let why = why.as_deref().unwrap_or(otherwise);
        tracing::warn!(why, "no connection to Discord; trying until there is one");
    }

    /// Discord said that the session begins (READY), or goes on (RESUMED).
    pub(super) fn connected(&self) {
        let told = std::mem::replace(&mut *self.told(), Told::Connected);
        let loss = overheard::heard().before.unwrap_or(Loss::Broken);
        match told {
            Told::Nothing => tracing::info!("connected to Discord"),
            Told::Lost(since) => {
                let after = since.elapsed();
                tracing::info!(?after, "connected to Discord");
            }
            Told::Connected if self.lines.check().is_err() => {}
            Told::Connected if loss.is_usual() => {
                tracing::info!(why = %loss, "connected to Discord anew");
            }
            Told::Connected => {
                tracing::warn!(why = %loss, "the connection to Discord was lost, and is back");
            }
        }
    }

    /// All is well with the connection itself; whether everything that comes can be read is another
    /// matter.
    pub(super) fn sound(&self) {
        if overheard::take_unreadable() && self.lines.check().is_ok() {
            tracing::warn!("Discord sent something that can't be read; it goes unanswered");
        }
    }
}
