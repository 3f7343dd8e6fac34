//! What happened to posts and reactions while Rapport was away: after a new session, those of recent
//! weeks are checked.

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::store::posts;
use super::{deleted_posts, reactions};
use crate::app::App;
use crate::database::StoreResult;
use crate::errors::Failure;
use crate::telemetry::OngoingProblem;

/// How far back posts are checked: as far as the boards of this month and of the last 30 days.
const RECENT: TimeDelta = TimeDelta::days(31);

/// How many posts of a team are checked, the latest first.
const MOST_POSTS: u32 = 500;

/// How long to wait before the next check if Discord does not answer.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(5);

/// Checks after a new session which recent posts still exist; returns when to check again.
pub(super) async fn check_after_new_session(
    app: &App,
    outage: &mut OngoingProblem,
    stop: &CancellationToken,
) -> StoreResult<Option<DateTime<Utc>>> {
    if !app.new_session.take() {
        return Ok(None);
    }
    match check_recent(app, stop).await {
        Ok(()) => return Ok(None),
        Err(Failure::Store(error)) => {
            app.new_session.begin();
            return Err(error);
        }
        Err(Failure::Discord(error)) if outage.begins() => {
            tracing::warn!(error = %error, "could not check the posts and reactions of kudos; trying until it works");
        }
        Err(Failure::Discord(_)) => {}
    }
    app.new_session.begin();
    Ok(Some(app.now() + LOOK_AGAIN))
}

async fn check_recent(app: &App, stop: &CancellationToken) -> Result<(), Failure> {
    let readers = app.database.readers();
    let since = app.now() - RECENT;
    for team in posts::teams(readers).await? {
        let recent = posts::recent(readers, team, since, MOST_POSTS).await?;
        for in_channel in recent.chunk_by(|(one, _), (other, _)| one == other) {
            if stop.is_cancelled() {
                return Ok(());
            }
            let posts: Vec<_> = in_channel.iter().map(|(_, post)| *post).collect();
            if let Some((channel, _)) = in_channel.first() {
                deleted_posts::check(app, team, *channel, &posts).await?;
            }
        }
        reactions::check_recent(app, team, stop).await?;
    }
    Ok(())
}
