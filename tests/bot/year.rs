//! A year of a team of forty people, in eight zones on both sides of the equator. Every member who
//! said yes gets one nudge in each week in which a person is due for them, at their time in their
//! zone, and no other. Some choose how often they want contact and with how many people, snooze,
//! stop, pause, ask not to be tracked, leave and return, are away, tell dates, say what others are to them,
//! keep themselves apart from others, and note people outside the server.
//!
//! People act through their clients, the bot is the real one on a database file, and a model checks
//! what arrives: it knows the product's rules and none of the code.

mod account;
mod cast;
mod chance;
mod inbox;
mod member;
mod model;
mod occasion;
mod outside;
mod play;
mod tie;
mod wall;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use rehearsal::{GuildId, MessageId, UserId, World};

use crate::harness::{Harness, Setup, Tested, stored};
use account::{Account, Arrived};
use cast::{Decision, Manner, TEAM};
use chance::Chance;
use inbox::{from_bot, read, seen_button};
use model::{Answer, Model};
use play::{Deed, Doing, play};

/// The Saturday before the first Monday, between the hours of nudges.
const START: &str = "2026-01-03T12:17:00Z";
/// Until afternoon on Monday, 4 January 2027, in New York: the last nudges are of that day.
const END: &str = "2027-01-04T18:00:00Z";
const SEED: u64 = 2026;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_year_of_forty_people_in_eight_zones() -> Tested {
    // With the members intent Discord reports who leaves; tests/bot/leavers.rs tests the other
    // case.
    let setup = Setup::new().at(START).unpaced().world(settle);
    let setup = setup.with("RAPPORT__DISCORD__MEMBERS_INTENT", "true");
    let harness = setup.start().await;
    let mut year = Year::begin(&harness);
    let end: DateTime<Utc> = END.parse()?;
    let mut day = 0;
    while year.now < end {
        year.day(&harness, day).await;
        day += 1;
        let next = (year.now + TimeDelta::days(1)).min(end);
        year.passes(&harness, next).await;
    }
    let counted: usize = harness.rehearsal.look(|world| {
        let channels = TEAM.iter().flat_map(|(_, names)| names);
        let channels =
            channels.filter_map(|name| world.find_dm_channel(world.user_named(name)?.id));
        channels.map(|dms| from_bot(world, dms).count()).sum()
    });
    assert_eq!(year.account.nudges, counted, "each was looked at once");
    insta::assert_snapshot!(year.account.summary(&year.model));
    harness.finish().await
}

/// Discord's bit of the intent.
const GUILD_MEMBERS: u64 = 1 << 1;

/// The team has its own server. People who come later exist, but are not in it.
fn settle(world: &mut World) {
    world.allow_intents(GUILD_MEMBERS);
    let names = || TEAM.iter().flat_map(|(_, names)| names);
    let people: Vec<_> = names()
        .map(|name| (world.add_person(name, name), name))
        .collect();
    let guild = world.add_guild("Four Winds", people[0].0);
    world.add_channel(guild, "hearth");
    for (id, _) in people.iter().filter(|(_, it)| cast::is_there_at_first(it)) {
        world.join(guild, *id);
    }
}

fn four_winds(world: &World) -> GuildId {
    let mut guilds = world.guilds();
    guilds.find(|guild| guild.name == "Four Winds").unwrap().id
}

struct Year {
    now: DateTime<Utc>,
    model: Model,
    account: Account,
    chance: Chance,
    people: BTreeMap<UserId, &'static str>,
    /// The last message of each person that was checked.
    looked_at: BTreeMap<UserId, MessageId>,
    /// The answers to come, with their days.
    pending: BTreeMap<usize, Vec<(UserId, Vec<Deed>)>>,
    day: usize,
}

impl Year {
    fn begin(harness: &Harness) -> Self {
        let now = START.parse().unwrap();
        let mut model = Model::default();
        let names = TEAM.iter().flat_map(|(_, names)| *names);
        let people: BTreeMap<_, _> = names
            .map(|name| {
                let find = |world: &World| world.user_named(name).unwrap().id;
                (harness.rehearsal.look(find), name)
            })
            .collect();
        for (id, name) in &people {
            if cast::is_there_at_first(name) {
                model.arrive(*id, now);
            }
        }
        Self {
            now,
            model,
            account: Account::default(),
            chance: Chance::of(SEED),
            people,
            looked_at: BTreeMap::new(),
            pending: BTreeMap::new(),
            day: 0,
        }
    }

    /// What people do at noon of a day.
    async fn day(&mut self, harness: &Harness, day: usize) {
        self.day = day;
        let mut today: BTreeMap<UserId, Vec<Deed>> = BTreeMap::new();
        for (name, decision) in cast::decided_on(day) {
            let who = *self.people.iter().find(|(_, it)| **it == name).unwrap().0;
            if decision.is_about_contact() && !self.model.may_note(who, decision) {
                continue;
            }
            self.decide(harness, who, decision).await;
            let deeds = today.entry(who).or_default();
            deeds.push(Deed::Decide(decision));
        }
        // Who asks today not to be tracked may do so before or after the others act.
        let untracks = |who: &UserId| {
            let deeds = today.get(who).into_iter().flatten();
            deeds
                .into_iter()
                .any(|deed| matches!(deed, Deed::Decide(Decision::Untrack)))
        };
        let mut about = self.model.people();
        about.retain(|who| !untracks(who));
        let removed = today.values().flatten().filter_map(Deed::removed);
        let removed: Vec<_> = removed.collect();
        let mut nameable = about.clone();
        nameable.extend(self.model.contacts().filter(|it| !removed.contains(it)));
        for (who, mut deeds) in self.pending.remove(&day).unwrap_or_default() {
            // Nobody logs people who left, asked not to be tracked or were removed, and the first two
            // do nothing.
            deeds.retain(|deed| about.contains(&who) && deed.is_with(&nameable));
            today.entry(who).or_default().extend(deeds);
        }
        for who in about {
            // Never beside other deeds: the same two logged twice at once are one talk, corrected.
            if !today.contains_key(&who)
                && let Some(met) = self.talk_without_nudge(who)
            {
                self.account.talks += 1;
                today.insert(who, vec![met]);
            }
        }
        let today: Vec<_> = today.into_iter().map(|it| self.doing(it)).collect();
        play(harness, &mut self.model, &today, self.now).await;
    }

