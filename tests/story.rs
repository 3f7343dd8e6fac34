//! The story of `rapport rehearse` as a newcomer plays it: the whole program, the whole bot, a
//! Discord, and a month of clock in a few seconds.

#![cfg(feature = "rehearsal")]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't start has failed"
)]

mod texts;

use std::io::Write as _;
use std::process::{Command, Stdio};

use texts::{LANGUAGES, text};

/// Plays the shipped story in its own process.
fn story() -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/config/rehearsal.script");
    played(&["--script", script], &[])
}

/// Plays the shipped Monday on which people press and talk, and write nothing down.
fn monday() -> String {
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/config/rehearsal.monday.script"
    );
    played(&["--script", script], &[])
}

/// Plays the main scenes in a language, by its code; `text` gives the words of a key in it.
fn scenes(code: &str, text: impl Fn(&str) -> String, environment: &[(&str, &str)]) -> String {
    let mut script = String::new();
    for part in include_str!("texts/scenes.script").split('{') {
        match part.split_once('}') {
            Some((key, after)) => script.extend([&text(key), after]),
            None => script.push_str(part),
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenes.script");
    std::fs::write(&file, script).unwrap();
    let file = file.to_str().unwrap();
    played(&["--language", code, "--script", file], environment)
}

fn played(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let elsewhere = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .arg("rehearse")
        .args(arguments)
        .env_clear()
        .envs(environment.iter().copied())
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
fn the_main_scenes_read_well_in_every_language() {
    let played = std::thread::scope(|threads| {
        let plays = LANGUAGES.map(|(code, folder)| {
            let play = threads.spawn(move || scenes(code, |key| text(folder, key), &[]));
            (folder, play)
        });
        plays.map(|(folder, play)| (folder, play.join().unwrap()))
    });
    for (folder, scenes) in played {
        insta::assert_snapshot!(format!("scenes_{folder}"), scenes);
    }
}

/// With wide letters for all that is in `locales/`, the narrow ones are names, what people typed,
/// and what the rehearsal's prompt says.
#[cfg(feature = "pseudo")]
#[test]
fn no_words_are_left_in_the_code() {
    let pseudo = [("RAPPORT_PSEUDO_LANGUAGE", "1")];
    // Choices of commands were registered before the letters became wide.
    let is_choice = |key: &str| key.starts_with("command-") || key.starts_with("pause-");
    let text = |key: &str| match text("en", key) {
        choice if is_choice(key) => choice,
        label => wide(&label),
    };
    insta::assert_snapshot!(scenes("en-US", text, &pseudo));
}

/// As `src/language/pseudo.rs` writes letters.
#[cfg(feature = "pseudo")]
fn wide(text: &str) -> String {
    let wide = |it: char| char::from_u32(u32::from(it) + 0xFEE0).unwrap();
    let written = |it: char| {
        if it.is_ascii_alphabetic() {
            wide(it)
        } else {
            it
        }
    };
    text.chars().map(written).collect()
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
fn the_page_of_a_monday_shows_the_story_as_it_is() {
    let (page, monday) = (include_str!("../docs/a-monday.md"), monday());
    assert!(
        page.contains(&monday),
        "play config/rehearsal.monday.script and paste what it prints into docs/a-monday.md"
    );
    let readme = include_str!("../README.md");
    let (_, shown) = readme.split_once("nobody typed for").unwrap();
    let shown = shown.split("```").nth(1).unwrap();
    for line in shown.lines().skip(1) {
        assert!(monday.contains(line), "README.md shows `{line}`");
    }
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
