//! One process at a time: of two, each would send every nudge.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::wal::beside;
use super::{OpenError, private};

/// Held while a database is open. The system lets go of it when the process ends, however it does.
pub(super) struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the lock of `database`; `name` is how people know it.
    ///
    /// It is a file of its own, beside the database: SQLite's locks on the database itself are lost
    /// when anybody else in the process opens and closes it.
    pub(super) fn take(database: &Path, name: &str) -> Result<Self, OpenError> {
        let unopened = |source: io::Error| OpenError::Open {
            file: name.to_owned(),
            source: source.into(),
        };
        let path = lock_of(database);
        private::tighten(&path);
        let file = private::open(&path).map_err(unopened)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse {
                file: name.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(unopened(source)),
        }
    }
}

/// One lock for a file, by whatever way one came to it.
fn lock_of(database: &Path) -> PathBuf {
    let real = database.canonicalize();
    beside(real.as_deref().unwrap_or(database), ".lock")
}
