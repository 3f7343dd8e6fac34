//! Whether a connection is one: serenity alone would not always notice that it isn't.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::ShardManager;
use serenity::gateway::ConnectionStage;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::login::{ConnectError, End, Login, may_connect};
use super::news::News;
use super::shards::{Addresses, probe};
use super::waits::Waits;
use crate::telemetry::overheard::{self, Loss};

/// Says every now and then that it is time to look, from a thread of its own: serenity's runner may
/// keep the very thread busy that wakes whoever sleeps in this runtime.
fn ticks(every: Duration) -> mpsc::Receiver<()> {
    let (tick, ticks) = mpsc::channel(1);
    std::thread::spawn(move || {
        while !tick.is_closed() {
            std::thread::sleep(every);
            // One that is not heard is not needed twice.
            let _ = tick.try_send(());
        }
    });
    ticks
}

/// A connection under watch.
pub(super) struct Watched<'a> {
    pub(super) manager: Arc<ShardManager>,
    pub(super) addresses: Addresses,
    pub(super) ready: Arc<AtomicBool>,
    /// How many connections Discord would have.
    pub(super) shards: u32,
    pub(super) waits: &'a Waits,
    pub(super) news: &'a News,
    pub(super) login: &'a Login,
}

impl Watched<'_> {
    /// Returns when the connection has been of no use for too long, or will never be.
    pub(super) async fn watch(&self) -> End {
        let mut sound_at = Instant::now();
        let mut ticks = ticks(self.waits.look_every);
        loop {
            ticks.recv().await;
            if let Some(error) = self.fatal_close_code() {
                return End::Fatal(error);
            }
            let ready = self.ready.load(Ordering::Acquire);
            let at_work = self.is_at_work().await;
            let in_vain = at_work && sound_at.elapsed() > self.waits.for_ready;
            if self.shards > 1 && !ready && in_vain {
                return End::Fatal(ConnectError::ShardingRequired(self.shards));
            }
            probe(&self.manager).await;
            if ready && self.is_connected().await {
                sound_at = Instant::now();
                self.news.sound();
                continue;
            }
            let away = sound_at.elapsed();
            if away > self.waits.unsaid {
                self.news.lost("no sign of life");
                self.addresses.use_gateway().await;
            }
            if away > self.waits.patience && at_work {
                return self.lost("no sign of life").await;
            }
            if away > self.waits.patience {
                // It is tried every 5 s, which costs no session.
                sound_at = Instant::now();
                if let Err(fatal @ End::Fatal(_)) = self.ask_for_the_way().await {
                    return fatal;
                }
            }
        }
    }

    /// The connection is to be made anew.
    pub(super) async fn lost(&self, why: &str) -> End {
        End::Lost {
            why: why.to_owned(),
            begun: self.is_at_work().await || self.ready.load(Ordering::Acquire),
        }
    }

    /// serenity gave the connection up: Discord closed it without a code that says why.
    pub(super) async fn closed(&self) -> End {
        if self.shards > 1 && !self.ready.load(Ordering::Acquire) {
            return End::Fatal(ConnectError::ShardingRequired(self.shards));
        }
        self.lost("Discord closed it and did not say why").await
    }

    /// Asks where the gateway is: it may have moved.
    async fn ask_for_the_way(&self) -> Result<(), End> {
        let gateway = may_connect(self.login).await?;
        self.addresses.set_gateway(gateway.url).await;
        Ok(())
    }

    /// Whether there is a runner: serenity found a gateway.
    async fn is_at_work(&self) -> bool {
        !self.manager.runners.lock().await.is_empty()
    }

    /// What serenity does not pass on of Discord's reasons, and no new try can mend.
    fn fatal_close_code(&self) -> Option<ConnectError> {
        match overheard::heard().loss? {
            Loss::Closed(4011) => Some(ConnectError::ShardingRequired(self.shards.max(2))),
            Loss::Closed(code @ (4010 | 4012)) => Some(ConnectError::ApiVersionRetired(code)),
            _ => None,
        }
    }

    async fn is_connected(&self) -> bool {
        let runners = self.manager.runners.lock().await;
        let mut stages = runners.values().map(|runner| runner.stage);
        !runners.is_empty() && stages.all(|stage| stage == ConnectionStage::Connected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pauses of a day on which no try succeeds.
    fn pauses(waits: &Waits, begun: bool) -> impl Iterator<Item = Duration> {
        std::iter::successors(Some(waits.first_pause), move |pause| {
            Some(waits.longer(*pause, begun))
        })
    }

    #[test]
    fn where_nothing_answers_it_is_tried_again_within_fifteen_seconds() {
        let waits = Waits::default();
        let longest = pauses(&waits, false).take(1_000).max();
        assert_eq!(longest, Some(Duration::from_secs(15)));
    }

    #[test]
    fn a_day_of_sessions_that_say_nothing_leaves_some_of_those_that_discord_allows() {
        let waits = Waits::default();
        let day = Duration::from_hours(24);
        let mut passed = Duration::ZERO;
        let tries = pauses(&waits, true).take_while(|pause| {
            passed += *pause + waits.patience;
            passed < day
        });
        assert!(tries.count() < 500);
    }
}
