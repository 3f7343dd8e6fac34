//! A member's network as a picture: themselves in the middle, and around them the people they keep
//! in touch with, the further out the longer overdue.
//!
//! Who is stopped, left, asked not to be tracked or was never talked with is not in it; who is snoozed is,
//! hollow: the tie goes on.

pub mod chart;
mod layout;
pub mod view;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use super::{Known, Standing};
use crate::calendar::Circle;
use crate::calendar::circle::Overdue;
use crate::discord::names::Names;
use crate::ids::PersonId;

/// How far a tie is from its member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distance {
    /// The circle's interval has not passed.
    InTouch,
    /// It has.
    Due,
    /// It has passed twice.
    LongOverdue,
}

impl Distance {
    /// From the middle outwards.
    pub const ALL: [Self; 3] = [Self::InTouch, Self::Due, Self::LongOverdue];

    fn of(overdue: Overdue) -> Self {
        match overdue.ratio() {
            ratio if ratio < 1.0 => Self::InTouch,
            ratio if ratio < 2.0 => Self::Due,
            _ => Self::LongOverdue,
        }
    }

    /// What people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::InTouch => "in touch",
            Self::Due => "due",
            Self::LongOverdue => "long overdue",
        }
    }

    /// How far into its ring a tie is, from 0 to 1: the last ring ends at five times the interval.
    fn into_ring(self, overdue: Overdue) -> f64 {
        let (begins, length) = match self {
            Self::InTouch => (0.0, 1.0),
            Self::Due => (1.0, 1.0),
            Self::LongOverdue => (2.0, 3.0),
        };
        ((overdue.ratio() - begins) / length).clamp(0.0, 1.0)
    }
}

/// Somebody in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Who.
    pub person: PersonId,
    /// Their name as last seen, told apart from the others'.
    pub name: String,
    /// How often the member wants contact.
    pub circle: Circle,
    /// How far behind the tie is.
    pub overdue: Overdue,
    /// Whether the member wants no nudge about them for a while.
    pub snoozed: bool,
}

impl Neighbour {
    /// Which ring they are in.
    #[must_use]
    pub fn distance(&self) -> Distance {
        Distance::of(self.overdue)
    }

    fn of(known: &Known, names: &Names, now: DateTime<Utc>) -> Option<Self> {
        let standing = known.standing(now);
        if !matches!(standing, Standing::Open | Standing::Snoozed) {
            return None;
        }
        Some(Self {
            person: known.tie.other,
            circle: known.tie.circle,
            overdue: known.tie.overdue(now)?,
            snoozed: standing == Standing::Snoozed,
            name: names.label(known.tie.other),
        })
    }
}

/// The people of a member's network, the most overdue first.
#[must_use]
pub fn network(known: &[Known], now: DateTime<Utc>) -> Vec<Neighbour> {
    let names = known.iter().map(|it| (it.tie.other, it.name.clone()));
    let names: Names = names.collect();
    let people = known.iter().filter_map(|it| Neighbour::of(it, &names, now));
    let mut people: Vec<_> = people.collect();
    people.sort_by_key(|it| (Reverse(it.overdue), it.person));
    people
}

#[cfg(test)]
mod tests;
