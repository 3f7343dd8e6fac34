//! The colours of pictures: Discord's dark theme for the background, and the set of Okabe and Ito,
//! which people of every colour vision can distinguish. Colour is never the only sign.

use crate::ids::PersonId;

/// The background: that of Discord's dark theme, so that a picture has no visible edge in the
/// channel.
pub(crate) const BACKGROUND: &str = "#313338";
/// Important text.
pub(crate) const TEXT: &str = "#F2F3F5";
/// Less important text.
pub(crate) const MUTED: &str = "#B5BAC1";
/// The background of a bar.
pub(crate) const TRACK: &str = "#232428";
/// Letters on a light colour.
pub(crate) const INK: &str = "#1E1F22";
/// A bar.
pub(crate) const SKY: &str = "#56B4E9";
/// The longest bar.
pub(crate) const AMBER: &str = "#E69F00";
/// The first of three colours that differ from these two.
pub(crate) const GREEN: &str = "#35B597";
/// The second of the three.
pub(crate) const YELLOW: &str = "#F0E442";
/// The third of the three.
pub(crate) const PINK: &str = "#D98CB7";

/// The colours of people. [`INK`] is readable on each.
const PEOPLE: [&str; 6] = [SKY, AMBER, GREEN, YELLOW, PINK, "#E8803A"];

/// A person's colour, the same in every picture.
#[must_use]
pub(crate) fn of(person: PersonId) -> &'static str {
    // A snowflake's lower bits are nearly always zero, so use the time above them too.
    let mixed = (person.0 >> 22) ^ person.0;
    let index = mixed.rem_euclid(PEOPLE.len().cast_signed() as i64);
    usize::try_from(index)
        .ok()
        .and_then(|index| PEOPLE.get(index))
        .unwrap_or(&SKY)
}
