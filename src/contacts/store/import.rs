//! Adding the contacts of a file, all or none.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::{all, has_namesake};
use crate::contacts::MOST;
use crate::contacts::import::Imported;
use crate::database::{StoreResult, json_list};
use crate::encounters;
use crate::ids::{MemberKey, PersonId};
use crate::members::{self, Member};
use crate::team::{self, Team};
use crate::ties;

/// The result of adding the contacts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// So many are stored.
    Done(usize),
    /// The owner would have more than [`MOST`]; nothing was written.
    Full {
        /// How many they have.
        have: usize,
        /// How many the file would add.
        more: usize,
    },
}

/// Adds the contacts of a file, those aside that `owner` has by now. Statements are for all of them
/// together, so that other writes don't wait long.
pub(crate) async fn import(
    connection: &mut SqliteConnection,
    team: &Team,
    owner: &Member,
    mut new: Vec<Imported>,
    now: DateTime<Utc>,
) -> StoreResult<Written> {
    team::store::keep(connection, team, now).await?;
    members::store::keep(connection, owner).await?;
    let key = owner.key();
    let known = all(&mut *connection, key).await?;
    new.retain(|it| !has_namesake(&known, &it.details));
    let (have, more) = (known.len(), new.len());
    if have + more > MOST {
        return Ok(Written::Full { have, more });
    }
    let ids = draw(connection, more).await?;
    insert(connection, key, &ids, &new, now).await?;
    ties::store::add_missing(connection, key).await?;
    let talks = ids.into_iter().zip(new);
    let talks: Vec<_> = talks
        .filter_map(|(contact, it)| Some((contact, it.last_talk?)))
        .collect();
    encounters::store::record_past(connection, key, &talks).await?;
    members::store::plan::acted(connection, owner, now).await?;
    Ok(Written::Done(more))
}

/// So many random ids of contacts.
async fn draw(connection: &mut SqliteConnection, count: usize) -> StoreResult<Vec<PersonId>> {
    let places: Vec<_> = (0..count).collect();
    let places = json_list(&places);
    Ok(sqlx::query_scalar!(
        r#"SELECT -1 - (random() & 9223372036854775807) AS "id!: PersonId" FROM json_each(?)"#,
        places,
    )
    .fetch_all(connection)
    .await?)
}

async fn insert(
    connection: &mut SqliteConnection,
    owner: MemberKey,
    ids: &[PersonId],
    new: &[Imported],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let rows = ids.iter().zip(new).map(|(id, it)| {
        json!({
            "id": id,
            "name": it.details.name.shown,
            "org": it.details.name.username,
            "birthday": it.details.birthday.map(|day| day.to_string()),
        })
    });
    let (rows, now) = (rows.collect::<Value>().to_string(), now.timestamp());
    sqlx::query!(
        "INSERT INTO contacts (team_id, owner_id, contact_id, name, org, birthday, added_at)
         SELECT ?1, ?2, value ->> 'id', value ->> 'name', value ->> 'org', value ->> 'birthday', ?4
         FROM json_each(?3)",
        owner.team,
        owner.person,
        rows,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}
