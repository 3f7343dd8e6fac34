//! Opens an address: locks and migrates the file, and connects one writer and many readers.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::error::DatabaseError;
use sqlx::migrate::MigrateError;
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::error::OpenError;
use super::lock::Lock;
use super::place::Place;
use super::wal::beside;
use super::{private, unfinished, wal};

/// How long a statement waits while another process (such as a backup) locks the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// More than the statements of this program, so that each is parsed only once.
const STATEMENTS: usize = 500;

/// The connections that read. WAL lets them read while the writer writes.
const READERS: u32 = 4;

/// How many pages a reader keeps, in KiB (SQLite counts pages where it is positive). The system has the
/// file in memory anyhow.
const READER_CACHE: &str = "-256";

/// The connections for slow reads, so that no command waits for one.
const SLOW_READERS: u32 = 2;

/// What the writer of a file needs.
pub(super) struct Writing {
    pub(super) connection: SqliteConnection,
    /// The connection that brings the log into the file. A guest has none: it does that itself
    /// after its commits.
    pub(super) checkpoints: Option<SqliteConnection>,
    pub(super) lock: Option<Lock>,
}

/// An open file.
pub(super) struct Opened {
    pub(super) readers: SqlitePool,
    pub(super) slow_readers: SqlitePool,
    pub(super) place: Place,
    pub(super) writing: Writing,
}

/// Parses `url` into connect options and the file's name for errors.
fn options(url: &str) -> Result<(SqliteConnectOptions, String), OpenError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(OpenError::Address)?
        .disable_statement_logging()
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(STATEMENTS)
        .foreign_keys(true);
    let path = options.get_filename();
    let file = path.display().to_string();
    if path.exists() && !path.is_file() || file.ends_with(std::path::is_separator) {
        return Err(OpenError::NotAFile { file });
    }
    Ok((options, file))
}

/// Checks that the missing file at `url` can be made. Makes nothing.
pub(crate) fn check_place(url: &str) -> Result<(), OpenError> {
    let (options, file) = options(url)?;
    let folder = unfinished::folder_of(options.get_filename());
    let tried = unfinished::try_folder(folder);
    tried.map_err(|source| match folder.display().to_string() {
        _ if folder.is_dir() => unopened(&file, source.into()),
        folder => OpenError::Folder { folder, source },
    })
}

pub(super) async fn open(url: &str) -> Result<Opened, OpenError> {
    let (options, file) = options(url)?;
    make_folder(options.get_filename())?;
    let lock = Lock::take(options.get_filename(), &file)?;
    let unopened = |source| unopened(&file, source);
    let path = options.get_filename().to_owned();
    if path.exists() {
        refuse_foreign_log(&path, &file)?;
        if !is_ours(&options).await.map_err(unopened)? {
            return Err(OpenError::Foreign { file });
        }
        let real = real(&path);
        for ending in ["", "-wal", "-shm"] {
            private::tighten(&beside(&real, ending));
        }
    } else {
        // SQLite gives its other files the same permissions.
        private::open(&path).map_err(|error| unopened(error.into()))?;
    }
    unfinished::remove_unfinished(unfinished::folder_of(&path));
    let mut writing = open_for_writing(options.clone()).await.map_err(unopened)?;
    let migrated = sqlx::migrate!().run_direct(None, &mut writing, false).await;
    migrated.map_err(|source| unmigrated(&file, source))?;
    #[cfg(feature = "failpoints")]
    {
        let mut handle = writing.lock_handle().await.map_err(unopened)?;
        handle.set_update_hook(|_| crate::crash::point("writer::row"));
    }
    let never = "PRAGMA wal_autocheckpoint = 0";
    sqlx::query(never)
        .execute(&mut writing)
        .await
        .map_err(unopened)?;
    let checkpoints = open_for_writing(options.clone()).await.map_err(unopened)?;
    let writing = Writing {
        connection: writing,
        checkpoints: Some(checkpoints),
        lock: Some(lock),
    };
    opened(options, path, &file, writing).await
}

