//! A tie: one member's side of a relation with one other person.

pub mod rest;
pub mod snooze;
pub mod store;
pub mod view;

use chrono::{DateTime, Utc};

use crate::ids::PersonId;

pub use snooze::Snooze;

use crate::calendar::Circle;
use crate::calendar::circle::{Overdue, due_at};

/// One member's side of a relation, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is known of a tie by itself, and none excludes another"
)]
pub struct Tie {
    /// The other person.
    pub other: PersonId,
    /// How often the member wants contact: their own choice, or the team's.
    pub circle: Circle,
    /// Whether the member chose the circle.
    pub own_circle: bool,
    /// When the two last spoke, if ever.
    pub last_met_at: Option<DateTime<Utc>>,
    /// When the other one said yes to nudges, or came, if they are on the roster: only then are they
    /// named to people they never met.
    pub joined_at: Option<DateTime<Utc>>,
    /// Whether the other one asked not to be tracked: they are named to nobody.
    pub untracked: bool,
    /// Whether the other one left the server: they are named to nobody.
    pub gone: bool,
    /// Whether the member wants no more nudges about them.
    pub stopped: bool,
    /// The member's own wish not to hear of them before.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// The end of the rest after an earlier suggestion.
    pub not_before: Option<DateTime<Utc>>,
}

impl Tie {
    /// With somebody nothing is known of.
    #[must_use]
    pub fn new(other: PersonId, circle: Circle) -> Self {
        Self {
            other,
            circle,
            own_circle: false,
            last_met_at: None,
            joined_at: None,
            untracked: false,
            gone: false,
            stopped: false,
            snoozed_until: None,
            not_before: None,
        }
    }

    /// Until when it is snoozed, if it is.
    #[must_use]
    pub fn snoozed(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.snoozed_until.filter(|until| *until > now)
    }

    /// How far behind it is; nothing is, with somebody never met.
    #[must_use]
    pub fn overdue(&self, now: DateTime<Utc>) -> Option<Overdue> {
        self.last_met_at
            .map(|last| Overdue::new(last, self.circle, now))
    }

    /// When it falls due.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.last_met_at.map(|last| due_at(last, self.circle))
    }

    /// The first instant at which a nudge may name them; `None` is never, as things stand.
    #[must_use]
    pub fn nameable_from(&self) -> Option<DateTime<Utc>> {
        let from = self.due_at().or(self.joined_at)?;
        let waits = [Some(from), self.snoozed_until, self.not_before];
        waits
            .into_iter()
            .flatten()
            .max()
            .filter(|_| !self.stopped && !self.untracked && !self.gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nudge_waits_for_whatever_ends_last() {
        let at = |day: i64| DateTime::from_timestamp(day * 86400, 0);
        let met = Tie {
            last_met_at: at(0),
            ..Tie::new(PersonId(2), Circle::Close)
        };
        assert_eq!(met.nameable_from(), at(7));
        let snoozed = Tie {
            snoozed_until: at(20),
            not_before: at(14),
            ..met.clone()
        };
        assert_eq!(snoozed.nameable_from(), at(20));
        assert_eq!(snoozed.due_at(), at(7), "a snooze leaves the rhythm alone");
        let stopped = Tie {
            stopped: true,
            ..met
        };
        assert_eq!(stopped.nameable_from(), None);
        assert_eq!(
            Tie::new(PersonId(2), Circle::Close).nameable_from(),
            None,
            "who is not met and has not joined is named to nobody"
        );
    }
}
