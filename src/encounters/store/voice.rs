//! Stores talks in voice channels, which nobody logs: one encounter a pair and day.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::insert_people;
use crate::database::StoreResult;
use crate::encounters::How;
use crate::ids::{EncounterId, PersonId, TeamId};
use crate::ties;
use crate::when::Precision;

/// Minutes that two people spent together.
#[derive(Debug, Clone)]
pub(crate) struct VoiceTalk {
    /// The team.
    pub(crate) team: TeamId,
    /// The two.
    pub(crate) pair: [PersonId; 2],
    /// The day in the team's zone.
    pub(crate) day: Range<DateTime<Utc>>,
    /// What stands for that day.
    pub(crate) happened_at: DateTime<Utc>,
    /// How many minutes to add.
    pub(crate) minutes: i64,
    /// Whether some of it was stored before. An encounter that is gone since was removed by one of
    /// the two, and stays so.
    pub(crate) goes_on: bool,
}

/// Adds the minutes to the encounter of that day, or makes one. Returns whether it did.
pub(crate) async fn record_voice(
    connection: &mut SqliteConnection,
    talk: &VoiceTalk,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    if add_minutes(connection, talk).await? {
        return Ok(true);
    }
    if talk.goes_on {
        return Ok(false);
    }
    let encounter = insert(connection, talk, now).await?;
    insert_people(connection, encounter, &talk.pair).await?;
    ties::store::refresh_among(connection, talk.team, &talk.pair).await?;
    Ok(true)
}

async fn add_minutes(connection: &mut SqliteConnection, talk: &VoiceTalk) -> StoreResult<bool> {
    let [one, other] = talk.pair;
    let (start, end) = (talk.day.start.timestamp(), talk.day.end.timestamp());
    let updated = sqlx::query!(
        "UPDATE encounters SET minutes = minutes + ?1
         WHERE encounter_id = (
             SELECT mine.encounter_id FROM encounter_people AS mine
             JOIN encounter_people AS theirs
               ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?4
             JOIN encounters AS e ON e.encounter_id = mine.encounter_id
             WHERE mine.team_id = ?2 AND mine.person_id = ?3
               AND mine.happened_at >= ?5 AND mine.happened_at < ?6 AND e.minutes IS NOT NULL
             LIMIT 1)",
        talk.minutes,
        talk.team,
        one,
        other,
        start,
        end,
    )
    .execute(connection)
    .await?;
    Ok(updated.rows_affected() > 0)
}

/// No interaction logs it: its own negative id is as unique as one.
async fn insert(
    connection: &mut SqliteConnection,
    talk: &VoiceTalk,
    now: DateTime<Utc>,
) -> StoreResult<EncounterId> {
    let (happened_at, now) = (talk.happened_at.timestamp(), now.timestamp());
    let (how, stated) = (How::Voice.as_str(), Precision::Day.as_str());
    let encounter = sqlx::query_scalar!(
        r#"INSERT INTO encounters (team_id, logged_by, happened_at, stated, how, minutes, logged_at,
                                   interaction_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, 0)
           RETURNING encounter_id AS "encounter_id!: EncounterId""#,
        talk.team,
        PersonId::FORGOTTEN,
        happened_at,
        stated,
        how,
        talk.minutes,
        now,
    )
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE encounters SET interaction_id = -encounter_id WHERE encounter_id = ?",
        encounter,
    )
    .execute(connection)
    .await?;
    Ok(encounter)
}
