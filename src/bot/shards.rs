//! Starts serenity's shard runners. Everything that rests on how serenity 0.12 works inside stands
//! here; `tests/bot/resume.rs` fails when that changes.
//!
//! serenity reads `resume_gateway_url` and connects all its shards to one address, kept by its
//! queuer. So the queuer is retired, and each shard starts here with an address of its own: the
//! gateway's for a new session, the session's once READY named it. A session that can't be resumed
//! ends its runner, and the next runner starts at the gateway again.

use std::future::pending;
use std::sync::{Arc, Mutex as StdMutex, OnceLock, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::gateway::{
    ConnectionStage, Shard, ShardManagerOptions, ShardRunner, ShardRunnerInfo, ShardRunnerMessage,
    ShardRunnerOptions,
};
use serenity::{
    Context, EventHandler, Framework, GatewayIntents, Http, Ready, ShardId, ShardInfo,
    ShardManager, ShardMessenger,
};
use serenity_tungstenite::tungstenite::Message;
use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};

use crate::telemetry::overheard;

/// The only shard.
const SHARD: ShardId = ShardId(0);

/// A number that no shard has.
const NO_SHARD: ShardId = ShardId(u32::MAX);

/// The close code of a client that does not come back to its session.
const NORMAL: u16 = 1000;

/// Discord takes one new session in this time.
const BETWEEN_STARTS: Duration = Duration::from_secs(5);

/// How long a gateway may take to accept a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a runner may take to close its connection.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(5);

/// Where the gateway is.
#[derive(Debug, Clone)]
pub(super) struct Addresses {
    /// Where a session begins.
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

    /// The gateway is at this address from now on.
    pub(super) async fn set_gateway(&self, address: String) {
        *self.gateway.lock().unwrap_or_else(PoisonError::into_inner) = address;
        self.use_gateway().await;
    }

    /// Leaves the session's address: it does not answer, and the gateway may.
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

/// What a shard is started with.
pub(super) struct Starter {
    pub(super) manager: Arc<ShardManager>,
    pub(super) queuer_end: QueuerEnd,
    pub(super) http: Arc<Http>,
    pub(super) intents: GatewayIntents,
    pub(super) framework: Arc<dyn Framework>,
    pub(super) addresses: Addresses,
}

/// serenity's queuer holds the other end for as long as it runs.
pub(super) type QueuerEnd = oneshot::Receiver<()>;

struct WhileQueuerRuns(#[expect(dead_code, reason = "dropping it tells")] oneshot::Sender<()>);

impl EventHandler for WhileQueuerRuns {}

/// How a shard ended that was not to be restarted.
pub(super) type Ended = Option<serenity::Error>;

/// Makes a manager of shards that starts none by itself.
pub(super) fn manager(http: &Arc<Http>, intents: GatewayIntents) -> (Arc<ShardManager>, QueuerEnd) {
    let (runs, queuer_end) = oneshot::channel();
    let (manager, _) = ShardManager::new(ShardManagerOptions {
        data: Arc::default(),
        event_handlers: vec![Arc::new(WhileQueuerRuns(runs))],
        raw_event_handlers: Vec::new(),
        framework: Arc::new(OnceLock::new()),
        shard_index: SHARD.0,
        shard_init: 1,
        shard_total: 1,
        ws_url: Arc::default(),
        http: Arc::clone(http),
        intents,
        presence: None,
    });
    (manager, queuer_end)
}

impl Starter {
    /// Starts the shard, and starts it anew whenever its session can't be resumed.
    pub(super) fn start(mut self) -> JoinHandle<Ended> {
        tokio::spawn(async move {
            let mut earliest = Instant::now();
            loop {
                sleep_until(earliest).await;
                let connected = self.connect().await;
                earliest = Instant::now() + BETWEEN_STARTS;
                let Some(mut runner) = connected else {
                    continue;
                };
                self.retire_queuer(&runner).await;
                let info = info(&runner);
                self.manager.runners.lock().await.insert(SHARD, info);
                // serenity's runner takes itself off the list when it is to be started anew.
                match Box::pin(runner.run()).await {
                    Ok(()) if !self.manager.has(SHARD).await => {}
                    Ok(()) => return None,
                    Err(error) => return Some(error),
                }
            }
        })
    }

    /// One try to connect to the gateway, for a new session.
    async fn connect(&self) -> Option<ShardRunner> {
        self.addresses.use_gateway().await;
        let mut shard = match timeout(CONNECT_TIMEOUT, self.shard()).await {
            Ok(Ok(shard)) => shard,
            Ok(Err(error)) => {
                overheard::unreachable(&error);
                return None;
            }
            Err(_) => {
                overheard::unreachable(&"no answer");
                return None;
            }
        };
        let http = Arc::clone(&self.http);
        shard.set_application_id_callback(move |id| http.set_application_id(id));
        Some(ShardRunner::new(ShardRunnerOptions {
            data: Arc::default(),
            event_handlers: vec![Arc::new(self.addresses.clone())],
            raw_event_handlers: Vec::new(),
            framework: Some(Arc::clone(&self.framework)),
            manager: Arc::clone(&self.manager),
            shard,
            http: Arc::clone(&self.http),
        }))
    }

    /// Ends serenity's queuer, which would start shards at an address that all share. It ends when
    /// all shards are shut down, and there must be one: this one's number is no shard's, so the
    /// runner ignores what it is told.
    async fn retire_queuer(&mut self, runner: &ShardRunner) {
        if self.queuer_end.is_terminated() {
            return;
        }
        let lent = info(runner);
        self.manager.runners.lock().await.insert(NO_SHARD, lent);
        // Answered before it is asked: nobody else would answer, and serenity would wait.
        self.manager.shutdown_finished(NO_SHARD);
        self.manager.shutdown_all().await;
        // Nothing is ever sent: an error says that the queuer dropped its end.
        let _ = (&mut self.queuer_end).await;
    }

    async fn shard(&self) -> serenity::Result<Shard> {
        let address = Arc::clone(&self.addresses.next);
        let info = ShardInfo {
            id: SHARD,
            total: 1,
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

/// Sends a ping over each connection. After a close frame without a code, and after some codes,
/// serenity goes on reading from a closed socket at full speed; that it can't write there ends its
/// runner.
pub(super) async fn probe(manager: &ShardManager) {
    for runner in manager.runners.lock().await.values() {
        runner
            .runner_tx
            .websocket_message(Message::Ping(Vec::new()));
    }
}

/// Closes the connection for good.
pub(super) async fn close(manager: &ShardManager, shard: &mut JoinHandle<Ended>) {
    if shard.is_finished() {
        return;
    }
    // A runner whose socket is closed would wait for ever for it to be closed.
    probe(manager).await;
    let shutdown = ShardRunnerMessage::Shutdown(SHARD, NORMAL);
    let runs = match manager.runners.lock().await.get(&SHARD) {
        Some(runner) => {
            runner.runner_tx.send_to_shard(shutdown);
            true
        }
        None => false,
    };
    if !runs || timeout(CLOSE_TIMEOUT, &mut *shard).await.is_err() {
        shard.abort();
    }
}

/// What became of the shard. Where its task panicked it is as one whose connection was closed.
pub(super) async fn ended(shard: &mut JoinHandle<Ended>) -> Ended {
    match shard.await {
        Ok(ended) => ended,
        Err(error) if error.is_cancelled() => pending().await,
        Err(_) => None,
    }
}
