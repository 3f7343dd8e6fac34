//! What the tests read from and write into the program's database: all of their SQL.

use std::time::Duration;

use rapport::database::Database;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use tokio::time::Instant;

use crate::served::{Served, TIMEOUT};

/// A query for one number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(&'static str);

pub(crate) const TEAMS: Number = Number("SELECT count(*) FROM teams");
pub(crate) const ENCOUNTERS: Number = Number("SELECT count(*) FROM encounters");
pub(crate) const NUDGES_SENT: Number = Number("SELECT count(*) FROM nudges WHERE state = 'sent'");
pub(crate) const DELETIONS: Number = Number("SELECT count(*) FROM deletions");
pub(crate) const SCRUBS_OWED: Number = Number("SELECT count(*) FROM scrub_owed");

impl Served {
    /// Reads a number from the program's database.
    pub(crate) async fn number(&self, number: Number) -> i64 {
        let mut connection = SqliteConnection::connect(&self.database_url())
            .await
            .unwrap();
        let found = sqlx::query_scalar(number.0)
            .fetch_one(&mut connection)
            .await;
        connection.close().await.unwrap();
        found.unwrap()
    }

    pub(crate) async fn until_zero(&self, number: Number) {
        let deadline = Instant::now() + TIMEOUT;
        while self.number(number).await > 0 {
            assert!(Instant::now() < deadline, "{number:?} is not 0");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Makes owed scrubs due now. No process may use the file.
    pub(crate) async fn make_scrubs_due(&self) {
        self.write("UPDATE scrub_owed SET since = since - 3600".to_owned())
            .await;
    }

    /// Logs this many talks of Alice with Bob, each with a note of Alice that contains `word`. No
    /// process may use the file.
    pub(crate) async fn log_talks(&self, talks: i64, word: &str) {
        let [alice, bob] = ["alice", "bob"].map(|name| self.discord.person(name).unwrap().id().0);
        let team = self.team();
        self.write(format!(
            "INSERT INTO teams (team_id, zone, circle, added_at) VALUES ({team}, 'UTC', 'regular', 0);
             INSERT INTO members (team_id, person_id, name, weekday, time, people)
             VALUES ({team}, {alice}, 'Alice', 'Mon', '09:00', 3);
             CREATE TEMP TABLE n AS
             WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {talks})
             SELECT n FROM n;
             INSERT INTO encounters (team_id, logged_by, happened_at, logged_at, interaction_id)
             SELECT {team}, {alice}, n, n, n FROM n;
             INSERT INTO encounter_people
             SELECT {team}, {alice}, n, encounter_id FROM n JOIN encounters ON interaction_id = n
             UNION ALL SELECT {team}, {bob}, n, encounter_id FROM n JOIN encounters
             ON interaction_id = n;
             INSERT INTO notes SELECT {team}, logged_by, encounter_id, '{word} ' || encounter_id
             FROM encounters;
             DROP TABLE n;"
        ))
        .await;
    }

    async fn write(&self, sql: String) {
        let database = Database::open(&self.database_url()).await.unwrap();
        let written = database.write(async move |connection| {
            sqlx::raw_sql(AssertSqlSafe(sql))
                .execute(connection)
                .await?;
            Ok(())
        });
        written.await.unwrap();
        database.close().await;
    }

    fn database_url(&self) -> String {
        format!("sqlite://{}", self.file().display())
    }
}
