//! What is done to the file between transactions.

use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot};

use super::{StoreError, StoreResult};

/// What SQLite does outside of transactions alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outside {
    /// Bring the write-ahead log into the file and cut it to nothing.
    EmptyLog,
    /// Write the whole file anew.
    Rewrite,
    /// Bring into the file the little that is left in the log, so that the log begins anew.
    BringInRest,
}

pub(super) type Asked = (Outside, oneshot::Sender<StoreResult<()>>);

/// Asks the writing task for what is done outside of transactions. It keeps no writer running.
#[derive(Clone)]
pub(super) struct Maintenance {
    pub(super) asked: mpsc::Sender<Asked>,
    pub(super) checkpoints: Arc<Mutex<()>>,
}

impl Maintenance {
    /// Held by whoever brings the log into the file: a second one would be refused meanwhile.
    pub(super) async fn begin(&self) -> Checkpointing<'_> {
        Checkpointing {
            asked: &self.asked,
            _alone: self.checkpoints.lock().await,
        }
    }

    /// Returns once the writing task has ended.
    pub(super) async fn closed(&self) {
        self.asked.closed().await;
    }
}

/// The only one that brings the log into the file at present.
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
