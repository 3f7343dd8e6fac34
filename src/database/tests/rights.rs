//! File permissions: what other users of the machine can read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::Path;

use super::*;

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn open_to_all(file: &Path, mode: u32) {
    fs::set_permissions(file, Permissions::from_mode(mode)).unwrap();
}

const FILES: [&str; 4] = ["t.db", "t.db-wal", "t.db-shm", "t.db.lock"];

#[tokio::test]
async fn only_the_owner_can_read_a_new_file_and_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new/data");
    let url = format!("sqlite://{}/t.db", data.display());
    let database = Database::open(&url).await.unwrap();
    database.write(insert(1)).await.unwrap();
    assert_eq!(mode(&data), 0o700);
    for name in FILES {
        assert_eq!(mode(&data.join(name)), 0o600, "{name}");
    }
    let copy = folder.path().join("copy.db");
    backup(&url, &copy).await.unwrap();
    assert_eq!(mode(&copy), 0o600);
    database.close().await;
}

#[tokio::test]
async fn a_file_that_others_could_read_becomes_private() {
    let folder = tempfile::tempdir().unwrap();
    open_to_all(folder.path(), 0o755);
    let url = format!("sqlite://{}/t.db", folder.path().display());
    Database::open(&url).await.unwrap().close().await;
    open_to_all(&folder.path().join("t.db"), 0o644);
    open_to_all(&folder.path().join("t.db.lock"), 0o666);
    let database = Database::open(&url).await.unwrap();
    database.write(insert(1)).await.unwrap();
    for name in FILES {
        assert_eq!(mode(&folder.path().join(name)), 0o600, "{name}");
    }
    assert_eq!(mode(folder.path()), 0o755, "a folder that was there");
    database.close().await;
}

/// Root may start `rapport check` and the like, but another user runs Rapport.
#[tokio::test]
async fn what_root_creates_beside_the_database_belongs_to_its_owner() {
    const OWNER: u32 = 65_532;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    Database::open(&url).await.unwrap().close().await;
    if chown(folder.path().join("t.db"), Some(OWNER), Some(OWNER)).is_err() {
        return;
    }
    fs::remove_file(folder.path().join("t.db.lock")).unwrap();
    let database = Database::open(&url).await.unwrap();
    database.write(insert(1)).await.unwrap();
    for name in FILES {
        let owner = fs::metadata(folder.path().join(name)).unwrap().uid();
        assert_eq!(owner, OWNER, "{name}");
    }
    database.close().await;
}

#[tokio::test]
async fn a_lock_that_was_there_keeps_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let [file, roots] = ["t.db", "root's"].map(|name| folder.path().join(name));
    let url = format!("sqlite://{}", file.display());
    Database::open(&url).await.unwrap().close().await;
    let owner = fs::metadata(&file).unwrap().uid();
    if chown(&file, Some(owner + 1), None).is_err() {
        return;
    }
    fs::write(&roots, "").unwrap();
    let lock = folder.path().join("t.db.lock");
    fs::remove_file(&lock).unwrap();
    symlink(&roots, &lock).unwrap();
    Database::open(&url).await.unwrap().close().await;
    assert_eq!(fs::metadata(&roots).unwrap().uid(), owner);
}

#[tokio::test]
async fn the_owner_gets_no_new_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.db");
    fs::write(&file, "").unwrap();
    open_to_all(&file, 0o444);
    private::tighten(&file);
    assert_eq!(mode(&file), 0o400);
}

#[tokio::test]
async fn a_killed_backups_file_is_removed_by_the_next_backup_and_by_a_start() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let left = folder.path().join("monday.db.rapport-partial");
    let others = folder.path().join("film.partial");
    fs::write(&others, "somebody else's").unwrap();
    fs::write(&left, "half a database").unwrap();
    let database = Database::open(&url).await.unwrap();
    assert!(!left.exists());
    fs::write(&left, "half a database").unwrap();
    let written = fs::File::open(&left).unwrap();
    written.lock().unwrap();
    backup(&url, &folder.path().join("tuesday.db"))
        .await
        .unwrap();
    assert!(left.exists(), "another backup writes to it");
    drop(written);
    backup(&url, &folder.path().join("wednesday.db"))
        .await
        .unwrap();
    assert!(!left.exists() && others.exists());
    database.close().await;
}
