//! Rosters made anew, one after the other, for servers that were seen for the first time or again.
//! One that Discord does not list is tried again, ever more seldom.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::refresh;
use crate::app::App;
use crate::app::team_queue::Turn;
use crate::clock::Alarm;
use crate::delivery::wait_after;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::TeamId;

/// A server is seen: who is in it may have changed unseen.
pub fn outdate(app: &App, team: TeamId) {
    app.rosters_due.add(team, app.now());
    app.bells.roster.ring();
}

/// Makes what is outdated anew until `stop` is cancelled.
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
                tracing::warn!(%team, error = %error, "could not make a roster anew; trying again");
                app.rosters_due.put_off(team, Turn { since, at });
            }
        }
    }
}
