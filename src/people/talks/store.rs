//! The SQL of talks as a member reads and corrects them.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::{Fix, OpenTalk, PAGE, TalkPage};
use crate::database::{StoreResult, instant, read_list};
use crate::discord::names::PersonName;
use crate::encounters::note::Note;
use crate::encounters::{self, Undone};
use crate::ids::{EncounterId, MemberKey, PersonId};
use crate::members::{self, Member};
use crate::people::PastTalk;
use crate::people::store::talks;
use crate::team::{self, Team};
use crate::ties;

/// A page of the talks of the two, or the nearest one.
pub(crate) async fn page(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
    number: usize,
) -> StoreResult<TalkPage> {
    let in_all = count(readers, member, other).await?;
    let of = usize::try_from(in_all)
        .unwrap_or_default()
        .div_ceil(PAGE)
        .max(1);
    let number = number.clamp(1, of);
    let name = ties::store::name_of(readers, member, other).await?;
    Ok(TalkPage {
        other,
        name: name.unwrap_or_default(),
        talks: talks(readers, member, other, (number - 1) * PAGE..number * PAGE).await?,
        number,
        of,
    })
}

/// How many talks the two have.
async fn count(readers: &SqlitePool, member: MemberKey, other: PersonId) -> StoreResult<i64> {
    if other == PersonId::FORGOTTEN {
        return with_nobody_left(readers, member).await;
    }
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM encounter_people AS mine
           JOIN encounter_people AS theirs
             ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?3
           WHERE mine.team_id = ?1 AND mine.person_id = ?2"#,
        member.team,
        member.person,
        other,
    );
    Ok(count.fetch_one(readers).await?)
}

/// How many talks of the member have nobody else left in them: the others were forgotten, or
/// removed themselves.
pub(crate) async fn with_nobody_left(readers: &SqlitePool, member: MemberKey) -> StoreResult<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM encounter_people AS mine
           WHERE mine.team_id = ?1 AND mine.person_id = ?2 AND NOT EXISTS (
               SELECT 1 FROM encounter_people AS other
               WHERE other.encounter_id = mine.encounter_id AND other.person_id <> ?2)"#,
        member.team,
        member.person,
    );
    Ok(count.fetch_one(readers).await?)
}

/// A talk that the member took part in, with only their own note.
pub(crate) async fn open(
    readers: &SqlitePool,
    member: MemberKey,
    encounter: EncounterId,
) -> StoreResult<Option<OpenTalk>> {
    let row = sqlx::query!(
        r#"SELECT e.happened_at, e.stated, e.how, e.minutes, e.logged_by AS "logged_by: PersonId",
                  l.name AS "logger?", l.username AS "logger_username?", n.text AS "note?",
                  (SELECT json_group_array(person_id) FROM (
                       SELECT person_id FROM encounter_people
                       WHERE encounter_id = ?3 AND person_id <> ?2 ORDER BY person_id))
                      AS "others!: String"
           FROM encounter_people AS mine
           JOIN encounters AS e ON e.encounter_id = mine.encounter_id
           LEFT JOIN members AS l ON l.team_id = e.team_id AND l.person_id = e.logged_by
           LEFT JOIN notes AS n
             ON n.team_id = ?1 AND n.author_id = ?2 AND n.encounter_id = mine.encounter_id
           WHERE mine.team_id = ?1 AND mine.person_id = ?2 AND mine.encounter_id = ?3"#,
        member.team,
        member.person,
        encounter,
    )
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let others = read_list("encounter_people", "person_id", &row.others)?;
    let others: Vec<_> = others.into_iter().map(PersonId).collect();
    let names = ties::store::names_of(readers, member, &others).await?;
    let talk = PastTalk {
        encounter,
        happened_at: instant("encounters", "happened_at", row.happened_at)?,
        stated: encounters::store::read_stated(row.stated)?,
        how: encounters::store::read_how(row.how)?,
        minutes: row.minutes,
        logged_by: row.logged_by,
        logger: PersonName {
            shown: row.logger.unwrap_or_default(),
            username: row.logger_username.unwrap_or_default(),
        },
        note: row.note.map(Note::kept),
    };
    Ok(Some(OpenTalk {
        talk,
        others,
        names,
    }))
}

/// Stores a correction. Returns `false` if the member can't correct the talk (any more). Like every
/// press, it makes their nudges weekly again.
pub(crate) async fn put_right(
    connection: &mut SqliteConnection,
    team: &Team,
    member: &Member,
    encounter: EncounterId,
    fix: &Fix,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    team::store::keep(connection, team, now).await?;
    members::store::keep(connection, member).await?;
    let me = member.key();
    let done = match fix {
        Fix::Note(note) => {
            encounters::store::set_note(connection, me, encounter, note.as_ref()).await?
        }
        Fix::Date(when) => encounters::store::set_date(connection, me, encounter, when).await?,
        Fix::Delete => encounters::store::undo(connection, me, encounter).await? != Undone::Nothing,
        Fix::Absent => encounters::store::withdraw(connection, me, encounter)
            .await?
            .is_some(),
    };
    members::store::plan::acted(connection, member, now).await?;
    Ok(done)
}
