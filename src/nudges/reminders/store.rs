//! The SQL of reminders.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::{ClaimedReminder, Reminder};
use crate::database::{StoreError, StoreResult, instant};
use crate::delivery::{LONGEST_RETRY_WAIT, Sent, State};
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, MemberKey, MessageId, NudgeId, PersonId, ReminderId, TeamId};
use crate::nudges::SuggestionOutcome;
use crate::nudges::store::last_note;
use crate::ties;

/// Keeps a reminder about `other`, or moves the one that the member has.
pub(crate) async fn choose(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (at, now) = (at.timestamp(), now.timestamp());
    sqlx::query!(
        "INSERT INTO reminders (team_id, member_id, other_id, state, chosen_at, due_at, try_at)
         VALUES (?1, ?2, ?3, 'claimed', ?4, ?5, ?5)
         ON CONFLICT (team_id, member_id, other_id)
             WHERE state = 'claimed' AND confirmed_at IS NULL
         DO UPDATE SET chosen_at = ?4, due_at = ?5, try_at = ?5",
        member.team,
        member.person,
        other,
        now,
        at,
    )
    .execute(&mut *connection)
    .await?;
    // An act about the person: the suggestion was not in vain.
    sqlx::query!(
        "UPDATE suggestions SET reminded_at = ?1
         WHERE team_id = ?2 AND other_id = ?4 AND nudge_id = (
             SELECT n.nudge_id FROM nudges AS n
             JOIN suggestions AS s ON s.nudge_id = n.nudge_id AND s.other_id = ?4
             WHERE n.team_id = ?2 AND n.member_id = ?3 AND n.state = 'sent'
             ORDER BY n.week DESC LIMIT 1)",
        now,
        member.team,
        member.person,
        other,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The message of the member's latest nudge that names `other`.
pub(crate) async fn nudge_about(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Option<(NudgeId, ChannelId, MessageId)>> {
    let row = sqlx::query!(
        r#"SELECT n.nudge_id AS "nudge: NudgeId", n.channel_id AS "channel!: ChannelId",
                  n.message_id AS "message!: MessageId"
           FROM nudges AS n JOIN suggestions AS s ON s.nudge_id = n.nudge_id AND s.other_id = ?3
           WHERE n.team_id = ?1 AND n.member_id = ?2 AND n.state = 'sent'
             AND n.message_id IS NOT NULL
           ORDER BY n.week DESC LIMIT 1"#,
        member.team,
        member.person,
        other,
    )
    .fetch_optional(readers)
    .await?;
    Ok(row.map(|row| (row.nudge, row.channel, row.message)))
}

/// Reminders that are not sent, and due for a try; the longest waiting first. Also those whose next try
/// is further ahead than Rapport ever postpones: that time comes from a clock running ahead.
pub(crate) async fn unfinished(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    most: i64,
) -> StoreResult<Vec<ClaimedReminder>> {
    let (now, latest) = (now.timestamp(), (now + LONGEST_RETRY_WAIT).timestamp());
    let rows = sqlx::query!(
        r#"SELECT r.reminder_id AS "reminder: ReminderId", r.team_id AS "team: TeamId",
                  r.member_id AS "member: PersonId", r.other_id AS "other: PersonId", r.due_at,
                  r.confirmed_at, m.dm_channel_id AS "channel?: ChannelId"
           FROM reminders AS r
           LEFT JOIN members AS m ON m.team_id = r.team_id AND m.person_id = r.member_id
           WHERE r.state = 'claimed' AND (r.try_at <= ?1 OR (r.try_at > ?2 AND r.due_at <= ?1))
           ORDER BY r.try_at LIMIT ?3"#,
        now,
        latest,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ClaimedReminder {
                reminder: row.reminder,
                team: row.team,
                member: row.member,
                other: row.other,
                due_at: instant("reminders", "due_at", row.due_at)?,
                confirmed: row.confirmed_at.is_some(),
                channel: row.channel,
            })
        })
        .collect()
}

/// When the next reminder is due, or should be tried again.
pub(crate) async fn next_try(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(try_at) AS "next: i64" FROM reminders WHERE state = 'claimed'"#
    )
    .fetch_one(readers)
    .await?;
    next.map(|next| instant("reminders", "try_at", next))
        .transpose()
}

/// Confirms the reminder: from now on a try may have arrived. If something called it off, deletes it
/// and returns `false`.
pub(crate) async fn confirm(
    connection: &mut SqliteConnection,
    reminder: ReminderId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let confirmed = sqlx::query!(
        "UPDATE reminders SET confirmed_at = ?2 WHERE reminder_id = ?1 AND EXISTS (
             SELECT 1 FROM reminders_wanted AS w
             WHERE w.reminder_id = ?1 AND w.not_before <= ?2)",
        reminder,
        now,
    )
    .execute(&mut *connection)
    .await?;
    if confirmed.rows_affected() == 1 {
        return Ok(true);
    }
    sqlx::query!("DELETE FROM reminders WHERE reminder_id = ?", reminder)
        .execute(connection)
        .await?;
    Ok(false)
}

