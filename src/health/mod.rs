//! Whether a running Rapport is well: told to monitoring, to a service manager, and to
//! `rapport health`.

pub mod ask;
pub(crate) mod listener;
pub(crate) mod service;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;
use tokio::time::{Instant, timeout};

use crate::database::{Database, StoreResult};
use crate::telemetry::metrics::SHARD_CONNECTED;

/// How long the writer may take to answer a health check.
const WRITER_TIMEOUT: Duration = Duration::from_secs(5);

/// How long the loop that keeps the connection may be silent: more than its longest pause (2
/// minutes) and request (1 minute) together.
const LOOP_TIMEOUT: Duration = Duration::from_mins(5);

/// Why Rapport is not well, in a line for the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum Unwell {
    /// The only shard has no connection that works.
    #[error("not connected to Discord")]
    Disconnected,
    /// Some of the shards have no connection that works.
    #[error("{away} of {total} shards are not connected to Discord")]
    ShardsAway {
        /// How many have none.
        away: usize,
        /// How many shards there are.
        total: usize,
    },
    /// The file can't be written.
    #[error("the database can't be written")]
    Unwritable,
    /// The writer does not answer.
    #[error("the database's writer does not answer")]
    WriterStuck,
    /// The loop that keeps the connection does not run.
    #[error("the loop that keeps the connection to Discord does not run")]
    LoopStuck,
}

/// What is known of a running Rapport.
pub(crate) struct Health {
    database: Database,
    connection: Mutex<Connection>,
}

struct Connection {
    /// Whether each shard works.
    shards: BTreeMap<u32, bool>,
    /// When the loop that keeps the connection last ran.
    looked_at: Instant,
}

impl Connection {
    fn check(&self) -> Result<(), Unwell> {
        let total = self.shards.len();
        match self.shards.values().filter(|works| !**works).count() {
            0 if total > 0 => Ok(()),
            away if total > 1 => Err(Unwell::ShardsAway { away, total }),
            _ => Err(Unwell::Disconnected),
        }
    }
}

impl Health {
    /// Of a Rapport that is not connected yet.
    pub(crate) fn of(database: Database) -> Self {
        Self {
            database,
            connection: Mutex::new(Connection {
                shards: BTreeMap::new(),
                looked_at: Instant::now(),
            }),
        }
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The loop that keeps the connection runs.
    pub(crate) fn looked(&self) {
        self.connection().looked_at = Instant::now();
    }

    /// From now on there are so many shards. None is connected yet.
    pub(crate) fn expect_shards(&self, total: u32) {
        self.connection().shards.clear();
        for shard in 0..total {
            self.shard_works(shard, false);
        }
    }

    /// The shard's connection works, or does not.
    pub(crate) fn shard_works(&self, shard: u32, works: bool) {
        let mut connection = self.connection();
        let before = connection.check();
        connection.shards.insert(shard, works);
        let now = connection.check();
        drop(connection);
        metrics::gauge!(SHARD_CONNECTED, "shard" => shard.to_string()).set(f64::from(works));
        if now != before {
            service::tell_status(&match now {
                Ok(()) => "connected to Discord".to_owned(),
                Err(why) => format!("{why}; trying until it works"),
            });
        }
    }

    /// Whether Rapport can answer people: it is connected, and the writer writes.
    pub(crate) async fn readiness(&self) -> Result<(), Unwell> {
        self.connection().check()?;
        let written = self.writer_answers(WRITER_TIMEOUT).await?;
        written.map_err(|_| Unwell::Unwritable)
    }

    /// Whether a restart could help: a loop is stuck. An outage of Discord and a full disk are
    /// waited out.
    pub(crate) async fn liveness(&self, patience: Duration) -> Result<(), Unwell> {
        if self.connection().looked_at.elapsed() > LOOP_TIMEOUT {
            return Err(Unwell::LoopStuck);
        }
        self.writer_answers(patience).await.map(drop)
    }

    async fn writer_answers(&self, patience: Duration) -> Result<StoreResult<()>, Unwell> {
        let answer = timeout(patience, self.database.check_writer()).await;
        answer.map_err(|_| Unwell::WriterStuck)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn health() -> (tempfile::TempDir, Health) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        (folder, Health::of(Database::open(&url).await.unwrap()))
    }

    #[tokio::test]
    async fn rapport_is_ready_while_every_shard_works() {
        let (_folder, health) = health().await;
        assert_eq!(health.readiness().await, Err(Unwell::Disconnected));
        health.expect_shards(2);
        health.shard_works(0, true);
        let one_away = Err(Unwell::ShardsAway { away: 1, total: 2 });
        assert_eq!(health.readiness().await, one_away);
        health.shard_works(1, true);
        assert_eq!(health.readiness().await, Ok(()));
        health.shard_works(1, false);
        assert_eq!(health.readiness().await, one_away);
        health.database.close().await;
    }

    #[tokio::test]
    async fn rapport_is_not_ready_after_its_writer_ended() {
        let (_folder, health) = health().await;
        health.shard_works(0, true);
        health.database.close().await;
        assert_eq!(health.readiness().await, Err(Unwell::Unwritable));
    }

    #[tokio::test]
    async fn a_silent_connection_loop_is_stuck_after_5_minutes() {
        let (_folder, health) = health().await;
        assert_eq!(health.liveness(WRITER_TIMEOUT).await, Ok(()));
        health.connection().looked_at -= LOOP_TIMEOUT;
        let alive = health.liveness(WRITER_TIMEOUT).await;
        assert_eq!(alive, Err(Unwell::LoopStuck));
        health.looked();
        assert_eq!(health.liveness(WRITER_TIMEOUT).await, Ok(()));
        health.database.close().await;
    }

    #[tokio::test]
    async fn a_writer_that_does_not_answer_is_stuck() {
        let (_folder, health) = health().await;
        let (free, held) = std::sync::mpsc::channel::<()>();
        let database = health.database.clone();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let writing = tokio::spawn(async move {
            let held = database.write(async move |_| {
                let _ = begun.send(());
                let _ = held.recv();
                Ok(())
            });
            held.await.unwrap();
        });
        has_begun.await.unwrap();
        let alive = health.liveness(Duration::from_millis(50)).await;
        assert_eq!(alive, Err(Unwell::WriterStuck));
        free.send(()).unwrap();
        writing.await.unwrap();
        assert_eq!(health.liveness(WRITER_TIMEOUT).await, Ok(()));
        health.database.close().await;
    }
}
