//! Reads encounters for their loggers.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;
use sqlx::SqliteConnection;

use super::{read_how, read_stated};
use crate::database::{StoreResult, instant, read_list};
use crate::encounters::LoggedEncounter;
use crate::ids::{EncounterId, InteractionId, PersonId};
use crate::team::Team;
use crate::ties::store::StoredTie;

/// The stored encounter, or `None` if this member logged no such encounter.
pub(crate) async fn logged_encounter(
    connection: &mut SqliteConnection,
    team: &Team,
    encounter: EncounterId,
    logger: PersonId,
) -> StoreResult<Option<LoggedEncounter>> {
    let mut found = logged_encounters(connection, &[(team, encounter, logger)]).await?;
    Ok(found.remove(&encounter))
}

/// The ones of these encounters that are stored and that these members logged.
pub(super) async fn logged_encounters(
    connection: &mut SqliteConnection,
    wanted: &[(&Team, EncounterId, PersonId)],
) -> StoreResult<BTreeMap<EncounterId, LoggedEncounter>> {
    let ids = wanted
        .iter()
        .map(|(team, encounter, logger)| (team.id, encounter, logger));
    let ids = json!(ids.collect::<Vec<_>>()).to_string();
    let found = sqlx::query_scalar!(
        r#"SELECT json_group_array(json_object(
               'place', w.key, 'happened_at', e.happened_at, 'stated', e.stated, 'how', e.how,
               'notes', (SELECT count(*) FROM notes AS n
                         WHERE n.team_id = e.team_id AND n.author_id = e.logged_by
                           AND n.encounter_id = e.encounter_id),
               'correction', (SELECT interaction_id FROM corrections
                              WHERE encounter_id = e.encounter_id AND happened_at IS NOT NULL
                              ORDER BY interaction_id DESC LIMIT 1),
               'ties', (SELECT json_group_array(json_object(
                                'other', p.person_id, 'circle', t.circle, 'kind', t.kind,
                                'last_met_at', t.last_met_at, 'stopped_at', t.stopped_at,
                                'apart_at', t.apart_at, 'snoozed_until', t.snoozed_until,
                                'not_before', t.not_before,
                                'added_at', c.added_at, 'joined_at', m.newcomer_at,
                                'untracked_at', m.untracked_at, 'gone_at', m.gone_at,
                                'away_until', m.away_until, 'back_on', m.back_on,
                                'name', coalesce(m.name, c.name),
                                'username', coalesce(m.username, c.org))
                            ORDER BY p.person_id)
                        FROM encounter_people AS p
                        LEFT JOIN ties AS t ON t.team_id = e.team_id AND t.member_id = e.logged_by
                                           AND t.other_id = p.person_id
                        LEFT JOIN members AS m ON m.team_id = e.team_id
                                              AND m.person_id = p.person_id
                        LEFT JOIN contacts AS c ON c.team_id = e.team_id
                                               AND c.owner_id = e.logged_by
                                               AND c.contact_id = p.person_id
                        WHERE p.encounter_id = e.encounter_id AND p.person_id <> e.logged_by)
           )) AS "found!: String"
           FROM json_each(?) AS w
           CROSS JOIN encounters AS e ON e.team_id = w.value ->> 0
                                     AND e.encounter_id = w.value ->> 1
                                     AND e.logged_by = w.value ->> 2"#,
        ids,
    )
    .fetch_one(connection)
    .await?;
    let found: Vec<Found> = read_list("encounters", "encounter_id", &found)?;
    let logged = found.into_iter().map(|found| {
        let (team, encounter, _) = wanted[found.place];
        Ok((encounter, found.into_kept(team, encounter)?))
    });
    logged.collect()
}

/// An encounter as the statement returns it. Passing each row from the connection's thread to ours
/// takes longer than finding it, so all come in one row.
#[derive(Deserialize)]
struct Found {
    place: usize,
    happened_at: i64,
    stated: Option<String>,
    how: Option<String>,
    notes: u32,
    correction: Option<InteractionId>,
    ties: Vec<StoredTie>,
}

impl Found {
    fn into_kept(self, team: &Team, encounter: EncounterId) -> StoreResult<LoggedEncounter> {
        let ties = self.ties.into_iter().map(|tie| tie.into_tie(team));
        let ties = ties.collect::<StoreResult<Vec<_>>>()?;
        let names = ties
            .iter()
            .filter_map(|(tie, name)| Some((tie.other, name.clone()?)));
        Ok(LoggedEncounter {
            encounter,
            happened_at: instant("encounters", "happened_at", self.happened_at)?,
            stated: read_stated(self.stated)?,
            how: read_how(self.how)?,
            has_note: self.notes > 0,
            correction: self.correction,
            names: names.collect(),
            ties: ties.into_iter().map(|(tie, _)| tie).collect(),
        })
    }
}
