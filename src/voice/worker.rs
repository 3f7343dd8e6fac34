//! Stores talks as they become long enough, and what is added to them.

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use super::tracker::Tracker;
use super::{Together, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::delivery::SHORTEST_RETRY_WAIT;
use crate::worker::{Pass, Worker};

/// The worker that follows the voice channels.
#[derive(Default)]
pub(crate) struct VoiceTalks(Tracker);

#[async_trait::async_trait]
impl Worker for VoiceTalks {
    const NAME: &'static str = "voice talks";
    const PAUSE: TimeDelta = SHORTEST_RETRY_WAIT;

    async fn pass(&mut self, app: &App, _stop: &CancellationToken) -> StoreResult<Pass> {
        for (at, event) in app.voice_events.take() {
            self.0.note(event, at);
        }
        let mut due = self.0.take_due(app.now()).into_iter();
        while let Some(talk) = due.next() {
            match record(app, talk).await {
                Ok(minutes) => self.0.stored(&talk, minutes),
                Err(error) => {
                    [talk]
                        .into_iter()
                        .chain(due)
                        .for_each(|it| self.0.put_back(it));
                    return Err(error);
                }
            }
        }
        Ok(Pass::Drained(self.0.next()))
    }
}

async fn record(app: &App, talk: Together) -> StoreResult<i64> {
    let now = app.now();
    let stored = app
        .database
        .write(async move |connection| store::record(connection, &talk, now).await);
    stored.await
}
