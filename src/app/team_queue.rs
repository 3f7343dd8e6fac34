//! A queue of servers, each with the time of its next try.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::ids::TeamId;

/// Servers with work to do. The queue is only in memory: after a start Discord lists every server
/// again.
#[derive(Default)]
pub(crate) struct TeamQueue(Mutex<Queue>);

#[derive(Default)]
struct Queue {
    waiting: BTreeMap<TeamId, Attempt>,
    /// The server that a worker handles now.
    current: Option<TeamId>,
}

/// When a server is due.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempt {
    /// When it was added.
    pub(crate) since: DateTime<Utc>,
    /// When a worker tries it next.
    pub(crate) at: DateTime<Utc>,
}

impl TeamQueue {
    /// Adds the server: it is due now.
    pub(crate) fn add(&self, team: TeamId, now: DateTime<Utc>) {
        let attempt = Attempt {
            since: now,
            at: now,
        };
        self.queue().waiting.insert(team, attempt);
    }

    /// Adds the server again if a worker handles it now: that work may have started before the
    /// change.
    pub(crate) fn change(&self, team: TeamId, now: DateTime<Utc>) {
        let is_current = self.queue().current == Some(team);
        if is_current {
            self.add(team, now);
        }
    }

    /// Removes a due server, and returns it and when it was added. It is the current server until
    /// the next call. If it is added meanwhile, it is due again.
    pub(crate) fn take(&self, now: DateTime<Utc>) -> Option<(TeamId, DateTime<Utc>)> {
        let mut queue = self.queue();
        let mut waiting = queue.waiting.iter();
        let due = waiting.find(|(_, attempt)| attempt.at <= now);
        let due = due.map(|(&team, attempt)| (team, attempt.since));
        queue.current = due.map(|(team, _)| team);
        if let Some(team) = queue.current {
            queue.waiting.remove(&team);
        }
        due
    }

    /// Adds the server for a later try, unless it was added meanwhile.
    pub(crate) fn put_off(&self, team: TeamId, attempt: Attempt) {
        self.queue().waiting.entry(team).or_insert(attempt);
    }

    /// When the next server is due.
    #[must_use]
    pub(crate) fn next(&self) -> Option<DateTime<Utc>> {
        self.queue()
            .waiting
            .values()
            .map(|attempt| attempt.at)
            .min()
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
