//! The SQL of contacts. Every statement names the owner: nobody else may learn of a contact.

mod import;

use sqlx::{SqliteConnection, SqliteExecutor};

pub(crate) use import::{Written, import};

use super::{Contact, MOST, are_namesakes};
use crate::calendar::Circle;
use crate::database::{StoreResult, scrub};
use crate::dates;
use crate::discord::names::PersonName;
use crate::ids::{MemberKey, PersonId};
use crate::interaction::Use;
use crate::members::{self, Member};
use crate::nudges;
use crate::people::ContactDetails;
use crate::team::{self, Team};
use crate::ties::{self, Kind};

/// A contact to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewContact {
    /// What the owner noted.
    pub(crate) details: ContactDetails,
    /// What they are to the owner.
    pub(crate) kind: Option<Kind>,
    /// How often the owner wants contact; `None` is the kind's proposal.
    pub(crate) circle: Option<Circle>,
}

/// The result of adding a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    /// It is stored.
    Done(PersonId),
    /// The owner has a contact with the same name and organisation; nothing was written.
    Namesake,
    /// The owner has [`MOST`] contacts; nothing was written.
    Full,
}

/// The result of changing a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EditOutcome {
    /// It is stored.
    Done,
    /// The owner has another contact with the same name and organisation; nothing was written.
    Namesake,
    /// The owner has no such contact; nothing was written.
    Gone,
}

/// All contacts of `owner`.
pub(crate) async fn all(
    executor: impl SqliteExecutor<'_>,
    owner: MemberKey,
) -> StoreResult<Vec<Contact>> {
    let rows = sqlx::query!(
        r#"SELECT contact_id AS "id: PersonId", name, org, birthday FROM contacts
           WHERE team_id = ? AND owner_id = ?"#,
        owner.team,
        owner.person,
    )
    .fetch_all(executor)
    .await?;
    let contacts = rows.into_iter().map(|row| {
        Ok(Contact {
            id: row.id,
            details: ContactDetails {
                name: PersonName {
                    shown: row.name,
                    username: row.org,
                },
                birthday: dates::store::read_day("contacts", "birthday", row.birthday)?,
            },
        })
    });
    contacts.collect()
}

/// Adds a contact of `owner`. An interaction that Discord delivers again adds nothing.
pub(crate) async fn add(
    connection: &mut SqliteConnection,
    team: &Team,
    owner: &Member,
    new: &NewContact,
    by: Use,
) -> StoreResult<Added> {
    team::store::keep(connection, team, by.now).await?;
    members::store::keep(connection, owner).await?;
    let key = owner.key();
    let before = sqlx::query_scalar!(
        r#"SELECT contact_id AS "id!: PersonId" FROM contacts
           WHERE team_id = ? AND interaction_id = ?"#,
        key.team,
        by.interaction,
    )
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(before) = before {
        return Ok(Added::Done(before));
    }
    let others = all(&mut *connection, key).await?;
    if others.len() >= MOST {
        return Ok(Added::Full);
    }
    if has_namesake(&others, &new.details) {
        return Ok(Added::Namesake);
    }
    let contact = insert(connection, key, &new.details, by).await?;
    ties::store::add(connection, key, contact, new.kind, new.circle).await?;
    members::store::plan::acted(connection, owner, by.now).await?;
    Ok(Added::Done(contact))
}

fn has_namesake(contacts: &[Contact], details: &ContactDetails) -> bool {
    let names = contacts.iter().map(|it| &it.details.name);
    names
        .into_iter()
        .any(|name| are_namesakes(name, &details.name))
}

async fn insert(
    connection: &mut SqliteConnection,
    owner: MemberKey,
    details: &ContactDetails,
    by: Use,
) -> StoreResult<PersonId> {
    let now = by.now.timestamp();
    let birthday = details.birthday.map(|day| day.to_string());
    // SQLite's random() has 64 bits; one of them is the sign.
    Ok(sqlx::query_scalar!(
        r#"INSERT INTO contacts (team_id, owner_id, contact_id, name, org, birthday, added_at,
                                 interaction_id)
           VALUES (?, ?, -1 - (random() & 9223372036854775807), ?, ?, ?, ?, ?)
           RETURNING contact_id AS "id!: PersonId""#,
        owner.team,
        owner.person,
        details.name.shown,
        details.name.username,
        birthday,
        now,
        by.interaction,
    )
    .fetch_one(connection)
    .await?)
}

/// Changes what `owner` noted about a contact. Like every press, it makes their nudges weekly again.
pub(crate) async fn change(
    connection: &mut SqliteConnection,
    owner: &Member,
    contact: PersonId,
    details: &ContactDetails,
    by: Use,
) -> StoreResult<EditOutcome> {
    let key = owner.key();
    let mut others = all(&mut *connection, key).await?;
    others.retain(|it| it.id != contact);
    if has_namesake(&others, details) {
        return Ok(EditOutcome::Namesake);
    }
    let birthday = details.birthday.map(|day| day.to_string());
    let changed = sqlx::query!(
        "UPDATE contacts SET name = ?, org = ?, birthday = ?
         WHERE team_id = ? AND owner_id = ? AND contact_id = ?",
        details.name.shown,
        details.name.username,
        birthday,
        key.team,
        key.person,
        contact,
    )
    .execute(&mut *connection)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(EditOutcome::Gone);
    }
    // What stood there before stays in the file until it is overwritten.
    scrub::owe(connection, by.now).await?;
    members::store::plan::acted(connection, owner, by.now).await?;
    Ok(EditOutcome::Done)
}

/// Deletes a contact of `owner` with the tie, the talks and the notes. Returns `false` if they have no
/// such contact.
pub(crate) async fn remove(
    connection: &mut SqliteConnection,
    owner: &Member,
    contact: PersonId,
    by: Use,
) -> StoreResult<bool> {
    let key = owner.key();
    let removed = sqlx::query!(
        "DELETE FROM contacts WHERE team_id = ? AND owner_id = ? AND contact_id = ?",
        key.team,
        key.person,
        contact,
    )
    .execute(&mut *connection)
    .await?;
    if removed.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "DELETE FROM encounters WHERE encounter_id IN (
             SELECT encounter_id FROM encounter_people WHERE team_id = ? AND person_id = ?)",
        key.team,
        contact,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM ties WHERE team_id = ? AND member_id = ? AND other_id = ?",
        key.team,
        key.person,
        contact,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM reminders WHERE team_id = ? AND member_id = ? AND other_id = ?",
        key.team,
        key.person,
        contact,
    )
    .execute(&mut *connection)
    .await?;
    nudges::store::take_out_contact(connection, key, contact).await?;
    scrub::owe(connection, by.now).await?;
    members::store::plan::acted(connection, owner, by.now).await?;
    Ok(true)
}
