//! Rapport keeps a team in touch: who talked with whom, whom a member is losing touch with, and
//! thanks in public. This page is the map of the house; `ARCHITECTURE.md` walks through it.
//!
//! What the product talks about, a folder each, all with the same rooms (`mod.rs` the rules,
//! `store.rs` the SQL, `commands.rs` what people use, `view.rs` what they read):
//!
//! - [`encounters`]: conversations that happened, and the private notes to them
//! - [`ties`]: one member's side of a relation, and when it is due
//! - [`people`]: what a member sees of their own ties: `/people`, `/person`, and `/me` drawn
//! - [`nudges`]: the weekly message: when, whom, and exactly once
//! - [`kudos`]: public thanks and the boards that count them
//! - [`members`], [`team`]: who they are and what they chose
//! - [`roster`]: all members of a role, where the members intent is on
//! - [`privacy`]: what is kept about somebody, taken along or deleted
//! - [`deletion`]: deleting for good, in steps that let others write
//! - [`help`]: what Rapport does, in ten lines
//!
//! What they stand on:
//!
//! - [`discord`]: replies, presses, people and texts as Discord has them
//! - [`database`]: the one SQLite file, one writer and many readers
//! - [`delivery`]: messages that fall due, each sent exactly once
//! - [`picture`]: what is drawn rather than written
//! - [`clock`], [`wall_clock`]: what time it is, and what a time on the wall means
//! - [`calendar`]: time zones by their present rules, and the cities people know them by
//! - [`config`], [`telemetry`]: what the operator sets and reads
//! - [`crash`]: where tests end the process in the middle
//! - [`errors`]: what a person reads and what an operator reads
//! - [`app`]: what of these every feature is handed
//!
//! And on top:
//!
//! - [`bot`]: all of it together, connected, from an event to a feature and back
//! - [`upkeep`]: what an operator does without running the bot
//!
//! And [`rehearsal`], which knows nothing of the above: a small Discord inside the process, with a
//! page and a prompt at which to use it.

pub mod app;
pub mod bot;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod crash;
pub mod database;
pub mod deletion;
pub mod delivery;
pub mod discord;
pub mod encounters;
pub mod errors;
pub mod help;
pub mod ids;
pub mod interaction;
pub mod kudos;
pub mod members;
pub mod nudges;
pub mod people;
pub mod picture;
pub mod privacy;
mod prose;
pub mod roster;
pub mod settings;
pub mod setup;
pub mod team;
pub mod telemetry;
pub mod ties;
pub mod upkeep;
