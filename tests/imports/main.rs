//! The imports of `src` run one way: none against the order of the folders, and none in a circle.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{Arrow, Source};

/// The folders from the ground up: one imports from those before it in this list, and from itself.
const FOLDERS: &[&str] = &[
    "ids",
    "crash",
    "prose",
    "language",
    "clock",
    "calendar",
    "config",
    "telemetry",
    "database",
    "health",
    "picture",
    "discord",
    "errors",
    "when",
    "app",
    "worker",
    "backups",
    "interaction",
    "delivery",
    "team",
    "ties",
    "members",
    "anywhere",
    "questions",
    "encounters",
    "voice",
    "kudos",
    "dates",
    "nudges",
    "introductions",
    "people",
    "away",
    "contacts",
    "roster",
    "deletion",
    "privacy",
    "settings",
    "setup",
    "help",
    "bot",
    "upkeep",
];

#[test]
fn no_import_runs_against_the_order_of_the_folders() {
    let rank = |file: &str| {
        let folder = folder_of(file);
        let known = FOLDERS.iter().position(|it| *it == folder);
        known.unwrap_or_else(|| panic!("{file}: give the folder `{folder}` its place in FOLDERS"))
    };
    let against: Vec<_> = Source::read()
        .arrows()
        .into_iter()
        .filter(|arrow| rank(&arrow.from) < rank(&arrow.to))
        .collect();
    assert!(
        against.is_empty(),
        "against the order:\n{}",
        lines(&against)
    );
}

#[test]
fn no_imports_run_in_a_circle() {
    let arrows: Vec<_> = Source::read()
        .arrows()
        .into_iter()
        .filter(|arrow| !arrow.is_between_module_and_part())
        .collect();
    let mut next = BTreeMap::<&str, BTreeSet<&str>>::new();
    for arrow in &arrows {
        next.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let circling: Vec<_> = arrows
        .iter()
        .filter(|arrow| reached_from(&arrow.to, &next).contains(arrow.from.as_str()))
        .cloned()
        .collect();
    assert!(circling.is_empty(), "in circles:\n{}", lines(&circling));
}

#[test]
fn an_import_is_followed_through_what_a_module_hands_on() {
    let arrows = Source::read().arrows();
    let found = |from: &str, to: &str| {
        let is_it = |arrow: &&Arrow| arrow.from == from && arrow.to == to;
        arrows.iter().find(is_it).map(|arrow| arrow.names.clone())
    };
    // `use crate::discord::DiscordError`, which src/discord/mod.rs hands on.
    let names = found("src/errors.rs", "src/discord/error.rs").unwrap();
    assert!(names.contains("DiscordError"), "{names:?}");
    assert_eq!(found("src/discord/error.rs", "src/errors.rs"), None);
}

/// The files that imports lead to from `file`, over any number of others.
fn reached_from<'a>(
    file: &'a str,
    next: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(next.get(file).into_iter().flatten());
        }
    }
    reached
}

/// `src/kudos/store.rs` is in `kudos`, `src/app.rs` in `app`.
fn folder_of(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split(['/', '.']).next().unwrap_or(inside)
}

fn lines(arrows: &[Arrow]) -> String {
    let line = |arrow: &Arrow| {
        let names: Vec<_> = arrow.names.iter().map(String::as_str).collect();
        format!("{} -> {}: {}", arrow.from, arrow.to, names.join(", "))
    };
    arrows.iter().map(line).collect::<Vec<_>>().join("\n")
}
