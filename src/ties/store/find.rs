//! Reads a member's own ties. Every query reads only the member's side.

use serde::Deserialize;
use sqlx::SqliteExecutor;

use super::{read_absence, read_circle, read_kind};
use crate::database::{StoreResult, instant, json_list};
use crate::discord::names::{Names, PersonName};
use crate::ids::{MemberKey, PersonId};
use crate::team::Team;
use crate::ties::Tie;

/// The member's tie with `other`; a new one if none is stored.
pub(crate) async fn find(
    executor: impl SqliteExecutor<'_>,
    team: &Team,
    member: PersonId,
    other: PersonId,
) -> StoreResult<Tie> {
    let found = find_all(executor, team, member, &[other]).await?;
    let tie = found.into_iter().next().map(|(tie, _)| tie);
    Ok(tie.unwrap_or_else(|| Tie::new(other, team.circle)))
}

/// The member's ties with these people, in their order, with their stored names; new ties where
/// none is stored.
async fn find_all(
    executor: impl SqliteExecutor<'_>,
    team: &Team,
    member: PersonId,
    others: &[PersonId],
) -> StoreResult<Vec<(Tie, Option<PersonName>)>> {
    let others = json_list(others);
    let rows = sqlx::query_as!(
        StoredTie,
        r#"SELECT CAST(o.value AS INTEGER) AS "other!: PersonId", t.circle AS "circle?", t.kind AS "kind?", t.last_met_at,
                  t.stopped_at, t.apart_at, t.snoozed_until, t.not_before, c.added_at AS "added_at?", m.newcomer_at AS "joined_at?",
                  m.untracked_at AS "untracked_at?", m.gone_at AS "gone_at?", m.away_until AS "away_until?", m.back_on AS "back_on?",
                  coalesce(m.name, c.name) AS "name?: String", coalesce(m.username, c.org) AS "username?: String"
           FROM json_each(?3) AS o
           LEFT JOIN ties AS t ON t.team_id = ?1 AND t.member_id = ?2 AND t.other_id = o.value
           LEFT JOIN members AS m ON m.team_id = ?1 AND m.person_id = o.value
           LEFT JOIN contacts AS c ON c.team_id = ?1 AND c.owner_id = ?2 AND c.contact_id = o.value
           ORDER BY o.key"#,
        team.id,
        member,
        others,
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter().map(|row| row.into_tie(team)).collect()
}

/// All of the member's ties that say something, with the stored names of the others.
pub(crate) async fn all(
    executor: impl SqliteExecutor<'_>,
    team: &Team,
    member: PersonId,
) -> StoreResult<Vec<(Tie, Option<PersonName>)>> {
    // A row may exist only for the rest after a suggestion: nobody chose that tie.
    let rows = sqlx::query_as!(
        StoredTie,
        r#"SELECT t.other_id AS "other!: PersonId", t.circle AS "circle?", t.kind AS "kind?", t.last_met_at,
                  t.stopped_at, t.apart_at, t.snoozed_until, t.not_before, c.added_at AS "added_at?", m.newcomer_at AS "joined_at?",
                  m.untracked_at AS "untracked_at?", m.gone_at AS "gone_at?", m.away_until AS "away_until?", m.back_on AS "back_on?",
                  coalesce(m.name, c.name) AS "name?: String", coalesce(m.username, c.org) AS "username?: String"
           FROM ties AS t
           LEFT JOIN members AS m ON m.team_id = t.team_id AND m.person_id = t.other_id
           LEFT JOIN contacts AS c ON c.team_id = t.team_id AND c.owner_id = t.member_id
                                  AND c.contact_id = t.other_id
           WHERE t.team_id = ?1 AND t.member_id = ?2
             AND coalesce(t.last_met_at, t.stopped_at, t.apart_at, t.snoozed_until, t.circle, t.kind, c.added_at)
                 IS NOT NULL"#,
        team.id,
        member,
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter().map(|row| row.into_tie(team)).collect()
}

/// The stored name of a person, as the member may know it: that of a member of the team, or of a
/// contact of their own.
pub(crate) async fn name_of(
    executor: impl SqliteExecutor<'_>,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Option<PersonName>> {
    let names = names_of(executor, member, &[other]).await?;
    Ok(names.get(other).cloned())
}

/// The stored names of `people`, as the member may know them.
pub(crate) async fn names_of(
    executor: impl SqliteExecutor<'_>,
    member: MemberKey,
    people: &[PersonId],
) -> StoreResult<Names> {
    let people = json_list(people);
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", name AS shown, username FROM members
           WHERE team_id = ?1 AND person_id IN (SELECT value FROM json_each(?3))
           UNION ALL
           SELECT contact_id, name, org FROM contacts
           WHERE team_id = ?1 AND owner_id = ?2
             AND contact_id IN (SELECT value FROM json_each(?3))"#,
        member.team,
        member.person,
        people,
    )
    .fetch_all(executor)
    .await?;
    let name = |shown, username| PersonName { shown, username };
    let names = rows
        .into_iter()
        .map(|row| (row.person, name(row.shown, row.username)));
    Ok(names.collect())
}

/// A row of a tie and of the other person, as far as both are stored.
#[derive(Deserialize)]
pub(crate) struct StoredTie {
    other: PersonId,
    circle: Option<String>,
    kind: Option<String>,
    last_met_at: Option<i64>,
    stopped_at: Option<i64>,
    apart_at: Option<i64>,
    snoozed_until: Option<i64>,
    not_before: Option<i64>,
    added_at: Option<i64>,
    joined_at: Option<i64>,
    untracked_at: Option<i64>,
    gone_at: Option<i64>,
    away_until: Option<i64>,
    back_on: Option<String>,
    name: Option<String>,
    username: Option<String>,
}

impl StoredTie {
    /// The tie, and the other's name if it is stored.
    pub(crate) fn into_tie(self, team: &Team) -> StoreResult<(Tie, Option<PersonName>)> {
        let at = |column, seconds: Option<i64>| {
            seconds
                .map(|seconds| instant("ties", column, seconds))
                .transpose()
        };
        let circle = read_circle(self.circle)?;
        let tie = Tie {
            other: self.other,
            circle: circle.unwrap_or(team.circle),
            own_circle: circle.is_some(),
            kind: read_kind(self.kind)?,
            last_met_at: at("last_met_at", self.last_met_at)?,
            added_at: at("added_at", self.added_at)?,
            joined_at: at("joined_at", self.joined_at)?,
            untracked: self.untracked_at.is_some(),
            gone: self.gone_at.is_some(),
            absence: read_absence(self.away_until, self.back_on)?,
            stopped: self.stopped_at.is_some(),
            apart: self.apart_at.is_some(),
            snoozed_until: at("snoozed_until", self.snoozed_until)?,
            not_before: at("not_before", self.not_before)?,
        };
        let name = self.name.zip(self.username);
        Ok((
            tie,
            name.map(|(shown, username)| PersonName { shown, username }),
        ))
    }
}
