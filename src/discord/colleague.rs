//! People as Discord describes them: those in an option, a menu or a select, and members of a
//! server.

use poise::serenity_prelude as serenity;
use poise::{SlashArgError, SlashArgument};
use serenity::{CommandOptionType, CreateCommandOption, ResolvedValue};

use super::names::PersonName;
use crate::ids::PersonId;
use crate::prose::{is_visible, turns_direction};

/// A person who was chosen, as Discord describes them at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Their account.
    pub(crate) id: PersonId,
    /// Their name in this team, or their account's name if they aren't in it.
    pub(crate) name: PersonName,
    /// Whether the account is a bot.
    pub(crate) is_bot: bool,
    /// Whether they are in the team where they were chosen.
    pub(crate) in_team: bool,
}

impl Colleague {
    /// From Discord's resolved data: a member has a nickname, other people have only the account.
    pub(crate) fn resolved(
        user: &serenity::User,
        member: Option<&serenity::PartialMember>,
    ) -> Self {
        Self {
            id: user.id.into(),
            name: shown_name(user, member.and_then(|member| member.nick.as_deref())),
            is_bot: user.bot,
            in_team: member.is_some(),
        }
    }
}

impl Colleague {
    /// A member of the team.
    pub(crate) fn in_team(member: &serenity::Member) -> Self {
        Self {
            id: member.user.id.into(),
            name: name_of(&member.user, Some(member)),
            is_bot: member.user.bot,
            in_team: true,
        }
    }

    /// Somebody who is not in the team.
    pub(crate) fn not_in_team(id: PersonId) -> Self {
        Self {
            id,
            name: PersonName::default(),
            is_bot: false,
            in_team: false,
        }
    }
}

impl From<&serenity::User> for Colleague {
    /// From a user menu, where poise puts the membership into the user.
    fn from(user: &serenity::User) -> Self {
        Self::resolved(user, user.member.as_deref())
    }
}

/// The name of `user` in the interaction's server.
pub(crate) fn name_of(user: &serenity::User, member: Option<&serenity::Member>) -> PersonName {
    shown_name(user, member.and_then(|member| member.nick.as_deref()))
}

/// The name that Discord shows. If it has no visible character, the next visible one. A username is
/// always visible.
pub(super) fn shown_name(user: &serenity::User, nick: Option<&str>) -> PersonName {
    let names = [nick, user.global_name.as_deref()];
    let seen = names.into_iter().flatten().find(|name| is_visible(name));
    let kept = |name: &str| name.chars().filter(|it| !turns_direction(*it)).collect();
    PersonName {
        shown: kept(seen.unwrap_or(&user.name)),
        username: kept(&user.name),
    }
}

#[async_trait::async_trait]
impl SlashArgument for Colleague {
    async fn extract(
        _: &serenity::Context,
        _: &serenity::CommandInteraction,
        value: &ResolvedValue<'_>,
    ) -> Result<Self, SlashArgError> {
        match value {
            ResolvedValue::User(user, member) => Ok(Self::resolved(user, *member)),
            _ => Err(SlashArgError::new_command_structure_mismatch(
                "expected a person",
            )),
        }
    }

    fn create(builder: CreateCommandOption) -> CreateCommandOption {
        builder.kind(CommandOptionType::User)
    }
}
