//! The people that a nudge names, and the answers about them.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::about::{About, last_talk, other};
use super::questions::question_for;
use super::reminder::reminder;
use crate::calendar::Circle;
use crate::calendar::week::IsoWeek;
use crate::database::{StoreError, StoreResult, instant, json_list};
use crate::ids::{MemberKey, NudgeId, PersonId, TeamId};
use crate::language::Language;
use crate::members::Member;
use crate::nudges::choose::{Choice, Reason, WEEKLY_CAP};
use crate::nudges::{Nudge, Suggestion};
use crate::questions::Question;
use crate::team::Team;

/// Stores the people that a nudge names, with the present state of their ties.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    nudge: NudgeId,
    week: &str,
    choices: &[Choice],
) -> StoreResult<()> {
    let member = team.id.member(member);
    for (position, choice) in (0_i64..).zip(choices) {
        let (last, circle) = facts(team, choice);
        let (last_met_at, circle) = (last.map(|last| last.timestamp()), circle.as_str());
        let question = match choice.reason {
            Reason::Due { .. } => None,
            Reason::NeverMet { .. } => Some(
                question_for(&mut *connection, member, choice.person)
                    .await?
                    .number(),
            ),
        };
        sqlx::query!(
            "INSERT INTO suggestions (nudge_id, position, team_id, other_id, last_met_at, circle,
                                      question, week)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            nudge,
            position,
            team.id,
            choice.person,
            last_met_at,
            circle,
            question,
            week,
        )
        .execute(&mut *connection)
        .await?;
    }
    let named: Vec<_> = choices.iter().map(|choice| choice.person).collect();
    let named = json_list(&named);
    sqlx::query!(
        "UPDATE members SET full_week = ?1
         WHERE team_id = ?2 AND person_id IN (SELECT value FROM json_each(?3))
           AND (SELECT count(*) FROM suggestions AS s
                WHERE s.team_id = ?2 AND s.other_id = members.person_id AND s.week = ?1) >= ?4",
        week,
        team.id,
        named,
        WEEKLY_CAP,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes the suggestions of a nudge.
pub(super) async fn delete_all(
    connection: &mut SqliteConnection,
    nudge: NudgeId,
) -> StoreResult<()> {
    sqlx::query!("DELETE FROM suggestions WHERE nudge_id = ?", nudge)
        .execute(connection)
        .await?;
    Ok(())
}

/// The people that a nudge names, without members who are not stored (any more).
pub(crate) async fn people(
    executor: impl SqliteExecutor<'_>,
    nudge: NudgeId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT s.other_id AS "other_id: PersonId" FROM suggestions AS s
           LEFT JOIN members AS m ON m.team_id = s.team_id AND m.person_id = s.other_id
           WHERE s.nudge_id = ? AND (m.person_id IS NOT NULL OR s.other_id < 0)"#,
        nudge,
    )
    .fetch_all(executor)
    .await?;
    Ok(people)
}

/// The people that these nudges name, once for each nudge, with their team.
pub(crate) async fn named(
    executor: impl SqliteExecutor<'_>,
    nudges: &[NudgeId],
) -> StoreResult<Vec<MemberKey>> {
    let nudges = json_list(nudges);
    let rows = sqlx::query!(
        r#"SELECT team_id AS "team: TeamId", other_id AS "other: PersonId" FROM suggestions
           WHERE nudge_id IN (SELECT value FROM json_each(?))"#,
        nudges,
    )
    .fetch_all(executor)
    .await?;
    let people = rows.into_iter().map(|row| row.team.member(row.other));
    Ok(people.collect())
}

/// A nudge with everything its message says; [`sqlx::Error::RowNotFound`] if there is none.
pub(crate) async fn load(readers: &SqlitePool, id: NudgeId) -> StoreResult<Nudge> {
    Ok(find(readers, id).await?.ok_or(sqlx::Error::RowNotFound)?)
}

/// A nudge with everything its message says.
pub(crate) async fn find(readers: &SqlitePool, id: NudgeId) -> StoreResult<Option<Nudge>> {
    let Some(owner) = owner(readers, id).await? else {
        return Ok(None);
    };
    let Owner {
        member,
        language,
        due_at,
    } = owner;
    let rows = sqlx::query!(
        r#"SELECT s.other_id AS "other: PersonId", s.circle, s.last_met_at, s.question, s.outcome,
                  coalesce(t.last_met_at > coalesce(s.last_met_at, 0), 0) AS "talked_since!: bool"
           FROM suggestions AS s
           LEFT JOIN members AS m ON m.team_id = s.team_id AND m.person_id = s.other_id
           LEFT JOIN ties AS t ON t.team_id = s.team_id AND t.member_id = ?2
                              AND t.other_id = s.other_id
           WHERE s.nudge_id = ?1
             AND (s.other_id < 0 OR (m.person_id IS NOT NULL AND m.untracked_at IS NULL))
           ORDER BY s.position"#,
        id,
        member.person,
    )
    .fetch_all(readers)
    .await?;
    let mut suggestions = Vec::with_capacity(rows.len());
    for row in rows {
        let corrupt = |column, value| StoreError::Corrupt {
            table: "suggestions",
            column,
            value,
        };
        let last = row
            .last_met_at
            .map(|at| instant("suggestions", "last_met_at", at));
        let circle = Circle::parse(&row.circle).map_err(|_| corrupt("circle", row.circle))?;
        let outcome = match row.outcome {
            Some(word) => Some(word.parse().map_err(|_| corrupt("outcome", word))?),
            None => None,
        };
        let about = About {
            member,
            other: row.other,
            at: due_at,
        };
        let suggestion = suggestion(readers, about, circle, last.transpose()?).await?;
        suggestions.push(Suggestion {
            question: row.question.and_then(Question::new),
            outcome,
            talked_since: row.talked_since,
            ..suggestion
        });
    }
    Ok(Some(Nudge {
        id,
        team: member.team,
        member: member.person,
        language,
        suggestions,
    }))
}

