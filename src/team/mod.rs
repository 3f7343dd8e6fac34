//! A team: a Discord server that Rapport was added to, and what holds for all of it.

pub mod commands;
pub mod following;
pub mod removal;
pub mod store;
pub mod view;

use chrono::{DateTime, Utc, Weekday};

use crate::calendar::Zone;
use crate::config::{KudosSettings, TeamSettings};
use crate::errors::Refusal;
use crate::ids::{ChannelId, RoleId, TeamId};
use crate::ties::Circle;

/// What holds for a whole team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The server.
    pub id: TeamId,
    /// Zone of its calendar, and of members who chose none.
    pub zone: Zone,
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
    /// The role whose members are the roster; without one, it is whoever uses Rapport.
    pub roster: Option<RoleId>,
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
            roster: None,
            removed_at: None,
        }
    }

    /// The team with one thing set otherwise.
    #[must_use]
    pub fn with(self, change: Change) -> Self {
        match change {
            Change::Circle(circle) => Self { circle, ..self },
            Change::Kudos(switch) => Self {
                kudos_on: switch == Switch::On,
                ..self
            },
            Change::Leaderboards(switch) => Self {
                leaderboards_on: switch == Switch::On,
                ..self
            },
            Change::RecapChannel(channel) => Self {
                recap: Recap {
                    channel,
                    ..self.recap
                },
                ..self
            },
            Change::RecapWeekday(weekday) => Self {
                recap: Recap {
                    weekday,
                    ..self.recap
                },
                ..self
            },
            Change::Numbers { zone, allowance } => Self {
                zone,
                allowance,
                ..self
            },
            Change::Zone(zone) => Self { zone, ..self },
            Change::Roster(roster) => Self { roster, ..self },
        }
    }
}

/// What a roster can be, by what Discord tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rosters {
    /// The members of a role: Discord tells who they are.
    ByRole,
    /// The same, but the role that was chosen is no more.
    RoleGone,
    /// Only who uses Rapport is known: the members intent is off.
    Unknown,
}

/// One thing that `/setup` sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The circle of ties whose member chose none.
    Circle(Circle),
    /// Whether kudos can be given.
    Kudos(Switch),
    /// Whether leaderboards can be looked at.
    Leaderboards(Switch),
    /// Where the recap is posted, if it is.
    RecapChannel(Option<ChannelId>),
    /// When it is.
    RecapWeekday(Weekday),
    /// What the form asks for.
    Numbers {
        /// The team's zone.
        zone: Zone,
        /// How many kudos a day has.
        allowance: DailyAllowance,
    },
    /// The team's zone alone.
    Zone(Zone),
    /// Whose members are the roster.
    Roster(Option<RoleId>),
}

/// What can be had or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// It can.
    On,
    /// It can't.
    Off,
}

/// What is pressed in the panel of `/setup`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setup {
    /// The circle chosen.
    Circle,
    /// The recap's channel chosen.
    RecapChannel,
    /// The recap's day chosen.
    RecapWeekday,
    /// No recap.
    NoRecap,
    /// Kudos, yes.
    KudosOn,
    /// Kudos, no.
    KudosOff,
    /// Leaderboards, yes.
    LeaderboardsOn,
    /// Leaderboards, no.
    LeaderboardsOff,
    /// To be asked for zone and allowance.
    AskNumbers,
    /// Zone and allowance, as written.
    Numbers,
    /// The roster's role chosen.
    RosterRole,
    /// No role.
    NoRoster,
}

impl Setup {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Circle,
        Self::RecapChannel,
        Self::RecapWeekday,
        Self::NoRecap,
        Self::KudosOn,
        Self::KudosOff,
        Self::LeaderboardsOn,
        Self::LeaderboardsOff,
        Self::AskNumbers,
        Self::Numbers,
        Self::RosterRole,
        Self::NoRoster,
    ];

    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::RecapChannel => "recap-channel",
            Self::RecapWeekday => "recap-day",
            Self::NoRecap => "no-recap",
            Self::KudosOn => "kudos-on",
            Self::KudosOff => "kudos-off",
            Self::LeaderboardsOn => "boards-on",
            Self::LeaderboardsOff => "boards-off",
            Self::AskNumbers => "ask-numbers",
            Self::Numbers => "numbers",
            Self::RosterRole => "roster-role",
            Self::NoRoster => "no-roster",
        }
    }

    /// What goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setup| setup.as_str() == word)
    }
}

impl DailyAllowance {
    /// The most that makes sense of either number: the configuration's bound.
    pub const MAX: u32 = 100;

    /// Reads both numbers as somebody writes them.
    pub fn parse(per_day: &str, per_person: &str) -> Result<Self, Refusal> {
        let number = |text: &str| {
            text.trim()
                .parse()
                .ok()
                .filter(|number| (1..=Self::MAX).contains(number))
                .ok_or_else(|| {
                    Refusal::new(format!(
                        "A day can have 1 to {} kudos. Write a number like 5.",
                        Self::MAX
                    ))
                })
        };
        let (per_day, per_person) = (number(per_day)?, number(per_person)?);
        if per_person > per_day {
            return Err(Refusal::new(format!(
                "With {per_day} a day, no more than {per_day} can go to the same person. Write {per_day} \
                 or less for that."
            )));
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

    #[test]
    fn what_is_pressed_is_read_as_it_is_written() {
        for setup in Setup::ALL {
            assert_eq!(Setup::parse(setup.as_str()), Some(setup));
        }
    }
}
