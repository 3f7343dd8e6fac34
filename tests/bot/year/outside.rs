//! People outside the server, each known to one member alone: their contact.

use rehearsal::UserId;

use super::cast::{Decision, TEAM, comes_in_week};

/// A contact as a member notes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contact {
    pub(super) owner: &'static str,
    first: &'static str,
    /// Stands for an id in the model. Real ones are far greater.
    pub(super) id: UserId,
    /// The day of the year on which the owner adds them.
    added_on: usize,
    /// The word of the kind, and the days that it proposes.
    pub(super) kind: Option<(&'static str, Option<i64>)>,
    /// The label of the circle, and its days.
    pub(super) circle: Option<(&'static str, i64)>,
    pub(super) birthday: Option<&'static str>,
    removed: bool,
}

const FIRST_NAMES: [&str; 3] = ["Ada", "Grace", "Linus"];
const KINDS: [Option<(&str, Option<i64>)>; 4] = [
    Some(("customer", Some(30))),
    None,
    Some(("friend", None)),
    Some(("manager", Some(7))),
];
const CIRCLES: [Option<(&str, i64)>; 3] = [
    None,
    Some(("Close (every week)", 7)),
    Some(("Distant (every 6 months)", 182)),
];
const BIRTHDAYS: [Option<&str>; 5] = [
    Some("17 Mar"),
    None,
    Some("8 Jul"),
    Some("29 Feb"),
    Some("2 Nov"),
];
/// How long contacts that are removed stay.
const KEPT: usize = 130;

impl Contact {
    /// No other person has this name.
    pub(super) fn name(&self) -> String {
        format!("{} of {}", self.first, self.owner)
    }

    /// The command that adds them.
    pub(super) fn line(&self) -> String {
        let option = |name: &str, value: Option<&str>| {
            value.map_or(String::new(), |value| format!(" {name}: {value}"))
        };
        format!(
            "/contact add name: {}{}{}{}",
            self.name(),
            option("kind", self.kind.map(|(kind, _)| kind)),
            option("circle", self.circle.map(|(label, _)| label)),
            option("birthday", self.birthday),
        )
    }
}

/// One to three contacts of each member, and one that two members who stop everyone add late: their
/// birthday is then all there is to tell.
fn all() -> impl Iterator<Item = Contact> {
    let members = TEAM.iter().flat_map(|(_, names)| *names).enumerate();
    let of_all = members.flat_map(|(member, owner)| {
        (0..=member % 3).map(move |nth| (owner, nth, member * 4 + nth))
    });
    let of_all = of_all.map(|(owner, nth, number)| Contact {
        owner,
        first: FIRST_NAMES[nth],
        id: UserId(number as u64 + 1),
        added_on: comes_in_week(owner) * 7 + 1 + number * 5 % 97,
        kind: KINDS[number % KINDS.len()],
        circle: CIRCLES[number % CIRCLES.len()],
        birthday: BIRTHDAYS[number % BIRTHDAYS.len()],
        removed: nth == 2,
    });
    let late = [("clara", 901, "19 Nov"), ("kenji", 902, "25 Nov")];
    of_all.chain(late.map(|(owner, id, birthday)| Contact {
        owner,
        first: "Katherine",
        id: UserId(id),
        added_on: 309,
        kind: None,
        circle: None,
        birthday: Some(birthday),
        removed: false,
    }))
}

/// Who is noted and removed on a day of the year.
pub(super) fn noted_on(day: usize) -> impl Iterator<Item = (&'static str, Decision)> {
    all().filter_map(move |contact| {
        let decision = if contact.added_on == day {
            Some(Decision::Note(contact))
        } else {
            let removed = contact.removed && contact.added_on + KEPT == day;
            removed.then_some(Decision::Remove(contact))
        };
        decision.map(|it| (contact.owner, it))
    })
}
