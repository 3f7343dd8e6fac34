//! What happened to posts and reactions while Rapport was away: after a new session, those of recent
//! weeks are checked.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::store::posts;
use super::{deleted_posts, reactions};
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::shard::Shard;
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
    let shards = app.new_sessions.take();
    if shards.is_empty() {
        return Ok(None);
    }
    match check_recent(app, &shards, stop).await {
        Ok(()) => return Ok(None),
        Err(Failure::Store(error)) => {
            app.new_sessions.put_back(shards);
            return Err(error);
        }
        Err(Failure::Discord(error)) if outage.begins() => {
            tracing::warn!(error = %error, "could not check the posts and reactions of kudos; trying until it works");
        }
        Err(Failure::Discord(_)) => {}
    }
    app.new_sessions.put_back(shards);
    Ok(Some(app.now() + LOOK_AGAIN))
}

/// Checks the servers of these shards.
async fn check_recent(
    app: &App,
    shards: &HashSet<Shard>,
    stop: &CancellationToken,
) -> Result<(), Failure> {
    let readers = app.database.readers();
    let since = app.now() - RECENT;
    let mut teams = posts::teams(readers).await?;
    teams.retain(|team| shards.iter().any(|shard| shard.serves(*team)));
    for team in teams {
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
