//! The SQL of introductions.

pub(crate) mod answers;
pub(crate) mod choices;
mod dated_ahead;
pub(crate) mod due;
mod facts;
pub(crate) mod openings;
mod rejoin;
pub(crate) mod rounds;

use sqlx::{SqliteConnection, SqliteExecutor};

pub(crate) use dated_ahead::repair;
pub(crate) use facts::{facts, participants};
pub(crate) use rejoin::{Placed, dissolve, place_waiting, rejoin};

use super::{Introduced, Introduction};
use crate::database::{StoreError, StoreResult, instant};
use crate::discord::names::PersonName;
use crate::ids::{IntroductionId, PersonId, RoundId, TeamId};
use crate::questions::Question;
use crate::team;

/// The introduction, with its people; `None` if there is none (any more).
pub(crate) async fn find(
    connection: &mut SqliteConnection,
    id: IntroductionId,
) -> StoreResult<Option<Introduction>> {
    let row = sqlx::query!(
        r#"SELECT team_id AS "team: TeamId", round_id AS "round: RoundId", question,
                  second_question, met_at, next_id AS "next: IntroductionId"
           FROM introductions WHERE introduction_id = ?"#,
        id,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(team) = team::store::find(&mut *connection, row.team).await? else {
        return Ok(None);
    };
    let questions = [row.question, row.second_question].into_iter().flatten();
    Ok(Some(Introduction {
        id,
        team: row.team,
        language: team.language(),
        round: row.round,
        people: introduced(connection, id, &team).await?,
        questions: questions.filter_map(Question::new).collect(),
        met_at: row
            .met_at
            .map(|at| instant("introductions", "met_at", at))
            .transpose()?,
        next: row.next,
    }))
}

/// The same, and an error if there is none.
pub(crate) async fn load(
    connection: &mut SqliteConnection,
    id: IntroductionId,
) -> StoreResult<Introduction> {
    let found = find(connection, id).await?;
    Ok(found.ok_or(sqlx::Error::RowNotFound)?)
}

async fn introduced(
    connection: &mut SqliteConnection,
    id: IntroductionId,
    team: &team::Team,
) -> StoreResult<Vec<Introduced>> {
    let rows = sqlx::query!(
        r#"SELECT i.person_id AS "person: PersonId", i.answer, c.about, m.zone,
                  coalesce(m.name, '') AS "shown!: String",
                  coalesce(m.username, '') AS "username!: String"
           FROM introduced AS i
           LEFT JOIN members AS m ON m.team_id = i.team_id AND m.person_id = i.person_id
           LEFT JOIN introduction_members AS c
             ON c.team_id = i.team_id AND c.person_id = i.person_id
           WHERE i.introduction_id = ? ORDER BY i.person_id"#,
        id,
    )
    .fetch_all(connection)
    .await?;
    let corrupt = |table, column, value| StoreError::Corrupt {
        table,
        column,
        value,
    };
    rows.into_iter()
        .map(|row| {
            let zone = row
                .zone
                .map(|it| it.parse().map_err(|_| corrupt("members", "zone", it)));
            let answer = row
                .answer
                .map(|it| it.parse().map_err(|_| corrupt("introduced", "answer", it)));
            Ok(Introduced {
                person: row.person,
                name: PersonName {
                    shown: row.shown,
                    username: row.username,
                },
                zone: zone.transpose()?.unwrap_or(team.zone),
                about: row.about,
                answer: answer.transpose()?,
            })
        })
        .collect()
}

/// The people of the introduction who still take part, in order.
pub(crate) async fn present(
    executor: impl SqliteExecutor<'_>,
    id: IntroductionId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM introduced
           WHERE introduction_id = ? AND answer IS NOT 'cannot' ORDER BY person_id"#,
        id,
    )
    .fetch_all(executor)
    .await?;
    Ok(people)
}
