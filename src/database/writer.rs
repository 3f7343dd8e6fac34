//! The one connection that writes. All waiting work is written in one transaction, each of several
//! pieces in a savepoint of its own, so that many commands share one flush to disk.

mod batch;
mod group;

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::FutureExt;
use futures::executor::block_on;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{Mutex, Notify, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::maintenance::{Asked, Maintenance, Outside};
use super::open::Writing;
use super::place::Place;
use super::{StoreError, StoreResult, checkpoint, wal};
use crate::telemetry::metrics::{COMMIT_SECONDS, COMMITS_FAILED};
use group::Group;

/// How many pieces of work share one flush at most: this bounds how long the first one waits.
const LARGEST_BATCH: usize = 64;

/// How long writes wait for another process, in milliseconds. `open` sets the same value.
const BUSY_TIMEOUT: &str = "PRAGMA busy_timeout = 5000";

/// A task, and what ends it.
type Ending = (CancellationToken, JoinHandle<()>);

/// A handle of the writing task. The task ends when the handle is closed.
#[derive(Clone)]
pub(super) struct Writer {
    jobs: mpsc::Sender<Box<dyn Job>>,
    pub(super) maintenance: Maintenance,
    /// Whether the last transaction could not be committed.
    commits_fail: Arc<AtomicBool>,
    /// They end one after the other: of two connections that close at the same
    /// moment neither is the last, which removes the log.
    tasks: Arc<Mutex<Vec<Ending>>>,
}

impl Writer {
    /// Writes until it is closed, and holds the lock until then. Without a lock it is a guest of
    /// the Rapport that has it. A guest pauses after each batch for as long as the batch took.
    pub(super) fn start(writing: Writing, place: Place) -> Self {
        let Writing {
            connection,
            checkpoints,
            lock,
        } = writing;
        let (jobs, queue) = mpsc::channel(LARGEST_BATCH * 4);
        let (asked, asking) = mpsc::channel(1);
        let is_guest = checkpoints.is_none();
        let maintenance = Maintenance::new(asked, checkpoints);
        let written = Arc::new(Notify::new());
        let mut tasks = Vec::new();
        if !is_guest {
            let (maintenance, written) = (maintenance.clone(), Arc::clone(&written));
            let closing = CancellationToken::new();
            let bringing_in = checkpoint::run(maintenance, written, closing.clone());
            tasks.push((closing, tokio::spawn(bringing_in)));
        }
        let commits_fail = Arc::<AtomicBool>::default();
        let closing = CancellationToken::new();
        let task = Task {
            connection,
            place,
            queue,
            asking,
            written,
            commits_fail: Arc::clone(&commits_fail),
            closing: closing.clone(),
            rest: u32::from(lock.is_none()),
        };
        // Use a thread of its own, because each statement's answer wakes it: waking a worker of the
        // runtime costs more than most statements.
        let writing = tokio::task::spawn_blocking(move || {
            let _held = lock;
            block_on(task.write_all());
        });
        tasks.push((closing, writing));
        Self {
            jobs,
            maintenance,
            commits_fail,
            tasks: Arc::new(Mutex::new(tasks)),
        }
    }

    pub(super) async fn write<T, F>(&self, work: F) -> StoreResult<T>
    where
        T: Send + 'static,
        F: AsyncFnOnce(&mut SqliteConnection) -> StoreResult<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Piece {
            work: Some(work),
            outcome: None,
            reply,
        };
        self.send(job).await?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    pub(super) async fn write_together<T, R, F>(&self, item: T, work: F) -> StoreResult<R>
    where
        T: Send + 'static,
        R: Send + 'static,
        F: AsyncFn(&mut SqliteConnection, &[T]) -> StoreResult<Vec<R>> + Copy + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.send(Group::of(work, item, reply)).await?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Checks that the writer can write, by taking the write lock. Only after a commit failed does
    /// it commit something: an empty transaction.
    pub(super) async fn check(&self) -> StoreResult<()> {
        if self.commits_fail.load(Ordering::Relaxed) {
            return self.write(async |_| Ok(())).await;
        }
        self.maintenance.outside(Outside::TakeLock).await
    }

    /// How many pieces of work wait for their transaction.
    pub(super) fn waiting(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    async fn send(&self, job: impl Job) -> StoreResult<()> {
        let sent = self.jobs.send(Box::new(job)).await;
        sent.map_err(|_| StoreError::Closed)
    }

    pub(super) async fn outside(&self, what: Outside) -> StoreResult<()> {
        let mut checkpointing = self.maintenance.begin().await;
        if what == Outside::EmptyLog {
            // All writes wait while the log is emptied: leave little to do for that.
            checkpoint::leave_few(&mut checkpointing).await?;
        }
        checkpointing.outside(what).await
    }

    pub(super) async fn close(&self) {
        for (closing, task) in self.tasks.lock().await.drain(..) {
            closing.cancel();
            // A panic in the task was already reported to the caller that waited for its write.
            let _ = task.await;
        }
    }
}

/// A piece of work whose type the queue does not know. The writing thread makes and polls its
/// future, so it need not be `Send`.
#[async_trait::async_trait(?Send)]
trait Job: Any + Send {
    /// Runs the statements. Returns whether to keep them.
    async fn run(&mut self, connection: &mut SqliteConnection) -> bool;

    /// Takes over `other` if both can be done by the same statements, or returns it.
    fn join(&mut self, other: Box<dyn Job>) -> Option<Box<dyn Job>> {
        Some(other)
    }

    /// After statements that are not kept: the parts that are to be run each by itself.
    fn split(&mut self) -> Vec<Box<dyn Job>> {
        Vec::new()
    }

    /// Sends the result to the caller, after the batch is on disk or lost.
    fn finish(self: Box<Self>, committed: Result<(), String>);
}

struct Piece<F, T> {
    work: Option<F>,
    outcome: Option<StoreResult<T>>,
    reply: oneshot::Sender<StoreResult<T>>,
}

#[async_trait::async_trait(?Send)]
impl<T, F> Job for Piece<F, T>
where
    T: Send + 'static,
    F: AsyncFnOnce(&mut SqliteConnection) -> StoreResult<T> + Send + 'static,
{
    async fn run(&mut self, connection: &mut SqliteConnection) -> bool {
        let Some(work) = self.work.take() else {
            return false;
        };
        // A panic is a bug of one command, and must not undo the other writes.
        self.outcome = AssertUnwindSafe(async { work(connection).await })
            .catch_unwind()
            .await
            .ok();
        matches!(self.outcome, Some(Ok(_)))
    }

    fn finish(self: Box<Self>, committed: Result<(), String>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(_)) | None, Err(lost)) => Err(StoreError::Commit(lost)),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => Err(StoreError::Closed),
        };
        // The caller may have stopped waiting. The write is kept all the same.
        let _ = self.reply.send(outcome);
    }
}

