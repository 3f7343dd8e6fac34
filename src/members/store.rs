//! The SQL of members.

mod absence;
mod asker;
mod choices;
pub mod plan;
mod presence;

use chrono::{NaiveTime, Weekday};
use serde_json::{Value, json};
use sqlx::{SqliteConnection, SqliteExecutor};

pub(crate) use absence::{come_back, go_away};
pub(crate) use asker::{StoredAsker, StoredPerson, asker};
pub use choices::{
    ask_once, close_dms, follow_zone, hide, join, joined_from, keep_dm_channel, leave_nudges,
    pause, reschedule, resume, set_most_people, show, takes_no_dms,
};
pub(crate) use choices::{decline, set_language};
pub(crate) use presence::{is_known_as, is_known_here, mark_gone, mark_seen, presence};

use super::Member;
use super::pause::Pause;
use crate::calendar::PeoplePerNudge;
use crate::calendar::Zone;
use crate::calendar::schedule::Schedule;
use crate::database::{StoreError, StoreResult, instant, json_list};
use crate::discord::names::{Names, PersonName};
use crate::ids::{ChannelId, EncounterId, MemberKey, PersonId, TeamId};
use crate::language::Language;
use crate::team::Team;
use crate::ties::store::read_absence;

/// The stored format of a time of day.
const TIME: &str = "%H:%M";

/// The member, if stored.
pub async fn find(
    executor: impl SqliteExecutor<'_>,
    team: &Team,
    person: PersonId,
) -> StoreResult<Option<Member>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT name, username, asked_at, asked_on AS "asked_on: EncounterId", joined_at, zone, language, client_language, weekday, time, people,
                  nudges_from, next_nudge_at, dm_channel_id AS "dm_channel_id: ChannelId", dms_closed_at,
                  paused_at, paused_until, away_until, back_on, hidden_at, untracked_at
           FROM members WHERE team_id = ? AND person_id = ?"#,
        team.id,
        person,
    )
    .fetch_optional(executor)
    .await?;
    row.map(|row| row.into_member(team, person)).transpose()
}

