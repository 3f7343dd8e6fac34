//! People as Discord describes them: whom an option, a menu or a select names, and who is in a server.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use poise::{SlashArgError, SlashArgument};
use serenity::{CommandOptionType, CreateCommandOption, ResolvedValue};

use crate::members::Colleague;
use crate::roster::Insider;

impl Colleague {
    /// From what Discord resolved: `nick` and membership come with the member, if they are one.
    pub(super) fn resolved(
        user: &serenity::User,
        member: Option<&serenity::PartialMember>,
    ) -> Self {
        let name = member
            .and_then(|member| member.nick.clone())
            .or_else(|| user.global_name.clone())
            .unwrap_or_else(|| user.name.clone());
        Self {
            id: user.id.into(),
            name,
            is_bot: user.bot,
            in_team: member.is_some(),
        }
    }
}

impl From<&serenity::User> for Colleague {
    /// From a user menu, where poise puts the membership into the user.
    fn from(user: &serenity::User) -> Self {
        Self::resolved(user, user.member.as_deref())
    }
}

impl From<&serenity::Member> for Insider {
    fn from(member: &serenity::Member) -> Self {
        Self {
            person: member.user.id.into(),
            name: member.display_name().to_owned(),
            is_bot: member.user.bot,
            roles: member.roles.iter().map(|role| (*role).into()).collect(),
            since: since(member.joined_at),
        }
    }
}

impl From<&serenity::GuildMemberUpdateEvent> for Insider {
    fn from(update: &serenity::GuildMemberUpdateEvent) -> Self {
        let name = update.nick.as_deref();
        Self {
            person: update.user.id.into(),
            name: name.unwrap_or(update.user.display_name()).to_owned(),
            is_bot: update.user.bot,
            roles: update.roles.iter().map(|role| (*role).into()).collect(),
            since: since(Some(update.joined_at)),
        }
    }
}

/// Who is invited as a guest has no time of joining: nobody is newer.
fn since(joined_at: Option<serenity::Timestamp>) -> DateTime<Utc> {
    let seconds = joined_at.map(|at| at.unix_timestamp());
    let since = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    since.unwrap_or_default()
}

/// The name under which `user` goes in the server where they did something.
pub(super) fn name_of(user: &serenity::User, member: Option<&serenity::Member>) -> String {
    member
        .map_or_else(|| user.display_name(), serenity::Member::display_name)
        .to_owned()
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
