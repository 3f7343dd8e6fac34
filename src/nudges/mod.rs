//! The weekly nudge: when it is sent, whom it names, and what comes of it.

pub mod action;
pub mod choose;
pub mod commands;
pub mod store;
pub mod view;
mod worker;

use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr};
use thiserror::Error;

use crate::calendar::Circle;
use crate::calendar::Zone;
use crate::discord::names::PersonName;
use crate::encounters::How;
use crate::encounters::note::Note;
use crate::ids::{ChannelId, NudgeId, PersonId, TeamId};
use crate::kudos::store::Between;

/// A nudge as it was claimed: what is to be sent, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nudge {
    /// The row, and Discord's nonce.
    pub id: NudgeId,
    /// The team.
    pub team: TeamId,
    /// Who is nudged.
    pub member: PersonId,
    /// The zone they read it in.
    pub zone: Zone,
    /// The people it names, in order.
    pub suggestions: Vec<Suggestion>,
}

/// One person named in a nudge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub other: PersonId,
    /// Their name as last seen.
    pub name: PersonName,
    /// How often the member wants contact, as it stood then.
    pub circle: Circle,
    /// When the two had last spoken; never, without it.
    pub last: Option<LastTalk>,
    /// What the member did about it, if anything.
    pub outcome: Option<Outcome>,
    /// Whether the two have talked since, as anybody told.
    pub talked_since: bool,
}

/// The last conversation of two people, as one of them may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTalk {
    /// When.
    pub at: DateTime<Utc>,
    /// How, if it was said.
    pub how: Option<How>,
    /// The member's own last note on a talk with this person, nobody else's.
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
    /// Not now: not for 30 days.
    NotNow,
    /// No more nudges about this person.
    Stopped,
}

/// A word that is no outcome; operators read it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not the outcome of a suggestion")]
pub struct UnknownOutcome(String);

impl Outcome {
    /// The word for it in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The outcome that goes by this word.
    pub fn parse(word: &str) -> Result<Self, UnknownOutcome> {
        word.parse().map_err(|_| UnknownOutcome(word.to_owned()))
    }
}

/// Where and how long ago a claimed nudge was to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// The nudge.
    pub nudge: NudgeId,
    /// Its team.
    pub team: TeamId,
    /// Who is nudged.
    pub member: PersonId,
    /// When it fell due.
    pub due_at: DateTime<Utc>,
    /// When it was claimed: no attempt to send it was made before.
    pub claimed_at: DateTime<Utc>,
    /// Whether it was confirmed: only then can it be on its way.
    pub confirmed: bool,
    /// The member's channel of direct messages, once it was opened.
    pub channel: Option<ChannelId>,
}
