//! What servers are called: a direct message belongs to none, so it has to say which it is about.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::ids::TeamId;

/// The names that Discord told, as long as this process runs: it tells them again to the next.
#[derive(Default)]
pub struct ServerNames(Mutex<HashMap<TeamId, String>>);

impl ServerNames {
    /// The server has this name now.
    pub fn set(&self, team: TeamId, name: &str) {
        self.all().insert(team, name.to_owned());
    }

    /// The server's name, if it was told.
    #[must_use]
    pub fn get(&self, team: TeamId) -> Option<String> {
        self.all().get(&team).cloned()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<TeamId, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
