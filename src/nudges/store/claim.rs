//! Claiming the weeks of members whose turn it is.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Candidates, suggestions};
use crate::calendar::schedule::{Occurrence, Turn};
use crate::calendar::week::IsoWeek;
use crate::database::StoreResult;
use crate::ids::{NudgeId, PersonId, TeamId};
use crate::members::plan::{find_team, plan, turn};
use crate::members::{self, Member};
use crate::nudges::choose::choose;
use crate::team::Team;

/// For how many members of a team the week's people are chosen together: enough to share what is read
/// and the flush, and so few that whoever logs a talk meanwhile is not kept waiting.
pub const TOGETHER: usize = 32;

/// Claims the week of each of these members whose turn it is: chooses whom to name and keeps both, so
/// that nothing that happens later makes it two nudges. A week with nobody to name is claimed too,
/// and brings no message. In any case the next nudges are planned.
pub async fn claim(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some(team) = find_team(connection, team).await? else {
        return Ok(());
    };
    let mut weeks = BTreeMap::<_, Vec<_>>::new();
    for person in people {
        let Some(member) = members::store::find(&mut *connection, &team, *person).await? else {
            continue;
        };
        if let Some(Turn::Send { occurrence, .. }) = turn(connection, &member, now).await? {
            let turns = weeks.entry(occurrence.week).or_default();
            turns.push((member, occurrence));
        } else {
            plan(connection, &member, now).await?;
        }
    }
    for (week, turns) in weeks {
        claim_week(connection, &team, week, &turns, now).await?;
    }
    Ok(())
}

async fn claim_week(
    connection: &mut SqliteConnection,
    team: &Team,
    week: IsoWeek,
    turns: &[(Member, Occurrence)],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let people: Vec<_> = turns.iter().map(|(member, _)| member.person).collect();
    let mut candidates = Candidates::read(connection, team, &people, week, now).await?;
    for (member, occurrence) in turns {
        let person = member.person;
        // For who left nobody is chosen, whom the weekly cap would count; before it is sent, they may
        // be seen again.
        let is_here = members::store::is_known_here(&mut *connection, team.id, person).await?;
        let choices = if is_here {
            let candidates = candidates.of(connection, team, person).await?;
            choose(now, person, &candidates, member.people)
        } else {
            Vec::new()
        };
        let state = if is_here && choices.is_empty() {
            "nobody"
        } else {
            "claimed"
        };
        let nudge = insert(connection, member, *occurrence, state, now).await?;
        suggestions::keep(connection, team, nudge, &week.to_string(), &choices).await?;
        candidates.name(&choices);
        plan(connection, member, now).await?;
    }
    Ok(())
}

async fn insert(
    connection: &mut SqliteConnection,
    member: &Member,
    occurrence: Occurrence,
    state: &str,
    now: DateTime<Utc>,
) -> StoreResult<NudgeId> {
    let week = occurrence.week.to_string();
    let (due_at, now) = (occurrence.at.timestamp(), now.timestamp());
    let nudge = sqlx::query_scalar!(
        r#"INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) RETURNING nudge_id AS "nudge_id!: NudgeId""#,
        member.team,
        member.person,
        week,
        state,
        due_at,
        now,
    )
    .fetch_one(connection)
    .await?;
    Ok(nudge)
}
