//! A team: a Discord server that Rapport was added to, and what holds for all of it.

pub mod store;

use chrono_tz::Tz;

use crate::config::TeamSettings;
use crate::ids::TeamId;
use crate::ties::Circle;

/// What holds for a whole team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The server.
    pub id: TeamId,
    /// Zone of its calendar, and of members who chose none.
    pub zone: Tz,
    /// Circle of ties whose member chose none.
    pub circle: Circle,
}

impl Team {
    /// A team nobody has set up yet.
    #[must_use]
    pub fn new(id: TeamId, settings: &TeamSettings) -> Self {
        Self {
            id,
            zone: settings.zone,
            circle: settings.circle,
        }
    }
}
