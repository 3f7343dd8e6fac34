//! A copy of the file, whole and sound, also while Rapport writes to it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::ConnectOptions;
use thiserror::Error;

use super::{OpenError, StoreError, open, verify};

/// Why there is no backup; operators read it.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The address of the database is none.
    #[error(transparent)]
    Address(#[from] OpenError),
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
/// sound and on disk.
pub async fn backup(url: &str, copy: &Path) -> Result<(), BackupError> {
    let (options, file) = open::options_there(url)?;
    let folder = folder_of(copy);
    if !folder.is_dir() {
        return Err(BackupError::NoFolder(folder.to_owned()));
    }
    if copy.exists() {
        return Err(BackupError::Taken(copy.to_owned()));
    }
    let mut partial = copy.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let copied = async {
        // What an earlier try left behind.
        remove(&partial)?;
        let mut reading = options.read_only(true).connect().await?;
        // A bare path, so that nothing in it is taken for a part of an address.
        sqlx::query("VACUUM INTO ?")
            .bind(partial.to_string_lossy().into_owned())
            .execute(&mut reading)
            .await?;
        let written = sqlx::sqlite::SqliteConnectOptions::new().filename(&partial);
        verify(&mut written.read_only(true).connect().await?).await
    };
    if let Err(source) = copied.await {
        let _ = remove(&partial);
        return Err(BackupError::Copy {
            file,
            copy: copy.to_owned(),
            source,
        });
    }
    settle(&partial, copy).map_err(|source| BackupError::Disk(copy.to_owned(), source))
}

/// SQLite does not flush such a copy, so we do: the file, then the name in its folder.
fn settle(partial: &Path, copy: &Path) -> io::Result<()> {
    File::open(partial)?.sync_all()?;
    fs::rename(partial, copy)?;
    File::open(folder_of(copy))?.sync_all()
}

fn folder_of(copy: &Path) -> &Path {
    let folder = copy.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn remove(file: &Path) -> sqlx::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
