//! What every feature works with: the team's memory, the time, and the way out to Discord.

pub mod per_person;
pub mod team_queue;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use per_person::PerPerson;
use team_queue::TeamQueue;

use crate::clock::{Bell, Clock, SetBack};
use crate::config::{KudosSettings, NudgeSettings, TeamSettings};
use crate::database::Database;
use crate::discord::CommandIds;
use crate::discord::api::Api;
use crate::discord::deleted_messages::DeletedMessages;
use crate::discord::outbox::Outbox;
use crate::discord::roll_call::RollCall;
use crate::discord::server_names::ServerNames;
use crate::discord::sessions::{LeaveEvents, NewSession};
use crate::ids::TeamId;

/// What wakes the workers before the time that they wait for.
pub struct Bells {
    /// Rung when a next nudge may have become an earlier one.
    pub nudge: Bell,
    /// Rung when a next recap may have become an earlier one.
    pub recap: Bell,
    /// Rung when it is not known whether a kudos was posted.
    pub posting: Bell,
    /// Rung when a roster is to be made anew.
    pub roster: Bell,
    /// Rung when Rapport was removed from a server, or came back.
    pub removal: Bell,
}

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
    /// Messages deleted a moment ago.
    pub deleted_messages: DeletedMessages,
    /// Exports that are being made.
    pub exports: PerPerson,
    /// Whether posts may have been deleted while Rapport was away.
    pub new_session: NewSession,
    /// Since when Discord tells who leaves.
    pub leave_events: LeaveEvents,
    /// Servers whose roster is still to be made anew.
    pub rosters_due: TeamQueue,
    /// Whether the clock was set back.
    pub set_back: SetBack,
    /// What servers are called.
    pub server_names: ServerNames,
    /// How texts link to commands.
    pub command_ids: CommandIds,
    /// What wakes the workers.
    pub bells: Bells,
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
}
