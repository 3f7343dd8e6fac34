//! Talks in voice channels: two to five people who are together for ten minutes have talked. A
//! pair counts if both switched it on; what is stored is the pair, the day and the minutes.

pub(crate) mod action;
pub(crate) mod commands;
pub(crate) mod store;
mod tracker;
pub(crate) mod view;
pub(crate) mod worker;

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::{PersonId, TeamId};

/// How long two people are together before it is a talk.
pub(crate) const SHORTEST_TALK: TimeDelta = TimeDelta::minutes(10);

/// A shorter time apart does not end a talk; it does not count to it either.
pub(crate) const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(2);

/// More people than this in a channel are a meeting, in which not everybody talks with everybody.
pub(crate) const MOST_PEOPLE: usize = 5;

/// Whether a member's talks in voice channels count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// They do.
    On,
    /// They don't: the member did not ask for it.
    Off,
    /// They don't: the server has it switched off.
    OffForAll,
}

/// Two people of a team; the one with the smaller id comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pair {
    /// The team.
    pub(crate) team: TeamId,
    /// One of them.
    pub(crate) one: PersonId,
    /// The other one.
    pub(crate) other: PersonId,
}

/// How long two people have been together so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Together {
    /// They.
    pub(crate) pair: Pair,
    /// When it began.
    pub(crate) since: DateTime<Utc>,
    /// For how long they were together, without pauses.
    pub(crate) length: TimeDelta,
    /// How many of these minutes are stored.
    pub(crate) stored: i64,
}
