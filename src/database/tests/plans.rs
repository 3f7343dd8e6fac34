//! Every statement of the program uses an index, so that its cost does not grow with the data of
//! other teams.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use super::*;

async fn open_file() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    (folder, database)
}

/// The steps of SQLite's plan for `sql`.
async fn plan(connection: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let explained = format!("EXPLAIN QUERY PLAN {sql}");
    sqlx::query(AssertSqlSafe(explained))
        .fetch_all(connection)
        .await
        .unwrap_or_else(|error| panic!("{error}: {sql}"))
        .iter()
        .map(|row| row.get("detail"))
        .collect()
}

/// Every statement that `query!` checks: the program has no others on its tables.
fn statements() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let mut statements = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let described = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let described: serde_json::Value = serde_json::from_str(&described).unwrap();
        // One string may contain several statements.
        let query = described["query"].as_str().unwrap();
        let code = query
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"));
        let code = code.collect::<Vec<_>>().join("\n");
        let parts = code.split(';').map(str::trim);
        statements.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    statements.sort();
    assert!(statements.len() > 100);
    statements
}

/// Statements that may scan a table, and why: the statement's start, the step, the reason.
const READ_WHOLE: [(&str, &str, &str); 27] = [
    (
        "SELECT (SELECT count(*) FROM members",
        "SCAN nudges USING COVERING INDEX nudges_unfinished",
        "an index of the few that are claimed and not sent",
    ),
    (
        "DELETE FROM allowance_keys",
        "SCAN allowance_keys",
        "the few teams in which somebody asked to be forgotten today",
    ),
    (
        "SELECT DISTINCT team_id AS",
        "SCAN ties",
        "once at a start, and after the clock was set back",
    ),
    (
        "SELECT team_id AS",
        "SCAN m",
        "once at a start, and after the clock was set back",
    ),
    (
        "SELECT n.nudge_id AS",
        "SCAN n USING INDEX nudges_unfinished",
        "an index of the few that are claimed and not sent",
    ),
    (
        "SELECT r.reminder_id AS",
        "SCAN r USING INDEX reminders_unfinished",
        "an index of the few that are waited for",
    ),
    (
        "SELECT count(*) FROM reminders WHERE state = 'claimed'",
        "SCAN reminders USING INDEX reminders_unfinished",
        "an index of the few that are waited for",
    ),
    (
        "DELETE FROM reminders WHERE state = 'claimed'",
        "SCAN reminders USING INDEX reminders_unfinished",
        "an index of the few that are waited for",
    ),
    (
        "DELETE FROM reminders WHERE reminder_id IN (",
        "SCAN reminders",
        "the first 200",
    ),
    (
        "DELETE FROM nudges WHERE nudge_id IN (",
        "SCAN nudges",
        "the first 200",
    ),
    (
        "DELETE FROM recaps WHERE recap_id IN (",
        "SCAN recaps",
        "the first 200",
    ),
    (
        "DELETE FROM introductions WHERE introduction_id IN (",
        "SCAN introductions",
        "the first 200",
    ),
    (
        "SELECT round_id AS",
        "SCAN introduction_rounds USING INDEX introduction_rounds_unfinished",
        "an index of the few whose post is not sent",
    ),
    (
        "SELECT i.introduction_id AS",
        "SCAN i USING INDEX introductions_unfinished",
        "an index of the few that are claimed and not sent",
    ),
    (
        "SELECT team_id AS",
        "SCAN introduction_plans",
        "a worker reads one row for each team",
    ),
    (
        "WITH RECURSIVE later",
        "SCAN later",
        "an introduction and the few that it became",
    ),
    (
        "DELETE FROM scrub_owed",
        "SCAN scrub_owed",
        "one row at most",
    ),
    (
        "SELECT since, deletion FROM scrub_owed",
        "SCAN scrub_owed",
        "one row at most",
    ),
    (
        "SELECT dated.person_id AS",
        "SCAN dated",
        "the few people of a team whose date is in a week",
    ),
    (
        "SELECT kudos_id AS",
        "SCAN k USING INDEX kudos_without_post",
        "an index of the few whose post is not known",
    ),
    (
        "SELECT team_id AS",
        "SCAN teams",
        "a worker reads one row for each team",
    ),
    (
        "SELECT team_id AS",
        "SCAN teams USING INDEX teams_followed",
        "an index of the few whose members are following a change",
    ),
    (
        "SELECT team_id AS",
        "SCAN deletions",
        "the few that are under way",
    ),
    (
        "UPDATE ties",
        "SEARCH named USING AUTOMATIC PARTIAL COVERING INDEX (other_id=? AND member_id=?)",
        "of the few nudges that it reads first",
    ),
    (
        "WITH RECURSIVE channels",
        "SCAN channels",
        "one team's channels",
    ),
    (
        "WITH RECURSIVE channels",
        "SCAN sides",
        "two rows that the statement makes",
    ),
    (
        "SELECT json_group_array(json_array(named.member_id",
        "SCAN named",
        "what was suggested to at most 32 members in eight weeks",
    ),
];

