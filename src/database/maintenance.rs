//! Work on the file between transactions.

use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot};

use super::{StoreError, StoreResult};

/// Statements that SQLite runs only outside of transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outside {
    /// Bring the write-ahead log into the file and truncate it.
    EmptyLog,
    /// Rewrite the whole file.
    Rewrite,
    /// Bring the last pages of the log into the file, so that the log starts again.
    BringInRest,
}

pub(super) type Asked = (Outside, oneshot::Sender<StoreResult<()>>);

/// Asks the writing task for work outside of transactions. It does not keep the writer running.
#[derive(Clone)]
pub(super) struct Maintenance {
    pub(super) asked: mpsc::Sender<Asked>,
    pub(super) checkpoints: Arc<Mutex<()>>,
}

impl Maintenance {
    /// Waits for its turn, and returns a guard: SQLite refuses a second checkpoint at a time.
    pub(super) async fn begin(&self) -> Checkpointing<'_> {
        Checkpointing {
            asked: &self.asked,
            _alone: self.checkpoints.lock().await,
        }
    }

    /// Returns after the writing task has ended.
    pub(super) async fn closed(&self) {
        self.asked.closed().await;
    }
}

/// A guard: only its holder brings the log into the file.
pub(super) struct Checkpointing<'a> {
    asked: &'a mpsc::Sender<Asked>,
    _alone: MutexGuard<'a, ()>,
}

impl Checkpointing<'_> {
    pub(super) async fn outside(&self, what: Outside) -> StoreResult<()> {
        let (reply, answer) = oneshot::channel();
        self.asked
            .send((what, reply))
            .await
            .map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }
}
