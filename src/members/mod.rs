//! A member: a person in a team, and what they chose about nudges.

pub mod change;
pub(crate) mod closed_dms;
pub(crate) mod dm;
pub mod following;
mod load;
pub mod mentions;
pub mod pause;
pub mod presence;
pub mod store;
mod untracked;

use chrono::{DateTime, Utc};

pub(crate) use load::{Asker, asker, asker_about};

use crate::calendar::schedule::Schedule;
use crate::calendar::{Absence, PeoplePerNudge, Zone};
use crate::config::NudgeSettings;
use crate::discord::Colleague;
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, EncounterId, MemberKey, PersonId, TeamId};
use crate::language::Language;
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
    /// Whether Rapport asked them about nudges; it asks once.
    pub asked: bool,
    /// The encounter whose answer shows that question, until they answer it.
    pub(crate) asked_on: Option<EncounterId>,
    /// When they said yes to nudges. Rapport sends no direct message without it.
    pub joined_at: Option<DateTime<Utc>>,
    /// Nudges that were due before this are skipped.
    pub nudges_from: Option<DateTime<Utc>>,
    /// The planned time of their next nudge: weekly, less often if they ignore nudges.
    pub next_nudge_at: Option<DateTime<Utc>>,
    /// Their own zone; `None` is the team's.
    pub own_zone: Option<Zone>,
    /// When in the week they want their nudge, in their zone.
    pub schedule: Schedule,
    /// How many people a nudge names at most.
    pub people: PeoplePerNudge,
    /// Their channel of direct messages, once Rapport opened it.
    pub dm_channel: Option<ChannelId>,
    /// Whether Discord refuses direct messages to them.
    pub dms_closed: bool,
    /// Their pause, which may be over.
    pub pause: Option<Pause>,
    /// Their absence, which may be over.
    pub absence: Option<Absence>,
    /// The language of their direct messages, if they chose one.
    pub own_language: Option<Language>,
    /// The language of the client that they last used; the server's until they use Rapport.
    pub client_language: Language,
    /// Whether leaderboards hide them.
    pub hidden: bool,
    /// Whether they asked not to be tracked.
    pub untracked: bool,
}

impl Member {
    /// A member who is not stored yet.
    #[must_use]
    pub fn new(team: &Team, person: PersonId, name: &PersonName, settings: &NudgeSettings) -> Self {
        Self {
            team: team.id,
            person,
            name: name.clone(),
            asked: false,
            asked_on: None,
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
            absence: None,
            own_language: None,
            client_language: team.language(),
            hidden: false,
            untracked: false,
        }
    }

    /// Their key.
    #[must_use]
    pub fn key(&self) -> MemberKey {
        self.team.member(self.person)
    }

    /// The language of their direct messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.own_language.unwrap_or(self.client_language)
    }

    /// Whether they said yes to nudges.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.joined_at.is_some()
    }

    /// Their pause, if it holds at `now`.
    #[must_use]
    pub fn paused(&self, now: DateTime<Utc>) -> Option<Pause> {
        self.pause.filter(|pause| pause.holds(now))
    }

    /// Their absence, if it holds at `now`.
    #[must_use]
    pub fn away(&self, now: DateTime<Utc>) -> Option<Absence> {
        self.absence.filter(|absence| absence.holds(now))
    }

    /// No nudge is sent to them before this; `None` if none can be sent as things stand.
    #[must_use]
    pub fn nudges_not_before(&self) -> Option<DateTime<Utc>> {
        let from = self.nudges_from.filter(|_| self.hindrance().is_none())?;
        let pause_ends = match self.pause {
            Some(Pause::Until(end)) => Some(end),
            _ => None,
        };
        let away_until = self.absence.map(|absence| absence.until);
        [pause_ends, away_until]
            .into_iter()
            .flatten()
            .chain([from])
            .max()
    }

    /// The earliest time from `from` on at which they can get a nudge; `None` if they can't get one
    /// as things stand.
    #[must_use]
    pub fn nudge_after(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let not_before = self.nudges_not_before()?;
        let planned = self.next_nudge_at.filter(|planned| from <= *planned);
        Some(planned.unwrap_or_else(|| self.schedule.next_after(from.max(not_before)).at))
    }

    /// What keeps them from getting nudges until they act; `None` if nothing does.
    #[must_use]
    pub fn hindrance(&self) -> Option<Hindrance> {
        if self.untracked {
            Some(Hindrance::Untracked)
        } else if !self.is_joined() {
            // A member can set a schedule without joining: that is no consent.
            Some(Hindrance::Off)
        } else if self.dms_closed {
            Some(Hindrance::ClosedDms)
        } else {
            let is_open = self.pause == Some(Pause::UntilTheySay);
            is_open.then_some(Hindrance::Paused)
        }
    }
}

/// What keeps a member from getting nudges, until they act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// They asked not to be tracked.
    Untracked,
    /// They never said yes to nudges.
    Off,
    /// Discord refuses direct messages to them.
    ClosedDms,
    /// They paused nudges without an end.
    Paused,
}

/// A stored member whose settings change, and when.
#[derive(Debug, Clone, Copy)]
pub struct MemberAt {
    /// The member; their row exists.
    pub key: MemberKey,
    /// The time of the change.
    pub now: DateTime<Utc>,
}

/// Why a command can't be about this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// The caller named themselves.
    Oneself,
    /// It is a bot.
    Bot(PersonName),
    /// They are not on this server.
    NotInTeam(PersonName),
}

/// The people that `caller` names, without duplicates: other people of the same team.
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
    fn others_are_people_of_the_team_without_duplicates() {
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
