//! What Discord says about a reaction and the people and places around it.

use std::collections::BTreeSet;

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serenity::http::{LightMethod, Request, Route};
use serenity::{ChannelType, UserId};

use super::{Created, Outbox, PAGE};
use crate::discord::Colleague;
use crate::discord::api::member_of;
use crate::discord::emoji::Emoji;
use crate::discord::error::DiscordError;
use crate::ids::{ChannelId, MemberKey, MessageId, PersonId};

/// How many pages of people who reacted are read at most.
const PAGES: usize = 20;

/// A channel, as far as it says whether it is a thread.
#[derive(Deserialize)]
struct Channel {
    #[serde(rename = "type")]
    kind: ChannelType,
    parent_id: Option<serenity::ChannelId>,
}

impl Outbox {
    /// The people who reacted to a message with `emoji`.
    pub(crate) async fn reacted(
        &self,
        channel: ChannelId,
        message: MessageId,
        emoji: &Emoji,
    ) -> Result<BTreeSet<PersonId>, DiscordError> {
        let reaction = emoji.in_route();
        let (mut people, mut after) = (BTreeSet::new(), PersonId(0));
        for _ in 0..PAGES {
            let route = Route::ChannelMessageReactionEmoji {
                channel_id: channel.into(),
                message_id: message.into(),
                reaction: &reaction,
            };
            let page = vec![("limit", PAGE.to_string()), ("after", after.to_string())];
            let request = Request::new(route, LightMethod::Get).params(Some(page));
            let page: Vec<Created<UserId>> = self.ask(request).await?;
            people.extend(page.iter().map(|user| PersonId::from(user.id)));
            match people.last() {
                Some(last) if page.len() == PAGE => after = *last,
                _ => break,
            }
        }
        Ok(people)
    }

    /// A person as they are in the server now. Rate-limited, as many may react at the same time.
    pub(crate) async fn colleague(&self, key: MemberKey) -> Result<Colleague, DiscordError> {
        let route = Route::GuildMember {
            guild_id: key.team.into(),
            user_id: key.person.into(),
        };
        match self.ask(Request::new(route, LightMethod::Get)).await {
            Ok(member) => Ok(Colleague::in_team(&member_of(key.team, member)?)),
            Err(gone) if gone.is_unknown_person() => Ok(Colleague::not_in_team(key.person)),
            Err(error) => Err(error),
        }
    }

    /// The parent channel, if `channel` is a thread.
    pub(crate) async fn parent(
        &self,
        channel: ChannelId,
    ) -> Result<Option<ChannelId>, DiscordError> {
        let route = Route::Channel {
            channel_id: channel.into(),
        };
        let found: Channel = self.ask(Request::new(route, LightMethod::Get)).await?;
        let is_thread = matches!(
            found.kind,
            ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
        );
        Ok(found.parent_id.filter(|_| is_thread).map(Into::into))
    }
}
