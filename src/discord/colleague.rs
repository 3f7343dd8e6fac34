//! The person an option, a menu or a select names, as Discord describes them.

use poise::serenity_prelude as serenity;
use poise::{SlashArgError, SlashArgument};
use serenity::{CommandOptionType, CreateCommandOption, ResolvedValue};

use crate::members::Colleague;

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
