//! Checks every nudge of the year against the model, and sums up the year.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use rehearsal::{MessageId, UserId};

use super::model::{Answer, CAP, Due, Model, Rank, Slot};

/// A direct message from the bot.
#[derive(Debug, Clone)]
pub(super) struct Arrived {
    pub(super) message: MessageId,
    pub(super) to: UserId,
    pub(super) sent: DateTime<Utc>,
    /// The bot's id of the nudge: nudges are numbered in the order they are made.
    pub(super) number: u64,
    /// The people it suggests.
    pub(super) names: Vec<UserId>,
    /// The people it names for a date alone.
    pub(super) dated: BTreeSet<UserId>,
    /// What it says of each person's dates.
    pub(super) dates: BTreeMap<UserId, BTreeSet<String>>,
    /// The people it calls back since some day.
    pub(super) back: BTreeSet<UserId>,
}

#[derive(Default)]
pub(super) struct Account {
    pub(super) nudges: usize,
    only_dates: usize,
    dates: usize,
    back: usize,
    nobody: usize,
    left_out: usize,
    weeks: BTreeSet<(UserId, i32, u32)>,
    /// When each person was named to each member.
    named: BTreeMap<(UserId, UserId), Vec<DateTime<Utc>>>,
    never_met: usize,
    of_contacts: usize,
    over_cap: usize,
    newcomers: BTreeMap<UserId, (DateTime<Utc>, Option<DateTime<Utc>>)>,
    answers: [usize; 3],
    pub(super) talks: usize,
    pub(super) problems: Vec<String>,
}

impl Account {
    /// Checks what arrived after `from`, until `to`, against the model.
    pub(super) fn check(
        &mut self,
        model: &mut Model,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        mut arrived: Vec<Arrived>,
    ) {
        let mut slots: Vec<_> = model
            .slots(from, to)
            .into_iter()
            .map(|slot| {
                let fits = |it: &Arrived| it.to == slot.member && it.sent == slot.at;
                let found = arrived.iter().position(fits);
                (slot, found.map(|index| arrived.swap_remove(index)))
            })
            .collect();
        slots.sort_by_key(|(slot, it)| (slot.at, it.as_ref().map(|it| it.number)));
        for (slot, came) in slots {
            self.check_slot(model, slot, came);
        }
        let unasked = arrived
            .iter()
            .map(|it| format!("came at no time that was chosen: {it:?}"));
        self.problems.extend(unasked);
    }

    fn check_slot(&mut self, model: &mut Model, slot: Slot, came: Option<Arrived>) {
        match (model.due(slot), came) {
            (Due::LeftOut, None) => self.left_out += 1,
            (Due::Gone, None) => self.nobody += 1,
            (Due::LeftOut | Due::Gone, Some(it)) => {
                self.problems
                    .push(format!("came in a week to be left out: {it:?}"));
            }
            (Due::Open(open), came) => {
                let dated = model.dated(slot, open.is_empty());
                self.check_open(model, slot, &open, dated, came);
            }
        }
    }

    fn check_open(
        &mut self,
        model: &mut Model,
        slot: Slot,
        open: &BTreeMap<UserId, Rank>,
        mut dated: BTreeSet<UserId>,
        came: Option<Arrived>,
    ) {
        let Some(nudge) = came else {
            if open.is_empty() && dated.is_empty() {
                self.nobody += 1;
            } else {
                self.problems.push(format!(
                    "did not come: {slot:?}, with {open:?} and {dated:?} to name"
                ));
            }
            return;
        };
        self.check_once(model, slot, &nudge);
        dated.retain(|who| !nudge.names.contains(who));
        self.check_dates(model, slot, &dated, &nudge);
        if open.is_empty() {
            self.only_dates += 1;
            return;
        }
        self.check_nudge(model, slot, open, &nudge);
        model.arrived(slot, &nudge.names);
    }

    /// It is the member's only nudge of its week.
    fn check_once(&mut self, model: &Model, slot: Slot, nudge: &Arrived) {
        self.nudges += 1;
        let wall = nudge.sent.with_timezone(&model.member(slot.member).zone);
        let week = wall.iso_week();
        if !self.weeks.insert((slot.member, week.year(), week.week())) {
            self.problems.push(format!("a second one: {nudge:?}"));
        }
    }

