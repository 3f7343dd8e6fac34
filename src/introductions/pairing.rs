//! The rules by which a round puts people together, over plain data.
//!
//! 1. Nobody meets a person who is kept apart from them, by either of the two, or a person they were
//!    introduced to in the last [`REST`].
//! 2. As many pairs as possible.
//! 3. Of all ways to do so, the one with the greatest sum of [`weight()`]s, which says what makes two
//!    people a good pair, and why.
//! 4. A person left over makes a three with the pair that suits them best, if there is one in which
//!    they may meet both. Three is the most.
//!
//! The matching is Edmonds' algorithm of rustworkx (`max_weight_matching`). `sparse` says how a
//! round of thousands stays fast.

mod sparse;
mod weight;

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::{PersonId, RoleId};
pub use weight::weight;

/// For how long two people who were introduced are not introduced again.
pub const REST: TimeDelta = TimeDelta::weeks(12);

/// A person who takes part in a round; each person at most once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The person.
    pub person: PersonId,
    /// Whether they came to the team in the last eight weeks.
    pub is_newcomer: bool,
    /// Their roles in the server, in order; empty if Discord did not say.
    pub roles: Vec<RoleId>,
    /// The hours of the day in UTC at which it is daytime for them.
    pub hours: Hours,
}

/// Hours of the day in UTC: bit 0 is the hour that begins at 00:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hours(pub u32);

/// What two people have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Relation {
    /// Whether one of them asked to be kept apart.
    pub is_apart: bool,
    /// When they last talked; `None` if never, as far as Rapport knows.
    pub talked_at: Option<DateTime<Utc>>,
    /// When they were last introduced; `None` if never.
    pub introduced_at: Option<DateTime<Utc>>,
    /// Whether one of them said what the other is to them.
    pub has_kind: bool,
}

/// All that a round is decided on.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The people who take part.
    pub people: Vec<Participant>,
    /// What two people have to do with each other, under the smaller id first. Most have nothing.
    pub relations: HashMap<(PersonId, PersonId), Relation>,
    /// When the round is decided; it also settles what else is equal, differently each round.
    pub now: DateTime<Utc>,
}

/// The people put together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    /// Each with two or three people in the order of their ids.
    pub groups: Vec<Vec<PersonId>>,
    /// The people who have nobody to meet.
    pub left_over: Vec<PersonId>,
}

impl Facts {
    fn relation(&self, one: PersonId, other: PersonId) -> Relation {
        let key = (one.min(other), one.max(other));
        self.relations.get(&key).copied().unwrap_or_default()
    }

    /// How well these two participants suit each other; `None` if they may not meet.
    fn weight(&self, one: &Participant, other: &Participant) -> Option<i32> {
        let relation = self.relation(one.person, other.person);
        may_meet(relation, self.now).then(|| weight(one, other, relation, self.now))
    }

    /// Whether these two may be introduced to each other.
    #[must_use]
    pub fn allows(&self, one: PersonId, other: PersonId) -> bool {
        may_meet(self.relation(one, other), self.now)
    }
}

/// Whether two people with this relation may be introduced to each other.
fn may_meet(relation: Relation, now: DateTime<Utc>) -> bool {
    let rests = relation.introduced_at.is_some_and(|at| now - at < REST);
    !relation.is_apart && !rests
}

/// Puts people together. Takes up to a second for 2,000 people: call it outside of async threads.
#[must_use]
pub fn pair(facts: &Facts) -> Pairing {
    let pairs = sparse::matching(facts.people.len(), |one, other| {
        facts.weight(facts.people.get(one)?, facts.people.get(other)?)
    });
    let mut matched = BTreeSet::new();
    let mut groups: Vec<Vec<usize>> = Vec::with_capacity(pairs.len());
    for (one, other) in pairs {
        matched.extend([one, other]);
        groups.push(vec![one, other]);
    }
    let mut left_over = Vec::new();
    for alone in (0..facts.people.len()).filter(|it| !matched.contains(it)) {
        match best_pair_for(facts, &groups, alone) {
            Some(group) => group.push_to(&mut groups, alone),
            None => left_over.push(alone),
        }
    }
    with_ids(facts, &groups, &left_over)
}

/// The index of a pair in the list of groups.
#[derive(Clone, Copy)]
struct GroupIndex(usize);

impl GroupIndex {
    fn push_to(self, groups: &mut [Vec<usize>], person: usize) {
        if let Some(group) = groups.get_mut(self.0) {
            group.push(person);
        }
    }
}

/// The index of the pair that a person who was left alone suits best, of those in which they may meet
/// both; `None` if there is none.
#[must_use]
pub(crate) fn best_pair(facts: &Facts, pairs: &[Vec<PersonId>], alone: PersonId) -> Option<usize> {
    let index = |person: &PersonId| facts.people.iter().position(|it| it.person == *person);
    // A person without facts suits nobody.
    let indices = |pair: &Vec<PersonId>| pair.iter().map(index).collect::<Option<Vec<_>>>();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|pair| indices(pair).unwrap_or_default())
        .collect();
    best_pair_for(facts, &pairs, index(&alone)?).map(|it| it.0)
}

/// The pair that a person left over suits best, of those in which they may meet both.
fn best_pair_for(facts: &Facts, groups: &[Vec<usize>], alone: usize) -> Option<GroupIndex> {
    let alone = facts.people.get(alone)?;
    let suits = |group: &Vec<usize>| -> Option<i32> {
        let [one, other] = group[..] else {
            return None;
        };
        let with_one = facts.weight(facts.people.get(one)?, alone)?;
        Some(with_one + facts.weight(facts.people.get(other)?, alone)?)
    };
    let suiting = groups.iter().enumerate();
    let suiting = suiting.filter_map(|(at, group)| Some((suits(group)?, at)));
    suiting.max().map(|(_, at)| GroupIndex(at))
}

/// The groups and the people left over, by their ids.
fn with_ids(facts: &Facts, groups: &[Vec<usize>], left_over: &[usize]) -> Pairing {
    let people = |indices: &[usize]| {
        let people = indices.iter().filter_map(|at| facts.people.get(*at));
        let mut people: Vec<_> = people.map(|it| it.person).collect();
        people.sort_unstable();
        people
    };
    let mut groups: Vec<_> = groups.iter().map(|group| people(group)).collect();
    groups.sort_unstable();
    Pairing {
        groups,
        left_over: people(left_over),
    }
}

#[cfg(test)]
mod tests;
