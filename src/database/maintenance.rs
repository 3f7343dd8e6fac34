//! Work on the file between transactions.

use std::sync::Arc;

use sqlx::SqliteConnection;
use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot};

use super::{StoreError, StoreResult};

/// Statements that SQLite runs only outside of transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outside {
    /// Bring the write-ahead log into the file and truncate it.
    EmptyLog,
    /// Cut off the end of the write-ahead log that is left from before it started again.
    CutLog,
    /// Rewrite the whole file.
    Rewrite,
    /// Bring the last pages of the log into the file, so that the log starts again.
    BringInRest,
    /// Take the write lock and release it.
    TakeLock,
}

pub(super) type Asked = (Outside, oneshot::Sender<StoreResult<()>>);

/// Asks the writing task for work outside of transactions. It does not keep the writer running.
#[derive(Clone)]
pub(super) struct Maintenance {
    asked: mpsc::Sender<Asked>,
    checkpoints: Arc<Mutex<Option<SqliteConnection>>>,
}

impl Maintenance {
    /// `checkpoints` is the connection that brings the log into the file beside the writer. A guest
    /// has none.
    pub(super) fn new(asked: mpsc::Sender<Asked>, checkpoints: Option<SqliteConnection>) -> Self {
        Self {
            asked,
            checkpoints: Arc::new(Mutex::new(checkpoints)),
        }
    }

    /// Waits for its turn, and returns a guard: SQLite refuses a second checkpoint at a time.
    pub(super) async fn begin(&self) -> Checkpointing<'_> {
        Checkpointing {
            asked: &self.asked,
            connection: self.checkpoints.lock().await,
        }
    }

    /// Asks for work that does not touch the log, so it waits for no checkpoint.
    pub(super) async fn outside(&self, what: Outside) -> StoreResult<()> {
        ask(&self.asked, what).await
    }

    /// Returns after the writing task has ended.
    pub(super) async fn closed(&self) {
        self.asked.closed().await;
    }
}

/// A guard: only its holder brings the log into the file.
pub(super) struct Checkpointing<'a> {
    asked: &'a mpsc::Sender<Asked>,
    connection: MutexGuard<'a, Option<SqliteConnection>>,
}

impl Checkpointing<'_> {
    /// The connection beside the writer, if there is one.
    pub(super) fn connection(&mut self) -> Option<&mut SqliteConnection> {
        self.connection.as_mut()
    }

    /// Takes the connection away, to close it.
    pub(super) fn take_connection(mut self) -> Option<SqliteConnection> {
        self.connection.take()
    }

    pub(super) async fn outside(&self, what: Outside) -> StoreResult<()> {
        ask(self.asked, what).await
    }
}

async fn ask(asked: &mpsc::Sender<Asked>, what: Outside) -> StoreResult<()> {
    let (reply, answer) = oneshot::channel();
    let sent = asked.send((what, reply)).await;
    sent.map_err(|_| StoreError::Closed)?;
    answer.await.map_err(|_| StoreError::Closed)?
}
