//! Everything kept about one person in one team, read at one moment.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{StoreResult, instant};
use crate::ids::{ChannelId, EncounterId, KudosId, MessageId, NudgeId, PersonId, TeamId};
use crate::privacy::export::{
    EncounterExport, Export, FORMAT, KudosExport, NamedExport, NudgeExport, SettingsExport,
    TieExport,
};

/// Everything about `person` in `team`.
pub async fn export(
    readers: &SqlitePool,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<Export> {
    // One transaction that only reads: all parts tell of the same moment.
    let mut reading = readers.begin().await?;
    let connection = &mut *reading;
    Ok(Export {
        format: FORMAT,
        exported_at: now,
        server_id: team,
        person_id: person,
        settings: settings(connection, team, person).await?,
        encounters: encounters(connection, team, person).await?,
        ties: ties(connection, team, person).await?,
        nudges: nudges(connection, team, person).await?,
        kudos_given: given(connection, team, person).await?,
        kudos_received: received(connection, team, person).await?,
    })
}

/// An instant that may not be there.
fn at(
    table: &'static str,
    column: &'static str,
    seconds: Option<i64>,
) -> StoreResult<Option<DateTime<Utc>>> {
    seconds
        .map(|seconds| instant(table, column, seconds))
        .transpose()
}

async fn settings(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Option<SettingsExport>> {
    let row = sqlx::query!(
        r#"SELECT name, username, zone, weekday, time, people, asked_at, joined_at, nudges_from,
                  next_nudge_at, paused_at, paused_until, hidden_at, untracked_at,
                  rostered_at, gone_at, seen_at, missed_at,
                  dm_channel_id AS "dm_channel_id: ChannelId", dms_closed_at
           FROM members WHERE team_id = ? AND person_id = ?"#,
        team,
        person,
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let at = |column, seconds| at("members", column, seconds);
    Ok(Some(SettingsExport {
        name: row.name,
        username: row.username,
        zone: row.zone,
        weekday: row.weekday,
        time: row.time,
        people_per_nudge: row.people,
        asked_at: at("asked_at", row.asked_at)?,
        nudges_on_since: at("joined_at", row.joined_at)?,
        nudges_from: at("nudges_from", row.nudges_from)?,
        next_nudge_at: at("next_nudge_at", row.next_nudge_at)?,
        paused_at: at("paused_at", row.paused_at)?,
        paused_until: at("paused_until", row.paused_until)?,
        hidden_from_leaderboards_since: at("hidden_at", row.hidden_at)?,
        not_tracked_since: at("untracked_at", row.untracked_at)?,
        on_roster_as_in_server_since: at("rostered_at", row.rostered_at)?,
        seen_in_server_at: at("seen_at", row.seen_at)?,
        missed_in_server_at: at("missed_at", row.missed_at)?,
        left_server_at: at("gone_at", row.gone_at)?,
        dm_channel_id: row.dm_channel_id,
        dms_closed_at: at("dms_closed_at", row.dms_closed_at)?,
    }))
}

async fn encounters(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Vec<EncounterExport>> {
    let rows = sqlx::query!(
        r#"SELECT e.encounter_id AS "id: EncounterId", e.happened_at, e.how,
                  e.logged_by AS "logged_by: PersonId", e.logged_at, n.text AS "my_note?"
           FROM encounter_people AS mine
           JOIN encounters AS e ON e.encounter_id = mine.encounter_id
           LEFT JOIN notes AS n
             ON n.team_id = ?1 AND n.author_id = ?2 AND n.encounter_id = e.encounter_id
           WHERE mine.team_id = ?1 AND mine.person_id = ?2
           ORDER BY e.happened_at, e.encounter_id"#,
        team,
        person,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut encounters = Vec::with_capacity(rows.len());
    for row in rows {
        let people = sqlx::query_scalar!(
            r#"SELECT person_id AS "person_id: PersonId" FROM encounter_people
               WHERE encounter_id = ? ORDER BY person_id"#,
            row.id,
        );
        encounters.push(EncounterExport {
            id: row.id,
            happened_at: instant("encounters", "happened_at", row.happened_at)?,
            how: row.how,
            people: people.fetch_all(&mut *connection).await?,
            logged_by: known(row.logged_by),
            logged_at: instant("encounters", "logged_at", row.logged_at)?,
            my_note: row.my_note,
        });
    }
    Ok(encounters)
}

/// The person, unless they asked to be forgotten.
fn known(person: PersonId) -> Option<PersonId> {
    (person != PersonId::FORGOTTEN).then_some(person)
}

async fn ties(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Vec<TieExport>> {
    let rows = sqlx::query!(
        r#"SELECT other_id AS "other_id: PersonId", circle, last_met_at, stopped_at, not_before,
                  snoozed_until, behind_until, silences
           FROM ties WHERE team_id = ? AND member_id = ? ORDER BY other_id"#,
        team,
        person,
    )
    .fetch_all(connection)
    .await?;
    let at = |column, seconds| at("ties", column, seconds);
    rows.into_iter()
        .map(|row| {
            Ok(TieExport {
                person_id: row.other_id,
                circle: row.circle,
                last_talk_at: at("last_met_at", row.last_met_at)?,
                stopped_at: at("stopped_at", row.stopped_at)?,
                snoozed_until: at("snoozed_until", row.snoozed_until)?,
                not_named_before: at("not_before", row.not_before)?,
                named_after_others_until: at("behind_until", row.behind_until)?,
                times_not_acted_on: row.silences,
            })
        })
        .collect()
}

async fn nudges(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Vec<NudgeExport>> {
    let rows = sqlx::query!(
        r#"SELECT nudge_id AS "id: NudgeId", week, state, due_at, sent_at, acted_at,
                  message_id AS "message_id: MessageId"
           FROM nudges WHERE team_id = ? AND member_id = ? ORDER BY week"#,
        team,
        person,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut nudges = Vec::with_capacity(rows.len());
    for row in rows {
        nudges.push(NudgeExport {
            id: row.id,
            week: row.week,
            state: row.state,
            due_at: instant("nudges", "due_at", row.due_at)?,
            sent_at: at("nudges", "sent_at", row.sent_at)?,
            acted_at: at("nudges", "acted_at", row.acted_at)?,
            message_id: row.message_id,
            people: named(connection, row.id).await?,
        });
    }
    Ok(nudges)
}

async fn named(connection: &mut SqliteConnection, nudge: NudgeId) -> StoreResult<Vec<NamedExport>> {
    let rows = sqlx::query!(
        r#"SELECT other_id AS "other_id: PersonId", circle, last_met_at, outcome
           FROM suggestions WHERE nudge_id = ? ORDER BY position"#,
        nudge,
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(NamedExport {
                person_id: row.other_id,
                circle: row.circle,
                last_talk_at: at("suggestions", "last_met_at", row.last_met_at)?,
                outcome: row.outcome,
            })
        })
        .collect()
}

async fn given(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Vec<KudosExport>> {
    let rows = sqlx::query!(
        r#"SELECT kudos_id AS "id: KudosId", reason, given_at,
                  channel_id AS "channel_id: ChannelId", message_id AS "message_id: MessageId"
           FROM kudos WHERE team_id = ? AND giver_id = ? ORDER BY given_at, kudos_id"#,
        team,
        person,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut given = Vec::with_capacity(rows.len());
    for row in rows {
        let to = sqlx::query_scalar!(
            r#"SELECT person_id AS "person_id: PersonId" FROM kudos_receivers
               WHERE kudos_id = ? ORDER BY person_id"#,
            row.id,
        );
        given.push(KudosExport {
            id: row.id,
            from: Some(person),
            to: to.fetch_all(&mut *connection).await?,
            reason: row.reason,
            given_at: instant("kudos", "given_at", row.given_at)?,
            channel_id: row.channel_id,
            message_id: row.message_id,
        });
    }
    Ok(given)
}

async fn received(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Vec<KudosExport>> {
    let rows = sqlx::query!(
        r#"SELECT k.kudos_id AS "id: KudosId", k.giver_id AS "giver_id: PersonId", k.reason,
                  k.given_at, k.channel_id AS "channel_id: ChannelId",
                  k.message_id AS "message_id: MessageId"
           FROM kudos_receivers AS r JOIN kudos AS k ON k.kudos_id = r.kudos_id
           WHERE r.team_id = ? AND r.person_id = ? ORDER BY k.given_at, k.kudos_id"#,
        team,
        person,
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(KudosExport {
                id: row.id,
                from: known(row.giver_id),
                to: vec![person],
                reason: row.reason,
                given_at: instant("kudos", "given_at", row.given_at)?,
                channel_id: row.channel_id,
                message_id: row.message_id,
            })
        })
        .collect()
}
