//! The story of `rapport rehearse` as a newcomer plays it: the whole program, the whole bot, a
//! Discord, and a month of clock in a few seconds.

#![cfg(feature = "rehearsal")]
#![expect(clippy::unwrap_used, reason = "a test that can't start has failed")]

use std::io::Write as _;
use std::process::{Command, Stdio};

/// Plays the shipped story in its own process.
fn story() -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/config/rehearsal.script");
    let elsewhere = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .args(["rehearse", "--script", script])
        .env_clear()
        .current_dir(elsewhere.path())
        .output()
        .unwrap();
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{log}");
    assert_eq!(log, "", "a warning was logged");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_story_has_its_approved_transcript() {
    insta::assert_snapshot!(story());
}

#[test]
fn the_page_of_a_week_shows_the_story_as_it_is() {
    let page = include_str!("../docs/a-week.md");
    assert!(
        page.contains(&story()),
        "play config/rehearsal.script and paste what it prints into docs/a-week.md"
    );
}

#[test]
fn the_terminal_names_the_address_of_the_page() {
    let elsewhere = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .args(["rehearse", "--no-open"])
        .env_clear()
        .current_dir(elsewhere.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = "/met @dan when: yesterday\nquit\n";
    let mut input = child.stdin.take().unwrap();
    input.write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("\n  http://127.0.0.1:"), "{said}");
    assert!(said.contains("Logged: you talked with Dan"), "{said}");
    assert!(!said.contains("was deleted"), "{said}");
}
