//! What should happen, computed from what people did: product.md's rules in the simplest form,
//! without any of the bot's code.
//!
//! The model does not say which of several equals is named. It says who may be named, how many
//! people must be, and the order between unequal ones; and it records who was named.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use rapport::calendar::Zone;
use rehearsal::UserId;

use super::cast::Decision;
use super::member::{Member, Pause};
use super::occasion::Occasion;
use super::outside::Contact;
use super::tie::Tie;
pub(super) use super::tie::{Answer, Rank, Shape};
use super::wall::{instant, monday_of};

pub(super) const CAP: u32 = 3;

/// A time at which a member's nudge may come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) member: UserId,
    pub(super) monday: NaiveDate,
    pub(super) at: DateTime<Utc>,
}

/// What a slot should bring.
#[derive(Debug, Clone)]
pub(super) enum Due {
    /// The rhythm skips it.
    LeftOut,
    /// The member left.
    Gone,
    /// These people may be named; if there are none, nothing comes.
    Open(BTreeMap<UserId, Rank>),
}

#[derive(Default)]
pub(super) struct Model {
    members: BTreeMap<UserId, Member>,
    ties: BTreeMap<(UserId, UserId), Tie>,
    named: BTreeMap<(NaiveDate, UserId), u32>,
    /// With their owners.
    contacts: BTreeMap<UserId, (UserId, Contact)>,
}

impl Model {
    pub(super) fn arrive(&mut self, who: UserId, now: DateTime<Utc>) {
        self.members.insert(who, Member::new(now));
    }

    /// The people in the team who may be named and logged.
    pub(super) fn people(&self) -> Vec<UserId> {
        let here = self.members.iter().filter(|(_, it)| it.is_about());
        here.map(|(who, _)| *who).collect()
    }

    /// How many people have left and not come back.
    pub(super) fn gone(&self) -> usize {
        self.members.values().filter(|it| it.gone).count()
    }

    /// All contacts, no matter whose.
    pub(super) fn contacts(&self) -> impl Iterator<Item = UserId> {
        self.contacts.keys().copied()
    }

    pub(super) fn contacts_of(&self, owner: UserId) -> impl Iterator<Item = UserId> {
        let all = self.contacts.iter();
        all.filter_map(move |(id, (whose, _))| (*whose == owner).then_some(*id))
    }

    pub(super) fn contact(&self, id: UserId) -> Option<Contact> {
        self.contacts.get(&id).map(|(_, contact)| *contact)
    }

    pub(super) fn contact_named(&self, name: &str) -> Option<UserId> {
        let mut all = self.contacts.values();
        all.find_map(|(_, it)| (it.name() == name).then_some(it.id))
    }

    /// Whether the member is there to add or remove a contact.
    pub(super) fn may_note(&self, who: UserId, decision: Decision) -> bool {
        let is_about = self.members.get(&who).is_some_and(Member::is_about);
        match decision {
            Decision::Remove(contact) => is_about && self.contacts.contains_key(&contact.id),
            _ => is_about,
        }
    }

    pub(super) fn note(&mut self, owner: UserId, contact: Contact, now: DateTime<Utc>) {
        self.contacts.insert(contact.id, (owner, contact));
        let tie = self.ties.entry((owner, contact.id)).or_default();
        tie.noted = Some(now);
        if let Some((kind, proposes)) = contact.kind {
            tie.is_of_kind(kind, proposes);
        }
        if let Some((_, days)) = contact.circle {
            tie.circle = Some(days);
        }
        self.acts(owner);
    }

    pub(super) fn remove(&mut self, owner: UserId, contact: UserId) {
        self.contacts.remove(&contact);
        self.ties.remove(&(owner, contact));
        self.acts(owner);
    }

    pub(super) fn member(&self, who: UserId) -> &Member {
        &self.members[&who]
    }

    fn change(&mut self, who: UserId, now: DateTime<Utc>, change: impl FnOnce(&mut Member)) {
        let member = self.members.get_mut(&who).unwrap();
        member.since = now;
        change(member);
    }

    pub(super) fn join(&mut self, who: UserId, now: DateTime<Utc>) {
        self.change(who, now, |member| member.joined = Some(now));
    }

    pub(super) fn leave(&mut self, who: UserId, now: DateTime<Utc>) {
        self.change(who, now, |member| member.joined = None);
    }

    pub(super) fn live(&mut self, who: UserId, zone: Zone, now: DateTime<Utc>) {
        self.change(who, now, |member| member.zone = zone);
    }

    pub(super) fn choose(&mut self, who: UserId, day: &str, time: &str, now: DateTime<Utc>) {
        self.change(who, now, |member| {
            member.weekday = day.parse().unwrap();
            member.time = time.parse().unwrap();
        });
    }

    pub(super) fn wish(&mut self, who: UserId, people: usize) {
        self.members.get_mut(&who).unwrap().people = people;
    }

