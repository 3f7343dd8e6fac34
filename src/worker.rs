//! The loop of every worker: works until nothing is due, then waits for the next due time.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
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

/// Works until `stop` is cancelled.
pub(crate) async fn run<W: Worker>(
    mut worker: W,
    app: Arc<App>,
    mut timer: Box<dyn Timer>,
    stop: CancellationToken,
) {
    let mut failure = OngoingProblem::default();
    while !stop.is_cancelled() {
        let next = match worker.pass(&app, &stop).await {
            Ok(pass) => {
                if failure.ends() {
                    tracing::info!(worker = W::NAME, "the worker can use the database again");
                }
                match pass {
                    Pass::Progress => continue,
                    Pass::Drained(next) => next,
                }
            }
            Err(error) => {
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
