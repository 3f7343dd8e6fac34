//! Kudos whose post is deleted no longer count. Discord reports deletions while Rapport is
//! connected; after a new session Rapport checks the posts of recent weeks.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::SqliteConnection;
use tokio_util::sync::CancellationToken;

use super::store::posts;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{ChannelId, MessageId, TeamId};
use crate::telemetry::OngoingProblem;

/// How far back posts are checked: as far as the boards of this month and of the last 30 days.
const RECENT: TimeDelta = TimeDelta::days(31);

/// How many posts of a team are checked, the latest first.
const MOST_POSTS: u32 = 500;

/// How long to wait before the next check if Discord does not answer.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(5);

/// How many kudos of a deleted channel are removed in one write.
const AT_ONCE: u32 = 200;

/// Removes the kudos whose posts were deleted.
pub(crate) async fn deleted(app: &App, deleted: &[MessageId]) -> StoreResult<()> {
    for &post in deleted {
        app.deleted_messages.remember(post);
        if posts::is_post(app.database.readers(), post).await? {
            app.database
                .write(async move |connection| posts::remove_post(connection, post).await)
                .await?;
        }
    }
    Ok(())
}

/// Removes the kudos that were posted in a deleted channel or thread.
pub(crate) async fn channel_deleted(
    app: &App,
    team: TeamId,
    channel: ChannelId,
) -> StoreResult<()> {
    let remove_some = async move |connection: &mut SqliteConnection| {
        posts::remove_in(connection, team, channel, AT_ONCE).await
    };
    app.database.write_in_steps(remove_some).await
}

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
            tracing::warn!(error = %error, "could not check the posts of kudos; trying until it works");
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
                check(app, team, *channel, &posts).await?;
            }
        }
    }
    Ok(())
}

/// Checks whether these posts still exist in their channel, and removes the kudos of missing ones.
/// The posts are in order. Returns how many were missing.
pub(crate) async fn check(
    app: &App,
    team: TeamId,
    channel: ChannelId,
    posts: &[MessageId],
) -> Result<usize, Failure> {
    match app.outbox.missing(channel, posts).await {
        Ok(missing) => {
            deleted(app, &missing).await?;
            Ok(missing.len())
        }
        Err(gone) if gone.is_unknown_channel() => {
            channel_deleted(app, team, channel).await?;
            Ok(posts.len())
        }
        // Rapport can't read the channel: assume that they exist.
        Err(DiscordError::Refused { .. }) => Ok(0),
        Err(error) => Err(error.into()),
    }
}
