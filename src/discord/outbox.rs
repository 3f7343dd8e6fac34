//! What Rapport sends unasked: direct messages and posts, paced below Discord's limits.
//!
//! Answers to commands don't come through here: they are exempt from the global limit and go out
//! at once.

use std::num::NonZeroU32;
use std::sync::Arc;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use poise::serenity_prelude as serenity;
use serenity::{GetMessages, Http, Nonce};

use super::error::DiscordError;
use super::reply::Reply;
use crate::ids::{ChannelId, MessageId, PersonId, TeamId};
use crate::roster::Insider;

/// How many members Discord lists at once.
const MEMBERS_PAGE: u64 = 1000;

/// Sends messages of our own, one after the other and not too fast.
pub struct Outbox {
    http: Arc<Http>,
    pace: DefaultDirectRateLimiter,
}

impl Outbox {
    /// Sends through `http`, at most `per_second` requests each second and no bursts.
    #[must_use]
    pub fn new(http: Arc<Http>, per_second: NonZeroU32) -> Self {
        let quota = Quota::per_second(per_second).allow_burst(NonZeroU32::MIN);
        Self {
            http,
            pace: RateLimiter::direct(quota),
        }
    }

    /// Opens the channel of direct messages with `person`, or finds it open.
    pub async fn open_dm(&self, person: PersonId) -> Result<ChannelId, DiscordError> {
        self.pace.until_ready().await;
        let person = serenity::UserId::from(person);
        let channel = person.create_dm_channel(&self.http).await?;
        Ok(channel.id.into())
    }

    /// Whether `person` is in the server. Paced too: it is asked of many when many nudges fall due.
    pub async fn is_in_server(&self, team: TeamId, person: PersonId) -> Result<bool, DiscordError> {
        self.pace.until_ready().await;
        match self.http.get_member(team.into(), person.into()).await {
            Ok(_) => Ok(true),
            Err(error) => match DiscordError::from(error) {
                gone if gone.is_unknown_person() => Ok(false),
                error => Err(error),
            },
        }
    }

    /// Everybody in the server, page by page. Discord lists them only for an application with the
    /// members intent.
    pub async fn everybody(&self, team: TeamId) -> Result<Vec<Insider>, DiscordError> {
        let mut everybody = Vec::new();
        let mut after = None;
        loop {
            self.pace.until_ready().await;
            let page = self
                .http
                .get_guild_members(team.into(), Some(MEMBERS_PAGE), after)
                .await?;
            after = page.last().map(|member| member.user.id.get());
            let whole = page.len() as u64 == MEMBERS_PAGE;
            everybody.extend(page.iter().map(Insider::from));
            if !whole {
                return Ok(everybody);
            }
        }
    }

    /// Posts `reply`. Sent again with the same `nonce` within two minutes, Discord gives back the
    /// first message instead of posting another; it has at most 25 characters.
    pub async fn send(
        &self,
        channel: ChannelId,
        reply: Reply,
        nonce: String,
    ) -> Result<MessageId, DiscordError> {
        self.pace.until_ready().await;
        let message = reply
            .into_message()
            .nonce(Nonce::String(nonce))
            .enforce_nonce(true);
        let sent = serenity::ChannelId::from(channel)
            .send_message(&*self.http, message)
            .await?;
        Ok(sent.id.into())
    }

    /// Deletes a message of our own; one that is gone already is no error.
    pub async fn delete(&self, channel: ChannelId, message: MessageId) -> Result<(), DiscordError> {
        self.pace.until_ready().await;
        let message = serenity::MessageId::from(message);
        match serenity::ChannelId::from(channel)
            .delete_message(&self.http, message)
            .await
        {
            Ok(()) => Ok(()),
            Err(error) => match DiscordError::from(error) {
                gone if gone.is_unknown_message() => Ok(()),
                error => Err(error),
            },
        }
    }

    /// Looks among the channel's recent messages for one with a component whose `custom_id`
    /// satisfies `belongs`: whether something sent before a crash arrived.
    pub async fn find_recent(
        &self,
        channel: ChannelId,
        belongs: impl Fn(&str) -> bool,
    ) -> Result<Option<MessageId>, DiscordError> {
        self.pace.until_ready().await;
        let recent = serenity::ChannelId::from(channel)
            .messages(&self.http, GetMessages::new().limit(50))
            .await?;
        let found = recent
            .iter()
            .find(|message| custom_ids(message).any(&belongs));
        Ok(found.map(|message| message.id.into()))
    }
}

fn custom_ids(message: &serenity::Message) -> impl Iterator<Item = &str> {
    message
        .components
        .iter()
        .flat_map(|row| &row.components)
        .filter_map(|component| match component {
            serenity::ActionRowComponent::Button(button) => match &button.data {
                serenity::ButtonKind::NonLink { custom_id, .. } => Some(custom_id.as_str()),
                _ => None,
            },
            serenity::ActionRowComponent::SelectMenu(menu) => menu.custom_id.as_deref(),
            _ => None,
        })
}
