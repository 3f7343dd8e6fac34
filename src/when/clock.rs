//! Finds the time of day among words.

use chrono::{NaiveTime, TimeDelta};

use super::word::{Clock, Half, Word};
use crate::calendar::wall_clock::time_of_day;
use crate::when::Precision;

/// The words look like a time that does not exist, such as `25:00`.
pub(super) struct Impossible;

/// Removes the time of day from `words`, anywhere in them, with the words that lead up to it.
pub(super) fn take_clock(words: &mut Vec<Word>) -> Result<Option<Clock>, Impossible> {
    let found = (0..words.len()).find_map(|at| {
        let after_month = at > 0 && matches!(words[at - 1], Word::Month(_));
        time_at(&words[at..], after_month).map(|it| (at, it))
    });
    let time = match found {
        None => None,
        Some((at, (length, time))) => {
            words.drain(at..at + length);
            Some(time.ok_or(Impossible)?)
        }
    };
    let part = words.iter().position(|it| matches!(it, Word::Clock(_)));
    let part = part.map(|at| words.remove(at));
    words.retain(|word| !matches!(word, Word::At));
    Ok(match (time, part) {
        (Some(time), Some(Word::Clock(part))) => Some(part.at(time).ok_or(Impossible)?),
        (None, Some(Word::Clock(part))) => Some(part),
        (time, _) => time.map(Clock::exactly),
    })
}

/// The time at the start of `words`, and how many words it takes; no time if they look like an
/// impossible one.
fn time_at(words: &[Word], after_month: bool) -> Option<(usize, Option<NaiveTime>)> {
    let is_led = matches!(words.first(), Some(Word::At));
    let mut at = usize::from(is_led);
    let before = half_at(words, at);
    at += usize::from(before.is_some());
    let (length, digits) = digits_at(&words[at..], is_led || before.is_some(), after_month)?;
    at += length;
    let after = half_at(words, at).filter(|_| before.is_none());
    at += usize::from(after.is_some());
    Some((at, digits.time(before.or(after))))
}

/// What is said of a time, without its half of the day.
enum Digits {
    Typed(String),
    HalfTo(u32),
}

impl Digits {
    fn time(&self, half: Option<Half>) -> Option<NaiveTime> {
        let half = match half {
            None => "",
            Some(Half::Am) => "am",
            Some(Half::Pm) => "pm",
        };
        match self {
            Self::Typed(digits) => time_of_day(&format!("{digits}{half}")),
            Self::HalfTo(hour) => {
                let time = time_of_day(&format!("{hour}{half}"))?;
                Some(time - TimeDelta::minutes(30))
            }
        }
    }
}

fn half_at(words: &[Word], at: usize) -> Option<Half> {
    match words.get(at) {
        Some(Word::Half(half)) => Some(*half),
        _ => None,
    }
}

/// The digits of a time at the start of `words`. A number alone is an hour if `is_led`: a word
/// before it says so.
fn digits_at(words: &[Word], is_led: bool, after_month: bool) -> Option<(usize, Digits)> {
    use Word::{Half, HalfPast, HalfTo, Minute, Month, Number, OClock, Unit};

    let minutes = |hour: &u32, minute: &u32| Digits::Typed(format!("{hour}:{minute:02}"));
    Some(match words {
        [Word::Digits(_) | Number(_), Unit(_), ..] | [Number(_), Month(_), ..] => return None,
        [Word::Digits(digits), OClock, ..] => (2, Digits::Typed(digits.to_string())),
        [Word::Digits(digits), ..] => (1, Digits::Typed(digits.to_string())),
        [Number(hour), OClock, Number(minute), Minute, ..] => (4, minutes(hour, minute)),
        [Number(hour), OClock, HalfPast, ..] => (3, minutes(hour, &30)),
        // "14 h 20 novembre": the number belongs to the month.
        [Number(_), OClock, Number(_), Month(_) | Unit(_), ..] => {
            let Number(hour) = words[0] else { return None };
            (2, Digits::Typed(hour.to_string()))
        }
        [Number(hour), OClock, Number(minute), ..] => (3, minutes(hour, minute)),
        [Number(hour), OClock, ..] => (2, Digits::Typed(hour.to_string())),
        [HalfTo, Number(hour), OClock, ..] => (3, Digits::HalfTo(*hour)),
        [HalfTo, Number(hour), ..] => (2, Digits::HalfTo(*hour)),
        [Number(hour), HalfPast, ..] if is_led => (2, minutes(hour, &30)),
        [Number(hour), ..] if is_led => (1, Digits::Typed(hour.to_string())),
        [Number(hour), Half(_), ..] => (1, Digits::Typed(hour.to_string())),
        // "9 in the morning", but not "Nov 9 morning".
        [Number(hour @ 1..=12), Word::Clock(part), ..]
            if part.precision == Precision::Day && !after_month =>
        {
            (1, Digits::Typed(hour.to_string()))
        }
        _ => return None,
    })
}
