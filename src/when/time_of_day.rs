//! Reads a time of day alone, such as `9 Uhr`, `midi` or `午後3時`.

use chrono::NaiveTime;

use super::Precision;
use super::clock::take_clock;
use super::lexicon::Lexicon;
use super::word::Word;
use super::words::readings;
use crate::calendar::wall_clock;
use crate::errors::Refusal;
use crate::language::{Language, text};

/// Reads the time of day at which something happens, as people type it in their language or in
/// English. A part of the day, such as `evening`, is refused: it is no time.
pub fn time_of_day(text: &str, language: Language) -> Result<NaiveTime, Refusal> {
    wall_clock::time_of_day(text)
        .or_else(|| in_words(text, language))
        .ok_or_else(|| Refusal::new(text!("time-unreadable")))
}

fn in_words(text: &str, language: Language) -> Option<NaiveTime> {
    let mut languages = [language, Language::English].into_iter();
    languages.find_map(|it| {
        readings(text, Lexicon::of(it))
            .into_iter()
            .find_map(only_time)
    })
}

/// The time that `words` say, if they say nothing else.
fn only_time(mut words: Vec<Word>) -> Option<NaiveTime> {
    // "neun", as in "um neun": the number alone is an hour here.
    if !matches!(words.first(), Some(Word::At)) {
        words.insert(0, Word::At);
    }
    let clock = take_clock(&mut words).ok()??;
    let is_time = words.is_empty() && clock.precision == Precision::Time;
    is_time.then_some(clock.stands_for)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: Language) -> Option<String> {
        let time = time_of_day(text, language).ok()?;
        Some(time.format("%H:%M").to_string())
    }

    #[test]
    fn a_time_of_day_is_read_in_each_language_and_in_english() {
        use Language::{English, French, German, Japanese, Portuguese, Spanish};
        for (language, typed, expected) in [
            (English, "noon", "12:00"),
            (English, "5 p.m.", "17:00"),
            (English, "at 9 in the morning", "09:00"),
            (German, "9 Uhr", "09:00"),
            (German, "halb zehn", "09:30"),
            (German, "9 Uhr abends", "21:00"),
            (German, "Mitternacht", "00:00"),
            (German, "noon", "12:00"),
            (French, "midi", "12:00"),
            (French, "14h30", "14:30"),
            (French, "9 heures et demie", "09:30"),
            (French, "minuit", "00:00"),
            (Spanish, "mediodía", "12:00"),
            (Spanish, "a las 5 de la tarde", "17:00"),
            (Spanish, "las 9 y media", "09:30"),
            (Portuguese, "meio-dia", "12:00"),
            (Portuguese, "9h da manhã", "09:00"),
            (Japanese, "正午", "12:00"),
            (Japanese, "午後3時半", "15:30"),
            (Japanese, "9時", "09:00"),
        ] {
            assert_eq!(read(typed, language).as_deref(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn a_part_of_the_day_a_date_and_an_impossible_time_are_refused() {
        for typed in [
            "evening",
            "yesterday at 9",
            "25 Uhr",
            "",
            "monday",
            "20 Nov",
        ] {
            assert_eq!(read(typed, Language::German), None, "{typed}");
        }
    }
}
