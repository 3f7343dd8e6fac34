//! The SQL of what a member sees about people: their own side of ties, and their own notes.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use super::{Card, ContactDetails, Done, Known, PastTalk, TieChange};
use crate::database::{StoreResult, instant};
use crate::dates::{self, PersonDates};
use crate::discord::names::PersonName;
use crate::encounters;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, MemberKey, PersonId};
use crate::kudos;
use crate::members::{self, Member};
use crate::nudges;
use crate::team::{self, Team};
use crate::ties;

/// How many talks a card shows.
const TALKS_ON_CARD: usize = 5;

/// Everyone the member has a tie with.
pub(crate) async fn known(
    readers: &SqlitePool,
    team: &Team,
    member: PersonId,
) -> StoreResult<Vec<Known>> {
    let ties = ties::store::all(readers, team, member).await?;
    let known = ties.into_iter().map(|(tie, name)| Known {
        tie,
        name: name.unwrap_or_default(),
    });
    Ok(known.collect())
}

/// Everything the member may see about `other`.
pub(crate) async fn card(
    readers: &SqlitePool,
    team: &Team,
    member: PersonId,
    other: PersonId,
) -> StoreResult<Card> {
    let me = team.id.member(member);
    let tie = ties::store::find(readers, team, member, other).await?;
    let name = ties::store::name_of(readers, me, other).await?;
    let kudos = |since| kudos::store::between(readers, me, other, since);
    let kudos_since = match tie.last_met_at {
        Some(last) => Some(kudos(last).await?),
        None => None,
    };
    let dates = match tie.last_met_at {
        Some(_) => dates::store::of(readers, team.id.member(other)).await?,
        None => PersonDates::default(),
    };
    Ok(Card {
        dates,
        known: Known {
            tie,
            name: name.unwrap_or_default(),
        },
        contact: contact(readers, me, other).await?,
        talks: talks(readers, me, other, 0..TALKS_ON_CARD).await?,
        kudos: kudos(DateTime::UNIX_EPOCH).await?,
        kudos_since,
    })
}

/// What `owner` noted about a contact of theirs; `None` if they have no such contact.
pub(crate) async fn contact(
    readers: &SqlitePool,
    owner: MemberKey,
    contact: PersonId,
) -> StoreResult<Option<ContactDetails>> {
    let row = sqlx::query!(
        "SELECT name, org, birthday FROM contacts
         WHERE team_id = ? AND owner_id = ? AND contact_id = ?",
        owner.team,
        owner.person,
        contact,
    )
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ContactDetails {
        name: PersonName {
            shown: row.name,
            username: row.org,
        },
        birthday: dates::store::read_day("contacts", "birthday", row.birthday)?,
    }))
}

/// The talks of the two at these positions, the latest at 0, each with only the member's own note.
/// With [`PersonId::FORGOTTEN`], the talks with nobody else left in them.
pub(crate) async fn talks(
    readers: &SqlitePool,
    member: MemberKey,
    other: PersonId,
    places: Range<usize>,
) -> StoreResult<Vec<PastTalk>> {
    let most = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let skipped = i64::try_from(places.start).unwrap_or(i64::MAX);
    let rows = sqlx::query!(
        r#"SELECT e.encounter_id AS "encounter: EncounterId", e.happened_at, e.stated,
                  e.how, e.minutes,
                  e.logged_by AS "logged_by: PersonId", l.name AS "logger?",
                  l.username AS "logger_username?", n.text AS "note?"
           FROM encounter_people AS mine
           JOIN encounters AS e ON e.encounter_id = mine.encounter_id
           LEFT JOIN members AS l ON l.team_id = e.team_id AND l.person_id = e.logged_by
           LEFT JOIN notes AS n
             ON n.team_id = ?1 AND n.author_id = ?2 AND n.encounter_id = mine.encounter_id
           WHERE mine.team_id = ?1 AND mine.person_id = ?2
             AND CASE ?3
                 WHEN ?6 THEN NOT EXISTS (
                     SELECT 1 FROM encounter_people AS other
                     WHERE other.encounter_id = mine.encounter_id AND other.person_id <> ?2)
                 ELSE EXISTS (
                     SELECT 1 FROM encounter_people AS theirs
                     WHERE theirs.encounter_id = mine.encounter_id AND theirs.person_id = ?3)
                 END
           ORDER BY mine.happened_at DESC, mine.encounter_id DESC LIMIT ?4 OFFSET ?5"#,
        member.team,
        member.person,
        other,
        most,
        skipped,
        PersonId::FORGOTTEN,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PastTalk {
                encounter: row.encounter,
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
            })
        })
        .collect()
}

/// Stores what `member` changes about `other`. Like every press, it makes their nudges weekly
/// again.
pub(crate) async fn change(
    connection: &mut SqliteConnection,
    team: &Team,
    member: &Member,
    other: PersonId,
    change: TieChange,
    now: DateTime<Utc>,
) -> StoreResult<Done> {
    team::store::keep(connection, team, now).await?;
    members::store::keep(connection, member).await?;
    let me = member.key();
    let done = match change {
        TieChange::Stop => {
            ties::store::stop(connection, me, other, now).await?;
            nudges::store::take_out_for(connection, me, other).await?;
            Done::Stopped
        }
        TieChange::Resume => {
            ties::store::resume(connection, me, other).await?;
            Done::Resumed
        }
        TieChange::Snooze(snooze) => {
            let until = snooze.map(|snooze| snooze.until(now, member.schedule.zone));
            ties::store::snooze(connection, me, other, until).await?;
            if until.is_some() {
                nudges::store::take_out_for(connection, me, other).await?;
            }
            until.map_or(Done::Awake, Done::Snoozed)
        }
        TieChange::Circle(circle) => {
            ties::store::set_circle(connection, me, other, circle).await?;
            Done::Circle(circle)
        }
        TieChange::Kind(kind) => {
            ties::store::set_kind(connection, me, other, kind).await?;
            Done::Kind(kind)
        }
        TieChange::Apart => {
            ties::store::keep_apart(connection, me, other, now).await?;
            nudges::store::take_apart(connection, me, other).await?;
            Done::Apart
        }
        TieChange::Together => {
            ties::store::end_apart(connection, me, other).await?;
            Done::Together
        }
        TieChange::Absent(encounter) => encounters::store::withdraw(connection, me, encounter)
            .await?
            .map_or(Done::NotIn, Done::Withdrawn),
    };
    members::store::plan::acted(connection, member, now).await?;
    Ok(done)
}

/// Stores a person whose card is opened for the first time, so that later choices about them have a
/// name.
pub(crate) async fn meet(
    connection: &mut SqliteConnection,
    team: &Team,
    other: &Member,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    team::store::keep(connection, team, now).await?;
    members::store::keep(connection, other).await
}
