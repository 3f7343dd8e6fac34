//! The loop of every worker: works until nothing is due, then waits for the next due time.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt as _;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::clock::Timer;
use crate::database::StoreResult;
use crate::telemetry::{OngoingProblem, chain};

/// What a pass leaves to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pass {
    /// It worked, and there may be more.
    Progress,
    /// Nothing is due before this time; `None` means at no known time.
    Drained(Option<DateTime<Utc>>),
}

/// Work that falls due again and again.
#[async_trait::async_trait]
pub(crate) trait Worker: Send + 'static {
    /// What it does, for the log.
    const NAME: &'static str;

    /// How long to wait after the database failed.
    const PAUSE: TimeDelta;

    /// Does some of the due work. A long pass ends early after `stop` is cancelled.
    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass>;
}

/// A bug in a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Panicked;

/// The result of a pass. A panic ends the pass alone: what it worked on is in the database, and the
/// next one reads it from there.
async fn contained<T>(pass: impl Future<Output = T>) -> Result<T, Panicked> {
    let ended = AssertUnwindSafe(pass).catch_unwind().await;
    ended.map_err(|_| Panicked)
}

/// Works until `stop` is cancelled.
pub(crate) async fn run<W: Worker>(
    mut worker: W,
    app: Arc<App>,
    mut timer: Box<dyn Timer>,
    stop: CancellationToken,
) {
    let mut failure = OngoingProblem::default();
    while !stop.is_cancelled() {
        let next = match contained(worker.pass(&app, &stop)).await {
            Ok(Ok(pass)) => {
                if failure.ends() {
                    tracing::info!(worker = W::NAME, "the worker can use the database again");
                }
                match pass {
                    Pass::Progress => continue,
                    Pass::Drained(next) => next,
                }
            }
            Err(Panicked) => {
                tracing::error!(
                    worker = W::NAME,
                    "the worker panicked, which is a bug in Rapport; trying again"
                );
                Some(app.now() + W::PAUSE)
            }
            Ok(Err(error)) => {
                if failure.begins() {
                    tracing::error!(worker = W::NAME, error = %chain(&error), "the worker can't use the database; trying until it works");
                }
                Some(app.now() + W::PAUSE)
            }
        };
        tokio::select! {
            () = timer.wait_until(next) => {}
            () = stop.cancelled() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_ends_one_pass_alone() {
        let shout = |is_broken: bool| async move {
            assert!(!is_broken, "broken");
            1
        };
        assert_eq!(contained(shout(true)).await, Err(Panicked));
        assert_eq!(contained(shout(false)).await, Ok(1));
    }
}
