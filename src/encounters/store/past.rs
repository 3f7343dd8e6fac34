//! Talks of the past that come with a member's contacts from a file.

use serde_json::{Value, json};
use sqlx::SqliteConnection;

use crate::database::StoreResult;
use crate::encounters::Stated;
use crate::ids::{MemberKey, PersonId};
use crate::ties;

/// Stores one talk of `owner` with each of these contacts, who were just added. They count as logged
/// when they happened, so that no talk of the next minutes corrects them.
pub(crate) async fn record_past(
    connection: &mut SqliteConnection,
    owner: MemberKey,
    talks: &[(PersonId, Stated)],
) -> StoreResult<()> {
    let described = talks.iter().map(|(contact, when)| {
        json!({
            "contact": contact,
            "happened_at": when.at.timestamp(),
            "stated": when.precision.as_str(),
        })
    });
    let described = described.collect::<Value>().to_string();
    // No interaction logged them: the contact's id, which nobody else has, is as unique.
    sqlx::query!(
        "INSERT INTO encounters (team_id, logged_by, happened_at, stated, logged_at, interaction_id)
         SELECT ?1, ?2, value ->> 'happened_at', value ->> 'stated', value ->> 'happened_at',
                value ->> 'contact'
         FROM json_each(?3)",
        owner.team,
        owner.person,
        described,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO encounter_people (team_id, person_id, happened_at, encounter_id)
         SELECT e.team_id, p.value, e.happened_at, e.encounter_id
         FROM json_each(?3) AS t
         CROSS JOIN encounters AS e ON e.team_id = ?1 AND e.interaction_id = t.value ->> 'contact'
         CROSS JOIN json_each(json_array(?2, t.value ->> 'contact')) AS p",
        owner.team,
        owner.person,
        described,
    )
    .execute(&mut *connection)
    .await?;
    let talks = talks
        .iter()
        .map(|(contact, _)| (owner.team, vec![*contact, owner.person]));
    ties::store::refresh_all(connection, &talks.collect::<Vec<_>>()).await
}
