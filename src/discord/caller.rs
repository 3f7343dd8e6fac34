//! Who uses a command, and where.

use super::Context;
use super::colleague::name_of;
use crate::errors::Refusal;
use crate::ids::{InteractionId, PersonId, TeamId};

/// A member who asks for something, in a team, by one use of a command or component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The team.
    pub team: TeamId,
    /// Who.
    pub person: PersonId,
    /// Their name there.
    pub name: String,
    /// What makes this use unlike every other: what is written because of it is written once.
    pub interaction: InteractionId,
}

impl Caller {
    /// Who used a command. Every command but `/help` is for servers.
    pub fn of(ctx: Context<'_>) -> Result<Self, Refusal> {
        let interaction = ctx.interaction;
        let team = interaction
            .guild_id
            .ok_or_else(|| Refusal::new("That works in a server only."))?;
        Ok(Self {
            team: team.into(),
            person: interaction.user.id.into(),
            name: name_of(&interaction.user, interaction.member.as_deref()),
            interaction: interaction.id.into(),
        })
    }
}
