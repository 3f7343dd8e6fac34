//! Copies that replace a file whose log was left behind, with real files.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

use super::*;

/// A folder with a database that was not closed.
struct Left {
    folder: tempfile::TempDir,
}

impl Left {
    fn file(&self) -> PathBuf {
        self.folder.path().join("t.db")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn url(&self) -> String {
        url(&self.file())
    }
}

fn url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// Copies a file and its log into another folder, as a killed process would leave them.
fn killed(file: &Path) -> Left {
    let left = Left {
        folder: tempfile::tempdir().unwrap(),
    };
    fs::copy(file, left.file()).unwrap();
    fs::copy(wal::beside(file, "-wal"), left.path("t.db-wal")).unwrap();
    left
}

async fn write_teams(database: &Database, ids: std::ops::Range<i64>) {
    for id in ids {
        database.write(insert(id)).await.unwrap();
    }
}

async fn checkpoint(file: &Path) {
    let options = SqliteConnectOptions::new().filename(file);
    let mut connection = options.connect().await.unwrap();
    sqlx::query("PRAGMA wal_checkpoint(RESTART)")
        .execute(&mut connection)
        .await
        .unwrap();
}

async fn teams_in(url: &str) -> i64 {
    let database = Database::open(url).await.unwrap();
    database.verify().await.unwrap();
    let teams = count(&database).await;
    database.close().await;
    teams
}

async fn refuses(url: &str) {
    let refused = Database::open(url).await.err().unwrap();
    assert!(matches!(refused, OpenError::ForeignLog { .. }), "{refused}");
    assert!(refused.to_string().contains("t.db-wal"), "{refused}");
    let copy = tempfile::tempdir().unwrap().path().join("copy.db");
    backup(url, &copy).await.unwrap_err();
}

#[tokio::test]
async fn a_files_own_log_is_brought_in_after_a_kill() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    // Without a checkpoint, with one at the start of a log, and with one in the middle.
    let mut written = 0;
    for step in [1, 30, 1, 30] {
        write_teams(&database, written..written + step).await;
        written += step;
        assert_eq!(teams_in(&killed(&file).url()).await, written);
        checkpoint(&file).await;
        assert_eq!(teams_in(&killed(&file).url()).await, written);
    }
    database.close().await;
}

#[tokio::test]
async fn a_log_that_was_partly_brought_in_is_accepted() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    write_teams(&database, 0..10).await;
    let before = killed(&file);
    let options = SqliteConnectOptions::new().filename(&file);
    let mut other = options.connect().await.unwrap();
    sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
        .execute(&mut other)
        .await
        .unwrap();
    write_teams(&database, 10..20).await;
    assert_eq!(teams_in(&killed(&file).url()).await, 20);
    // The log is newer than the file, and its first frames are older than the file.
    fs::copy(&file, before.file()).unwrap();
    fs::copy(wal::beside(&file, "-wal"), before.path("t.db-wal")).unwrap();
    assert_eq!(teams_in(&before.url()).await, 20);
    database.close().await;
}

#[tokio::test]
async fn a_backup_beside_an_old_log_is_refused_and_left_unchanged() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    write_teams(&database, 0..500).await;
    let copy = running.path().join("copy.db");
    backup(&url(&file), &copy).await.unwrap();
    checkpoint(&file).await;
    write_teams(&database, 500..1000).await;
    let left = killed(&file);
    fs::copy(&copy, left.file()).unwrap();
    refuses(&left.url()).await;
    assert_eq!(fs::read(&copy).unwrap(), fs::read(left.file()).unwrap());
    fs::remove_file(left.path("t.db-wal")).unwrap();
    assert_eq!(teams_in(&left.url()).await, 500);
    database.close().await;
}

#[tokio::test]
async fn an_older_file_beside_a_newer_log_is_refused() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    write_teams(&database, 0..5).await;
    checkpoint(&file).await;
    let older = fs::read(&file).unwrap();
    write_teams(&database, 5..10).await;
    checkpoint(&file).await;
    write_teams(&database, 10..15).await;
    let left = killed(&file);
    fs::write(left.file(), older).unwrap();
    refuses(&left.url()).await;
    database.close().await;
}

#[tokio::test]
async fn a_newer_file_beside_an_older_log_is_refused() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    write_teams(&database, 0..5).await;
    let left = killed(&file);
    write_teams(&database, 5..10).await;
    database.close().await;
    fs::copy(&file, left.file()).unwrap();
    refuses(&left.url()).await;
}

#[tokio::test]
async fn a_log_with_a_broken_last_transaction_is_read_up_to_it() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    write_teams(&database, 0..5).await;
    let left = killed(&file);
    let log = left.path("t.db-wal");
    let length = fs::metadata(&log).unwrap().len();
    let cut = fs::File::options().write(true).open(&log).unwrap();
    cut.set_len(length - 100).unwrap();
    assert_eq!(teams_in(&left.url()).await, 4);
    database.close().await;
}

#[tokio::test]
async fn a_file_that_was_backed_up_during_writes_is_never_refused() {
    let running = tempfile::tempdir().unwrap();
    let file = running.path().join("t.db");
    let database = Database::open(&url(&file)).await.unwrap();
    let writing = write_teams(&database, 0..600);
    let looking = async {
        for _ in 0..60 {
            assert!(!wal::is_foreign(&file).unwrap());
            checkpoint(&file).await;
        }
    };
    futures::join!(writing, looking);
    database.close().await;
}
