//! Copies the file, complete and sound, also while Rapport writes to it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use thiserror::Error;

use super::unfinished::{Unfinished, folder_of, remove_unfinished};
use super::{OpenError, StoreError, open, private, verify};

/// Why a backup failed. Operators read it.
#[derive(Debug, Error)]
pub(crate) enum BackupError {
    /// The database's address is invalid, or the database can't be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// A file exists where the copy should be.
    #[error("{0} is there already, and a backup replaces nothing: give another name")]
    Taken(PathBuf),
    /// The folder for the copy does not exist.
    #[error("there is no folder {0}: make it, or give another place for the backup")]
    NoFolder(PathBuf),
    /// No file can be made at the path of the copy.
    #[error("the backup {0} can't be written")]
    Unwritable(PathBuf, #[source] io::Error),
    /// SQLite could not make the copy, or the copy is not sound.
    #[error("{file} could not be copied to {copy}")]
    Copy {
        /// The database.
        file: String,
        /// The path of the copy.
        copy: PathBuf,
        /// SQLite's error.
        source: StoreError,
    },
    /// The copy could not be flushed to disk.
    #[error("{0} could not be brought to disk")]
    Disk(PathBuf, #[source] io::Error),
}

/// Makes the folder for backups, if it is missing, for its owner alone. Returns an error if no file
/// can be made in it.
pub(crate) fn prepare(folder: &Path) -> io::Result<()> {
    private::make_folder(folder)?;
    Unfinished::begin(&folder.join("trial")).map(drop)
}

/// Copies the database at `url` to `copy`. The copy appears under its name only after it is
/// complete, sound and on disk. Only its owner can read it.
pub(crate) async fn backup(url: &str, copy: &Path) -> Result<(), BackupError> {
    let (options, file) = open::options_there(url)?;
    open::refuse_foreign_log(options.get_filename(), &file)?;
    let folder = folder_of(copy);
    let unwritable = |error| BackupError::Unwritable(copy.to_owned(), error);
    match fs::metadata(folder) {
        Ok(it) if it.is_dir() => {}
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(unwritable(error)),
        _ => return Err(BackupError::NoFolder(folder.to_owned())),
    }
    if copy.exists() {
        return Err(BackupError::Taken(copy.to_owned()));
    }
    remove_unfinished(folder);
    let unfinished = Unfinished::begin(copy).map_err(unwritable)?;
    let made = async {
        let mut reading = options.read_only(true).connect().await?;
        // A plain path, so that SQLite reads no part of it as an option.
        sqlx::query("VACUUM INTO ?")
            .bind(unfinished.path.to_string_lossy().into_owned())
            .execute(&mut reading)
            .await?;
        finish(&unfinished.path).await
    };
    made.await.map_err(|source| BackupError::Copy {
        file,
        copy: copy.to_owned(),
        source,
    })?;
    let settled = unfinished.settle(copy);
    settled.map_err(|source| BackupError::Disk(copy.to_owned(), source))
}

/// Checks that the copy is sound, and gives it a count of its own. If the copy later replaces a
/// file, SQLite's old log beside it then does not match (see [`super::wal`]).
async fn finish(copy: &Path) -> Result<(), StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(copy)
        .journal_mode(SqliteJournalMode::Memory);
    let mut copied = options.connect().await?;
    verify(&mut copied).await?;
    set_count(&mut copied).await?;
    copied.close().await?;
    Ok(())
}

async fn set_count(copied: &mut SqliteConnection) -> sqlx::Result<()> {
    let count: i32 = sqlx::query_scalar("SELECT random() >> 33")
        .fetch_one(&mut *copied)
        .await?;
    let set = format!("PRAGMA user_version = {count}");
    sqlx::query(sqlx::AssertSqlSafe(set))
        .execute(copied)
        .await?;
    Ok(())
}
