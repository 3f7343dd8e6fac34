//! Reads the people who could be named in a nudge to a member.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use futures::TryStreamExt as _;
use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::calendar::PeoplePerNudge;
use crate::calendar::week::IsoWeek;
use crate::database::{StoreResult, instant, json_list, read_list};
use crate::ids::{MemberKey, PersonId};
use crate::nudges::choose::{
    Barrier, Candidate, Choice, ContactSoFar, IN_VAIN_FOR, NEWCOMER_FOR, WEEKLY_CAP,
};
use crate::team::Team;
use crate::ties;
use crate::ties::rest::CLOCK_CHANGE;
use crate::ties::store::{read_circle, read_kind};

/// The people who could be named in nudges to some members of one team in one week, read for all
/// these members at once.
pub struct Candidates {
    week: String,
    now: DateTime<Utc>,
    due: HashMap<PersonId, Vec<Candidate>>,
    /// The people who were named to each member in vain.
    in_vain: HashMap<PersonId, Vec<InVain>>,
    /// How often each member was named this week.
    named: HashMap<PersonId, u32>,
    /// The people that each member is kept apart from.
    apart: HashMap<PersonId, HashSet<PersonId>>,
    /// Whether anybody in the team is a newcomer.
    has_newcomers: bool,
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
        let mut in_vain = in_vain(connection, team, members, now).await?;
        let people = due.values().flatten().map(|tie| tie.person);
        let people: BTreeSet<_> = people
            .chain(in_vain.values().flatten().map(InVain::person))
            .collect();
        let people: Vec<_> = people.into_iter().filter(|it| !it.is_contact()).collect();
        let named = named(connection, team, &people, &week, now).await?;
        for ties in due.values_mut() {
            ties.retain(|tie| tie.person.is_contact() || named.contains_key(&tie.person));
        }
        for people in in_vain.values_mut() {
            people.retain(|it| it.person().is_contact() || named.contains_key(&it.person()));
        }
        Ok(Self {
            week,
            now,
            due,
            in_vain,
            named,
            apart: ties::store::apart(connection, team.id).await?,
            has_newcomers: has_newcomers(connection, team, now).await?,
        })
    }

    /// The member's due ties, and as many members they never met as a choice can need: a newcomer
    /// at most if enough due ties come before all others. Without people who left, are away or asked
    /// not to be tracked. `read` must have got this member.
    pub async fn of(
        &self,
        connection: &mut SqliteConnection,
        member: MemberKey,
    ) -> StoreResult<Vec<Candidate>> {
        let none = Vec::new();
        let in_vain = self.in_vain.get(&member.person).unwrap_or(&none);
        let times: HashMap<_, _> = in_vain.iter().map(|it| (it.person(), it.times)).collect();
        let due = self.due.get(&member.person).into_iter().flatten();
        let mut candidates: Vec<_> = due
            .map(|tie| Candidate {
                barrier: tie.barrier.or(self.barrier(member.person, tie.person)),
                in_vain: times.get(&tie.person).copied().unwrap_or(0),
                suggested_this_week: self.named_this_week(tie.person),
                ..*tie
            })
            .collect();
        let first = |due: &&Candidate| due.is_before_strangers(self.now);
        let is_full = candidates.iter().filter(first).count() >= usize::from(PeoplePerNudge::MAX);
        let enough = match (is_full, self.has_newcomers) {
            (true, false) => return Ok(candidates),
            (true, true) => 1,
            (false, _) => usize::from(PeoplePerNudge::MAX),
        };
        let strangers = in_vain.iter().filter(|it| it.last_met_at.is_none());
        for stranger in strangers.filter(|it| self.barrier(member.person, it.person()).is_none()) {
            let named = self.named_this_week(stranger.person());
            candidates.extend(stranger.candidate(named)?);
        }
        let apart = self.apart.get(&member.person).into_iter().flatten();
        let passed_over = times.into_keys().chain(apart.copied());
        let passed_over: Vec<_> = passed_over.collect();
        let fresh = newcomers(
            connection,
            member,
            &self.week,
            &passed_over,
            enough,
            self.now,
        );
        candidates.extend(fresh.await?);
        Ok(candidates)
    }

    /// To how many members they were named this week. A contact is named to its owner alone.
    fn named_this_week(&self, person: PersonId) -> u32 {
        self.named.get(&person).copied().unwrap_or(0)
    }

    fn barrier(&self, member: PersonId, other: PersonId) -> Option<Barrier> {
        let apart = self.apart.get(&member)?;
        apart.contains(&other).then_some(Barrier::Apart)
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

/// How often each person was named this week, without people who left, are away, asked not to be
/// tracked, or are not stored at all: Rapport could not record that they left.
async fn named(
    connection: &mut SqliteConnection,
    team: &Team,
    people: &[PersonId],
    week: &str,
    now: DateTime<Utc>,
) -> StoreResult<HashMap<PersonId, u32>> {
    let (people, now) = (json_list(people), now.timestamp());
    let named = sqlx::query_scalar!(
        r#"SELECT json_group_array(json_array(
                      CAST(people.value AS INTEGER),
                      (SELECT count(*) FROM suggestions AS s
                       WHERE s.team_id = ?1 AND s.other_id = people.value AND s.week = ?3
                         AND s.for_date IS NULL)))
                      AS "named!"
           FROM json_each(?2) AS people
           JOIN members AS m ON m.team_id = ?1 AND m.person_id = people.value
           WHERE m.untracked_at IS NULL AND m.gone_at IS NULL
             AND coalesce(m.away_until, 0) <= ?4"#,
        team.id,
        people,
        week,
        now,
    )
    .fetch_one(connection)
    .await?;
    let named: Vec<(i64, u32)> = read_list("suggestions", "week", &named)?;
    let named = named.into_iter();
    Ok(named
        .map(|(person, times)| (PersonId(person), times))
        .collect())
}

