//! Lets only one process open a database: two would send every nudge twice.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::wal::beside;
use super::{OpenError, private};

/// Held while a database is open. The system releases it when the process ends, even after a crash.
pub(super) struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the lock of `database`. `name` is the file's name in errors.
    ///
    /// The lock is a file of its own, beside the database. SQLite's locks on the database itself
    /// are lost when other code in the process opens and closes that file.
    pub(super) fn take(database: &Path, name: &str) -> Result<Self, OpenError> {
        let unopened = |source: io::Error| OpenError::Open {
            file: name.to_owned(),
            source: source.into(),
        };
        let path = lock_of(database);
        private::tighten(&path);
        let file = private::open_beside(database, &path).map_err(unopened)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse {
                file: name.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(unopened(source)),
        }
    }
}

/// The file's lock, which is the same through every link to the file.
fn lock_of(database: &Path) -> PathBuf {
    let real = database.canonicalize();
    beside(real.as_deref().unwrap_or(database), ".lock")
}
