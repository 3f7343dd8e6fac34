//! What an operator sees of the program itself: exit statuses and one-line errors.

#![expect(clippy::unwrap_used, reason = "a test that can't start has failed")]

use std::process::{Command, Output};

const TOKEN: &str = "ODAzNTExMTAyMjQ2Nzg5MTI.made-up.for-a-test";

/// Runs `rapport` with these variables alone, where there is no `.env`.
fn rapport(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let elsewhere = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_rapport"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(elsewhere.path())
        .output()
        .unwrap()
}

/// The one line of standard error.
fn line(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "not one line:\n{text}");
    assert!(output.stdout.is_empty(), "an error is not output");
    text.trim_end().to_owned()
}

#[test]
fn without_a_token_it_says_where_to_get_one() {
    for command in ["run", "check", "invite"] {
        let output = rapport(&[command], &[]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(
            line(&output).starts_with("error: DISCORD_TOKEN is not set: get"),
            "{command}"
        );
    }
}

#[test]
fn a_bad_setting_ends_it_with_status_2_and_its_name() {
    let variables = [("DISCORD_TOKEN", TOKEN), ("RAPPORT__NUDGES__PEOPLE", "9")];
    let output = rapport(&["run"], &variables);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        line(&output),
        "error: `nudges.people` in RAPPORT__NUDGES__PEOPLE is 9; it takes a whole number from 1 to 5"
    );
}

#[test]
fn a_discord_that_is_not_there_is_no_configuration_error() {
    let variables = [
        ("DISCORD_TOKEN", TOKEN),
        // Nothing listens at the discard port of the loopback interface.
        ("RAPPORT__DISCORD__API_URL", "http://127.0.0.1:9"),
        ("RAPPORT__LOG__FILTER", "off"),
    ];
    let output = rapport(&["check"], &variables);
    assert_eq!(output.status.code(), Some(1));
    assert!(line(&output).starts_with("error: "));
}

#[test]
fn the_invitation_needs_no_network() {
    let output = rapport(&["invite"], &[("DISCORD_TOKEN", TOKEN)]);
    assert!(output.status.success());
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "https://discord.com/oauth2/authorize?client_id=80351110224678912\
         &scope=bot+applications.commands&permissions=52224\n"
    );
}
