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
    pub(super) names: Vec<UserId>,
}

#[derive(Default)]
pub(super) struct Account {
    pub(super) nudges: usize,
    nobody: usize,
    left_out: usize,
    weeks: BTreeSet<(UserId, i32, u32)>,
    /// When each person was named to each member.
    named: BTreeMap<(UserId, UserId), Vec<DateTime<Utc>>>,
    never_met: usize,
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
            (Due::Open(open), None) if open.is_empty() => self.nobody += 1,
            (Due::LeftOut, Some(it)) => {
                self.problems
                    .push(format!("came in a week to be left out: {it:?}"));
            }
            (Due::Open(open), None) => {
                self.problems
                    .push(format!("did not come: {slot:?}, with {open:?} to name"));
            }
            (Due::Open(open), Some(it)) => {
                self.check_nudge(model, slot, &open, &it);
                model.arrived(slot, &it.names);
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
        self.nudges += 1;
        let wall = nudge.sent.with_timezone(&model.member(slot.member).zone);
        let week = wall.iso_week();
        if !self.weeks.insert((slot.member, week.year(), week.week())) {
            self.problems.push(format!("a second one: {nudge:?}"));
        }
        self.check_names(model, slot, open, nudge);
        for name in &nudge.names {
            self.never_met += usize::from(open.get(name).is_some_and(Rank::is_never));
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
        let in_order = names.iter().filter(|it| given != Some(**it));
        let last = in_order.map(place).max();
        let first = left()
            .filter(|who| given.is_none() || !is_newcomer(who))
            .map(place)
            .min();
        if let (Some(last), Some(first)) = (last, first)
            && first < last
        {
            self.problems.push(format!(
                "{first:?} comes before {last:?} in {nudge:?}, of {open:?}"
            ));
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
        writeln!(f, "member-weeks with nobody due: {}", it.nobody)?;
        writeln!(f, "member-weeks left out by back-off: {}", it.left_out)?;
        writeln!(f, "suggestions: {suggestions}")?;
        writeln!(f, "  of people never met: {}", it.never_met)?;
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
