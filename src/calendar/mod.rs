//! Local times: time zones by their current rules, and the cities by which people know them.

pub mod abbreviations;
pub mod circle;
pub mod cities;
mod people_per_nudge;
pub mod rhythm;
pub mod schedule;
pub mod wall_clock;
pub mod week;

pub use circle::Circle;
pub use people_per_nudge::{PeoplePerNudge, PeoplePerNudgeError};
pub use zones::{Source, UnknownZone, Zone, ZoneOffset, source};
