//! Reads everything stored about one person in one team, in one snapshot.

mod settings;

use chrono::{DateTime, Utc};
use futures::TryStreamExt as _;
use serde::Serialize;
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{StoreError, StoreResult, instant, read_list};
use crate::ids::{
    ChannelId, EncounterId, IntroductionId, KudosId, MemberKey, MessageId, NudgeId, PersonId,
    ReminderId,
};
use crate::privacy::export::{
    ContactExport, EncounterExport, ExportHeader, FORMAT, File, Files, IntroductionExport,
    KudosExport, List, NamedExport, NudgeExport, ReminderExport, TieExport,
};

/// Writes everything about the person in the team into files of at most `limit` bytes each.
pub(crate) async fn export(
    readers: &SqlitePool,
    key: MemberKey,
    now: DateTime<Utc>,
    limit: usize,
) -> StoreResult<Vec<File>> {
    // One read transaction: all parts show the same state.
    let mut reading = readers.begin().await?;
    let connection = &mut *reading;
    let about = ExportHeader {
        format: FORMAT,
        exported_at: now,
        server_id: key.team,
        person_id: key.person,
        settings: settings::settings(connection, key).await?,
    };
    let mut files = Files::about(&about, limit).map_err(StoreError::Export)?;
    encounters(connection, key, &mut files).await?;
    ties(connection, key, &mut files).await?;
    contacts(connection, key, &mut files).await?;
    nudges(connection, key, &mut files).await?;
    reminders(connection, key, &mut files).await?;
    given(connection, key, &mut files).await?;
    received(connection, key, &mut files).await?;
    introductions(connection, key, &mut files).await?;
    files.finish().map_err(StoreError::Export)
}

/// Writes one item into its list.
async fn add(files: &mut Files, list: List, kept: &impl Serialize) -> StoreResult<()> {
    files.add(list, kept).map_err(StoreError::Export)?;
    // Packing blocks a thread of the runtime: let commands run in between.
    tokio::task::yield_now().await;
    Ok(())
}

/// Reads an optional instant.
fn at(
    table: &'static str,
    column: &'static str,
    seconds: Option<i64>,
) -> StoreResult<Option<DateTime<Utc>>> {
    seconds
        .map(|seconds| instant(table, column, seconds))
        .transpose()
}

async fn encounters(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT e.encounter_id AS "id: EncounterId", e.happened_at, e.how, e.minutes,
                  e.logged_by AS "logged_by: PersonId", e.logged_at, n.text AS "my_note?",
                  (SELECT json_group_array(person_id ORDER BY person_id) FROM encounter_people
                   WHERE encounter_id = e.encounter_id) AS "people!: String"
           FROM encounter_people AS mine
           JOIN encounters AS e ON e.encounter_id = mine.encounter_id
           LEFT JOIN notes AS n
             ON n.team_id = ?1 AND n.author_id = ?2 AND n.encounter_id = e.encounter_id
           WHERE mine.team_id = ?1 AND mine.person_id = ?2
           ORDER BY e.happened_at, e.encounter_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let encounter = EncounterExport {
            id: row.id,
            happened_at: instant("encounters", "happened_at", row.happened_at)?,
            how: row.how,
            minutes_in_voice: row.minutes,
            people: read_list("encounter_people", "person_id", &row.people)?,
            logged_by: known(row.logged_by),
            logged_at: instant("encounters", "logged_at", row.logged_at)?,
            my_note: row.my_note,
        };
        add(files, List::Encounters, &encounter).await?;
    }
    Ok(())
}

/// The person; `None` if they asked to be forgotten.
fn known(person: PersonId) -> Option<PersonId> {
    (person != PersonId::FORGOTTEN).then_some(person)
}

async fn ties(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT other_id AS "other_id: PersonId", circle, kind, last_met_at, stopped_at, apart_at, not_before,
                  snoozed_until, silences
           FROM ties WHERE team_id = ? AND member_id = ? ORDER BY other_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    let at = |column, seconds| at("ties", column, seconds);
    while let Some(row) = rows.try_next().await? {
        let tie = TieExport {
            person_id: row.other_id,
            circle: row.circle,
            kind: row.kind,
            last_talk_at: at("last_met_at", row.last_met_at)?,
            stopped_at: at("stopped_at", row.stopped_at)?,
            kept_apart_since: at("apart_at", row.apart_at)?,
            snoozed_until: at("snoozed_until", row.snoozed_until)?,
            not_named_before: at("not_before", row.not_before)?,
            times_not_acted_on: row.silences,
        };
        add(files, List::Ties, &tie).await?;
    }
    Ok(())
}

async fn contacts(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT contact_id AS "contact_id: PersonId", name, org, birthday, added_at
           FROM contacts WHERE team_id = ? AND owner_id = ? ORDER BY contact_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let contact = ContactExport {
            person_id: row.contact_id,
            name: row.name,
            org: row.org,
            birthday: row.birthday,
            added_at: instant("contacts", "added_at", row.added_at)?,
        };
        add(files, List::Contacts, &contact).await?;
    }
    Ok(())
}

/// A row of a suggestion: person, circle, last talk, outcome, when a reminder was asked for, and why a
/// date alone named them.
type SuggestionRow = (
    PersonId,
    String,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<String>,
);

