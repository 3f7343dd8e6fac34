//! Reads an encounter for its logger.

use sqlx::SqliteConnection;

use super::{read_how, read_stated};
use crate::database::{StoreResult, instant, read_list};
use crate::encounters::Kept;
use crate::ids::{EncounterId, InteractionId, PersonId};
use crate::team::Team;
use crate::ties;

/// The stored encounter, or `None` if this member logged no such encounter.
pub(crate) async fn kept(
    connection: &mut SqliteConnection,
    team: &Team,
    encounter: EncounterId,
    logger: PersonId,
) -> StoreResult<Option<Kept>> {
    let row = sqlx::query!(
        r#"SELECT happened_at, stated, how,
                  EXISTS (SELECT 1 FROM notes AS n
                          WHERE n.team_id = ?2 AND n.author_id = ?3
                            AND n.encounter_id = ?1) AS "has_note: bool",
                  (SELECT interaction_id FROM corrections
                   WHERE encounter_id = ?1 AND happened_at IS NOT NULL
                   ORDER BY interaction_id DESC LIMIT 1) AS "correction: InteractionId",
                  (SELECT json_group_array(person_id) FROM (
                       SELECT person_id FROM encounter_people
                       WHERE encounter_id = ?1 AND person_id <> ?3 ORDER BY person_id))
                      AS "others!: String"
           FROM encounters WHERE encounter_id = ?1 AND team_id = ?2 AND logged_by = ?3"#,
        encounter,
        team.id,
        logger,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let others = read_list("encounter_people", "person_id", &row.others)?;
    let others: Vec<_> = others.into_iter().map(PersonId).collect();
    let found = ties::store::find_all(connection, team, logger, &others).await?;
    let names = found
        .iter()
        .filter_map(|(tie, name)| Some((tie.other, name.clone()?)));
    let names = names.collect();
    let ties = found.into_iter().map(|(tie, _)| tie).collect();
    Ok(Some(Kept {
        encounter,
        happened_at: instant("encounters", "happened_at", row.happened_at)?,
        stated: read_stated(row.stated)?,
        how: read_how(row.how)?,
        has_note: row.has_note,
        correction: row.correction,
        ties,
        names,
    }))
}
