//! Archives the threads of rounds that are over.

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::delivery::{LONGEST_RETRY_WAIT, SHORTEST_RETRY_WAIT};
use crate::discord::DiscordError;
use crate::ids::ChannelId;
use crate::worker::{Pass, Worker};

/// How many threads a pass archives.
const SOME: i64 = 50;

/// The worker that archives threads.
pub(crate) struct Closings;

#[async_trait::async_trait]
impl Worker for Closings {
    const NAME: &'static str = "threads of introductions";
    const PAUSE: TimeDelta = SHORTEST_RETRY_WAIT;

    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass> {
        let due = store::due::closing(app.database.readers(), app.now(), SOME).await?;
        for thread in &due {
            if stop.is_cancelled() {
                break;
            }
            close(app, *thread).await?;
        }
        Ok(if due.is_empty() {
            Pass::Drained(store::due::next_closing(app.database.readers()).await?)
        } else {
            Pass::Progress
        })
    }
}

/// Archives a thread. Discord archives it by itself in the end, so only an outage is tried again.
async fn close(app: &App, thread: ChannelId) -> StoreResult<()> {
    let again = match app.outbox.archive_thread(thread).await {
        Ok(()) | Err(DiscordError::Refused { .. }) => None,
        Err(error) => {
            tracing::debug!(error = %error, "a thread is not archived yet");
            Some(app.now() + LONGEST_RETRY_WAIT)
        }
    };
    app.database
        .write(async move |connection| store::due::set_closing(connection, thread, again).await)
        .await
}
