//! Puts people who are left alone in an introduction together with others of their round.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::openings::{self, InRound};
use super::rounds::{asked_of, questions};
use super::{facts, present};
use crate::database::{StoreResult, read_list};
use crate::delivery::State;
use crate::ids::{ChannelId, IntroductionId, PersonId, RoundId, TeamId};
use crate::introductions::pairing::{Facts, best_pair};
use crate::team;

/// Where a person who was left alone is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placed {
    /// Where they were: there are two of them.
    Together,
    /// In another introduction, whose thread shows it soon.
    Joined,
    /// They wait for somebody else of the round.
    Waiting,
    /// Nowhere: it is too late in the round.
    NextRound,
}

/// Ends an introduction before it gets a thread, as only `fit` of its people may still meet. Two who
/// may meet each other are introduced; each person left alone is put together with others.
pub(crate) async fn dissolve(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    fit: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some(round) = round_of(connection, introduction).await? else {
        return Ok(());
    };
    openings::end(connection, introduction, State::Nothing).await?;
    let pair = restore_pair(connection, round.of.1, introduction).await?;
    let left = fit.iter().filter(|it| !pair.contains(it));
    let mut left: Vec<_> = left.copied().collect();
    let facts = load_facts(connection, round.of.0, fit, now).await?;
    while let Some(person) = left.pop() {
        let other = left.iter().position(|it| facts.allows(person, *it));
        match other.map(|at| left.remove(at)) {
            Some(other) => {
                let two = [person.min(other), person.max(other)];
                introduce(connection, round.of, &two, now).await?;
            }
            None => {
                rejoin(connection, introduction, person, now).await?;
            }
        }
    }
    Ok(())
}

/// Puts a person of this introduction, who was left alone, together with others of the round: with one
/// who waits, or as the third of an open pair.
pub(crate) async fn rejoin(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<Placed> {
    let Some(round) = round_of(connection, introduction).await? else {
        return Ok(Placed::NextRound);
    };
    if now.timestamp() >= round.asks_at {
        return Ok(Placed::NextRound);
    }
    let open = open(connection, round.of.1, now).await?;
    let mut people: Vec<_> = open.iter().flat_map(|it| it.people.clone()).collect();
    people.push(person);
    let facts = load_facts(connection, round.of.0, &people, now).await?;
    let waiting = open.iter().find(
        |it| matches!(it.people[..], [other] if other != person && facts.allows(person, other)),
    );
    if let Some(waiting) = waiting {
        let other = waiting.people[0];
        openings::end(connection, waiting.introduction, State::Nothing).await?;
        let two = [person.min(other), person.max(other)];
        introduce(connection, round.of, &two, now).await?;
        return Ok(Placed::Joined);
    }
    let pairs: Vec<_> = open.into_iter().filter(|it| it.people.len() == 2).collect();
    let groups: Vec<_> = pairs.iter().map(|it| it.people.clone()).collect();
    let best = best_pair(&facts, &groups, person).and_then(|at| pairs.get(at));
    if let Some(pair) = best {
        join(connection, round.of, pair, person, now).await?;
        Ok(Placed::Joined)
    } else {
        openings::insert_waiting(connection, round.of, person, now).await?;
        Ok(Placed::Waiting)
    }
}

/// Tries again to place those of the round who wait: this introduction has its thread now, and others can
/// join it.
pub(crate) async fn place_waiting(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some(round) = round_of(connection, introduction).await? else {
        return Ok(());
    };
    let waiting = open(connection, round.of.1, now).await?.into_iter();
    let waiting: Vec<_> = waiting.filter(|it| it.people.len() == 1).collect();
    for alone in waiting {
        // One who waited may have been put together with this one just now.
        let still_open = open(connection, round.of.1, now).await?;
        if still_open
            .iter()
            .any(|it| it.introduction == alone.introduction)
        {
            openings::end(connection, alone.introduction, State::Nothing).await?;
            rejoin(connection, introduction, alone.people[0], now).await?;
        }
    }
    Ok(())
}

/// Lets the pair whose thread this introduction should have taken over go on as it was. Returns its
/// people.
async fn restore_pair(
    connection: &mut SqliteConnection,
    round: RoundId,
    introduction: IntroductionId,
) -> StoreResult<Vec<PersonId>> {
    let asking = State::Claimed.as_str();
    let pair = sqlx::query_scalar!(
        r#"UPDATE introductions
           SET next_id = NULL, asking = ?3,
               closes_at = (SELECT ends_at FROM introduction_rounds AS r
                            WHERE r.round_id = introductions.round_id)
           WHERE round_id = ?1 AND next_id = ?2
           RETURNING introduction_id AS "id!: IntroductionId""#,
        round,
        introduction,
        asking,
    )
    .fetch_optional(&mut *connection)
    .await?;
    match pair {
        Some(pair) => present(connection, pair).await,
        None => Ok(Vec::new()),
    }
}

/// The round of an introduction.
struct Round {
    of: InRound,
    asks_at: i64,
}

async fn round_of(
    connection: &mut SqliteConnection,
    introduction: IntroductionId,
) -> StoreResult<Option<Round>> {
    let row = sqlx::query!(
        r#"SELECT r.team_id AS "team: TeamId", r.round_id AS "round: RoundId", r.asks_at
           FROM introductions AS i JOIN introduction_rounds AS r ON r.round_id = i.round_id
           WHERE i.introduction_id = ?"#,
        introduction,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Round {
        of: (row.team, row.round),
        asks_at: row.asks_at,
    }))
}

