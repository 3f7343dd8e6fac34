//! Kudos: public thanks, and the boards that count them.

pub mod action;
pub mod between;
pub mod board;
pub mod chart;
pub mod commands;
pub mod date_range;
pub mod deleted_posts;
pub mod period;
pub mod posting;
pub mod ranking;
pub mod reason;
pub mod recap;
pub mod store;
pub mod view;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::discord::names::PersonName;
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId, PersonId, TeamId};
use crate::team::Team;
use period::{day_start, next_day_start};
use reason::Reason;

/// How long the giver can take a kudos back.
pub const TAKE_BACK_WINDOW: TimeDelta = TimeDelta::minutes(5);

/// A thank-you that a member gives.
#[derive(Debug)]
pub struct NewKudos {
    /// The team.
    pub team: TeamId,
    /// The channel it is posted in.
    pub channel: ChannelId,
    /// The parent channel, if `channel` is a thread.
    pub parent: Option<ChannelId>,
    /// The giver.
    pub giver: PersonId,
    /// The receivers: at least one, without duplicates, without the giver.
    pub receivers: Vec<PersonId>,
    /// The reason.
    pub reason: Reason,
    /// The interaction that gives it.
    pub interaction: InteractionId,
}

/// A kudos whose post is not known.
#[derive(Clone)]
pub struct Unposted {
    /// The row.
    pub kudos: KudosId,
    /// The channel to post in.
    pub channel: ChannelId,
    /// The giver.
    pub giver: PersonId,
    /// The giver's name now.
    pub giver_name: PersonName,
    /// The receivers.
    pub receivers: Vec<PersonId>,
    /// The reason, as the giver wrote it.
    pub reason: String,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// The interaction that gave it.
    pub interaction: InteractionId,
}

/// A message that its author is thanked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThankedMessage {
    /// The channel of the message.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
}

/// Thanks whose reason a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thanks {
    /// The receiver.
    pub receiver: PersonId,
    /// The message they are thanked for, if any.
    pub for_message: Option<ThankedMessage>,
}

/// How much a member may give in a day of the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// In total, counting each person thanked.
    pub per_day: u32,
    /// To the same person.
    pub per_person: u32,
    /// The day in the team's zone.
    pub day: NaiveDate,
    /// When the day begins.
    pub since: DateTime<Utc>,
    /// When the next day begins.
    pub until: DateTime<Utc>,
}

impl Allowance {
    /// What `team` allows on the day of `now`.
    #[must_use]
    pub fn of(team: &Team, now: DateTime<Utc>) -> Self {
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
pub enum Given {
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
pub enum TakenBack {
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
