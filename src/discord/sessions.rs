//! What a session at the gateway shows, and since when.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::ids::TeamId;

/// Whether a session began since it was last asked.
#[derive(Default)]
pub struct NewSession(AtomicBool);

impl NewSession {
    /// A session begins: what happened before may have been told to nobody.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether one began; the next time it did not.
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::AcqRel)
    }
}

/// Since when Discord tells who leaves which server: with the members intent, from the moment a
/// session shows it. What a dropped connection missed is told when it resumes, or the next session
/// shows the server anew.
#[derive(Default)]
pub struct LeaveEvents(Mutex<HashMap<TeamId, DateTime<Utc>>>);

impl LeaveEvents {
    /// A session shows the server: what happened before may have been told to nobody.
    pub fn begin(&self, team: TeamId, now: DateTime<Utc>) {
        self.teams().insert(team, now);
    }

    /// Something that was told of the server is not kept.
    pub fn forget(&self, team: TeamId) {
        self.teams().remove(&team);
    }

    /// Since when; `None` if Discord does not tell.
    #[must_use]
    pub fn since(&self, team: TeamId) -> Option<DateTime<Utc>> {
        self.teams().get(&team).copied()
    }

    fn teams(&self) -> MutexGuard<'_, HashMap<TeamId, DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
