//! Whether the files that are written to are still those at their place: a deleted or replaced one
//! takes every write without an error, and all of it is lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::wal::beside;

/// The database's file is not at its place any more; operators read it.
#[derive(Debug, Clone, Error)]
#[error(
    "{} was deleted or replaced while Rapport used it, and what is written now would be lost: \
     start Rapport again once the right file is in its place",
    .0.display()
)]
pub struct Displaced(pub PathBuf);

/// The files of an open database, as they were when it was opened.
#[derive(Debug, Clone)]
pub(super) struct Place(Arc<[(PathBuf, Identity)]>);

/// What tells a file from every other one of this machine.
type Identity = (u64, u64);

impl Place {
    /// Of a database that is open, so that its log is there, beside what `real`ly is the file.
    pub(super) fn of(database: &Path, real: &Path) -> io::Result<Self> {
        let files = [
            // By this path it will be opened the next time.
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

    /// An error if one of the files is another one now, or none.
    pub(super) fn check(&self) -> Result<(), Displaced> {
        let displaced = self.0.iter().find(|(file, was)| match identity(file) {
            Ok(is) => is != *was,
            // Other errors say nothing of the file: a folder on a network that is away, say.
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

/// The system does not let go of files that are open.
#[cfg(not(unix))]
fn identity(file: &Path) -> io::Result<Identity> {
    fs::metadata(file).map(|_| (0, 0))
}
