//! Requests about channels: who can read them, and whether Rapport's posts are still in them.

use std::collections::HashSet;

use poise::serenity_prelude as serenity;
use serenity::http::{LightMethod, Request, Route};

use super::{Outbox, PAGE};
use crate::discord::error::DiscordError;
use crate::discord::visibility::{Channel, ListedChannel, ListedRole, Visibility};
use crate::ids::{ChannelId, MessageId, TeamId};

/// A message of which only the id is read.
#[derive(serde::Deserialize)]
struct Listed {
    id: serenity::MessageId,
}

impl Outbox {
    /// Who can read these channels and threads of the server, compared with all its channels.
    pub(crate) async fn visibility(
        &self,
        team: TeamId,
        asked: &[ChannelId],
    ) -> Result<Visibility, DiscordError> {
        let guild_id = team.into();
        let roles = Request::new(Route::GuildRoles { guild_id }, LightMethod::Get);
        let roles: Vec<ListedRole> = self.ask(roles).await?;
        let channels = Request::new(Route::GuildChannels { guild_id }, LightMethod::Get);
        let channels: Vec<ListedChannel> = self.ask(channels).await?;
        let mut channels: Vec<_> = channels.into_iter().map(Channel::from).collect();
        for &thread in asked {
            if channels.iter().all(|channel| channel.id != thread) {
                channels.extend(self.thread(thread).await?);
            }
        }
        Ok(Visibility {
            team,
            bot: self.api.bot().into(),
            roles: roles
                .into_iter()
                .filter_map(ListedRole::of_people)
                .collect(),
            channels,
        })
    }

    /// A thread, which no list of channels contains. `None` if it is gone or closed to Rapport.
    async fn thread(&self, thread: ChannelId) -> Result<Option<Channel>, DiscordError> {
        let channel_id = thread.into();
        let request = Request::new(Route::Channel { channel_id }, LightMethod::Get);
        match self.ask::<ListedChannel>(request).await {
            Ok(listed) => Ok(Some(listed.into())),
            Err(DiscordError::Refused { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Which of these messages, in order, are no longer in their channel. Empty if Rapport can't
    /// tell.
    pub(crate) async fn missing(
        &self,
        channel: ChannelId,
        messages: &[MessageId],
    ) -> Result<Vec<MessageId>, DiscordError> {
        let (mut missing, mut rest) = (Vec::new(), messages);
        while let Some(first) = rest.first() {
            let page = match self.page_from(channel, *first).await {
                Err(closed) if closed.is_channel_closed() => return Ok(Vec::new()),
                page => page?,
            };
            let last = page.iter().max().filter(|_| page.len() == PAGE);
            let listed = last.map_or(rest.len(), |last| rest.partition_point(|it| it <= last));
            // A full page contains the first message, or a later one.
            let (covered, after) = rest.split_at(listed.max(1));
            missing.extend(covered.iter().filter(|message| !page.contains(message)));
            rest = after;
        }
        // If Rapport may not read the history, Discord returns an empty one.
        if missing.is_empty() || self.shows_history(channel).await? {
            return Ok(missing);
        }
        Ok(Vec::new())
    }

    /// A page of the channel's messages from this one on.
    async fn page_from(
        &self,
        channel: ChannelId,
        first: MessageId,
    ) -> Result<HashSet<MessageId>, DiscordError> {
        let route = Route::ChannelMessages {
            channel_id: channel.into(),
        };
        let page = vec![
            ("limit", PAGE.to_string()),
            ("after", (first.0 - 1).to_string()),
        ];
        let request = Request::new(route, LightMethod::Get).params(Some(page));
        let listed: Vec<Listed> = self.ask(request).await?;
        Ok(listed.into_iter().map(|listed| listed.id.into()).collect())
    }
}
