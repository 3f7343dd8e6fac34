//! Checks that the database's files are still at their paths: writes to a deleted or replaced file
//! succeed, but they are lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::wal::beside;

/// The database's file is no longer at its path. Operators read it.
#[derive(Debug, Clone, Error)]
#[error(
    "{} was deleted or replaced while Rapport used it, and what is written now would be lost: \
     start Rapport again once the right file is in its place",
    .0.display()
)]
pub(crate) struct Displaced(pub(crate) PathBuf);

/// The files of an open database, with their identities at its opening.
#[derive(Debug, Clone)]
pub(super) struct Place(Arc<[(PathBuf, Identity)]>);

/// Identifies a file on this machine.
type Identity = (u64, u64);

impl Place {
    /// Reads the files of an open database. Its log exists, beside the `real` file.
    pub(super) fn of(database: &Path, real: &Path) -> io::Result<Self> {
        let files = [
            // The next start opens this path.
            std::path::absolute(database)?,
            beside(real, "-wal"),
            beside(real, "-shm"),
        ];
        let files = files.into_iter().map(|file| {
            let identity = identity(&file)?;
            Ok((file, identity))
        });
        Ok(Self(files.collect::<io::Result<_>>()?))
    }

    /// The lengths of the database and of its log, in bytes.
    pub(super) fn lengths(&self) -> io::Result<[u64; 2]> {
        let [database, log] = self.database_and_log()?;
        Ok([fs::metadata(database)?.len(), fs::metadata(log)?.len()])
    }

    /// The write-ahead log.
    pub(super) fn log(&self) -> io::Result<&Path> {
        let [_, log] = self.database_and_log()?;
        Ok(log)
    }

    fn database_and_log(&self) -> io::Result<[&Path; 2]> {
        match &*self.0 {
            [(database, _), (log, _), ..] => Ok([database, log]),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// Returns an error if one of the files was replaced or is missing.
    pub(super) fn check(&self) -> Result<(), Displaced> {
        let displaced = self.0.iter().find(|(file, was)| match identity(file) {
            Ok(is) => is != *was,
            // Other errors say nothing about the file, such as an unreachable network folder.
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        });
        displaced.map_or(Ok(()), |(file, _)| Err(Displaced(file.clone())))
    }
}

#[cfg(unix)]
fn identity(file: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(file).map(|it| (it.dev(), it.ino()))
}

/// This system keeps open files at their paths.
#[cfg(not(unix))]
fn identity(file: &Path) -> io::Result<Identity> {
    fs::metadata(file).map(|_| (0, 0))
}
