//! Rapport keeps a team in touch: who talked with each other, which people a member is losing touch with,
//! and thanks in public. This page is the map; `ARCHITECTURE.md` says how it works.
//!
//! Features, a folder each, with those of these files that they need (`mod.rs` rules, `store.rs` SQL, `commands.rs` commands,
//! `action.rs` buttons, `view.rs` messages):
//!
//! - `anywhere`: which team something is about that is used outside of its server
//! - [`encounters`]: `/met`, conversations that happened and the private notes on them
//! - `voice`: talks in voice channels, of pairs who both want that
//! - [`people`]: `/people`, `/person` and `/me`, a member's own ties in words and as a picture
//! - [`contacts`]: `/contact`, people outside the server, each seen by their owner alone
//! - [`nudges`]: `/nudge`, the weekly message: when, about which people, and exactly once
//! - `away`: `/away`, until when a member is away
//! - [`introductions`]: `/introductions`, those who never talk put into a thread for two
//! - `dates`: `/dates`, a member's birthday and the day they started
//! - [`kudos`]: `/kudos`, `/leaderboard`, `/kudos-mine` and the weekly recap
//! - [`settings`], [`setup`]: the panels of a member and of a team
//! - [`privacy`]: `/privacy`, what is kept about a person: exported, or no longer kept
//! - [`help`]: `/help`, what Rapport does in ten lines
//!
//! What they share:
//!
//! - [`team`], [`members`], [`ties`]: a server, the people in it, and one side of a relation
//! - [`questions`]: with which two people who never talked can begin
//! - [`roster`]: all members of a role, where the members intent is on
//! - [`deletion`]: deleting for good, in steps that let others write
//! - [`interaction`]: commands and presses as they come in, and the ways to answer them
//! - [`when`]: reads dates and times as people type them
//! - `delivery`: messages that fall due, each sent exactly once
//! - `worker`: the loop of all work that falls due
//! - `backups`: copies of the database that Rapport makes by itself
//! - [`app`]: what each feature is handed
//! - [`health`]: whether a running Rapport is well, for monitoring and service managers
//!
//! The ground:
//!
//! - [`discord`]: requests, messages, names and texts; knows no feature
//! - [`database`]: the SQLite file, one writer and many readers
//! - [`picture`]: what is drawn
//! - [`calendar`], [`clock`]: time zones, weeks, schedules and circles; the time
//! - [`config`], [`telemetry`]: what the operator sets and reads
//! - [`errors`]: what a person reads and what an operator reads
//! - [`crash`]: where tests kill the process
//! - [`language`]: what people read, in six languages
//! - [`ids`], `prose`: identifiers, and texts as people write them
//!
//! On top:
//!
//! - [`bot`]: connects, registers commands, leads each event to its feature, runs the workers
//! - [`upkeep`]: what an operator does without running the bot
//!
//! The Discord of the tests is a crate of its own, `crates/rehearsal`.

mod anywhere;
pub mod app;
mod away;
mod backups;
pub mod bot;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod contacts;
pub mod crash;
pub mod database;
mod dates;
pub mod deletion;
mod delivery;
pub mod discord;
pub mod encounters;
pub mod errors;
pub mod health;
pub mod help;
pub mod ids;
pub mod interaction;
pub mod introductions;
pub mod kudos;
pub mod language;
pub mod members;
pub mod nudges;
pub mod people;
pub mod picture;
pub mod privacy;
mod prose;
pub mod questions;
pub mod roster;
pub mod settings;
pub mod setup;
pub mod team;
pub mod telemetry;
pub mod ties;
pub mod upkeep;
mod voice;
pub mod when;
mod worker;
