//! The bytes that a file contains after rows were deleted, and after a scrub.

use std::path::Path;

use proptest::prelude::*;
use sqlx::{AssertSqlSafe, Connection as _};

use super::*;

async fn open(folder: &Path) -> Database {
    let url = format!("sqlite://{}/t.db", folder.display());
    Database::open(&url).await.unwrap()
}

async fn run(database: &Database, sql: impl Into<String>) {
    let sql = sql.into();
    let write = database.write(async move |connection| {
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(connection)
            .await?;
        Ok(())
    });
    write.await.unwrap();
}

/// How often `word` occurs in the files of `folder`.
fn found(folder: &Path, word: &str) -> usize {
    let files = std::fs::read_dir(folder).unwrap();
    let in_file = |path: std::path::PathBuf| {
        let content = std::fs::read(path).unwrap();
        let windows = content.windows(word.len());
        windows.filter(|window| *window == word.as_bytes()).count()
    };
    files.map(|file| in_file(file.unwrap().path())).sum()
}

async fn scrubbed(database: &Database) {
    run(
        database,
        "INSERT INTO scrub_owed (only, since, deletion) VALUES (1, 0, 1)
         ON CONFLICT DO UPDATE SET deletion = deletion + 1",
    )
    .await;
    assert!(database.scrub().await.unwrap().is_none());
    assert_eq!(database.scrub_owed().await.unwrap(), None);
    let mut reader = database.reader().await.unwrap();
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut *reader)
        .await
        .unwrap();
    assert_eq!(sound, "ok");
}

const SCHEMA: &str = "
    CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
    CREATE INDEX words_word ON words (word);
    CREATE TABLE keyed (one INTEGER, word TEXT, PRIMARY KEY (one, word)) WITHOUT ROWID;";

/// Fills both tables in an order that splits pages in their middle.
fn fill(rows: u32, length: u32) -> String {
    format!(
        "INSERT INTO words
         WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT {rows})
         SELECT (n * 7919) % 1000003,
                iif(n % 10 = 0, 'quokka', 'wombat') || n ||
                substr(hex(zeroblob({length})), 1, (n * 31) % {length})
         FROM n;
         INSERT INTO keyed SELECT id % 97, word FROM words ORDER BY (id * 31) % 1009;"
    )
}

const DELETE: &str = "DELETE FROM words WHERE word LIKE 'quokka%';
                      DELETE FROM keyed WHERE word LIKE 'quokka%';";

#[tokio::test]
async fn a_scrub_overwrites_the_copies_that_secure_delete_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(folder.path()).await;
    assert!(has_raw_pages(&database).await.unwrap());
    run(&database, SCHEMA).await;
    run(&database, fill(20_000, 120)).await;
    run(&database, DELETE).await;
    database.writer.outside(Outside::EmptyLog).await.unwrap();
    let left = found(folder.path(), "quokka");
    assert!(left > 0, "what a scrub is for");
    scrubbed(&database).await;
    assert_eq!(found(folder.path(), "quokka"), 0);
    assert!(found(folder.path(), "wombat") >= 2 * 18_000);
}

#[tokio::test]
async fn a_scrub_rewrites_the_file_without_raw_pages() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(folder.path()).await;
    run(&database, SCHEMA).await;
    run(&database, fill(5_000, 120)).await;
    run(&database, DELETE).await;
    database.writer.outside(Outside::Rewrite).await.unwrap();
    database.writer.outside(Outside::EmptyLog).await.unwrap();
    assert_eq!(found(folder.path(), "quokka"), 0);
}

#[tokio::test]
async fn a_scrub_gives_free_pages_back() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(folder.path()).await;
    run(&database, SCHEMA).await;
    run(&database, fill(20_000, 400)).await;
    database.writer.outside(Outside::EmptyLog).await.unwrap();
    let file = folder.path().join("t.db");
    let before = std::fs::metadata(&file).unwrap().len();
    run(&database, "DELETE FROM words; DELETE FROM keyed;").await;
    scrubbed(&database).await;
    let after = std::fs::metadata(&file).unwrap().len();
    assert!(after < before / 10, "{before} to {after} bytes");
    assert_eq!(
        found(folder.path(), "quokka") + found(folder.path(), "wombat"),
        0
    );
}

#[tokio::test]
async fn a_deletion_during_a_scrub_owes_another() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(folder.path()).await;
    run(&database, "INSERT INTO scrub_owed VALUES (1, 0, 1)").await;
    let first = database.scrub_owed().await.unwrap().unwrap();
    run(&database, "UPDATE scrub_owed SET deletion = deletion + 1").await;
    scrub(&database, first).await.unwrap();
    assert!(database.scrub_owed().await.unwrap().is_some());
}

#[tokio::test]
async fn a_reader_delays_the_end_of_a_scrub_but_no_write() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(folder.path()).await;
    run(&database, SCHEMA).await;
    let mut reading = database.readers().begin().await.unwrap();
    sqlx::query("SELECT count(*) FROM words")
        .execute(&mut *reading)
        .await
        .unwrap();
    run(&database, fill(1_000, 50)).await;
    run(&database, "INSERT INTO scrub_owed VALUES (1, 0, 1)").await;
    let began = std::time::Instant::now();
    let unfinished = database.scrub().await.unwrap().unwrap();
    assert!(!database.finish_scrub(&unfinished).await.unwrap());
    assert!(
        began.elapsed().as_secs() < 4,
        "it does not wait for the reader"
    );
    assert!(database.scrub_owed().await.unwrap().is_some());
    reading.rollback().await.unwrap();
    scrubbed(&database).await;
}

