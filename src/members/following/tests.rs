//! Changes of a team that takes more than one step, in a database file.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::*;
use crate::database::{Progress, StoreResult};

const TEAM: TeamId = TeamId(1);

/// The most rows that one write may change: no other write runs meanwhile.
const MOST_CHANGES: i64 = 500;

fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

/// 120 people. Each has a tie with the 20 people after them, last met twenty days ago and due in
/// ten. Their nudges are planned for a wrong time.
const FILL: &str = "
    INSERT INTO teams (team_id, zone, circle, added_at) VALUES (1, 'UTC', 'regular', 0);
    INSERT INTO members (team_id, person_id, name, joined_at, nudges_from, weekday, time, people,
                         next_nudge_at)
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 120)
    SELECT 1, n, 'Quokka', 1700000000, 1795000000, 'Mon', '09:00', 3, 1800000000 FROM n;
    INSERT INTO ties (team_id, member_id, other_id, last_met_at, due_at)
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 20)
    SELECT 1, person_id, 1 + (person_id + n - 1) % 120, 1793692800, 1796284800
    FROM members CROSS JOIN n;";

async fn opened(folder: &tempfile::TempDir) -> Database {
    let url = format!("sqlite://{}/t.db", folder.path().display());
    Database::open(&url).await.unwrap()
}

async fn run(database: &Database, sql: &'static str) {
    let work = database.write(async move |connection| {
        sqlx::raw_sql(sql).execute(connection).await?;
        Ok(())
    });
    work.await.unwrap();
}

async fn number(database: &Database, sql: &'static str) -> i64 {
    let number = sqlx::query_scalar(AssertSqlSafe(sql));
    number.fetch_one(database.readers()).await.unwrap()
}

async fn changes(connection: &mut SqliteConnection) -> StoreResult<i64> {
    let changes = sqlx::query_scalar("SELECT total_changes()");
    Ok(changes.fetch_one(connection).await?)
}

/// Runs a step; returns how many rows it changed.
async fn counted_step(database: &Database) -> (Progress, i64) {
    let counted = database.write(async move |connection| {
        let before = changes(connection).await?;
        let progress = store::step(connection, TEAM, now()).await?;
        Ok((progress, changes(connection).await? - before))
    });
    counted.await.unwrap()
}

const DUE_IN_A_WEEK: &str = "SELECT count(*) FROM ties WHERE due_at = last_met_at + 604800";
const PLANNED_AT_NINE: &str = "SELECT count(*) FROM members WHERE next_nudge_at = 1795424400";

#[tokio::test]
async fn a_change_of_a_large_team_takes_many_small_writes() {
    let folder = tempfile::tempdir().unwrap();
    let database = opened(&folder).await;
    run(&database, FILL).await;
    run(
        &database,
        "UPDATE teams SET circle = 'close', due_from = 0, planned_from = 0",
    )
    .await;
    let (mut steps, mut most) = (0, 0);
    loop {
        let (progress, changed) = counted_step(&database).await;
        most = most.max(changed);
        if progress == Progress::Done {
            break;
        }
        steps += 1;
    }
    assert!(steps > 8, "{steps} steps");
    assert!(most <= MOST_CHANGES, "{most} rows in one write");
    assert_eq!(number(&database, DUE_IN_A_WEEK).await, 2400);
    assert_eq!(number(&database, PLANNED_AT_NINE).await, 120);
}

#[tokio::test]
async fn a_change_that_was_interrupted_goes_on_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let database = opened(&folder).await;
    run(&database, FILL).await;
    run(&database, "UPDATE teams SET circle = 'close', due_from = 0").await;
    counted_step(&database).await;
    database.close().await;
    let database = opened(&folder).await;
    let followed = number(&database, DUE_IN_A_WEEK).await;
    assert!(0 < followed && followed < 2400, "{followed}");
    finish_all(&database, now()).await.unwrap();
    assert_eq!(number(&database, DUE_IN_A_WEEK).await, 2400);
    assert_eq!(store::behind(database.readers()).await.unwrap(), []);
}

#[tokio::test]
async fn a_second_change_begins_from_the_first_member_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = opened(&folder).await;
    run(&database, FILL).await;
    run(&database, "UPDATE teams SET circle = 'wider', due_from = 0").await;
    counted_step(&database).await;
    run(&database, "UPDATE teams SET circle = 'close', due_from = 0").await;
    finish(&database, TEAM, now()).await.unwrap();
    assert_eq!(number(&database, DUE_IN_A_WEEK).await, 2400);
}
