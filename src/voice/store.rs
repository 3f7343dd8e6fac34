//! The SQL of talks in voice channels.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike as _, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::{Counting, SHORTEST_TALK, Together};
use crate::calendar::{Zone, wall_clock};
use crate::database::{StoreError, StoreResult, instant};
use crate::encounters::store::{VoiceTalk, record_voice};
use crate::ids::MemberKey;

/// Stores how long the two were together: the day's encounter, or more minutes of it. Returns how
/// many minutes of this talk are stored: none of those before both had switched it on, and none
/// while their server has it switched off.
pub(crate) async fn record(
    connection: &mut SqliteConnection,
    talk: &Together,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    let Some((zone, agreed_at)) = agreement(connection, talk).await? else {
        return Ok(talk.stored);
    };
    let counted = talk.length - (agreed_at - talk.since).max(TimeDelta::zero());
    let new = counted.num_minutes() - talk.stored;
    if counted < SHORTEST_TALK || new < 1 {
        return Ok(talk.stored);
    }
    let stored = VoiceTalk {
        team: talk.pair.team,
        pair: [talk.pair.one, talk.pair.other],
        day: day_of(talk.since, zone),
        happened_at: happened_at(talk.since, zone),
        minutes: new,
        goes_on: talk.stored > 0,
    };
    let added = record_voice(connection, &stored, now).await?;
    Ok(talk.stored + if added { new } else { 0 })
}

/// The team's zone, and when the later one of the two switched it on; `None` if their talks do not
/// count.
async fn agreement(
    connection: &mut SqliteConnection,
    talk: &Together,
) -> StoreResult<Option<(Zone, DateTime<Utc>)>> {
    let pair = talk.pair;
    let row = sqlx::query!(
        r#"SELECT t.zone, max(one.counted_since, other.counted_since) AS "agreed_at!: i64"
           FROM teams AS t
           JOIN voice_choices AS one ON one.team_id = t.team_id AND one.person_id = ?2
           JOIN voice_choices AS other ON other.team_id = t.team_id AND other.person_id = ?3
           WHERE t.team_id = ?1 AND t.voice_on AND t.removed_at IS NULL
             AND one.counted_since IS NOT NULL AND other.counted_since IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM members AS m
                             WHERE m.team_id = t.team_id AND m.person_id IN (?2, ?3)
                               AND m.untracked_at IS NOT NULL)"#,
        pair.team,
        pair.one,
        pair.other,
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let zone = row.zone.parse().map_err(|_| StoreError::Corrupt {
        table: "teams",
        column: "zone",
        value: row.zone,
    })?;
    let agreed_at = instant("voice_choices", "counted_since", row.agreed_at)?;
    Ok(Some((zone, agreed_at)))
}

/// The day of `at` in `zone`.
fn day_of(at: DateTime<Utc>, zone: Zone) -> Range<DateTime<Utc>> {
    let day = at.with_timezone(&zone).date_naive();
    let midnight = |day: NaiveDate| wall_clock::instant(day.and_time(NaiveTime::MIN), zone);
    midnight(day)..midnight(day.succ_opt().unwrap_or(day))
}

/// What stands for the day: noon, or the hour in which it began before that. Which minute it was is
/// nobody's business.
fn happened_at(since: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    let local = since.with_timezone(&zone).naive_local();
    let hour = local.hour().min(12);
    let hour = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    wall_clock::instant(local.date().and_time(hour), zone).min(since)
}

/// Whether the member's talks in voice channels count.
pub(crate) async fn counting(readers: &SqlitePool, key: MemberKey) -> StoreResult<Counting> {
    let row = sqlx::query!(
        r#"SELECT t.voice_on AS "voice_on: bool", c.counted_since AS "counted_since?"
           FROM teams AS t
           LEFT JOIN voice_choices AS c ON c.team_id = t.team_id AND c.person_id = ?2
           WHERE t.team_id = ?1"#,
        key.team,
        key.person,
    )
    .fetch_optional(readers)
    .await?;
    Ok(match row {
        Some(row) if !row.voice_on => Counting::OffForAll,
        Some(row) if row.counted_since.is_some() => Counting::On,
        _ => Counting::Off,
    })
}

/// Records that Rapport asks the member. Returns `false` if it had asked before, if they chose
/// already, or if their server has it switched off.
pub(crate) async fn ask_once(
    connection: &mut SqliteConnection,
    key: MemberKey,
) -> StoreResult<bool> {
    let asked = sqlx::query!(
        "INSERT INTO voice_choices (team_id, person_id)
         SELECT m.team_id, m.person_id FROM members AS m JOIN teams AS t USING (team_id)
         WHERE m.team_id = ? AND m.person_id = ? AND m.untracked_at IS NULL AND t.voice_on
         ON CONFLICT DO NOTHING",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(asked.rows_affected() == 1)
}

/// Stores whether the member's talks in voice channels count from now on; the member is stored.
pub(crate) async fn choose(
    connection: &mut SqliteConnection,
    key: MemberKey,
    counted_since: Option<DateTime<Utc>>,
) -> StoreResult<()> {
    let since = counted_since.map(|it| it.timestamp());
    sqlx::query!(
        "INSERT INTO voice_choices (team_id, person_id, counted_since) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE
         SET counted_since = iif(?3 IS NULL, NULL, coalesce(counted_since, ?3))",
        key.team,
        key.person,
        since,
    )
    .execute(connection)
    .await?;
    Ok(())
}