/// Whether the reminder is still to be sent.
pub(crate) async fn is_wanted(
    executor: impl SqliteExecutor<'_>,
    reminder: ReminderId,
) -> StoreResult<bool> {
    let wanted = sqlx::query_scalar!(
        "SELECT count(*) FROM reminders_wanted WHERE reminder_id = ?",
        reminder,
    )
    .fetch_one(executor)
    .await?;
    Ok(wanted > 0)
}

/// Marks the reminder as sent.
pub(crate) async fn mark_sent(
    connection: &mut SqliteConnection,
    reminder: ReminderId,
    sent: Sent,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (state, now) = (State::Sent.as_str(), now.timestamp());
    sqlx::query!(
        "UPDATE reminders SET state = ?, channel_id = ?, message_id = ?, sent_at = ?
         WHERE reminder_id = ? AND state = 'claimed'",
        state,
        sent.channel,
        sent.message,
        now,
        reminder,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Postpones the reminder to another try.
pub(crate) async fn try_again(
    connection: &mut SqliteConnection,
    reminder: ReminderId,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    let at = at.timestamp();
    sqlx::query!(
        "UPDATE reminders SET try_at = ? WHERE reminder_id = ? AND state = 'claimed'",
        at,
        reminder,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Marks the reminder as undeliverable.
pub(crate) async fn mark_undeliverable(
    connection: &mut SqliteConnection,
    reminder: ReminderId,
) -> StoreResult<()> {
    let state = State::Undeliverable.as_str();
    sqlx::query!(
        "UPDATE reminders SET state = ? WHERE reminder_id = ? AND state = 'claimed'",
        state,
        reminder,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a clock running ahead chose some reminders.
pub(crate) async fn are_dated_ahead(
    readers: &SqlitePool,
    until: DateTime<Utc>,
) -> StoreResult<bool> {
    let until = until.timestamp();
    let ahead = sqlx::query_scalar!(
        "SELECT count(*) FROM reminders WHERE state = 'claimed' AND chosen_at > ?",
        until,
    )
    .fetch_one(readers)
    .await?;
    Ok(ahead > 0)
}

/// Deletes the reminders that a clock running ahead chose: nobody knows what they meant.
pub(crate) async fn delete_dated_ahead(
    connection: &mut SqliteConnection,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "DELETE FROM reminders WHERE state = 'claimed' AND chosen_at > ?",
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The reminder with everything that its message says, if it is kept.
pub(crate) async fn find(
    readers: &SqlitePool,
    reminder: ReminderId,
) -> StoreResult<Option<Reminder>> {
    let row = sqlx::query!(
        r#"SELECT r.team_id AS "team: TeamId", r.member_id AS "member: PersonId",
                  r.other_id AS "other: PersonId", r.outcome,
                  coalesce(m.language, m.client_language, t.language, t.server_language)
                      AS "language!: String"
           FROM reminders AS r JOIN teams AS t ON t.team_id = r.team_id
           LEFT JOIN members AS m ON m.team_id = r.team_id AND m.person_id = r.member_id
           WHERE r.reminder_id = ?"#,
        reminder,
    )
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let corrupt = |table, column, value| StoreError::Corrupt {
        table,
        column,
        value,
    };
    let language = row.language.parse();
    let language = language.map_err(|_| corrupt("members", "language", row.language))?;
    let outcome = match row.outcome {
        Some(word) => Some(
            word.parse()
                .map_err(|_| corrupt("reminders", "outcome", word))?,
        ),
        None => None,
    };
    let member = row.team.member(row.member);
    let name = name(readers, member, row.other).await?;
    Ok(Some(Reminder {
        id: reminder,
        team: row.team,
        member: row.member,
        language,
        other: row.other,
        name: name.unwrap_or_default(),
        note: last_note(readers, member, row.other).await?,
        outcome,
    }))
}

/// The name that the member knows `other` by, if it is kept.
pub(crate) async fn name(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Option<PersonName>> {
    ties::store::name_of(readers, member, other).await
}

/// Stores the member's answer. Returns `false` if the reminder is not theirs, or has an answer.
pub(crate) async fn answer(
    connection: &mut SqliteConnection,
    reminder: ReminderId,
    member: PersonId,
    outcome: SuggestionOutcome,
) -> StoreResult<bool> {
    let outcome = outcome.as_str();
    let answered = sqlx::query!(
        "UPDATE reminders SET outcome = ?
         WHERE reminder_id = ? AND member_id = ? AND outcome IS NULL",
        outcome,
        reminder,
        member,
    )
    .execute(connection)
    .await?;
    Ok(answered.rows_affected() == 1)
}
