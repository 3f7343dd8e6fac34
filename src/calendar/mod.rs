//! What a clock on the wall means: time zones by the rules that hold now, and the cities by which
//! people know them.

pub mod abbreviations;
pub mod cities;

pub use zones::{Source, UnknownZone, Zone, ZoneOffset, source};
