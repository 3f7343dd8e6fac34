//! The colours of pictures: Discord's dark theme below, and above it Okabe and Ito's set, which
//! people of every colour vision tell apart. No colour means anything on its own.

use crate::ids::PersonId;

/// What a picture is drawn on: Discord's dark theme, so that it sits in the channel without a frame.
pub const BACKGROUND: &str = "#313338";
/// What is to be read.
pub const TEXT: &str = "#F2F3F5";
/// What may be read.
pub const MUTED: &str = "#B5BAC1";
/// What lies behind a bar.
pub const TRACK: &str = "#232428";
/// Letters on a light colour.
pub const INK: &str = "#1E1F22";
/// A bar.
pub const SKY: &str = "#56B4E9";
/// The longest bar.
pub const AMBER: &str = "#E69F00";
/// Three that are told apart from these two.
pub const GREEN: &str = "#35B597";
/// The second of them.
pub const YELLOW: &str = "#F0E442";
/// The third.
pub const PINK: &str = "#D98CB7";

/// Those that mark people; [`INK`] can be read on each.
const PEOPLE: [&str; 6] = [SKY, AMBER, GREEN, YELLOW, PINK, "#E8803A"];

/// A person's colour, the same in every picture.
#[must_use]
pub fn of(person: PersonId) -> &'static str {
    // A snowflake's lower bits are nearly always zero: the time above them tells people apart.
    let mixed = (person.0 >> 22) ^ person.0;
    let index = mixed.rem_euclid(PEOPLE.len().cast_signed() as i64);
    usize::try_from(index)
        .ok()
        .and_then(|index| PEOPLE.get(index))
        .unwrap_or(&SKY)
}
