//! Whom a member's nudge names: the rules, over plain data.
//!
//! 1. Only people who may be named at all: not oneself, nobody stopped, untracked or gone, nobody
//!    snoozed or resting after an earlier suggestion.
//! 2. Who was named more than once in a row without anything done about it comes after everybody
//!    else for a while. Otherwise a member who never acts would be shown the same few most overdue
//!    people in turn for ever, and nobody else.
//! 3. First the due ties, by elapsed ÷ interval; then members never met who have joined, newest
//!    first, so that newcomers are reached in their first weeks.
//! 4. Nobody is named to more than [`WEEKLY_CAP`] people in one week while there is anybody else
//!    to name; when there is not, the cap grows one by one, for the least often named first.
//!
//! Ties in rank go to whoever was named less often this week, then to the smaller identifier:
//! the same facts give the same answer, in whatever order they come.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Wish;
use crate::calendar::circle::{Circle, Overdue};
use crate::ids::PersonId;

/// To how many members one person is named in one ISO week while there is anybody else.
pub const WEEKLY_CAP: u32 = 3;

/// Somebody who could be named to a member: one for each person of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// When the two last spoke, if ever.
    pub contact: Contact,
    /// Why this person is never named to this member, if so; any one that applies.
    pub barrier: Option<Barrier>,
    /// The member's own wish not to hear of them before.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// The end of the rest after an earlier suggestion: [`rest_after_silence`](crate::ties::rest::rest_after_silence) or
    /// [`REST_AFTER_NOT_NOW`](crate::ties::rest::REST_AFTER_NOT_NOW), whichever is later.
    pub not_before: Option<DateTime<Utc>>,
    /// Until then they come after everybody else: [`behind_after_silence`](crate::ties::rest::behind_after_silence).
    pub behind_until: Option<DateTime<Utc>>,
    /// To how many members they were named this ISO week.
    pub suggested_this_week: u32,
}

/// What is between a member and a candidate so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// They have spoken.
    Met {
        /// When last.
        last: DateTime<Utc>,
        /// How often the member wants contact.
        circle: Circle,
    },
    /// They have not, as far as anybody told.
    Never {
        /// When the candidate said yes to nudges, or came to the server, if they are on the team's
        /// roster; others are not named to strangers.
        joined_at: Option<DateTime<Utc>>,
    },
}

/// Why somebody is never named to a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// The member asked to stop nudging about them.
    Stopped,
    /// They asked not to be tracked.
    Untracked,
    /// They are no longer in the team.
    Gone,
}

/// One person named in a nudge, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Who.
    pub person: PersonId,
    /// Why they were chosen.
    pub reason: Reason,
}

/// Why somebody was chosen; the sentence for it is written where the message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The circle's interval has passed since they last spoke.
    Due {
        /// When they last spoke.
        last: DateTime<Utc>,
        /// How often the member wants contact.
        circle: Circle,
        /// How far behind the tie is.
        overdue: Overdue,
    },
    /// They have never spoken, as far as anybody told.
    NeverMet {
        /// When the other one joined.
        joined_at: DateTime<Utc>,
        /// How long ago that was; not below zero.
        joined_ago: TimeDelta,
    },
}

/// The people to name to `member` now: at most `wish`, the most pressing first; none if nobody is
/// due and nobody is new. `candidates` holds each person once, in any order.
#[must_use]
pub fn choose(
    now: DateTime<Utc>,
    member: PersonId,
    candidates: &[Candidate],
    wish: Wish,
) -> Vec<Choice> {
    let mut open: Vec<_> = candidates
        .iter()
        .filter(|it| it.person != member && it.may_be_named(now))
        .filter_map(|it| it.reason(now).map(|reason| (it, reason)))
        .collect();
    open.sort_by_key(|(it, reason)| {
        let rank = (it.is_behind(now), Rank::from(*reason));
        (rank, it.suggested_this_week, it.person)
    });
    let mut ranked: Vec<_> = open.into_iter().enumerate().collect();
    // A stable sort: below the cap the rank decides, and each step above it is a last resort.
    ranked.sort_by_key(|(_, (it, _))| it.suggested_this_week.saturating_sub(WEEKLY_CAP - 1));
    ranked.truncate(usize::from(wish.get()));
    ranked.sort_by_key(|(rank, _)| *rank);
    let chosen = ranked.into_iter().map(|(_, (it, reason))| Choice {
        person: it.person,
        reason,
    });
    chosen.collect()
}

impl Candidate {
    /// Whether they are named before anybody whom the member never met.
    #[must_use]
    pub fn is_before_strangers(&self, now: DateTime<Utc>) -> bool {
        self.may_be_named(now)
            && !self.is_behind(now)
            && matches!(self.reason(now), Some(Reason::Due { .. }))
            && self.suggested_this_week < WEEKLY_CAP
    }

    /// Whether they come after everybody else, as nothing was done about them more than once.
    #[must_use]
    pub fn is_behind(&self, now: DateTime<Utc>) -> bool {
        self.behind_until.is_some_and(|until| until > now)
    }

    fn may_be_named(&self, now: DateTime<Utc>) -> bool {
        let over = |until: Option<DateTime<Utc>>| until.is_none_or(|until| until <= now);
        self.barrier.is_none() && over(self.snoozed_until) && over(self.not_before)
    }

    fn reason(&self, now: DateTime<Utc>) -> Option<Reason> {
        match self.contact {
            Contact::Met { last, circle } => {
                let overdue = Overdue::new(last, circle, now);
                overdue.is_due().then_some(Reason::Due {
                    last,
                    circle,
                    overdue,
                })
            }
            Contact::Never { joined_at } => joined_at.map(|joined_at| Reason::NeverMet {
                joined_at,
                joined_ago: (now - joined_at).max(TimeDelta::zero()),
            }),
        }
    }
}

/// The order in which people are named: ties by how overdue they are, then the newest members.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Due(Reverse<Overdue>),
    NeverMet(Reverse<DateTime<Utc>>),
}

impl From<Reason> for Rank {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Due { overdue, .. } => Self::Due(Reverse(overdue)),
            Reason::NeverMet { joined_at, .. } => Self::NeverMet(Reverse(joined_at)),
        }
    }
}

#[cfg(test)]
mod tests;
