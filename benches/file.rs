//! A database of a certain size, made once and kept for the next run.

use std::fs;
use std::path::PathBuf;

use rapport::database::Database;
use sqlx::{Connection as _, SqliteConnection};
use tokio::runtime::Runtime;

/// An open one, and what drives it.
pub(crate) struct File {
    pub(crate) database: Database,
    runtime: Runtime,
}

impl File {
    /// The file of this name, filled by these statements if it isn't there.
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

    /// Waits for `work`.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

/// Where the file of this name is.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.db"))
}

async fn open(file: &std::path::Path) -> Database {
    let url = format!("sqlite://{}", file.display());
    Database::open(&url).await.unwrap()
}

/// Under another name until it is whole.
async fn make(name: &str, fill: &str) {
    let unfinished = path(&format!("{name}-unfinished"));
    // What an interrupted run left behind.
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
