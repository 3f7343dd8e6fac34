//! Rapport keeps a team in touch.

pub mod clock;
pub mod ids;
