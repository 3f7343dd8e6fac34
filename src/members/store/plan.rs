//! Plans a member's next nudge from their choices and their last nudges, and stores its time.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::find;
use crate::calendar::rhythm::Rhythm;
use crate::calendar::schedule::{Decision, History};
use crate::calendar::week::IsoWeek;
use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{MemberKey, PersonId, TeamId};
use crate::members::Member;
use crate::team::{self, Team};

/// Computes, stores and returns the time of the member's next nudge. Call it after every change
/// that may move it. `None` if the member has not joined or takes no direct messages.
pub async fn plan(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    let next = match next_nudge(connection, member, now).await? {
        Some(Decision::Send { occurrence, .. } | Decision::Wait(occurrence)) => Some(occurrence.at),
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

/// Whether the member's nudge is due; `None` if they get no nudges.
pub(crate) async fn next_nudge(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<Option<Decision>> {
    let Some(not_before) = member.nudges_not_before() else {
        return Ok(None);
    };
    let sent = last_sent(connection, member).await?;
    let until_acted = match sent.first().and_then(|last| last.acted_at) {
        Some(at) => Some((instant("nudges", "acted_at", at)?, rhythm(&sent[1..], 1))),
        None => None,
    };
    let last_week_sent = sent.first().map(|last| last.week.clone());
    let history = History {
        not_before,
        last_claimed: last_claimed_week(connection, member).await?,
        last_sent: last_week_sent.map(read_week).transpose()?,
        rhythm: rhythm(&sent, 0),
        until_acted,
    };
    Ok(Some(member.schedule.decide(now, &history)))
}

/// The week of the member's last nudge, sent or not.
async fn last_claimed_week(
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

pub(crate) fn read_week(week: String) -> StoreResult<IsoWeek> {
    IsoWeek::parse(&week).map_err(|_| StoreError::Corrupt {
        table: "nudges",
        column: "week",
        value: week,
    })
}

/// A nudge that was sent.
struct Sent {
    week: String,
    /// When the member acted on it; `None` if they ignored it.
    acted_at: Option<i64>,
}

/// The member's last nudges, the latest first: as many as a rhythm depends on.
async fn last_sent(connection: &mut SqliteConnection, member: &Member) -> StoreResult<Vec<Sent>> {
    let sent = sqlx::query_as!(
        Sent,
        "SELECT week, acted_at FROM nudges WHERE team_id = ? AND member_id = ? AND state = 'sent'
           AND only_dates = 0
         ORDER BY week DESC LIMIT 4",
        member.team,
        member.person,
    )
    .fetch_all(connection)
    .await?;
    Ok(sent)
}

/// The rhythm after these nudges, the latest first, and `ignored_since` ignored ones after them.
fn rhythm(sent: &[Sent], ignored_since: usize) -> Rhythm {
    let ignored = sent.iter().take_while(|nudge| nudge.acted_at.is_none());
    Rhythm::after_ignored(ignored_since + ignored.count())
}

/// Records that the member acted: their last nudge was not ignored, and nudges are weekly again.
pub async fn acted(
    connection: &mut SqliteConnection,
    member: &Member,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    all_acted(connection, &[(member.key(), now)]).await?;
    Ok(())
}

/// Like [`acted`], for several members, each at an instant. Returns those whose last nudge had no
/// answer before.
pub(crate) async fn all_acted(
    connection: &mut SqliteConnection,
    members: &[(MemberKey, DateTime<Utc>)],
) -> StoreResult<HashSet<MemberKey>> {
    if members.is_empty() {
        return Ok(HashSet::new());
    }
    let described = members
        .iter()
        .map(|(key, now)| json!([key.team, key.person, now.timestamp()]));
    let described = described.collect::<Value>().to_string();
    let rows = sqlx::query!(
        r#"UPDATE nudges SET acted_at = m.value ->> 2
           FROM json_each(?) AS m
           WHERE nudges.acted_at IS NULL AND nudges.nudge_id = (
               SELECT nudge_id FROM nudges
               WHERE team_id = m.value ->> 0 AND member_id = m.value ->> 1 AND state = 'sent'
                 AND only_dates = 0
               ORDER BY week DESC LIMIT 1)
           RETURNING team_id AS "team: TeamId", member_id AS "member: PersonId""#,
        described,
    )
    .fetch_all(&mut *connection)
    .await?;
    let answered: HashSet<_> = rows.iter().map(|it| it.team.member(it.member)).collect();
    for (key, now) in members.iter().filter(|(key, _)| answered.contains(key)) {
        replan(connection, *key, *now).await?;
    }
    Ok(answered)
}

/// Plans the next nudge of a stored member; returns its time.
pub async fn replan(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    match find_member(connection, key).await? {
        Some((_, member)) => plan(connection, &member, now).await,
        None => Ok(None),
    }
}

/// The team, if Rapport is still in it. Other teams get no nudges.
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
    key: MemberKey,
) -> StoreResult<Option<(Team, Member)>> {
    let Some(team) = find_team(connection, key.team).await? else {
        return Ok(None);
    };
    let member = find(&mut *connection, &team, key.person).await?;
    Ok(member.map(|member| (team, member)))
}
