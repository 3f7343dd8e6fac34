//! Starts serenity's shard runners. All code that depends on the internals of serenity 0.12 is
//! here. `tests/bot/resume.rs` fails when those change.
//!
//! serenity ignores `resume_gateway_url` and connects all shards to one address, which its queuer
//! keeps. So each shard has a manager of its own, and Rapport ends its queuer and starts the shard
//! with an address of its own: the gateway's for a new session, and the session's after READY named
//! it. A session that can't be resumed ends its runner, and the next runner starts at the gateway
//! again.

use std::future::pending;
use std::sync::{Arc, Mutex as StdMutex, OnceLock, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::gateway::{
    ConnectionStage, Shard, ShardManagerOptions, ShardRunner, ShardRunnerInfo, ShardRunnerMessage,
    ShardRunnerOptions,
};
use serenity::{
    Context, EventHandler, Framework, GatewayIntents, Http, RawEventHandler, Ready, ShardId,
    ShardInfo, ShardManager, ShardMessenger,
};
use tokio::sync::{Mutex, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

use super::identify::IdentifyPace;
use super::prober::Prober;
use crate::discord::shard::Shard as DiscordShard;
use crate::telemetry::gateway_log::ShardLog;

/// An id that no shard has.
const NO_SHARD: ShardId = ShardId(u32::MAX);

/// The close code of a client that won't resume its session.
const NORMAL: u16 = 1000;

/// How long a gateway may take to accept a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a runner may take to close its connection.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(5);

/// The addresses of the gateway.
#[derive(Debug, Clone)]
pub(super) struct Addresses {
    /// Where a new session begins.
    gateway: Arc<StdMutex<String>>,
    /// Where serenity connects next.
    next: Arc<Mutex<String>>,
}

impl Addresses {
    pub(super) fn new(gateway: String) -> Self {
        Self {
            gateway: Arc::new(StdMutex::new(gateway)),
            next: Arc::default(),
        }
    }

    /// Changes the gateway's address.
    pub(super) async fn set_gateway(&self, address: String) {
        *self.gateway.lock().unwrap_or_else(PoisonError::into_inner) = address;
        self.use_gateway().await;
    }

    /// Connects to the gateway next, because the session's address does not answer.
    pub(super) async fn use_gateway(&self) {
        let gateway = self.gateway.lock();
        let gateway = gateway.unwrap_or_else(PoisonError::into_inner).clone();
        *self.next.lock().await = gateway;
    }
}

#[serenity::async_trait]
impl EventHandler for Addresses {
    async fn ready(&self, _: Context, ready: Ready) {
        let named = ready.resume_gateway_url;
        if named.starts_with("wss://") || named.starts_with("ws://") {
            *self.next.lock().await = named;
        }
    }
}

/// What a shard needs to start.
pub(super) struct Starter {
    pub(super) shard: DiscordShard,
    pub(super) manager: Arc<ShardManager>,
    pub(super) queuer_end: QueuerEnd,
    pub(super) http: Arc<Http>,
    pub(super) intents: GatewayIntents,
    pub(super) framework: Arc<dyn Framework>,
    pub(super) raw_events: Arc<dyn RawEventHandler>,
    pub(super) addresses: Addresses,
    pub(super) pace: Arc<IdentifyPace>,
    /// Told when each try to connect begins.
    pub(super) tries: watch::Sender<Option<Instant>>,
    pub(super) prober: Prober,
    pub(super) log: ShardLog,
}

/// Completes when serenity's queuer ends, because the queuer drops the sender.
pub(super) type QueuerEnd = oneshot::Receiver<()>;

struct WhileQueuerRuns(
    #[expect(dead_code, reason = "the queuer drops it when it ends")] oneshot::Sender<()>,
);

impl EventHandler for WhileQueuerRuns {}

/// The error of a shard that ended and won't restart, if it has one.
pub(super) type Ended = Option<serenity::Error>;

/// Makes a manager of this shard alone, that does not start it.
pub(super) fn manager(
    shard: DiscordShard,
    http: &Arc<Http>,
    intents: GatewayIntents,
) -> (Arc<ShardManager>, QueuerEnd) {
    let (runs, queuer_end) = oneshot::channel();
    let (manager, _) = ShardManager::new(ShardManagerOptions {
        data: Arc::default(),
        event_handlers: vec![Arc::new(WhileQueuerRuns(runs))],
        raw_event_handlers: Vec::new(),
        framework: Arc::new(OnceLock::new()),
        shard_index: shard.id,
        shard_init: 1,
        shard_total: shard.total,
        ws_url: Arc::default(),
        http: Arc::clone(http),
        intents,
        presence: None,
    });
    (manager, queuer_end)
}

impl Starter {
    /// Starts the shard, and starts it again whenever its session can't be resumed.
    pub(super) fn start(mut self) -> JoinHandle<Ended> {
        let log = self.log.clone();
        tokio::spawn(log.of(async move {
            loop {
                self.pace.turn(self.shard).await;
                self.tries.send_replace(Some(Instant::now()));
                let Some(mut runner) = self.connect().await else {
                    continue;
                };
                self.pace.reached(self.shard);
                self.retire_queuer(&runner).await;
                self.prober.add(self.shard, ShardMessenger::new(&runner));
                let (id, info) = (ShardId(self.shard.id), info(&runner));
                self.manager.runners.lock().await.insert(id, info);
                // serenity's runner removes itself from the list when it should be started again.
                let ended = Box::pin(runner.run()).await;
                self.prober.remove(self.shard);
                match ended {
                    Ok(()) if !self.manager.has(id).await => {}
                    Ok(()) => return None,
                    Err(error) => return Some(error),
                }
            }
        }))
    }

    /// Tries once to connect to the gateway for a new session.
    async fn connect(&self) -> Option<ShardRunner> {
        self.addresses.use_gateway().await;
        let mut shard = match timeout(CONNECT_TIMEOUT, self.shard()).await {
            Ok(Ok(shard)) => shard,
            Ok(Err(error)) => {
                self.log.unreachable(&error);
                return None;
            }
            Err(_) => {
                self.log.unreachable(&"no answer");
                return None;
            }
        };
        let http = Arc::clone(&self.http);
        shard.set_application_id_callback(move |id| http.set_application_id(id));
        Some(ShardRunner::new(ShardRunnerOptions {
            data: Arc::default(),
            event_handlers: vec![Arc::new(self.addresses.clone())],
            raw_event_handlers: vec![Arc::clone(&self.raw_events)],
            framework: Some(Arc::clone(&self.framework)),
            manager: Arc::clone(&self.manager),
            shard,
            http: Arc::clone(&self.http),
        }))
    }

    /// Ends serenity's queuer, which would start shards at an address that all share. The queuer
    /// ends when all shards are shut down, and needs at least one. This one has an id that no shard
    /// has, so the runner ignores the message.
    async fn retire_queuer(&mut self, runner: &ShardRunner) {
        if self.queuer_end.is_terminated() {
            return;
        }
        let lent = info(runner);
        self.manager.runners.lock().await.insert(NO_SHARD, lent);
        // Confirm the shutdown in advance: nothing else confirms it, and serenity would wait.
        self.manager.shutdown_finished(NO_SHARD);
        self.manager.shutdown_all().await;
        // The queuer sends nothing. An error says that it dropped its end.
        let _ = (&mut self.queuer_end).await;
    }

    async fn shard(&self) -> serenity::Result<Shard> {
        let address = Arc::clone(&self.addresses.next);
        let info = ShardInfo {
            id: ShardId(self.shard.id),
            total: self.shard.total,
        };
        Shard::new(address, self.http.token(), info, self.intents, None).await
    }
}

fn info(runner: &ShardRunner) -> ShardRunnerInfo {
    ShardRunnerInfo {
        latency: None,
        runner_tx: ShardMessenger::new(runner),
        stage: ConnectionStage::Disconnected,
    }
}

/// Closes the shard's connection, which does not come back.
pub(super) async fn close(
    shard: DiscordShard,
    manager: &ShardManager,
    prober: &Prober,
    running: &mut JoinHandle<Ended>,
) {
    if running.is_finished() {
        return;
    }
    // A runner with a closed socket waits for ever for the close frame.
    prober.probe(shard);
    let id = ShardId(shard.id);
    let shutdown = ShardRunnerMessage::Shutdown(id, NORMAL);
    let runs = match manager.runners.lock().await.get(&id) {
        Some(runner) => {
            runner.runner_tx.send_to_shard(shutdown);
            true
        }
        None => false,
    };
    if !runs || timeout(CLOSE_TIMEOUT, &mut *running).await.is_err() {
        running.abort();
    }
}

/// Returns how the shard ended. A panic in its task counts as a closed connection.
pub(super) async fn ended(running: &mut JoinHandle<Ended>) -> Ended {
    match running.await {
        Ok(ended) => ended,
        Err(error) if error.is_cancelled() => pending().await,
        Err(_) => None,
    }
}
