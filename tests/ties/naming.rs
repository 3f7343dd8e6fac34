//! Whom a nudge could name, as it is read from the file.

use chrono::{DateTime, TimeDelta, Utc};
use rapport::database::Database;
use rapport::ids::PersonId;
use rapport::nudges::choose::{Candidate, Contact, Wish, choose};
use rapport::nudges::week::IsoWeek;
use rapport::{members, nudges, ties};
use sqlx::{Row as _, SqliteConnection};

use super::{ME, Team, ago, log, member, now, open, team};

fn week() -> IsoWeek {
    IsoWeek::parse("2026-W48").unwrap()
}

/// How SQLite carries out a query.
async fn plan(database: &Database, explained: &'static str) -> String {
    let mut query = sqlx::query(explained);
    for _ in 0..4 {
        query = query.bind(0);
    }
    let rows = query.fetch_all(database.readers()).await.unwrap();
    let steps = rows.iter().map(|row| row.get::<String, _>("detail"));
    steps.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn who_could_be_named_is_read_from_indexes() {
    let (_folder, database, _connection) = open().await;
    let due = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/due_ties.sql")
    );
    let due = plan(&database, due).await;
    let range = "SEARCH t USING INDEX ties_due (team_id=? AND member_id=? AND due_at<?)";
    assert!(due.contains(range) && !due.contains("SCAN"), "{due}");
    let newcomers = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/newcomers.sql")
    );
    let newcomers = plan(&database, newcomers).await;
    assert!(
        newcomers.contains("SEARCH m USING INDEX members_newcomers (team_id=?"),
        "{newcomers}"
    );
    // Read in order, so that it ends where the search for newcomers does.
    let sorted = newcomers.contains("TEMP B-TREE FOR ORDER BY");
    assert!(!newcomers.contains("SCAN") && !sorted, "{newcomers}");
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % most
    }
}

/// A member who joined and was named so often this week; `tie` is SQL that puts them to rest.
async fn joins(
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
            "INSERT INTO suggestions VALUES (?, 0, ?, ?, NULL, 'regular', '2026-W48', NULL)",
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
            let rests = dice.below(4) == 0;
            if rests {
                ties::store::rest_as_asked(
                    connection,
                    team.id,
                    ME,
                    PersonId(person),
                    now() + TimeDelta::days(1),
                )
                .await
                .unwrap();
            }
            all.push(Candidate {
                person: PersonId(person),
                contact: Contact::Never {
                    joined_at: Some(joined_at),
                },
                barrier: None,
                snoozed_until: None,
                not_before: rests.then(|| now() + TimeDelta::days(1)),
                suggested_this_week: named,
            });
        }
        let read = nudges::store::candidates(connection, &team, ME, week(), now())
            .await
            .unwrap();
        assert!(read.len() <= usize::from(Wish::MAX), "{}", read.len());
        for people in 1..=Wish::MAX {
            let wish = Wish::new(people).unwrap();
            let chosen = choose(now(), ME, &read, wish);
            assert_eq!(chosen, choose(now(), ME, &all, wish), "team {id}");
        }
    }
}

#[tokio::test]
async fn a_tie_counts_from_the_second_it_falls_due_unless_snoozed() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, team) = (&mut connection, team(7));
    log(connection, &team, &[1, 2], 30, 1).await;
    log(connection, &team, &[1, 3], 30, 2).await;
    let until = Some(now() + TimeDelta::seconds(1));
    ties::store::snooze(connection, team.id, ME, PersonId(3), until)
        .await
        .unwrap();
    for (at, expected) in [
        (now() - TimeDelta::seconds(1), vec![]),
        (now(), vec![PersonId(2)]),
        (
            now() + TimeDelta::seconds(1),
            vec![PersonId(2), PersonId(3)],
        ),
    ] {
        let read = nudges::store::candidates(connection, &team, ME, week(), at)
            .await
            .unwrap();
        let chosen = choose(at, ME, &read, Wish::default());
        let chosen: Vec<_> = chosen.iter().map(|it| it.person).collect();
        assert_eq!(chosen, expected, "{at}");
    }
}
