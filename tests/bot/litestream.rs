//! *Forget me* beside Litestream itself, which replicates the bot's file.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::TimeDelta;

use crate::harness::{Harness, Tested, stored};
use crate::leaving::{forgotten_while_somebody_reads, found_in_files};
use crate::steps::joined;

/// For how many rounds of 5 s Litestream may let the log be: it brings it in each minute.
const ROUNDS: usize = 48;

/// Litestream, which replicates until it is dropped.
struct Litestream {
    program: PathBuf,
    database: PathBuf,
    replica: tempfile::TempDir,
    child: Child,
}

impl Litestream {
    fn start(harness: &Harness) -> Self {
        let program: PathBuf = std::env::var_os("LITESTREAM").unwrap().into();
        let database = harness.data().join("rapport.db");
        let replica = tempfile::tempdir().unwrap();
        let child = Command::new(&program)
            .arg("replicate")
            .arg(&database)
            .arg(url_of(&replica))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            program,
            database,
            replica,
            child,
        }
    }

    /// How many times it had to begin from a snapshot.
    fn generations(&self) -> usize {
        let kept = std::fs::read_dir(self.replica.path().join("copy/generations"));
        kept.map_or(0, Iterator::count)
    }

    /// Restores the replica to this file.
    fn restore(&self, to: &Path) {
        let restored = Command::new(&self.program)
            .args(["restore", "-o"])
            .arg(to)
            .arg(url_of(&self.replica))
            .status()
            .unwrap();
        assert!(restored.success());
    }
}

impl Drop for Litestream {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let name = self.database.file_name().unwrap().to_string_lossy();
        let own = self.database.with_file_name(format!(".{name}-litestream"));
        let _ = std::fs::remove_dir_all(own);
    }
}

fn url_of(replica: &tempfile::TempDir) -> String {
    format!("file://{}", replica.path().join("copy").display())
}

async fn five_seconds() {
    tokio::time::sleep(Duration::from_secs(5)).await;
}

#[tokio::test]
#[ignore = "takes two minutes, and needs Litestream, whose program LITESTREAM names"]
async fn litestream_lets_a_scrub_finish_and_goes_on() -> Tested {
    let harness = joined().await;
    let litestream = Litestream::start(&harness);
    five_seconds().await;
    assert_eq!(litestream.generations(), 1, "it replicates");
    let id = forgotten_while_somebody_reads(&harness).await;
    harness.time_passes(TimeDelta::minutes(11)).await;
    assert_eq!(harness.number(stored::SCRUBS_OWED).await, 1);
    let mut rounds = 0;
    while harness.number(stored::SCRUBS_OWED).await > 0 {
        rounds += 1;
        assert!(rounds < ROUNDS, "the log did not start again");
        five_seconds().await;
        harness.time_passes(TimeDelta::minutes(1)).await;
    }
    println!("done after {} s", 5 * rounds);
    assert!(!found_in_files(&harness, &id) && !found_in_files(&harness, b"quokka"));
    harness
        .person("bob")
        .types("/met @carol note: wombat")
        .await?;
    for _ in 0..2 {
        five_seconds().await;
    }
    assert_eq!(litestream.generations(), 1, "it lost nothing of the log");
    let restored = litestream.replica.path().join("restored.db");
    litestream.restore(&restored);
    let content = std::fs::read(restored).unwrap();
    let has = |word: &[u8]| content.windows(word.len()).any(|window| window == word);
    assert!(has(b"wombat") && !has(b"quokka"));
    harness.finish().await
}
