//! The whole bot, used by people through the rehearsal's Discord: what they do, and what they read.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints what it measured"
)]

mod allowance;
mod amend;
mod anywhere;
mod anywhere_own;
mod anywhere_refusals;
mod apart;
mod avatars;
mod away;
mod backups;
mod bad_days;
mod board;
mod connection;
mod consent;
mod contacts;
mod contacts_import;
mod contacts_privacy;
mod correction;
mod dates;
mod deleted_posts;
#[path = "../../crates/rehearsal/tests/description/mod.rs"]
#[expect(
    dead_code,
    reason = "the rehearsal's own tests hold its answers against it"
)]
mod description;
mod edges;
mod harness;
mod hindrances;
mod introductions;
mod introductions_bad_days;
mod kinds;
mod kudos;
mod kudos_menus;
mod kudos_mine;
mod languages;
mod leavers;
mod leaving;
mod lifecycle;
mod lines;
mod litestream;
mod me;
mod met;
mod names;
mod nudge;
mod openings;
mod outdated;
mod pauses;
mod people;
mod posting;
mod presses;
mod quotes;
mod reactions;
mod recap;
mod refused_posts;
mod reminders;
mod restored;
mod rests;
mod resume;
mod roster;
mod sentences;
mod settings;
mod shards;
mod steps;
mod storage;
mod talks;
mod teams;
#[path = "../texts/mod.rs"]
mod texts;
mod unannounced;
mod unknown_people;
mod voice;
mod waiting_nudges;
mod words;
mod wrong_clock;
mod year;