/// The member's nudge of that week, with only the people whose suggestion is still open: no answer,
/// no talk since, no snooze, no stop. `None` if there are none.
pub(crate) async fn find_open(
    readers: &SqlitePool,
    member: &Member,
    week: IsoWeek,
    now: DateTime<Utc>,
) -> StoreResult<Option<Nudge>> {
    let (week, now) = (week.to_string(), now.timestamp());
    let open = sqlx::query!(
        r#"SELECT n.nudge_id AS "nudge: NudgeId", s.other_id AS "other: PersonId"
           FROM nudges AS n
           JOIN suggestions AS s ON s.nudge_id = n.nudge_id AND s.outcome IS NULL
           LEFT JOIN members AS m ON m.team_id = s.team_id AND m.person_id = s.other_id
           LEFT JOIN ties AS t ON t.team_id = s.team_id AND t.member_id = n.member_id
                              AND t.other_id = s.other_id
           WHERE n.team_id = ?1 AND n.member_id = ?2 AND n.week = ?3 AND n.state = 'sent'
             AND (m.person_id IS NOT NULL OR s.other_id < 0)
             AND m.untracked_at IS NULL AND m.gone_at IS NULL
             AND coalesce(m.away_until, 0) <= ?4
             AND t.last_met_at IS s.last_met_at
             AND t.stopped_at IS NULL AND t.apart_at IS NULL
             AND coalesce(t.snoozed_until, 0) <= ?4"#,
        member.team,
        member.person,
        week,
        now,
    )
    .fetch_all(readers)
    .await?;
    let Some(first) = open.first() else {
        return Ok(None);
    };
    let mut nudge = load(readers, first.nudge).await?;
    let is_open = |it: &Suggestion| open.iter().any(|open| open.other == it.other);
    nudge.suggestions.retain(is_open);
    Ok(Some(nudge))
}

/// What a nudge would say about people chosen just now; stores nothing.
pub(crate) async fn describe(
    readers: &SqlitePool,
    team: &Team,
    member: PersonId,
    choices: &[Choice],
    now: DateTime<Utc>,
) -> StoreResult<Vec<Suggestion>> {
    let mut suggestions = Vec::with_capacity(choices.len());
    for choice in choices {
        let (last, circle) = facts(team, choice);
        let about = About {
            member: team.id.member(member),
            other: choice.person,
            at: now,
        };
        let question = match choice.reason {
            Reason::Due { .. } => None,
            Reason::NeverMet { .. } => {
                Some(question_for(readers, about.member, about.other).await?)
            }
        };
        let suggestion = suggestion(readers, about, circle, last).await?;
        suggestions.push(Suggestion {
            question,
            ..suggestion
        });
    }
    Ok(suggestions)
}

/// The facts behind a choice: the last talk, if any, and the circle.
fn facts(team: &Team, choice: &Choice) -> (Option<DateTime<Utc>>, Circle) {
    match choice.reason {
        Reason::Due { last, circle, .. } => (last, circle),
        Reason::NeverMet { .. } => (None, team.circle),
    }
}

/// A suggestion without an answer.
async fn suggestion(
    readers: &SqlitePool,
    about: About,
    circle: Circle,
    last: Option<DateTime<Utc>>,
) -> StoreResult<Suggestion> {
    let other = other(readers, about).await?;
    let last = match last {
        Some(at) => Some(last_talk(readers, about, at).await?),
        None => None,
    };
    Ok(Suggestion {
        other: about.other,
        name: other.name,
        circle,
        last,
        back_since: other.absence.and_then(|it| it.back_since(about.at)),
        question: None,
        outcome: None,
        reminder: reminder(readers, about.member, about.other).await?,
        talked_since: false,
    })
}

/// The member who got a nudge, the language of their direct messages, and when it was due.
pub(super) struct Owner {
    pub(super) member: MemberKey,
    language: Language,
    due_at: DateTime<Utc>,
}

pub(super) async fn owner(
    executor: impl SqliteExecutor<'_>,
    nudge: NudgeId,
) -> StoreResult<Option<Owner>> {
    let row = sqlx::query!(
        r#"SELECT n.team_id AS "team: TeamId", n.member_id AS "member: PersonId", n.due_at,
                  coalesce(m.language, m.client_language, t.language, t.server_language)
                      AS "language!: String"
           FROM nudges AS n JOIN teams AS t USING (team_id)
           LEFT JOIN members AS m ON m.team_id = n.team_id AND m.person_id = n.member_id
           WHERE n.nudge_id = ?"#,
        nudge,
    )
    .fetch_optional(executor)
    .await?;
    row.map(|row| {
        let language = row.language.parse().map_err(|_| StoreError::Corrupt {
            table: "members",
            column: "language",
            value: row.language,
        })?;
        Ok(Owner {
            member: row.team.member(row.member),
            language,
            due_at: instant("nudges", "due_at", row.due_at)?,
        })
    })
    .transpose()
}
