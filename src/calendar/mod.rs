//! What a clock on the wall means: time zones by the rules that hold now, and the cities by which
//! people know them.

pub mod circle;
pub mod cities;
pub mod rhythm;
pub mod schedule;
pub mod wall_clock;
pub mod week;

pub use circle::Circle;
pub use zones::{Source, UnknownZone, Zone, ZoneOffset, source};
