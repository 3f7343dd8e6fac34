//! Reading the candidates of a nudge.

use chrono::TimeDelta;
use rapport::calendar::PeoplePerNudge;
use rapport::database::Database;
use rapport::ids::PersonId;
use rapport::nudges::choose::choose;
use rapport::ties;
use sqlx::Row as _;

use super::{ME, candidates, log, now, open, team};

/// SQLite's plan of a query.
async fn plan(database: &Database, explained: &'static str, parameters: u8) -> String {
    let mut query = sqlx::query(explained);
    for _ in 0..parameters {
        query = query.bind(0);
    }
    let rows = query.fetch_all(database.readers()).await.unwrap();
    let steps = rows.iter().map(|row| row.get::<String, _>("detail"));
    steps.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn candidates_are_read_from_indexes() {
    let (_folder, database, _connection) = open().await;
    let due = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/due_ties.sql")
    );
    let due = plan(&database, due, 3).await;
    let range = "SEARCH t USING PRIMARY KEY (team_id=? AND member_id=?)";
    let read = due.contains(range) && !due.contains("SCAN t");
    assert!(read, "{due}");
    let newcomers = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/newcomers.sql")
    );
    let newcomers = plan(&database, newcomers, 6).await;
    assert!(
        newcomers.contains("SEARCH m USING INDEX members_newcomers (team_id=?"),
        "{newcomers}"
    );
    // Read in order, so that the read can end where the search for newcomers ends.
    let sorted = newcomers.contains("TEMP B-TREE FOR ORDER BY");
    let scanned = newcomers.contains("SCAN m");
    assert!(!scanned && !sorted, "{newcomers}");
}

#[tokio::test]
async fn a_tie_counts_from_the_second_it_falls_due_unless_snoozed() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, team) = (&mut connection, team(7));
    log(connection, &team, &[1, 2], 30, 1).await;
    log(connection, &team, &[1, 3], 30, 2).await;
    let until = Some(now() + TimeDelta::seconds(1));
    ties::store::snooze(connection, team.id.member(ME), PersonId(3), until)
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
        let read = candidates(connection, &team, at).await;
        let chosen = choose(at, ME, &read, PeoplePerNudge::default());
        let chosen: Vec<_> = chosen.iter().map(|it| it.person).collect();
        assert_eq!(chosen, expected, "{at}");
    }
}