    /// No nudges for this many days, or until they resume.
    pub(super) fn pause(&mut self, who: UserId, days: Option<i64>, now: DateTime<Utc>) {
        let member = self.members.get_mut(&who).unwrap();
        let zone = member.zone;
        member.pause = days.map_or(Pause::Open, |days| {
            let day = (now + TimeDelta::days(days)).with_timezone(&zone);
            Pause::Until(instant(day.date_naive().and_time(NaiveTime::MIN), zone))
        });
    }

    pub(super) fn resume(&mut self, who: UserId, now: DateTime<Utc>) {
        self.change(who, now, |member| member.pause = Pause::Until(now));
    }

    /// Away until this day, of which they are back.
    pub(super) fn go_away(&mut self, who: UserId, back_on: &str) {
        let member = self.members.get_mut(&who).unwrap();
        let day: NaiveDate = back_on.parse().unwrap();
        member.away_until = Some(instant(day.and_time(NaiveTime::MIN), member.zone));
    }

    pub(super) fn come_back(&mut self, who: UserId, now: DateTime<Utc>) {
        self.change(who, now, |member| member.away_until = Some(now));
    }

    pub(super) fn tell(&mut self, who: UserId, occasion: Occasion, day: &str) {
        let dates = &mut self.members.get_mut(&who).unwrap().dates;
        dates.insert(occasion, day.to_owned());
    }

    pub(super) fn untrack(&mut self, who: UserId) {
        self.members.get_mut(&who).unwrap().untracked = true;
    }

    pub(super) fn track(&mut self, who: UserId, now: DateTime<Utc>) {
        self.change(who, now, |member| member.untracked = false);
    }

    pub(super) fn set_gone(&mut self, who: UserId, gone: bool) {
        self.members.get_mut(&who).unwrap().gone = gone;
    }

    /// `by` chooses something about `of`; that is an act too.
    pub(super) fn shape(&mut self, by: UserId, of: UserId, shape: Shape, now: DateTime<Utc>) {
        self.acts(by);
        let zone = self.members[&by].zone;
        let tie = self.ties.entry((by, of)).or_default();
        match shape {
            Shape::Circle(_, days) | Shape::OwnDays(days) => tie.circle = Some(days),
            Shape::Kind(kind, proposes) => tie.is_of_kind(kind, proposes),
            Shape::Stop => tie.stopped = true,
            Shape::Resume => tie.stopped = false,
            Shape::Apart => tie.apart = true,
            Shape::Together => tie.apart = false,
            Shape::Snooze(_, days) => {
                let day = (now + TimeDelta::days(days)).with_timezone(&zone);
                tie.snoozed = Some(instant(day.date_naive().and_time(NaiveTime::MIN), zone));
            }
        }
    }

    /// A talk counts for everyone in it; logging it is an act of its logger.
    pub(super) fn talk(&mut self, by: UserId, others: &[UserId], at: DateTime<Utc>) {
        let everyone: Vec<_> = others.iter().copied().chain([by]).collect();
        for one in &everyone {
            for other in everyone.iter().filter(|other| *other != one) {
                let tie = self.ties.entry((*one, *other)).or_default();
                tie.last = tie.last.max(Some(at));
                tie.unanswered = None;
            }
        }
        self.acts(by);
    }

    /// `by` answers the nudge that named `of` at `named`; an earlier or later one stays unanswered.
    pub(super) fn answer(
        &mut self,
        by: UserId,
        of: UserId,
        named: DateTime<Utc>,
        answer: Answer,
        now: DateTime<Utc>,
    ) {
        if answer == Answer::Talked {
            return self.talk(by, &[of], now);
        }
        let tie = self.ties.entry((by, of)).or_default();
        match answer {
            Answer::Stop => tie.stopped = true,
            _ => tie.not_now = Some(now),
        }
        tie.in_vain.retain(|it| *it != named);
        tie.unanswered = None;
        self.acts(by);
    }

    /// The nudges were not ignored.
    fn acts(&mut self, by: UserId) {
        self.members.get_mut(&by).unwrap().ignored = 0;
    }

