use std::collections::BTreeSet;

use figment::providers::{Format, Toml};
use proptest::prelude::*;
use secrecy::ExposeSecret;

use super::source::{DEFAULTS, leaves};
use super::*;

const TOKEN: &str = "ODAzNTExMTAyMjQ2Nzg5MTI.made-up.for-a-test";

fn environment(variables: &[(&str, &str)]) -> Environment {
    let start = Environment::default().with("DISCORD_TOKEN", TOKEN);
    variables
        .iter()
        .fold(start, |all, (name, value)| all.with(name, value))
}

/// The error that an operator reads for these variables.
fn error(variables: &[(&str, &str)]) -> String {
    let text = Settings::read(&environment(variables))
        .unwrap_err()
        .to_string();
    assert!(!text.contains('\n'), "more than one line: {text}");
    assert!(!text.contains(TOKEN), "shows the token: {text}");
    text
}

/// The same for a settings file. Removes the folder, which differs between machines.
fn error_of_file(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    error(&[("RAPPORT_CONFIG", path)]).replace(path, "/etc/mine.toml")
}

#[test]
fn without_any_setting_the_shipped_file_holds() {
    let settings = Settings::read(&environment(&[])).unwrap();
    assert_eq!(settings.discord.token.expose_secret(), TOKEN);
    insta::assert_debug_snapshot!(settings);
}

#[test]
fn settings_print_without_the_token() {
    let settings = Settings::read(&environment(&[])).unwrap();
    let printed = format!("{settings:?} {settings:#?}");
    assert!(!printed.contains("made-up"), "{printed}");
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, "[nudges]\npeople = 1\ntime = \"08:30\"\n").unwrap();
    let settings = Settings::read(&environment(&[
        ("RAPPORT_CONFIG", path.to_str().unwrap()),
        ("RAPPORT__NUDGES__TIME", "17:45"),
        ("RAPPORT__DISCORD__API_URL", "http://localhost:8080/"),
    ]))
    .unwrap();
    assert_eq!(settings.nudges.people.get(), 1);
    assert_eq!(settings.nudges.time.to_string(), "17:45:00");
    assert_eq!(settings.nudges.weekday, Weekday::Mon);
    assert_eq!(settings.discord.api_url, "http://localhost:8080");
}

