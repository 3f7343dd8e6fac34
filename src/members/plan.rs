//! When a member's next nudge comes: worked out from their choices and their last nudges, and kept.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Member, store};
use crate::calendar::rhythm::Rhythm;
use crate::calendar::schedule::{Standing, Turn};
use crate::calendar::week::IsoWeek;
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{PersonId, TeamId};
use crate::team::{self, Team};
use crate::ties;

/// Works out when the member's next nudge falls, and keeps it: to be called after anything that
/// may move it. Gives it. Who has not joined, or takes no direct messages, has none.
pub async fn plan(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    let next = match turn(connection, member, now).await? {
        Some(Turn::Send { occurrence, .. } | Turn::Wait(occurrence)) => Some(occurrence.at),
        None => None,
    };
    let at = next.map(|next| next.timestamp());
    sqlx::query!(
        "UPDATE members SET next_nudge_at = ? WHERE team_id = ? AND person_id = ?",
        at,
        member.team,
        member.person,
    )
    .execute(connection)
    .await?;
    Ok(next)
}

/// Whether it is the member's turn; `None` if they get no nudges at all.
pub(crate) async fn turn(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<Option<Turn>> {
    let Some(not_before) = member.nudges_not_before() else {
        return Ok(None);
    };
    let acted = last_acts(connection, member).await?;
    let until_acted = match acted.first() {
        Some(Some(at)) => Some((instant("nudges", "acted_at", *at)?, rhythm(&acted[1..], 1))),
        _ => None,
    };
    let standing = Standing {
        not_before,
        last_claimed: last_week(connection, member).await?,
        last_sent: last_sent_week(connection, member).await?,
        rhythm: rhythm(&acted, 0),
        until_acted,
    };
    Ok(Some(member.schedule.turn(now, &standing)))
}

async fn last_week(
    connection: &mut SqliteConnection,
    member: &Member,
) -> StoreResult<Option<IsoWeek>> {
    let week = sqlx::query_scalar!(
        "SELECT week FROM nudges WHERE team_id = ? AND member_id = ? ORDER BY week DESC LIMIT 1",
        member.team,
        member.person,
    )
    .fetch_optional(connection)
    .await?;
    week.map(read_week).transpose()
}

async fn last_sent_week(
    connection: &mut SqliteConnection,
    member: &Member,
) -> StoreResult<Option<IsoWeek>> {
    let week = sqlx::query_scalar!(
        "SELECT week FROM nudges WHERE team_id = ? AND member_id = ? AND state = 'sent'
         ORDER BY week DESC LIMIT 1",
        member.team,
        member.person,
    )
    .fetch_optional(connection)
    .await?;
    week.map(read_week).transpose()
}

pub(crate) fn read_week(week: String) -> StoreResult<IsoWeek> {
    IsoWeek::parse(&week).map_err(|_| StoreError::Corrupt {
        table: "nudges",
        column: "week",
        value: week,
    })
}

/// When the member acted on each of their last nudges, if they did, the latest first: as many as
/// decide on a rhythm.
async fn last_acts(
    connection: &mut SqliteConnection,
    member: &Member,
) -> StoreResult<Vec<Option<i64>>> {
    let acted = sqlx::query_scalar!(
        "SELECT acted_at FROM nudges WHERE team_id = ? AND member_id = ? AND state = 'sent'
         ORDER BY week DESC LIMIT 4",
        member.team,
        member.person,
    )
    .fetch_all(connection)
    .await?;
    Ok(acted)
}

/// The rhythm after these, the latest first, and so many ignored after them.
fn rhythm(acted: &[Option<i64>], ignored_since: usize) -> Rhythm {
    let ignored = acted.iter().take_while(|acted| acted.is_none()).count();
    Rhythm::after_ignored(ignored_since + ignored)
}

/// The member did something: the last nudge was not ignored, and the weekly rhythm is back.
pub async fn acted(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let at = now.timestamp();
    let noticed = sqlx::query!(
        "UPDATE nudges SET acted_at = ?1
         WHERE acted_at IS NULL AND nudge_id = (
             SELECT nudge_id FROM nudges WHERE team_id = ?2 AND member_id = ?3 AND state = 'sent'
             ORDER BY week DESC LIMIT 1)",
        at,
        member.team,
        member.person,
    )
    .execute(&mut *connection)
    .await?;
    if noticed.rows_affected() == 0 {
        return Ok(());
    }
    let acted = last_acts(connection, member).await?;
    let before = rhythm(&acted[1..], 1);
    if before != Rhythm::Weekly {
        ties::store::end_silence(connection, member.team, member.person).await?;
    }
    replan(connection, member.team, member.person, now).await?;
    Ok(())
}

/// Plans the next nudge of a member as they are kept now; gives when it is.
pub async fn replan(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    match find_member(connection, team, person).await? {
        Some((_, member)) => plan(connection, &member, now).await,
        None => Ok(None),
    }
}

/// The team, if Rapport is still in it: who was left gets no nudges.
pub(crate) async fn find_team(
    connection: &mut SqliteConnection,
    team: TeamId,
) -> StoreResult<Option<Team>> {
    let team = team::store::find(connection, team).await?;
    Ok(team.filter(|team| team.removed_at.is_none()))
}

/// The member, if Rapport is still in their team.
pub(crate) async fn find_member(
    connection: &mut SqliteConnection,
    team: TeamId,
    person: PersonId,
) -> StoreResult<Option<(Team, Member)>> {
    let Some(team) = find_team(connection, team).await? else {
        return Ok(None);
    };
    let member = store::find(&mut *connection, &team, person).await?;
    Ok(member.map(|member| (team, member)))
}
