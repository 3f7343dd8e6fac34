//! Local times: time zones by their current rules, and the cities by which people know them.

pub(crate) mod abbreviations;
mod absence;
pub mod circle;
pub mod cities;
mod people_per_nudge;
pub(crate) mod rhythm;
pub(crate) mod schedule;
pub(crate) mod wall_clock;
pub mod week;
mod yearly_day;

pub use absence::Absence;
pub use circle::Circle;
pub use people_per_nudge::PeoplePerNudge;
pub use yearly_day::YearlyDay;
pub use zones::{Source, UnknownZone, Zone, ZoneOffset, source};
