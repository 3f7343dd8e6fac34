//! Reads the people who could be named in a nudge to a member.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use futures::TryStreamExt as _;
use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::calendar::PeoplePerNudge;
use crate::calendar::week::IsoWeek;
use crate::database::{StoreResult, instant, json_list, read_list};
use crate::ids::PersonId;
use crate::nudges::choose::{Barrier, Candidate, Choice, Contact, WEEKLY_CAP};
use crate::team::Team;
use crate::ties::store::read_circle;

/// The people who could be named in nudges to some members of one team in one week, read for all
/// these members at once.
pub struct Candidates {
    week: String,
    now: DateTime<Utc>,
    due: HashMap<PersonId, Vec<Candidate>>,
    /// How often each person was named this week.
    named: HashMap<PersonId, u32>,
}

impl Candidates {
    /// Reads the due ties of `members`.
    pub async fn read(
        connection: &mut SqliteConnection,
        team: &Team,
        members: &[PersonId],
        week: IsoWeek,
        now: DateTime<Utc>,
    ) -> StoreResult<Self> {
        let week = week.to_string();
        let mut due = due_ties(connection, team, members, now).await?;
        let people: BTreeSet<_> = due.values().flatten().map(|tie| tie.person).collect();
        let people: Vec<_> = people.into_iter().collect();
        let named = named(connection, team, &people, &week).await?;
        for ties in due.values_mut() {
            ties.retain(|tie| named.contains_key(&tie.person));
        }
        Ok(Self {
            week,
            now,
            due,
            named,
        })
    }

    /// The member's due ties, and as many members they never met as a choice can need: none if
    /// enough due ties are below the weekly cap. Without people who left or asked not to be
    /// tracked. `read` must have got this member.
    pub async fn of(
        &self,
        connection: &mut SqliteConnection,
        team: &Team,
        member: PersonId,
    ) -> StoreResult<Vec<Candidate>> {
        let due = self.due.get(&member).into_iter().flatten();
        let mut candidates: Vec<_> = due
            .map(|tie| Candidate {
                suggested_this_week: self.named[&tie.person],
                ..*tie
            })
            .collect();
        let first = |due: &&Candidate| due.is_before_strangers(self.now);
        if candidates.iter().filter(first).count() < usize::from(PeoplePerNudge::MAX) {
            let newcomers = newcomers(connection, team, member, &self.week, self.now);
            candidates.extend(newcomers.await?);
        }
        Ok(candidates)
    }

    /// Counts the people named in a nudge of this week.
    pub fn count(&mut self, choices: &[Choice]) {
        for choice in choices {
            if let Some(named) = self.named.get_mut(&choice.person) {
                *named += 1;
            }
        }
    }
}

async fn due_ties(
    connection: &mut SqliteConnection,
    team: &Team,
    members: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<HashMap<PersonId, Vec<Candidate>>> {
    let (members, now) = (json_list(members), now.timestamp());
    let ties = sqlx::query_file_scalar!("src/nudges/store/due_ties.sql", team.id, members, now)
        .fetch_one(connection)
        .await?;
    let mut due = HashMap::<_, Vec<_>>::new();
    for tie in read_list::<DueTie>("ties", "due_at", &ties)? {
        let of_member = due.entry(PersonId(tie.member)).or_default();
        of_member.push(tie.into_candidate(team)?);
    }
    Ok(due)
}

/// How often each person was named this week, without people who left, asked not to be tracked, or
/// are not stored at all: Rapport could not record that they left.
async fn named(
    connection: &mut SqliteConnection,
    team: &Team,
    people: &[PersonId],
    week: &str,
) -> StoreResult<HashMap<PersonId, u32>> {
    let people = json_list(people);
    let named = sqlx::query_scalar!(
        r#"SELECT json_group_array(json_array(
                      CAST(people.value AS INTEGER),
                      (SELECT count(*) FROM suggestions AS s
                       WHERE s.team_id = ?1 AND s.other_id = people.value AND s.week = ?3)))
                      AS "named!"
           FROM json_each(?2) AS people
           JOIN members AS m ON m.team_id = ?1 AND m.person_id = people.value
           WHERE m.untracked_at IS NULL AND m.gone_at IS NULL"#,
        team.id,
        people,
        week,
    )
    .fetch_one(connection)
    .await?;
    let named: Vec<(i64, u32)> = read_list("suggestions", "week", &named)?;
    let named = named.into_iter();
    Ok(named
        .map(|(person, times)| (PersonId(person), times))
        .collect())
}

/// The newest members who may be named and whom the member never met. If enough of them are below
/// the weekly cap, everyone else is irrelevant, and the search ends. If there are fewer, those at
/// or above it follow, the least often named first.
async fn newcomers(
    connection: &mut SqliteConnection,
    team: &Team,
    member: PersonId,
    week: &str,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Candidate>> {
    let at = now.timestamp();
    let enough = usize::from(PeoplePerNudge::MAX);
    let (mut below, mut above) = (Vec::new(), Vec::new());
    for (at_cap, behind) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut rows = sqlx::query_file_as!(
            Newcomer,
            "src/nudges/store/newcomers.sql",
            team.id,
            member,
            week,
            at,
            at_cap,
            behind
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
            newcomer.is_behind(now),
            Reverse(joined),
            newcomer.person,
        )
    });
    above.truncate(enough - below.len());
    below.append(&mut above);
    Ok(below)
}

/// Fields in the order of the columns.
#[derive(Deserialize)]
struct DueTie {
    member: i64,
    person: i64,
    circle: Option<String>,
    last_met_at: i64,
    stopped_at: Option<i64>,
    snoozed_until: Option<i64>,
    not_before: Option<i64>,
    behind_until: Option<i64>,
}

impl DueTie {
    fn into_candidate(self, team: &Team) -> StoreResult<Candidate> {
        let at = |column, seconds| instant("ties", column, seconds);
        let maybe_at = |column, seconds: Option<i64>| seconds.map(|it| at(column, it)).transpose();
        Ok(Candidate {
            person: PersonId(self.person),
            contact: Contact::Met {
                last: at("last_met_at", self.last_met_at)?,
                circle: read_circle(self.circle)?.unwrap_or(team.circle),
            },
            barrier: self.stopped_at.map(|_| Barrier::Stopped),
            snoozed_until: maybe_at("snoozed_until", self.snoozed_until)?,
            not_before: maybe_at("not_before", self.not_before)?,
            behind_until: maybe_at("behind_until", self.behind_until)?,
            suggested_this_week: 0,
        })
    }
}

struct Newcomer {
    person: PersonId,
    joined_at: i64,
    suggested_this_week: u32,
    behind_until: Option<i64>,
}

impl Newcomer {
    fn into_candidate(self) -> StoreResult<Candidate> {
        let joined_at = instant("members", "joined_at", self.joined_at)?;
        let behind_until = self
            .behind_until
            .map(|at| instant("ties", "behind_until", at));
        Ok(Candidate {
            person: self.person,
            contact: Contact::Never {
                joined_at: Some(joined_at),
            },
            barrier: None,
            snoozed_until: None,
            not_before: None,
            behind_until: behind_until.transpose()?,
            suggested_this_week: self.suggested_this_week,
        })
    }
}
