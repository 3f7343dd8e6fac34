//! What a gateway session shows, and since when.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use super::shard::Shard;
use crate::ids::TeamId;

/// The shards whose session began since the last call of [`Self::take`].
#[derive(Default)]
pub(crate) struct NewSessions(Mutex<HashSet<Shard>>);

impl NewSessions {
    /// The shard's session begins: Rapport may have missed earlier events about its servers.
    pub(crate) fn begin(&self, shard: Shard) {
        self.shards().insert(shard);
    }

    /// Returns the shards whose session began, and forgets them.
    pub(crate) fn take(&self) -> HashSet<Shard> {
        std::mem::take(&mut self.shards())
    }

    /// The servers of these shards have to be looked at again.
    pub(crate) fn put_back(&self, shards: HashSet<Shard>) {
        self.shards().extend(shards);
    }

    fn shards(&self) -> MutexGuard<'_, HashSet<Shard>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Since when Discord sends an event for members who leave each server. With the members intent,
/// this starts when a session shows the server. After a dropped connection, Discord sends missed
/// events when the session resumes, or the next session shows the server again.
#[derive(Default)]
pub(crate) struct LeaveEvents(Mutex<HashMap<TeamId, DateTime<Utc>>>);

impl LeaveEvents {
    /// A session shows the server: Rapport may have missed earlier events.
    pub(crate) fn begin(&self, team: TeamId, now: DateTime<Utc>) {
        self.teams().insert(team, now);
    }

    /// An event about the server could not be stored.
    pub(crate) fn forget(&self, team: TeamId) {
        self.teams().remove(&team);
    }

    /// Since when. `None` if Discord sends no such events.
    #[must_use]
    pub(crate) fn since(&self, team: TeamId) -> Option<DateTime<Utc>> {
        self.teams().get(&team).copied()
    }

    fn teams(&self) -> MutexGuard<'_, HashMap<TeamId, DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
