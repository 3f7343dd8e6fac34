//! The words of a text, in every way in which they may be meant.

use std::borrow::Cow;

use super::lexicon::Lexicon;
use super::spelling::split;
use super::word::{Numbers, Word};

/// A text with more readings is refused: no date has as many.
const MOST_READINGS: usize = 256;

/// Every reading of `text` as words, the likeliest one first; none if one of them is unknown.
pub(super) fn readings(text: &str, lexicon: &Lexicon) -> Vec<Vec<Word>> {
    all_readings(text, lexicon).unwrap_or_default()
}

fn all_readings(text: &str, lexicon: &Lexicon) -> Option<Vec<Vec<Word>>> {
    let text = lexicon.cut(split(text))?;
    let mut readings = vec![Vec::new()];
    let mut rest = text.as_slice();
    while let Some(word) = rest.first() {
        let (length, meanings) = match lexicon.meanings(rest) {
            Some((length, known)) => (length, known.into_iter().map(<[Word]>::to_vec).collect()),
            None => (1, vec![vec![digits(word)?]]),
        };
        readings = readings
            .iter()
            .flat_map(|before| meanings.iter().filter_map(|it| followed_by(before, it)))
            .collect();
        if readings.len() > MOST_READINGS {
            return None;
        }
        rest = &rest[length..];
    }
    readings.retain(|it| !matches!(it.last(), Some(Word::The)));
    Some(readings)
}

/// `before` and then `words`, if a mark among these fits the number before it.
fn followed_by(before: &[Word], words: &[Word]) -> Option<Vec<Word>> {
    let mut all = before.to_vec();
    for word in words {
        let together = match (all.last(), word) {
            // "le 1er" has both.
            (Some(Word::Number(day) | Word::Nth(day)), Word::Ordinal)
            | (Some(Word::The), Word::Number(day)) => Word::Nth(*day),
            (Some(Word::Number(year @ 1000..)), Word::YearMark) => Word::Number(*year),
            (_, Word::Ordinal | Word::YearMark) => return None,
            (Some(Word::The), word) => word.clone(),
            (_, word) => {
                all.push(word.clone());
                continue;
            }
        };
        all.pop();
        all.push(together);
    }
    Some(all)
}

/// `20`, `0900`, `9:30`, `1.5`, `2026-11-20`, `20/11/2026`, `20.11.`
fn digits(word: &str) -> Option<Word> {
    let marks = ['-', '/', '.', ':'];
    let mark = word.chars().find(|it| marks.contains(it));
    let is_dotted = word.ends_with('.');
    let parts: Vec<_> = word
        .trim_end_matches('.')
        .split(mark.unwrap_or(' '))
        .collect();
    let is_number =
        |it: &&str| (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|it| it.parse().ok()).collect();
    let year_first = parts.len() == 3 && parts[0].len() == 4;
    Some(match (mark, numbers.as_slice()) {
        (None, _) if word.len() == 4 && word.starts_with('0') => {
            Word::Digits(Cow::Owned(word.to_owned()))
        }
        (None, [number]) => Word::Number(*number),
        (Some(':'), [_, _] | [_, _, _]) | (Some('.'), [_, _]) if !is_dotted => {
            Word::Digits(Cow::Owned(word.to_owned()))
        }
        (Some('.'), [day]) => Word::Nth(*day),
        (Some('-' | '/' | '.'), [year, month, day]) if year_first => {
            Word::Numbers(Numbers::YearFirst(*year, *month, *day))
        }
        (Some('.'), [day, month]) => Word::Numbers(Numbers::DayFirst(*day, *month, None)),
        (Some('.'), [day, month, year]) => {
            Word::Numbers(Numbers::DayFirst(*day, *month, Some(*year)))
        }
        (Some('-' | '/'), [one, two]) => Word::Numbers(Numbers::Either(*one, *two, None)),
        (Some('-' | '/'), [one, two, year]) => {
            Word::Numbers(Numbers::Either(*one, *two, Some(*year)))
        }
        _ => return None,
    })
}
