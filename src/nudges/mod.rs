//! The weekly nudge: when it is sent, and whom it names.

pub mod choose;
pub mod rhythm;
pub mod schedule;
pub mod week;
