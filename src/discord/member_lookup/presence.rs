//! What Discord says of people in a server.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;

use crate::discord::avatars::avatar_url;
use crate::discord::colleague::name_of;
use crate::discord::names::PersonName;
use crate::ids::{PersonId, RoleId};

/// Where people are, as far as Discord said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// In the server.
    pub(crate) here: Vec<PersonId>,
    /// Not in the server.
    pub(crate) gone: Vec<PersonId>,
    /// The names of the people in the server, as far as Discord said.
    pub(crate) names: Vec<(PersonId, PersonName)>,
    /// The addresses of their avatars, as far as Discord said.
    pub(crate) avatars: Vec<(PersonId, String)>,
    /// What else Discord said of the people in the server.
    pub(crate) profiles: Vec<(PersonId, Profile)>,
}

/// What Discord says of a member besides their name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    /// Their roles, in order.
    pub(crate) roles: Vec<RoleId>,
    /// Since when they are in the server; `None` for guests.
    pub(crate) since: Option<DateTime<Utc>>,
}

impl Profile {
    fn of(member: &serenity::Member) -> Self {
        let mut roles: Vec<RoleId> = member.roles.iter().map(|role| (*role).into()).collect();
        roles.sort_unstable();
        let since = member.joined_at.map(|at| at.unix_timestamp());
        Self {
            roles,
            since: since.and_then(|at| DateTime::from_timestamp(at, 0)),
        }
    }
}

impl Presence {
    /// This member is in the server.
    #[must_use]
    pub(crate) fn of(member: &serenity::Member) -> Self {
        let person = member.user.id.into();
        Self {
            here: vec![person],
            names: vec![(person, name_of(&member.user, Some(member)))],
            avatars: vec![(person, avatar_url(member))],
            profiles: vec![(person, Profile::of(member))],
            gone: Vec::new(),
        }
    }

    /// Those of `people` that Discord did not mention.
    #[must_use]
    pub(crate) fn unknown(&self, people: &[PersonId]) -> Vec<PersonId> {
        let known: HashSet<_> = self.here.iter().chain(&self.gone).collect();
        let unknown = people.iter().filter(|person| !known.contains(person));
        unknown.copied().collect()
    }

    /// Adds another answer.
    pub(crate) fn add(&mut self, other: Self) {
        self.here.extend(other.here);
        self.gone.extend(other.gone);
        self.names.extend(other.names);
        self.avatars.extend(other.avatars);
        self.profiles.extend(other.profiles);
    }
}
