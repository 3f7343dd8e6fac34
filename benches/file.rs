//! A database of a certain size, made once and kept for the next run.

use std::fs;
use std::path::PathBuf;

use rapport::database::Database;
use sqlx::{Connection as _, SqliteConnection};
use tokio::runtime::Runtime;

/// An open database and its runtime.
pub(crate) struct File {
    pub(crate) database: Database,
    runtime: Runtime,
}

impl File {
    /// Opens the file of this name. Makes it with these statements if it is missing.
    pub(crate) fn made(name: &str, fill: &str) -> Self {
        let runtime = Runtime::new().unwrap();
        let database = runtime.block_on(async {
            let kept = path(name);
            if !kept.exists() {
                make(name, fill).await;
            }
            open(&kept).await
        });
        Self { database, runtime }
    }

    /// Runs `work` to its end.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

/// The path of the file of this name.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.db"))
}

async fn open(file: &std::path::Path) -> Database {
    let url = format!("sqlite://{}", file.display());
    Database::open(&url).await.unwrap()
}

/// Makes the file under another name until it is complete.
async fn make(name: &str, fill: &str) {
    let unfinished = path(&format!("{name}-unfinished"));
    // An interrupted run may have left this file.
    let _ = fs::remove_file(&unfinished);
    open(&unfinished).await.close().await;
    let url = format!("sqlite://{}", unfinished.display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let quickly =
        "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA journal_mode = OFF;";
    let statements = format!("{quickly} BEGIN; {fill} COMMIT; PRAGMA journal_mode = WAL; ANALYZE;");
    let statements = sqlx::AssertSqlSafe(statements);
    sqlx::raw_sql(statements)
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    fs::rename(unfinished, path(name)).unwrap();
}
