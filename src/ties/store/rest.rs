//! Starts and ends the rest after a suggestion.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::database::{StoreResult, json_list};
use crate::ids::{PersonId, TeamId};
use crate::ties::rest::{behind_after_silence, rest_after_silence};

/// Starts the rest of `other` after a suggestion in the nudge due at `nudge_at`, as it has no
/// answer so far.
pub async fn rest_after_suggestion(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    nudge_at: DateTime<Utc>,
) -> StoreResult<()> {
    let silences = silences(connection, team, member, other, nudge_at).await?;
    let rest = rest_after_silence(nudge_at).timestamp();
    let behind = behind_after_silence(nudge_at, silences).timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before, behind_until, silences)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO UPDATE SET not_before = max(coalesce(not_before, 0), ?4),
                                   behind_until = max(coalesce(behind_until, 0), ?5),
                                   silences = ?6",
        team,
        member,
        other,
        rest,
        behind,
        silences,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// How many suggestions of `other` in a row have no answer, including the one at `nudge_at`.
/// Suggestions made because nobody else was left don't count.
async fn silences(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    nudge_at: DateTime<Utc>,
) -> StoreResult<u32> {
    let kept = sqlx::query!(
        r#"SELECT silences AS "silences: u32", behind_until FROM ties
           WHERE team_id = ? AND member_id = ? AND other_id = ?"#,
        team,
        member,
        other,
    )
    .fetch_optional(connection)
    .await?;
    let Some(kept) = kept else { return Ok(1) };
    let is_behind = kept.behind_until > Some(nudge_at.timestamp());
    Ok(kept.silences.saturating_add(u32::from(!is_behind)))
}

/// The member is back after ignored nudges: for the people these named, the count of ignored
/// suggestions goes back to 1.
pub async fn reset_silences(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE ties SET silences = 1, behind_until = NULL
         WHERE team_id = ? AND member_id = ? AND silences > 1",
        team,
        member,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Starts the rest after *Not now* about `other`, until `until`.
pub async fn rest_as_asked(
    connection: &mut SqliteConnection,
    team: TeamId,
    member: PersonId,
    other: PersonId,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET
             not_before = max(coalesce(not_before, 0), ?4), behind_until = NULL, silences = 0",
        team,
        member,
        other,
        until,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Restores rests after a talk among `people` was deleted. If the last nudge of one of them named
/// another, and the talk had ended that rest, it starts again as after a first suggestion.
pub async fn rest_again(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<()> {
    let people = json_list(people);
    let start = DateTime::UNIX_EPOCH;
    let rest = (rest_after_silence(start) - start).num_seconds();
    sqlx::query!(
        "UPDATE ties
         SET silences = 1, not_before = max(coalesce(ties.not_before, 0), named.due_at + ?3)
         FROM (SELECT n.member_id, s.other_id, s.outcome, max(n.due_at) AS due_at
               FROM nudges AS n JOIN suggestions AS s USING (nudge_id)
               WHERE n.team_id = ?1 AND n.state = 'sent'
                 AND n.member_id IN (SELECT value FROM json_each(?2))
                 AND s.other_id IN (SELECT value FROM json_each(?2))
               GROUP BY n.member_id, s.other_id) AS named
         WHERE ties.team_id = ?1 AND ties.member_id = named.member_id
           AND ties.other_id = named.other_id AND ties.silences = 0
           AND named.outcome IS NULL AND named.due_at > coalesce(ties.last_met_at, 0)",
        team,
        people,
        rest,
    )
    .execute(connection)
    .await?;
    Ok(())
}
