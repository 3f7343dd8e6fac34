//! Plays a year: people talk or don't, nudges come on Mondays, some are acted on.

use chrono::{DateTime, TimeDelta, Utc};
use rapport::calendar::Circle;
use rapport::ids::PersonId;
use rapport::nudges::choose::{Candidate, ContactSoFar};

use super::rules::{Open, Rule, behind_until, chosen};
use super::team::{About, Side, Team, WEEKS};

/// Before this week the team finds its rhythm, and ties in touch are not counted.
const SETTLED: u64 = 8;

/// How likely two who never met talk after a suggestion, beside a tie that suits.
const STRANGERS: f64 = 0.4;

/// What a year came to.
#[derive(Default)]
pub(crate) struct Year {
    dms: usize,
    revived: usize,
    begun: usize,
    in_touch: usize,
    ties: usize,
    pub(crate) most_named: u32,
    /// On which Monday each newcomer was first named.
    waits: Vec<u64>,
}

impl Year {
    pub(crate) fn add(mut self, other: Self) -> Self {
        self.dms += other.dms;
        self.revived += other.revived;
        self.begun += other.begun;
        self.in_touch += other.in_touch;
        self.ties += other.ties;
        self.most_named = self.most_named.max(other.most_named);
        self.waits.extend(other.waits);
        self
    }

    pub(crate) fn revived_per_100_dms(&self) -> f64 {
        100.0 * self.revived as f64 / self.dms as f64
    }

    pub(crate) fn begun_per_100_dms(&self) -> f64 {
        100.0 * self.begun as f64 / self.dms as f64
    }

    /// The share of ties in touch, in percent.
    pub(crate) fn points_in_touch(&self) -> f64 {
        100.0 * self.in_touch as f64 / self.ties as f64
    }

    /// By which Monday so many of a hundred newcomers were named.
    pub(crate) fn newcomer_waited(&self, of_100: usize) -> u64 {
        let mut waits = self.waits.clone();
        waits.sort_unstable();
        waits[waits.len() * of_100 / 100]
    }
}

/// One member's side of a relation.
#[derive(Clone, Default)]
struct Tie {
    last: Option<DateTime<Utc>>,
    not_before: Option<DateTime<Utc>>,
    in_vain: Vec<DateTime<Utc>>,
    silences: u32,
    behind_until: Option<DateTime<Utc>>,
}

struct Play {
    team: Team,
    rule: Rule,
    ties: Vec<Tie>,
    /// Nudges that each member ignored in a row, and the week of the next.
    ignored: Vec<u32>,
    next: Vec<u64>,
    first_named: Vec<Option<u64>>,
    year: Year,
}

fn monday(week: u64) -> DateTime<Utc> {
    let first: DateTime<Utc> = "2026-01-05T09:00:00Z".parse().unwrap();
    first + TimeDelta::weeks(week.cast_signed())
}

fn days(days: f64) -> TimeDelta {
    TimeDelta::seconds((days * 86_400.0) as i64)
}

/// The year of a team of this size.
pub(crate) fn play(rule: Rule, size: usize, seed: u64) -> Year {
    let team = Team::new(size, seed);
    let people = team.people.len();
    let mut play = Play {
        rule,
        ties: vec![Tie::default(); people * people],
        ignored: vec![0; people],
        next: vec![0; people],
        first_named: vec![None; people],
        year: Year::default(),
        team,
    };
    play.begin();
    for week in 0..WEEKS {
        play.nudge(week);
        play.count(week);
        play.talk(week);
    }
    play.year.waits = play.waits();
    play.year
}

impl Play {
    fn tie(&mut self, one: usize, other: usize) -> &mut Tie {
        let people = self.team.people.len();
        &mut self.ties[one * people + other]
    }

    fn here(&self, week: u64) -> Vec<usize> {
        let all = self.team.people.iter().enumerate();
        let here = all.filter(|(_, it)| it.from <= week && week < it.until);
        here.map(|(person, _)| person).collect()
    }

    fn begin(&mut self) {
        let here = self.here(0);
        for one in &here {
            for other in here.iter().filter(|other| *other != one) {
                let last = self.team.last_talk(*one, *other);
                self.tie(*one, *other).last = last.map(|ago| monday(0) - days(ago));
            }
        }
    }

    /// People who talk anyway do so this week or don't.
    fn talk(&mut self, week: u64) {
        let here = self.here(week);
        for (index, one) in here.iter().enumerate() {
            for other in &here[index + 1..] {
                let Some(interval) = self.team.interval(*one, *other) else {
                    continue;
                };
                let pair = (*one as u64, *other as u64);
                let chance = self.team.chance(About::Talk, week, pair.0, pair.1);
                // When the first talk of an unending week would be.
                let after = -interval * (1.0 - chance).ln();
                if after < 7.0 {
                    self.met(*one, *other, monday(week) + days(after));
                    let logs = self.team.chance(About::Logging, week, pair.0, pair.1) < 0.5;
                    self.acts(if logs { *one } else { *other });
                }
            }
        }
    }

    /// The member has not ignored their nudges. For the rule before, who had for a while is asked about
    /// the same people as after a first time.
    fn acts(&mut self, member: usize) {
        if self.ignored[member] > 1 {
            for other in 0..self.team.people.len() {
                let tie = self.tie(member, other);
                if tie.silences > 1 {
                    (tie.silences, tie.behind_until) = (1, None);
                }
            }
        }
        self.ignored[member] = 0;
    }

