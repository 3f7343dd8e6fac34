//! Starts and ends the rest after a suggestion.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::database::{StoreResult, json_list};
use crate::ids::{MemberKey, PersonId, TeamId};
use crate::ties::rest::rest_after_silence;

/// Starts the rest of `other` after a suggestion in the nudge due at `nudge_at`, as it has no
/// answer so far.
pub async fn rest_after_suggestion(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    nudge_at: DateTime<Utc>,
) -> StoreResult<()> {
    let rest = rest_after_silence(nudge_at).timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before, silences)
         VALUES (?1, ?2, ?3, ?4, 1)
         ON CONFLICT DO UPDATE SET not_before = max(coalesce(not_before, 0), ?4),
                                   silences = silences + 1",
        member.team,
        member.person,
        other,
        rest,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Starts the rest after *Not now* about `other`, until `until`.
pub async fn rest_as_asked(
    connection: &mut SqliteConnection,
    member: MemberKey,
    other: PersonId,
    until: DateTime<Utc>,
) -> StoreResult<()> {
    let until = until.timestamp();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, not_before) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET
             not_before = max(coalesce(not_before, 0), ?4), silences = 0",
        member.team,
        member.person,
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
               WHERE n.team_id = ?1 AND n.state = 'sent' AND s.for_date IS NULL
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