#[test]
fn every_bad_value_is_refused_by_name_with_what_would_work() {
    let bad = [
        ("RAPPORT__DISCORD__API_URL", "discord.com"),
        ("RAPPORT__DISCORD__API_URL", "wss://discord.com"),
        ("RAPPORT__DISCORD__REQUEST_TIMEOUT_SECONDS", "0"),
        ("RAPPORT__DISCORD__SENDS_PER_SECOND", "46"),
        ("RAPPORT__TEAMS__ZONE", "Mars/Olympus Mons"),
        ("RAPPORT__TEAMS__CIRCLE", "inner"),
        ("RAPPORT__NUDGES__WEEKDAY", "moonday"),
        ("RAPPORT__NUDGES__TIME", "9 o'clock"),
        ("RAPPORT__NUDGES__TIME", "24:00"),
        ("RAPPORT__NUDGES__PEOPLE", "6"),
        ("RAPPORT__NUDGES__PEOPLE", "-1"),
        ("RAPPORT__NUDGES__PEOPLE", "many"),
        ("RAPPORT__NUDGES__PEOPLE", "2.5"),
        ("RAPPORT__NUDGES__PEOPLE", "[1]"),
        ("RAPPORT__KUDOS__PER_DAY", "0"),
        ("RAPPORT__KUDOS__PER_PERSON_PER_DAY", "true"),
        ("RAPPORT__BACKUP__EVERY", "30m"),
        ("RAPPORT__BACKUP__EVERY", "0d"),
        ("RAPPORT__BACKUP__EVERY", "ü"),
        ("RAPPORT__BACKUP__KEEP", "0"),
        ("RAPPORT__METRICS__LISTEN", "9464"),
        ("RAPPORT__METRICS__LISTEN", "localhost:9464"),
        ("RAPPORT__LOG__FILTER", "info,,rapport=loud"),
        ("RAPPORT__LOG__FILTER", "warning"),
        ("RAPPORT__LOG__FILTER", ""),
        ("RAPPORT__LOG__FORMAT", "xml"),
        ("DATABASE_URL", "postgres://user:secret@localhost/rapport"),
        ("DATABASE_URL", "sqlite::memory:"),
        ("DATABASE_URL", "sqlite://data/rapport.db?mode=ro"),
        ("DISCORD_TOKEN", "  "),
    ];
    let lines: Vec<_> = bad.iter().map(|set| error(&[*set])).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_setting_that_does_not_exist_is_refused_with_where_it_was_set() {
    let lines = [
        error(&[("RAPPORT__NUDGES__PEOPEL", "3")]),
        error(&[("RAPPORT__NUDGE__PEOPLE", "3")]),
        error(&[("RAPPORT__NUDGES", "3")]),
        error(&[("RAPPORT__NUDGES__TIME__HOUR", "9")]),
        error(&[("RAPPORT__DISCORD__TOKEN", TOKEN)]),
        error_of_file("[nudges]\npeopel = 3"),
        error_of_file("people = 3"),
        error_of_file("[discord]\ntoken = \"hush\""),
        error_of_file("[nudges]\npeople = 9"),
        error_of_file("[nudges]\npeople = \"three\""),
        error_of_file("[teams]\nzone = 1"),
        error_of_file("[nudges\npeople = 3"),
        error(&[("RAPPORT_CONFIG", "no/such/file.toml")]),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn variables_of_other_programs_are_left_alone() {
    let kubernetes = ("RAPPORT_SERVICE_HOST", "10.0.0.1");
    assert!(Settings::read(&environment(&[kubernetes])).is_ok());
}

#[test]
fn a_missing_token_says_where_to_get_one_and_where_to_put_it() {
    let error = Settings::read(&Environment::default()).unwrap_err();
    insta::assert_snapshot!(error);
}

#[test]
fn dot_env_is_read_and_its_lines_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    assert!(
        Environment::of_dot_env(&path)
            .unwrap()
            .get("DISCORD_TOKEN")
            .is_none()
    );
    std::fs::write(&path, format!("# the bot\nDISCORD_TOKEN=\"{TOKEN}\"\n")).unwrap();
    let read = Environment::of_dot_env(&path).unwrap();
    assert_eq!(read.get("DISCORD_TOKEN"), Some(TOKEN));
    std::fs::write(
        &path,
        format!("DATABASE_URL=sqlite://x.db\nDISCORD TOKEN: {TOKEN}\n"),
    )
    .unwrap();
    let error = Environment::of_dot_env(&path).err().unwrap();
    insta::assert_snapshot!(error);
    std::fs::write(&path, format!("DISCORD TOKEN: {TOKEN}\n")).unwrap();
    let error = Environment::of_dot_env(&path).err().unwrap();
    assert_eq!(
        error.to_string(),
        ".env can't be used: its first line is not NAME=value"
    );
}

#[test]
fn dot_env_may_begin_with_a_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    std::fs::write(&path, format!("\u{feff}DISCORD_TOKEN={TOKEN}\r\n")).unwrap();
    let read = Environment::of_dot_env(&path).unwrap();
    assert_eq!(read.get("DISCORD_TOKEN"), Some(TOKEN));
}

#[test]
fn a_setting_with_one_underscore_too_few_is_refused() {
    assert_eq!(
        error(&[("RAPPORT_NUDGES__TIME", "09:30")]),
        "RAPPORT_NUDGES__TIME is not a setting of Rapport; two underscores follow its name: \
         RAPPORT__NUDGES__TIME"
    );
}

#[test]
fn every_shipped_setting_is_read_and_explained() {
    let table: figment::value::Dict = figment::Figment::from(Toml::string(DEFAULTS))
        .extract()
        .unwrap();
    let in_file: BTreeSet<_> = leaves(&table).into_iter().collect();
    let code = include_str!("../config.rs");
    for setting in &in_file {
        assert!(
            code.contains(&format!("\"{setting}\"")),
            "{setting} is never read"
        );
        let key = setting.split('.').nth(1).unwrap();
        let at = DEFAULTS
            .lines()
            .position(|line| line.starts_with(&format!("{key} =")))
            .unwrap();
        let above = DEFAULTS.lines().nth(at - 1).unwrap();
        assert!(above.starts_with("# "), "{setting} is not explained");
    }
    insta::assert_snapshot!(in_file.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The shipped file with a few characters replaced.
fn damaged_file() -> impl Strategy<Value = String> {
    let shipped: Vec<char> = include_str!("../../config/rapport.toml").chars().collect();
    let wound = (
        any::<prop::sample::Index>(),
        0_usize..40,
        "\\PC{0,12}|[\\[\\]\"=#\n]{1,6}",
    );
    prop::collection::vec(wound, 1..4).prop_map(move |wounds| {
        let mut text = shipped.clone();
        for (place, length, instead) in wounds {
            let from = place.index(text.len());
            let to = (from + length).min(text.len());
            text.splice(from..to, instead.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_is_read_or_refused_in_one_line(file in damaged_file()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        std::fs::write(&path, file).unwrap();
        let environment = environment(&[("RAPPORT_CONFIG", path.to_str().unwrap())]);
        if let Err(mistake) = Settings::read(&environment) {
            let text = mistake.to_string();
            prop_assert!(!text.contains('\n') && !text.contains(TOKEN), "{text:?}");
        }
    }
}
