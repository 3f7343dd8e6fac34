//! Detects dead gateway connections that serenity misses.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::ShardManager;
use serenity::gateway::ConnectionStage;
use tokio::sync::watch;
use tokio::time::Instant;

use super::connection_log::ConnectionLog;
use super::login::{ConnectError, End, Login, may_connect};
use super::prober::Prober;
use super::shards::Addresses;
use super::waits::Waits;
use crate::app::App;
use crate::discord::shard::Shard;

/// Why a connection is lost that nothing came over.
const NO_SIGN_OF_LIFE: &str = "no sign of life";

/// What is known of the connection at one tick.
#[derive(Debug, Clone, Copy)]
struct Observation {
    /// Whether a READY was understood.
    ready: bool,
    /// Whether serenity calls itself connected.
    connected: bool,
    /// Whether serenity reached a gateway.
    has_runner: bool,
    /// Since when the latest try to connect goes on; `None` while the shard waits for its first turn.
    tried: Option<Duration>,
    /// Since when the connection does not work.
    away: Duration,
}

/// What to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// The connection works.
    Works,
    /// It may still work by itself.
    Wait,
    /// It is lost, and serenity still tries: log it, and let it try the gateway's address.
    Report,
    /// It is lost, and a new connection is needed.
    Reconnect,
    /// Nobody answers at the gateway's address: ask Discord for it again.
    RefreshGateway,
}

fn decide(seen: Observation, waits: &Waits) -> Verdict {
    if seen.ready && seen.connected {
        return Verdict::Works;
    }
    let Some(tried) = seen.tried else {
        return Verdict::Wait;
    };
    // The turn to connect may have come late.
    let trying = seen.away.min(tried);
    if seen.has_runner && trying > waits.reconnect_after {
        Verdict::Reconnect
    } else if !seen.has_runner && seen.away > waits.reconnect_after {
        Verdict::RefreshGateway
    } else if seen.away > waits.log_after {
        Verdict::Report
    } else {
        Verdict::Wait
    }
}

/// The connection that is checked.
pub(super) struct Watched<'a> {
    pub(super) app: &'a App,
    pub(super) shard: Shard,
    /// The manager of this shard alone.
    pub(super) manager: Arc<ShardManager>,
    pub(super) addresses: Addresses,
    pub(super) ready: Arc<AtomicBool>,
    /// When the latest try to connect began.
    pub(super) tried_at: watch::Receiver<Option<Instant>>,
    pub(super) prober: Prober,
    pub(super) waits: &'a Waits,
    pub(super) connection_log: &'a ConnectionLog,
    pub(super) login: &'a Login,
}

