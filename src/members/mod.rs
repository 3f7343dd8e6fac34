//! A member: a person in a team, and what they chose about nudges.

pub mod change;
pub mod following;
mod load;
pub mod mentions;
pub mod pause;
pub mod plan;
pub mod presence;
pub mod store;
mod untracked;

use chrono::{DateTime, NaiveTime, Utc};

pub use load::{asker, load};
pub use untracked::refuse_untracked;

use crate::calendar::Wish;
use crate::calendar::Zone;
use crate::calendar::schedule::Schedule;
use crate::calendar::wall_clock::time_of_day;
use crate::config::NudgeSettings;
use crate::discord::Colleague;
use crate::discord::names::PersonName;
use crate::errors::Refusal;
use crate::ids::{ChannelId, PersonId, TeamId};
use crate::team::Team;
use pause::Pause;

/// A person in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is known of a person by itself, and none excludes another"
)]
pub struct Member {
    /// The team.
    pub team: TeamId,
    /// The person.
    pub person: PersonId,
    /// Their name as last seen.
    pub name: PersonName,
    /// Whether they were asked about nudges: it is asked once.
    pub asked: bool,
    /// When they said yes to nudges; no direct message is ever sent without it.
    pub joined_at: Option<DateTime<Utc>>,
    /// No nudge that fell before this is made up for.
    pub nudges_from: Option<DateTime<Utc>>,
    /// When their next nudge falls, as it is planned: one a week, and fewer of who ignores them.
    pub next_nudge_at: Option<DateTime<Utc>>,
    /// Zone of their own; without one, the team's.
    pub own_zone: Option<Zone>,
    /// When in the week they want their nudge, by the wall clock in their zone.
    pub schedule: Schedule,
    /// How many people a nudge names at most.
    pub people: Wish,
    /// Where they take direct messages, once it was opened.
    pub dm_channel: Option<ChannelId>,
    /// Whether Discord said that they take no direct messages from us.
    pub dms_closed: bool,
    /// The pause they made, which may be over by now.
    pub pause: Option<Pause>,
    /// Whether leaderboards leave them out.
    pub hidden: bool,
    /// Whether they asked not to be tracked.
    pub untracked: bool,
}

impl Member {
    /// A member nothing was kept of yet.
    #[must_use]
    pub fn new(team: &Team, person: PersonId, name: &PersonName, settings: &NudgeSettings) -> Self {
        Self {
            team: team.id,
            person,
            name: name.clone(),
            asked: false,
            joined_at: None,
            nudges_from: None,
            next_nudge_at: None,
            own_zone: None,
            schedule: Schedule {
                weekday: settings.weekday,
                time: settings.time,
                zone: team.zone,
            },
            people: settings.people,
            dm_channel: None,
            dms_closed: false,
            pause: None,
            hidden: false,
            untracked: false,
        }
    }

    /// Whether they said yes to nudges.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.joined_at.is_some()
    }

    /// The pause that holds at `now`.
    #[must_use]
    pub fn paused(&self, now: DateTime<Utc>) -> Option<Pause> {
        self.pause.filter(|pause| pause.holds(now))
    }

    /// Before when no nudge of theirs is sent; `None` if none is at all, as things are.
    #[must_use]
    pub fn nudges_not_before(&self) -> Option<DateTime<Utc>> {
        let from = self.nudges_from.filter(|_| self.hindrance().is_none())?;
        Some(match self.pause {
            Some(Pause::Until(end)) => from.max(end),
            _ => from,
        })
    }

    /// When a nudge of theirs can come from `from` on, at the earliest; `None` if none does, as things
    /// are.
    #[must_use]
    pub fn nudge_after(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let not_before = self.nudges_not_before()?;
        let planned = self.next_nudge_at.filter(|planned| from <= *planned);
        Some(planned.unwrap_or_else(|| self.schedule.next_after(from.max(not_before)).at))
    }

    /// Why no nudge of theirs is sent until they do something; `None` if some are.
    #[must_use]
    pub fn hindrance(&self) -> Option<Hindrance> {
        if self.untracked {
            Some(Hindrance::Untracked)
        } else if !self.is_joined() {
            // A schedule can be set without joining, and is no consent.
            Some(Hindrance::Off)
        } else if self.dms_closed {
            Some(Hindrance::ClosedDms)
        } else {
            let is_open = self.pause == Some(Pause::UntilTheySay);
            is_open.then_some(Hindrance::Paused)
        }
    }
}

/// Why no nudge is sent to a member, until they do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// They asked not to be tracked.
    Untracked,
    /// They did not say yes to nudges.
    Off,
    /// They take no direct messages.
    ClosedDms,
    /// They paused them until they say otherwise.
    Paused,
}

/// Reads the time on the wall at which a member wants their nudge.
pub fn wall_time(text: &str) -> Result<NaiveTime, Refusal> {
    time_of_day(text).ok_or_else(|| {
        Refusal::new("I can't read that as a time of day. Try 9, 09:30, 0930, 5 pm or noon.")
    })
}

/// Whose settings are changed, and when.
#[derive(Debug, Clone, Copy)]
pub struct Of {
    /// The team.
    pub team: TeamId,
    /// The member, who is kept by now.
    pub person: PersonId,
    /// The instant.
    pub now: DateTime<Utc>,
}

/// Why somebody named can't be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It is the one who names them.
    Oneself,
    /// It is a program's account.
    Bot(PersonName),
    /// They are not in this team.
    NotInTeam(PersonName),
}

/// The people that `caller` names, each once: other people of the same team.
pub fn others(caller: PersonId, named: &[Colleague]) -> Result<Vec<PersonId>, Unfit> {
    let mut others = Vec::with_capacity(named.len());
    for person in named {
        if person.id == caller {
            return Err(Unfit::Oneself);
        }
        if person.is_bot {
            return Err(Unfit::Bot(person.name.clone()));
        }
        if !person.in_team {
            return Err(Unfit::NotInTeam(person.name.clone()));
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
            name: PersonName {
                shown: format!("P {id}"),
                username: format!("p{id}"),
            },
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
        assert_eq!(others(me, &[bot]), Err(Unfit::Bot(colleague(3).name)));
        assert_eq!(
            others(me, &[stranger]),
            Err(Unfit::NotInTeam(colleague(4).name))
        );
    }
}
