//! Members never met: enough of them are read that the choice is the same as among all.

use chrono::{DateTime, TimeDelta, Utc};
use rapport::calendar::PeoplePerNudge;
use rapport::ids::{PersonId, TeamId};
use rapport::nudges;
use rapport::nudges::choose::{Candidate, ContactSoFar, WEEKLY_CAP, choose};
use rapport::team::Team;
use rapport::{members, ties};
use sqlx::SqliteConnection;

use super::{ME, ago, candidates, log, member, now, open, team};

/// Reproducible random numbers.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % most
    }
}

/// Adds a member who joined and was named this often this week; `tie` is SQL for their rest.
pub(super) async fn joins(
    connection: &mut SqliteConnection,
    team: &Team,
    person: i64,
    joined_at: DateTime<Utc>,
    named: u32,
) {
    members::store::keep(connection, &member(team, person))
        .await
        .unwrap();
    sqlx::query("UPDATE members SET joined_at = ? WHERE team_id = ? AND person_id = ?")
        .bind(joined_at.timestamp())
        .bind(team.id)
        .bind(person)
        .execute(&mut *connection)
        .await
        .unwrap();
    for to in 0..named {
        let sql = "INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at)
                   VALUES (?, ?, '2026-W48', 'sent', 0, 0, 0) RETURNING nudge_id";
        let nudge: i64 = sqlx::query_scalar(sql)
            .bind(team.id)
            .bind(1000 * person + i64::from(to))
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        sqlx::query(
            "INSERT INTO suggestions (team_id, nudge_id, position, other_id, circle, week)
             VALUES (?2, ?1, 0, ?3, 'regular', '2026-W48')",
        )
        .bind(nudge)
        .bind(team.id)
        .bind(person)
        .execute(&mut *connection)
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_newcomers_read_are_enough_for_every_choice() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, mut dice) = (&mut connection, Dice(1));
    for id in 1..=25 {
        let team = team(id);
        team::store::keep(connection, &team, now()).await.unwrap();
        let mut all = Vec::new();
        for person in 2..2 + dice.below(14).cast_signed() {
            let joined_at = ago(dice.below(8).cast_signed());
            let named = u32::try_from(dice.below(6)).unwrap();
            joins(connection, &team, person, joined_at, named).await;
            if named >= WEEKLY_CAP && dice.below(2) == 0 {
                mark_full(connection, &team, person).await;
            }
            let rests = dice.below(4) == 0;
            if rests {
                ties::store::rest_as_asked(
                    connection,
                    team.id.member(ME),
                    PersonId(person),
                    now() + TimeDelta::days(1),
                )
                .await
                .unwrap();
            }
            let in_vain = u32::try_from(dice.below(8).saturating_sub(4)).unwrap();
            for time in 0..in_vain {
                name_in_vain(connection, &team, person, time).await;
            }
            all.push(Candidate {
                person: PersonId(person),
                contact: ContactSoFar::Never {
                    joined_at: Some(joined_at),
                },
                kind: None,
                barrier: None,
                snoozed_until: None,
                not_before: rests.then(|| now() + TimeDelta::days(1)),
                in_vain,
                suggested_this_week: named,
            });
        }
        let read = candidates(connection, &team, now()).await;
        for people in 1..=PeoplePerNudge::MAX {
            let wish = PeoplePerNudge::new(people).unwrap();
            let chosen = choose(now(), ME, &read, wish);
            assert_eq!(chosen, choose(now(), ME, &all, wish), "team {id}");
        }
    }
}

/// Names a person to me some weeks ago, and I do nothing about it.
async fn name_in_vain(connection: &mut SqliteConnection, team: &Team, person: i64, time: u32) {
    let sql = "INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at)
               VALUES (?, ?, ?, 'sent', ?, 0, 0) RETURNING nudge_id";
    let nudge: i64 = sqlx::query_scalar(sql)
        .bind(team.id)
        .bind(ME)
        .bind(format!("{person}-{time}"))
        .bind(ago(14 + i64::from(time)).timestamp())
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO suggestions (team_id, nudge_id, position, other_id, circle, week)
         VALUES (?, ?, 0, ?, 'regular', '2026-W40')",
    )
    .bind(team.id)
    .bind(nudge)
    .bind(person)
    .execute(connection)
    .await
    .unwrap();
}