    fn met(&mut self, one: usize, other: usize, at: DateTime<Utc>) {
        for tie in [(one, other), (other, one)] {
            let tie = self.tie(tie.0, tie.1);
            *tie = Tie {
                last: Some(at),
                ..Tie::default()
            };
        }
    }

    fn nudge(&mut self, week: u64) {
        if self.rule == Rule::Nobody {
            return;
        }
        let mut members = self.here(week);
        if self.rule == Rule::Now {
            // In another order every week.
            members.sort_by_cached_key(|it| {
                let chance = self.team.chance(About::Answer, week, *it as u64, u64::MAX);
                chance.to_bits()
            });
        }
        let mut named = vec![0; self.team.people.len()];
        for member in members {
            if self.next[member] > week {
                continue;
            }
            let open = self.open(member, week, &named);
            let chosen = chosen(self.rule, monday(week), id(member), &open);
            if chosen.is_empty() {
                continue;
            }
            for other in &chosen {
                let other = usize::try_from(other.0).unwrap();
                named[other] += 1;
                self.first_named[other].get_or_insert(week);
            }
            self.send(member, week, &chosen);
        }
        self.year.most_named = named
            .into_iter()
            .max()
            .max(Some(self.year.most_named))
            .unwrap();
    }

    fn open(&self, member: usize, week: u64, named: &[u32]) -> Vec<Open> {
        let now = monday(week);
        let people = self.team.people.len();
        let others = self.here(week).into_iter().filter(|it| *it != member);
        let open = others.map(|other| {
            let tie = &self.ties[member * people + other];
            let counts = |at: &&DateTime<Utc>| now - **at < TimeDelta::weeks(8);
            let joined = TimeDelta::weeks(self.team.people[other].from.cast_signed());
            // People who were there before joined in the years before.
            let early = match self.team.people[other].from {
                0 => TimeDelta::days(100 + 10 * other as i64),
                _ => TimeDelta::zero(),
            };
            let contact = match tie.last {
                Some(last) => ContactSoFar::Met {
                    last,
                    circle: self.team.side(member, other).circle,
                },
                None => ContactSoFar::Never {
                    joined_at: Some(monday(0) + joined - early - TimeDelta::days(3)),
                },
            };
            Open {
                candidate: Candidate {
                    person: id(other),
                    contact,
                    kind: None,
                    barrier: None,
                    snoozed_until: None,
                    not_before: tie.not_before,
                    in_vain: u32::try_from(tie.in_vain.iter().filter(counts).count()).unwrap(),
                    suggested_this_week: named[other],
                },
                behind_until: tie.behind_until,
            }
        });
        open.collect()
    }

    /// A nudge arrives: the member acts on it in the days after, or not.
    fn send(&mut self, member: usize, week: u64, chosen: &[PersonId]) {
        self.year.dms += 1;
        let now = monday(week);
        let mut acted = false;
        for other in chosen {
            let other = usize::try_from(other.0).unwrap();
            let ask = |about| self.team.chance(about, week, member as u64, other as u64);
            let (answer, not_now) = (ask(About::Answer), ask(About::NotNow));
            let Side { suits, .. } = self.team.side(member, other);
            let was_met = self.tie(member, other).last.is_some();
            let suits = if was_met { suits } else { suits * STRANGERS };
            let acts = self.team.people[member].acts;
            if answer < acts * suits {
                self.met(member, other, now + days(1.0 + 3.0 * answer));
                self.year.revived += usize::from(was_met);
                self.year.begun += usize::from(!was_met);
                acted = true;
            } else if not_now < acts * 0.15 {
                let tie = self.tie(member, other);
                tie.not_before = Some(now + TimeDelta::days(30));
                (tie.silences, tie.behind_until) = (0, None);
                acted = true;
            } else {
                let tie = self.tie(member, other);
                tie.not_before = Some(now + TimeDelta::days(14));
                tie.in_vain.push(now);
                // Who is named because nobody else is left is not asked about once more.
                tie.silences += u32::from(tie.behind_until.is_none_or(|until| until <= now));
                tie.behind_until = Some(behind_until(now, tie.silences));
            }
        }
        if acted {
            self.acts(member);
        } else {
            self.ignored[member] += 1;
        }
        self.next[member] = week
            + match self.ignored[member] {
                0..=1 => 1,
                2..=3 => 2,
                _ => 4,
            };
    }

    fn count(&mut self, week: u64) {
        if week < SETTLED {
            return;
        }
        let (now, people) = (monday(week), self.team.people.len());
        let here = self.here(week);
        for one in &here {
            for other in &here {
                // The same ties for every rule: those of people who talk anyway.
                let Some(last) = self.ties[one * people + other].last else {
                    continue;
                };
                if self.team.interval(*one, *other).is_none() {
                    continue;
                }
                let circle: Circle = self.team.side(*one, *other).circle;
                self.year.ties += 1;
                self.year.in_touch += usize::from(now - last < circle.interval());
            }
        }
    }

    /// On which Monday each newcomer was first named, of those who came early enough to tell.
    fn waits(&self) -> Vec<u64> {
        let people = self.team.people.iter().zip(&self.first_named);
        let newcomers = people.filter(|(it, _)| it.from > 0 && it.until - it.from > 8);
        newcomers
            .map(|(it, first)| first.map_or(99, |first| first - it.from + 1))
            .collect()
    }
}

fn id(person: usize) -> PersonId {
    PersonId(i64::try_from(person).unwrap())
}
