//! The SQL of encounters and notes.

mod amend;
mod kept;
mod withdraw;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

pub use amend::amend;
pub use kept::kept;
pub use withdraw::withdraw;

use super::note::Note;
use super::{CORRECTION_WINDOW, How, LogOutcome, Logged, NewEncounter, Recorded};
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{EncounterId, InteractionId, PersonId, TeamId};
use crate::members::{self, Member};
use crate::team::{self, Team};
use crate::{nudges, ties};

/// Logs `new` with everything that follows from it: the people named are kept as members of the
/// team, the logger's nudges become weekly again, and they are asked about nudges if they never
/// were.
pub async fn record(
    connection: &mut SqliteConnection,
    team: &Team,
    member: &Member,
    named: &[Member],
    new: &NewEncounter,
    now: DateTime<Utc>,
) -> StoreResult<Recorded> {
    team::store::keep(connection, team, now).await?;
    members::store::keep(connection, member).await?;
    for other in named {
        members::store::keep(connection, other).await?;
    }
    let logged = log(connection, new, now).await?;
    nudges::store::acted(connection, member, now).await?;
    let invited = members::store::ask_once(connection, team.id, member.person, now).await?;
    let kept = kept(connection, team, logged.encounter, member.person).await?;
    Ok(Recorded {
        kept: kept.ok_or(sqlx::Error::RowNotFound)?,
        outcome: logged.outcome,
        invited,
    })
}

/// Logs `new` and moves the clocks of everyone who took part. The same people logged by the same
/// member a moment ago are corrected instead; the same interaction writes nothing.
pub async fn log(
    connection: &mut SqliteConnection,
    new: &NewEncounter,
    now: DateTime<Utc>,
) -> StoreResult<Logged> {
    if let Some((encounter, happened_at)) = of_interaction(connection, new.interaction).await? {
        return Ok(Logged {
            encounter,
            happened_at,
            outcome: LogOutcome::Repeated,
        });
    }
    let logged = if let Some((encounter, happened_at)) = correctable(connection, new, now).await? {
        let happened_at = new.happened_at.unwrap_or(happened_at);
        correct(connection, encounter, new, happened_at, now).await?;
        Logged {
            encounter,
            happened_at,
            outcome: LogOutcome::Corrected,
        }
    } else {
        let happened_at = new.happened_at.unwrap_or(now);
        let encounter = insert(connection, new, happened_at, now).await?;
        Logged {
            encounter,
            happened_at,
            outcome: LogOutcome::New,
        }
    };
    if let Some(note) = &new.note {
        add_note(connection, logged.encounter, new.logged_by, note).await?;
    }
    ties::store::refresh_among(connection, new.team, &new.people()).await?;
    Ok(logged)
}

async fn of_interaction(
    connection: &mut SqliteConnection,
    interaction: InteractionId,
) -> StoreResult<Option<(EncounterId, DateTime<Utc>)>> {
    let row = sqlx::query!(
        r#"SELECT encounter_id AS "encounter_id: EncounterId", happened_at
           FROM encounters WHERE interaction_id = ?"#,
        interaction,
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok((
            row.encounter_id,
            instant("encounters", "happened_at", row.happened_at)?,
        ))
    })
    .transpose()
}

/// The encounter that `new` corrects: same logger, same people, logged a moment ago.
async fn correctable(
    connection: &mut SqliteConnection,
    new: &NewEncounter,
    now: DateTime<Utc>,
) -> StoreResult<Option<(EncounterId, DateTime<Utc>)>> {
    let since = (now - CORRECTION_WINDOW).timestamp();
    let recent = sqlx::query!(
        r#"SELECT encounter_id AS "encounter_id: EncounterId", happened_at
           FROM encounters WHERE team_id = ? AND logged_by = ? AND logged_at > ?
           ORDER BY logged_at DESC, encounter_id DESC"#,
        new.team,
        new.logged_by,
        since,
    )
    .fetch_all(&mut *connection)
    .await?;
    let people = new.people();
    for row in recent {
        if people_of(connection, row.encounter_id).await? == people {
            let happened_at = instant("encounters", "happened_at", row.happened_at)?;
            return Ok(Some((row.encounter_id, happened_at)));
        }
    }
    Ok(None)
}

