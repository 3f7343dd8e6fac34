//! Rapport removed from a server: everything kept of it is deleted 30 days later, unless it comes
//! back before. And what was deleted, by this or by a member's wish, is deleted from the file to the
//! last byte: where that failed, it is tried here again.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::store::{self, Known};
use crate::app::App;
use crate::clock::Alarm;
use crate::database::StoreResult;
use crate::errors::chain;
use crate::ids::TeamId;
use crate::nudges;
use crate::telemetry::Episode;

/// How long everything is kept for a server that may change its mind.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// How long to wait before looking again when the database can't be read or written.
const PAUSE: TimeDelta = TimeDelta::minutes(5);

/// Deletes what is due until `stop` is cancelled.
pub async fn run(app: Arc<App>, mut alarm: Box<dyn Alarm>, stop: CancellationToken) {
    let mut failure = Episode::default();
    while !stop.is_cancelled() {
        let next = match delete_due(&app).await {
            Ok(next) => {
                failure.ends();
                next
            }
            Err(error) => {
                if failure.begins() {
                    tracing::error!(error = %chain(&error), "could not delete for good; trying until it works");
                }
                Some(app.now() + PAUSE)
            }
        };
        tokio::select! {
            () = alarm.wait_until(next) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Deletes the teams whose time is over; gives when the next one's is.
async fn delete_due(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
    let now = app.now();
    let teams = store::all(app.database.readers()).await?;
    let (due, waiting): (Vec<_>, Vec<_>) = teams
        .into_iter()
        .filter_map(|known| Some((known.team, known.removed_at? + KEPT_FOR)))
        .partition(|(_, at)| *at <= now);
    for &(team, _) in &due {
        app.database
            .write(move |connection| Box::pin(store::delete(connection, team)))
            .await?;
        tracing::info!(%team, "deleted a team that Rapport was removed from");
    }
    // What somebody else's deletion still owes is done here too.
    app.database.scrub().await?;
    Ok(waiting.into_iter().map(|(_, at)| at).min())
}

/// Rapport was removed from this server.
pub async fn removed(app: &App, team: TeamId) -> StoreResult<()> {
    let now = app.now();
    app.database
        .write(move |connection| Box::pin(store::mark_removed(connection, team, now)))
        .await?;
    tracing::info!(%team, "removed from a server; its data is deleted in 30 days");
    app.removal_bell.ring();
    Ok(())
}

/// Rapport is in this server: added just now, or seen again.
pub async fn present(app: &App, team: TeamId) -> StoreResult<()> {
    let known = store::find(app.database.readers(), team).await?;
    if known.is_none_or(|team| team.removed_at.is_none()) {
        return Ok(());
    }
    let now = app.now();
    app.database
        .write(move |connection| {
            Box::pin(async move {
                for person in store::mark_returned(connection, team).await? {
                    nudges::store::plan_anew(connection, team, person, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.nudge_bell.ring();
    app.recap_bell.ring();
    app.removal_bell.ring();
    Ok(())
}

/// These are all the servers that Rapport is in: it may have been removed from others while it was
/// not running, and nobody told it.
pub async fn present_only(app: &App, present: &[TeamId]) -> StoreResult<()> {
    let kept = store::all(app.database.readers()).await?;
    let left = |known: &Known| known.removed_at.is_none() && !present.contains(&known.team);
    for known in kept.into_iter().filter(left) {
        removed(app, known.team).await?;
    }
    Ok(())
}