async fn nudges(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT nudge_id AS "id: NudgeId", week, state, due_at, sent_at, acted_at,
                  message_id AS "message_id: MessageId",
                  (SELECT json_group_array(
                              json_array(other_id, circle, last_met_at, outcome, reminded_at,
                                         for_date)
                              ORDER BY position)
                   FROM suggestions AS s WHERE s.nudge_id = nudges.nudge_id) AS "people!: String"
           FROM nudges WHERE team_id = ? AND member_id = ? ORDER BY week"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let named: Vec<SuggestionRow> = read_list("suggestions", "other_id", &row.people)?;
        let nudge = NudgeExport {
            id: row.id,
            week: row.week,
            state: row.state,
            due_at: instant("nudges", "due_at", row.due_at)?,
            sent_at: at("nudges", "sent_at", row.sent_at)?,
            acted_at: at("nudges", "acted_at", row.acted_at)?,
            message_id: row.message_id,
            people: named.into_iter().map(suggested).collect::<Result<_, _>>()?,
        };
        add(files, List::Nudges, &nudge).await?;
    }
    Ok(())
}

fn suggested(suggestion: SuggestionRow) -> StoreResult<NamedExport> {
    let (person_id, circle, last_met_at, outcome, reminded_at, for_date) = suggestion;
    Ok(NamedExport {
        person_id,
        circle,
        last_talk_at: at("suggestions", "last_met_at", last_met_at)?,
        outcome,
        reminder_asked_at: at("suggestions", "reminded_at", reminded_at)?,
        for_date: for_date.is_some(),
    })
}

async fn reminders(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT reminder_id AS "id: ReminderId", other_id AS "other: PersonId", state, chosen_at,
                  due_at, sent_at, message_id AS "message_id: MessageId", outcome
           FROM reminders WHERE team_id = ? AND member_id = ? ORDER BY reminder_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let reminder = ReminderExport {
            id: row.id,
            person_id: row.other,
            state: row.state,
            chosen_at: instant("reminders", "chosen_at", row.chosen_at)?,
            due_at: instant("reminders", "due_at", row.due_at)?,
            sent_at: at("reminders", "sent_at", row.sent_at)?,
            message_id: row.message_id,
            outcome: row.outcome,
        };
        add(files, List::Reminders, &reminder).await?;
    }
    Ok(())
}

async fn given(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT kudos_id AS "id: KudosId", reason, emoji, given_at,
                  channel_id AS "channel_id: ChannelId", message_id AS "message_id: MessageId",
                  (SELECT json_group_array(person_id ORDER BY person_id) FROM kudos_receivers AS r
                   WHERE r.kudos_id = kudos.kudos_id) AS "to!: String"
           FROM kudos WHERE team_id = ? AND giver_id = ? ORDER BY given_at, kudos_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let kudos = KudosExport {
            id: row.id,
            from: Some(key.person),
            to: read_list("kudos_receivers", "person_id", &row.to)?,
            reason: row.reason,
            reaction: row.emoji,
            given_at: instant("kudos", "given_at", row.given_at)?,
            channel_id: row.channel_id,
            message_id: row.message_id,
        };
        add(files, List::KudosGiven, &kudos).await?;
    }
    Ok(())
}

async fn received(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT k.kudos_id AS "id: KudosId", k.giver_id AS "giver_id: PersonId", k.reason,
                  k.emoji, k.given_at, k.channel_id AS "channel_id: ChannelId",
                  k.message_id AS "message_id: MessageId"
           FROM kudos_receivers AS r JOIN kudos AS k ON k.kudos_id = r.kudos_id
           WHERE r.team_id = ? AND r.person_id = ? ORDER BY k.given_at, k.kudos_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let kudos = KudosExport {
            id: row.id,
            from: known(row.giver_id),
            to: vec![key.person],
            reason: row.reason,
            reaction: row.emoji,
            given_at: instant("kudos", "given_at", row.given_at)?,
            channel_id: row.channel_id,
            message_id: row.message_id,
        };
        add(files, List::KudosReceived, &kudos).await?;
    }
    Ok(())
}

async fn introductions(
    connection: &mut SqliteConnection,
    key: MemberKey,
    files: &mut Files,
) -> StoreResult<()> {
    let mut rows = sqlx::query!(
        r#"SELECT i.introduction_id AS "id: IntroductionId", r.day, i.state, i.sent_at, i.met_at,
                  i.thread_id AS "thread: ChannelId", mine.answer,
                  (SELECT json_group_array(person_id ORDER BY person_id) FROM introduced
                   WHERE introduction_id = i.introduction_id) AS "people!: String"
           FROM introduced AS mine
           JOIN introductions AS i ON i.introduction_id = mine.introduction_id
           JOIN introduction_rounds AS r ON r.round_id = i.round_id
           WHERE mine.team_id = ?1 AND mine.person_id = ?2
           ORDER BY i.introduction_id"#,
        key.team,
        key.person,
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let introduction = IntroductionExport {
            id: row.id,
            day: row.day,
            state: row.state,
            introduced_at: at("introductions", "sent_at", row.sent_at)?,
            people: read_list("introduced", "person_id", &row.people)?,
            thread_id: row.thread,
            my_answer: row.answer,
            met_at: at("introductions", "met_at", row.met_at)?,
        };
        add(files, List::Introductions, &introduction).await?;
    }
    Ok(())
}
