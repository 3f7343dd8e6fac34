//! Adding to an encounter that was logged.

use sqlx::SqliteConnection;

use super::correct::store_use;
use super::{add_note, fits, insert_people, logged_encounter, people_of};
use crate::database::StoreResult;
use crate::encounters::{Amended, Amendment, LoggedEncounter, MOST_OTHERS};
use crate::ids::EncounterId;
use crate::interaction::Use;
use crate::members::{self, Member};
use crate::team::Team;
use crate::ties;

/// Adds to an encounter; only its logger can.
pub async fn amend(
    connection: &mut SqliteConnection,
    team: &Team,
    encounter: EncounterId,
    amendment: &Amendment,
    by: Use,
) -> StoreResult<Amended> {
    let logger = by.person;
    let Some(before) = logged_encounter(connection, team, encounter, logger).await? else {
        return Ok(Amended::Gone);
    };
    match amendment {
        Amendment::Note(note) => {
            if store_use(connection, team.id, encounter, by).await? {
                if !fits(connection, encounter, logger, Some(note)).await? {
                    return Ok(Amended::NoteFull);
                }
                add_note(connection, encounter, logger, note).await?;
            }
        }
        Amendment::People(people) => {
            if before.is_with_contact() {
                return Ok(Amended::Gone);
            }
            if too_many(&before, people) {
                return Ok(Amended::TooMany);
            }
            add_people(connection, team, encounter, people).await?;
        }
        Amendment::Circle(circle) => {
            for other in before.others() {
                ties::store::set_circle(connection, team.id.member(logger), other, *circle).await?;
            }
        }
        Amendment::Kind(kind) => {
            let Some(tie) = before.only_tie() else {
                return Ok(Amended::NotOne);
            };
            ties::store::set_kind(connection, team.id.member(logger), tie.other, *kind).await?;
        }
    }
    let after = logged_encounter(connection, team, encounter, logger).await?;
    Ok(after.map_or(Amended::Gone, Amended::Done))
}

fn too_many(logged: &LoggedEncounter, people: &[Member]) -> bool {
    let others = logged.others();
    let new = people.iter().filter(|it| !others.contains(&it.person));
    others.len() + new.count() > MOST_OTHERS
}

async fn add_people(
    connection: &mut SqliteConnection,
    team: &Team,
    encounter: EncounterId,
    people: &[Member],
) -> StoreResult<()> {
    members::store::keep_all(connection, people).await?;
    let ids: Vec<_> = people.iter().map(|member| member.person).collect();
    insert_people(connection, encounter, &ids).await?;
    let everyone = people_of(connection, encounter).await?;
    ties::store::refresh_among(connection, team.id, &everyone).await
}
