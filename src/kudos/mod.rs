//! Kudos: public thanks, and the boards that count them.

pub(crate) mod action;
pub(crate) mod between;
pub mod board;
pub mod chart;
pub(crate) mod commands;
pub(crate) mod date_range;
pub(crate) mod deleted_posts;
pub(crate) mod meanwhile;
pub(crate) mod mine;
pub mod period;
pub(crate) mod posting;
pub(crate) mod ranking;
pub(crate) mod reactions;
pub mod reason;
pub(crate) mod recap;
pub mod store;
pub(crate) mod view;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::discord::emoji::Emoji;
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId, PersonId, TeamId};
use crate::team::Team;
use period::{day_start, next_day_start};
use reason::Reason;

/// How long the giver can take a kudos back.
pub(crate) const TAKE_BACK_WINDOW: TimeDelta = TimeDelta::minutes(5);

/// How many people one kudos can thank.
pub(crate) const MOST_RECEIVERS: usize = 3;

/// A thank-you that a member gives.
#[derive(Debug)]
pub(crate) struct NewKudos {
    /// The team.
    pub(crate) team: TeamId,
    /// The channel it is posted in.
    pub(crate) channel: ChannelId,
    /// The parent channel, if `channel` is a thread.
    pub(crate) parent: Option<ChannelId>,
    /// The giver.
    pub(crate) giver: PersonId,
    /// The receivers: at least one, at most [`MOST_RECEIVERS`], without duplicates, without the giver.
    pub(crate) receivers: Vec<PersonId>,
    /// The reason.
    pub(crate) reason: Reason,
    /// The interaction that gives it.
    pub(crate) interaction: InteractionId,
}

/// A reaction that thanks.
#[derive(Debug)]
pub(crate) struct NewReaction {
    /// The team.
    pub(crate) team: TeamId,
    /// The channel of the message.
    pub(crate) channel: ChannelId,
    /// The parent channel, if `channel` is a thread.
    pub(crate) parent: Option<ChannelId>,
    /// The message.
    pub(crate) message: MessageId,
    /// Who reacted.
    pub(crate) giver: PersonId,
    /// Who wrote the message.
    pub(crate) receiver: PersonId,
    /// The emoji.
    pub(crate) emoji: Emoji,
}

/// A reaction that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CountedReaction {
    /// The row.
    pub(crate) kudos: KudosId,
    /// The channel of the message.
    pub(crate) channel: ChannelId,
    /// The message.
    pub(crate) message: MessageId,
    /// Who reacted; `PersonId::FORGOTTEN` if they asked to be forgotten.
    pub(crate) giver: PersonId,
    /// The emoji.
    pub(crate) emoji: Emoji,
}

/// A kudos whose post is not known.
#[derive(Clone)]
pub(crate) struct Unposted {
    /// The row.
    pub(crate) kudos: KudosId,
    /// The team.
    pub(crate) team: TeamId,
    /// The channel to post in.
    pub(crate) channel: ChannelId,
    /// The giver's name now.
    pub(crate) giver_name: PersonName,
    /// The receivers.
    pub(crate) receivers: Vec<PersonId>,
    /// The reason, as the giver wrote it.
    pub(crate) reason: String,
    /// When it was given.
    pub(crate) given_at: DateTime<Utc>,
    /// The interaction that gave it.
    pub(crate) interaction: InteractionId,
}

/// A message that its author is thanked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ThankedMessage {
    /// The channel of the message.
    pub(crate) channel: ChannelId,
    /// The message.
    pub(crate) message: MessageId,
}

/// Thanks whose reason a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thanks {
    /// The receiver.
    pub(crate) receiver: PersonId,
    /// The message they are thanked for, if any.
    pub(crate) for_message: Option<ThankedMessage>,
}

/// How much a member may give in a day of the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// In total, counting each person thanked.
    pub(crate) per_day: u32,
    /// To the same person.
    pub(crate) per_person: u32,
    /// The day in the team's zone.
    pub(crate) day: NaiveDate,
    /// When the day begins.
    pub(crate) since: DateTime<Utc>,
    /// When the next day begins.
    pub(crate) until: DateTime<Utc>,
}

impl Allowance {
    /// What `team` allows on the day of `now`.
    #[must_use]
    pub(crate) fn of(team: &Team, now: DateTime<Utc>) -> Self {
        Self {
            per_day: team.allowance.per_day,
            per_person: team.allowance.per_person,
            day: now.with_timezone(&team.zone).date_naive(),
            since: day_start(now, team.zone),
            until: next_day_start(now, team.zone),
        }
    }
}

/// The result of giving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    /// It is stored.
    Done {
        /// The row.
        kudos: KudosId,
        /// How many more the giver can give today.
        left: u32,
    },
    /// The same interaction was handled before; nothing was written.
    Repeated,
    /// The giver has fewer left today; nothing was written.
    NotEnoughLeft {
        /// How many are left.
        left: u32,
    },
    /// The giver has already thanked this person as often as a day allows; nothing was written.
    EnoughFor(PersonId),
}

/// The result of taking back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TakenBack {
    /// It no longer counts. The caller deletes the post, if there is one.
    Done {
        /// Channel of the post.
        channel: ChannelId,
        /// The post.
        post: Option<MessageId>,
    },
    /// It is too late.
    TooLate,
    /// The member gave no such kudos.
    Gone,
}