/// An introduction that others can join.
struct Open {
    introduction: IntroductionId,
    thread: Option<ChannelId>,
    people: Vec<PersonId>,
}

/// Those of the round who wait, and its pairs who have not met, as far as their people are there.
async fn open(
    connection: &mut SqliteConnection,
    round: RoundId,
    now: DateTime<Utc>,
) -> StoreResult<Vec<Open>> {
    let now = now.timestamp();
    let rows = sqlx::query!(
        r#"SELECT i.introduction_id AS "introduction: IntroductionId",
                  i.thread_id AS "thread: ChannelId",
                  json_group_array(p.person_id ORDER BY p.person_id) AS "people!: String"
           FROM introductions AS i
           JOIN introduced AS p ON p.introduction_id = i.introduction_id
           JOIN members AS m ON m.team_id = p.team_id AND m.person_id = p.person_id
           JOIN introduction_members AS c ON c.team_id = p.team_id AND c.person_id = p.person_id
           WHERE i.round_id = ?1 AND i.met_at IS NULL AND i.next_id IS NULL
             AND (i.state IN ('waiting', 'sent') OR (i.state = 'claimed' AND i.begun_at IS NULL))
             AND p.answer IS NOT 'cannot' AND m.gone_at IS NULL AND m.untracked_at IS NULL
             AND coalesce(m.away_until, 0) <= ?2
           GROUP BY i.introduction_id HAVING count(*) = iif(i.state = 'waiting', 1, 2)"#,
        round,
        now,
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Open {
                introduction: row.introduction,
                thread: row.thread,
                people: read_list("introduced", "person_id", &row.people)?,
            })
        })
        .collect()
}

async fn load_facts(
    connection: &mut SqliteConnection,
    team: TeamId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<Facts> {
    let Some(found) = team::store::find(&mut *connection, team).await? else {
        return Ok(Facts::default());
    };
    facts(connection, (team, found.zone), people, &HashMap::new(), now).await
}

async fn introduce(
    connection: &mut SqliteConnection,
    of: InRound,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> StoreResult<IntroductionId> {
    let asked = asked_of(connection, of.0, people).await?;
    openings::insert(connection, of, people, questions(people, &asked), now).await
}

/// Adds a third person to a pair. In a thread that is there, they begin again as three.
async fn join(
    connection: &mut SqliteConnection,
    of: InRound,
    pair: &Open,
    person: PersonId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let Some(thread) = pair.thread else {
        return openings::add(connection, of.0, pair.introduction, &[person]).await;
    };
    let mut people = present(&mut *connection, pair.introduction).await?;
    people.push(person);
    people.sort_unstable();
    let next = introduce(connection, of, &people, now).await?;
    openings::set_thread(connection, next, thread).await?;
    let asking = State::Nothing.as_str();
    sqlx::query!(
        "UPDATE introductions
         SET next_id = ?2, closes_at = NULL, asking = iif(asking = 'claimed', ?3, asking)
         WHERE introduction_id = ?1",
        pair.introduction,
        next,
        asking,
    )
    .execute(connection)
    .await?;
    Ok(())
}
