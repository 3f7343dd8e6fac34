//! Lists rosters again, one after the other, for servers that appeared for the first time or again.
//! A server whose list Discord does not return is tried again after growing pauses.

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::refresh;
use crate::app::App;
use crate::app::team_queue::Attempt;
use crate::database::StoreResult;
use crate::delivery::{SHORTEST_RETRY_WAIT, wait_after};
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::TeamId;
use crate::worker::{Pass, Worker};

/// The server appeared: its members may have changed while Rapport was disconnected.
pub(crate) fn mark_due(app: &App, team: TeamId) {
    app.rosters_due.add(team, app.now());
    app.wakers.roster.wake();
}

/// The worker that lists due rosters again.
pub(crate) struct Rosters;

#[async_trait::async_trait]
impl Worker for Rosters {
    const NAME: &'static str = "rosters";
    const PAUSE: TimeDelta = SHORTEST_RETRY_WAIT;

    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass> {
        let Some((team, since)) = app.rosters_due.take(app.now()) else {
            return Ok(Pass::Drained(app.rosters_due.next()));
        };
        // Discord may take long to list a large server.
        if let Some(listed) = stop.run_until_cancelled(refresh(app, team)).await {
            settle(app, team, since, listed);
        }
        Ok(Pass::Progress)
    }
}

fn settle(app: &App, team: TeamId, since: DateTime<Utc>, listed: Result<(), Failure>) {
    match listed {
        Ok(()) => {}
        Err(Failure::Discord(refused @ DiscordError::Refused { .. })) => {
            tracing::error!(%team, error = %refused, "Discord does not list who is in a server");
        }
        Err(error) => {
            let now = app.now();
            let at = now + wait_after(&error, since, now);
            tracing::warn!(%team, error = %error, "could not list a roster again; trying later");
            app.rosters_due.put_off(team, Attempt { since, at });
        }
    }
}
