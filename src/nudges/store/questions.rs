//! The question with which a nudge helps two people who never talked to begin.

use sqlx::SqliteExecutor;

use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId};
use crate::questions::Question;

/// The question for a member and a person they never met, by what the nudges of both asked before.
pub(super) async fn question_for(
    executor: impl SqliteExecutor<'_>,
    member: MemberKey,
    other: PersonId,
) -> StoreResult<Question> {
    let rows = sqlx::query!(
        r#"SELECT question AS "question!: i64", count(*) AS "times!: u32" FROM (
               SELECT s.question FROM nudges AS n JOIN suggestions AS s USING (nudge_id)
               WHERE n.team_id = ?1 AND n.member_id IN (?2, ?3)
               UNION ALL
               SELECT question FROM suggestions WHERE team_id = ?1 AND other_id IN (?2, ?3))
           WHERE question IS NOT NULL GROUP BY question"#,
        member.team,
        member.person,
        other,
    )
    .fetch_all(executor)
    .await?;
    let asked = rows
        .into_iter()
        .filter_map(|it| Some((Question::new(it.question)?, it.times)));
    Ok(Question::between(member.person, other, &asked.collect()))
}
