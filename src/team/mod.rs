//! A team: a Discord server with Rapport, and its settings.

mod load;
pub mod store;

use chrono::{DateTime, Utc, Weekday};

pub(crate) use load::{load, load_for, present};

use crate::calendar::Circle;
use crate::calendar::Zone;
use crate::config::{KudosSettings, TeamSettings};
use crate::discord::emoji::Emoji;
use crate::errors::Refusal;
use crate::ids::{ChannelId, RoleId, TeamId};
use crate::language::{Language, text};

/// A team and its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The server.
    pub id: TeamId,
    /// The zone of its calendar, and of members without their own.
    pub(crate) zone: Zone,
    /// The circle of ties whose member chose none.
    pub circle: Circle,
    /// Whether members can give kudos.
    pub(crate) kudos_on: bool,
    /// How many kudos they can give.
    pub(crate) allowance: DailyAllowance,
    /// The emoji that thanks the author of a message, if one does.
    pub(crate) reaction: Option<Emoji>,
    /// Whether members can see leaderboards.
    pub(crate) leaderboards_on: bool,
    /// Whether talks in voice channels count, for members who want that.
    pub(crate) voice_on: bool,
    /// Where and when the week's kudos are recapped.
    pub(crate) recap: RecapSchedule,
    /// The role whose members are the roster; `None` is everyone who uses Rapport.
    pub(crate) roster: Option<RoleId>,
    /// The language of posts, if an admin chose one.
    pub(crate) own_language: Option<Language>,
    /// The language of the server, as Discord last said.
    pub(crate) server_language: Language,
    /// When Rapport was removed from the server, if so.
    pub(crate) removed_at: Option<DateTime<Utc>>,
}

/// How many kudos a member may give in a day of the team's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DailyAllowance {
    /// In total, counting each person thanked.
    pub(crate) per_day: u32,
    /// To the same person.
    pub(crate) per_person: u32,
}

/// Where and when the week's kudos are recapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RecapSchedule {
    /// The channel; `None` is no recap.
    pub(crate) channel: Option<ChannelId>,
    /// The weekday.
    pub(crate) weekday: Weekday,
}

impl Default for RecapSchedule {
    /// No channel; on Fridays once a channel is chosen, when the week's thanks are recent.
    fn default() -> Self {
        Self {
            channel: None,
            weekday: Weekday::Fri,
        }
    }
}

impl Team {
    /// A team with the default settings.
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
            reaction: None,
            leaderboards_on: true,
            voice_on: true,
            recap: RecapSchedule::default(),
            roster: None,
            own_language: None,
            // What Discord gives a new server.
            server_language: Language::English,
            removed_at: None,
        }
    }

    /// The language of posts that all can read.
    #[must_use]
    pub(crate) fn language(&self) -> Language {
        self.own_language.unwrap_or(self.server_language)
    }

    /// The team after one change.
    #[must_use]
    pub(crate) fn with(self, change: TeamChange) -> Self {
        match change {
            TeamChange::Circle(circle) => Self { circle, ..self },
            TeamChange::Kudos(switch) => Self {
                kudos_on: switch == Switch::On,
                ..self
            },
            TeamChange::Reaction(reaction) => Self { reaction, ..self },
            TeamChange::Leaderboards(switch) => Self {
                leaderboards_on: switch == Switch::On,
                ..self
            },
            TeamChange::Voice(switch) => Self {
                voice_on: switch == Switch::On,
                ..self
            },
            TeamChange::RecapChannel(channel) => Self {
                recap: RecapSchedule {
                    channel,
                    ..self.recap
                },
                ..self
            },
            TeamChange::RecapWeekday(weekday) => Self {
                recap: RecapSchedule {
                    weekday,
                    ..self.recap
                },
                ..self
            },
            TeamChange::Numbers { zone, allowance } => Self {
                zone,
                allowance,
                ..self
            },
            TeamChange::Zone(zone) => Self { zone, ..self },
            TeamChange::Roster(roster) => Self { roster, ..self },
            TeamChange::Language(own_language) => Self {
                own_language,
                ..self
            },
        }
    }
}

/// One change in `/setup`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TeamChange {
    /// The circle of ties whose member chose none.
    Circle(Circle),
    /// Whether members can give kudos.
    Kudos(Switch),
    /// The emoji that thanks the author of a message, if any.
    Reaction(Option<Emoji>),
    /// Whether members can see leaderboards.
    Leaderboards(Switch),
    /// Whether talks in voice channels count.
    Voice(Switch),
    /// The recap's channel, if any.
    RecapChannel(Option<ChannelId>),
    /// The recap's weekday.
    RecapWeekday(Weekday),
    /// Zone and allowance, from the form.
    Numbers {
        /// The team's zone.
        zone: Zone,
        /// How many kudos a member may give in a day.
        allowance: DailyAllowance,
    },
    /// Only the team's zone.
    Zone(Zone),
    /// The role whose members are the roster.
    Roster(Option<RoleId>),
    /// The language of posts; `None` is the server's.
    Language(Option<Language>),
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Switch {
    /// It can.
    On,
    /// It can't.
    Off,
}

impl DailyAllowance {
    /// The upper limit of both numbers, as in the configuration.
    pub(crate) const MAX: u32 = 100;

    /// Reads both numbers as an admin wrote them.
    pub(crate) fn parse(per_day: &str, per_person: &str) -> Result<Self, Refusal> {
        let number = |text: &str| {
            text.trim()
                .parse()
                .ok()
                .filter(|number| (1..=Self::MAX).contains(number))
                .ok_or_else(|| Refusal::new(text!("allowance-range", most = Self::MAX)))
        };
        let (per_day, per_person) = (number(per_day)?, number(per_person)?);
        if per_person > per_day {
            return Err(Refusal::new(text!("allowance-per-person", per_day)));
        }
        Ok(Self {
            per_day,
            per_person,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_two_numbers_from_1_to_100() {
        let read = DailyAllowance::parse(" 10", "3 ");
        let expected = DailyAllowance {
            per_day: 10,
            per_person: 3,
        };
        assert_eq!(read, Ok(expected));
        for (day, person) in [
            ("0", "2"),
            ("5", "101"),
            ("1", "5"),
            ("five", "2"),
            ("", ""),
        ] {
            assert!(
                DailyAllowance::parse(day, person).is_err(),
                "{day} {person}"
            );
        }
    }
}
