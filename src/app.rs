//! What every feature uses: the database, the clock, and the connection to Discord.

pub(crate) mod in_order;
pub(crate) mod per_person;
pub(crate) mod team_queue;
pub(crate) mod waiting;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use in_order::InOrder;
use per_person::PerPerson;
use team_queue::TeamQueue;
use waiting::{WaitingFiles, WaitingTalks};

use crate::clock::{Clock, SetBack, Waker};
use crate::config::{KudosSettings, NudgeSettings, TeamSettings};
use crate::database::Database;
use crate::discord::CommandIds;
use crate::discord::api::Api;
use crate::discord::avatars::Avatars;
use crate::discord::member_lookup::MemberLookup;
use crate::discord::outbox::Outbox;
use crate::discord::recent::Recent;
use crate::discord::server_names::ServerNames;
use crate::discord::sessions::{LeaveEvents, NewSessions};
use crate::discord::shard::Shard;
use crate::discord::voice::{VoiceEvent, VoiceEvents};
use crate::health::Health;
use crate::ids::{MessageId, PersonId, TeamId};

/// Wake the workers before the time that they wait for.
pub(crate) struct Wakers {
    /// Used when a member's next nudge may have moved to an earlier time.
    pub(crate) nudge: Waker,
    /// Used when a member asked for a reminder, which may come before the next.
    pub(crate) reminder: Waker,
    /// Used when a team's next recap may have moved to an earlier time.
    pub(crate) recap: Waker,
    /// Used when Rapport does not know whether a kudos was posted.
    pub(crate) posting: Waker,
    /// Used when a round of introductions, or one of its threads, may be due earlier.
    pub(crate) introductions: Waker,
    /// Used when there is a new thread to archive later.
    pub(crate) closing: Waker,
    /// Used when a roster has to be listed again.
    pub(crate) roster: Waker,
    /// Used when Rapport was removed from a server, or was added again.
    pub(crate) removal: Waker,
    /// Used when something happened in voice channels.
    pub(crate) voice: Waker,
}

/// Everything that features share.
pub struct App {
    /// The database.
    pub(crate) database: Database,
    /// Whether Rapport is well.
    pub(crate) health: Arc<Health>,
    /// The clock.
    pub(crate) clock: Arc<dyn Clock>,
    /// The client of Discord's API.
    pub(crate) api: Arc<Api>,
    /// Sends the messages that Rapport posts.
    pub(crate) outbox: Outbox,
    /// Knows who is in each server.
    pub(crate) member_lookup: MemberLookup,
    /// Addresses of avatars that Discord sent a moment ago.
    pub(crate) avatars: Avatars,
    /// Defaults for new teams.
    pub(crate) teams: TeamSettings,
    /// Defaults for new members.
    pub(crate) nudges: NudgeSettings,
    /// How many kudos a member can give.
    pub(crate) kudos: KudosSettings,
    /// Whether Discord sends member events (`discord.members_intent`).
    pub(crate) members_intent: bool,
    /// Messages that were deleted a moment ago.
    pub(crate) deleted_messages: Recent<MessageId>,
    /// Accounts that Discord said are bots.
    pub(crate) bots: Recent<PersonId>,
    /// Reactions to one message, handled one after the other.
    pub(crate) reactions: InOrder,
    /// Exports that are being made.
    pub(crate) exports: PerPerson,
    /// Files whose members have not decided yet whether to keep what is in them.
    pub(crate) waiting_files: WaitingFiles,
    /// Talks whose members have not said yet in which team they belong.
    pub(crate) waiting_talks: WaitingTalks,
    /// What happened in voice channels a moment ago.
    pub(crate) voice_events: VoiceEvents,
    /// The shards that missed events: posts may have been deleted meanwhile.
    pub(crate) new_sessions: NewSessions,
    /// Since when Discord sends an event when a member leaves.
    pub(crate) leave_events: LeaveEvents,
    /// Servers whose roster still has to be listed again.
    pub(crate) rosters_due: TeamQueue,
    /// Notices when the clock was set back.
    pub(crate) set_back: SetBack,
    /// Names of servers.
    pub(crate) server_names: ServerNames,
    /// Ids of commands, for links to them.
    pub(crate) command_ids: CommandIds,
    /// Wake the workers.
    pub(crate) wakers: Wakers,
}

impl App {
    /// The current time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Notes what happened in voice channels, if anything.
    pub(crate) fn voice_event(&self, event: Option<VoiceEvent>) {
        if let Some(event) = event {
            self.voice_events.add(self.now(), event);
            self.wakers.voice.wake();
        }
    }

    /// Notes whether the shard's connection to Discord works.
    pub(crate) fn shard_works(&self, shard: Shard, works: bool) {
        self.health.shard_works(shard.id, works);
        let now = self.now();
        if self.voice_events.set_connected(now, shard, works) {
            self.wakers.voice.wake();
        }
    }

    /// Returns the server's name, and asks Discord if it is not known yet. Returns `None` if
    /// Discord does not answer.
    pub(crate) async fn server_name(&self, team: TeamId) -> Option<String> {
        if let Some(name) = self.server_names.get(team) {
            return Some(name);
        }
        match self.outbox.server_name(team).await {
            Ok(name) => {
                self.server_names.set(team, &name);
                Some(name)
            }
            Err(error) => {
                tracing::warn!(%team, error = %error, "could not ask Discord for a server's name");
                None
            }
        }
    }
}