fn is_read_whole(step: &str) -> bool {
    let of_no_table = [
        "json_each",
        "CONSTANT ROW",
        "VIRTUAL TABLE",
        "SUBQUERY",
        "(subquery",
        // What a statement makes of a list that it is given.
        "SCAN listed",
        "SCAN told",
    ];
    step.contains("AUTOMATIC")
        || (step.starts_with("SCAN ") && !of_no_table.iter().any(|it| step.contains(it)))
}

#[tokio::test]
async fn no_statement_scans_a_table() {
    let (_folder, database) = open_file().await;
    let mut reader = database.reader().await.unwrap();
    let mut found = Vec::new();
    for sql in statements() {
        for step in plan(&mut reader, &sql).await {
            let known = READ_WHOLE
                .iter()
                .any(|(start, known, _)| sql.starts_with(start) && step == *known);
            if is_read_whole(&step) && !known {
                found.push(format!("{step}\n    {sql}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn every_foreign_key_has_an_index() {
    let (_folder, database) = open_file().await;
    let mut reader = database.reader().await.unwrap();
    let keys: Vec<(String, String)> = sqlx::query_as(
        "SELECT t.name, group_concat(k.\"from\" || ' = ?', ' AND ')
         FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k
         WHERE t.type = 'table' GROUP BY t.name, k.id",
    )
    .fetch_all(&mut *reader)
    .await
    .unwrap();
    assert!(keys.len() > 10);
    for (table, columns) in keys {
        let children = format!("DELETE FROM {table} WHERE {columns}");
        let steps = plan(&mut reader, &children).await;
        assert!(
            steps.iter().all(|step| step.starts_with("SEARCH ")),
            "deleting a parent reads all of {table}: {steps:?}"
        );
    }
}

/// The statements of every trigger, with a value in place of each column of the row.
async fn of_triggers(connection: &mut SqliteConnection) -> Vec<String> {
    let triggers: Vec<String> =
        sqlx::query_scalar("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
            .fetch_all(connection)
            .await
            .unwrap();
    let row = |word: &str| word.contains("NEW.") || word.contains("OLD.");
    let mut statements = Vec::new();
    for trigger in triggers {
        let (_, body) = trigger.split_once("\nBEGIN").unwrap();
        let body = body.rsplit_once("END").unwrap().0;
        for statement in body.split(';').filter(|it| !it.trim().is_empty()) {
            let words = statement.split_whitespace().map(|word| {
                let tail = word.trim_start_matches(|letter: char| {
                    letter.is_alphanumeric() || letter == '.' || letter == '_'
                });
                if row(word) {
                    format!("?1{tail}")
                } else {
                    word.to_owned()
                }
            });
            statements.push(words.collect::<Vec<_>>().join(" "));
        }
    }
    assert!(statements.len() >= 7);
    statements
}

/// Why triggers refuse a row. SQLite plans a refusal in a trigger alone.
const REFUSALS: [&str; 2] = [
    "somebody who asked not to be tracked",
    "a contact of somebody else",
];

#[tokio::test]
async fn no_trigger_scans_a_table() {
    let (_folder, database) = open_file().await;
    let mut reader = database.reader().await.unwrap();
    for sql in of_triggers(&mut reader).await {
        let refusals = REFUSALS.iter();
        let sql = refusals.fold(sql, |sql, it| {
            sql.replace(&format!("SELECT RAISE(ABORT, '{it}')"), "SELECT 1")
        });
        let whole: BTreeSet<_> = plan(&mut reader, &sql)
            .await
            .into_iter()
            .filter(|step| is_read_whole(step))
            // The rows that the view makes for each kudos: two scopes, two sides, three spans.
            .filter(|step| {
                !["SCAN scope", "SCAN side", "SCAN span", "SCAN places"].contains(&step.as_str())
            })
            .collect();
        assert!(whole.is_empty(), "{whole:?}: {sql}");
    }
}
