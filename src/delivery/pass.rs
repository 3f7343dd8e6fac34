//! One pass over all due messages. While messages are sent, the next ones are claimed and prepared,
//! so that sending never waits.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use futures::channel::mpsc;
use futures::{SinkExt, StreamExt, TryStreamExt, future};
use tokio_util::sync::CancellationToken;

use super::{BATCH, Delivery, deliver};
use crate::app::App;
use crate::crash;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::telemetry::{OngoingProblem, chain};
use crate::worker::Pass;

/// How many messages are sent at the same time: this hides the response times of Discord and the
/// disk. The outbox limits the rate.
const AT_ONCE: usize = 24;

/// How many more messages are claimed and prepared: as many as are sent during one query.
const AHEAD: usize = 200;

/// Claims and sends until nothing new is due.
pub(super) async fn go<D: Delivery>(
    app: &App,
    outage: &mut OngoingProblem,
    stop: &CancellationToken,
) -> StoreResult<Pass> {
    let in_progress = InProgress::default();
    let (ahead, claimed) = mpsc::channel(AHEAD);
    let sending = claimed
        .take_until(stop.cancelled())
        .map(|claimed: D| {
            let in_progress = &in_progress;
            async move {
                let facts = claimed.facts();
                let failed = deliver(app, claimed, &facts).await?;
                in_progress.remove(&facts.name);
                Ok(failed)
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_fold(Counts::default(), |counts, failed| {
            future::ok(counts.with(failed))
        });
    let ((), counts) = futures::try_join!(claim_all::<D>(app, &in_progress, ahead, stop), sending)?;
    let pass = match counts.tried {
        0 => Pass::Drained(D::next_work(app).await?),
        // Others may have become due meanwhile.
        _ => Pass::Progress,
    };
    counts.report(outage);
    Ok(pass)
}

/// Counts the messages of a pass.
#[derive(Default)]
struct Counts {
    tried: usize,
    failed: usize,
    error: Option<Failure>,
}

impl Counts {
    fn with(mut self, failed: Option<Failure>) -> Self {
        self.tried += 1;
        if let Some(error) = failed {
            self.failed += 1;
            // The outbox already logged that Discord asks us to slow down.
            if !matches!(error, Failure::Discord(DiscordError::SlowDown { .. })) {
                self.error.get_or_insert(error);
            }
        }
        self
    }

    /// Logs once for all messages: when Discord is down, every message fails for the same reason.
    fn report(self, outage: &mut OngoingProblem) {
        match self.error {
            Some(error) if outage.begins() => {
                let (count, causes) = (self.failed, chain(&error));
                tracing::warn!(count, error = %causes, "messages not sent yet; trying until they are");
            }
            None if self.tried > self.failed && outage.ends() => {
                tracing::info!("messages are sent again");
            }
            _ => {}
        }
    }
}

/// Claims due messages and passes on what is claimed, until there is nothing more.
async fn claim_all<D: Delivery>(
    app: &App,
    in_progress: &InProgress,
    mut ahead: mpsc::Sender<D>,
    stop: &CancellationToken,
) -> StoreResult<()> {
    while !stop.is_cancelled() {
        crash::point("delivery::claim");
        let due = D::claim_due(app).await?;
        crash::point("delivery::claimed");
        // Read the names before the file: a message that is finished meanwhile may still be read as
        // unfinished.
        let names = in_progress.names();
        let most = BATCH.saturating_add(i64::try_from(names.len()).unwrap_or(i64::MAX));
        let mut claimed = D::unfinished(app, most).await?;
        claimed.retain(|claimed| !names.contains(&claimed.facts().name));
        if due == 0 && claimed.is_empty() {
            break;
        }
        D::prepare(app, &claimed).await?;
        for claimed in claimed {
            in_progress.insert(claimed.facts().name);
            // The channel is closed when nothing is sent any more.
            if ahead.send(claimed).await.is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The names of messages that were passed on and are not finished.
#[derive(Default)]
struct InProgress(Mutex<HashSet<String>>);

impl InProgress {
    fn insert(&self, name: String) {
        self.change(|names| names.insert(name));
    }

    fn remove(&self, name: &str) {
        self.change(|names| names.remove(name));
    }

    fn names(&self) -> HashSet<String> {
        self.change(|names| names.clone())
    }

    fn change<T>(&self, change: impl FnOnce(&mut HashSet<String>) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
