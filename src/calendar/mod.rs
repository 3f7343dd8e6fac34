//! What a clock on the wall means: time zones by the rules that hold now, and the cities by which
//! people know them.

pub mod cities;
mod rules;
mod zone;

pub use rules::{Source, source};
pub use zone::{UnknownZone, Zone, ZoneOffset};
