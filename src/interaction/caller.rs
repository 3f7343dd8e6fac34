//! Who uses a command, and where.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;

use super::Context;
use super::server::server_of;
use crate::discord::colleague::name_of;
use crate::discord::names::PersonName;
use crate::errors::Refusal;
use crate::ids::{InteractionId, MemberKey, PersonId, TeamId};
use crate::language::{Language, text};

/// A member who uses a command or component in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The team.
    pub(crate) team: TeamId,
    /// The member's account.
    pub(crate) person: PersonId,
    /// Their name in this interaction.
    pub(crate) name: PersonName,
    /// Whether it is their name in the team: a direct message has only the account's name.
    pub(crate) is_named_in_team: bool,
    /// The language of their client, in which they get answers.
    pub(crate) language: Language,
    /// The language of the server, in which posts for all are written; `None` outside of it.
    pub(crate) server_language: Option<Language>,
    /// The id of this use: its writes happen once for each id.
    pub(crate) interaction: InteractionId,
}

/// One use of a command, button or form that writes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Who used it.
    pub person: PersonId,
    /// The id of this use.
    pub interaction: InteractionId,
    /// When they used it.
    pub now: DateTime<Utc>,
}

impl Caller {
    /// Returns who used a command on a team's server.
    pub(crate) fn of(ctx: Context<'_>) -> Result<Self, Refusal> {
        let interaction = ctx.interaction;
        let owners = &interaction.authorizing_integration_owners;
        let team = server_of(interaction.guild_id, owners).ok_or_else(server_only)?;
        Ok(Self {
            team: team.into(),
            person: interaction.user.id.into(),
            name: name_of(&interaction.user, interaction.member.as_deref()),
            is_named_in_team: interaction.member.is_some(),
            language: Language::of_locale(&interaction.locale),
            server_language: interaction.guild_locale.as_deref().map(Language::of_locale),
            interaction: interaction.id.into(),
        })
    }

    /// Returns who used a command outside of a team's server, as a member of `team` with this name there.
    pub(crate) fn elsewhere(ctx: Context<'_>, team: TeamId, name: Option<PersonName>) -> Self {
        let interaction = ctx.interaction;
        Self {
            team,
            person: interaction.user.id.into(),
            is_named_in_team: name.is_some(),
            name: name.unwrap_or_else(|| name_of(&interaction.user, None)),
            language: Language::of_locale(&interaction.locale),
            server_language: None,
            interaction: interaction.id.into(),
        }
    }

    /// Their key.
    #[must_use]
    pub(crate) fn key(&self) -> MemberKey {
        self.team.member(self.person)
    }

    /// This use, at `now`.
    #[must_use]
    pub(crate) fn uses(&self, now: DateTime<Utc>) -> Use {
        Use {
            person: self.person,
            interaction: self.interaction,
            now,
        }
    }

    /// Returns who used a command, if they may manage the server. Discord hides such commands from
    /// others by default, but a server can show them to anyone.
    pub(crate) fn manager(ctx: Context<'_>) -> Result<Self, Refusal> {
        let caller = Self::of(ctx)?;
        may_manage(ctx.interaction.member.as_deref())?;
        Ok(caller)
    }
}

/// The refusal in direct messages, which belong to no team.
#[must_use]
pub fn server_only() -> Refusal {
    Refusal::new(text!("server-only"))
}

/// Refuses if this interaction does not say that the member may manage the server.
pub(super) fn may_manage(member: Option<&serenity::Member>) -> Result<(), Refusal> {
    let held = member.and_then(|member| member.permissions);
    if held.is_some_and(|held| held.manage_guild() || held.administrator()) {
        return Ok(());
    }
    Err(Refusal::new(text!("managers-only")))
}
