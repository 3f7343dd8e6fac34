//! The people that a nudge names, and the answers about them.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::about::{About, last_talk, other};
use super::questions::question_for;
use super::reminder::reminder;
use crate::calendar::week::IsoWeek;
use crate::calendar::{Circle, Zone};
use crate::database::{StoreError, StoreResult, instant, json_list};
use crate::dates::days_told;
use crate::ids::{MemberKey, NudgeId, PersonId, TeamId};
use crate::language::Language;
use crate::members::Member;
use crate::nudges::choose::{Reason, WEEKLY_CAP};
use crate::nudges::chosen::Chosen;
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
    chosen: &Chosen,
) -> StoreResult<()> {
    let member = team.id.member(member);
    for (position, named) in (0_i64..).zip(Named::all(team, chosen)) {
        let (last_met_at, circle) = (named.last.map(|it| it.timestamp()), named.circle.as_str());
        let question = if named.never_met {
            let question = question_for(&mut *connection, member, named.other);
            Some(question.await?.number())
        } else {
            None
        };
        sqlx::query!(
            "INSERT INTO suggestions (nudge_id, position, team_id, other_id, last_met_at, circle,
                                      question, for_date, week)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            nudge,
            position,
            team.id,
            named.other,
            last_met_at,
            circle,
            question,
            named.for_date,
            week,
        )
        .execute(&mut *connection)
        .await?;
    }
    let named: Vec<_> = chosen.choices.iter().map(|choice| choice.person).collect();
    let named = json_list(&named);
    sqlx::query!(
        "UPDATE members SET full_week = ?1
         WHERE team_id = ?2 AND person_id IN (SELECT value FROM json_each(?3))
           AND (SELECT count(*) FROM suggestions AS s
                WHERE s.team_id = ?2 AND s.other_id = members.person_id AND s.week = ?1
                  AND s.for_date IS NULL) >= ?4",
        week,
        team.id,
        named,
        WEEKLY_CAP,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A person to be named, as they stand now.
struct Named {
    other: PersonId,
    last: Option<DateTime<Utc>>,
    circle: Circle,
    /// They are a colleague without a tie: a question helps to begin.
    never_met: bool,
    for_date: Option<&'static str>,
}

impl Named {
    /// The people of a nudge: those suggested first.
    fn all(team: &Team, chosen: &Chosen) -> Vec<Self> {
        let suggested = chosen.choices.iter().map(|choice| {
            let (last, circle, never_met) = match choice.reason {
                Reason::Due { last, circle, .. } => (last, circle, false),
                Reason::NeverMet { .. } => (None, team.circle, true),
            };
            Self {
                other: choice.person,
                last,
                circle,
                never_met,
                for_date: None,
            }
        });
        let dated = chosen.dated.iter().map(|it| Self {
            other: it.other,
            last: it.last,
            circle: it.circle,
            never_met: false,
            for_date: Some(if it.is_worth_a_message() {
                "alone"
            } else {
                "beside"
            }),
        });
        suggested.chain(dated).collect()
    }
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

/// The people that a nudge suggests, without members who are not stored (any more).
pub(super) async fn suggested(
    executor: impl SqliteExecutor<'_>,
    nudge: NudgeId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT s.other_id AS "other_id: PersonId" FROM suggestions AS s
           LEFT JOIN members AS m ON m.team_id = s.team_id AND m.person_id = s.other_id
           WHERE s.nudge_id = ? AND s.for_date IS NULL
             AND (m.person_id IS NOT NULL OR s.other_id < 0)"#,
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
        zone,
    } = owner;
    let rows = sqlx::query!(
        r#"SELECT s.other_id AS "other: PersonId", s.circle, s.last_met_at, s.question, s.outcome,
                  s.for_date IS NOT NULL AS "for_date!: bool",
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
            zone,
        };
        let suggestion = suggestion(readers, about, circle, last.transpose()?).await?;
        suggestions.push(Suggestion {
            question: row.question.and_then(Question::new),
            outcome,
            talked_since: row.talked_since,
            for_date: row.for_date,
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
    let only_dates = nudge.suggestions.iter().all(|it| it.for_date);
    nudge.suggestions.retain(is_open);
    let has_buttons = |it: &Suggestion| only_dates || !it.for_date;
    Ok(nudge.suggestions.iter().any(has_buttons).then_some(nudge))
}

/// What a nudge would say about people chosen just now; stores nothing.
pub(crate) async fn describe(
    readers: &SqlitePool,
    team: &Team,
    member: &Member,
    chosen: &Chosen,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Suggestion>> {
    let mut suggestions = Vec::new();
    for named in Named::all(team, chosen) {
        let about = About {
            member: member.key(),
            other: named.other,
            at: now,
            zone: member.schedule.zone,
        };
        let question = if named.never_met {
            Some(question_for(readers, about.member, about.other).await?)
        } else {
            None
        };
        let suggestion = suggestion(readers, about, named.circle, named.last).await?;
        suggestions.push(Suggestion {
            question,
            for_date: named.for_date.is_some(),
            ..suggestion
        });
    }
    Ok(suggestions)
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
        // Members tell theirs to people they talked with; a contact's is what the member noted.
        dates: if last.is_some() || about.other.is_contact() {
            other.dates.among(&days_told(about.at, about.zone))
        } else {
            Vec::new()
        },
        for_date: false,
        last,
        back_since: other.absence.and_then(|it| it.back_since(about.at)),
        question: None,
        outcome: None,
        reminder: reminder(readers, about.member, about.other).await?,
        talked_since: false,
    })
}

/// The member who got a nudge, the language of their direct messages, when it was due, and their zone.
pub(super) struct Owner {
    pub(super) member: MemberKey,
    language: Language,
    due_at: DateTime<Utc>,
    zone: Zone,
}

pub(super) async fn owner(
    executor: impl SqliteExecutor<'_>,
    nudge: NudgeId,
) -> StoreResult<Option<Owner>> {
    let row = sqlx::query!(
        r#"SELECT n.team_id AS "team: TeamId", n.member_id AS "member: PersonId", n.due_at,
                  coalesce(m.zone, t.zone) AS "zone!: String",
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
        let corrupt = |column, value| StoreError::Corrupt {
            table: "members",
            column,
            value,
        };
        let language = row.language.parse();
        let zone = row.zone.parse();
        Ok(Owner {
            member: row.team.member(row.member),
            language: language.map_err(|_| corrupt("language", row.language))?,
            due_at: instant("nudges", "due_at", row.due_at)?,
            zone: zone.map_err(|_| corrupt("zone", row.zone))?,
        })
    })
    .transpose()
}
