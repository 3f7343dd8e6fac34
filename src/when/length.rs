//! Lengths of time that are no calendar days: hours, minutes, and parts of a day.

use chrono::TimeDelta;

use super::word::{Direction, Unit, Word};

/// How long ago `words` are; negative if they are still to come. A length alone lies in `direction`.
pub(super) fn elapsed(words: &[Word], direction: Direction) -> Option<TimeDelta> {
    match words {
        [Word::Now] => return Some(TimeDelta::zero()),
        [Word::Last, Word::Unit(Unit::Hours)] => return Some(TimeDelta::hours(1)),
        [Word::Last, Word::Unit(Unit::Minutes)] => return Some(TimeDelta::minutes(1)),
        _ => {}
    }
    let (words, direction) = match words {
        [words @ .., Word::Ago] => (words, Direction::Back),
        [words @ .., Word::Ahead] => (words, Direction::Ahead),
        words => (words, direction),
    };
    let length = length(words)?;
    Some(match direction {
        Direction::Back => length,
        Direction::Ahead => -length,
    })
}

fn length(words: &[Word]) -> Option<TimeDelta> {
    match words {
        [Word::Number(count), Word::Unit(unit)] => {
            let minutes = match unit {
                Unit::Minutes => 1,
                Unit::Hours => 60,
                _ => return None,
            };
            TimeDelta::try_minutes(i64::from(*count) * minutes)
        }
        // "une heure et demie", "1時間半"
        [Word::Number(count), Word::Unit(Unit::Hours), Word::HalfPast] => {
            TimeDelta::try_minutes(i64::from(*count) * 60 + 30)
        }
        [Word::Digits(count), Word::Unit(unit)] => fraction(count, *unit),
        _ => None,
    }
}

/// A fraction such as `1.5` of a unit with a fixed length.
fn fraction(count: &str, unit: Unit) -> Option<TimeDelta> {
    let (whole, tenths) = count.split_once('.')?;
    let length = match unit {
        Unit::Minutes => TimeDelta::minutes(1),
        Unit::Hours => TimeDelta::hours(1),
        Unit::Days => TimeDelta::days(1),
        Unit::Weeks => TimeDelta::weeks(1),
        Unit::Months | Unit::Years => return None,
    };
    let parts = 10_i32.checked_pow(u32::try_from(tenths.len()).ok()?)?;
    let whole = length.checked_mul(whole.parse().ok()?)?;
    let rest = length.checked_mul(tenths.parse().ok()?)? / parts;
    whole.checked_add(&rest)
}
