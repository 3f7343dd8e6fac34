//! Which people are together, and for how long: pure, from what Discord tells.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{LONGEST_PAUSE, MOST_PEOPLE, Pair, SHORTEST_TALK, Together};
use crate::discord::shard::Shard;
use crate::discord::voice::{PersonInVoice, VoiceEvent};
use crate::ids::{ChannelId, PersonId, TeamId};

/// A long talk is stored this often, so that a crash loses no more of it.
const STORED_EVERY: TimeDelta = TimeDelta::minutes(10);

/// A session shows its servers right after it begins; their events may overtake that one.
const SHOWN_WITHIN: TimeDelta = TimeDelta::seconds(5);

/// The voice channels of all servers.
#[derive(Default)]
pub(super) struct Tracker {
    /// The shards whose connection is lost.
    lost: HashSet<Shard>,
    /// When the session of each shard began, which shows its servers.
    sessions: HashMap<Shard, DateTime<Utc>>,
    servers: HashMap<TeamId, Server>,
    stretches: BTreeMap<Pair, Stretch>,
    ended: Vec<Together>,
}

#[derive(Default)]
struct Server {
    /// When a session last showed it whole.
    shown_at: DateTime<Utc>,
    afk: Option<ChannelId>,
    stages: HashSet<ChannelId>,
    people: HashMap<PersonId, PersonInVoice>,
}

/// A time that two people spend together, with short pauses.
struct Stretch {
    since: DateTime<Utc>,
    /// How long they were together before the present moment of it began.
    before: TimeDelta,
    state: State,
    stored: i64,
    /// When it is stored next, as a length of it.
    store_at: TimeDelta,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Together(DateTime<Utc>),
    Apart(DateTime<Utc>),
}

impl Stretch {
    fn new(now: DateTime<Utc>) -> Self {
        Self {
            since: now,
            before: TimeDelta::zero(),
            state: State::Together(now),
            stored: 0,
            store_at: SHORTEST_TALK,
        }
    }

    /// For how long they were together. A clock that was set back takes nothing away.
    fn length(&self, now: DateTime<Utc>) -> TimeDelta {
        match self.state {
            State::Together(since) => self.before + (now - since).max(TimeDelta::zero()),
            State::Apart(_) => self.before,
        }
    }

    fn is_over(&self, now: DateTime<Utc>) -> bool {
        matches!(self.state, State::Apart(since) if now - since >= LONGEST_PAUSE)
    }

    /// When something is to be done about it.
    fn due_at(&self) -> DateTime<Utc> {
        match self.state {
            State::Together(since) => since + (self.store_at - self.before).max(TimeDelta::zero()),
            State::Apart(since) => since + LONGEST_PAUSE,
        }
    }

    fn together(&self, pair: Pair, now: DateTime<Utc>) -> Together {
        Together {
            pair,
            since: self.since,
            length: self.length(now),
            stored: self.stored,
        }
    }
}

impl Tracker {
    /// Takes note of what happened at `now`.
    pub(super) fn note(&mut self, event: VoiceEvent, now: DateTime<Utc>) {
        match event {
            VoiceEvent::Shown {
                team,
                afk,
                stages,
                people,
            } => {
                let people = people.into_iter().collect();
                let server = Server {
                    shown_at: now,
                    afk,
                    stages,
                    people,
                };
                self.servers.insert(team, server);
                self.compare(team, now);
            }
            VoiceEvent::Afk { team, afk } => {
                if let Some(server) = self.servers.get_mut(&team) {
                    server.afk = afk;
                }
                self.compare(team, now);
            }
            VoiceEvent::Stage { team, channel } => {
                if let Some(server) = self.servers.get_mut(&team) {
                    server.stages.insert(channel);
                }
            }
            VoiceEvent::Moved {
                team,
                person,
                in_voice,
            } => {
                let Some(server) = self.servers.get_mut(&team) else {
                    return;
                };
                match in_voice {
                    Some(here) => server.people.insert(person, here),
                    None => server.people.remove(&person),
                };
                self.compare(team, now);
            }
            VoiceEvent::Hidden(team) => {
                self.servers.remove(&team);
                self.compare(team, now);
            }
            VoiceEvent::NewSession(shard) => {
                // Discord divides the servers differently when there are more shards.
                self.sessions.retain(|it, _| it.total == shard.total);
                self.lost.retain(|it| it.total == shard.total);
                self.sessions.insert(shard, now);
                self.compare_all(shard, now);
            }
            VoiceEvent::Lost(shard) => {
                self.lost.insert(shard);
                self.compare_all(shard, now);
            }
            VoiceEvent::Back(shard) => {
                self.lost.remove(&shard);
                self.compare_all(shard, now);
            }
        }
    }

