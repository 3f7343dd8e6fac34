//! Claims the weeks of members whose nudge is due.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Candidates, choose_people, suggestions};
use crate::calendar::schedule::{Decision, Occurrence};
use crate::calendar::week::IsoWeek;
use crate::database::StoreResult;
use crate::delivery::State;
use crate::ids::{NudgeId, PersonId, TeamId};
use crate::members::store::plan::{find_team, next_nudge, plan};
use crate::members::{self, Member};
use crate::nudges::chosen::Chosen;
use crate::team::Team;

/// For how many members of a team one write chooses people: enough to share the reads and the
/// flush, and few enough that other writes don't wait long.
pub const TOGETHER: usize = 32;

/// Claims the week of each of these members whose nudge is due: chooses people and stores both, so
/// that nothing later makes it two nudges. A week with nobody to name is claimed too, but sends no
/// message. Plans the members' next nudges in any case.
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
        if let Some(Decision::Send { occurrence, .. }) =
            next_nudge(connection, &member, now).await?
        {
            let due = weeks.entry(occurrence.week).or_default();
            due.push((member, occurrence));
        } else {
            plan(connection, &member, now).await?;
        }
    }
    for (week, due) in weeks {
        claim_week(connection, &team, week, &due, now).await?;
    }
    Ok(())
}

async fn claim_week(
    connection: &mut SqliteConnection,
    team: &Team,
    week: IsoWeek,
    due: &[(Member, Occurrence)],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let people: Vec<_> = due.iter().map(|(member, _)| member.person).collect();
    let mut candidates = Candidates::read(connection, team, &people, week, now).await?;
    for (member, occurrence) in due {
        let person = member.person;
        // Don't choose for members who left: it would use up the weekly cap. If they are back
        // before the nudge is sent, `confirm` chooses then.
        let is_here = members::store::is_known_here(&mut *connection, member.key()).await?;
        let chosen = if is_here {
            choose_people(connection, &candidates, team, member, occurrence.at, now).await?
        } else {
            Chosen::default()
        };
        let state = if is_here && chosen.is_empty() {
            State::Nothing
        } else {
            State::Claimed
        };
        let nudge = insert(connection, member, *occurrence, state, now).await?;
        suggestions::keep(connection, team, person, nudge, &week.to_string(), &chosen).await?;
        candidates.count(&chosen.choices);
        plan(connection, member, now).await?;
    }
    Ok(())
}

async fn insert(
    connection: &mut SqliteConnection,
    member: &Member,
    occurrence: Occurrence,
    state: State,
    now: DateTime<Utc>,
) -> StoreResult<NudgeId> {
    let (week, state) = (occurrence.week.to_string(), state.as_str());
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
