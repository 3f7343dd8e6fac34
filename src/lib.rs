//! Rapport keeps a team in touch.

pub mod app;
pub mod clock;
pub mod config;
pub mod database;
pub mod discord;
pub mod encounters;
pub mod errors;
pub mod help;
pub mod ids;
pub mod kudos;
pub mod members;
pub mod nudges;
mod prose;
#[cfg(feature = "rehearsal")]
pub mod rehearsal;
pub mod team;
pub mod telemetry;
pub mod ties;
pub mod wall_clock;
