//! What a gateway session shows, and since when.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::ids::TeamId;

/// Whether a session began since the last call of [`Self::take`].
#[derive(Default)]
pub(crate) struct NewSession(AtomicBool);

impl NewSession {
    /// A session begins: Rapport may have missed earlier events.
    pub(crate) fn begin(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Returns whether a session began, and resets that.
    pub(crate) fn take(&self) -> bool {
        self.0.swap(false, Ordering::AcqRel)
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