async fn mark_full(connection: &mut SqliteConnection, team: &Team, person: i64) {
    sqlx::query("UPDATE members SET full_week = '2026-W48' WHERE team_id = ? AND person_id = ?")
        .bind(team.id)
        .bind(person)
        .execute(connection)
        .await
        .unwrap();
}

/// The members marked as at the weekly cap, and those at it by counting.
async fn full(connection: &mut SqliteConnection) -> [Vec<i64>; 2] {
    let mut found = [Vec::new(), Vec::new()];
    let queries = [
        "SELECT person_id FROM members WHERE full_week = '2026-W48' ORDER BY person_id",
        "SELECT other_id FROM suggestions WHERE week = '2026-W48'
         GROUP BY other_id HAVING count(*) >= 3 ORDER BY other_id",
    ];
    for (found, sql) in found.iter_mut().zip(queries) {
        *found = sqlx::query_scalar(sql)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
    }
    found
}

#[tokio::test]
async fn members_at_the_weekly_cap_are_marked_while_they_are() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, team) = (&mut connection, team(7));
    team::store::keep(connection, &team, now()).await.unwrap();
    for person in 1..=12 {
        joins(connection, &team, person, ago(30 + person), 0).await;
    }
    sqlx::query("UPDATE members SET nudges_from = joined_at")
        .execute(&mut *connection)
        .await
        .unwrap();
    for person in 1..=12 {
        nudges::store::claim(connection, team.id, &[PersonId(person)], now())
            .await
            .unwrap();
        let [marked, counted] = full(connection).await;
        assert_eq!(marked, counted);
    }
    let [marked, _] = full(connection).await;
    assert!(marked.len() >= 10, "{marked:?}");
    // As when the nudged member is forgotten.
    sqlx::query("DELETE FROM nudges WHERE member_id = 1")
        .execute(&mut *connection)
        .await
        .unwrap();
    let [left, counted] = full(connection).await;
    assert!(left.len() < marked.len());
    assert_eq!(left, counted);
}

/// The people that the week's nudges name, nudge by nudge.
async fn named_to(connection: &mut SqliteConnection, team: &Team) -> Vec<(i64, i64)> {
    sqlx::query_as(
        "SELECT member_id, other_id FROM suggestions JOIN nudges USING (nudge_id)
         WHERE nudges.team_id = ? ORDER BY member_id, position",
    )
    .bind(team.id)
    .fetch_all(connection)
    .await
    .unwrap()
}

#[tokio::test]
async fn claiming_together_chooses_as_one_after_the_other() {
    let (_folder, _database, mut connection) = open().await;
    let connection = &mut connection;
    let people: Vec<_> = (1..=12).map(PersonId).collect();
    for team in [team(7), team(8)] {
        for (person, interaction) in (1..=12).zip(100 * team.id.0..) {
            // All are overdue with person 12, and with the person numbered before them.
            let with = [person, 12, person % 11 + 1];
            let with: std::collections::BTreeSet<_> = with.into_iter().collect();
            let with: Vec<_> = with.into_iter().collect();
            log(connection, &team, &with, 40 + person, interaction).await;
        }
        for person in &people {
            joins(connection, &team, person.0, ago(60 + person.0), 0).await;
        }
    }
    sqlx::query("UPDATE members SET nudges_from = joined_at")
        .execute(&mut *connection)
        .await
        .unwrap();
    for person in &people {
        nudges::store::claim(connection, TeamId(7), &[*person], now())
            .await
            .unwrap();
    }
    nudges::store::claim(connection, TeamId(8), &people, now())
        .await
        .unwrap();
    let apart = named_to(connection, &team(7)).await;
    assert_eq!(apart, named_to(connection, &team(8)).await);
    let most = |of: i64| apart.iter().filter(|(_, other)| *other == of).count();
    assert!(most(12) >= 3 && apart.len() > 20, "{apart:?}");
}
