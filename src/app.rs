//! What every feature works with: the team's memory, the time, and the way out to Discord.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::clock::{Bell, Clock};
use crate::config::{KudosSettings, NudgeSettings, TeamSettings};
use crate::database::{Database, StoreResult};
use crate::discord::api::Api;
use crate::discord::outbox::Outbox;
use crate::discord::roll_call::RollCall;
use crate::discord::{Caller, CommandIds};
use crate::ids::{PersonId, TeamId};
use crate::kudos::posting::Deletions;
use crate::members::presence::Told;
use crate::members::{self, Member};
use crate::roster::worker::Outdated;
use crate::team::{self, Team};

/// What every feature works with.
pub struct App {
    /// The team's memory.
    pub database: Database,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The way to Discord.
    pub api: Arc<Api>,
    /// Messages of our own.
    pub outbox: Outbox,
    /// Who is in a server.
    pub roll_call: RollCall,
    /// What new teams start with.
    pub teams: TeamSettings,
    /// What new members start with.
    pub nudges: NudgeSettings,
    /// How much thanks a member has to give.
    pub kudos: KudosSettings,
    /// Whether Discord tells who is in a server (`discord.members_intent`).
    pub members_intent: bool,
    /// Messages deleted a moment ago, kudos posts perhaps.
    pub deletions: Deletions,
    /// Since when Discord tells who leaves.
    pub told: Told,
    /// Servers whose roster is still to be made anew.
    pub outdated: Outdated,
    /// How texts link to commands.
    pub command_ids: CommandIds,
    /// Rung when a next nudge may have become an earlier one.
    pub nudge_bell: Bell,
    /// Rung when a next recap may have become an earlier one.
    pub recap_bell: Bell,
    /// Rung when it is not known whether a kudos was posted.
    pub posting_bell: Bell,
    /// Rung when a roster is to be made anew.
    pub roster_bell: Bell,
    /// Rung when Rapport was removed from a server, or came back.
    pub removal_bell: Bell,
}

impl App {
    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The team as it is set up, or as a new one would be.
    pub async fn team(&self, team: TeamId) -> StoreResult<Team> {
        let found = team::store::find(self.database.readers(), team).await?;
        Ok(found.unwrap_or_else(|| Team::new(team, &self.teams, &self.kudos)))
    }

    /// Who uses a command or presses something, and the team they do it in.
    pub async fn asker(&self, caller: &Caller) -> StoreResult<(Team, Member)> {
        let team = self.team(caller.team).await?;
        let member = self.member(&team, caller.person, &caller.name).await?;
        Ok((team, member))
    }

    /// The member as they are kept, or as a new one would be; the name is the present one.
    pub async fn member(&self, team: &Team, person: PersonId, name: &str) -> StoreResult<Member> {
        Ok(Member {
            name: name.to_owned(),
            ..self.kept_member(team, person, name).await?
        })
    }

    /// The same under the name that is kept, if one is: a direct message does not tell what its
    /// writer is called in a team.
    pub async fn kept_member(
        &self,
        team: &Team,
        person: PersonId,
        name: &str,
    ) -> StoreResult<Member> {
        let found = members::store::find(self.database.readers(), team, person).await?;
        Ok(found.unwrap_or_else(|| Member::new(team, person, name, &self.nudges)))
    }
}