    /// It tells of the dates of its week, and of who is back.
    fn check_dates(
        &mut self,
        model: &Model,
        slot: Slot,
        dated: &BTreeSet<UserId>,
        nudge: &Arrived,
    ) {
        if nudge.dated != *dated {
            self.problems
                .push(format!("does not name {dated:?} for a date: {nudge:?}"));
        }
        for who in nudge.names.iter().chain(dated) {
            let expected = model.dates(slot, *who);
            let said = nudge.dates.get(who).cloned().unwrap_or_default();
            self.dates += said.len();
            if said != expected {
                self.problems.push(format!(
                    "says {said:?} of {who}, not {expected:?}: {nudge:?}"
                ));
            }
        }
        for who in &nudge.names {
            self.back += usize::from(nudge.back.contains(who));
            if nudge.back.contains(who) != model.is_back(*who, slot.at) {
                self.problems
                    .push(format!("is wrong about {who} being back: {nudge:?}"));
            }
        }
    }

    fn check_nudge(
        &mut self,
        model: &Model,
        slot: Slot,
        open: &BTreeMap<UserId, Rank>,
        nudge: &Arrived,
    ) {
        self.check_names(model, slot, open, nudge);
        for name in &nudge.names {
            self.never_met += usize::from(open.get(name).is_some_and(Rank::is_never));
            self.of_contacts += usize::from(model.contact(*name).is_some());
            self.over_cap += usize::from(model.named(slot.monday, *name) >= CAP);
            let times = self.named.entry((slot.member, *name)).or_default();
            times.push(nudge.sent);
            if let Some((_, first)) = self.newcomers.get_mut(name) {
                first.get_or_insert(nudge.sent);
            }
        }
    }

    /// Only people who may be named, as many as possible, and in the right order.
    fn check_names(
        &mut self,
        model: &Model,
        slot: Slot,
        open: &BTreeMap<UserId, Rank>,
        nudge: &Arrived,
    ) {
        let names: BTreeSet<_> = nudge.names.iter().copied().collect();
        if let Some(barred) = names.iter().find(|name| !open.contains_key(name)) {
            self.problems
                .push(format!("{barred} must not be named: {nudge:?}"));
            return;
        }
        let people = model.member(slot.member).people;
        if nudge.names.len() != open.len().min(people) || names.len() != nudge.names.len() {
            self.problems.push(format!(
                "names {} of {} people: {nudge:?}",
                names.len(),
                open.len()
            ));
        }
        // Below the cap all people are equal; above it, those named less often come first.
        let place = |who: &UserId| (model.named(slot.monday, *who).max(CAP - 1), open[who]);
        let is_newcomer =
            |who: &UserId| open[who].is_newcomer() && model.named(slot.monday, *who) < CAP;
        let newcomers: Vec<_> = names.iter().copied().filter(is_newcomer).collect();
        // One of several places is the first newcomer's, no matter who comes before them.
        let given = (people > 1 && newcomers.len() == 1).then(|| newcomers[0]);
        let left = || open.keys().filter(|who| !names.contains(who));
        let first_newcomer = left().filter(|who| is_newcomer(who)).map(place).min();
        if people > 1 && newcomers.is_empty() && first_newcomer.is_some() {
            self.problems.push(format!("no newcomer in {nudge:?}"));
        }
        if let (Some(given), Some(first)) = (given, first_newcomer)
            && first < place(&given)
        {
            self.problems
                .push(format!("another newcomer comes first: {nudge:?}"));
        }
        let kinds = Kinds::of(model, slot, open, &names);
        let in_order = || names.iter().filter(|it| given != Some(**it));
        for passed in left().filter(|who| given.is_none() || !is_newcomer(who)) {
            for named in in_order() {
                let same_cap = place(passed).0 == place(named).0;
                let is_level = same_cap && open[passed].is_level_with(&open[named]);
                let is_first = place(passed) < place(named);
                if is_first && !(is_level && kinds.is_named(*passed)) {
                    self.problems.push(format!(
                        "{passed} comes before {named} in {nudge:?}, of {open:?}"
                    ));
                }
                if is_level && kinds.could_be_varied(*passed, *named) {
                    self.problems.push(format!(
                        "{passed} is of another kind than {named} in {nudge:?}"
                    ));
                }
            }
        }
    }

    /// A person says yes during the year.
    pub(super) fn newcomer(&mut self, who: UserId, now: DateTime<Utc>) {
        self.newcomers.entry(who).or_insert((now, None));
    }

    pub(super) fn answered(&mut self, answer: Answer) {
        let kind = match answer {
            Answer::Talked => 0,
            Answer::NotNow => 1,
            Answer::Stop => 2,
        };
        self.answers[kind] += 1;
    }

