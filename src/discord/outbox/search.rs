//! Looks for a message of ours whose arrival is unknown.

use chrono::{DateTime, TimeDelta, Utc};
use poise::serenity_prelude as serenity;
use serenity::http::{LightMethod, Request, Route};

use super::{Outbox, PAGE};
use crate::discord::error::DiscordError;
use crate::discord::posted::Posted;
use crate::ids::{ChannelId, MessageId};

/// The largest difference between our clock and Discord's.
const SKEW: TimeDelta = TimeDelta::minutes(10);

/// How many pages of a channel's messages a search reads at most.
const PAGES: usize = 20;

/// Whether Rapport can read a channel's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryAccess {
    /// Always: both sides of direct messages can.
    Readable,
    /// If the server permits it.
    Permitted,
}

/// The result of looking for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// It is there.
    Found(MessageId),
    /// It was never posted, or was deleted.
    NotFound,
    /// Unknown: Rapport may not read this channel's history.
    Unreadable,
}

impl Outbox {
    /// Looks for one of our messages that `is_it`, among the channel's messages since `since`. Use
    /// it if the response to a post got lost.
    pub async fn search(
        &self,
        channel: ChannelId,
        history: HistoryAccess,
        since: DateTime<Utc>,
        is_it: impl Fn(&Posted) -> bool,
    ) -> Result<Search, DiscordError> {
        Ok(match self.find(channel, since, is_it).await? {
            Some(message) => Search::Found(message),
            None if history == HistoryAccess::Readable || self.shows_history(channel).await? => {
                Search::NotFound
            }
            None => Search::Unreadable,
        })
    }

    async fn find(
        &self,
        channel: ChannelId,
        since: DateTime<Utc>,
        is_it: impl Fn(&Posted) -> bool,
    ) -> Result<Option<MessageId>, DiscordError> {
        let mut after = MessageId::first_at(since - SKEW);
        for _ in 0..PAGES {
            let route = Route::ChannelMessages {
                channel_id: channel.into(),
            };
            let page = vec![("limit", PAGE.to_string()), ("after", after.to_string())];
            let request = Request::new(route, LightMethod::Get).params(Some(page));
            let mut messages: Vec<Posted> = self.ask(request).await?;
            messages.sort_by_key(Posted::id);
            let bot = self.api.bot().into();
            let mut ours = messages.iter().filter(|message| message.is_by(bot));
            if let Some(found) = ours.find(|message| is_it(message)) {
                return Ok(found.id());
            }
            match messages.last().and_then(Posted::id) {
                Some(last) if messages.len() == PAGE => after = last,
                _ => break,
            }
        }
        Ok(None)
    }

    /// Whether Rapport can read a channel's history. Without permission, Discord returns an empty
    /// history, and only a request for a single message fails.
    pub(super) async fn shows_history(&self, channel: ChannelId) -> Result<bool, DiscordError> {
        let route = Route::ChannelMessage {
            channel_id: channel.into(),
            // Only a thread's first message can have the channel's own id.
            message_id: serenity::MessageId::new(channel.0.cast_unsigned()),
        };
        let asked = self.ask::<serenity::Message>(Request::new(route, LightMethod::Get));
        match asked.await {
            Ok(_) => Ok(true),
            Err(gone) if gone.is_unknown_message() => Ok(true),
            Err(closed) if closed.is_channel_closed() => Ok(false),
            Err(error) => Err(error),
        }
    }
}
