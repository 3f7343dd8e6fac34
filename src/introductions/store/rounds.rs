//! Rounds: which is due, claiming one with its introductions, and how the one before went.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::choices::PlanRow;
use crate::calendar::Zone;
use crate::calendar::schedule::Decision;
use crate::clock::CLOCK_SLACK;
use crate::database::{StoreError, StoreResult, json_list};
use crate::delivery::State;
use crate::ids::{ChannelId, PersonId, RoundId, TeamId};
use crate::introductions::pairing::Pairing;
use crate::introductions::{ASKED_AFTER, LEAST_TO_COUNT, Plan, RoundCounts};
use crate::questions::Question;

/// A team that makes introductions, and whether a round is due.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Planned {
    /// The team.
    pub(crate) team: TeamId,
    /// Its plan.
    pub(crate) plan: Plan,
    /// Its zone.
    pub(crate) zone: Zone,
    /// Whether a round is due.
    pub(crate) decision: Decision,
    /// Whether a clock running ahead dated its plan or a round in the future.
    pub(crate) is_dated_ahead: bool,
}

/// The teams that make introductions, or the error of reading their rows.
pub(crate) async fn planned(
    readers: &SqlitePool,
    now: DateTime<Utc>,
) -> StoreResult<Vec<StoreResult<Planned>>> {
    let teams = sqlx::query_scalar!(r#"SELECT team_id AS "team: TeamId" FROM introduction_plans"#)
        .fetch_all(readers)
        .await?;
    let mut planned = Vec::with_capacity(teams.len());
    for team in teams {
        match planned_of(readers, team, now).await {
            Ok(found) => planned.extend(found.map(Ok)),
            Err(error) if error.is_of_one_row() => planned.push(Err(error)),
            Err(error) => return Err(error),
        }
    }
    Ok(planned)
}

/// The team's plan and whether a round is due; `None` if it makes no introductions, or Rapport was
/// removed from it.
pub(crate) async fn planned_of(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<Option<Planned>> {
    let until = (now + CLOCK_SLACK).timestamp();
    let row = sqlx::query!(
        r#"SELECT t.zone, p.channel_id AS "channel_id: ChannelId", p.weeks, p.weekday, p.hour,
                  p.begins_at,
                  (SELECT max(r.day) FROM introduction_rounds AS r
                   WHERE r.team_id = p.team_id AND r.claimed_at <= ?2) AS "last: String",
                  p.begins_at > ?2 OR EXISTS
                      (SELECT 1 FROM introduction_rounds AS r
                       WHERE r.team_id = p.team_id AND r.claimed_at > ?2)
                      AS "is_dated_ahead!: bool"
           FROM introduction_plans AS p JOIN teams AS t ON t.team_id = p.team_id
           WHERE p.team_id = ?1 AND t.removed_at IS NULL"#,
        team,
        until,
    )
    .fetch_optional(executor)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let corrupt = |table, column, value| StoreError::Corrupt {
        table,
        column,
        value,
    };
    let zone: Zone = row
        .zone
        .parse()
        .map_err(|_| corrupt("teams", "zone", row.zone))?;
    let last: Option<NaiveDate> = row
        .last
        .map(|it| {
            it.parse()
                .map_err(|_| corrupt("introduction_rounds", "day", it))
        })
        .transpose()?;
    let plan = PlanRow {
        channel_id: row.channel_id,
        weeks: row.weeks,
        weekday: row.weekday,
        hour: row.hour,
        begins_at: row.begins_at,
    };
    let plan = plan.into_plan()?;
    Ok(Some(Planned {
        team,
        plan,
        zone,
        decision: plan.next_round(zone, last, now),
        is_dated_ahead: row.is_dated_ahead,
    }))
}

/// Claims the round that is due, with these people put together. Returns `false` if it was claimed
/// already, or nothing is due any more.
pub(crate) async fn claim(
    connection: &mut SqliteConnection,
    team: TeamId,
    pairing: &Pairing,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let Some(planned) = planned_of(&mut *connection, team, now).await? else {
        return Ok(false);
    };
    let Decision::Send { occurrence, .. } = planned.decision else {
        return Ok(false);
    };
    let before = last_round(&mut *connection, team).await?;
    let Some(round) = insert(connection, &planned, occurrence.at, before, now).await? else {
        return Ok(false);
    };
    sqlx::query!(
        "UPDATE introduction_members SET skips = 0 WHERE team_id = ? AND skips = 1",
        team,
    )
    .execute(&mut *connection)
    .await?;
    insert_introductions(connection, team, round, pairing, now).await?;
    Ok(true)
}

async fn last_round(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
) -> StoreResult<Option<RoundId>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT round_id AS "round: RoundId" FROM introduction_rounds
           WHERE team_id = ? ORDER BY day DESC LIMIT 1"#,
        team,
    )
    .fetch_optional(executor)
    .await?)
}

