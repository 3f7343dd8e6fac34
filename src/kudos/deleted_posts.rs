//! Posts that are deleted: their kudos count no more. Discord tells of a deletion at once, but not
//! while Rapport is away: after a new session it looks at the posts of recent weeks.

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::store::posts;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{ChannelId, MessageId, TeamId};
use crate::telemetry::Episode;

/// How far back posts are looked at: as far as the boards of this month and of the last 30 days.
const RECENT: TimeDelta = TimeDelta::days(31);

/// How many posts of a team are looked at, the latest first.
const MOST_POSTS: u32 = 500;

/// How long to wait before looking again when Discord does not answer.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(5);

/// How many kudos of a deleted channel are removed in one write.
const AT_ONCE: u32 = 200;

/// Posts were deleted: the kudos among them count no more.
pub async fn deleted(app: &App, deleted: &[MessageId]) -> StoreResult<()> {
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

/// A channel or a thread was deleted, and all posts in it and its threads.
pub async fn channel_deleted(app: &App, team: TeamId, channel: ChannelId) -> StoreResult<()> {
    let remove_some = async || {
        app.database
            .write(async move |connection| {
                posts::remove_in(connection, team, channel, AT_ONCE).await
            })
            .await
    };
    while remove_some().await? {}
    Ok(())
}

/// Looks, after a new session, which recent posts are still there; gives when to look again.
pub(super) async fn look(
    app: &App,
    outage: &mut Episode,
    stop: &CancellationToken,
) -> StoreResult<Option<DateTime<Utc>>> {
    if !app.new_session.take() {
        return Ok(None);
    }
    match look_at_recent(app, stop).await {
        Ok(()) => return Ok(None),
        Err(Failure::Store(error)) => {
            app.new_session.begin();
            return Err(error);
        }
        Err(Failure::Discord(error)) if outage.begins() => {
            tracing::warn!(error = %error, "can't look at posts of kudos; trying until it works");
        }
        Err(Failure::Discord(_)) => {}
    }
    app.new_session.begin();
    Ok(Some(app.now() + LOOK_AGAIN))
}

async fn look_at_recent(app: &App, stop: &CancellationToken) -> Result<(), Failure> {
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

/// Looks whether these posts, in order, are still in their channel: kudos whose post is not count no
/// more. Gives how many are gone.
pub async fn check(
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
        // Nobody can tell: they are taken to be there.
        Err(DiscordError::Refused { .. }) => Ok(0),
        Err(error) => Err(error.into()),
    }
}
