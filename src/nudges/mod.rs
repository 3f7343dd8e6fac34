//! The weekly nudge: when Rapport sends it, the people it names, and the answers.

pub(crate) mod action;
pub mod choose;
mod chosen;
pub(crate) mod commands;
mod drawn;
pub(crate) mod reminders;
pub mod store;
pub mod view;
mod worker;

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumString, IntoStaticStr};

use crate::calendar::Circle;
use crate::dates::ComingDate;
use crate::discord::names::PersonName;
use crate::encounters::How;
use crate::encounters::note::Note;
use crate::ids::{ChannelId, MemberKey, NudgeId, PersonId, TeamId};
use crate::kudos::store::Between;
use crate::language::Language;
use crate::questions::Question;

/// A claimed nudge, sent or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Nudge {
    /// The row; also the nonce for Discord.
    pub(crate) id: NudgeId,
    /// The team.
    pub(crate) team: TeamId,
    /// The member who gets it.
    pub(crate) member: PersonId,
    /// The language of the member's direct messages.
    pub(crate) language: Language,
    /// The people it names, in order.
    pub(crate) suggestions: Vec<Suggestion>,
}

/// A person named in a nudge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// The person.
    pub(crate) other: PersonId,
    /// Their name as last seen.
    pub(crate) name: PersonName,
    /// How often the member wanted contact when it was claimed.
    pub(crate) circle: Circle,
    /// The last talk before it was claimed; `None` if they never talked.
    pub(crate) last: Option<LastTalk>,
    /// Whether they are named for a date of theirs alone.
    pub(crate) for_date: bool,
    /// Their dates in the days that the nudge tells of, if the two have talked.
    pub(crate) dates: Vec<ComingDate>,
    /// The day since which they are back, if that was in the week before.
    pub(crate) back_since: Option<NaiveDate>,
    /// A question to begin with, for two who never talked.
    pub(crate) question: Option<Question>,
    /// What the member did about it, if anything.
    pub(crate) outcome: Option<SuggestionOutcome>,
    /// When the member will be reminded of the person.
    pub(crate) reminder: Option<DateTime<Utc>>,
    /// Whether the two have talked since.
    pub(crate) talked_since: bool,
}

/// The last talk of two people, as one of them may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LastTalk {
    /// When it happened.
    pub(crate) at: DateTime<Utc>,
    /// How they talked, if known.
    pub(crate) how: Option<How>,
    /// The member's own last note on a talk with this person; never a note of others.
    pub(crate) note: Option<Note>,
    /// How often the two have thanked each other since.
    pub(crate) kudos: Between,
}

/// What a member did about a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum SuggestionOutcome {
    /// They talked.
    Talked,
    /// Not now: no suggestion for 30 days.
    NotNow,
    /// No more nudges about this person.
    Stopped,
}

impl SuggestionOutcome {
    /// The word for it in the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }
}

/// When a claimed nudge was due, and where to send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClaimedNudge {
    /// The nudge.
    pub(crate) nudge: NudgeId,
    /// Its team.
    pub(crate) team: TeamId,
    /// The member who gets it.
    pub(crate) member: PersonId,
    /// When it fell due.
    pub(crate) due_at: DateTime<Utc>,
    /// When it was claimed: no try to send it was earlier.
    pub(crate) claimed_at: DateTime<Utc>,
    /// Whether it was confirmed: only then may a try have arrived.
    pub(crate) confirmed: bool,
    /// The member's channel of direct messages, once Rapport opened it.
    pub(crate) channel: Option<ChannelId>,
}

impl ClaimedNudge {
    /// The member who gets it, in its team.
    #[must_use]
    pub(crate) fn key(&self) -> MemberKey {
        self.team.member(self.member)
    }
}