/// The name of a person, if stored.
pub async fn name(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
) -> StoreResult<Option<PersonName>> {
    let name = sqlx::query_as!(
        PersonName,
        "SELECT name AS shown, username FROM members WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .fetch_optional(executor)
    .await?;
    Ok(name)
}

struct Row {
    name: String,
    username: String,
    asked_at: Option<i64>,
    asked_on: Option<EncounterId>,
    joined_at: Option<i64>,
    zone: Option<String>,
    language: Option<String>,
    client_language: String,
    weekday: String,
    time: String,
    people: i64,
    nudges_from: Option<i64>,
    next_nudge_at: Option<i64>,
    dm_channel_id: Option<ChannelId>,
    dms_closed_at: Option<i64>,
    paused_at: Option<i64>,
    paused_until: Option<i64>,
    away_until: Option<i64>,
    back_on: Option<String>,
    hidden_at: Option<i64>,
    untracked_at: Option<i64>,
}

impl Row {
    fn into_member(self, team: &Team, person: PersonId) -> StoreResult<Member> {
        let corrupt = |column, value| StoreError::Corrupt {
            table: "members",
            column,
            value,
        };
        let own_zone = match self.zone {
            Some(zone) => Some(zone.parse().map_err(|_| corrupt("zone", zone))?),
            None => None,
        };
        let own_language = self
            .language
            .map(|it| it.parse().map_err(|_| corrupt("language", it)));
        let client_language = self.client_language.parse();
        let weekday: Weekday = self
            .weekday
            .parse()
            .map_err(|_| corrupt("weekday", self.weekday))?;
        let time =
            NaiveTime::parse_from_str(&self.time, TIME).map_err(|_| corrupt("time", self.time))?;
        let at = |column, seconds: Option<i64>| {
            seconds
                .map(|seconds| instant("members", column, seconds))
                .transpose()
        };
        Ok(Member {
            team: team.id,
            person,
            name: PersonName {
                shown: self.name,
                username: self.username,
            },
            asked: self.asked_at.is_some(),
            asked_on: self.asked_on,
            joined_at: at("joined_at", self.joined_at)?,
            nudges_from: at("nudges_from", self.nudges_from)?,
            next_nudge_at: at("next_nudge_at", self.next_nudge_at)?,
            own_zone,
            schedule: Schedule {
                weekday,
                time,
                zone: own_zone.unwrap_or(team.zone),
            },
            people: u8::try_from(self.people)
                .ok()
                .and_then(PeoplePerNudge::new)
                .ok_or_else(|| corrupt("people", self.people.to_string()))?,
            dm_channel: self.dm_channel_id,
            dms_closed: self.dms_closed_at.is_some(),
            pause: match (self.paused_at, at("paused_until", self.paused_until)?) {
                (None, _) => None,
                (Some(_), Some(end)) => Some(Pause::Until(end)),
                (Some(_), None) => Some(Pause::UntilTheySay),
            },
            absence: read_absence(self.away_until, self.back_on)?,
            own_language: own_language.transpose()?,
            client_language: client_language
                .map_err(|_| corrupt("client_language", self.client_language))?,
            hidden: self.hidden_at.is_some(),
            untracked: self.untracked_at.is_some(),
        })
    }
}

/// Stores `member`, or only their new name if they are stored already. Also records that they are
/// in the server.
pub async fn keep(connection: &mut SqliteConnection, member: &Member) -> StoreResult<()> {
    keep_all(connection, std::slice::from_ref(member)).await
}

/// Does the same for several members of one team.
pub async fn keep_all(connection: &mut SqliteConnection, members: &[Member]) -> StoreResult<()> {
    let rows = members.iter().map(|member| {
        json!({
            "team": member.team,
            "person": member.person,
            "name": member.name.shown,
            "username": member.name.username,
            "zone": member.own_zone.map(Zone::name),
            "language": member.client_language.tag(),
            "weekday": member.schedule.weekday.to_string(),
            "time": member.schedule.time.format(TIME).to_string(),
            "people": member.people.get(),
        })
    });
    let rows = rows.collect::<Value>().to_string();
    sqlx::query!(
        "INSERT INTO members (team_id, person_id, name, username, zone, client_language, weekday, time,
                              people)
         SELECT value ->> 'team', value ->> 'person', value ->> 'name', value ->> 'username',
                value ->> 'zone', value ->> 'language', value ->> 'weekday', value ->> 'time', value ->> 'people'
         FROM json_each(?) WHERE TRUE
         ON CONFLICT DO UPDATE SET name = excluded.name, username = excluded.username,
                                    gone_at = NULL
             WHERE (name, username) <> (excluded.name, excluded.username) OR gone_at IS NOT NULL",
        rows,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores the language of the client that a stored member last used.
pub(crate) async fn set_client_language(
    connection: &mut SqliteConnection,
    member: MemberKey,
    language: Language,
) -> StoreResult<()> {
    let language = language.tag();
    sqlx::query!(
        "UPDATE members SET client_language = ? WHERE team_id = ? AND person_id = ?",
        language,
        member.team,
        member.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Updates the names of stored members with those that Discord just sent.
pub async fn rename(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[(PersonId, PersonName)],
) -> StoreResult<()> {
    let names = people.iter().map(
        |(person, name)| json!({ "person": person, "name": name.shown, "username": name.username }),
    );
    let names = names.collect::<Value>().to_string();
    sqlx::query!(
        "UPDATE members SET name = told.value ->> 'name', username = told.value ->> 'username'
         FROM json_each(?2) AS told
         WHERE team_id = ?1 AND person_id = told.value ->> 'person'
           AND (name, username) <> (told.value ->> 'name', told.value ->> 'username')",
        team,
        names,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The stored names of `people`, as last seen.
pub async fn names(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<Names> {
    let people = json_list(people);
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", name AS shown, username FROM members
           WHERE team_id = ? AND person_id IN (SELECT value FROM json_each(?))"#,
        team,
        people,
    )
    .fetch_all(executor)
    .await?;
    let name = |shown, username| PersonName { shown, username };
    let names = rows
        .into_iter()
        .map(|row| (row.person, name(row.shown, row.username)));
    Ok(names.collect())
}
