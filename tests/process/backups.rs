//! Backups that the program makes by itself, on disks that do not take them.

use crate::file::is_there;
use crate::served::{Served, TO_STOP};

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named_by_run_and_check() {
    let served = Served::start().await;
    let file = served.folder.path().join("a file");
    std::fs::write(&file, "no folder").unwrap();
    let folder = file.join("backups").display().to_string();
    for command in ["run", "check"] {
        let backups = [("RAPPORT__BACKUP__FOLDER", folder.as_str())];
        let complaint = served
            .start_rapport(&[command], &backups)
            .complaint(2)
            .await;
        assert!(
            complaint.contains("`backup.folder`") && complaint.contains(&folder),
            "{command}: {complaint}"
        );
    }
}

#[tokio::test]
async fn a_full_disk_is_one_log_line_and_stops_nothing() {
    if !is_there("prlimit") {
        return;
    }
    let served = Served::start().await;
    // A database that is there already can be opened, but no copy of it can be made.
    let running = served.run(&[]).await;
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
    let folder = served.folder.path().join("backups");
    let backups = [("RAPPORT__BACKUP__FOLDER", folder.to_str().unwrap())];
    let limited = ["prlimit", "--fsize=100000"];
    let running = served
        .connected(|| served.start_through(&limited, &["run"], &backups))
        .await;
    let lines = running.lines_with(0, "no new backup").await;
    let told = lines.iter().filter(|it| it.contains("ERROR")).count();
    assert_eq!(told, 1, "{lines:?}");
    let alice = served.discord.person("alice").unwrap();
    alice.types("/help").await.unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}
