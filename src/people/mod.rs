//! The people a member keeps in touch with: their own side of each tie, and nobody else's.

pub mod action;
pub mod commands;
pub mod network;
pub mod store;
pub mod talks;
pub mod view;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::calendar::Circle;
use crate::calendar::circle::Overdue;
use crate::discord::names::{Names, PersonName};
use crate::encounters::How;
use crate::encounters::LogOutcome;
use crate::encounters::note::Note;
use crate::encounters::when::Precision;
use crate::ids::{EncounterId, PersonId};
use crate::kudos::store::Between;
use crate::ties::{Snooze, Tie};

/// How many people a page of the list has.
const PAGE: usize = 10;

/// Which people a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Show {
    /// Whose circle's interval has passed, and who can be named in a nudge.
    Due,
    /// Everybody.
    #[default]
    All,
    /// Those not to be heard of for a while.
    Snoozed,
    /// Those not to be nudged about any more.
    Stopped,
}

impl Show {
    /// The word for it in the command and in buttons.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The list that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// Somebody the member has a tie with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The member's side of the tie.
    pub tie: Tie,
    /// The other one's name as last seen; empty if none is kept.
    pub name: PersonName,
}

/// How a tie stands; in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Counts towards nudges.
    Open,
    /// Not for a while.
    Snoozed,
    /// Not any more.
    Stopped,
    /// They asked not to be tracked.
    Untracked,
    /// They left the server.
    Gone,
}

impl Known {
    /// How the tie stands.
    #[must_use]
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        if self.tie.gone {
            Standing::Gone
        } else if self.tie.stopped {
            Standing::Stopped
        } else if self.tie.untracked {
            Standing::Untracked
        } else if self.tie.snoozed(now).is_some() {
            Standing::Snoozed
        } else {
            Standing::Open
        }
    }

    fn is_in(&self, show: Show, now: DateTime<Utc>) -> bool {
        let standing = self.standing(now);
        match show {
            Show::Due => {
                let due = self.tie.overdue(now).is_some_and(Overdue::is_due);
                standing == Standing::Open && due
            }
            Show::All => {
                let chosen = standing != Standing::Open || self.tie.own_circle;
                self.tie.last_met_at.is_some() || chosen
            }
            Show::Snoozed => standing == Standing::Snoozed,
            Show::Stopped => self.tie.stopped,
        }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Which list.
    pub show: Show,
    /// The people on it.
    pub people: Vec<Known>,
    /// Its number, from 1.
    pub number: usize,
    /// How many pages there are, at least one.
    pub of: usize,
    /// How many people are on all of them.
    pub in_all: usize,
    /// How many talks the member has in which nobody else is left.
    pub with_nobody_left: i64,
}

impl Page {
    /// What the people on it are called.
    #[must_use]
    pub fn names(&self) -> Names {
        let people = self.people.iter();
        people.map(|it| (it.tie.other, it.name.clone())).collect()
    }
}

/// The page of this number, or the nearest there is: the most overdue first, then who is snoozed,
/// then those of whom no nudge comes.
#[must_use]
pub fn page(known: Vec<Known>, show: Show, number: usize, now: DateTime<Utc>) -> Page {
    let mut shown: Vec<_> = known.into_iter().filter(|it| it.is_in(show, now)).collect();
    shown.sort_by_key(|it| {
        let overdue = Reverse(it.tie.overdue(now));
        (it.standing(now), overdue, it.tie.other)
    });
    let in_all = shown.len();
    let of = in_all.div_ceil(PAGE).max(1);
    let number = number.clamp(1, of);
    let people = shown.into_iter().skip((number - 1) * PAGE).take(PAGE);
    Page {
        show,
        people: people.collect(),
        number,
        of,
        in_all,
        with_nobody_left: 0,
    }
}

/// One conversation with somebody, as the member may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// The encounter.
    pub encounter: EncounterId,
    /// When.
    pub happened_at: DateTime<Utc>,
    /// How much of that was said; `None` for a talk of just now.
    pub stated: Option<Precision>,
    /// How, if it was said.
    pub how: Option<How>,
    /// Who logged it.
    pub logged_by: PersonId,
    /// Their name as last seen; empty if none is kept.
    pub logger: PersonName,
    /// The member's own note to it, nobody else's.
    pub note: Option<Note>,
}

/// Everything a member may know of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The tie, and the name.
    pub known: Known,
    /// The last conversations, the latest first.
    pub talks: Vec<Talk>,
    /// How often the two thanked each other.
    pub kudos: Between,
    /// How often since they last spoke; `None` if they never did.
    pub kudos_since: Option<Between>,
}

/// What can be pressed, chosen or written on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum CardStep {
    /// The two talked just now.
    Talked,
    /// No more nudges about this person.
    Stop,
    /// Nudges about this person again.
    Resume,
    /// A snooze was chosen, or its end.
    Snooze,
    /// A circle was chosen.
    Circle,
    /// A number of days was written.
    Days,
    /// A conversation was chosen that the member was not in.
    Absent,
    /// Show the card.
    Show,
}

impl CardStep {
    /// The word for it in a button.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The step that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// What a member changes about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// No more nudges about them.
    Stop,
    /// Nudges about them again.
    Resume,
    /// No nudge about them for a while; `None` ends that.
    Snooze(Option<Snooze>),
    /// How often contact is wanted.
    Circle(Circle),
    /// The member was not in this conversation.
    Absent(EncounterId),
}

/// What was done, to be told on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The two talked; this came of logging it.
    Talked(LogOutcome),
    /// Nudges about them ended.
    Stopped,
    /// Nudges about them came back.
    Resumed,
    /// Snoozed until then.
    Snoozed(DateTime<Utc>),
    /// The snooze ended.
    Awake,
    /// The circle was set.
    Circle(Circle),
    /// The member was taken out of the conversation of then.
    Withdrawn(DateTime<Utc>),
    /// The member is in no such conversation.
    NotIn,
}

#[cfg(test)]
mod tests;
