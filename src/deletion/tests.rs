//! Deletions on a real file that needs several steps.

use std::time::{Duration, Instant};

use sqlx::AssertSqlSafe;

use super::store::{begin_person, begin_team, step};
use super::*;
use crate::database::Progress;

const TEAM: TeamId = TeamId(1);
const ALICE: PersonId = PersonId(1);

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

struct File {
    database: Database,
    url: String,
    _folder: tempfile::TempDir,
}

impl File {
    /// Two teams of `people` who each talked `talks` times, with ties, nudges and kudos.
    async fn made(people: i64, talks: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let database = Database::open(&url).await.unwrap();
        let file = Self {
            database,
            url,
            _folder: folder,
        };
        for team in [1, 2] {
            file.run(&filled(team, people, talks)).await;
        }
        file
    }

    async fn run(&self, sql: &str) {
        let sql = sql.to_owned();
        let write = self.database.write(async move |connection| {
            sqlx::raw_sql(AssertSqlSafe(sql))
                .execute(connection)
                .await?;
            Ok(())
        });
        write.await.unwrap();
    }

    async fn number(&self, sql: &str) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
            .fetch_one(self.database.readers())
            .await
            .unwrap()
    }

    async fn begin(&self, person: Option<PersonId>) -> Option<Deletion> {
        let begun = self.database.write(async move |connection| match person {
            Some(person) => begin_person(connection, TEAM.member(person), now()).await,
            None => begin_team(connection, TEAM, now()).await,
        });
        begun.await.unwrap()
    }

    async fn step(&self, deletion: Deletion) -> Progress {
        let step = self
            .database
            .write(async move |connection| step(connection, deletion, now()).await);
        step.await.unwrap()
    }

    /// How many rows of this team have `value` in one of these columns, in all tables.
    async fn rows(&self, team: i64, columns: &[&str], value: i64) -> i64 {
        let held: Vec<(String, String)> = sqlx::query_as(
            "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        .fetch_all(self.database.readers())
        .await
        .unwrap();
        let mut rows = 0;
        for (table, column) in held {
            if columns.contains(&column.as_str()) {
                let sql = format!(
                    "SELECT count(*) FROM {table} WHERE team_id = {team} AND {column} = {value}"
                );
                rows += self.number(&sql).await;
            }
        }
        rows
    }
}

const PEOPLE: [&str; 7] = [
    "person_id",
    "owner_id",
    "member_id",
    "other_id",
    "author_id",
    "logged_by",
    "giver_id",
];

fn filled(team: i64, people: i64, talks: i64) -> String {
    format!(
        "INSERT INTO teams (team_id, zone, circle, added_at) VALUES ({team}, 'UTC', 'regular', 0);
         CREATE TEMP TABLE IF NOT EXISTS n AS
         WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT {people} * {talks})
         SELECT n, 1 + n % {people} AS one, 1 + (n % {people} + 1 + n / {people} % ({people} - 1))
                % {people} AS two FROM n;
         INSERT INTO members (team_id, person_id, name, weekday, time, people)
         SELECT DISTINCT {team}, one, 'Quokka', 'Mon', '09:00', 3 FROM n;
         INSERT INTO encounters (team_id, logged_by, happened_at, logged_at, interaction_id)
         SELECT {team}, one, n, n, n FROM n;
         INSERT INTO encounter_people
         SELECT {team}, one, n, encounter_id FROM n JOIN encounters ON interaction_id = n
         WHERE team_id = {team}
         UNION ALL SELECT {team}, two, n, encounter_id FROM n JOIN encounters ON interaction_id = n
         WHERE team_id = {team};
         INSERT INTO notes SELECT {team}, logged_by, encounter_id, 'wombat' FROM encounters
         WHERE team_id = {team};
         INSERT INTO ties (team_id, member_id, other_id, last_met_at, due_at)
         SELECT DISTINCT p.team_id, p.person_id, o.person_id, 0, 0
         FROM encounter_people AS p JOIN encounter_people AS o
           ON o.encounter_id = p.encounter_id AND o.person_id <> p.person_id
         WHERE p.team_id = {team};
         INSERT INTO contacts (team_id, owner_id, contact_id, name, added_at)
         SELECT DISTINCT {team}, one, -one, 'Bilby', 0 FROM n;
         INSERT INTO ties (team_id, member_id, other_id, due_at)
         SELECT team_id, owner_id, contact_id, 0 FROM contacts WHERE team_id = {team};
         INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at)
         SELECT {team}, one, n, 'sent', 0, 1700000000, 0 FROM n WHERE n % 10 = 0;
         INSERT INTO suggestions (team_id, nudge_id, position, other_id, circle, week)
         SELECT {team}, nudge_id, 0, two, 'regular', week
         FROM nudges JOIN n ON week = CAST(n AS TEXT) AND team_id = {team};
         INSERT INTO reminders (team_id, member_id, other_id, state, chosen_at, due_at, try_at)
         SELECT {team}, one, two, 'sent', n, n, n FROM n WHERE n % 10 = 0;
         INSERT INTO kudos (team_id, channel_id, giver_id, reason, day, given_at, interaction_id)
         SELECT {team}, 5, one, 'numbat', '2026-11-23', n, n FROM n WHERE n % 5 = 0;
         INSERT INTO kudos (team_id, channel_id, giver_id, emoji, day, given_at, message_id)
         SELECT {team}, 5, one, 'x', '2026-11-23', n, n FROM n WHERE n % 7 = 0;
         INSERT INTO kudos_receivers
         SELECT {team}, two, kudos_id FROM kudos JOIN n ON interaction_id = n
         WHERE team_id = {team};"
    )
}

