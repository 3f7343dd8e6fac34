//! The file that **Export** sends: everything stored about one person in one team, as JSON. A large
//! export is packed, and split into parts of the size that Discord allows. Each part is a complete
//! file of this form.
//!
//! Programs of other people read its field names: fields may be added, but none may change. Ids are
//! strings, as JSON numbers are too short for them. What others noted or chose about the person is
//! private to them and left out.

mod file;

use chrono::{DateTime, Utc};
use serde::Serialize;

pub(crate) use file::{File, Files, List};

use crate::ids::{
    ChannelId, EncounterId, IntroductionId, KudosId, MessageId, NudgeId, PersonId, ReminderId,
    TeamId,
};

/// The version of the file's form.
pub(crate) const FORMAT: &str = "rapport-export-1";

/// The start of the file; the lists follow.
#[derive(Debug, Serialize)]
pub(crate) struct ExportHeader {
    /// [`FORMAT`].
    pub format: &'static str,
    /// When the file was made.
    pub exported_at: DateTime<Utc>,
    /// The server.
    #[serde(serialize_with = "text")]
    pub server_id: TeamId,
    /// The person.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// Their settings; `None` if they never used Rapport and nobody named them.
    pub settings: Option<SettingsExport>,
}

/// The settings of a person.
#[derive(Debug, Serialize)]
pub(crate) struct SettingsExport {
    /// Their name as last seen.
    pub name: String,
    /// Their user name on Discord.
    pub username: String,
    /// Their own zone.
    pub zone: Option<String>,
    /// The language of their direct messages, if they chose one.
    pub dm_language: Option<String>,
    /// The language of the Discord client that they last used.
    pub client_language: String,
    /// The weekday of their nudge.
    pub weekday: String,
    /// The time of their nudge, in their zone.
    pub time: String,
    /// How many people a nudge names at most.
    pub people_per_nudge: i64,
    /// When Rapport asked them about nudges.
    pub asked_at: Option<DateTime<Utc>>,
    /// When they said yes to nudges.
    pub nudges_on_since: Option<DateTime<Utc>>,
    /// Nudges due before this are skipped.
    pub nudges_from: Option<DateTime<Utc>>,
    /// When their next nudge can come.
    pub next_nudge_at: Option<DateTime<Utc>>,
    /// When they paused nudges.
    pub paused_at: Option<DateTime<Utc>>,
    /// When the pause ends.
    pub paused_until: Option<DateTime<Utc>>,
    /// When they said that they are away.
    pub away_at: Option<DateTime<Utc>>,
    /// When that ends, or ended.
    pub away_until: Option<DateTime<Utc>>,
    /// The day on which they are back.
    pub back_on: Option<String>,
    /// Their birthday: month and day.
    pub birthday: Option<String>,
    /// The day on which they started: month and day.
    pub first_day: Option<String>,
    /// Since when leaderboards hide them.
    pub hidden_from_leaderboards_since: Option<DateTime<Utc>>,
    /// Since when talks in voice channels count for them.
    pub voice_talks_count_since: Option<DateTime<Utc>>,
    /// Since when Rapport logs nothing about them.
    pub not_tracked_since: Option<DateTime<Utc>>,
    /// Since when they are in the server, if they are on the team's roster.
    pub on_roster_as_in_server_since: Option<DateTime<Utc>>,
    /// When Discord last said that they are in the server.
    pub seen_in_server_at: Option<DateTime<Utc>>,
    /// When Discord last said that they are not in the server.
    pub missed_in_server_at: Option<DateTime<Utc>>,
    /// When Rapport learned that they left.
    pub left_server_at: Option<DateTime<Utc>>,
    /// Their channel of direct messages with Rapport.
    #[serde(serialize_with = "text_if_any")]
    pub dm_channel_id: Option<ChannelId>,
    /// When Discord refused a direct message to them.
    pub dms_closed_at: Option<DateTime<Utc>>,
    /// When they said yes to introductions.
    pub introductions_on_since: Option<DateTime<Utc>>,
    /// Whether they sit out the next round of introductions.
    pub sits_out_next_introductions: Option<bool>,
    /// Their line about themselves, which people they are introduced to read.
    pub about_me: Option<String>,
}

/// A talk.
#[derive(Debug, Serialize)]
pub(crate) struct EncounterExport {
    /// Its id.
    #[serde(serialize_with = "text")]
    pub id: EncounterId,
    /// When it happened.
    pub happened_at: DateTime<Utc>,
    /// How they talked.
    pub how: Option<String>,
    /// For how long they were together in voice channels that day.
    pub minutes_in_voice: Option<i64>,
    /// Everyone who took part.
    #[serde(serialize_with = "texts")]
    pub people: Vec<PersonId>,
    /// The member who logged it; `None` if they asked to be forgotten.
    #[serde(serialize_with = "text_if_any")]
    pub logged_by: Option<PersonId>,
    /// When it was logged.
    pub logged_at: DateTime<Utc>,
    /// The person's own note.
    pub my_note: Option<String>,
}

