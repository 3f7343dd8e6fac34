//! What a nudge says about a person: who they are, and the last talk with them.

use chrono::{DateTime, Utc};
use sqlx::SqlitePool;

use crate::calendar::{Absence, Zone};
use crate::database::StoreResult;
use crate::dates::{self, PersonDates};
use crate::discord::names::PersonName;
use crate::encounters;
use crate::encounters::note::Note;
use crate::ids::{MemberKey, PersonId};
use crate::kudos;
use crate::nudges::LastTalk;
use crate::ties;

/// A member, the person suggested to them, and when.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub(super) member: MemberKey,
    pub(super) other: PersonId,
    pub(super) at: DateTime<Utc>,
    /// The member's zone.
    pub(super) zone: Zone,
}

/// What a nudge says about a person by themselves.
#[derive(Default)]
pub(super) struct Other {
    pub(super) name: PersonName,
    pub(super) absence: Option<Absence>,
    pub(super) dates: PersonDates,
}

pub(super) async fn other(readers: &SqlitePool, about: About) -> StoreResult<Other> {
    if about.other.is_contact() {
        let name = ties::store::name_of(readers, about.member, about.other).await?;
        let birthday = sqlx::query_scalar!(
            "SELECT birthday FROM contacts
             WHERE team_id = ? AND owner_id = ? AND contact_id = ?",
            about.member.team,
            about.member.person,
            about.other,
        );
        let birthday = birthday.fetch_optional(readers).await?.flatten();
        return Ok(Other {
            name: name.unwrap_or_default(),
            absence: None,
            dates: PersonDates {
                birthday: dates::store::read_day("contacts", "birthday", birthday)?,
                first_day: None,
            },
        });
    }
    let row = sqlx::query!(
        "SELECT name, username, away_until, back_on, birthday, first_day FROM members
         WHERE team_id = ? AND person_id = ?",
        about.member.team,
        about.other,
    )
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else {
        return Ok(Other::default());
    };
    Ok(Other {
        name: PersonName {
            shown: row.name,
            username: row.username,
        },
        absence: ties::store::read_absence(row.away_until, row.back_on)?,
        dates: dates::store::read(row.birthday, row.first_day)?,
    })
}

/// The last talk with the other person up to `at`, and the member's own latest note on a talk with
/// them.
pub(super) async fn last_talk(
    readers: &SqlitePool,
    about: About,
    at: DateTime<Utc>,
) -> StoreResult<LastTalk> {
    let seconds = at.timestamp();
    let how = sqlx::query_scalar!(
        "SELECT e.how FROM encounter_people AS mine
         JOIN encounter_people AS theirs
           ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?3
         JOIN encounters AS e ON e.encounter_id = mine.encounter_id
         WHERE mine.team_id = ?1 AND mine.person_id = ?2 AND mine.happened_at = ?4
         ORDER BY mine.encounter_id DESC LIMIT 1",
        about.member.team,
        about.member.person,
        about.other,
        seconds,
    )
    .fetch_optional(readers)
    .await?
    .flatten();
    let note = note_until(readers, about.member, about.other, at).await?;
    let kudos = kudos::store::between(readers, about.member, about.other, at).await?;
    Ok(LastTalk {
        at,
        how: encounters::store::read_how(how)?,
        note,
        kudos,
    })
}

/// The member's own latest note on a talk with `other`.
pub(crate) async fn last_note(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Option<Note>> {
    note_until(readers, member, other, DateTime::<Utc>::MAX_UTC).await
}

/// The member's own latest note on a talk with `other` up to `at`.
async fn note_until(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
    at: DateTime<Utc>,
) -> StoreResult<Option<Note>> {
    let seconds = at.timestamp();
    let note = sqlx::query_scalar!(
        "SELECT n.text FROM encounter_people AS mine
         JOIN encounter_people AS theirs
           ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?3
         JOIN notes AS n
           ON n.team_id = ?1 AND n.author_id = ?2 AND n.encounter_id = mine.encounter_id
         WHERE mine.team_id = ?1 AND mine.person_id = ?2 AND mine.happened_at <= ?4
         ORDER BY mine.happened_at DESC, mine.encounter_id DESC LIMIT 1",
        member.team,
        member.person,
        other,
        seconds,
    )
    .fetch_optional(readers)
    .await?;
    Ok(note.map(Note::kept))
}
