//! Lists rosters again, one after the other, for servers that appeared for the first time or again.
//! A server whose list Discord does not return is tried again after growing pauses.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::refresh;
use crate::app::App;
use crate::app::team_queue::Attempt;
use crate::clock::Alarm;
use crate::delivery::wait_after;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::TeamId;

/// The server appeared: its members may have changed while Rapport was disconnected.
pub fn mark_due(app: &App, team: TeamId) {
    app.rosters_due.add(team, app.now());
    app.bells.roster.ring();
}

/// Lists due rosters again until `stop` is cancelled.
pub async fn run(app: Arc<App>, mut alarm: Box<dyn Alarm>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = work(&app) => {}
            () = stop.cancelled() => return,
        }
        tokio::select! {
            () = alarm.wait_until(app.rosters_due.next()) => {}
            () = stop.cancelled() => {}
        }
    }
}

async fn work(app: &App) {
    while let Some((team, since)) = app.rosters_due.take(app.now()) {
        match refresh(app, team).await {
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
}