#[tokio::test]
async fn a_person_is_forgotten_in_steps_and_others_keep_their_data() {
    let file = File::made(3, 700).await;
    let others_notes = file
        .number("SELECT count(*) FROM notes WHERE author_id > 1")
        .await;
    let deletion = file.begin(Some(ALICE)).await.unwrap();
    let mut steps = 0;
    while file.step(deletion).await == Progress::More {
        steps += 1;
    }
    assert!(steps > 10, "{steps} steps");
    assert_eq!(file.rows(1, &PEOPLE, 1).await, 0);
    assert!(
        file.rows(2, &PEOPLE, 1).await > 700,
        "the other team keeps all"
    );
    let left = file
        .number("SELECT count(*) FROM notes WHERE author_id > 1")
        .await;
    assert_eq!(left, others_notes);
    assert_eq!(file.number("SELECT count(*) FROM deletions").await, 0);
    assert!(file.database.scrub_owed().await.unwrap().is_some());
    let counted = file
        .number("SELECT sum(kudos) FROM kudos_counts WHERE team_id = 1 AND person_id = 1")
        .await;
    assert_eq!(counted, 0);
}

#[tokio::test]
async fn a_deletion_goes_on_after_a_restart() {
    let file = File::made(3, 300).await;
    let deletion = file.begin(Some(ALICE)).await.unwrap();
    file.step(deletion).await;
    file.database.close().await;
    let reopened = Database::open(&file.url).await.unwrap();
    let file = File {
        database: reopened,
        ..file
    };
    assert!(file.rows(1, &PEOPLE, 1).await > 0);
    finish_all(&file.database, now()).await.unwrap();
    assert_eq!(file.rows(1, &PEOPLE, 1).await, 0);
}

#[tokio::test]
async fn talks_logged_during_a_deletion_stay() {
    let file = File::made(3, 300).await;
    let deletion = file.begin(Some(ALICE)).await.unwrap();
    file.step(deletion).await;
    file.run(
        "INSERT INTO encounters (team_id, logged_by, happened_at, logged_at, interaction_id)
         VALUES (1, 2, 9000, 9000, 900000);
         INSERT INTO encounter_people
         SELECT 1, p, 9000, encounter_id FROM encounters, (SELECT 1 AS p UNION SELECT 2)
         WHERE interaction_id = 900000;",
    )
    .await;
    finish(&file.database, deletion, now()).await.unwrap();
    let talks = "SELECT count(*) FROM encounter_people WHERE team_id = 1 AND person_id = 1";
    assert_eq!(file.number(talks).await, 1);
    let ties = "SELECT count(*) FROM ties WHERE team_id = 1 AND last_met_at = 9000
                AND ((member_id = 1 AND other_id = 2) OR (member_id = 2 AND other_id = 1))";
    assert_eq!(file.number(ties).await, 2);
}

