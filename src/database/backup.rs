//! A copy of the file, whole and sound, also while Rapport writes to it.

use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use thiserror::Error;

use super::unfinished::{Unfinished, folder_of, remove_unfinished};
use super::{OpenError, StoreError, open, verify};

/// Why there is no backup; operators read it.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The address of the database is none, or there is something wrong with it.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// There is something where the copy should be.
    #[error("{0} is there already, and a backup replaces nothing: give another name")]
    Taken(PathBuf),
    /// The folder it should be in is not there.
    #[error("there is no folder {0}: make it, or give another place for the backup")]
    NoFolder(PathBuf),
    /// The copy could not be made, or is not sound.
    #[error("{file} could not be copied to {copy}")]
    Copy {
        /// The database.
        file: String,
        /// Where its copy should have been.
        copy: PathBuf,
        /// What SQLite said.
        source: StoreError,
    },
    /// The copy could not be brought to disk.
    #[error("{0} could not be brought to disk")]
    Disk(PathBuf, #[source] io::Error),
}

/// Copies the database at `url` to `copy`. The copy appears under its name only when it is whole,
/// sound and on disk; only its owner can read it.
pub async fn backup(url: &str, copy: &Path) -> Result<(), BackupError> {
    let (options, file) = open::options_there(url)?;
    open::refuse_foreign_log(options.get_filename(), &file)?;
    let folder = folder_of(copy);
    if !folder.is_dir() {
        return Err(BackupError::NoFolder(folder.to_owned()));
    }
    if copy.exists() {
        return Err(BackupError::Taken(copy.to_owned()));
    }
    remove_unfinished(folder);
    let made = async {
        let unfinished = Unfinished::begin(copy).map_err(sqlx::Error::from)?;
        let mut reading = options.read_only(true).connect().await?;
        // A bare path, so that nothing in it is taken for a part of an address.
        sqlx::query("VACUUM INTO ?")
            .bind(unfinished.path.to_string_lossy().into_owned())
            .execute(&mut reading)
            .await?;
        finish(&unfinished.path).await?;
        Ok::<_, StoreError>(unfinished)
    };
    let unfinished = made.await.map_err(|source| BackupError::Copy {
        file,
        copy: copy.to_owned(),
        source,
    })?;
    let settled = unfinished.settle(copy);
    settled.map_err(|source| BackupError::Disk(copy.to_owned(), source))
}

/// Makes sure that the copy is sound, and gives it a count of its own: a log that was left beside the
/// file whose place it takes is then seen not to be its own (see [`super::wal`]).
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
