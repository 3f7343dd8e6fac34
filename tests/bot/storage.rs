//! Problems with the database file: opened twice, locked, or copied while in use.

use std::process::{Command, Output};

use crate::harness::{Harness, Said as _, Tested, stored};

/// Runs the program beside the bot, on the same file and the same Discord.
async fn rapport(harness: &Harness, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", harness.database_url())
        .env("DISCORD_TOKEN", harness.rehearsal.token())
        .env("RAPPORT__DISCORD__API_URL", harness.rehearsal.api_url())
        .current_dir(harness.data());
    let ended = tokio::task::spawn_blocking(move || command.output());
    ended.await.unwrap().unwrap()
}

/// The only line of its standard output or standard error.
fn line(output: &Output) -> String {
    let said = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    let said = String::from_utf8(said).unwrap();
    assert_eq!(said.lines().count(), 1, "not one line:\n{said}");
    said
}

#[tokio::test]
async fn a_second_process_on_the_same_file_says_so_and_ends() -> Tested {
    let harness = Harness::start().await;
    let second = rapport(&harness, &["run"]).await;
    assert_eq!(second.status.code(), Some(1));
    let complaint = line(&second);
    assert!(
        complaint.starts_with("error: the database") && complaint.contains("in use by another"),
        "{complaint}"
    );
    let check = rapport(&harness, &["check"]).await;
    assert!(check.status.success());
    assert!(line(&check).contains("is in use by a Rapport that runs"));
    let forget = rapport(&harness, &["forget-team", "175928847299117063"]).await;
    assert_eq!(forget.status.code(), Some(1));
    assert!(line(&forget).contains("keeps nothing of server 175928847299117063"));
    let alice = harness.person("alice");
    let answer = alice.types("/met @bob").await?.said();
    assert!(answer.text().starts_with("Logged"));
    harness.finish().await
}

#[tokio::test]
async fn a_backup_of_a_running_bot_can_be_restored() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let line_typed = "/met @bob when: yesterday note: plays the cello";
    alice.types(line_typed).await?.said();
    let copied = rapport(&harness, &["backup", "copy.db"]).await;
    assert!(copied.status.success(), "{}", line(&copied));
    assert!(line(&copied).starts_with("copy.db is a whole copy"));
    let again = rapport(&harness, &["backup", "copy.db"]).await;
    assert_eq!(again.status.code(), Some(1));
    assert!(line(&again).contains("is there already"));

    alice.types("/met @carol when: yesterday").await?.said();
    harness.stop().await;
    let file = harness.data().join("rapport.db");
    std::fs::write(&file, "not what it was")?;
    std::fs::rename(harness.data().join("copy.db"), &file)?;
    harness.begin().await;
    let bob = alice.types("/person who: @bob").await?.said();
    assert!(harness.read(&bob).contains("plays the cello"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn an_answer_waits_while_another_program_locks_the_file() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let typed = alice.types("/met @bob when: yesterday");
    let answer = harness.with_locked_database(typed).await?.said();
    assert!(answer.text().starts_with("Logged"), "{}", answer.text());
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_talk_that_is_not_stored_is_never_called_logged() -> Tested {
    let harness = Harness::start().await;
    let lock = harness.lock_database().await;
    let alice = harness.person("alice");
    let answer = alice.types("/met @bob when: yesterday").await?.said();
    insta::assert_snapshot!(harness.read(&answer));
    lock.release().await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    let answer = alice.types("/met @bob when: yesterday").await?.said();
    assert!(answer.text().starts_with("Logged"), "{}", answer.text());
    harness.finish().await
}
