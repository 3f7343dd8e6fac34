//! The people a member keeps in touch with: only the member's own side of each tie.

pub(crate) mod action;
pub(crate) mod commands;
pub(crate) mod network;
pub(crate) mod store;
pub(crate) mod talks;
pub(crate) mod view;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use strum::{Display, EnumString, VariantArray};

use crate::calendar::circle::Overdue;
use crate::calendar::{Circle, YearlyDay};
use crate::dates::PersonDates;
use crate::discord::names::{Names, PersonName};
use crate::encounters::How;
use crate::encounters::LogOutcome;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, PersonId};
use crate::kudos::store::Between;
use crate::language::{Text, text};
use crate::ties::{Kind, Snooze, Tie};
use crate::when::Precision;

/// How many people a page of the list has.
const PAGE: usize = 10;

/// The lists that `/people` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Show {
    /// People whose tie is due, and who can be named in a nudge.
    Due,
    /// Everyone.
    #[default]
    All,
    /// Snoozed people.
    Snoozed,
    /// People the member stopped nudges about.
    Stopped,
    /// The member's contacts outside the server, in whatever state.
    Contacts,
}

/// A person the member has a tie with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// The member's side of the tie.
    pub(crate) tie: Tie,
    /// The other person's name as last seen; empty if none is stored.
    pub(crate) name: PersonName,
}

/// The state of a tie, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TieState {
    /// Nudges can name them.
    Open,
    /// They are away.
    Away,
    /// The member snoozed them.
    Snoozed,
    /// The member stopped nudges about them.
    Stopped,
    /// The member keeps the two apart.
    Apart,
    /// They asked not to be tracked.
    Untracked,
    /// They left the server.
    Gone,
}

impl Known {
    /// The state of the tie.
    #[must_use]
    pub(crate) fn state(&self, now: DateTime<Utc>) -> TieState {
        if self.tie.gone {
            TieState::Gone
        } else if self.tie.apart {
            TieState::Apart
        } else if self.tie.stopped {
            TieState::Stopped
        } else if self.tie.untracked {
            TieState::Untracked
        } else if self.tie.snoozed(now).is_some() {
            TieState::Snoozed
        } else if self.tie.away(now).is_some() {
            TieState::Away
        } else {
            TieState::Open
        }
    }

    fn is_in(&self, show: Show, now: DateTime<Utc>) -> bool {
        let state = self.state(now);
        match show {
            Show::Due => {
                let due = self.tie.overdue(now).is_some_and(Overdue::is_due);
                state == TieState::Open && due
            }
            Show::All => {
                let chosen =
                    state != TieState::Open || self.tie.own_circle || self.tie.kind.is_some();
                self.tie.last_met_at.is_some() || chosen || self.tie.other.is_contact()
            }
            Show::Contacts => self.tie.other.is_contact(),
            Show::Snoozed => state == TieState::Snoozed,
            Show::Stopped => self.tie.stopped || self.tie.apart,
        }
    }
}

/// Which people a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    /// The list.
    pub(crate) show: Show,
    /// Only people of this kind; `None` is all.
    pub(crate) kind: Option<Kind>,
}

impl Filter {
    fn lets_in(self, known: &Known, now: DateTime<Utc>) -> bool {
        known.is_in(self.show, now) && (self.kind.is_none() || self.kind == known.tie.kind)
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// Which list.
    pub(crate) filter: Filter,
    /// The people on it.
    pub(crate) people: Vec<Known>,
    /// The number of the page, from 1.
    pub(crate) number: usize,
    /// How many pages there are, at least one.
    pub(crate) of: usize,
    /// How many people are on all of them.
    pub(crate) in_all: usize,
    /// How many talks of the member have nobody else left in them.
    pub(crate) with_nobody_left: i64,
}

impl Page {
    /// The names of the people on the page.
    #[must_use]
    pub(crate) fn names(&self) -> Names {
        let people = self.people.iter();
        people.map(|it| (it.tie.other, it.name.clone())).collect()
    }
}

/// The page with this number, or the nearest one. The order is: the most overdue first, then
/// snoozed people, then people no nudge names.
#[must_use]
pub(crate) fn page(known: Vec<Known>, filter: Filter, number: usize, now: DateTime<Utc>) -> Page {
    let known = known.into_iter();
    let mut shown: Vec<_> = known.filter(|it| filter.lets_in(it, now)).collect();
    shown.sort_by_key(|it| {
        let overdue = Reverse(it.tie.overdue(now));
        (it.state(now), overdue, it.tie.other)
    });
    let in_all = shown.len();
    let of = in_all.div_ceil(PAGE).max(1);
    let number = number.clamp(1, of);
    let people = shown.into_iter().skip((number - 1) * PAGE).take(PAGE);
    Page {
        filter,
        people: people.collect(),
        number,
        of,
        in_all,
        with_nobody_left: 0,
    }
}

/// A talk with a person, as the member may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PastTalk {
    /// The encounter.
    pub(crate) encounter: EncounterId,
    /// When it happened.
    pub(crate) happened_at: DateTime<Utc>,
    /// How precisely the logger said it; `None` if they logged it as just now.
    pub(crate) stated: Option<Precision>,
    /// How they talked, if known.
    pub(crate) how: Option<How>,
    /// For how long they were together in voice channels that day; `None` for a talk that a member
    /// logged.
    pub(crate) minutes: Option<i64>,
    /// The member who logged it.
    pub(crate) logged_by: PersonId,
    /// Their name as last seen; empty if none is stored.
    pub(crate) logger: PersonName,
    /// The member's own note on it; never a note of others.
    pub(crate) note: Option<Note>,
}

