//! `/kudos-mine`: what a member was thanked for, page by page, for them alone.

pub(crate) mod commands;
pub(crate) mod store;
pub(crate) mod view;

use chrono::{DateTime, Utc};

use crate::discord::emoji::Emoji;
use crate::discord::names::Names;
use crate::ids::{ChannelId, MessageId, PersonId};

/// How many thank-yous a page has.
pub(crate) const PAGE: usize = 5;

/// A page of what a member was thanked for, the latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MinePage {
    /// The thank-yous on it.
    pub(crate) received: Vec<Received>,
    /// The names of the givers.
    pub(crate) names: Names,
    /// How many thank-yous there are on all pages.
    pub(crate) in_all: usize,
    /// The number of the page, from 1.
    pub(crate) number: usize,
    /// How many pages there are, at least one.
    pub(crate) of: usize,
}

/// A thank-you, as its receiver sees it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Received {
    /// The giver; `PersonId::FORGOTTEN` if they asked to be forgotten.
    pub(crate) giver: PersonId,
    /// When it was given.
    pub(crate) given_at: DateTime<Utc>,
    /// What it is for.
    pub(crate) thanks: ThankedFor,
    /// The channel or thread that it was given in.
    pub(crate) channel: ChannelId,
}

/// What a thank-you is for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum ThankedFor {
    /// What the giver wrote.
    Words {
        /// The reason.
        reason: String,
        /// The post; `None` while it is not known to be there.
        post: Option<MessageId>,
    },
    /// A message that the giver reacted to.
    Reaction {
        /// The emoji.
        emoji: Emoji,
        /// The message.
        message: MessageId,
    },
}

impl std::fmt::Debug for Received {
    /// Never write kudos texts to a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Received(..)")
    }
}
