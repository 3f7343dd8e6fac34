//! Reads everything that a command needs to know of its caller in one statement: each statement is
//! a trip to the connection's thread and back, which costs more than most statements.

use sqlx::SqliteExecutor;

use super::Row;
use crate::database::{StoreResult, json_list, read_list};
use crate::ids::{ChannelId, EncounterId, MemberKey, PersonId, RoleId};
use crate::members::Member;
use crate::team::{self, Team};

/// What is stored about the caller of a command.
#[derive(Debug, Default)]
pub(crate) struct StoredAsker {
    /// Their team.
    pub(crate) team: Option<Team>,
    /// They themselves, only in a stored team.
    pub(crate) member: Option<Member>,
    /// The stored ones among the people that the command is about.
    pub(crate) about: Vec<StoredPerson>,
}

/// What is stored about a person that a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StoredPerson {
    /// The person.
    pub(crate) person: PersonId,
    /// Whether they asked not to be tracked.
    pub(crate) is_untracked: bool,
    /// Whether they left the server.
    pub(crate) is_gone: bool,
}

/// The caller `key` of a command about the people in `about`.
pub(crate) async fn asker(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
    about: &[PersonId],
) -> StoreResult<StoredAsker> {
    let about = json_list(about);
    let row = sqlx::query!(
        r#"SELECT t.zone AS team_zone, t.circle, t.kudos_on AS "kudos_on: bool",
                  t.kudos_per_day AS "kudos_per_day: u32",
                  t.kudos_per_person AS "kudos_per_person: u32", t.reaction,
                  t.leaderboards_on AS "leaderboards_on: bool", t.voice_on AS "voice_on: bool",
                  t.recap_channel_id AS "recap_channel_id: ChannelId", t.recap_weekday,
                  t.removed_at, t.roster_role_id AS "roster_role_id: RoleId",
                  t.language AS team_language, t.server_language,
                  m.name AS "name?", m.username AS "username?", m.asked_at,
                  m.asked_on AS "asked_on: EncounterId", m.joined_at, m.zone,
                  m.language, m.client_language AS "client_language?",
                  m.weekday AS "weekday?", m.time AS "time?", m.people AS "people?", m.nudges_from,
                  m.next_nudge_at, m.dm_channel_id AS "dm_channel_id: ChannelId", m.dms_closed_at,
                  m.paused_at, m.paused_until, m.away_until, m.back_on, m.hidden_at, m.untracked_at,
                  (SELECT json_group_array(json_array(
                              person_id, untracked_at IS NOT NULL, gone_at IS NOT NULL))
                   FROM (SELECT a.person_id, a.untracked_at, a.gone_at
                         FROM json_each(?3) AS ids
                         CROSS JOIN members AS a ON a.team_id = t.team_id
                                                AND a.person_id = ids.value
                         UNION ALL
                         SELECT c.contact_id, NULL, NULL
                         FROM json_each(?3) AS ids
                         CROSS JOIN contacts AS c ON c.team_id = t.team_id AND c.owner_id = ?2
                                                 AND c.contact_id = ids.value))
                      AS "about!: String"
           FROM teams AS t
           LEFT JOIN members AS m ON m.team_id = t.team_id AND m.person_id = ?2
           WHERE t.team_id = ?1"#,
        key.team,
        key.person,
        about,
    )
    .fetch_optional(executor)
    .await?;
    let Some(row) = row else {
        return Ok(StoredAsker::default());
    };
    let stored_team = team::store::Row {
        zone: row.team_zone,
        circle: row.circle,
        kudos_on: row.kudos_on,
        kudos_per_day: row.kudos_per_day,
        kudos_per_person: row.kudos_per_person,
        reaction: row.reaction,
        leaderboards_on: row.leaderboards_on,
        voice_on: row.voice_on,
        recap_channel_id: row.recap_channel_id,
        recap_weekday: row.recap_weekday,
        removed_at: row.removed_at,
        roster_role_id: row.roster_role_id,
        language: row.team_language,
        server_language: row.server_language,
    };
    let stored_team = stored_team.into_team(key.team)?;
    let (weekday, time, language) = (row.weekday, row.time, row.client_language);
    let stored_member = match (row.name, row.username, weekday, time, row.people, language) {
        (
            Some(name),
            Some(username),
            Some(weekday),
            Some(time),
            Some(people),
            Some(client_language),
        ) => Some(Row {
            name,
            username,
            asked_at: row.asked_at,
            asked_on: row.asked_on,
            joined_at: row.joined_at,
            zone: row.zone,
            language: row.language,
            client_language,
            weekday,
            time,
            people,
            nudges_from: row.nudges_from,
            next_nudge_at: row.next_nudge_at,
            dm_channel_id: row.dm_channel_id,
            dms_closed_at: row.dms_closed_at,
            paused_at: row.paused_at,
            paused_until: row.paused_until,
            away_until: row.away_until,
            back_on: row.back_on,
            hidden_at: row.hidden_at,
            untracked_at: row.untracked_at,
        }),
        _ => None,
    };
    let stored_member = stored_member.map(|it| it.into_member(&stored_team, key.person));
    Ok(StoredAsker {
        about: read_about(&row.about)?,
        member: stored_member.transpose()?,
        team: Some(stored_team),
    })
}

/// Reads the people that a command is about.
fn read_about(about: &str) -> StoreResult<Vec<StoredPerson>> {
    let about = read_list("members", "untracked_at", about)?.into_iter();
    let about = about.map(|(person, untracked, gone): (_, u8, u8)| StoredPerson {
        person,
        is_untracked: untracked != 0,
        is_gone: gone != 0,
    });
    Ok(about.collect())
}
