//! What is stored after a crash: all SQL of these tests.

use chrono::{DateTime, Utc};
use rapport::database::Database;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

/// All members of the team said yes to introductions, and its first round is due today.
pub(crate) async fn plan_introductions(url: &str, now: DateTime<Utc>) {
    let now = now.timestamp();
    let sql = format!(
        "INSERT INTO introduction_plans
         SELECT team_id, recap_channel_id, 2, recap_weekday, 0, 0 FROM teams;
         INSERT INTO introduction_members (team_id, person_id, joined_at)
         SELECT team_id, person_id, {now} FROM members;"
    );
    let database = Database::open(url).await.unwrap();
    let written = database.write(async move |connection| {
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(connection)
            .await?;
        Ok(())
    });
    written.await.unwrap();
    database.close().await;
}

/// How many nudges and reminders of `people` members, recaps, introductions and posts of kudos are not done yet.
/// There is one recap, and one round of introductions.
pub(crate) async fn unsettled(url: &str, people: usize) -> i64 {
    let sql = format!(
        "SELECT (SELECT count(*) FROM nudges WHERE state = 'claimed')
              + {people} - (SELECT count(*) FROM nudges)
              + (SELECT count(*) FROM reminders WHERE state = 'claimed')
              + 1 - (SELECT count(*) FROM recaps WHERE state <> 'claimed')
              + 1 - (SELECT count(*) FROM introduction_rounds)
              + (SELECT count(*) FROM introductions WHERE state = 'claimed')
              + (SELECT count(*) FROM kudos WHERE message_id IS NULL)"
    );
    number(url, sql).await
}

/// Makes a reminder of a member about another fall due.
pub(crate) async fn remind(url: &str, team: u64, member: u64, other: u64, now: i64) {
    let sql = format!(
        "INSERT INTO reminders (team_id, member_id, other_id, state, chosen_at, due_at, try_at)
         VALUES ({team}, {member}, {other}, 'claimed', {now} - 3600, {now} - 60, {now} - 60)"
    );
    let mut connection = SqliteConnection::connect(url).await.unwrap();
    // It never contains input of people.
    let written = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection);
    written.await.unwrap();
}

/// How many talks this person logged.
pub(crate) async fn talks_logged_by(url: &str, person: u64) -> i64 {
    let sql = format!("SELECT count(*) FROM encounters WHERE logged_by = {person}");
    number(url, sql).await
}

/// How often this person thanked others with a command.
pub(crate) async fn kudos_given_by(url: &str, person: u64) -> i64 {
    let sql = format!(
        "SELECT count(*) FROM kudos JOIN kudos_receivers USING (kudos_id)
         WHERE giver_id = {person} AND interaction_id <> 1"
    );
    number(url, sql).await
}

/// The messages of the kudos that this person gave with a command.
pub(crate) async fn posts_of_kudos_by(url: &str, person: u64) -> Vec<i64> {
    let sql =
        format!("SELECT message_id FROM kudos WHERE giver_id = {person} AND interaction_id <> 1");
    numbers(url, sql).await
}

async fn number(url: &str, sql: String) -> i64 {
    numbers(url, sql).await[0]
}

async fn numbers(url: &str, sql: String) -> Vec<i64> {
    let url = format!("{url}?mode=ro");
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let found = sqlx::query_scalar(AssertSqlSafe(sql));
    found.fetch_all(&mut connection).await.unwrap()
}
