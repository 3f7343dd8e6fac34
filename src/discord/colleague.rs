//! People as Discord describes them: whom an option, a menu or a select names, and who is in a server.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use poise::{SlashArgError, SlashArgument};
use serenity::{CommandOptionType, CreateCommandOption, ResolvedValue};

use super::api::Api;
use super::error::DiscordError;
use super::names::PersonName;
use crate::ids::{PersonId, TeamId};
use crate::members::Colleague;
use crate::prose::{is_visible, turns_direction};
use crate::roster::Insider;

impl Colleague {
    /// From what Discord resolved: `nick` and membership come with the member, if they are one.
    pub(super) fn resolved(
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
            name: shown_name(&member.user, member.nick.as_deref()),
            is_bot: member.user.bot,
            roles: member.roles.iter().map(|role| (*role).into()).collect(),
            since: since(member.joined_at),
        }
    }
}

impl From<&serenity::GuildMemberUpdateEvent> for Insider {
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

/// Who is invited as a guest has no time of joining: nobody is newer.
fn since(joined_at: Option<serenity::Timestamp>) -> DateTime<Utc> {
    let seconds = joined_at.map(|at| at.unix_timestamp());
    let since = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    since.unwrap_or_default()
}

impl Api {
    /// What somebody is called in a server.
    pub async fn name_in(
        &self,
        team: TeamId,
        person: PersonId,
    ) -> Result<PersonName, DiscordError> {
        let member = self.member(team, person).await?;
        Ok(name_of(&member.user, Some(&member)))
    }
}

/// The name under which `user` goes in the server where they did something.
pub(super) fn name_of(user: &serenity::User, member: Option<&serenity::Member>) -> PersonName {
    shown_name(user, member.and_then(|member| member.nick.as_deref()))
}

/// The name that Discord shows; where nothing of it can be seen, the next of theirs that can be. An
/// account's own name always can.
fn shown_name(user: &serenity::User, nick: Option<&str>) -> PersonName {
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