#[tokio::test]
async fn contacts_added_during_a_deletion_stay() {
    let file = File::made(3, 300).await;
    let deletion = file.begin(Some(ALICE)).await.unwrap();
    file.step(deletion).await;
    file.run(
        "INSERT INTO contacts (team_id, owner_id, contact_id, name, added_at)
         VALUES (1, 1, -99, 'Numbat', 9000);
         INSERT INTO ties (team_id, member_id, other_id) VALUES (1, 1, -99);",
    )
    .await;
    finish(&file.database, deletion, now()).await.unwrap();
    let contacts = "SELECT sum(contact_id) FROM contacts WHERE team_id = 1 AND owner_id = 1";
    assert_eq!(file.number(contacts).await, -99);
    let due = "SELECT due_at - 9000 FROM ties WHERE team_id = 1 AND other_id = -99";
    assert_eq!(file.number(due).await, 30 * 86_400);
}

#[tokio::test]
async fn forgetting_an_unknown_person_owes_no_scrub() {
    let file = File::made(2, 10).await;
    assert_eq!(file.begin(Some(PersonId(99))).await, None);
    assert_eq!(file.database.scrub_owed().await.unwrap(), None);
    assert_eq!(file.number("SELECT count(*) FROM deletions").await, 0);
}

#[tokio::test]
async fn a_team_is_deleted_in_steps_and_the_other_team_stays() {
    let file = File::made(10, 100).await;
    let others = file.rows(2, &["team_id"], 2).await;
    let deletion = file.begin(None).await.unwrap();
    finish(&file.database, deletion, now()).await.unwrap();
    assert_eq!(file.rows(1, &["team_id"], 1).await, 0);
    assert_eq!(file.rows(2, &["team_id"], 2).await, others);
    assert_eq!(file.begin(None).await, None);
}

#[tokio::test]
async fn nudges_are_kept_for_26_weeks_and_days_for_30() {
    let file = File::made(3, 300).await;
    let count = async |at: &str| {
        delete_expired(&file.database, at.parse().unwrap())
            .await
            .unwrap();
        (
            file.number("SELECT count(*) FROM nudges").await,
            file.number("SELECT count(*) FROM suggestions").await,
            file.number("SELECT count(*) FROM kudos_counts WHERE span = 'day'")
                .await,
        )
    };
    let all = count("2024-05-14T22:00:00Z").await;
    assert!(all.0 > 0 && all.1 > 0 && all.2 > 0, "{all:?}");
    let (nudges, suggestions, days) = count("2024-05-15T22:00:00Z").await;
    assert_eq!((nudges, suggestions, days), (0, 0, all.2));
    assert_eq!(count("2027-06-21T00:00:00Z").await.2, all.2);
    assert_eq!(count("2027-06-22T00:00:00Z").await.2, 0);
    let months = "SELECT sum(kudos) FROM kudos_counts WHERE span = 'month'";
    let kudos = "SELECT 4 * count(*) FROM kudos_receivers";
    assert_eq!(file.number(months).await, file.number(kudos).await);
}

/// `cargo test --release --lib deletion::tests::measures -- --ignored --nocapture`
#[tokio::test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "it is there to be read")]
async fn measures_large_deletions() {
    let file = File::made(40, 2000).await;
    for person in [Some(ALICE), None] {
        let (mut steps, mut longest, began) = (0, Duration::ZERO, Instant::now());
        let deletion = file.begin(person).await.unwrap();
        loop {
            let step = Instant::now();
            let progress = file.step(deletion).await;
            longest = longest.max(step.elapsed());
            steps += 1;
            if progress == Progress::Done {
                break;
            }
        }
        println!(
            "{person:?}: {steps} steps in {:?}, the longest {longest:?}",
            began.elapsed()
        );
        let began = Instant::now();
        file.database.scrub().await.unwrap();
        println!("scrub: {:?}", began.elapsed());
    }
}