    fn doing(&self, (who, deeds): (UserId, Vec<Deed>)) -> Doing {
        let name = self.people[&who];
        Doing { who, name, deeds }
    }

    async fn decide(&mut self, harness: &Harness, who: UserId, decision: Decision) {
        if matches!(decision, Decision::Leave | Decision::Return) {
            let leaves = decision == Decision::Leave;
            harness.rehearsal.change(|world| {
                let guild = four_winds(world);
                if leaves {
                    world.leave(guild, who);
                } else {
                    world.join(guild, who);
                }
            });
            self.model.set_gone(who, leaves);
            let gone = i64::try_from(self.model.gone()).unwrap();
            harness.until(stored::MEMBERS_GONE, gone).await;
        }
        if decision == Decision::Arrive {
            harness.rehearsal.change(|world| {
                let guild = four_winds(world);
                world.join(guild, who);
            });
            self.model.arrive(who, self.now);
        }
        if decision == Decision::On && self.day > 0 && self.people[&who] != "priya" {
            self.account.newcomer(who, self.now);
        }
    }

    /// A talk that a person has today without a nudge, if any.
    fn talk_without_nudge(&mut self, who: UserId) -> Option<Deed> {
        let manner = Manner::of(self.people[&who]);
        if self.chance.below(1000) >= manner.logs(self.day) {
            return None;
        }
        let yesterday = play::yesterday(self.now, self.model.member(who).zone);
        let contacts: Vec<_> = self.model.contacts_of(who).collect();
        if !contacts.is_empty() && self.chance.percent(25) {
            let others = self.chance.some(contacts, 1);
            let when = self.chance.percent(30).then_some(yesterday);
            return Some(Deed::Met { others, when });
        }
        let mut others = self.model.people();
        others.retain(|other| *other != who);
        let count = match manner {
            Manner::Busy => 5,
            _ if self.chance.percent(20) => 2,
            _ => 1,
        };
        let others = self.chance.some(others, count);
        let when = self.chance.percent(30).then_some(yesterday);
        Some(Deed::Met { others, when })
    }

    /// Advances the clock to `to`; checks what arrives, and lets each receiver decide on an answer.
    async fn passes(&mut self, harness: &Harness, to: DateTime<Utc>) {
        harness.clock.advance_to(to).await;
        let arrived = self.unchecked(harness);
        for nudge in &arrived {
            self.looked_at.insert(nudge.to, nudge.message);
            self.decide_on_answer(harness, nudge);
        }
        self.account.check(&mut self.model, self.now, to, arrived);
        self.now = to;
        let problems = &self.account.problems;
        assert!(problems.is_empty(), "by {to}: {problems:#?}");
    }

    /// The nudges not checked so far.
    fn unchecked(&self, harness: &Harness) -> Vec<Arrived> {
        harness.rehearsal.look(|world| {
            let mut arrived = Vec::new();
            for who in self.people.keys() {
                let last = self.looked_at.get(who).copied();
                let Some(dms) = world.find_dm_channel(*who) else {
                    continue;
                };
                let new =
                    from_bot(world, dms).take_while(|it| last.is_none_or(|last| last < it.id));
                arrived.extend(new.map(|message| read(world, &self.model, *who, message)));
            }
            arrived.sort_by_key(|it| it.number);
            arrived
        })
    }

    /// Decides whether a nudge is answered, on which day, and how.
    fn decide_on_answer(&mut self, harness: &Harness, nudge: &Arrived) {
        let name = self.people[&nudge.to];
        let manner = Manner::of(name);
        if !self.chance.percent(manner.answers(self.day)) {
            return;
        }
        let late = self.chance.percent(10);
        let wait = if late { 7 } else { 1 } + self.chance.below(if late { 14 } else { 5 });
        let person = harness.person(name).in_dms();
        let seen = person.look_again(nudge.message).unwrap();
        let mut deeds = Vec::new();
        // Four buttons for each person, over as many rows as they take.
        let buttons: Vec<_> = seen.parts().collect();
        for (of, four) in nudge.names.iter().zip(buttons.chunks(4)) {
            let Some((answer, button)) = self.answer(manner) else {
                continue;
            };
            self.account.answered(answer);
            let button = seen_button(four[button]);
            deeds.push(Deed::Press {
                nudge: nudge.message,
                button,
                of: *of,
                named: nudge.sent,
                answer,
            });
        }
        let on = self.pending.entry(self.day + wait).or_default();
        on.push((nudge.to, deeds));
    }

    /// A person's answer about a suggestion, and the position of its button.
    fn answer(&mut self, manner: Manner) -> Option<(Answer, usize)> {
        if manner == Manner::Stopping {
            return Some((Answer::Stop, 3));
        }
        match self.chance.below(100) {
            0..28 => Some((Answer::Talked, 0)),
            28..40 => Some((Answer::NotNow, 2)),
            40..44 => Some((Answer::Stop, 3)),
            _ => None,
        }
    }
}
