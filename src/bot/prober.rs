//! Pings the connections of all shards, from a thread of its own.
//!
//! After a close frame without a code, and after some codes, serenity keeps reading from a closed
//! socket at full speed, and its runner keeps a thread of the runtime busy. A failed write ends the
//! runner. Several such runners could keep all threads busy, so no task may have to wait for one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::ShardMessenger;
use serenity_tungstenite::tungstenite::Message;
use tokio::sync::watch;

use crate::discord::shard::Shard;

/// Pings, and tells when it did.
#[derive(Clone)]
pub(super) struct Prober {
    runners: Arc<Mutex<HashMap<Shard, ShardMessenger>>>,
    ticks: watch::Receiver<()>,
}

impl Prober {
    /// Pings so often, until all clones are dropped.
    pub(super) fn start(every: Duration) -> Self {
        let (tick, ticks) = watch::channel(());
        let prober = Self {
            runners: Arc::default(),
            ticks,
        };
        let runners = Arc::clone(&prober.runners);
        std::thread::spawn(move || {
            while !tick.is_closed() {
                std::thread::sleep(every);
                lock(&runners).values().for_each(ping);
                tick.send_replace(());
            }
        });
        prober
    }

    /// Pings this runner's connection too.
    pub(super) fn add(&self, shard: Shard, runner: ShardMessenger) {
        lock(&self.runners).insert(shard, runner);
    }

    /// The shard's runner has ended.
    pub(super) fn remove(&self, shard: Shard) {
        lock(&self.runners).remove(&shard);
    }

    /// Pings the shard's connection now.
    pub(super) fn probe(&self, shard: Shard) {
        if let Some(runner) = lock(&self.runners).get(&shard) {
            ping(runner);
        }
    }

    /// Waits for the next round of pings.
    pub(super) async fn tick(&mut self) {
        // The thread lives as long as this receiver.
        let _ = self.ticks.changed().await;
    }
}

fn lock<T>(runners: &Mutex<T>) -> MutexGuard<'_, T> {
    runners.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ping(runner: &ShardMessenger) {
    runner.websocket_message(Message::Ping(Vec::new()));
}
