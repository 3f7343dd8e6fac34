//! What a round is decided on.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::SqliteConnection;

use crate::calendar::Zone;
use crate::clock::CLOCK_SLACK;
use crate::database::{StoreError, StoreResult, json_list};
use crate::discord::member_lookup::Profile;
use crate::ids::{PersonId, TeamId};
use crate::introductions::hours;
use crate::introductions::pairing::{Facts, Participant, Relation};

/// For how long a person is a newcomer.
const NEWCOMER_FOR: TimeDelta = TimeDelta::weeks(8);

/// The members of the team who take part in a round at `now`.
pub(crate) async fn participants(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Vec<PersonId>> {
    let now = now.timestamp();
    Ok(sqlx::query_scalar!(
        r#"SELECT c.person_id AS "person: PersonId"
           FROM introduction_members AS c
           JOIN members AS m ON m.team_id = c.team_id AND m.person_id = c.person_id
           WHERE c.team_id = ?1 AND c.skips = 0 AND m.gone_at IS NULL AND m.untracked_at IS NULL
             AND coalesce(m.away_until, 0) <= ?2
           ORDER BY c.person_id"#,
        team,
        now,
    )
    .fetch_all(connection)
    .await?)
}

/// The facts about these people of the team, whose zone is `zone`. `profiles` is what Discord said of
/// them.
pub(crate) async fn facts(
    connection: &mut SqliteConnection,
    (team, zone): (TeamId, Zone),
    people: &[PersonId],
    profiles: &HashMap<PersonId, Profile>,
    now: DateTime<Utc>,
) -> StoreResult<Facts> {
    let listed = json_list(people);
    let rows = sqlx::query!(
        r#"SELECT m.person_id AS "person: PersonId", m.zone, m.newcomer_at, c.joined_at
           FROM members AS m
           JOIN introduction_members AS c ON c.team_id = m.team_id AND c.person_id = m.person_id
           WHERE m.team_id = ? AND m.person_id IN (SELECT value FROM json_each(?))
           ORDER BY m.person_id"#,
        team,
        listed,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut daytimes = BTreeMap::new();
    let mut participants = Vec::with_capacity(rows.len());
    for row in rows {
        let zone = match row.zone {
            Some(name) => name.parse().map_err(|_| StoreError::Corrupt {
                table: "members",
                column: "zone",
                value: name,
            })?,
            None => zone,
        };
        let profile = profiles.get(&row.person);
        let came_at = profile.and_then(|it| it.since.map(|at| at.timestamp()));
        let known_since = row.newcomer_at.unwrap_or(row.joined_at).min(row.joined_at);
        let came_at = came_at.unwrap_or(known_since);
        let daytime = *daytimes
            .entry(zone.name())
            .or_insert_with(|| hours::daytime(zone, now));
        participants.push(Participant {
            person: row.person,
            is_newcomer: came_at > (now - NEWCOMER_FOR).timestamp(),
            roles: profile.map(|it| it.roles.clone()).unwrap_or_default(),
            hours: daytime,
        });
    }
    let mut relations = HashMap::new();
    ties(connection, team, &listed, now, &mut relations).await?;
    introductions(connection, team, &listed, now, &mut relations).await?;
    Ok(Facts {
        people: participants,
        relations,
        now,
    })
}

type Relations = HashMap<(PersonId, PersonId), Relation>;

/// Both sides of each tie among the people.
async fn ties(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &str,
    now: DateTime<Utc>,
    relations: &mut Relations,
) -> StoreResult<()> {
    let until = (now + CLOCK_SLACK).timestamp();
    let rows = sqlx::query!(
        r#"SELECT t.member_id AS "member!: PersonId", t.other_id AS "other!: PersonId",
                  t.last_met_at, t.kind IS NOT NULL AS "has_kind!: bool",
                  t.apart_at IS NOT NULL AS "is_apart!: bool"
           FROM json_each(?2) AS members
           CROSS JOIN ties AS t ON t.team_id = ?1 AND t.member_id = members.value
           WHERE t.other_id IN (SELECT value FROM json_each(?2))"#,
        team,
        people,
    )
    .fetch_all(connection)
    .await?;
    for row in rows {
        let between = relations.entry(key(row.member, row.other)).or_default();
        between.is_apart |= row.is_apart;
        between.has_kind |= row.has_kind;
        let talked = row.last_met_at.filter(|at| *at <= until);
        let talked = talked.and_then(|at| DateTime::from_timestamp(at, 0));
        between.talked_at = between.talked_at.max(talked);
    }
    Ok(())
}

/// Earlier introductions among the people: those with a thread, and those that still get one.
async fn introductions(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &str,
    now: DateTime<Utc>,
    relations: &mut Relations,
) -> StoreResult<()> {
    let until = (now + CLOCK_SLACK).timestamp();
    let rows = sqlx::query!(
        r#"SELECT p.person_id AS "one!: PersonId", o.person_id AS "other!: PersonId",
                  max(i.claimed_at) AS "at!: i64"
           FROM json_each(?2) AS members
           CROSS JOIN introduced AS p ON p.team_id = ?1 AND p.person_id = members.value
           CROSS JOIN introductions AS i ON i.introduction_id = p.introduction_id
           CROSS JOIN introduced AS o
             ON o.introduction_id = p.introduction_id AND o.person_id > p.person_id
           WHERE i.claimed_at <= ?3 AND (i.thread_id IS NOT NULL OR i.state = 'claimed')
           GROUP BY p.person_id, o.person_id"#,
        team,
        people,
        until,
    )
    .fetch_all(connection)
    .await?;
    for row in rows {
        let between = relations.entry(key(row.one, row.other)).or_default();
        between.introduced_at = DateTime::from_timestamp(row.at, 0);
    }
    Ok(())
}

fn key(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}
