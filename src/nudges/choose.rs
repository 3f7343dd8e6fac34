//! The rules by which a nudge chooses people, over plain data.
//!
//! 1. Only people who may be named at all: not the member, nobody stopped, untracked, gone or kept
//!    apart by either of the two, nobody snoozed or resting after an earlier suggestion. People who
//!    are away are no candidates.
//! 2. First the due ties, then members never met who have joined.
//! 3. Of each, first those named least often in vain in the last eight weeks: named, and not acted
//!    on. Otherwise a member who never acts would see the same few people again and again. Then due
//!    ties by elapsed ÷ interval, and members never met the newest first.
//! 4. One of several places is a newcomer's, if there is one: a member never met who joined in the
//!    last eight weeks. A member who wants a single name gets the first one.
//! 5. Among due ties with the same count of these, a kind that is not in the nudge yet comes before one
//!    that is, so that a nudge with a choice names people of different kinds.
//! 6. No person is named to more than [`WEEKLY_CAP`] people in a week while there is another one to
//!    name. If there is none, the cap grows one by one, for the least often named first.
//!
//! Equal ranks go to the person named less often this week, then to the smaller id. The same facts
//! give the same answer, in whatever order they come.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::PeoplePerNudge;
use crate::calendar::circle::{Circle, Overdue};
use crate::ids::PersonId;
use crate::ties::Kind;

/// For how long a suggestion that was not acted on counts.
pub(crate) const IN_VAIN_FOR: TimeDelta = TimeDelta::weeks(8);

/// For how long a person is a newcomer.
pub(crate) const NEWCOMER_FOR: TimeDelta = TimeDelta::weeks(8);

/// To how many members a person is named in one ISO week, while there are others to name.
pub const WEEKLY_CAP: u32 = 3;

/// A person who could be named to the member: each person of the team, and each contact of the member,
/// at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The person.
    pub person: PersonId,
    /// The relation between member and person so far.
    pub contact: ContactSoFar,
    /// What they are to the member, if the member said so.
    pub kind: Option<Kind>,
    /// Why a nudge never names this person to this member, if so; any reason that applies.
    pub barrier: Option<Barrier>,
    /// The member's snooze: no nudge names this person before its end.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// The end of the rest after an earlier suggestion:
    /// [`rest_after_silence`](crate::ties::rest::rest_after_silence) or
    /// [`REST_AFTER_NOT_NOW`](crate::ties::rest::REST_AFTER_NOT_NOW), whichever is later.
    pub not_before: Option<DateTime<Utc>>,
    /// How often they were named to the member in the last [`IN_VAIN_FOR`] in suggestions that the
    /// member did not act on.
    pub in_vain: u32,
    /// To how many members they were named this ISO week.
    pub suggested_this_week: u32,
}

/// The relation between a member and a candidate so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactSoFar {
    /// They have talked.
    Met {
        /// The last time.
        last: DateTime<Utc>,
        /// How often the member wants contact.
        circle: Circle,
    },
    /// The member added the candidate as a contact, and no talk with them is logged.
    Added {
        /// When the member added them: the tie counts from then.
        at: DateTime<Utc>,
        /// How often the member wants contact.
        circle: Circle,
    },
    /// They have not talked, as far as Rapport knows.
    Never {
        /// When the candidate said yes to nudges or came to the server, if they are on the team's
        /// roster. Nudges name nobody else to people they never met.
        joined_at: Option<DateTime<Utc>>,
    },
}

/// Why a nudge never names a person to a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// The member stopped nudges about them.
    Stopped,
    /// They asked not to be tracked.
    Untracked,
    /// They are no longer in the team.
    Gone,
    /// One of the two asked to be kept apart.
    Apart,
}

/// A person named in a nudge, and the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The person.
    pub person: PersonId,
    /// The reason.
    pub reason: Reason,
}

/// Why a nudge names a person; the view has the sentence for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The circle's interval has passed since they last talked.
    Due {
        /// When they last talked; `None` with a contact, if no talk is logged.
        last: Option<DateTime<Utc>>,
        /// How often the member wants contact.
        circle: Circle,
        /// How far behind the tie is.
        overdue: Overdue,
    },
    /// They have never talked, as far as Rapport knows.
    NeverMet {
        /// When the other person joined.
        joined_at: DateTime<Utc>,
        /// How long ago they joined; not negative.
        joined_ago: TimeDelta,
    },
}

