//! Members of a server as Discord lists them.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;

use super::colleague::shown_name;
use super::names::PersonName;
use crate::ids::{PersonId, RoleId, TeamId};

/// A member of a server, as Discord describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerMember {
    /// Their account.
    pub(crate) person: PersonId,
    /// Their name in the server.
    pub(crate) name: PersonName,
    /// Whether the account is a bot.
    pub(crate) is_bot: bool,
    /// Their roles.
    pub(crate) roles: Vec<RoleId>,
    /// When they joined the server.
    pub(crate) since: DateTime<Utc>,
}

impl ServerMember {
    /// Whether they have the role. Every member has the role with the server's own id, which
    /// Discord never lists.
    #[must_use]
    pub(crate) fn has(&self, team: TeamId, role: RoleId) -> bool {
        !self.is_bot && (role.0 == team.0 || self.roles.contains(&role))
    }
}

impl From<&serenity::Member> for ServerMember {
    fn from(member: &serenity::Member) -> Self {
        Self {
            person: member.user.id.into(),
            name: shown_name(&member.user, member.nick.as_deref()),
            is_bot: member.user.bot,
            roles: member.roles.iter().map(|role| (*role).into()).collect(),
            since: since(member.joined_at),
        }
    }
}

impl From<&serenity::GuildMemberUpdateEvent> for ServerMember {
    fn from(update: &serenity::GuildMemberUpdateEvent) -> Self {
        Self {
            person: update.user.id.into(),
            name: shown_name(&update.user, update.nick.as_deref()),
            is_bot: update.user.bot,
            roles: update.roles.iter().map(|role| (*role).into()).collect(),
            since: since(Some(update.joined_at)),
        }
    }
}

/// Guests have no joining time. They count as joined in 1970, so they are never newcomers.
fn since(joined_at: Option<serenity::Timestamp>) -> DateTime<Utc> {
    let seconds = joined_at.map(|at| at.unix_timestamp());
    let since = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    since.unwrap_or_default()
}
