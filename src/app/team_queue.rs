//! A queue of servers, each with the time of its next try.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::ids::TeamId;

/// Servers that something is to be done for. Kept in memory: after a start every server is seen again.
#[derive(Default)]
pub struct TeamQueue(Mutex<BTreeMap<TeamId, Turn>>);

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
        self.turns().insert(team, turn);
    }

    /// One that is due, and since when. It is removed first: added meanwhile, it is due again.
    pub fn take(&self, now: DateTime<Utc>) -> Option<(TeamId, DateTime<Utc>)> {
        let mut turns = self.turns();
        let (&team, &turn) = turns.iter().find(|(_, turn)| turn.at <= now)?;
        turns.remove(&team);
        Some((team, turn.since))
    }

    /// The server is tried again at another time, unless it was added meanwhile.
    pub fn put_off(&self, team: TeamId, turn: Turn) {
        self.turns().entry(team).or_insert(turn);
    }

    /// When the next one is due.
    #[must_use]
    pub fn next(&self) -> Option<DateTime<Utc>> {
        self.turns().values().map(|turn| turn.at).min()
    }

    fn turns(&self) -> MutexGuard<'_, BTreeMap<TeamId, Turn>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
