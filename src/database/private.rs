//! Files that only the user who runs Rapport can read: they contain what members wrote.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Creates the folder and its missing parents, for their owner alone.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Opens a file for writing. A missing file is created for its owner alone.
pub(super) fn open(file: &Path) -> io::Result<File> {
    options().create(true).open(file)
}

/// The same for a file beside the database. A new one gets the owner of the database, as SQLite's
/// log does: otherwise Rapport could not open what root created there.
pub(super) fn open_beside(database: &Path, file: &Path) -> io::Result<File> {
    // A file that was there keeps its owner: the path may lead to a file of root's.
    let Ok(new) = options().create_new(true).open(file) else {
        return open(file);
    };
    give_to_owner_of(database, &new);
    Ok(new)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.append(true);
    options
}

/// Only root can give a file away. Other users own both files.
#[cfg(unix)]
fn give_to_owner_of(database: &Path, file: &File) {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    if let Ok(database) = fs::metadata(database) {
        let _ = fchown(file, Some(database.uid()), Some(database.gid()));
    }
}

/// This system has no such owners.
#[cfg(not(unix))]
fn give_to_owner_of(_: &Path, _: &File) {}

/// Removes the permissions that other users have to the file, if it exists. Logs that others could
/// read it, or that this failed: neither stops the start.
#[cfg(unix)]
pub(super) fn tighten(file: &Path) {
    use std::os::unix::fs::PermissionsExt as _;

    let Ok(metadata) = fs::metadata(file) else {
        return;
    };
    let mode = metadata.permissions().mode() & 0o7777;
    let others = mode & 0o077;
    if others == 0 {
        return;
    }
    let (name, was) = (file.display(), format!("{mode:04o}"));
    match fs::set_permissions(file, fs::Permissions::from_mode(mode & 0o700)) {
        Ok(()) => tracing::warn!(
            file = %name,
            was,
            "other users of this machine had rights to the file; now only its owner has"
        ),
        Err(error) => tracing::warn!(
            file = %name,
            was,
            error = %error,
            "other users of this machine have rights to the file, and they can't be taken away"
        ),
    }
}

/// This system has no such permissions.
#[cfg(not(unix))]
pub(super) fn tighten(_: &Path) {}