/// The person's side of a tie.
#[derive(Debug, Serialize)]
pub(crate) struct TieExport {
    /// The other person.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// The chosen circle; `None` is the team's.
    pub circle: Option<String>,
    /// What the other person is to them; `None` if they did not say.
    pub kind: Option<String>,
    /// When they asked to be kept apart from the other person.
    pub kept_apart_since: Option<DateTime<Utc>>,
    /// When they last talked.
    pub last_talk_at: Option<DateTime<Utc>>,
    /// When the person stopped nudges about them.
    pub stopped_at: Option<DateTime<Utc>>,
    /// When the snooze ends.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// When the rest after a suggestion ends.
    pub not_named_before: Option<DateTime<Utc>>,
    /// How many suggestions in a row the person did nothing about.
    pub times_not_acted_on: i64,
}

/// A contact outside the server. In the other lists, they are the person with this id.
#[derive(Debug, Serialize)]
pub(crate) struct ContactExport {
    /// Their id, which is no account's.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their organisation; empty if the person did not say.
    pub org: String,
    /// Month and day of their birthday.
    pub birthday: Option<String>,
    /// When the person added them.
    pub added_at: DateTime<Utc>,
}

/// A nudge.
#[derive(Debug, Serialize)]
pub(crate) struct NudgeExport {
    /// Its id.
    #[serde(serialize_with = "text")]
    pub id: NudgeId,
    /// Its ISO week.
    pub week: String,
    /// Its state.
    pub state: String,
    /// When it was due.
    pub due_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When the person first acted on it.
    pub acted_at: Option<DateTime<Utc>>,
    /// The message.
    #[serde(serialize_with = "text_if_any")]
    pub message_id: Option<MessageId>,
    /// The people it named.
    pub people: Vec<NamedExport>,
}

/// A person named in a nudge.
#[derive(Debug, Serialize)]
pub(crate) struct NamedExport {
    /// The person.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// The circle when the nudge was claimed.
    pub circle: String,
    /// The last talk before the nudge was claimed.
    pub last_talk_at: Option<DateTime<Utc>>,
    /// The person's answer.
    pub outcome: Option<String>,
    /// Whether they were named for a date of theirs alone.
    pub for_date: bool,
    /// When they asked to be reminded of that person.
    pub reminder_asked_at: Option<DateTime<Utc>>,
}

/// A reminder that the person asked for.
#[derive(Debug, Serialize)]
pub(crate) struct ReminderExport {
    /// Its id.
    #[serde(serialize_with = "text")]
    pub id: ReminderId,
    /// Whom it is about.
    #[serde(serialize_with = "text")]
    pub person_id: PersonId,
    /// Its state.
    pub state: String,
    /// When the person asked for it.
    pub chosen_at: DateTime<Utc>,
    /// The time they chose.
    pub due_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// The message.
    #[serde(serialize_with = "text_if_any")]
    pub message_id: Option<MessageId>,
    /// The person's answer.
    pub outcome: Option<String>,
}

/// A thank-you.
#[derive(Debug, Serialize)]
pub(crate) struct KudosExport {
    /// Its id.
    #[serde(serialize_with = "text")]
    pub id: KudosId,
    /// The giver; `None` if they asked to be forgotten.
    #[serde(serialize_with = "text_if_any")]
    pub from: Option<PersonId>,
    /// The receivers; for kudos received, only the person.
    #[serde(serialize_with = "texts")]
    pub to: Vec<PersonId>,
    /// The reason; `None` if it was given by a reaction.
    pub reason: Option<String>,
    /// The emoji of the reaction that it was given by.
    pub reaction: Option<String>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// The channel.
    #[serde(serialize_with = "text")]
    pub channel_id: ChannelId,
    /// The post, or the message that was reacted to.
    #[serde(serialize_with = "text_if_any")]
    pub message_id: Option<MessageId>,
}

/// An introduction.
#[derive(Debug, Serialize)]
pub(crate) struct IntroductionExport {
    /// Its id.
    #[serde(serialize_with = "text")]
    pub id: IntroductionId,
    /// The day of its round.
    pub day: String,
    /// Its state.
    pub state: String,
    /// When they were introduced.
    pub introduced_at: Option<DateTime<Utc>>,
    /// Everyone in it.
    #[serde(serialize_with = "texts")]
    pub people: Vec<PersonId>,
    /// Its thread.
    #[serde(serialize_with = "text_if_any")]
    pub thread_id: Option<ChannelId>,
    /// The person's last answer.
    pub my_answer: Option<String>,
    /// When one of them said that they met.
    pub met_at: Option<DateTime<Utc>>,
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
