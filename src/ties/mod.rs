//! A tie: one member's side of the relation with another person.

pub mod kind;
pub(crate) mod rest;
pub(crate) mod snooze;
pub mod store;
pub(crate) mod view;

use chrono::{DateTime, Utc};

use crate::ids::PersonId;

pub use kind::Kind;
pub use snooze::Snooze;

use crate::calendar::circle::{Overdue, due_at};
use crate::calendar::{Absence, Circle};

/// One member's side of the relation with another person.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is known of a tie by itself, and none excludes another"
)]
pub(crate) struct Tie {
    /// The other person.
    pub(crate) other: PersonId,
    /// How often the member wants contact: their own choice, or the team's.
    pub(crate) circle: Circle,
    /// Whether the member chose the circle.
    pub(crate) own_circle: bool,
    /// What the other person is to the member, if they said so.
    pub(crate) kind: Option<Kind>,
    /// When the two last talked, if ever.
    pub(crate) last_met_at: Option<DateTime<Utc>>,
    /// When the member added the other person, if that is a contact: the tie counts from then until
    /// they talk.
    pub(crate) added_at: Option<DateTime<Utc>>,
    /// When the other person said yes to nudges, or came to the server if they are on the roster.
    /// Without it, nudges don't name them to people they never met.
    pub(crate) joined_at: Option<DateTime<Utc>>,
    /// Whether the other person asked not to be tracked: nudges then name them to nobody.
    pub(crate) untracked: bool,
    /// Whether the other person left the server: nudges then name them to nobody.
    pub(crate) gone: bool,
    /// The other person's absence, which may be over.
    pub(crate) absence: Option<Absence>,
    /// Whether the member stopped nudges about them.
    pub(crate) stopped: bool,
    /// Whether the member keeps the two apart. The other person never learns of it.
    pub(crate) apart: bool,
    /// The end of the member's snooze.
    pub(crate) snoozed_until: Option<DateTime<Utc>>,
    /// The end of the rest after a suggestion.
    pub(crate) not_before: Option<DateTime<Utc>>,
}

impl Tie {
    /// A tie that is not stored yet.
    #[must_use]
    pub(crate) fn new(other: PersonId, circle: Circle) -> Self {
        Self {
            other,
            circle,
            own_circle: false,
            kind: None,
            last_met_at: None,
            added_at: None,
            joined_at: None,
            untracked: false,
            gone: false,
            absence: None,
            stopped: false,
            apart: false,
            snoozed_until: None,
            not_before: None,
        }
    }

    /// When the snooze ends, if it holds at `now`.
    #[must_use]
    pub(crate) fn snoozed(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.snoozed_until.filter(|until| *until > now)
    }

    /// The other person's absence, if it holds at `now`.
    #[must_use]
    pub(crate) fn away(&self, now: DateTime<Utc>) -> Option<Absence> {
        self.absence.filter(|absence| absence.holds(now))
    }

    /// The time from which the circle's interval counts; `None` for members they never talked with.
    fn counts_from(&self) -> Option<DateTime<Utc>> {
        self.last_met_at.or(self.added_at)
    }

    /// How overdue the tie is; `None` for members they never talked with.
    #[must_use]
    pub(crate) fn overdue(&self, now: DateTime<Utc>) -> Option<Overdue> {
        self.counts_from()
            .map(|from| Overdue::new(from, self.circle, now))
    }

    /// When the tie becomes due; `None` for members they never talked with.
    #[must_use]
    pub(crate) fn due_at(&self) -> Option<DateTime<Utc>> {
        self.counts_from().map(|from| due_at(from, self.circle))
    }

    /// The earliest time at which a nudge may name them; `None` if never, as things stand.
    #[must_use]
    pub(crate) fn nameable_from(&self) -> Option<DateTime<Utc>> {
        let from = self.due_at().or(self.joined_at)?;
        let away_until = self.absence.map(|absence| absence.until);
        let waits = [Some(from), self.snoozed_until, self.not_before, away_until];
        waits
            .into_iter()
            .flatten()
            .max()
            .filter(|_| !self.stopped && !self.apart && !self.untracked && !self.gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_can_be_named_once_due_rested_and_not_snoozed() {
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
        let away = Tie {
            absence: at(30).map(|until| Absence {
                until,
                back_on: until.date_naive(),
            }),
            ..snoozed.clone()
        };
        assert_eq!(away.nameable_from(), at(30));
        let stopped = Tie {
            stopped: true,
            ..met
        };
        assert_eq!(stopped.nameable_from(), None);
        assert_eq!(
            Tie::new(PersonId(2), Circle::Close).nameable_from(),
            None,
            "a person neither met nor joined is never named"
        );
        let contact = Tie {
            added_at: at(3),
            ..Tie::new(PersonId(-2), Circle::Close)
        };
        assert_eq!(contact.nameable_from(), at(10));
    }
}