/// Opens the readers of a file that is open for writing.
async fn opened(
    options: SqliteConnectOptions,
    path: PathBuf,
    file: &str,
    writing: Writing,
) -> Result<Opened, OpenError> {
    let options = options.read_only(true).pragma("cache_size", READER_CACHE);
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        // Connections to a file do not break, and the test costs as much as a statement.
        .test_before_acquire(false)
        .connect_with(options.clone())
        .await
        .map_err(|error| unopened(file, error))?;
    let slow_readers = SqlitePoolOptions::new()
        .max_connections(SLOW_READERS)
        .connect_lazy_with(options);
    let place = Place::of(&path, &real(&path)).map_err(|error| unopened(file, error.into()))?;
    Ok(Opened {
        readers,
        slow_readers,
        place,
        writing,
    })
}

/// Opens a file that another Rapport has locked, if that Rapport has the same tables.
pub(super) async fn open_beside(url: &str) -> Result<Opened, OpenError> {
    let (options, file) = options_there(url)?;
    let unopened = |source| unopened(&file, source);
    let path = options.get_filename().to_owned();
    let mut writing = open_for_writing(options.clone()).await.map_err(unopened)?;
    let applied: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations")
        .fetch_all(&mut writing)
        .await
        .map_err(unopened)?;
    let known = sqlx::migrate!();
    if !known.iter().map(|step| step.version).eq(applied) {
        return Err(OpenError::OtherVersion { file });
    }
    let writing = Writing {
        connection: writing,
        checkpoints: None,
        lock: None,
    };
    opened(options, path, &file, writing).await
}

/// The [`options`] of a file that must exist.
pub(super) fn options_there(url: &str) -> Result<(SqliteConnectOptions, String), OpenError> {
    let (options, file) = options(url)?;
    if options.get_filename().exists() {
        Ok((options, file))
    } else {
        Err(OpenError::Missing { file })
    }
}

/// The file behind links: SQLite keeps its log beside that one.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Refuses a database with another file's log beside it, before SQLite reads both.
pub(super) fn refuse_foreign_log(path: &Path, file: &str) -> Result<(), OpenError> {
    match wal::is_foreign(&real(path)) {
        Ok(false) => Ok(()),
        Ok(true) => Err(OpenError::ForeignLog {
            file: file.to_owned(),
            log: beside(&real(path), "-wal").display().to_string(),
        }),
        Err(error) => Err(unopened(file, error.into())),
    }
}

fn unopened(file: &str, source: sqlx::Error) -> OpenError {
    let file = file.to_owned();
    if is_damage(&source) {
        OpenError::Damaged { file, source }
    } else {
        OpenError::Open { file, source }
    }
}

fn unmigrated(file: &str, source: MigrateError) -> OpenError {
    let file = file.to_owned();
    match source {
        MigrateError::VersionMissing(_) => OpenError::Newer { file },
        MigrateError::Execute(source) | MigrateError::ExecuteMigration(source, _)
            if is_damage(&source) =>
        {
            OpenError::Damaged { file, source }
        }
        source => OpenError::Migrate { file, source },
    }
}

/// Whether SQLite found broken pages (11), or a file that is no database (26).
fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    let code = code.and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

/// Whether a file is empty or has the tables of some version of Rapport. This only reads it.
async fn is_ours(options: &SqliteConnectOptions) -> sqlx::Result<bool> {
    let mut reading = options.clone().read_only(true).connect().await?;
    let ours = sqlx::query_scalar(
        "SELECT count(*) = 0 OR count(*) FILTER (WHERE name = '_sqlx_migrations') > 0
         FROM sqlite_schema",
    );
    let ours = ours.fetch_one(&mut reading).await?;
    reading.close().await?;
    Ok(ours)
}

async fn open_for_writing(options: SqliteConnectOptions) -> sqlx::Result<SqliteConnection> {
    let mut writing = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .pragma("secure_delete", "on")
        // A transaction of many savepoints would write a file with what stood in each page before.
        .pragma("temp_store", "memory")
        .connect()
        .await?;
    check_writable(&mut writing).await?;
    Ok(writing)
}

fn make_folder(file: &Path) -> Result<(), OpenError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            private::make_folder(folder).map_err(|source| OpenError::Folder {
                folder: folder.display().to_string(),
                source,
            })
        }
        _ => Ok(()),
    }
}

/// SQLite opens a read-only file without an error, and fails only when asked for the write lock.
async fn check_writable(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("BEGIN IMMEDIATE")
        .execute(&mut *connection)
        .await?;
    sqlx::query("ROLLBACK").execute(connection).await?;
    Ok(())
}
