//! Keeps the connections to Discord's gateway: as many shards as Discord asks for.
//!
//! The number is asked at the start, and again when Discord says that it is too small (close code
//! 4011): then all shards end, and more begin.

use std::sync::Arc;

use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use poise::serenity_prelude as serenity;
use serenity::BotGateway;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::connection_log::ConnectionLog;
use super::events;
use super::identify::{BETWEEN_STARTS, IdentifyPace};
use super::login::{ConnectError, End, Login, may_connect_all};
use super::one_shard::{Fleet, OneShard};
use super::prober::Prober;
use super::waits::Waits;
use crate::app::App;
use crate::discord::shard::Shard;

/// Stays connected until `stop` is cancelled, or until Discord refuses for a reason that stays.
pub(crate) async fn stay(
    app: &Arc<App>,
    login: &Login,
    tasks: &TaskTracker,
    waits: &Waits,
    stop: &CancellationToken,
) -> Result<(), ConnectError> {
    let fleet = Fleet {
        app,
        login,
        tasks,
        waits,
        commands: Arc::new(events::options()),
        prober: Prober::start(waits.look_every),
    };
    let mut log = ConnectionLog::default();
    let mut pause = waits.first_pause;
    let (mut at_least, mut identify_from) = (1, Instant::now());
    while !stop.is_cancelled() {
        app.health.looked();
        let started = Instant::now();
        let end = match may_connect_all(login, at_least).await {
            Ok(gateway) => {
                let pace = pace(&gateway, at_least, identify_from);
                let log = std::mem::take(&mut log);
                fleet.run(gateway, at_least, pace, log, stop).await
            }
            Err(end) => end,
        };
        let begun = match end {
            End::Stopped => return Ok(()),
            End::Fatal(error) => return Err(error),
            End::Lost { why, begun } => {
                log.lost(&why);
                begun
            }
            End::MoreShards { than } => {
                tracing::warn!(than, "Discord wants more shards (close code 4011)");
                at_least = than.saturating_add(1);
                identify_from = Instant::now() + BETWEEN_STARTS;
                true
            }
        };
        if started.elapsed() > waits.last_pause {
            pause = waits.first_pause;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => pause = waits.longer(pause, begun),
            () = stop.cancelled() => {}
        }
    }
    Ok(())
}

fn pace(gateway: &BotGateway, at_least: u32, free_at: Instant) -> IdentifyPace {
    let total = gateway.shards.max(at_least);
    IdentifyPace::new(gateway.session_start_limit.max_concurrency, total, free_at)
}

impl Fleet<'_> {
    /// Runs all shards until they end together: when one of them ends for good, all do.
    async fn run(
        &self,
        gateway: BotGateway,
        at_least: u32,
        pace: IdentifyPace,
        log: ConnectionLog,
        stop: &CancellationToken,
    ) -> End {
        let total = gateway.shards.max(at_least);
        if total > 1 {
            tracing::info!(shards = total, "connecting to Discord");
        }
        self.app.health.expect_shards(total);
        let (pace, stop) = (Arc::new(pace), stop.child_token());
        let http = Arc::new(self.login.serenity_http());
        let shards = (0..total).map(|id| {
            let shard = OneShard {
                fleet: self,
                shard: Shard { id, total },
                http: Arc::clone(&http),
                pace: Arc::clone(&pace),
                log: Arc::new(log.of_shard(Shard { id, total })),
                stop: stop.clone(),
            };
            shard.stay(gateway.clone())
        });
        let mut running: FuturesUnordered<_> = shards.collect();
        let mut first = End::Stopped;
        while let Some(end) = running.next().await {
            stop.cancel();
            if matches!(first, End::Stopped) {
                first = end;
            }
        }
        first
    }
}
