//! A team: a Discord server that Rapport was added to, and what holds for all of it.

pub mod store;

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Tz;

use crate::config::{KudosSettings, TeamSettings};
use crate::ids::{ChannelId, TeamId};
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
    /// Whether kudos can be given.
    pub kudos_on: bool,
    /// How many of them.
    pub allowance: DailyAllowance,
    /// Whether leaderboards can be looked at.
    pub leaderboards_on: bool,
    /// Where and when the week's kudos are recapped.
    pub recap: Recap,
    /// When Rapport was removed from the server, if it is.
    pub removed_at: Option<DateTime<Utc>>,
}

/// How many kudos a member may give in a day of the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyAllowance {
    /// In all, counting each person thanked.
    pub per_day: u32,
    /// To the same person.
    pub per_person: u32,
}

/// Where and when the week's kudos are recapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recap {
    /// The channel; without one there is no recap.
    pub channel: Option<ChannelId>,
    /// The day of the team's week.
    pub weekday: Weekday,
}

impl Default for Recap {
    /// None, and on Fridays once a channel is chosen: when a week's thanks are fresh.
    fn default() -> Self {
        Self {
            channel: None,
            weekday: Weekday::Fri,
        }
    }
}

impl Team {
    /// A team nobody has set up yet.
    #[must_use]
    pub fn new(id: TeamId, settings: &TeamSettings, kudos: &KudosSettings) -> Self {
        Self {
            id,
            zone: settings.zone,
            circle: settings.circle,
            kudos_on: true,
            allowance: DailyAllowance {
                per_day: kudos.per_day,
                per_person: kudos.per_person_per_day,
            },
            leaderboards_on: true,
            recap: Recap::default(),
            removed_at: None,
        }
    }
}