    /// Compares the servers of a shard.
    fn compare_all(&mut self, shard: Shard, now: DateTime<Utc>) {
        let teams = self.servers.keys().filter(|team| shard.serves(**team));
        for team in teams.copied().collect::<Vec<_>>() {
            self.compare(team, now);
        }
    }

    /// Brings the stretches of a team up to date with who is together now.
    fn compare(&mut self, team: TeamId, now: DateTime<Utc>) {
        let is_lost = self.lost.iter().any(|shard| shard.serves(team));
        let session = self.sessions.iter().find(|(shard, _)| shard.serves(team));
        let shown_since = session.map_or(DateTime::UNIX_EPOCH, |(_, since)| *since - SHOWN_WITHIN);
        let is_known = |it: &&Server| !is_lost && it.shown_at >= shown_since;
        let server = self.servers.get(&team).filter(is_known);
        let together = server.map(Server::pairs).unwrap_or_default();
        let pair = |(one, other)| Pair { team, one, other };
        let together: BTreeSet<_> = together.into_iter().map(pair).collect();
        let (first, last) = (
            pair((PersonId(i64::MIN), PersonId(i64::MIN))),
            pair((PersonId(i64::MAX), PersonId(i64::MAX))),
        );
        for (pair, stretch) in self.stretches.range_mut(first..=last) {
            if !together.contains(pair) && matches!(stretch.state, State::Together(_)) {
                stretch.before = stretch.length(now);
                stretch.state = State::Apart(now);
            }
        }
        for pair in together {
            self.resume(pair, now);
        }
    }

    fn resume(&mut self, pair: Pair, now: DateTime<Utc>) {
        let stretch = self
            .stretches
            .entry(pair)
            .or_insert_with(|| Stretch::new(now));
        if stretch.is_over(now) {
            self.ended.push(stretch.together(pair, now));
            *stretch = Stretch::new(now);
        } else if matches!(stretch.state, State::Apart(_)) {
            stretch.state = State::Together(now);
        }
    }

    /// The talks to store now: those that ended, and those that are long enough.
    pub(super) fn take_due(&mut self, now: DateTime<Utc>) -> Vec<Together> {
        let mut due = std::mem::take(&mut self.ended);
        let over = self.stretches.extract_if(.., |_, it| it.is_over(now));
        due.extend(over.map(|(pair, it)| it.together(pair, now)));
        for (pair, stretch) in &mut self.stretches {
            if stretch.length(now) >= stretch.store_at {
                due.push(stretch.together(*pair, now));
                stretch.store_at = stretch.length(now) + STORED_EVERY;
            }
        }
        due.retain(|it| it.length >= SHORTEST_TALK && it.length.num_minutes() > it.stored);
        due
    }

    /// So many minutes of the pair's talk are stored.
    pub(super) fn stored(&mut self, talk: &Together, minutes: i64) {
        let stretch = self.stretches.get_mut(&talk.pair);
        if let Some(stretch) = stretch.filter(|it| it.since == talk.since) {
            stretch.stored = minutes;
        }
    }

    /// The talk could not be stored: it is due again.
    pub(super) fn put_back(&mut self, talk: Together) {
        let stretch = self.stretches.get_mut(&talk.pair);
        match stretch.filter(|it| it.since == talk.since) {
            Some(stretch) => stretch.store_at = SHORTEST_TALK,
            None => self.ended.push(talk),
        }
    }

    /// When something is due next.
    pub(super) fn next(&self) -> Option<DateTime<Utc>> {
        self.stretches.values().map(Stretch::due_at).min()
    }
}

impl Server {
    /// Everybody who is together with somebody: two to five people who hear each other.
    fn pairs(&self) -> Vec<(PersonId, PersonId)> {
        let mut channels: HashMap<ChannelId, Vec<PersonId>> = HashMap::new();
        for (person, here) in &self.people {
            let is_talk = Some(here.channel) != self.afk && !self.stages.contains(&here.channel);
            if is_talk && here.hears && !here.is_bot {
                channels.entry(here.channel).or_default().push(*person);
            }
        }
        let mut pairs = Vec::new();
        for people in channels.values().filter(|it| it.len() <= MOST_PEOPLE) {
            for one in people {
                let others = people.iter().filter(|other| one < other);
                pairs.extend(others.map(|other| (*one, *other)));
            }
        }
        pairs
    }
}

#[cfg(test)]
mod tests;
