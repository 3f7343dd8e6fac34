//! Stores what members choose, and what follows for their nudges.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use super::TIME;
use crate::calendar::PeoplePerNudge;
use crate::calendar::Zone;
use crate::calendar::schedule::Schedule;
use crate::database::StoreResult;
use crate::ids::{ChannelId, EncounterId, MemberKey, PersonId, TeamId};
use crate::language::Language;
use crate::members::MemberAt;
use crate::members::pause::Pause;

/// Records that Rapport asks the member about nudges, below the answer about `encounter`. Returns
/// `false` if it had asked before.
pub async fn ask_once(
    connection: &mut SqliteConnection,
    key: MemberKey,
    encounter: EncounterId,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let asked = sqlx::query!(
        "UPDATE members SET asked_at = ?, asked_on = ?
         WHERE team_id = ? AND person_id = ? AND asked_at IS NULL AND joined_at IS NULL",
        now,
        encounter,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(asked.rows_affected() == 1)
}

/// The member answers the question about nudges with no.
pub(crate) async fn decline(connection: &mut SqliteConnection, key: MemberKey) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET asked_on = NULL
         WHERE team_id = ? AND person_id = ? AND asked_on IS NOT NULL",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member says yes to nudges, in this channel if it is known. A member who had joined keeps the
/// day of joining. A pause ends, and the next nudge finds out again whether their direct messages
/// are closed.
pub async fn join(
    connection: &mut SqliteConnection,
    key: MemberKey,
    channel: Option<ChannelId>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members
         SET joined_at = coalesce(joined_at, ?1), asked_at = coalesce(asked_at, ?1),
             asked_on = NULL,
             nudges_from = CASE WHEN paused_at IS NULL AND dms_closed_at IS NULL
                                THEN coalesce(nudges_from, ?1) ELSE ?1 END,
             paused_at = NULL, paused_until = NULL, dms_closed_at = NULL,
             dm_channel_id = coalesce(?2, dm_channel_id)
         WHERE team_id = ?3 AND person_id = ?4",
        now,
        channel,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member says no to nudges; nothing else changes. Returns `false` if they hadn't joined.
pub async fn leave_nudges(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let left = sqlx::query!(
        "UPDATE members SET joined_at = NULL, nudges_from = NULL, next_nudge_at = NULL,
                           paused_at = NULL, paused_until = NULL, asked_at = coalesce(asked_at, ?)
         WHERE team_id = ? AND person_id = ? AND joined_at IS NOT NULL",
        now,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(left.rows_affected() == 1)
}

/// Stores when in the week the member wants their nudge. `own_zone` is the schedule's zone, or
/// `None` to use the team's. Members who have not joined still get no nudge.
pub async fn reschedule(
    connection: &mut SqliteConnection,
    of: MemberAt,
    schedule: Schedule,
    own_zone: Option<Zone>,
) -> StoreResult<()> {
    let weekday = schedule.weekday.to_string();
    let time = schedule.time.format(TIME).to_string();
    let zone = own_zone.map(Zone::name);
    let now = of.now.timestamp();
    sqlx::query!(
        "UPDATE members SET zone = ?, weekday = ?, time = ?,
                           nudges_from = CASE WHEN joined_at IS NOT NULL THEN ? END
         WHERE team_id = ? AND person_id = ?",
        zone,
        weekday,
        time,
        now,
        of.key.team,
        of.key.person,
    )
    .execute(&mut *connection)
    .await?;
    super::absence::follow_zone(connection, of, schedule.zone).await
}

/// Stores a pause. Returns `false` if the member gets no nudges anyway.
pub async fn pause(
    connection: &mut SqliteConnection,
    key: MemberKey,
    pause: Pause,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let until = match pause {
        Pause::Until(end) => Some(end.timestamp()),
        Pause::UntilTheySay => None,
    };
    let paused = sqlx::query!(
        "UPDATE members SET paused_at = ?, paused_until = ?
         WHERE team_id = ? AND person_id = ? AND joined_at IS NOT NULL",
        now,
        until,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(paused.rows_affected() == 1)
}

/// Ends the member's pause. Returns `false` if none held.
pub async fn resume(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let now = now.timestamp();
    let resumed = sqlx::query!(
        "UPDATE members SET paused_at = NULL, paused_until = NULL, nudges_from = ?1
         WHERE team_id = ?2 AND person_id = ?3 AND joined_at IS NOT NULL
           AND paused_at IS NOT NULL AND (paused_until IS NULL OR paused_until > ?1)",
        now,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(resumed.rows_affected() == 1)
}

/// Stores how many people the member's nudges name at most.
pub async fn set_most_people(
    connection: &mut SqliteConnection,
    key: MemberKey,
    people: PeoplePerNudge,
) -> StoreResult<()> {
    let people = people.get();
    sqlx::query!(
        "UPDATE members SET people = ? WHERE team_id = ? AND person_id = ?",
        people,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores the language of the member's direct messages; `None` is that of their client.
pub(crate) async fn set_language(
    connection: &mut SqliteConnection,
    member: MemberKey,
    language: Option<Language>,
) -> StoreResult<()> {
    let language = language.map(Language::tag);
    sqlx::query!(
        "UPDATE members SET language = ? WHERE team_id = ? AND person_id = ?",
        language,
        member.team,
        member.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Hides the member from leaderboards.
pub async fn hide(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET hidden_at = coalesce(hidden_at, ?)
         WHERE team_id = ? AND person_id = ?",
        now,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Shows the member in leaderboards again.
pub async fn show(connection: &mut SqliteConnection, key: MemberKey) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET hidden_at = NULL WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves the schedules of members without their own zone to the team's new zone: nudges that it
/// would have brought before now are skipped. The caller replans their nudges.
pub async fn follow_zone(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET nudges_from = ?
         WHERE team_id = ? AND zone IS NULL AND joined_at IS NOT NULL",
        now,
        team,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Up to `most` members of the team who joined, ordered by id, starting at `from`.
pub async fn joined_from(
    connection: &mut SqliteConnection,
    team: TeamId,
    from: PersonId,
    most: i64,
) -> StoreResult<Vec<PersonId>> {
    let joined = sqlx::query_scalar!(
        r#"SELECT person_id AS "person_id!: PersonId" FROM members
           WHERE team_id = ? AND person_id >= ? AND joined_at IS NOT NULL
           ORDER BY person_id LIMIT ?"#,
        team,
        from,
        most,
    )
    .fetch_all(connection)
    .await?;
    Ok(joined)
}

/// Whether Discord refuses direct messages to this person.
pub async fn takes_no_dms(executor: impl SqliteExecutor<'_>, key: MemberKey) -> StoreResult<bool> {
    let closed = sqlx::query_scalar!(
        "SELECT count(*) FROM members
         WHERE team_id = ? AND person_id = ? AND dms_closed_at IS NOT NULL
           AND joined_at IS NOT NULL",
        key.team,
        key.person,
    )
    .fetch_one(executor)
    .await?;
    Ok(closed > 0)
}

/// Stores the member's channel of direct messages; with `None`, Rapport opens it again.
pub async fn keep_dm_channel(
    connection: &mut SqliteConnection,
    key: MemberKey,
    channel: Option<ChannelId>,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE members SET dm_channel_id = ? WHERE team_id = ? AND person_id = ?",
        channel,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that Discord refuses direct messages to the member: Rapport sends no nudge until they
/// join again.
pub async fn close_dms(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE members SET dms_closed_at = ?, next_nudge_at = NULL
         WHERE team_id = ? AND person_id = ?",
        now,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}
