//! Rapport keeps a team in touch.

pub mod app;
pub mod clock;
pub mod config;
pub mod discord;
pub mod database;
pub mod ids;
pub mod telemetry;
pub mod encounters;
pub mod kudos;
pub mod nudges;
mod prose;
pub mod ties;
pub mod wall_clock;
#[cfg(feature = "rehearsal")]
pub mod rehearsal;
