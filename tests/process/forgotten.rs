//! Deletions by another process, and deletions that are killed halfway.

use std::os::unix::process::ExitStatusExt as _;

use crate::said;
use crate::served::{Running, Served, TO_STOP};
use crate::stored;

/// Part of every note that is deleted.
const WORD: &str = "quokka";

/// Enough for a deletion of many steps.
const TALKS: i64 = 4_000;

/// A signal that a process can't catch.
const SIGKILL: i32 = 9;

/// The process commits the start and two steps of a deletion, and dies after the next.
#[cfg(feature = "failpoints")]
const BETWEEN_STEPS: (&str, &str) = ("FAILPOINTS", "writer::committed=3*off->return");

impl Served {
    /// `rapport forget-team`, with its confirmation.
    fn forget_team(&self, variables: &[(&str, &str)]) -> Running {
        let team = self.team();
        std::fs::write(self.folder.path().join("typed"), &team).unwrap();
        let typing = ["sh", "-c", r#"exec "$0" "$@" < typed"#];
        self.start_through(&typing, &["forget-team", &team], variables)
    }

    fn has_word(&self) -> bool {
        let files = std::fs::read_dir(self.file().parent().unwrap()).unwrap();
        files.into_iter().any(|file| {
            let content = std::fs::read(file.unwrap().path()).unwrap();
            content.windows(WORD.len()).any(|it| it == WORD.as_bytes())
        })
    }

    /// The deletion was begun and is not done: the next start finishes it, and scrubs the file an
    /// hour later.
    async fn is_finished_by_the_next_start(&self) {
        assert_eq!(self.number(stored::DELETIONS).await, 1);
        let left = self.number(stored::ENCOUNTERS).await;
        assert!(left > 0, "killed too late");
        assert!(self.has_word());
        self.make_scrubs_due().await;
        let running = self.run(&[]).await;
        for owed in [stored::DELETIONS, stored::SCRUBS_OWED] {
            self.until_zero(owed).await;
        }
        assert_eq!(self.number(stored::ENCOUNTERS).await, 0);
        assert!(!self.has_word());
        ends_well(running).await;
    }
}

async fn ends_well(running: Running) {
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success() && !errors.contains("ERROR"), "{errors}");
}

#[tokio::test]
async fn forget_team_deletes_a_server_beside_a_running_bot() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    let line = format!("/met @bob when: 60 days ago note: {WORD}");
    alice.types(&line).await.unwrap();
    let forgetting = served.forget_team(&[]);
    let (status, output, errors) = forgetting.ended().await;
    assert!(status.success(), "{errors}");
    assert!(
        output.contains("1 encounters, 1 notes") && output.contains("within the hour"),
        "{output}"
    );
    assert_eq!(served.number(stored::TEAMS).await, 0);
    let again = said(alice.types("/met @bob").await.unwrap());
    assert!(again.text().starts_with("Logged: "), "{}", again.text());
    assert_eq!(served.number(stored::ENCOUNTERS).await, 1);
    ends_well(running).await;
    served.make_scrubs_due().await;
    let running = served.run(&[]).await;
    served.until_zero(stored::SCRUBS_OWED).await;
    assert!(!served.has_word());
    ends_well(running).await;
}

#[tokio::test]
#[cfg(feature = "failpoints")]
async fn a_forget_team_killed_between_two_steps_is_finished_by_the_next_start() {
    let served = Served::start().await;
    served.log_talks(TALKS, WORD).await;
    let forgetting = served.forget_team(&[BETWEEN_STEPS]);
    let (status, ..) = forgetting.ended().await;
    assert_eq!(status.signal(), Some(SIGKILL));
    served.is_finished_by_the_next_start().await;
}

#[tokio::test]
async fn a_forget_me_killed_between_two_steps_is_finished_by_the_next_start() {
    let served = Served::start().await;
    served.log_talks(TALKS, WORD).await;
    let mut running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    let panel = said(alice.types("/privacy").await.unwrap());
    let asked = said(alice.press(&panel, "Forget me").await.unwrap());
    let pressed = tokio::spawn(async move { alice.press(&asked, "Yes, forget me").await.is_ok() });
    while served.number(stored::DELETIONS).await == 0 {
        tokio::task::yield_now().await;
    }
    running.child.kill().unwrap();
    pressed.abort();
    let (status, ..) = running.ended().await;
    assert_eq!(
        status.signal(),
        Some(SIGKILL),
        "it ended before it was killed"
    );
    served.is_finished_by_the_next_start().await;
}
