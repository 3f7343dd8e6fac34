//! Names of servers. A direct message belongs to no server, so its text names the one it is about.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::ids::TeamId;

/// The names that Discord sent since the process started: Discord sends them again after a start.
#[derive(Default)]
pub(crate) struct ServerNames(Mutex<HashMap<TeamId, String>>);

impl ServerNames {
    /// Stores the server's current name.
    pub(crate) fn set(&self, team: TeamId, name: &str) {
        self.all().insert(team, name.to_owned());
    }

    /// The server's name, if Discord sent it.
    #[must_use]
    pub(crate) fn get(&self, team: TeamId) -> Option<String> {
        self.all().get(&team).cloned()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<TeamId, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
