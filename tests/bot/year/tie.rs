//! One member's side of a relation, and the place it gives the other among the people to name.

use chrono::{DateTime, TimeDelta, Utc};

/// The team's circle of a month, for members who chose none.
const INTERVAL: TimeDelta = TimeDelta::days(30);
const REST: TimeDelta = TimeDelta::days(14);
/// For how long a suggestion in vain counts, and a newcomer is one.
const EIGHT_WEEKS: TimeDelta = TimeDelta::days(56);
const REST_AS_ASKED: TimeDelta = TimeDelta::days(30);
/// The second Monday at nine may come earlier than 14 days later by a clock change.
const CLOCK_CHANGE: TimeDelta = TimeDelta::hours(2);

/// One member's side of a relation.
#[derive(Debug, Clone, Default)]
pub(super) struct Tie {
    pub(super) last: Option<DateTime<Utc>>,
    /// When the member noted the other, if that is a contact: counts until they talk.
    pub(super) noted: Option<DateTime<Utc>>,
    pub(super) stopped: bool,
    /// Whether the member keeps the two apart.
    pub(super) apart: bool,
    /// The chosen interval in days; `None` is the team's.
    pub(super) circle: Option<i64>,
    /// What the other is to the member, and the interval that it proposes.
    pub(super) kind: Option<(&'static str, Option<i64>)>,
    pub(super) snoozed: Option<DateTime<Utc>>,
    /// The last suggestion without an answer.
    pub(super) unanswered: Option<DateTime<Utc>>,
    /// All suggestions without an answer.
    pub(super) in_vain: Vec<DateTime<Utc>>,
    pub(super) not_now: Option<DateTime<Utc>>,
}

/// The order of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) order: Order,
    /// Whether they joined in the last eight weeks. It follows from the order.
    pub(super) newcomer: bool,
}

/// People met before people never met. Of each, those named least often in vain first; then the
/// longest silence for its circle, or the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    /// Silence ÷ interval, in millionths.
    Met(usize, std::cmp::Reverse<i64>),
    Never(usize, std::cmp::Reverse<DateTime<Utc>>),
}

/// What a member does about a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Talked,
    NotNow,
    Stop,
}

/// What a member chooses about another, as the bot labels it or in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Circle(&'static str, i64),
    OwnDays(i64),
    Snooze(&'static str, i64),
    /// The word of the kind, and the days that it proposes.
    Kind(&'static str, Option<i64>),
    Stop,
    Resume,
    Apart,
    Together,
}

impl Tie {
    fn interval(&self) -> TimeDelta {
        self.circle.map_or(INTERVAL, TimeDelta::days)
    }

    /// Since when the interval passes.
    pub(super) fn counts_from(&self) -> Option<DateTime<Utc>> {
        self.last.or(self.noted)
    }

    /// Whether the member wants no nudge about the other at `at`.
    fn is_unwanted(&self, at: DateTime<Utc>) -> bool {
        let asked = self.not_now.is_some_and(|said| at < said + REST_AS_ASKED);
        let snoozed = self.snoozed.is_some_and(|until| at < until);
        self.stopped || asked || snoozed
    }

    /// Whether a nudge at `at` tells of a date of the other; `alone` if it suggests nobody.
    pub(super) fn is_told_of(&self, at: DateTime<Utc>, alone: bool) -> bool {
        let is_near = self.interval() <= INTERVAL;
        self.counts_from().is_some() && !self.apart && !self.is_unwanted(at) && (is_near || !alone)
    }

    /// The place of the other, who joined at this time; `None` if they may not be suggested.
    pub(super) fn rank(&self, joined: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Option<Rank> {
        let rests = self
            .unanswered
            .is_some_and(|named| at < named + REST - CLOCK_CHANGE);
        if self.is_unwanted(at) || rests {
            return None;
        }
        let interval = self.interval();
        let counts = |named: &&DateTime<Utc>| {
            at < **named + EIGHT_WEEKS - CLOCK_CHANGE && self.last.is_none_or(|last| last < **named)
        };
        let in_vain = self.in_vain.iter().filter(counts).count();
        let order = match self.counts_from() {
            Some(from) if at - from < interval => return None,
            Some(from) => {
                let millionths = (at - from).num_seconds() * 1_000_000 / interval.num_seconds();
                Order::Met(in_vain, std::cmp::Reverse(millionths))
            }
            None => Order::Never(in_vain, std::cmp::Reverse(joined?)),
        };
        Some(Rank {
            order,
            newcomer: matches!(order, Order::Never(_, joined) if at - joined.0 <= EIGHT_WEEKS),
        })
    }

    /// The other is this to the member from now on: it proposes a circle, unless the member chose one.
    pub(super) fn is_of_kind(&mut self, kind: &'static str, proposes: Option<i64>) {
        let earlier = self.kind.and_then(|(_, proposed)| proposed);
        if self.circle.is_none() || self.circle == earlier {
            self.circle = proposes;
        }
        self.kind = Some((kind, proposes));
    }
}

impl Rank {
    /// Whether one of several places is theirs.
    pub(super) fn is_newcomer(&self) -> bool {
        self.newcomer
    }

    /// Whether the two never met.
    pub(super) fn is_never(&self) -> bool {
        matches!(self.order, Order::Never(..))
    }

    /// Whether the two come before each other only by how overdue they are: then a kind that is not
    /// named yet comes before one that is.
    pub(super) fn is_level_with(&self, other: &Self) -> bool {
        match (self.order, other.order) {
            (Order::Met(mine, _), Order::Met(theirs, _)) => mine == theirs,
            _ => false,
        }
    }
}