/// Replicates as Litestream does (`checkpoint` in its db.go): it reads all the time, and now and
/// then it lets go, brings the log into the file, reads again, and writes a row.
struct Replicator {
    reading: SqliteConnection,
    other: SqliteConnection,
}

impl Replicator {
    async fn start(folder: &Path) -> Self {
        let url = format!("sqlite://{}/t.db", folder.display());
        let mut replicator = Self {
            reading: SqliteConnection::connect(&url).await.unwrap(),
            other: SqliteConnection::connect(&url).await.unwrap(),
        };
        let table = "PRAGMA wal_autocheckpoint = 0;
                     CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);";
        execute(&mut replicator.other, table).await;
        execute(&mut replicator.reading, Self::READ).await;
        replicator
    }

    const READ: &str = "BEGIN; SELECT count(*) FROM _litestream_seq;";

    async fn checkpoint(&mut self) {
        execute(&mut self.reading, "ROLLBACK").await;
        execute(&mut self.other, "PRAGMA wal_checkpoint(PASSIVE)").await;
        execute(&mut self.reading, Self::READ).await;
        let write = "INSERT INTO _litestream_seq VALUES (1, 1)
                     ON CONFLICT DO UPDATE SET seq = seq + 1";
        execute(&mut self.other, write).await;
    }
}

async fn execute(connection: &mut SqliteConnection, sql: &'static str) {
    sqlx::raw_sql(sql).execute(connection).await.unwrap();
}

/// A file whose deleted rows are only in the log, which a replicator reads.
async fn replicated(folder: &Path) -> (Database, Replicator, Unfinished) {
    let database = open(folder).await;
    run(&database, SCHEMA).await;
    run(&database, fill(1_000, 50)).await;
    let replicator = Replicator::start(folder).await;
    run(&database, DELETE).await;
    run(&database, "INSERT INTO scrub_owed VALUES (1, 0, 1)").await;
    let unfinished = database.scrub().await.unwrap().unwrap();
    (database, replicator, unfinished)
}

#[tokio::test]
async fn a_scrub_ends_once_a_replicator_let_the_log_start_again() {
    let folder = tempfile::tempdir().unwrap();
    let (database, mut replicator, unfinished) = replicated(folder.path()).await;
    assert!(!database.finish_scrub(&unfinished).await.unwrap());
    assert!(found(folder.path(), "quokka") > 0);
    replicator.checkpoint().await;
    assert!(
        found(folder.path(), "quokka") > 0,
        "behind the end of the log"
    );
    assert!(database.finish_scrub(&unfinished).await.unwrap());
    assert_eq!(found(folder.path(), "quokka"), 0);
    assert_eq!(database.scrub_owed().await.unwrap(), None);
}

#[tokio::test]
async fn a_log_whose_old_end_was_cut_off_has_all_that_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (database, mut replicator, unfinished) = replicated(folder.path()).await;
    replicator.checkpoint().await;
    run(&database, "INSERT INTO words VALUES (-1, 'numbat')").await;
    assert!(database.finish_scrub(&unfinished).await.unwrap());
    run(&database, "INSERT INTO words VALUES (-2, 'bilby')").await;
    // What a crash would leave.
    let left = tempfile::tempdir().unwrap();
    for name in ["t.db", "t.db-wal"] {
        std::fs::copy(folder.path().join(name), left.path().join(name)).unwrap();
    }
    let again = open(left.path()).await;
    let kept: Vec<String> = sqlx::query_scalar("SELECT word FROM words WHERE id < 0 ORDER BY id")
        .fetch_all(again.readers())
        .await
        .unwrap();
    assert_eq!(kept, ["bilby", "numbat"]);
    again.verify().await.unwrap();
    database.verify().await.unwrap();
    replicator.checkpoint().await;
}

/// Changes to the tables, in any order.
#[derive(Debug, Clone)]
enum Act {
    Fill(u32, u32),
    Delete,
    Longer,
    Thin(u32),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        (50..600_u32, 20..5000_u32).prop_map(|(rows, length)| Act::Fill(rows, length)),
        Just(Act::Delete),
        Just(Act::Longer),
        (2..5_u32).prop_map(Act::Thin),
    ];
    proptest::collection::vec(act, 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_deleted_text_survives_a_scrub(acts in acts()) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let database = open(folder.path()).await;
            run(&database, SCHEMA).await;
            for act in acts {
                let sql = match act {
                    Act::Fill(rows, length) => {
                        fill(rows, length).replace("INSERT INTO", "INSERT OR IGNORE INTO")
                    }
                    Act::Delete => DELETE.to_owned(),
                    Act::Longer => "UPDATE words SET word = word || word".to_owned(),
                    Act::Thin(nth) => format!("DELETE FROM words WHERE id % {nth} = 0"),
                };
                run(&database, sql).await;
            }
            run(&database, DELETE).await;
            scrubbed(&database).await;
            assert_eq!(found(folder.path(), "quokka"), 0);
        });
    }
}