/// The people a nudge names to `member` now: at most `most`, the most pressing first. Empty if no
/// tie is due and nobody is new. `candidates` holds each person once, in any order.
#[must_use]
pub fn choose(
    now: DateTime<Utc>,
    member: PersonId,
    candidates: &[Candidate],
    most: PeoplePerNudge,
) -> Vec<Choice> {
    let mut open: Vec<_> = candidates
        .iter()
        .filter(|it| it.person != member && it.may_be_named(now))
        .filter_map(|it| it.reason(now).map(|reason| (it, reason)))
        .collect();
    open.sort_by_key(|(it, reason)| (it.rank(*reason), it.suggested_this_week, it.person));
    let mut ranked: Vec<_> = open.into_iter().enumerate().collect();
    // The sort is stable: below the cap the rank decides, and people at or above the cap come last.
    ranked.sort_by_key(|(_, (it, _))| it.suggested_this_week.saturating_sub(WEEKLY_CAP - 1));
    let places = usize::from(most.get());
    vary_kinds(&mut ranked, places);
    let is_newcomer = |(_, (it, reason)): &(_, (&Candidate, Reason))| {
        it.suggested_this_week < WEEKLY_CAP && reason.is_newcomer()
    };
    if let Some(newcomer) = ranked.iter().position(is_newcomer)
        && places > 1
        && newcomer >= places
    {
        ranked.swap(places - 1, newcomer);
    }
    ranked.truncate(places);
    ranked.sort_by_key(|(rank, _)| *rank);
    let chosen = ranked.into_iter().map(|(_, (it, reason))| Choice {
        person: it.person,
        reason,
    });
    chosen.collect()
}

/// Moves due ties of kinds that are not among the first `places` yet before ties of a kind that is.
/// Ties change places only with ties of the same [`Candidate::in_vain`].
fn vary_kinds(ranked: &mut [(usize, (&Candidate, Reason))], places: usize) {
    let equals = |(_, (it, reason)): &(usize, (&Candidate, Reason))| {
        let is_due = matches!(reason, Reason::Due { .. });
        let over_cap = it.suggested_this_week.saturating_sub(WEEKLY_CAP - 1);
        (is_due, it.in_vain, over_cap)
    };
    for place in 1..places.min(ranked.len()) {
        let (named, open) = ranked.split_at_mut(place);
        let is_fresh = |(_, (it, _)): &(usize, (&Candidate, Reason))| {
            it.kind.is_none() || named.iter().all(|(_, (named, _))| named.kind != it.kind)
        };
        let group = equals(&open[0]);
        let fresh = open
            .iter()
            .take_while(|it| equals(it) == group)
            .position(is_fresh);
        if let Some(fresh) = fresh {
            open[..=fresh].rotate_right(1);
        }
    }
}

impl Candidate {
    /// Whether only a newcomer, of the people the member never met, can come before them.
    #[must_use]
    pub(crate) fn is_before_strangers(&self, now: DateTime<Utc>) -> bool {
        self.may_be_named(now)
            && matches!(self.reason(now), Some(Reason::Due { .. }))
            && self.suggested_this_week < WEEKLY_CAP
    }

    fn may_be_named(&self, now: DateTime<Utc>) -> bool {
        let over = |until: Option<DateTime<Utc>>| until.is_none_or(|until| until <= now);
        self.barrier.is_none() && over(self.snoozed_until) && over(self.not_before)
    }

    fn rank(&self, reason: Reason) -> Rank {
        match reason {
            Reason::Due { overdue, .. } => Rank::Due(self.in_vain, Reverse(overdue)),
            Reason::NeverMet { joined_at, .. } => Rank::NeverMet(self.in_vain, Reverse(joined_at)),
        }
    }

    fn reason(&self, now: DateTime<Utc>) -> Option<Reason> {
        let due = |last, from, circle| {
            let overdue = Overdue::new(from, circle, now);
            overdue.is_due().then_some(Reason::Due {
                last,
                circle,
                overdue,
            })
        };
        match self.contact {
            ContactSoFar::Met { last, circle } => due(Some(last), last, circle),
            ContactSoFar::Added { at, circle } => due(None, at, circle),
            ContactSoFar::Never { joined_at } => joined_at.map(|joined_at| Reason::NeverMet {
                joined_at,
                joined_ago: (now - joined_at).max(TimeDelta::zero()),
            }),
        }
    }
}

impl Reason {
    fn is_newcomer(self) -> bool {
        matches!(self, Self::NeverMet { joined_ago, .. } if joined_ago <= NEWCOMER_FOR)
    }
}

/// The order in which people are named. Both count how often they were named in vain.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Due(u32, Reverse<Overdue>),
    NeverMet(u32, Reverse<DateTime<Utc>>),
}

#[cfg(test)]
mod tests;
