//! A member's channel of direct messages: opened once, and kept.

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::openings::OpeningReason;
use crate::errors::Failure;
use crate::ids::{ChannelId, MemberKey};

/// The channel that is kept, or one that is opened now.
pub(crate) async fn channel(
    app: &App,
    member: MemberKey,
    kept: Option<ChannelId>,
) -> Result<ChannelId, Failure> {
    match kept {
        Some(channel) => Ok(channel),
        None => open(app, member).await,
    }
}

/// Another channel to try after this refusal, if the one that was kept is gone. A channel opened just
/// now is right.
pub(crate) async fn channel_instead(
    app: &App,
    member: MemberKey,
    kept: Option<ChannelId>,
    refused: &DiscordError,
) -> Result<Option<ChannelId>, Failure> {
    if kept.is_none() || !refused.is_dm_channel_lost() {
        return Ok(None);
    }
    keep(app, member, None).await?;
    open(app, member).await.map(Some)
}

async fn open(app: &App, member: MemberKey) -> Result<ChannelId, Failure> {
    let channel = app
        .outbox
        .open_dm(member.person, OpeningReason::Unasked)
        .await?;
    keep(app, member, Some(channel)).await?;
    Ok(channel)
}

async fn keep(app: &App, member: MemberKey, channel: Option<ChannelId>) -> StoreResult<()> {
    app.database
        .write(async move |connection| store::keep_dm_channel(connection, member, channel).await)
        .await
}
