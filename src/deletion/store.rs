//! Begins a deletion, takes its next step and ends it. What a step deletes is in `person`, `team` and
//! `expired`.

/// Runs these deletions in order until one of them deletes something. Returns how many rows it did.
macro_rules! first_that_deletes {
    [$($deletion:expr),+ $(,)?] => {{
        let mut deleted = 0;
        $(if deleted == 0 {
            deleted = $deletion.await?;
        })+
        deleted
    }};
}

mod expired;
mod person;
mod team;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

pub(crate) use expired::{delete_expired, delete_old_days, has_old_days};

use super::Deletion;
use crate::database::Progress;
use crate::database::{StoreResult, scrub};
use crate::ids::{EncounterId, KudosId, MemberKey, NudgeId, PersonId, TeamId};

/// A deletion with the highest ids that it covers.
#[derive(Debug, Clone, Copy)]
struct Reach {
    team: TeamId,
    person: PersonId,
    encounter: EncounterId,
    nudge: NudgeId,
    kudos: KudosId,
}

/// Begins to forget a member: ends their membership and deletes their contacts. Returns `None` if the team has no data
/// about them.
pub(crate) async fn begin_person(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<Option<Deletion>> {
    let deletion = Deletion {
        team: key.team,
        person: Some(key.person),
    };
    if !person::is_kept(connection, key).await? {
        return Ok(None);
    }
    begin(connection, deletion, now).await?;
    sqlx::query!(
        "DELETE FROM members WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .execute(&mut *connection)
    .await?;
    // At once, and not in steps: contacts that they add from now on stay.
    sqlx::query!(
        "DELETE FROM contacts WHERE team_id = ? AND owner_id = ?",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(Some(deletion))
}

/// Begins to delete a whole team. Returns `None` if there is no data.
pub(crate) async fn begin_team(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Option<Deletion>> {
    let kept = sqlx::query_scalar!("SELECT count(*) FROM teams WHERE team_id = ?", team)
        .fetch_one(&mut *connection)
        .await?;
    if kept == 0 {
        return Ok(None);
    }
    let deletion = Deletion { team, person: None };
    begin(connection, deletion, now).await?;
    Ok(Some(deletion))
}

async fn begin(
    connection: &mut SqliteConnection,
    deletion: Deletion,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let person = deletion.person.unwrap_or(PersonId::FORGOTTEN);
    sqlx::query!(
        "INSERT OR REPLACE INTO deletions (team_id, person_id, encounter_id, nudge_id, kudos_id)
         VALUES (?, ?, coalesce((SELECT max(encounter_id) FROM encounters), 0),
                 coalesce((SELECT max(nudge_id) FROM nudges), 0),
                 coalesce((SELECT max(kudos_id) FROM kudos), 0))",
        deletion.team,
        person,
    )
    .execute(&mut *connection)
    .await?;
    scrub::owe(connection, now).await
}

/// Deletes one step of what is left of `deletion`.
pub(crate) async fn step(
    connection: &mut SqliteConnection,
    deletion: Deletion,
    now: DateTime<Utc>,
) -> StoreResult<Progress> {
    let Some(reach) = reach(connection, deletion).await? else {
        return Ok(Progress::Done);
    };
    let deleted = match deletion.person {
        Some(_) => person::step(connection, reach).await?,
        None => team::step(connection, deletion.team).await?,
    };
    if deleted > 0 {
        return Ok(Progress::More);
    }
    if deletion.person.is_some() {
        person::finish(connection, reach).await?;
    }
    sqlx::query!(
        "DELETE FROM deletions WHERE team_id = ? AND person_id = ?",
        reach.team,
        reach.person,
    )
    .execute(&mut *connection)
    .await?;
    scrub::owe(connection, now).await?;
    Ok(Progress::Done)
}

async fn reach(
    connection: &mut SqliteConnection,
    deletion: Deletion,
) -> StoreResult<Option<Reach>> {
    let person = deletion.person.unwrap_or(PersonId::FORGOTTEN);
    let reach = sqlx::query_as!(
        Reach,
        r#"SELECT team_id AS "team: TeamId", person_id AS "person: PersonId",
                  encounter_id AS "encounter: EncounterId", nudge_id AS "nudge: NudgeId",
                  kudos_id AS "kudos: KudosId"
           FROM deletions WHERE team_id = ? AND person_id = ?"#,
        deletion.team,
        person,
    )
    .fetch_optional(connection)
    .await?;
    Ok(reach)
}

/// Every deletion that began and is not finished.
pub(crate) async fn unfinished(readers: &SqlitePool) -> StoreResult<Vec<Deletion>> {
    let rows = sqlx::query!(
        r#"SELECT team_id AS "team: TeamId", person_id AS "person: PersonId" FROM deletions"#
    )
    .fetch_all(readers)
    .await?;
    let deletion = |team, person| Deletion {
        team,
        person: (person != PersonId::FORGOTTEN).then_some(person),
    };
    Ok(rows
        .into_iter()
        .map(|row| deletion(row.team, row.person))
        .collect())
}
