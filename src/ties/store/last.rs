//! The last talk of a tie, on which all its times depend.

use serde_json::json;
use sqlx::SqliteConnection;

use crate::database::StoreResult;
use crate::ids::{PersonId, TeamId};

/// Updates both sides of every pair among `people` from the stored encounters; a contact has no side.
/// Call it after an encounter was written, moved or deleted.
pub(crate) async fn refresh_among(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<()> {
    refresh_all(connection, &[(team, people.to_vec())]).await
}

/// Like [`refresh_among`], for the people of several encounters.
///
/// A talk ends the rest after a suggestion without an answer, but not the rest after *Not now*. The
/// column `silences` tells them apart: *Not now* sets it to 0.
pub(crate) async fn refresh_all(
    connection: &mut SqliteConnection,
    talks: &[(TeamId, Vec<PersonId>)],
) -> StoreResult<()> {
    if talks.is_empty() {
        return Ok(());
    }
    let talks = json!(talks).to_string();
    sqlx::query!(
        "WITH listed AS MATERIALIZED (SELECT value AS talk FROM json_each(?))
         INSERT INTO ties (team_id, member_id, other_id, last_met_at, due_at)
         SELECT teams.team_id, one.value, two.value, e.happened_at,
                coalesce(e.happened_at, c.added_at) + 86400 * (
                    SELECT days FROM circles WHERE circle = coalesce(t.circle, teams.circle))
         FROM listed
         CROSS JOIN teams ON teams.team_id = talk ->> 0
         CROSS JOIN json_each(talk, '$[1]') AS one ON one.value > 0
         CROSS JOIN json_each(talk, '$[1]') AS two ON two.value <> one.value
         LEFT JOIN ties AS t ON t.team_id = teams.team_id AND t.member_id = one.value
                            AND t.other_id = two.value
         LEFT JOIN contacts AS c ON c.team_id = teams.team_id AND c.owner_id = one.value
                                AND c.contact_id = two.value
         LEFT JOIN encounters AS e ON e.encounter_id = (
             SELECT mine.encounter_id FROM encounter_people AS mine
             JOIN encounter_people AS theirs
               ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = two.value
             WHERE mine.team_id = teams.team_id AND mine.person_id = one.value
             ORDER BY mine.happened_at DESC, mine.encounter_id DESC LIMIT 1)
         WHERE TRUE
         ON CONFLICT DO UPDATE SET last_met_at = excluded.last_met_at,
                                   due_at = excluded.due_at,
                                   not_before = iif(silences > 0, NULL, not_before),
                                   silences = 0",
        talks,
    )
    .execute(connection)
    .await?;
    Ok(())
}