/// What a member notes about a contact, beside their tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContactDetails {
    /// The contact's name; in place of a username stands the organisation, which may be empty.
    pub(crate) name: PersonName,
    /// Their birthday.
    pub(crate) birthday: Option<YearlyDay>,
}

/// A step on the card of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum ContactStep {
    /// Ask for name, organisation and birthday.
    Edit,
    /// The written name, organisation and birthday.
    Save,
    /// Ask whether to remove the contact.
    AskRemove,
    /// Remove the contact.
    Remove,
}

impl PastTalk {
    /// How they talked, in words.
    #[must_use]
    pub(crate) fn way(&self) -> Option<Text> {
        match self.minutes {
            Some(minutes) => Some(text!("talks-voice-minutes", minutes)),
            None => self.how.and_then(How::phrase),
        }
    }

    /// Whether this member can delete it: it is theirs, or one in voice, which nobody logged.
    #[must_use]
    pub(crate) fn is_deleted_by(&self, member: PersonId) -> bool {
        self.logged_by == member || self.minutes.is_some()
    }
}

/// Everything a member may see about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    /// The tie, and the person's name.
    pub(crate) known: Known,
    /// What the member noted about them, if they are a contact.
    pub(crate) contact: Option<ContactDetails>,
    /// The last talks, the latest first.
    pub(crate) talks: Vec<PastTalk>,
    /// The person's dates, if the two have talked.
    pub(crate) dates: PersonDates,
    /// How often the two thanked each other.
    pub(crate) kudos: Between,
    /// How often since the last talk; `None` if they never talked.
    pub(crate) kudos_since: Option<Between>,
}

/// A step on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum CardStep {
    /// The two talked just now.
    Talked,
    /// No more nudges about this person.
    Stop,
    /// Nudges about this person, after they were stopped.
    Resume,
    /// The chosen snooze, or its end.
    Snooze,
    /// The chosen circle.
    Circle,
    /// The written number of days.
    Days,
    /// The chosen kind.
    Kind,
    /// Neither is suggested to the other.
    Apart,
    /// The member no longer keeps the two apart.
    Together,
    /// A talk was chosen in which the member did not take part.
    Absent,
    /// Show the card.
    Show,
    /// Show the card in the team that was chosen, to which the person may be new.
    Open,
}

/// What a member changes about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TieChange {
    /// No more nudges about them.
    Stop,
    /// Nudges about them, after they were stopped.
    Resume,
    /// No nudge about them for a while; `None` ends that.
    Snooze(Option<Snooze>),
    /// How often the member wants contact.
    Circle(Circle),
    /// What they are to the member; `None` is not said.
    Kind(Option<Kind>),
    /// Neither is suggested to the other.
    Apart,
    /// The member no longer keeps the two apart.
    Together,
    /// The member did not take part in this talk.
    Absent(EncounterId),
}

/// What the member just did, which the card says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// The two talked; the result of logging it.
    Talked(LogOutcome),
    /// Nudges about them were stopped.
    Stopped,
    /// Nudges about them are back on.
    Resumed,
    /// Snoozed until then.
    Snoozed(DateTime<Utc>),
    /// The snooze ended.
    Awake,
    /// The circle was set.
    Circle(Circle),
    /// The kind was set.
    Kind(Option<Kind>),
    /// Neither is suggested to the other.
    Apart,
    /// The two are no longer kept apart.
    Together,
    /// The member was removed from the talk of this time.
    Withdrawn(DateTime<Utc>),
    /// The member took part in no such talk.
    NotIn,
    /// The contact was added.
    ContactAdded,
    /// The contact's details were changed.
    ContactChanged,
    /// The card was opened to change the contact.
    ContactOpened,
}

#[cfg(test)]
mod tests;
