//! The last talk of a tie, on which all its times depend.

use serde::Serialize;
use serde_json::json;
use sqlx::SqliteConnection;

use super::read_circle;
use crate::database::StoreResult;
use crate::ids::{EncounterId, PersonId, TeamId};

/// One side of a pair, according to the stored encounters.
#[derive(Serialize)]
struct Side {
    team: TeamId,
    member: PersonId,
    other: PersonId,
    encounter: Option<EncounterId>,
    met_at: Option<i64>,
    due_at: Option<i64>,
}

/// Updates both sides of every pair among `people` from the stored encounters; a contact has no side. Call it after an
/// encounter was written, moved or deleted.
pub(crate) async fn refresh_among(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<()> {
    refresh_all(connection, &[(team, people.to_vec())]).await
}

/// Does the same for the people of several encounters.
pub(crate) async fn refresh_all(
    connection: &mut SqliteConnection,
    talks: &[(TeamId, Vec<PersonId>)],
) -> StoreResult<()> {
    if talks.is_empty() {
        return Ok(());
    }
    let sides = sides_among(connection, talks).await?;
    set(connection, &sides).await
}

async fn sides_among(
    connection: &mut SqliteConnection,
    talks: &[(TeamId, Vec<PersonId>)],
) -> StoreResult<Vec<Side>> {
    let talks = json!(talks).to_string();
    let rows = sqlx::query!(
        r#"SELECT teams.team_id AS "team!: TeamId", CAST(one.value AS INTEGER) AS "member!: PersonId",
                  CAST(two.value AS INTEGER) AS "other!: PersonId",
                  coalesce(t.circle, teams.circle) AS "circle!: String",
                  e.encounter_id AS "encounter?: EncounterId", e.happened_at AS "met_at?",
                  c.added_at AS "added_at?"
           FROM json_each(?) AS talk
           CROSS JOIN teams ON teams.team_id = talk.value ->> 0
           CROSS JOIN json_each(talk.value, '$[1]') AS one ON one.value > 0
           CROSS JOIN json_each(talk.value, '$[1]') AS two ON two.value <> one.value
           LEFT JOIN ties AS t ON t.team_id = teams.team_id AND t.member_id = one.value
                              AND t.other_id = two.value
           LEFT JOIN contacts AS c ON c.team_id = teams.team_id AND c.owner_id = one.value
                                  AND c.contact_id = two.value
           LEFT JOIN encounters AS e ON e.encounter_id = (
               SELECT mine.encounter_id FROM encounter_people AS mine
               JOIN encounter_people AS theirs
                 ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = two.value
               WHERE mine.team_id = teams.team_id AND mine.person_id = one.value
               ORDER BY mine.happened_at DESC, mine.encounter_id DESC LIMIT 1)"#,
        talks,
    )
    .fetch_all(connection)
    .await?;
    let sides = rows.into_iter().map(|row| {
        let circle = read_circle(Some(row.circle))?.unwrap_or_default();
        let counts_from = row.met_at.or(row.added_at);
        Ok(Side {
            team: row.team,
            member: row.member,
            other: row.other,
            encounter: row.encounter,
            met_at: row.met_at,
            due_at: counts_from.map(|at| at + circle.interval().num_seconds()),
        })
    });
    sides.collect()
}

/// A talk ends the rest after a suggestion without an answer, but not the rest after *Not now*. The
/// column `silences` tells them apart: *Not now* sets it to 0.
async fn set(connection: &mut SqliteConnection, sides: &[Side]) -> StoreResult<()> {
    let sides = json!(sides).to_string();
    sqlx::query!(
        "INSERT INTO ties (team_id, member_id, other_id, last_encounter_id, last_met_at, due_at)
         SELECT value ->> 'team', value ->> 'member', value ->> 'other', value ->> 'encounter',
                value ->> 'met_at', value ->> 'due_at'
         FROM json_each(?) WHERE TRUE
         ON CONFLICT DO UPDATE SET last_encounter_id = excluded.last_encounter_id,
                                   last_met_at = excluded.last_met_at,
                                   due_at = excluded.due_at,
                                   not_before = iif(silences > 0, NULL, not_before),
                                   silences = 0",
        sides,
    )
    .execute(connection)
    .await?;
    Ok(())
}