impl Watched<'_> {
    /// Returns when the connection has not worked for too long, or can never work.
    pub(super) async fn watch(&self) -> End {
        let mut works_at = Instant::now();
        let mut prober = self.prober.clone();
        loop {
            prober.tick().await;
            self.app.health.looked();
            if let Some(end) = self.final_close_code() {
                return end;
            }
            let seen = self.observe(works_at).await;
            self.app
                .shard_works(self.shard, seen.ready && seen.connected);
            let verdict = decide(seen, self.waits);
            if matches!(
                verdict,
                Verdict::Report | Verdict::Reconnect | Verdict::RefreshGateway
            ) {
                self.connection_log.lost(NO_SIGN_OF_LIFE);
                self.addresses.use_gateway().await;
            }
            match verdict {
                Verdict::Wait if seen.tried.is_none() => works_at = Instant::now(),
                Verdict::Wait | Verdict::Report => {}
                Verdict::Works => {
                    works_at = Instant::now();
                    self.connection_log.log_unreadable();
                }
                Verdict::Reconnect => return self.lost(NO_SIGN_OF_LIFE).await,
                Verdict::RefreshGateway => {
                    // serenity tries every 5 s, and these tries begin no session.
                    works_at = Instant::now();
                    if let Err(fatal @ End::Fatal(_)) = self.refresh_gateway_url().await {
                        return fatal;
                    }
                }
            }
        }
    }

    async fn observe(&self, works_at: Instant) -> Observation {
        Observation {
            ready: self.ready.load(Ordering::Acquire),
            connected: self.is_connected().await,
            has_runner: self.has_runner().await,
            tried: self.tried_at.borrow().map(|at| at.elapsed()),
            away: works_at.elapsed(),
        }
    }

    /// Returns that a new connection is needed.
    pub(super) async fn lost(&self, why: &str) -> End {
        End::Lost {
            why: why.to_owned(),
            begun: self.has_runner().await || self.ready.load(Ordering::Acquire),
        }
    }

    /// serenity ended the runner: Discord closed the connection without a code that explains it.
    pub(super) async fn closed(&self) -> End {
        if let Some(end) = self.final_close_code() {
            return end;
        }
        self.lost("Discord closed it and did not say why").await
    }

    /// Asks Discord for the gateway's address, which may have changed.
    async fn refresh_gateway_url(&self) -> Result<(), End> {
        let gateway = may_connect(self.login).await?;
        self.addresses.set_gateway(gateway.url).await;
        Ok(())
    }

    /// Whether there is a runner: serenity reached a gateway.
    async fn has_runner(&self) -> bool {
        !self.manager.runners.lock().await.is_empty()
    }

    /// The end that follows from a close code that serenity does not report and that a new session
    /// of this shard can't fix.
    fn final_close_code(&self) -> Option<End> {
        match self.connection_log.traces.now().closed_with? {
            4011 => Some(End::MoreShards {
                than: self.shard.total,
            }),
            code @ (4010 | 4012) => Some(End::Fatal(ConnectError::ApiVersionRetired(code))),
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

    fn working() -> Observation {
        Observation {
            ready: true,
            connected: true,
            has_runner: true,
            tried: Some(Duration::from_hours(1)),
            away: Duration::ZERO,
        }
    }

    #[test]
    fn a_verdict_follows_from_what_is_seen_and_for_how_long() {
        let waits = Waits::default();
        let longer = |wait: Duration| wait + Duration::from_secs(1);
        let lost = Observation {
            connected: false,
            away: longer(waits.reconnect_after),
            ..working()
        };
        let unreached = Observation {
            has_runner: false,
            ready: false,
            ..lost
        };
        let back = Observation {
            connected: true,
            ..lost
        };
        let away_for = |away: Duration| Observation { away, ..lost };
        let with_tried = |tried: Option<Duration>, seen: Observation| Observation { tried, ..seen };
        let just_now = Some(Duration::from_secs(5));
        for (seen, verdict) in [
            (working(), Verdict::Works),
            (back, Verdict::Works),
            (away_for(waits.log_after), Verdict::Wait),
            (away_for(longer(waits.log_after)), Verdict::Report),
            (lost, Verdict::Reconnect),
            (unreached, Verdict::RefreshGateway),
            // Its turn came late: the connection is young.
            (with_tried(just_now, lost), Verdict::Report),
            // Others had their turns since its own failed.
            (with_tried(just_now, unreached), Verdict::RefreshGateway),
            // It had no turn yet.
            (with_tried(None, unreached), Verdict::Wait),
        ] {
            assert_eq!(decide(seen, &waits), verdict, "{seen:?}");
        }
    }

    /// The pauses of a day in which every try fails.
    fn pauses(waits: &Waits, begun: bool) -> impl Iterator<Item = Duration> {
        std::iter::successors(Some(waits.first_pause), move |pause| {
            Some(waits.longer(*pause, begun))
        })
    }

    #[test]
    fn an_unreached_gateway_is_tried_again_within_15_seconds() {
        let waits = Waits::default();
        let longest = pauses(&waits, false).take(1_000).max();
        assert_eq!(longest, Some(Duration::from_secs(15)));
    }

    #[test]
    fn a_day_of_sessions_without_ready_stays_below_the_daily_limit() {
        let waits = Waits::default();
        let day = Duration::from_hours(24);
        let mut passed = Duration::ZERO;
        let tries = pauses(&waits, true).take_while(|pause| {
            passed += *pause + waits.reconnect_after;
            passed < day
        });
        assert!(tries.count() < 500);
    }
}