    /// The slots after `from`, until `to`.
    pub(super) fn slots(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Slot> {
        let mut slots = Vec::new();
        let nudged = |it: &Member| it.joined.is_some() && !it.untracked;
        for (who, member) in self.members.iter().filter(|(_, it)| nudged(it)) {
            let first = monday_of(from.with_timezone(&member.zone).date_naive());
            for week in 0..3 {
                let monday = first + Days::new(7 * week);
                let at = member.at(monday);
                let new = member.had.is_none_or(|had| had < monday);
                let is_free = member.pause.is_over(at) && !member.is_away(at);
                if from < at && at <= to && member.since <= at && new && is_free {
                    slots.push(Slot {
                        member: *who,
                        monday,
                        at,
                    });
                }
            }
        }
        slots
    }

    /// What is due in a slot; handles its week, unless the rhythm skips it.
    pub(super) fn due(&mut self, slot: Slot) -> Due {
        let member = self.members.get_mut(&slot.member).unwrap();
        let weeks = match member.ignored {
            0 | 1 => 1,
            2 | 3 => 2,
            _ => 4,
        };
        let next = member.sent.map(|sent| sent + Days::new(7 * weeks));
        if next.is_some_and(|next| slot.monday < next) {
            return Due::LeftOut;
        }
        member.had = Some(slot.monday);
        if member.gone {
            return Due::Gone;
        }
        let others = self.others(slot.member).into_iter();
        Due::Open(
            others
                .filter_map(|other| Some((other, self.rank(slot.member, other, slot.at)?)))
                .collect(),
        )
    }

    /// The team without the member, and their contacts.
    fn others(&self, member: UserId) -> Vec<UserId> {
        let team = self.members.keys().copied().filter(|it| *it != member);
        team.chain(self.contacts_of(member)).collect()
    }

    /// Whether a nudge at `at` may tell of a person: a member who is there, or a contact.
    fn is_here(&self, who: UserId, at: DateTime<Utc>) -> bool {
        let member = self.members.get(&who);
        member.is_none_or(|it| it.is_about() && !it.is_away(at))
    }

    /// The rank of `other` among the people who may be suggested to `member`; `None` if they may not.
    fn rank(&self, member: UserId, other: UserId, at: DateTime<Utc>) -> Option<Rank> {
        let joined = self.members.get(&other).and_then(|it| it.joined);
        let apart = self.tie(member, other).apart || self.tie(other, member).apart;
        let rank = self.tie(member, other).rank(joined, at);
        rank.filter(|_| !apart && self.is_here(other, at))
    }

    pub(super) fn tie(&self, member: UserId, other: UserId) -> Tie {
        let tie = self.ties.get(&(member, other));
        tie.cloned().unwrap_or_default()
    }

    /// Whether a nudge at `at` calls a person back since some day.
    pub(super) fn is_back(&self, who: UserId, at: DateTime<Utc>) -> bool {
        let until = self.members.get(&who).and_then(|it| it.away_until);
        until.is_some_and(|until| until <= at && at < until + TimeDelta::weeks(1))
    }

    /// The dates of `other` that a nudge in this slot tells, as it writes them.
    pub(super) fn dates(&self, slot: Slot, other: UserId) -> BTreeSet<String> {
        let zone = self.members[&slot.member].zone;
        let first = slot.at.with_timezone(&zone).date_naive();
        let in_week = (0..7).map(|days| first + Days::new(days));
        let dates = self.dates_of(other);
        let told = in_week.flat_map(|day| {
            let falls = |(occasion, date): &(Occasion, String)| {
                falls_on(date, day).then(|| occasion.written(day))
            };
            dates.iter().filter_map(falls).collect::<Vec<_>>()
        });
        match self.tie(slot.member, other).counts_from() {
            Some(_) => told.collect(),
            None => BTreeSet::new(),
        }
    }

    /// A person's dates, as `5 Dec`.
    fn dates_of(&self, who: UserId) -> Vec<(Occasion, String)> {
        if let Some((_, contact)) = self.contacts.get(&who) {
            let birthday = contact
                .birthday
                .map(|it| (Occasion::Birthday, it.to_owned()));
            return birthday.into_iter().collect();
        }
        self.members[&who].dates.clone().into_iter().collect()
    }

    /// The people of whose dates a nudge in this slot tells, though it does not suggest them.
    pub(super) fn dated(&self, slot: Slot, alone: bool) -> BTreeSet<UserId> {
        let is_told = |other: &UserId| {
            let is_told_of = self.tie(slot.member, *other).is_told_of(slot.at, alone);
            is_told_of && self.is_here(*other, slot.at) && !self.dates(slot, *other).is_empty()
        };
        let others = self.others(slot.member).into_iter();
        others.filter(is_told).collect()
    }

    /// To how many members a person was named in the week of this Monday.
    pub(super) fn named(&self, monday: NaiveDate, who: UserId) -> u32 {
        self.named.get(&(monday, who)).copied().unwrap_or(0)
    }

    /// The most often that one person was named in one week.
    pub(super) fn most_named(&self) -> u32 {
        self.named.values().copied().max().unwrap_or(0)
    }

    /// A nudge arrived.
    pub(super) fn arrived(&mut self, slot: Slot, names: &[UserId]) {
        let member = self.members.get_mut(&slot.member).unwrap();
        member.sent = Some(slot.monday);
        member.ignored += 1;
        for name in names {
            *self.named.entry((slot.monday, *name)).or_default() += 1;
            let tie = self.ties.entry((slot.member, *name)).or_default();
            tie.unanswered = Some(slot.at);
            tie.in_vain.push(slot.at);
        }
    }
}

/// Whether the date, like `5 Dec`, is that of a day: 29 February is the 28th in other years.
fn falls_on(date: &str, day: NaiveDate) -> bool {
    let written = |day: NaiveDate| day.format("%-d %b").to_string();
    let is_last_of_february = day.month() == 2 && (day + Days::new(1)).month() == 3;
    written(day) == date || date == "29 Feb" && is_last_of_february
}
