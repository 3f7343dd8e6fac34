//! A file that can't be written: the operator reads why, and no answer claims that something was
//! stored.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use rehearsal::Person;

use crate::served::{Running, Served, TO_STOP};

/// Whether this program is installed; prints that a test is skipped without it.
pub(crate) fn is_there(program: &str) -> bool {
    let asked = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    let there = asked.is_ok_and(|status| status.success());
    if !there {
        println!("SKIPPED: there is no {program}");
    }
    there
}

/// Limits the size of the process's files from now on: existing ones may stay, but can't grow.
pub(crate) fn limit_files(running: &Running, bytes: &str) {
    let pid = running.child.id().to_string();
    let limited = Command::new("prlimit")
        .args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")])
        .status();
    assert!(limited.unwrap().success());
}

async fn meets(alice: &Person, person: &str) -> String {
    let answer = alice.types(&format!("/met {person}")).await.unwrap();
    answer.message().unwrap().text()
}

#[tokio::test]
async fn a_file_that_cannot_grow_is_reported_and_works_again_later() {
    if !is_there("prlimit") {
        return;
    }
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    running.lines_with(0, "connected to Discord").await;
    limit_files(&running, "4096");
    for _ in 0..2 {
        let answer = meets(&alice, "@bob").await;
        assert!(answer.contains("nothing of it was kept"), "{answer}");
    }
    limit_files(&running, "unlimited");
    let answer = meets(&alice, "@bob").await;
    assert!(answer.starts_with("Logged"), "{answer}");
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
    let failed: Vec<_> = errors
        .lines()
        .filter(|line| line.contains("failed during"))
        .collect();
    assert_eq!(failed.len(), 2, "one for each that was not kept:\n{errors}");
    let says_why = |line: &&str| line.contains("the database failed") && line.contains("disk");
    assert!(failed.iter().all(says_why), "{errors}");
}

#[tokio::test]
async fn a_backup_without_space_says_so_and_leaves_no_file() {
    if !is_there("prlimit") {
        return;
    }
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let limited = ["prlimit", "--fsize=20000"];
    let backup = served.start_through(&limited, &["backup", "copy.db"], &[]);
    let complaint = backup.complaint(1).await;
    assert!(complaint.contains("could not be copied"), "{complaint}");
    let names = std::fs::read_dir(served.folder.path()).unwrap();
    let left = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("copy")
    });
    assert_eq!(left.count(), 0);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn a_deleted_or_replaced_file_ends_the_program_with_one_line() {
    for replaced in ["", "-wal"] {
        let served = Served::start().await;
        let running = served.run(&[]).await;
        let file = served.file().display().to_string();
        std::fs::remove_file(format!("{file}{replaced}")).unwrap();
        if replaced.is_empty() {
            std::fs::write(&file, "another one").unwrap();
        }
        let complaint = running.complaint(1).await;
        assert!(complaint.contains("was deleted or replaced"), "{complaint}");
        assert!(complaint.contains(&file), "{complaint}");
    }
}

#[tokio::test]
async fn access_of_other_users_is_removed_with_one_line() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
    let open_to_all = || Permissions::from_mode(0o644);
    std::fs::set_permissions(served.file(), open_to_all()).unwrap();
    let running = served.run(&[]).await;
    let lines = running
        .lines_with(0, "other users of this machine had rights")
        .await;
    assert!(lines[0].contains("0644"), "{lines:?}");
    let mode = std::fs::metadata(served.file())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn a_read_only_file_is_named_and_left_unchanged() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
    let (file, folder) = (served.file(), served.folder.path());
    let before = std::fs::read(&file).unwrap();
    let modes = [
        (folder, 0o755),
        (file.parent().unwrap(), 0o555),
        (&file, 0o444),
    ];
    for (path, mode) in modes {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }
    // Nothing is forbidden to root, so another user starts the program.
    let nobody = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];
    let is_root = std::fs::File::options().append(true).open(&file).is_ok();
    if is_root && !is_there("setpriv") {
        return;
    }
    let through = if is_root { &nobody[..] } else { &[] };
    for command in ["run", "check"] {
        let running = served.start_through(through, &[command], &[]);
        let complaint = running.complaint(2).await;
        assert!(
            complaint.contains("rapport.db") && complaint.contains("belong to the user"),
            "{command}: {complaint}"
        );
    }
    assert_eq!(std::fs::read(&file).unwrap(), before);
    // Let the folder be deleted.
    let writable = Permissions::from_mode(0o755);
    std::fs::set_permissions(file.parent().unwrap(), writable).unwrap();
}