/// The state of the writing task.
struct Task {
    connection: SqliteConnection,
    place: Place,
    queue: mpsc::Receiver<Box<dyn Job>>,
    asking: mpsc::Receiver<Asked>,
    written: Arc<Notify>,
    commits_fail: Arc<AtomicBool>,
    closing: CancellationToken,
    /// How long to pause after each batch, as a multiple of the batch's duration.
    rest: u32,
}

impl Task {
    async fn write_all(mut self) {
        let mut batch = Vec::with_capacity(LARGEST_BATCH);
        loop {
            tokio::select! {
                count = self.queue.recv_many(&mut batch, LARGEST_BATCH) => if count == 0 { break },
                Some((what, reply)) = self.asking.recv() => {
                    // The caller may have stopped waiting. The work is done all the same.
                    let _ = reply.send(outside(&mut self.connection, &self.place, what).await);
                    continue;
                }
                () = self.closing.cancelled() => {
                    // Accepted work is still written: `recv_many` returns 0 after the queue is
                    // empty.
                    self.queue.close();
                    if self.queue.recv_many(&mut batch, LARGEST_BATCH).await == 0 { break }
                }
            }
            let began = Instant::now();
            batch::join(&mut batch);
            let committed = batch::write(&mut self.connection, &self.place, &mut batch)
                .await
                .map_err(|e| e.to_string());
            self.note(&committed, began.elapsed());
            for job in batch.drain(..) {
                job.finish(committed.clone());
            }
            self.written.notify_one();
            std::thread::sleep(began.elapsed() * self.rest);
        }
        if let Err(error) = self.connection.close().await {
            tracing::warn!(error = %error, "the database did not close cleanly; the next start repairs it");
        }
    }

    /// Notes how a transaction ended, and how long it took.
    fn note(&self, committed: &Result<(), String>, took: Duration) {
        let failed = committed.is_err();
        self.commits_fail.store(failed, Ordering::Relaxed);
        if failed {
            metrics::counter!(COMMITS_FAILED).increment(1);
        } else {
            metrics::histogram!(COMMIT_SECONDS).record(took);
        }
    }
}

async fn outside(
    connection: &mut SqliteConnection,
    place: &Place,
    what: Outside,
) -> StoreResult<()> {
    match what {
        Outside::CutLog => cut_log(connection, place).await,
        // Its copy of the whole file must not stand in memory.
        Outside::Rewrite => Ok(execute(
            connection,
            "PRAGMA temp_store = file; VACUUM; PRAGMA temp_store = memory",
        )
        .await?),
        Outside::EmptyLog => empty_log(connection).await,
        Outside::BringInRest => checkpoint::bring_in(connection).await.map(drop),
        Outside::TakeLock => Ok(execute(connection, "BEGIN IMMEDIATE; ROLLBACK").await?),
    }
}

/// Does not wait for readers, because writes would wait too. The caller tries again.
async fn empty_log(connection: &mut SqliteConnection) -> StoreResult<()> {
    execute(connection, "PRAGMA busy_timeout = 0").await?;
    let emptied = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(&mut *connection)
        .await;
    execute(connection, BUSY_TIMEOUT).await?;
    let busy: i64 = emptied?;
    if busy == 0 {
        Ok(())
    } else {
        Err(StoreError::Busy)
    }
}

/// Holds the write lock meanwhile: nobody adds to the log, and nobody reads what is behind its end.
/// SQLite does the same with `PRAGMA journal_size_limit`, but only for the connection that starts
/// the log again.
async fn cut_log(connection: &mut SqliteConnection, place: &Place) -> StoreResult<()> {
    execute(connection, "BEGIN IMMEDIATE").await?;
    let cut = place.log().and_then(wal::cut);
    execute(connection, "ROLLBACK").await?;
    Ok(cut.map_err(sqlx::Error::Io)?)
}

async fn execute(connection: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(connection).await.map(drop)
}
