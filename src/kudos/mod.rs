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

/// A thank-you as somebody gives it.
#[derive(Debug)]
pub struct NewKudos {
    /// Where.
    pub team: TeamId,
    /// The channel it is posted in.
    pub channel: ChannelId,
    /// The channel that this belongs to, if it is a thread.
    pub parent: Option<ChannelId>,
    /// Who thanks.
    pub giver: PersonId,
    /// Who is thanked: at least one, each once, not the giver.
    pub receivers: Vec<PersonId>,
    /// What for.
    pub reason: Reason,
    /// The use of the command that gives it.
    pub interaction: InteractionId,
}

/// A kudos whose post is not known.
#[derive(Clone)]
pub struct Unposted {
    /// The row.
    pub kudos: KudosId,
    /// Where it is to be posted.
    pub channel: ChannelId,
    /// Who thanks.
    pub giver: PersonId,
    /// What they are called now.
    pub giver_name: PersonName,
    /// Who is thanked.
    pub receivers: Vec<PersonId>,
    /// What for, as it was written.
    pub reason: String,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// The use of the command that gave it.
    pub interaction: InteractionId,
}

/// A message that somebody is thanked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Where it was said.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
}

/// Thanks that are being put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thanks {
    /// Who is thanked.
    pub whom: PersonId,
    /// For what they said, if it is for a message.
    pub what: Option<Said>,
}

/// How much a member may give in a day of the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Kudos in all, counting each person thanked.
    pub per_day: u32,
    /// Kudos to the same person.
    pub per_person: u32,
    /// The day, by the team's calendar.
    pub day: NaiveDate,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When the next one begins.
    pub until: DateTime<Utc>,
}

impl Allowance {
    /// What `team` allows on the day that `now` lies in.
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

/// What became of giving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// It is on disk.
    Done {
        /// The row.
        kudos: KudosId,
        /// How many the giver has left today.
        left: u32,
    },
    /// The very same use of the command was delivered again: nothing was written.
    Repeated,
    /// It would be more than the giver has left today; nothing was written.
    NotEnoughLeft {
        /// How many they have left.
        left: u32,
    },
    /// The giver has thanked this person as often as a day allows; nothing was written.
    EnoughFor(PersonId),
}

/// What became of taking back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenBack {
    /// It counts no more; the post, if there is one, is to be deleted.
    Done {
        /// Channel of the post.
        channel: ChannelId,
        /// The post.
        post: Option<MessageId>,
    },
    /// The time for it is over.
    TooLate,
    /// There is no such kudos of theirs.
    Gone,
}
