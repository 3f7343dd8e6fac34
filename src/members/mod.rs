//! A member: a person in a team, and what they chose about nudges.

pub mod store;
pub mod zone;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::config::NudgeSettings;
use crate::ids::{ChannelId, PersonId, TeamId};
use crate::nudges::choose::Wish;
use crate::nudges::schedule::Schedule;
use crate::team::Team;

/// A person in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The team.
    pub team: TeamId,
    /// The person.
    pub person: PersonId,
    /// Their name as last seen.
    pub name: String,
    /// Whether they were asked about nudges: it is asked once.
    pub asked: bool,
    /// When they said yes to nudges; no direct message is ever sent without it.
    pub joined_at: Option<DateTime<Utc>>,
    /// No nudge that fell before this is made up for.
    pub nudges_from: Option<DateTime<Utc>>,
    /// Zone of their own; without one, the team's.
    pub own_zone: Option<Tz>,
    /// When in the week they want their nudge, by the wall clock in their zone.
    pub schedule: Schedule,
    /// How many people a nudge names at most.
    pub people: Wish,
    /// Where they take direct messages, once it was opened.
    pub dm_channel: Option<ChannelId>,
    /// Whether Discord said that they take no direct messages from us.
    pub dms_closed: bool,
}

impl Member {
    /// A member nothing was kept of yet.
    #[must_use]
    pub fn new(team: &Team, person: PersonId, name: &str, settings: &NudgeSettings) -> Self {
        Self {
            team: team.id,
            person,
            name: name.to_owned(),
            asked: false,
            joined_at: None,
            nudges_from: None,
            own_zone: None,
            schedule: Schedule {
                weekday: settings.weekday,
                time: settings.time,
                zone: team.zone,
            },
            people: settings.people,
            dm_channel: None,
            dms_closed: false,
        }
    }

    /// Whether they said yes to nudges.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.joined_at.is_some()
    }
}

/// A person somebody names, as Discord describes them at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Their name in this team, or of their account if they aren't in it.
    pub name: String,
    /// Whether it is a program's account.
    pub is_bot: bool,
    /// Whether they are in the team where they were named.
    pub in_team: bool,
}

/// Why somebody named can't be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is the one who names them.
    Oneself,
    /// It is a program's account.
    Bot(PersonId),
    /// They are not in this team.
    NotInTeam(PersonId),
}

/// The people that `caller` names, each once: other people of the same team.
pub fn others(caller: PersonId, named: &[Colleague]) -> Result<Vec<PersonId>, Unfit> {
    let mut others = Vec::with_capacity(named.len());
    for person in named {
        if person.id == caller {
            return Err(Unfit::Oneself);
        }
        if person.is_bot {
            return Err(Unfit::Bot(person.id));
        }
        if !person.in_team {
            return Err(Unfit::NotInTeam(person.id));
        }
        if !others.contains(&person.id) {
            others.push(person.id);
        }
    }
    Ok(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colleague(id: i64) -> Colleague {
        Colleague {
            id: PersonId(id),
            name: format!("p{id}"),
            is_bot: false,
            in_team: true,
        }
    }

    #[test]
    fn only_other_people_of_the_team_and_each_once() {
        let me = PersonId(1);
        let bot = Colleague {
            is_bot: true,
            ..colleague(3)
        };
        let stranger = Colleague {
            in_team: false,
            ..colleague(4)
        };
        let two = Ok(vec![PersonId(2), PersonId(5)]);
        assert_eq!(others(me, &[colleague(2), colleague(5), colleague(2)]), two);
        assert_eq!(
            others(me, &[colleague(2), colleague(1)]),
            Err(Unfit::Oneself)
        );
        assert_eq!(others(me, &[bot]), Err(Unfit::Bot(PersonId(3))));
        assert_eq!(others(me, &[stranger]), Err(Unfit::NotInTeam(PersonId(4))));
    }
}
