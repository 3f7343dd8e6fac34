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
use crate::telemetry::{Episode, chain};
use crate::worker::Pass;

/// How many messages are sent at the same time: this hides the response times of Discord and the
/// disk. The outbox limits the rate.
const AT_ONCE: usize = 24;

/// How many more messages are claimed and prepared: as many as are sent during one query.
const AHEAD: usize = 200;

/// Claims and sends until nothing new is due.
pub(super) async fn go<D: Delivery>(
    app: &App,
    outage: &mut Episode,
    stop: &CancellationToken,
) -> StoreResult<Pass> {
    let in_hand = InHand::default();
    let (ahead, claimed) = mpsc::channel(AHEAD);
    let sending = claimed
        .take_until(stop.cancelled())
        .map(|claimed: D| {
            let in_hand = &in_hand;
            async move {
                let facts = claimed.facts();
                let kept_back = deliver(app, claimed, &facts).await?;
                in_hand.remove(&facts.name);
                Ok(kept_back)
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_fold(Tally::default(), |tally, kept_back| {
            future::ok(tally.with(kept_back))
        });
    let ((), tally) = futures::try_join!(gather::<D>(app, &in_hand, ahead, stop), sending)?;
    let pass = match tally.tried {
        0 => Pass::Drained(D::next_work(app).await?),
        // Others may have become due meanwhile.
        _ => Pass::Progress,
    };
    tally.report(outage);
    Ok(pass)
}

/// Counts the messages of a pass.
#[derive(Default)]
struct Tally {
    tried: usize,
    kept_back: usize,
    error: Option<Failure>,
}

impl Tally {
    fn with(mut self, kept_back: Option<Failure>) -> Self {
        self.tried += 1;
        if let Some(error) = kept_back {
            self.kept_back += 1;
            // The outbox already logged that Discord asks us to slow down.
            if !matches!(error, Failure::Discord(DiscordError::SlowDown { .. })) {
                self.error.get_or_insert(error);
            }
        }
        self
    }

    /// Logs once for all messages: when Discord is down, every message fails for the same reason.
    fn report(self, outage: &mut Episode) {
        match self.error {
            Some(error) if outage.begins() => {
                let (count, causes) = (self.kept_back, chain(&error));
                tracing::warn!(count, error = %causes, "messages not sent yet; trying until they are");
            }
            None if self.tried > self.kept_back && outage.ends() => {
                tracing::info!("messages are sent again");
            }
            _ => {}
        }
    }
}

/// Claims due messages and passes on what is claimed, until there is nothing more.
async fn gather<D: Delivery>(
    app: &App,
    in_hand: &InHand,
    mut ahead: mpsc::Sender<D>,
    stop: &CancellationToken,
) -> StoreResult<()> {
    while !stop.is_cancelled() {
        crash::point("delivery::claim");
        let due = D::claim_due(app).await?;
        crash::point("delivery::claimed");
        // Read the names before the file: a message that is finished meanwhile may still be read as
        // unfinished.
        let names = in_hand.names();
        let most = BATCH.saturating_add(i64::try_from(names.len()).unwrap_or(i64::MAX));
        let mut claimed = D::unfinished(app, most).await?;
        claimed.retain(|claimed| !names.contains(&claimed.facts().name));
        if due == 0 && claimed.is_empty() {
            break;
        }
        D::prepare(app, &claimed).await?;
        for claimed in claimed {
            in_hand.insert(claimed.facts().name);
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
struct InHand(Mutex<HashSet<String>>);

impl InHand {
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
