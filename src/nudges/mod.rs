//! The weekly nudge: when Rapport sends it, the people it names, and the answers.

pub mod action;
pub mod choose;
pub mod commands;
pub mod store;
pub mod view;
mod worker;

use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr};

use crate::calendar::Circle;
use crate::calendar::Zone;
use crate::discord::names::PersonName;
use crate::encounters::How;
use crate::encounters::note::Note;
use crate::ids::{ChannelId, NudgeId, PersonId, TeamId};
use crate::kudos::store::Between;

/// A claimed nudge, sent or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nudge {
    /// The row; also the nonce for Discord.
    pub id: NudgeId,
    /// The team.
    pub team: TeamId,
    /// The member who gets it.
    pub member: PersonId,
    /// The member's zone.
    pub zone: Zone,
    /// The people it names, in order.
    pub suggestions: Vec<Suggestion>,
}

/// A person named in a nudge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The person.
    pub other: PersonId,
    /// Their name as last seen.
    pub name: PersonName,
    /// How often the member wanted contact when it was claimed.
    pub circle: Circle,
    /// The last talk before it was claimed; `None` if they never talked.
    pub last: Option<LastTalk>,
    /// What the member did about it, if anything.
    pub outcome: Option<Outcome>,
    /// Whether the two have talked since.
    pub talked_since: bool,
}

/// The last talk of two people, as one of them may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTalk {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// How they talked, if known.
    pub how: Option<How>,
    /// The member's own last note on a talk with this person; never a note of others.
    pub note: Option<Note>,
    /// How often the two have thanked each other since.
    pub kudos: Between,
}

/// What a member did about a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// They talked.
    Talked,
    /// Not now: no suggestion for 30 days.
    NotNow,
    /// No more nudges about this person.
    Stopped,
}

impl Outcome {
    /// The word for it in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// When a claimed nudge was due, and where to send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// The nudge.
    pub nudge: NudgeId,
    /// Its team.
    pub team: TeamId,
    /// The member who gets it.
    pub member: PersonId,
    /// When it fell due.
    pub due_at: DateTime<Utc>,
    /// When it was claimed: no try to send it was earlier.
    pub claimed_at: DateTime<Utc>,
    /// Whether it was confirmed: only then may a try have arrived.
    pub confirmed: bool,
    /// The member's channel of direct messages, once Rapport opened it.
    pub channel: Option<ChannelId>,
}
