//! Items that wait at the same moment and are written by one call.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use sqlx::SqliteConnection;
use tokio::sync::oneshot;

use super::Job;
use crate::database::{StoreError, StoreResult};

type Reply<R> = oneshot::Sender<StoreResult<R>>;

/// Items that one call of `work` writes. `F` is the type of one function, so two groups of the same
/// type are written by the same function.
pub(super) struct Group<T, R, F> {
    work: F,
    items: Vec<T>,
    replies: Vec<Reply<R>>,
    /// A panic leaves it empty.
    outcome: Option<StoreResult<Vec<R>>>,
}

impl<T, R, F> Group<T, R, F> {
    pub(super) fn of(work: F, item: T, reply: Reply<R>) -> Self {
        Self {
            work,
            items: vec![item],
            replies: vec![reply],
            outcome: None,
        }
    }
}

#[async_trait::async_trait(?Send)]
impl<T, R, F> Job for Group<T, R, F>
where
    T: Send + 'static,
    R: Send + 'static,
    F: AsyncFn(&mut SqliteConnection, &[T]) -> StoreResult<Vec<R>> + Copy + Send + 'static,
{
    async fn run(&mut self, connection: &mut SqliteConnection) -> bool {
        let (work, items) = (self.work, &self.items);
        self.outcome = AssertUnwindSafe(async { work(connection, items).await })
            .catch_unwind()
            .await
            .ok();
        matches!(self.outcome, Some(Ok(_)))
    }

    fn join(&mut self, other: Box<dyn Job>) -> Option<Box<dyn Job>> {
        if !(&*other as &dyn Any).is::<Self>() {
            return Some(other);
        }
        let other: Box<dyn Any> = other;
        if let Ok(other) = other.downcast::<Self>() {
            self.items.extend(other.items);
            self.replies.extend(other.replies);
        }
        None
    }

    fn split(&mut self) -> Vec<Box<dyn Job>> {
        if self.items.len() < 2 {
            return Vec::new();
        }
        let parts = self.items.drain(..).zip(self.replies.drain(..));
        parts
            .map(|(item, reply)| Box::new(Self::of(self.work, item, reply)) as Box<dyn Job>)
            .collect()
    }

    fn finish(self: Box<Self>, committed: Result<(), String>) {
        let outcomes: Vec<StoreResult<R>> = match (self.outcome, committed) {
            (Some(Ok(written)), Ok(())) => written.into_iter().map(Ok).collect(),
            (Some(Err(error)), _) => vec![Err(error)],
            (None, Ok(())) => vec![Err(StoreError::Closed)],
            (_, Err(lost)) => {
                let lost = |_: &Reply<R>| Err(StoreError::Commit(lost.clone()));
                self.replies.iter().map(lost).collect()
            }
        };
        for (reply, outcome) in self.replies.into_iter().zip(outcomes) {
            // The caller may have stopped waiting. The write is kept all the same.
            let _ = reply.send(outcome);
        }
    }
}
