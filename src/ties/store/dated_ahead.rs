//! Repairs rests and snoozes that end too late, and contacts that were added too late, because a clock
//! was running ahead.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::StoreResult;
use crate::ids::{MemberKey, PersonId, TeamId};
use crate::ties::Snooze;
use crate::ties::rest::REST_AFTER_NOT_NOW;

/// The latest possible ends of a rest or snooze that begins now, in seconds.
struct Latest {
    snooze: i64,
    rest: i64,
}

impl Latest {
    fn at(now: DateTime<Utc>, slack: TimeDelta) -> Self {
        Self {
            snooze: (now + Snooze::Quarter.length() + slack).timestamp(),
            rest: (now + REST_AFTER_NOT_NOW + slack).timestamp(),
        }
    }
}

/// Members with a tie that rests or is snoozed longer than any choice allows, by more than `slack`.
pub(crate) async fn resting_too_long(
    readers: &SqlitePool,
    now: DateTime<Utc>,
    slack: TimeDelta,
) -> StoreResult<Vec<MemberKey>> {
    let latest = Latest::at(now, slack);
    let rows = sqlx::query!(
        r#"SELECT DISTINCT team_id AS "team: TeamId", member_id AS "member: PersonId" FROM ties
           WHERE snoozed_until > ?1 OR not_before > ?2"#,
        latest.snooze,
        latest.rest,
    )
    .fetch_all(readers)
    .await?;
    let members = rows.into_iter().map(|row| row.team.member(row.member));
    Ok(members.collect())
}

/// Shortens the member's rests and snoozes to the latest end possible if they had begun now.
pub(crate) async fn shorten_rests(
    connection: &mut SqliteConnection,
    member: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let latest = Latest::at(now, TimeDelta::zero());
    sqlx::query!(
        "UPDATE ties
         SET snoozed_until = min(snoozed_until, ?3), not_before = min(not_before, ?4)
         WHERE team_id = ?1 AND member_id = ?2",
        member.team,
        member.person,
        latest.snooze,
        latest.rest,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves the day on which the member added contacts, where it is after `ahead`, to `now`, and the ties
/// that count from it.
pub(crate) async fn repair_contacts(
    connection: &mut SqliteConnection,
    member: MemberKey,
    ahead: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (ahead, now) = (ahead.timestamp(), now.timestamp());
    sqlx::query!(
        "UPDATE ties SET due_at = due_at - (c.added_at - ?4)
         FROM contacts AS c
         WHERE c.team_id = ?1 AND c.owner_id = ?2 AND c.added_at > ?3
           AND ties.team_id = ?1 AND ties.member_id = ?2 AND ties.other_id = c.contact_id
           AND ties.last_met_at IS NULL",
        member.team,
        member.person,
        ahead,
        now,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE contacts SET added_at = ?4
         WHERE team_id = ?1 AND owner_id = ?2 AND added_at > ?3",
        member.team,
        member.person,
        ahead,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}
