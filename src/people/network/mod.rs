//! A member's network as a picture: the member in the centre, and around them the people they keep
//! in touch with. The longer overdue a person is, the further out.
//!
//! It leaves out people who are stopped, left, asked not to be tracked, and members who never talked
//! with the member. Snoozed people are drawn hollow, as the tie goes on.

pub(crate) mod chart;
mod layout;
pub(crate) mod view;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use super::{Known, TieState};
use crate::calendar::Circle;
use crate::calendar::circle::Overdue;
use crate::discord::names::Names;
use crate::ids::PersonId;
use crate::language::{Language, Text, text};

/// How far from the centre a tie is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Distance {
    /// The circle's interval has not passed.
    InTouch,
    /// The interval has passed.
    Due,
    /// The interval has passed twice.
    LongOverdue,
}

impl Distance {
    /// From the centre outwards.
    pub(crate) const ALL: [Self; 3] = [Self::InTouch, Self::Due, Self::LongOverdue];

    fn of(overdue: Overdue) -> Self {
        match overdue.ratio() {
            ratio if ratio < 1.0 => Self::InTouch,
            ratio if ratio < 2.0 => Self::Due,
            _ => Self::LongOverdue,
        }
    }

    /// The label of the ring in the picture.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::InTouch => text!("me-picture-in-touch"),
            Self::Due => text!("me-picture-due"),
            Self::LongOverdue => text!("me-picture-long-overdue"),
        }
    }

    /// The position across the ring, from 0 to 1. The last ring ends at five times the interval.
    fn into_ring(self, overdue: Overdue) -> f64 {
        let (begins, length) = match self {
            Self::InTouch => (0.0, 1.0),
            Self::Due => (1.0, 1.0),
            Self::LongOverdue => (2.0, 3.0),
        };
        ((overdue.ratio() - begins) / length).clamp(0.0, 1.0)
    }
}

/// A person in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Neighbour {
    /// The person.
    pub(crate) person: PersonId,
    /// Their name as last seen, made distinct from the others'.
    pub(crate) name: String,
    /// How often the member wants contact.
    pub(crate) circle: Circle,
    /// How overdue the tie is.
    pub(crate) overdue: Overdue,
    /// Whether the member snoozed them.
    pub(crate) snoozed: bool,
}

impl Neighbour {
    /// The ring they are in.
    #[must_use]
    pub(crate) fn distance(&self) -> Distance {
        Distance::of(self.overdue)
    }

    fn of(known: &Known, names: &Names, now: DateTime<Utc>, language: Language) -> Option<Self> {
        let state = known.state(now);
        if !matches!(state, TieState::Open | TieState::Away | TieState::Snoozed) {
            return None;
        }
        Some(Self {
            person: known.tie.other,
            circle: known.tie.circle,
            overdue: known.tie.overdue(now)?,
            snoozed: state == TieState::Snoozed,
            name: names.label(known.tie.other, language),
        })
    }
}

/// The people in a member's network, the most overdue first.
#[must_use]
pub(crate) fn network(known: &[Known], now: DateTime<Utc>, language: Language) -> Vec<Neighbour> {
    let names = known.iter().map(|it| (it.tie.other, it.name.clone()));
    let names: Names = names.collect();
    let people = known
        .iter()
        .filter_map(|it| Neighbour::of(it, &names, now, language));
    let mut people: Vec<_> = people.collect();
    people.sort_by_key(|it| (Reverse(it.overdue), it.person));
    people
}

#[cfg(test)]
mod tests;
