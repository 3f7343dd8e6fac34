//! A queue of servers, each with the time of its next try.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::ids::TeamId;

/// Servers that something is to be done for. Kept in memory: after a start every server is seen again.
#[derive(Default)]
pub struct TeamQueue(Mutex<Turns>);

#[derive(Default)]
struct Turns {
    waiting: BTreeMap<TeamId, Turn>,
    /// The one that is being worked on.
    current: Option<TeamId>,
}

/// When a server is worked on.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// Since when it waits.
    pub since: DateTime<Utc>,
    /// When it is tried next.
    pub at: DateTime<Utc>,
}

impl TeamQueue {
    /// The server is due, from now on.
    pub fn add(&self, team: TeamId, now: DateTime<Utc>) {
        let turn = Turn {
            since: now,
            at: now,
        };
        self.turns().waiting.insert(team, turn);
    }

    /// The server changed: work under way may have been begun before that, and is done once more.
    pub fn change(&self, team: TeamId, now: DateTime<Utc>) {
        let is_current = self.turns().current == Some(team);
        if is_current {
            self.add(team, now);
        }
    }

    /// One that is due, and since when; it is the current one until the next call. It is removed
    /// first: added meanwhile, it is due again.
    pub fn take(&self, now: DateTime<Utc>) -> Option<(TeamId, DateTime<Utc>)> {
        let mut turns = self.turns();
        let mut waiting = turns.waiting.iter();
        let due = waiting.find(|(_, turn)| turn.at <= now);
        let due = due.map(|(&team, turn)| (team, turn.since));
        turns.current = due.map(|(team, _)| team);
        if let Some(team) = turns.current {
            turns.waiting.remove(&team);
        }
        due
    }

    /// The server is tried again at another time, unless it was added meanwhile.
    pub fn put_off(&self, team: TeamId, turn: Turn) {
        self.turns().waiting.entry(team).or_insert(turn);
    }

    /// When the next one is due.
    #[must_use]
    pub fn next(&self) -> Option<DateTime<Utc>> {
        self.turns().waiting.values().map(|turn| turn.at).min()
    }

    fn turns(&self) -> MutexGuard<'_, Turns> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