    /// Days between suggestions of the same person to the same member.
    fn gaps(&self) -> Vec<i64> {
        let pairs = self.named.values();
        let gaps = pairs.flat_map(|times| times.windows(2).map(|two| two[1] - two[0]));
        // A clock change shortens two weeks by an hour; they count as two weeks.
        gaps.map(|gap| (gap + TimeDelta::hours(2)).num_days())
            .collect()
    }

    /// Weeks, rounded up, until each newcomer was first named to anyone.
    fn weeks_to_newcomers(&self) -> Vec<i64> {
        let waits = self.newcomers.values();
        let mut weeks: Vec<_> = waits
            .map(|(joined, first)| {
                let first = first.expect("a newcomer nobody was told of");
                (first - *joined).num_days() / 7 + 1
            })
            .collect();
        weeks.sort_unstable();
        weeks
    }

    pub(super) fn summary<'a>(&'a self, model: &'a Model) -> Summary<'a> {
        Summary {
            account: self,
            model,
        }
    }
}

/// What the people are to the member, where a nudge takes note of it.
struct Kinds<'a> {
    of: BTreeMap<UserId, &'static str>,
    names: &'a BTreeSet<UserId>,
    /// The place of each.
    open: &'a BTreeMap<UserId, Rank>,
}

impl<'a> Kinds<'a> {
    fn of(
        model: &Model,
        slot: Slot,
        open: &'a BTreeMap<UserId, Rank>,
        names: &'a BTreeSet<UserId>,
    ) -> Self {
        let met = open.iter().filter(|(_, rank)| !rank.is_never());
        let kind = |who: UserId| Some((who, model.tie(slot.member, who).kind?.0));
        let of = met.filter_map(|(who, _)| kind(*who)).collect();
        Self { of, names, open }
    }

    /// Whether the nudge suggests a person of the same kind.
    fn is_named(&self, who: UserId) -> bool {
        let kind = self.of.get(&who);
        kind.is_some() && self.names.iter().any(|named| self.of.get(named) == kind)
    }

    /// Whether `named` comes after another suggested person of the same kind and level, and `passed`
    /// would have brought a kind that is not there.
    fn could_be_varied(&self, passed: UserId, named: UserId) -> bool {
        let rank = &self.open[&named];
        let twin = |other: &UserId| {
            *other != named
                && self.of.contains_key(&named)
                && self.of.get(other) == self.of.get(&named)
                && self.open[other].is_level_with(rank)
                && self.open[other] < *rank
        };
        !self.is_named(passed) && self.names.iter().any(twin)
    }
}

/// The year in a few lines.
pub(super) struct Summary<'a> {
    account: &'a Account,
    model: &'a Model,
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let it = self.account;
        let gaps = it.gaps();
        let suggestions: usize = it.named.values().map(Vec::len).sum();
        let weeks = it.weeks_to_newcomers();
        let [talked, not_now, stopped] = it.answers;
        writeln!(f, "nudges sent: {}", it.nudges)?;
        writeln!(f, "  of them about dates alone: {}", it.only_dates)?;
        writeln!(f, "dates told: {}", it.dates)?;
        writeln!(f, "people called back: {}", it.back)?;
        writeln!(f, "member-weeks with nobody due: {}", it.nobody)?;
        writeln!(f, "member-weeks left out by back-off: {}", it.left_out)?;
        writeln!(f, "suggestions: {suggestions}")?;
        writeln!(f, "  of people never met: {}", it.never_met)?;
        writeln!(f, "  of contacts: {}", it.of_contacts)?;
        writeln!(f, "  answered We talked: {talked}")?;
        writeln!(f, "  answered Not now: {not_now}")?;
        writeln!(f, "  answered Stop: {stopped}")?;
        writeln!(f, "talks logged with /met: {}", it.talks)?;
        writeln!(f, "repeats of the same pair: {}", gaps.len())?;
        let shortest = gaps.iter().min().copied().unwrap_or(0);
        writeln!(f, "  shortest gap between two: {shortest} days")?;
        let most = self.model.most_named();
        writeln!(f, "most suggestions of one person in a week: {most}")?;
        writeln!(f, "  above {CAP}, for want of others: {}", it.over_cap)?;
        writeln!(f, "newcomers: {}", weeks.len())?;
        let (median, max) = (weeks[weeks.len() / 2], weeks[weeks.len() - 1]);
        write!(
            f,
            "  weeks until first suggested: median {median}, max {max}"
        )
    }
}
