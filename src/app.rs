//! What every feature works with: the team's memory, the time, and the way out to Discord.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::clock::{Bell, Clock, SetBack};
use crate::config::{KudosSettings, NudgeSettings, TeamSettings};
use crate::database::{Database, StoreResult};
use crate::discord::CommandIds;
use crate::discord::api::Api;
use crate::discord::outbox::Outbox;
use crate::discord::roll_call::RollCall;
use crate::discord::server_names::ServerNames;
use crate::errors::chain;
use crate::ids::TeamId;
use crate::interaction::Caller;
use crate::kudos::deleted_posts::{Deletions, NewSession};
use crate::members::presence::Told;
use crate::members::{self, Member};
use crate::privacy::exporting::Exporting;
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
    /// Exports that are being made.
    pub exporting: Exporting,
    /// Whether posts may have been deleted while Rapport was away.
    pub new_session: NewSession,
    /// Since when Discord tells who leaves.
    pub told: Told,
    /// Servers whose roster is still to be made anew.
    pub outdated: Outdated,
    /// Whether the clock was set back.
    pub set_back: SetBack,
    /// What servers are called.
    pub server_names: ServerNames,
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

    /// What the server is called: asked of Discord where it has not told yet. `None` if it does not
    /// say now.
    pub async fn server_name(&self, team: TeamId) -> Option<String> {
        if let Some(name) = self.server_names.get(team) {
            return Some(name);
        }
        match self.outbox.server_name(team).await {
            Ok(name) => {
                self.server_names.set(team, &name);
                Some(name)
            }
            Err(error) => {
                tracing::warn!(%team, error = %error, "could not ask what a server is called");
                None
            }
        }
    }

    /// The team as it is set up, or as a new one would be.
    pub async fn team(&self, team: TeamId) -> StoreResult<Team> {
        let found = team::store::find(self.database.readers(), team).await?;
        Ok(found.unwrap_or_else(|| Team::new(team, &self.teams, &self.kudos)))
    }

    /// Who uses a command or presses something, and the team they do it in.
    pub async fn asker(&self, caller: &Caller) -> StoreResult<(Team, Member)> {
        let team = self.team(caller.team).await?;
        let member = self.member(&team, caller).await?;
        Ok((team, member))
    }

    /// The caller as they are kept, or as a new member would be; the name is the present one. A name
    /// that is kept is brought up to date.
    pub async fn member(&self, team: &Team, caller: &Caller) -> StoreResult<Member> {
        let found = members::store::find(self.database.readers(), team, caller.person).await?;
        let Some(kept) = found else {
            return Ok(Member::new(team, caller.person, &caller.name, &self.nudges));
        };
        if !caller.is_named_in_team || kept.name == caller.name {
            return Ok(kept);
        }
        let (team, told) = (team.id, vec![(caller.person, caller.name.clone())]);
        let renamed = self.database.write(move |connection| {
            Box::pin(async move { members::store::rename(connection, team, &told).await })
        });
        if let Err(error) = renamed.await {
            // What they asked for does not depend on it, and their next use tells the name again.
            tracing::warn!(%team, error = %chain(&error), "could not keep a member's new name");
        }
        Ok(Member {
            name: caller.name.clone(),
            ..kept
        })
    }
}
