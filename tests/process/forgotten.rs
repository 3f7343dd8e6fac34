//! Deletions by another process, and deletions that are killed halfway.

use std::os::unix::process::ExitStatusExt as _;

use rapport::database::Database;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use tokio::time::Instant;

use crate::said;
use crate::served::{Running, Served, TIMEOUT, TO_STOP};

/// Part of every note that is deleted.
const WORD: &str = "quokka";

/// Enough for a deletion of many steps.
const TALKS: i64 = 4_000;

/// A signal that a process can't catch.
const SIGKILL: i32 = 9;

/// The process commits the start and two steps of a deletion, and dies after the next.
#[cfg(feature = "failpoints")]
const BETWEEN_STEPS: (&str, &str) = ("FAILPOINTS", "writer::committed=3*off->return");

impl Served {
    fn team(&self) -> String {
        let alice = self.discord.person("alice").unwrap();
        alice.guild().unwrap().to_string()
    }

    /// `rapport forget-team`, with its confirmation.
    fn forget_team(&self, variables: &[(&str, &str)]) -> Running {
        let team = self.team();
        std::fs::write(self.folder.path().join("typed"), &team).unwrap();
        let typing = ["sh", "-c", r#"exec "$0" "$@" < typed"#];
        self.start_through(&typing, &["forget-team", &team], variables)
    }

    async fn number(&self, sql: &str) -> i64 {
        let url = format!("sqlite://{}", self.file().display());
        let mut connection = SqliteConnection::connect(&url).await.unwrap();
        let found = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        let number = found.fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        number
    }

    async fn until_zero(&self, sql: &str) {
        let deadline = Instant::now() + TIMEOUT;
        while self.number(sql).await > 0 {
            assert!(Instant::now() < deadline, "{sql} is not 0");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// Changes the file while no process uses it.
    async fn write(&self, sql: String) {
        let url = format!("sqlite://{}", self.file().display());
        let database = Database::open(&url).await.unwrap();
        let written = database.write(async move |connection| {
            sqlx::raw_sql(AssertSqlSafe(sql))
                .execute(connection)
                .await?;
            Ok(())
        });
        written.await.unwrap();
        database.close().await;
    }

    /// A file in which Alice logged many talks with Bob, each with a note.
    async fn filled(&self) {
        let [alice, bob] = ["alice", "bob"].map(|name| self.discord.person(name).unwrap().id().0);
        let team = self.team();
        self.write(format!(
            "INSERT INTO teams (team_id, zone, circle, added_at) VALUES ({team}, 'UTC', 'regular', 0);
             INSERT INTO members (team_id, person_id, name, weekday, time, people)
             VALUES ({team}, {alice}, 'Alice', 'Mon', '09:00', 3);
             CREATE TEMP TABLE n AS
             WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {TALKS})
             SELECT n FROM n;
             INSERT INTO encounters (team_id, logged_by, happened_at, logged_at, interaction_id)
             SELECT {team}, {alice}, n, n, n FROM n;
             INSERT INTO encounter_people
             SELECT {team}, {alice}, n, encounter_id FROM n JOIN encounters ON interaction_id = n
             UNION ALL SELECT {team}, {bob}, n, encounter_id FROM n JOIN encounters
             ON interaction_id = n;
             INSERT INTO notes SELECT {team}, logged_by, encounter_id, '{WORD} ' || encounter_id
             FROM encounters;
             DROP TABLE n;"
        ))
        .await;
    }

    fn has_word(&self) -> bool {
        let files = std::fs::read_dir(self.file().parent().unwrap()).unwrap();
        files.into_iter().any(|file| {
            let content = std::fs::read(file.unwrap().path()).unwrap();
            content.windows(WORD.len()).any(|it| it == WORD.as_bytes())
        })
    }

    /// The deletion was begun and is not done: the next start finishes it, and scrubs the file an
    /// hour later.
    async fn is_finished_by_the_next_start(&self) {
        assert_eq!(self.number("SELECT count(*) FROM deletions").await, 1);
        let left = self.number("SELECT count(*) FROM encounters").await;
        assert!(left > 0, "killed too late");
        assert!(self.has_word());
        self.write("UPDATE scrub_owed SET since = since - 3600".to_owned())
            .await;
        let running = self.run(&[]).await;
        for owed in ["deletions", "scrub_owed"] {
            self.until_zero(&format!("SELECT count(*) FROM {owed}"))
                .await;
        }
        assert_eq!(self.number("SELECT count(*) FROM encounters").await, 0);
        assert!(!self.has_word());
        ends_well(running).await;
    }
}

async fn ends_well(running: Running) {
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success() && !errors.contains("ERROR"), "{errors}");
}

#[tokio::test]
async fn forget_team_deletes_a_server_beside_a_running_bot() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    let line = format!("/met @bob when: 60 days ago note: {WORD}");
    alice.types(&line).await.unwrap();
    let forgetting = served.forget_team(&[]);
    let (status, output, errors) = forgetting.ended().await;
    assert!(status.success(), "{errors}");
    assert!(
        output.contains("1 encounters, 1 notes") && output.contains("within the hour"),
        "{output}"
    );
    assert_eq!(served.number("SELECT count(*) FROM teams").await, 0);
    let again = said(alice.types("/met @bob").await.unwrap());
    assert!(again.text().starts_with("Logged: "), "{}", again.text());
    assert_eq!(served.number("SELECT count(*) FROM encounters").await, 1);
    ends_well(running).await;
    served
        .write("UPDATE scrub_owed SET since = since - 3600".to_owned())
        .await;
    let running = served.run(&[]).await;
    served.until_zero("SELECT count(*) FROM scrub_owed").await;
    assert!(!served.has_word());
    ends_well(running).await;
}

#[tokio::test]
#[cfg(feature = "failpoints")]
async fn a_forget_team_killed_between_two_steps_is_finished_by_the_next_start() {
    let served = Served::start().await;
    served.filled().await;
    let forgetting = served.forget_team(&[BETWEEN_STEPS]);
    let (status, ..) = forgetting.ended().await;
    assert_eq!(status.signal(), Some(SIGKILL));
    served.is_finished_by_the_next_start().await;
}

#[tokio::test]
async fn a_forget_me_killed_between_two_steps_is_finished_by_the_next_start() {
    let served = Served::start().await;
    served.filled().await;
    let mut running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    let panel = said(alice.types("/privacy").await.unwrap());
    let asked = said(alice.press(&panel, "Forget me").await.unwrap());
    let pressed = tokio::spawn(async move { alice.press(&asked, "Yes, forget me").await.is_ok() });
    while served.number("SELECT count(*) FROM deletions").await == 0 {
        tokio::task::yield_now().await;
    }
    running.child.kill().unwrap();
    pressed.abort();
    let (status, ..) = running.ended().await;
    assert_eq!(
        status.signal(),
        Some(SIGKILL),
        "it ended before it was killed"
    );
    served.is_finished_by_the_next_start().await;
}