/// The people who were named to these members in vain in the last [`IN_VAIN_FOR`].
async fn in_vain(
    connection: &mut SqliteConnection,
    team: &Team,
    members: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<HashMap<PersonId, Vec<InVain>>> {
    // Eight weeks ago at the same hour is over, whatever the clocks did since.
    let since = (now - IN_VAIN_FOR + CLOCK_CHANGE).timestamp();
    let members = json_list(members);
    let named = sqlx::query_file_scalar!("src/nudges/store/in_vain.sql", team.id, members, since)
        .fetch_one(connection)
        .await?;
    let mut in_vain = HashMap::<_, Vec<_>>::new();
    for named in read_list::<InVain>("suggestions", "other_id", &named)? {
        let of_member = in_vain.entry(PersonId(named.member)).or_default();
        of_member.push(named);
    }
    Ok(in_vain)
}

async fn has_newcomers(
    connection: &mut SqliteConnection,
    team: &Team,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let since = (now - NEWCOMER_FOR).timestamp();
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM members WHERE team_id = ? AND newcomer_at >= ?)
                  AS "has: bool""#,
        team.id,
        since,
    )
    .fetch_one(connection)
    .await?)
}

/// The newest members never met, apart from `passed_over`. If `enough` of them are below the weekly
/// cap, everyone else is irrelevant, and the search ends. If there are fewer, those at or above it
/// follow, the least often named first.
async fn newcomers(
    connection: &mut SqliteConnection,
    member: MemberKey,
    week: &str,
    passed_over: &[PersonId],
    enough: usize,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Candidate>> {
    let (at, passed_over) = (now.timestamp(), json_list(passed_over));
    let (mut below, mut above) = (Vec::new(), Vec::new());
    for at_cap in [false, true] {
        let mut rows = sqlx::query_file_as!(
            Newcomer,
            "src/nudges/store/newcomers.sql",
            member.team,
            member.person,
            week,
            at,
            at_cap,
            passed_over
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
            ContactSoFar::Never { joined_at } => joined_at,
            ContactSoFar::Met { .. } | ContactSoFar::Added { .. } => None,
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

/// Fields in the order of the columns.
#[derive(Deserialize)]
struct DueTie {
    member: i64,
    person: i64,
    circle: Option<String>,
    kind: Option<String>,
    last_met_at: Option<i64>,
    due_at: i64,
    stopped_at: Option<i64>,
    snoozed_until: Option<i64>,
    not_before: Option<i64>,
}

impl DueTie {
    fn into_candidate(self, team: &Team) -> StoreResult<Candidate> {
        let circle = read_circle(self.circle)?.unwrap_or(team.circle);
        let contact = match maybe("last_met_at", self.last_met_at)? {
            Some(last) => ContactSoFar::Met { last, circle },
            None => ContactSoFar::Added {
                at: instant("ties", "due_at", self.due_at)? - circle.interval(),
                circle,
            },
        };
        Ok(Candidate {
            kind: read_kind(self.kind)?,
            barrier: self.stopped_at.map(|_| Barrier::Stopped),
            snoozed_until: maybe("snoozed_until", self.snoozed_until)?,
            not_before: maybe("not_before", self.not_before)?,
            ..open(self.person, contact)
        })
    }
}

/// A person named to a member in vain. Fields in the order of the columns.
#[derive(Deserialize)]
struct InVain {
    member: i64,
    person: i64,
    times: u32,
    last_met_at: Option<i64>,
    newcomer_at: Option<i64>,
    stopped_at: Option<i64>,
    snoozed_until: Option<i64>,
    not_before: Option<i64>,
}

impl InVain {
    fn person(&self) -> PersonId {
        PersonId(self.person)
    }

    /// A person who the member never met, named `named` times this week. `None` if they have not
    /// joined.
    fn candidate(&self, named: u32) -> StoreResult<Option<Candidate>> {
        let Some(joined_at) = self.newcomer_at else {
            return Ok(None);
        };
        let joined_at = Some(instant("members", "newcomer_at", joined_at)?);
        Ok(Some(Candidate {
            barrier: self.stopped_at.map(|_| Barrier::Stopped),
            snoozed_until: maybe("snoozed_until", self.snoozed_until)?,
            not_before: maybe("not_before", self.not_before)?,
            in_vain: self.times,
            suggested_this_week: named,
            ..open(self.person, ContactSoFar::Never { joined_at })
        }))
    }
}

/// A candidate without anything that keeps them from being named.
fn open(person: i64, contact: ContactSoFar) -> Candidate {
    Candidate {
        person: PersonId(person),
        contact,
        kind: None,
        barrier: None,
        snoozed_until: None,
        not_before: None,
        in_vain: 0,
        suggested_this_week: 0,
    }
}

fn maybe(column: &'static str, seconds: Option<i64>) -> StoreResult<Option<DateTime<Utc>>> {
    seconds.map(|it| instant("ties", column, it)).transpose()
}

struct Newcomer {
    person: PersonId,
    joined_at: i64,
    suggested_this_week: u32,
}

impl Newcomer {
    fn into_candidate(self) -> StoreResult<Candidate> {
        let joined_at = Some(instant("members", "joined_at", self.joined_at)?);
        Ok(Candidate {
            suggested_this_week: self.suggested_this_week,
            ..open(self.person.0, ContactSoFar::Never { joined_at })
        })
    }
}
