//! What should happen, computed from what people did: product.md's rules in the simplest form,
//! without any of the bot's code.
//!
//! The model does not say which of several equals is named. It says who may be named, how many
//! people must be, and the order between unequal ones; and it records who was named.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use rapport::calendar::Zone;
use rehearsal::UserId;

use super::wall::{instant, monday_of};

/// The team's circle of a month, for members who chose none.
const INTERVAL: TimeDelta = TimeDelta::days(30);
const REST: TimeDelta = TimeDelta::days(14);
/// For how long a suggestion in vain counts, and a newcomer is one.
const EIGHT_WEEKS: TimeDelta = TimeDelta::days(56);
const REST_AS_ASKED: TimeDelta = TimeDelta::days(30);
/// The second Monday at nine may come earlier than 14 days later by a clock change.
const CLOCK_CHANGE: TimeDelta = TimeDelta::hours(2);
pub(super) const CAP: u32 = 3;
/// A member, and the state of their nudges.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) zone: Zone,
    weekday: Weekday,
    time: NaiveTime,
    pub(super) joined: Option<DateTime<Utc>>,
    /// Since when the schedule is unchanged.
    since: DateTime<Utc>,
    /// The Mondays of the last week that was handled, and of the last that had a nudge.
    had: Option<NaiveDate>,
    sent: Option<NaiveDate>,
    /// How many nudges in a row the member ignored.
    ignored: u32,
    /// How many people a nudge names.
    pub(super) people: usize,
    pause: Pause,
    /// Whether they asked not to be tracked.
    pub(super) untracked: bool,
    /// Whether they left the team.
    pub(super) gone: bool,
}

/// How long nudges are paused.
#[derive(Debug, Clone, Copy)]
enum Pause {
    Until(DateTime<Utc>),
    Open,
}

/// One member's side of a relation.
#[derive(Debug, Clone, Default)]
struct Tie {
    last: Option<DateTime<Utc>>,
    stopped: bool,
    /// The chosen interval in days; `None` is the team's.
    circle: Option<i64>,
    snoozed: Option<DateTime<Utc>>,
    /// The last suggestion without an answer.
    unanswered: Option<DateTime<Utc>>,
    /// All suggestions without an answer.
    in_vain: Vec<DateTime<Utc>>,
    not_now: Option<DateTime<Utc>>,
}

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
    /// These people may be named; if there are none, nothing comes.
    Open(BTreeMap<UserId, Rank>),
}

/// The order of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    order: Order,
    /// Whether they joined in the last eight weeks. It follows from the order.
    newcomer: bool,
}

/// People met before people never met. Of each, those named least often in vain first; then the
/// longest silence for its circle, or the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// Silence ÷ interval, in millionths.
    Met(usize, std::cmp::Reverse<i64>),
    Never(usize, std::cmp::Reverse<DateTime<Utc>>),
}

/// What a member does about a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Talked,
    NotNow,
    Stop,
}

/// What a member chooses about another, as the bot labels it or in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Circle(&'static str, i64),
    OwnDays(i64),
    Snooze(&'static str, i64),
    Stop,
    Resume,
}

#[derive(Default)]
pub(super) struct Model {
    members: BTreeMap<UserId, Member>,
    ties: BTreeMap<(UserId, UserId), Tie>,
    named: BTreeMap<(NaiveDate, UserId), u32>,
}

impl Model {
    pub(super) fn arrive(&mut self, who: UserId, now: DateTime<Utc>) {
        let member = Member {
            zone: Zone::utc(),
            weekday: Weekday::Mon,
            time: NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
            joined: None,
            since: now,
            had: None,
            sent: None,
            ignored: 0,
            people: 3,
            pause: Pause::Until(now),
            untracked: false,
            gone: false,
        };
        self.members.insert(who, member);
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
            Shape::Stop => tie.stopped = true,
            Shape::Resume => tie.stopped = false,
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

    pub(super) fn answer(&mut self, by: UserId, of: UserId, answer: Answer, now: DateTime<Utc>) {
        if answer == Answer::Talked {
            return self.talk(by, &[of], now);
        }
        let tie = self.ties.entry((by, of)).or_default();
        match answer {
            Answer::Stop => tie.stopped = true,
            _ => tie.not_now = Some(now),
        }
        tie.in_vain.pop();
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
                if from < at && at <= to && member.since <= at && new && member.pause.is_over(at) {
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
            return Due::Open(BTreeMap::new());
        }
        let others = self.members.keys().filter(|other| **other != slot.member);
        Due::Open(
            others
                .filter_map(|other| Some((*other, self.rank(slot.member, *other, slot.at)?)))
                .collect(),
        )
    }

    /// The rank of `other` among the people who may be named to `member`; `None` if they may not.
    fn rank(&self, member: UserId, other: UserId, at: DateTime<Utc>) -> Option<Rank> {
        let tie = self.ties.get(&(member, other)).cloned();
        let tie = tie.unwrap_or_default();
        let rests = tie
            .unanswered
            .is_some_and(|named| at < named + REST - CLOCK_CHANGE);
        let asked = tie.not_now.is_some_and(|said| at < said + REST_AS_ASKED);
        let snoozed = tie.snoozed.is_some_and(|until| at < until);
        if tie.stopped || rests || asked || snoozed || !self.members[&other].is_about() {
            return None;
        }
        let interval = tie.circle.map_or(INTERVAL, TimeDelta::days);
        let counts = |named: &&DateTime<Utc>| {
            at < **named + EIGHT_WEEKS - CLOCK_CHANGE && tie.last.is_none_or(|last| last < **named)
        };
        let in_vain = tie.in_vain.iter().filter(counts).count();
        let order = match tie.last {
            Some(last) if at - last < interval => return None,
            Some(last) => {
                let millionths = (at - last).num_seconds() * 1_000_000 / interval.num_seconds();
                Order::Met(in_vain, std::cmp::Reverse(millionths))
            }
            None => Order::Never(in_vain, std::cmp::Reverse(self.members[&other].joined?)),
        };
        Some(Rank {
            order,
            newcomer: matches!(order, Order::Never(_, joined) if at - joined.0 <= EIGHT_WEEKS),
        })
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

impl Rank {
    /// Whether one of several places is theirs.
    pub(super) fn is_newcomer(&self) -> bool {
        self.newcomer
    }

    /// Whether the two never met.
    pub(super) fn is_never(&self) -> bool {
        matches!(self.order, Order::Never(..))
    }
}

impl Pause {
    fn is_over(self, at: DateTime<Utc>) -> bool {
        match self {
            Self::Until(end) => end <= at,
            Self::Open => false,
        }
    }
}

impl Member {
    fn is_about(&self) -> bool {
        !self.gone && !self.untracked
    }

    /// When the nudge in the week of this Monday is due.
    fn at(&self, monday: NaiveDate) -> DateTime<Utc> {
        let day = monday + Days::new(u64::from(self.weekday.num_days_from_monday()));
        instant(day.and_time(self.time), self.zone)
    }
}
