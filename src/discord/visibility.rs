//! Who can read which channel of a server: whether all readers of one channel can read another.
//!
//! Rapport does not know all members of a server, so the answer must hold for every possible
//! member: with any roles, and with any personal overwrites in the two channels.

use std::collections::BTreeSet;

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serenity::{ChannelType, PermissionOverwrite, PermissionOverwriteType, Permissions};

use crate::ids::{ChannelId, PersonId, TeamId};

/// A server's channels and roles, as Discord lists them.
#[derive(Debug, Clone)]
pub(crate) struct Visibility {
    pub(super) team: TeamId,
    pub(super) bot: PersonId,
    pub(super) roles: Vec<Role>,
    pub(super) channels: Vec<Channel>,
}

/// A role's permissions in the whole server.
#[derive(Debug, Clone)]
pub(super) struct Role {
    pub(super) id: i64,
    pub(super) held: Permissions,
}

/// A channel or a thread.
#[derive(Debug, Clone)]
pub(super) struct Channel {
    pub(super) id: ChannelId,
    pub(super) kind: ChannelType,
    pub(super) parent: Option<ChannelId>,
    pub(super) is_for_adults: bool,
    pub(super) overwrites: Vec<Overwrite>,
}

/// An overwrite: the permissions that a role or person gains or loses in one channel.
#[derive(Debug, Clone)]
pub(super) struct Overwrite {
    pub(super) target: Target,
    pub(super) change: Change,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    Role(i64),
    Person(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Change {
    pub(super) allow: u64,
    pub(super) deny: u64,
}

impl Change {
    fn on(self, held: u64) -> u64 {
        (held & !self.deny) | self.allow
    }

    fn and(self, other: Self) -> Self {
        Self {
            allow: self.allow | other.allow,
            deny: self.deny | other.deny,
        }
    }

    fn among(self, bits: u64) -> Self {
        Self {
            allow: self.allow & bits,
            deny: self.deny & bits,
        }
    }
}

/// The permissions that a role or a person has in the two channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Part {
    held: u64,
    there: Change,
    here: Change,
}

impl Part {
    fn and(self, other: Self) -> Self {
        Self {
            held: self.held | other.held,
            there: self.there.and(other.there),
            here: self.here.and(other.here),
        }
    }
}

impl Visibility {
    /// Whether everyone who can read `here` can also read `there`.
    #[must_use]
    pub(crate) fn shows(&self, there: ChannelId, here: ChannelId) -> bool {
        if there == here {
            return true;
        }
        let (Some(there), Some(here)) = (self.place(there), self.place(here)) else {
            return false;
        };
        let see = Permissions::VIEW_CHANNEL.bits();
        let read = needed_to_read(there);
        let bits = see | read | Permissions::ADMINISTRATOR.bits();
        let part = |target: Target, held: u64| Part {
            held: held & bits,
            there: change(there, target).among(bits),
            here: change(here, target).among(bits),
        };
        let everyone = self.team.0;
        let of_role = |role: &Role| part(Target::Role(role.id), role.held.bits());
        let Some(everyone) = self.roles.iter().find(|role| role.id == everyone) else {
            return false;
        };
        let others = self.roles.iter().filter(|role| role.id != everyone.id);
        let roles: BTreeSet<_> = others.map(of_role).chain([Part::default()]).collect();
        let named = there.overwrites.iter().chain(&here.overwrites);
        let people = named.filter_map(|overwrite| match overwrite.target {
            Target::Person(id) if id != self.bot.0 => Some(part(overwrite.target, 0)),
            _ => None,
        });
        let people: BTreeSet<_> = people.chain([Part::default()]).collect();
        let everyone = of_role(everyone);
        // Checking two roles is enough: one that grants access to `here`, and one that denies it to
        // `there`. More roles only grant more.
        roles.iter().all(|one| {
            roles.iter().all(|other| {
                people.iter().all(|own| {
                    let roles = one.and(*other);
                    let held = everyone.held | roles.held;
                    let may = |everyone: Change, roles: Change, own: Change| {
                        own.on(roles.on(everyone.on(held)))
                    };
                    let is_admin = held & Permissions::ADMINISTRATOR.bits() != 0;
                    is_admin
                        || may(everyone.here, roles.here, own.here) & see == 0
                        || may(everyone.there, roles.there, own.there) & read == read
                })
            })
        }) && (here.is_for_adults || !there.is_for_adults)
    }

    /// The channel whose permissions apply to `id`: a public thread has those of its parent. The
    /// members of a private thread are unknown.
    fn place(&self, id: ChannelId) -> Option<&Channel> {
        let find = |id| self.channels.iter().find(|channel| channel.id == id);
        let channel = find(id)?;
        match channel.kind {
            ChannelType::PublicThread | ChannelType::NewsThread => find(channel.parent?),
            ChannelType::PrivateThread => None,
            _ => Some(channel),
        }
    }
}

fn needed_to_read(channel: &Channel) -> u64 {
    let read = Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY;
    match channel.kind {
        ChannelType::Voice | ChannelType::Stage => (read | Permissions::CONNECT).bits(),
        _ => read.bits(),
    }
}

fn change(channel: &Channel, target: Target) -> Change {
    let mut overwrites = channel.overwrites.iter();
    let found = overwrites.find(|overwrite| overwrite.target == target);
    found.map(|overwrite| overwrite.change).unwrap_or_default()
}

/// A role as Discord lists it.
#[derive(Deserialize)]
pub(super) struct ListedRole {
    id: serenity::RoleId,
    permissions: Permissions,
    #[serde(default)]
    tags: ListedTags,
}

#[derive(Default, Deserialize)]
struct ListedTags {
    bot_id: Option<serenity::UserId>,
}

impl ListedRole {
    /// Returns the role, unless it is a bot's own role, which people can't have.
    pub(super) fn of_people(self) -> Option<Role> {
        self.tags.bot_id.is_none().then(|| Role {
            id: self.id.get().cast_signed(),
            held: self.permissions,
        })
    }
}

/// A channel as Discord lists it.
#[derive(Deserialize)]
pub(super) struct ListedChannel {
    id: serenity::ChannelId,
    #[serde(rename = "type")]
    kind: ChannelType,
    parent_id: Option<serenity::ChannelId>,
    #[serde(default)]
    nsfw: bool,
    #[serde(default)]
    permission_overwrites: Vec<PermissionOverwrite>,
}

impl From<ListedChannel> for Channel {
    fn from(listed: ListedChannel) -> Self {
        let overwrites = listed.permission_overwrites.iter();
        Self {
            id: listed.id.into(),
            kind: listed.kind,
            parent: listed.parent_id.map(Into::into),
            is_for_adults: listed.nsfw,
            overwrites: overwrites.filter_map(Overwrite::of).collect(),
        }
    }
}

impl Overwrite {
    fn of(overwrite: &PermissionOverwrite) -> Option<Self> {
        let target = match overwrite.kind {
            PermissionOverwriteType::Member(id) => Target::Person(id.get().cast_signed()),
            PermissionOverwriteType::Role(id) => Target::Role(id.get().cast_signed()),
            _ => return None,
        };
        Some(Self {
            target,
            change: Change {
                allow: overwrite.allow.bits(),
                deny: overwrite.deny.bits(),
            },
        })
    }
}

#[cfg(test)]
mod tests;
