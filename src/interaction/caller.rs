//! Who uses a command, and where.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;

use super::Context;
use crate::discord::colleague::name_of;
use crate::discord::names::PersonName;
use crate::errors::Refusal;
use crate::ids::{InteractionId, PersonId, TeamId};

/// A member who asks for something, in a team, by one use of a command or component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The team.
    pub team: TeamId,
    /// Who.
    pub person: PersonId,
    /// Their name, as this use tells it.
    pub name: PersonName,
    /// Whether that is what they are called in the team: a direct message does not tell.
    pub is_named_in_team: bool,
    /// What makes this use unlike every other: what is written because of it is written once.
    pub interaction: InteractionId,
}

/// One use of a command, button or form, by which something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Who used it.
    pub person: PersonId,
    /// What makes it unlike every other.
    pub interaction: InteractionId,
    /// When.
    pub now: DateTime<Utc>,
}

impl Caller {
    /// Who used a command. Every command but `/help` is for servers.
    pub fn of(ctx: Context<'_>) -> Result<Self, Refusal> {
        let interaction = ctx.interaction;
        let team = interaction.guild_id.ok_or_else(server_only)?;
        Ok(Self {
            team: team.into(),
            person: interaction.user.id.into(),
            name: name_of(&interaction.user, interaction.member.as_deref()),
            is_named_in_team: interaction.member.is_some(),
            interaction: interaction.id.into(),
        })
    }

    /// This use, at `now`.
    #[must_use]
    pub fn uses(&self, now: DateTime<Utc>) -> Use {
        Use {
            person: self.person,
            interaction: self.interaction,
            now,
        }
    }

    /// Who used a command, if they may manage the server. That Discord hides such commands from
    /// others is no check: a server can show them to anybody.
    pub fn manager(ctx: Context<'_>) -> Result<Self, Refusal> {
        let caller = Self::of(ctx)?;
        may_manage(ctx.interaction.member.as_deref())?;
        Ok(caller)
    }
}

/// Why nothing can be done in direct messages, which belong to no team.
#[must_use]
pub fn server_only() -> Refusal {
    Refusal::new("That works on a server only. Use it in one of its channels.")
}

/// Refuses whom Discord, with this very interaction, does not say may manage the server.
pub(super) fn may_manage(member: Option<&serenity::Member>) -> Result<(), Refusal> {
    let held = member.and_then(|member| member.permissions);
    if held.is_some_and(|held| held.manage_guild() || held.administrator()) {
        return Ok(());
    }
    Err(Refusal::new(
        "That is for people who may manage this server. Ask one of them.",
    ))
}
