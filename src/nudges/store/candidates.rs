//! Who could be named to a member.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use futures::TryStreamExt as _;
use sqlx::SqliteConnection;

use crate::database::{StoreResult, instant};
use crate::ids::PersonId;
use crate::nudges::choose::{Barrier, Candidate, Contact, WEEKLY_CAP, Wish};
use crate::nudges::week::IsoWeek;
use crate::team::Team;
use crate::ties::store::read_circle;

/// The member's due ties, and as many of those they never met as a choice can need, which is none
/// where enough due ties are below the weekly cap; of both, nobody who asked not to be tracked.
pub async fn candidates(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    week: IsoWeek,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Candidate>> {
    let week = week.to_string();
    let mut candidates = due_ties(connection, team, member, &week, now).await?;
    let first = candidates.iter().filter(|due| due.is_before_strangers(now));
    if first.count() < usize::from(Wish::MAX) {
        candidates.extend(newcomers(connection, team, member, &week, now).await?);
    }
    Ok(candidates)
}

async fn due_ties(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    week: &str,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Candidate>> {
    let now = now.timestamp();
    let rows = sqlx::query_file_as!(
        DueTie,
        "src/nudges/store/due_ties.sql",
        team.id,
        member,
        week,
        now
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| row.into_candidate(team))
        .collect()
}

/// The newest members that the member never met and may be named. Enough of them below the weekly
/// cap make everybody else irrelevant, so the search ends there; when there are fewer, those at or above
/// it are the last resort, the least often named first.
async fn newcomers(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    week: &str,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Candidate>> {
    let now = now.timestamp();
    let enough = usize::from(Wish::MAX);
    let (mut below, mut above) = (Vec::new(), Vec::new());
    for at_cap in [false, true] {
        let mut rows = sqlx::query_file_as!(
            Newcomer,
            "src/nudges/store/newcomers.sql",
            team.id,
            member,
            week,
            now,
            at_cap
        )
        .fetch(&mut *connection);
        while below.len() < enough
            && let Some(row) = rows.try_next().await?
        {
            let newcomer = row.into_candidate()?;
            if newcomer.suggested_this_week < WEEKLY_CAP {
                below.push(newcomer);
            } else {
                above.push(newcomer);
            }
        }
    }
    // Among those named equally often, the newest first.
    above.sort_by_key(|newcomer| {
        let joined = match newcomer.contact {
            Contact::Never { joined_at } => joined_at,
            Contact::Met { .. } => None,
        };
        (
            newcomer.suggested_this_week,
            Reverse(joined),
            newcomer.person,
        )
    });
    above.truncate(enough - below.len());
    below.append(&mut above);
    Ok(below)
}

struct DueTie {
    person: PersonId,
    circle: Option<String>,
    last_met_at: i64,
    stopped_at: Option<i64>,
    snoozed_until: Option<i64>,
    not_before: Option<i64>,
    suggested_this_week: u32,
}

impl DueTie {
    fn into_candidate(self, team: &Team) -> StoreResult<Candidate> {
        let at = |column, seconds| instant("ties", column, seconds);
        let maybe_at = |column, seconds: Option<i64>| seconds.map(|it| at(column, it)).transpose();
        Ok(Candidate {
            person: self.person,
            contact: Contact::Met {
                last: at("last_met_at", self.last_met_at)?,
                circle: read_circle(self.circle)?.unwrap_or(team.circle),
            },
            barrier: self.stopped_at.map(|_| Barrier::Stopped),
            snoozed_until: maybe_at("snoozed_until", self.snoozed_until)?,
            not_before: maybe_at("not_before", self.not_before)?,
            suggested_this_week: self.suggested_this_week,
        })
    }
}

struct Newcomer {
    person: PersonId,
    joined_at: i64,
    suggested_this_week: u32,
}

impl Newcomer {
    fn into_candidate(self) -> StoreResult<Candidate> {
        let joined_at = instant("members", "joined_at", self.joined_at)?;
        Ok(Candidate {
            person: self.person,
            contact: Contact::Never {
                joined_at: Some(joined_at),
            },
            barrier: None,
            snoozed_until: None,
            not_before: None,
            suggested_this_week: self.suggested_this_week,
        })
    }
}
