//! Copies that are being made, and copies that a killed process left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::private;
use super::wal::beside;

/// The suffix of a copy's name until it is complete.
const UNFINISHED: &str = ".rapport-partial";

/// A copy in progress. Dropping it removes the file. Its lock shows that its process still runs.
pub(super) struct Unfinished {
    pub(super) path: PathBuf,
    lock: File,
}

impl Unfinished {
    pub(super) fn begin(copy: &Path) -> io::Result<Self> {
        let path = beside(copy, UNFINISHED);
        // SQLite copies into an empty file and keeps its permissions.
        let lock = private::open(&path)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => io::Error::other("another backup writes to it just now"),
            TryLockError::Error(error) => error,
        })?;
        Ok(Self { path, lock })
    }

    /// SQLite does not flush such a copy. This does: first the file, then its name in the folder.
    pub(super) fn settle(self, copy: &Path) -> io::Result<()> {
        self.lock.sync_all()?;
        fs::rename(&self.path, copy)?;
        File::open(folder_of(copy))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After `settle`, no file has this name.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes the copies that killed backups left in a folder: they may contain data that a person had
/// deleted since. A copy in progress is locked and stays.
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

/// Checks that a file can be made in the folder, or the folder itself in the nearest one that
/// exists. Leaves nothing behind.
pub(crate) fn try_folder(folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|it| it.exists());
    let trial = there.unwrap_or(Path::new(".")).join("trial");
    Unfinished::begin(&trial).map(drop)
}

/// The folder of a file.
pub(super) fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
