//! Copies that are being made, and those that a killed process left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::private;
use super::wal::beside;

/// How the name of a copy ends until it is whole.
const UNFINISHED: &str = ".rapport-partial";

/// A copy in the making. It is removed when it is dropped, and its lock tells it from one that a
/// killed process left behind.
pub(super) struct Unfinished {
    pub(super) path: PathBuf,
    lock: File,
}

impl Unfinished {
    pub(super) fn begin(copy: &Path) -> io::Result<Self> {
        let path = beside(copy, UNFINISHED);
        // SQLite copies into a file that is empty, and leaves its rights as they are.
        let lock = private::open(&path)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => io::Error::other("another backup writes to it just now"),
            TryLockError::Error(error) => error,
        })?;
        Ok(Self { path, lock })
    }

    /// SQLite does not flush such a copy, so we do: the file, then the name in its folder.
    pub(super) fn settle(self, copy: &Path) -> io::Result<()> {
        self.lock.sync_all()?;
        fs::rename(&self.path, copy)?;
        File::open(folder_of(copy))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It is not there under this name once it is settled.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes what killed backups left in a folder: they may hold what somebody had deleted since. As
/// long as one is written it is locked.
pub(super) fn remove_unfinished(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let left = entry.file_name().to_string_lossy().ends_with(UNFINISHED)
            && File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if left && fs::remove_file(&path).is_ok() {
            tracing::info!(file = %path.display(), "removed what an interrupted backup left behind");
        }
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
