//! Who could be named to a member.

use sqlx::SqliteExecutor;

use crate::database::{StoreResult, instant};
use crate::ids::PersonId;
use crate::nudges::choose::{Barrier, Candidate, Contact};
use crate::nudges::week::IsoWeek;
use crate::team::Team;
use crate::ties::store::read_circle;

/// Everybody the member has a tie with, and every joined member they have none with; of both,
/// nobody who asked not to be tracked.
pub async fn candidates(
    executor: impl SqliteExecutor<'_>,
    team: &Team,
    member: PersonId,
    week: IsoWeek,
) -> StoreResult<Vec<Candidate>> {
    let week = week.to_string();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT t.other_id AS "person: PersonId", t.circle, t.last_met_at, t.stopped_at,
                  t.not_before, m.joined_at AS "joined_at?",
                  (SELECT count(*) FROM suggestions AS s
                   WHERE s.team_id = ?1 AND s.other_id = t.other_id AND s.week = ?3)
                      AS "suggested_this_week!: i64"
           FROM ties AS t
           LEFT JOIN members AS m ON m.team_id = t.team_id AND m.person_id = t.other_id
           WHERE t.team_id = ?1 AND t.member_id = ?2 AND m.untracked_at IS NULL
           UNION ALL
           SELECT m.person_id, NULL, NULL, NULL, NULL, m.joined_at,
                  (SELECT count(*) FROM suggestions AS s
                   WHERE s.team_id = ?1 AND s.other_id = m.person_id AND s.week = ?3)
           FROM members AS m
           WHERE m.team_id = ?1 AND m.joined_at IS NOT NULL AND m.untracked_at IS NULL
             AND m.person_id <> ?2
             AND NOT EXISTS (SELECT 1 FROM ties AS t WHERE t.team_id = ?1
                             AND t.member_id = ?2 AND t.other_id = m.person_id)"#,
        team.id,
        member,
        week,
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter()
        .map(|row| row.into_candidate(team))
        .collect()
}

struct Row {
    person: PersonId,
    circle: Option<String>,
    last_met_at: Option<i64>,
    stopped_at: Option<i64>,
    not_before: Option<i64>,
    joined_at: Option<i64>,
    suggested_this_week: i64,
}

impl Row {
    fn into_candidate(self, team: &Team) -> StoreResult<Candidate> {
        let at = |column, seconds: Option<i64>| {
            seconds
                .map(|seconds| instant("ties", column, seconds))
                .transpose()
        };
        let contact = match at("last_met_at", self.last_met_at)? {
            Some(last) => Contact::Met {
                last,
                circle: read_circle(self.circle)?.unwrap_or(team.circle),
            },
            None => Contact::Never {
                joined_at: at("joined_at", self.joined_at)?,
            },
        };
        Ok(Candidate {
            person: self.person,
            contact,
            barrier: self.stopped_at.map(|_| Barrier::Stopped),
            snoozed_until: None,
            not_before: at("not_before", self.not_before)?,
            suggested_this_week: u32::try_from(self.suggested_this_week).unwrap_or(u32::MAX),
        })
    }
}
