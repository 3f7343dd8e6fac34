//! Local times: time zones by their current rules, and the cities by which people know them.

pub mod abbreviations;
pub mod circle;
pub mod cities;
pub mod rhythm;
pub mod schedule;
pub mod wall_clock;
pub mod week;
mod wish;

pub use circle::Circle;
pub use wish::{Wish, WishError};
pub use zones::{Source, UnknownZone, Zone, ZoneOffset, source};