/// Everyone who took part, in the order of their ids.
async fn people_of(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT person_id AS "person_id: PersonId" FROM encounter_people
           WHERE encounter_id = ? ORDER BY person_id"#,
        encounter,
    )
    .fetch_all(connection)
    .await?;
    Ok(people)
}

async fn insert(
    connection: &mut SqliteConnection,
    new: &NewEncounter,
    happened_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<EncounterId> {
    let (happened_at, logged_at) = (happened_at.timestamp(), now.timestamp());
    let how = new.how.map(How::as_str);
    let encounter = sqlx::query_scalar!(
        r#"INSERT INTO encounters (team_id, logged_by, happened_at, how, logged_at, interaction_id)
           VALUES (?, ?, ?, ?, ?, ?) RETURNING encounter_id AS "encounter_id!: EncounterId""#,
        new.team,
        new.logged_by,
        happened_at,
        how,
        logged_at,
        new.interaction,
    )
    .fetch_one(&mut *connection)
    .await?;
    for person in new.people() {
        insert_person(connection, encounter, person).await?;
    }
    Ok(encounter)
}

/// Adds somebody who took part; who is in it already stays.
async fn insert_person(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    person: PersonId,
) -> StoreResult<()> {
    sqlx::query!(
        "INSERT INTO encounter_people (team_id, person_id, happened_at, encounter_id)
         SELECT team_id, ?, happened_at, encounter_id FROM encounters WHERE encounter_id = ?
         ON CONFLICT DO NOTHING",
        person,
        encounter,
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn correct(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    new: &NewEncounter,
    happened_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (happened_at, logged_at) = (happened_at.timestamp(), now.timestamp());
    let how = new.how.map(How::as_str);
    sqlx::query!(
        "UPDATE encounters SET happened_at = ?, how = coalesce(?, how), logged_at = ?
         WHERE encounter_id = ?",
        happened_at,
        how,
        logged_at,
        encounter,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE encounter_people SET happened_at = ? WHERE encounter_id = ?",
        happened_at,
        encounter,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Adds to what the author noted: a second note goes on a line of its own, the same one twice
/// is kept once.
async fn add_note(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    author: PersonId,
    note: &Note,
) -> StoreResult<()> {
    let text = note.as_str();
    sqlx::query!(
        "INSERT INTO notes (encounter_id, author_id, text) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET text = text || char(10) || excluded.text
         WHERE text <> excluded.text",
        encounter,
        author,
        text,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes an encounter that `logger` logged, and moves the clocks back to the one before. Gives
/// who else took part, or `None` if there is no such encounter of theirs any more.
pub async fn undo(
    connection: &mut SqliteConnection,
    encounter: EncounterId,
    logger: PersonId,
) -> StoreResult<Option<Vec<PersonId>>> {
    let team = sqlx::query_scalar!(
        r#"SELECT team_id AS "team_id: TeamId" FROM encounters
           WHERE encounter_id = ? AND logged_by = ?"#,
        encounter,
        logger,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(team) = team else { return Ok(None) };
    let mut people = people_of(connection, encounter).await?;
    sqlx::query!("DELETE FROM encounters WHERE encounter_id = ?", encounter)
        .execute(&mut *connection)
        .await?;
    ties::store::refresh_among(connection, team, &people).await?;
    people.retain(|person| *person != logger);
    Ok(Some(people))
}

/// How two people were in touch, as it is kept.
pub fn read_how(kept: Option<String>) -> StoreResult<Option<How>> {
    let corrupt = |value| StoreError::Corrupt {
        table: "encounters",
        column: "how",
        value,
    };
    kept.map(|word| How::parse(&word).map_err(|_| corrupt(word)))
        .transpose()
}
