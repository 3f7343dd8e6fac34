//! Kudos: public thanks, and the boards that count them.

pub mod period;
pub mod ranking;
pub mod reason;