async fn insert(
    connection: &mut SqliteConnection,
    planned: &Planned,
    due_at: DateTime<Utc>,
    before: Option<RoundId>,
    now: DateTime<Utc>,
) -> StoreResult<Option<RoundId>> {
    let counted = match before {
        Some(before) => Some(count(&mut *connection, before).await?),
        None => None,
    };
    let is_told = counted.is_some_and(|it| it.people >= LEAST_TO_COUNT);
    let state = if is_told {
        State::Claimed
    } else {
        State::Nothing
    };
    let (day, ends_at) = planned.plan.extent(planned.zone, due_at);
    let (day, ends_at, state) = (day.to_string(), ends_at.timestamp(), state.as_str());
    let asks_at = (due_at + ASKED_AFTER).timestamp();
    let (due_at, now) = (due_at.timestamp(), now.timestamp());
    Ok(sqlx::query_scalar!(
        r#"INSERT INTO introduction_rounds
               (team_id, day, channel_id, state, due_at, claimed_at, try_at, asks_at, ends_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)
           ON CONFLICT DO NOTHING RETURNING round_id AS "round!: RoundId""#,
        planned.team,
        day,
        planned.plan.channel,
        state,
        due_at,
        now,
        asks_at,
        ends_at,
    )
    .fetch_optional(connection)
    .await?)
}

/// Inserts an introduction for each group, and one that waits for each person left over.
async fn insert_introductions(
    connection: &mut SqliteConnection,
    team: TeamId,
    round: RoundId,
    pairing: &Pairing,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let people: Vec<_> = pairing.groups.iter().flatten().copied().collect();
    let asked = asked_of(connection, team, &people).await?;
    for group in &pairing.groups {
        let questions = questions(group, &asked);
        super::openings::insert(connection, (team, round), group, questions, now).await?;
    }
    for alone in &pairing.left_over {
        super::openings::insert_waiting(connection, (team, round), *alone, now).await?;
    }
    Ok(())
}

/// How often each question was shown to each person.
type Asked = HashMap<PersonId, HashMap<Question, u32>>;

/// How often nudges and introductions asked each of these people each question.
pub(super) async fn asked_of(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<Asked> {
    let people = json_list(people);
    let rows = sqlx::query!(
        r#"SELECT person AS "person!: PersonId", question AS "question!: i64",
                  count(*) AS "times!: u32"
           FROM (SELECT n.member_id AS person, s.question
                 FROM json_each(?2) AS asked
                 CROSS JOIN nudges AS n ON n.team_id = ?1 AND n.member_id = asked.value
                 CROSS JOIN suggestions AS s ON s.nudge_id = n.nudge_id
                 UNION ALL
                 SELECT s.other_id, s.question
                 FROM json_each(?2) AS asked
                 CROSS JOIN suggestions AS s ON s.team_id = ?1 AND s.other_id = asked.value
                 UNION ALL
                 SELECT p.person_id, iif(second.value, i.second_question, i.question)
                 FROM json_each(?2) AS asked
                 CROSS JOIN introduced AS p ON p.team_id = ?1 AND p.person_id = asked.value
                 CROSS JOIN introductions AS i ON i.introduction_id = p.introduction_id
                 CROSS JOIN json_each('[0, 1]') AS second)
           WHERE question IS NOT NULL GROUP BY person, question"#,
        team,
        people,
    )
    .fetch_all(connection)
    .await?;
    let mut asked = Asked::new();
    for row in rows {
        if let Some(question) = Question::new(row.question) {
            asked
                .entry(row.person)
                .or_default()
                .insert(question, row.times);
        }
    }
    Ok(asked)
}

/// Two questions that nobody of the group was asked, or was asked least often.
pub(super) fn questions(group: &[PersonId], asked: &Asked) -> [Question; 2] {
    let mut times = HashMap::new();
    for (question, count) in group.iter().filter_map(|it| asked.get(it)).flatten() {
        *times.entry(*question).or_insert(0) += count;
    }
    let (one, other) = match group {
        [one, other, ..] => (*one, *other),
        _ => (PersonId::FORGOTTEN, PersonId::FORGOTTEN),
    };
    let first = Question::between(one, other, &times);
    *times.entry(first).or_insert(0) += 1;
    [first, Question::between(one, other, &times)]
}

/// How a round went: introductions that got a thread, by the people who were in them.
pub(crate) async fn count(
    executor: impl SqliteExecutor<'_>,
    round: RoundId,
) -> StoreResult<RoundCounts> {
    Ok(sqlx::query_as!(
        RoundCounts,
        r#"SELECT (SELECT count(DISTINCT p.person_id)
                   FROM introductions AS i
                   JOIN introduced AS p ON p.introduction_id = i.introduction_id
                   WHERE i.round_id = ?1 AND i.state = 'sent') AS "people!: i64",
                  count(*) AS "pairs!: i64", count(met_at) AS "met!: i64"
           FROM introductions WHERE round_id = ?1 AND state = 'sent' AND next_id IS NULL"#,
        round,
    )
    .fetch_one(executor)
    .await?)
}

/// The round of the team before this one, and how it went.
pub(crate) async fn before(
    connection: &mut SqliteConnection,
    round: RoundId,
) -> StoreResult<Option<RoundCounts>> {
    let before = sqlx::query_scalar!(
        r#"SELECT b.round_id AS "before: RoundId"
           FROM introduction_rounds AS r
           JOIN introduction_rounds AS b ON b.team_id = r.team_id AND b.day < r.day
           WHERE r.round_id = ? ORDER BY b.day DESC LIMIT 1"#,
        round,
    )
    .fetch_optional(&mut *connection)
    .await?;
    match before {
        Some(before) => Ok(Some(count(connection, before).await?)),
        None => Ok(None),
    }
}
