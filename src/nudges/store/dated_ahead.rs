//! Repairs what a clock running ahead left: nudges of future weeks, plans that depend on them, and
//! everything else of a member that is dated in the future.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::calendar::week::IsoWeek;
use crate::database::StoreResult;
use crate::ids::{MemberKey, NudgeId, PersonId, TeamId};
use crate::members::Member;
use crate::members::store::plan::{find_member, plan, read_week};
use crate::{encounters, ties};

/// How far ahead of the clock a date may be without counting as wrong.
const TOLERANCE: TimeDelta = TimeDelta::days(1);

/// The longest time to the next nudge in the weekly rhythm. Slower plans are checked too, and stay
/// as they are.
const WEEKLY: TimeDelta = TimeDelta::days(7);

/// Members with something dated in the future, or whose next nudge may be planned further ahead
/// than their rhythm allows.
pub(crate) async fn dated_ahead(
    readers: &SqlitePool,
    now: DateTime<Utc>,
) -> StoreResult<BTreeSet<MemberKey>> {
    let (planned, ahead) = ((now + WEEKLY).timestamp(), (now + TOLERANCE).timestamp());
    let rows = sqlx::query!(
        r#"SELECT team_id AS "team!: TeamId", person_id AS "person!: PersonId" FROM members AS m
           WHERE next_nudge_at > ?1 OR joined_at > ?2 OR rostered_at > ?2 OR paused_at > ?2
              OR away_at > ?2
              OR seen_at > ?2 OR missed_at > ?2
              OR EXISTS (SELECT 1 FROM encounter_people AS p
                         WHERE p.team_id = m.team_id AND p.person_id = m.person_id
                           AND p.happened_at > ?2)
              OR EXISTS (SELECT 1 FROM contacts AS c
                         WHERE c.team_id = m.team_id AND c.owner_id = m.person_id
                           AND c.added_at > ?2)"#,
        planned,
        ahead,
    )
    .fetch_all(readers)
    .await?;
    let resting = ties::store::resting_too_long(readers, now, TOLERANCE).await?;
    let members = rows.into_iter().map(|row| row.team.member(row.person));
    Ok(members.chain(resting).collect())
}

/// Moves what is dated in the future to now, and replans the member's next nudge. An absence that was
/// said on a wrong day ends: nobody knows which day they meant.
pub(crate) async fn repair_dates(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (at, ahead) = (now.timestamp(), (now + TOLERANCE).timestamp());
    sqlx::query!(
        "UPDATE members
         SET nudges_from = iif(nudges_from > ?2, ?1, nudges_from),
             paused_until = iif(paused_at > ?2, paused_until - (paused_at - ?1), paused_until),
             paused_at = iif(paused_at > ?2, ?1, paused_at),
             away_until = iif(away_at > ?2, NULL, away_until),
             back_on = iif(away_at > ?2, NULL, back_on),
             away_at = iif(away_at > ?2, NULL, away_at),
             joined_at = iif(joined_at > ?2, ?1, joined_at),
             rostered_at = iif(rostered_at > ?2, ?1, rostered_at),
             seen_at = iif(seen_at > ?2, ?1, seen_at),
             missed_at = iif(missed_at > ?2, ?1, missed_at)
         WHERE team_id = ?3 AND person_id = ?4",
        at,
        ahead,
        key.team,
        key.person,
    )
    .execute(&mut *connection)
    .await?;
    encounters::store::repair_dates(connection, key, now + TOLERANCE, now).await?;
    ties::store::repair_contacts(connection, key, now + TOLERANCE, now).await?;
    ties::store::shorten_rests(connection, key, now).await?;
    let Some((_, member)) = find_member(connection, key).await? else {
        return Ok(());
    };
    move_weeks(connection, &member, now).await?;
    plan(connection, &member, now).await?;
    Ok(())
}

/// Moves nudges that were sent in future weeks to the latest weeks without one, as they did arrive.
/// Deletes the unsent nudges of those weeks.
async fn move_weeks(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let (at, ahead) = (now.timestamp(), (now + TOLERANCE).timestamp());
    sqlx::query!(
        "DELETE FROM nudges
         WHERE team_id = ? AND member_id = ? AND claimed_at > ? AND state <> 'sent'",
        member.team,
        member.person,
        ahead,
    )
    .execute(&mut *connection)
    .await?;
    let rows = sqlx::query!(
        r#"SELECT nudge_id AS "nudge: NudgeId", week, claimed_at > ?3 AS "is_ahead!: bool"
           FROM nudges WHERE team_id = ?1 AND member_id = ?2 ORDER BY week DESC"#,
        member.team,
        member.person,
        ahead,
    )
    .fetch_all(&mut *connection)
    .await?;
    let current = member.schedule.week_of(now);
    let mut taken = HashSet::new();
    let mut moved = Vec::new();
    for row in rows {
        let week = read_week(row.week)?;
        if row.is_ahead && week > current {
            moved.push(row.nudge);
        } else {
            taken.insert(week);
        }
    }
    for (nudge, week) in moved.into_iter().zip(free(current, &taken)) {
        let week = week.to_string();
        sqlx::query!(
            "UPDATE nudges SET week = ?2, due_at = min(due_at, ?3), claimed_at = min(claimed_at, ?3),
                               sent_at = min(sent_at, ?3), acted_at = min(acted_at, ?3)
             WHERE nudge_id = ?1",
            nudge,
            week,
            at,
        )
        .execute(&mut *connection)
        .await?;
        sqlx::query!(
            "UPDATE suggestions SET week = ? WHERE nudge_id = ?",
            week,
            nudge,
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The weeks up to `current` that are not taken, the latest first.
fn free(current: IsoWeek, taken: &HashSet<IsoWeek>) -> impl Iterator<Item = IsoWeek> {
    std::iter::successors(Some(current), |week| Some(week.minus(1)))
        .filter(|week| !taken.contains(week))
}
