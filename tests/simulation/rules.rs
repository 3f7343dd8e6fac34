//! The rules that are compared.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};
use rapport::calendar::PeoplePerNudge;
use rapport::ids::PersonId;
use rapport::nudges::choose::{Candidate, ContactSoFar, WEEKLY_CAP, choose};

/// How the people of a nudge are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// There are no nudges.
    Nobody,
    /// Due ties by how overdue they are; people ignored more than once in a row come after everyone
    /// else for a while. The same members choose first each week.
    Before,
    /// What Rapport does.
    Now,
}

/// A person who can be named, and what the rule before needs to know.
pub(crate) struct Open {
    pub(crate) candidate: Candidate,
    pub(crate) behind_until: Option<DateTime<Utc>>,
}

const PLACES: usize = 3;

/// The people of the nudge of `member`.
pub(crate) fn chosen(
    rule: Rule,
    now: DateTime<Utc>,
    member: PersonId,
    open: &[Open],
) -> Vec<PersonId> {
    match rule {
        Rule::Nobody => Vec::new(),
        Rule::Before => before(now, open),
        Rule::Now => {
            let candidates: Vec<_> = open.iter().map(|it| it.candidate).collect();
            let chosen = choose(now, member, &candidates, PeoplePerNudge::default());
            chosen.iter().map(|it| it.person).collect()
        }
    }
}

fn before(now: DateTime<Utc>, open: &[Open]) -> Vec<PersonId> {
    let mut ranked: Vec<_> = open
        .iter()
        .filter(|it| it.candidate.not_before.is_none_or(|until| until <= now))
        .filter_map(|it| Some((it, rank(now, it)?)))
        .collect();
    ranked.sort_by_key(|(it, rank)| {
        let named = it.candidate.suggested_this_week;
        let over = named.saturating_sub(WEEKLY_CAP - 1);
        (over, *rank, named, it.candidate.person)
    });
    ranked.truncate(PLACES);
    ranked.iter().map(|(it, _)| it.candidate.person).collect()
}

/// Behind, a stranger, then by millionths of the interval or the newest.
type Rank = (bool, bool, Reverse<i64>);

fn rank(now: DateTime<Utc>, it: &Open) -> Option<Rank> {
    let behind = it.behind_until.is_some_and(|until| until > now);
    match it.candidate.contact {
        ContactSoFar::Met { last, circle } | ContactSoFar::Added { at: last, circle } => {
            let (ago, interval) = (now - last, circle.interval());
            let ratio = ago.num_seconds() * 1_000_000 / interval.num_seconds();
            (ago >= interval).then_some((behind, false, Reverse(ratio)))
        }
        ContactSoFar::Never { joined_at } => Some((behind, true, Reverse(joined_at?.timestamp()))),
    }
}

/// Until when a person comes after everyone else, after so many suggestions in a row without an
/// answer.
pub(crate) fn behind_until(nudge_at: DateTime<Utc>, in_a_row: u32) -> DateTime<Utc> {
    nudge_at + TimeDelta::days(14) * (1 << in_a_row.saturating_sub(1).min(8))
}
