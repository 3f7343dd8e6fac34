//! Kudos whose post is deleted no longer count, nor do reactions to a deleted message. Discord
//! reports deletions while Rapport is connected; [`super::meanwhile`] finds the others.

use sqlx::SqliteConnection;

use super::store::posts;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{ChannelId, MessageId, TeamId};

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
