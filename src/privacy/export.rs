//! The file that **Export** gives: everything kept about one person in one team, as JSON.
//!
//! The names of its fields are for programs of other people: they may grow in number, but what is
//! there stays. Ids are texts, as JSON's numbers are too short for them. What others noted or chose
//! about the person is theirs and not in it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::ids::{ChannelId, EncounterId, KudosId, MessageId, NudgeId, PersonId, TeamId};

/// What the file's form is called, should another one ever be needed.
pub const FORMAT: &str = "rapport-export-1";

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Export {
    /// [`FORMAT`].
    pub format: &'static str,
    /// When it was made.
    pub exported_at: DateTime<Utc>,
    /// The server.
    #[serde(serialize_with = "text")]
    pub server_id: TeamId,
    /// The person.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// What they chose; nothing, if they never used Rapport and nobody named them.
    pub settings: Option<SettingsExport>,
    /// Talks they took part in, oldest first.
    pub encounters: Vec<EncounterExport>,
    /// Their side of each tie.
    pub ties: Vec<TieExport>,
    /// Nudges made for them, oldest first.
    pub nudges: Vec<NudgeExport>,
    /// Kudos they gave, oldest first.
    pub kudos_given: Vec<KudosExport>,
    /// Kudos they received, oldest first.
    pub kudos_received: Vec<KudosExport>,
}

/// What a person chose.
#[derive(Debug, Serialize)]
pub struct SettingsExport {
    /// Their name as last seen.
    pub name: String,
    /// Their account's own name.
    pub username: String,
    /// Zone of their own.
    pub zone: Option<String>,
    /// Day of their nudge.
    pub weekday: String,
    /// Time of their nudge, on their clock.
    pub time: String,
    /// How many people a nudge names.
    pub people_per_nudge: i64,
    /// When they were asked about nudges.
    pub asked_at: Option<DateTime<Utc>>,
    /// When they said yes.
    pub nudges_on_since: Option<DateTime<Utc>>,
    /// No nudge of before is made up for.
    pub nudges_from: Option<DateTime<Utc>>,
    /// When their next nudge can come.
    pub next_nudge_at: Option<DateTime<Utc>>,
    /// When they paused nudges.
    pub paused_at: Option<DateTime<Utc>>,
    /// To when.
    pub paused_until: Option<DateTime<Utc>>,
    /// Since when leaderboards leave them out.
    pub hidden_from_leaderboards_since: Option<DateTime<Utc>>,
    /// Since when nobody can log anything about them.
    pub not_tracked_since: Option<DateTime<Utc>>,
    /// Since when they are in the server, if they are on the team's roster.
    pub on_roster_as_in_server_since: Option<DateTime<Utc>>,
    /// When Discord last said that they are in the server.
    pub seen_in_server_at: Option<DateTime<Utc>>,
    /// When Discord last said that they are not in the server.
    pub missed_in_server_at: Option<DateTime<Utc>>,
    /// When it said that they left.
    pub left_server_at: Option<DateTime<Utc>>,
    /// Their channel of direct messages with Rapport.
    #[serde(serialize_with = "text_if_any")]
    pub dm_channel_id: Option<ChannelId>,
    /// When Discord said that they take no direct messages.
    pub dms_closed_at: Option<DateTime<Utc>>,
}

/// A talk.
#[derive(Debug, Serialize)]
pub struct EncounterExport {
    /// Its number.
    #[serde(serialize_with = "text")]
    pub id: EncounterId,
    /// When it was.
    pub happened_at: DateTime<Utc>,
    /// How.
    pub how: Option<String>,
    /// Everyone who took part.
    #[serde(serialize_with = "texts")]
    pub people: Vec<PersonId>,
    /// Who logged it; nobody, if they asked to be forgotten.
    #[serde(serialize_with = "text_if_any")]
    pub logged_by: Option<PersonId>,
    /// When it was logged.
    pub logged_at: DateTime<Utc>,
    /// The person's own note.
    pub my_note: Option<String>,
}

/// One side of a tie: the person's.
#[derive(Debug, Serialize)]
pub struct TieExport {
    /// With whom.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// The circle chosen; without one, the server's.
    pub circle: Option<String>,
    /// When they last talked.
    pub last_talk_at: Option<DateTime<Utc>>,
    /// Since when no nudge names them.
    pub stopped_at: Option<DateTime<Utc>>,
    /// Until when they are snoozed.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// Before when no nudge names them.
    pub not_named_before: Option<DateTime<Utc>>,
    /// Until when others are named first, as nothing was done about earlier suggestions.
    pub named_after_others_until: Option<DateTime<Utc>>,
    /// How often in a row they were named and nothing was done.
    pub times_not_acted_on: i64,
}

/// A nudge.
#[derive(Debug, Serialize)]
pub struct NudgeExport {
    /// Its number.
    #[serde(serialize_with = "text")]
    pub id: NudgeId,
    /// The week it was for.
    pub week: String,
    /// What became of it.
    pub state: String,
    /// When it fell due.
    pub due_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When the person first did something about it.
    pub acted_at: Option<DateTime<Utc>>,
    /// The message.
    #[serde(serialize_with = "text_if_any")]
    pub message_id: Option<MessageId>,
    /// Whom it named.
    pub people: Vec<NamedExport>,
}

/// A person named in a nudge.
#[derive(Debug, Serialize)]
pub struct NamedExport {
    /// Who.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// The circle, as it stood then.
    pub circle: String,
    /// The last talk, as it stood then.
    pub last_talk_at: Option<DateTime<Utc>>,
    /// What the person did about it.
    pub outcome: Option<String>,
}

/// A thank-you.
#[derive(Debug, Serialize)]
pub struct KudosExport {
    /// Its number.
    #[serde(serialize_with = "text")]
    pub id: KudosId,
    /// Who gave it; nobody, if they asked to be forgotten.
    #[serde(serialize_with = "text_if_any")]
    pub from: Option<PersonId>,
    /// Who received it; of kudos received, the person alone.
    #[serde(serialize_with = "texts")]
    pub to: Vec<PersonId>,
    /// What for.
    pub reason: String,
    /// When.
    pub given_at: DateTime<Utc>,
    /// Where.
    #[serde(serialize_with = "text")]
    pub channel_id: ChannelId,
    /// The post.
    #[serde(serialize_with = "text_if_any")]
    pub message_id: Option<MessageId>,
}

fn text<S: serde::Serializer>(id: &impl ToString, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&id.to_string())
}

#[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
fn text_if_any<S: serde::Serializer>(id: &Option<impl ToString>, to: S) -> Result<S::Ok, S::Error> {
    id.as_ref().map(ToString::to_string).serialize(to)
}

fn texts<S: serde::Serializer>(ids: &[impl ToString], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(ids.iter().map(ToString::to_string))
}
