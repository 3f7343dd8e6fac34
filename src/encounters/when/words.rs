//! The words that people use for dates.

use chrono::{NaiveTime, Weekday};

use super::Precision;

/// A time of day, or a part of the day.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    /// Before this time of the day it is in the future.
    pub(super) begins: NaiveTime,
    /// The time that Rapport stores.
    pub(super) stands_for: NaiveTime,
    pub(super) precision: Precision,
}

impl Clock {
    /// The member said no time.
    pub(super) const DAY: Self = Self::part(0, 12);

    const fn part(begins: u32, stands_for: u32) -> Self {
        Self {
            begins: hour(begins),
            stands_for: hour(stands_for),
            precision: Precision::Day,
        }
    }

    pub(super) const fn exactly(time: NaiveTime) -> Self {
        Self {
            begins: time,
            stands_for: time,
            precision: Precision::Time,
        }
    }
}

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Named times of day.
const CLOCKS: [(&str, Clock); 9] = [
    ("morning", Clock::part(0, 9)),
    ("lunch", Clock::part(11, 12)),
    ("lunchtime", Clock::part(11, 12)),
    ("afternoon", Clock::part(12, 15)),
    ("evening", Clock::part(17, 19)),
    ("night", Clock::part(18, 21)),
    ("noon", Clock::exactly(hour(12))),
    ("midday", Clock::exactly(hour(12))),
    ("midnight", Clock::exactly(hour(0))),
];

/// Phrases and their replacements. Longer ones come before the ones they contain.
const PHRASES: [(&str, &str); 37] = [
    ("just now", "now"),
    ("earlier today", "today"),
    ("the day before yesterday", "2 days ago"),
    ("day before yesterday", "2 days ago"),
    ("last night", "yesterday night"),
    ("tonight", "today night"),
    ("this morning", "today morning"),
    ("this lunchtime", "today lunchtime"),
    ("this afternoon", "today afternoon"),
    ("this evening", "today evening"),
    ("in the morning", "morning"),
    ("in the afternoon", "afternoon"),
    ("in the evening", "evening"),
    ("at night", "night"),
    ("half an hour", "30 minutes"),
    ("an hour and a half", "90 minutes"),
    ("one and a half", "1.5"),
    ("a couple of", "2"),
    ("a couple", "2"),
    ("couple of", "2"),
    ("a few", "3"),
    ("a fortnight", "2 weeks"),
    ("a", "1"),
    ("an", "1"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("yday", "yesterday"),
    ("previous", "last"),
    ("past", "last"),
];

/// Words without meaning here, and what is left of `2026-11-20T14:00`.
const NOISE: [&str; 4] = ["on", "the", "of", "t"];

/// Units of time as people type them.
const UNITS: [(&[&str], Unit); 6] = [
    (&["m", "min", "mins", "minute", "minutes"], Unit::Minutes),
    (&["h", "hr", "hrs", "hour", "hours"], Unit::Hours),
    (&["d", "day", "days"], Unit::Days),
    (&["w", "wk", "wks", "week", "weeks"], Unit::Weeks),
    (&["month", "months"], Unit::Months),
    (&["y", "yr", "yrs", "year", "years"], Unit::Years),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// A date in numbers alone.
#[derive(Clone, Copy)]
pub(super) enum Numbers {
    /// `2026-11-20`: only one reading.
    YearFirst(u32, u32, u32),
    /// `20.11.2026`, `20.11.`: with dots, the day comes first everywhere.
    DayFirst(u32, u32, Option<u32>),
    /// `20/11/2026`, `20-11`: the order of day and month depends on the country.
    Either(u32, u32, Option<u32>),
}

/// One word, grouped by what may stand next to it.
#[derive(Clone)]
pub(super) enum Word {
    /// `now`.
    Now,
    /// `today`, `yesterday`, `tomorrow`, as days from today.
    Relative(i64),
    Weekday(Weekday),
    Month(u32),
    Unit(Unit),
    Number(u32),
    /// A day of a month: `20th`, `20.`
    Nth(u32),
    Numbers(Numbers),
    Clock(Clock),
    /// Digits that are a time of day or a number with a fraction: `9:30`, `9.30`, `0900`, `1.5`.
    Digits(String),
    /// `am` or `pm`.
    Half(&'static str),
    /// `at`, `about`: a number after it may be an hour.
    At,
    /// A suffix that makes the number before it a day: `th`.
    Ordinal,
    Last,
    This,
    Next,
    Ago,
}

/// The words of `text`; `None` if one of them is unknown.
pub(super) fn words(text: &str) -> Option<Vec<Word>> {
    let mut words: Vec<Word> = Vec::new();
    for word in split(text) {
        match (words.last(), Word::new(&word)?) {
            (Some(Word::Number(day)), Word::Ordinal) => {
                let day = Word::Nth(*day);
                words.pop();
                words.push(day);
            }
            (_, Word::Ordinal) => return None,
            (_, word) => words.push(word),
        }
    }
    Some(words)
}

/// Lower-case words, with digits split from letters, `NOISE` removed and phrases replaced.
fn split(text: &str) -> Vec<String> {
    let text = text
        .to_lowercase()
        .replace("a.m.", "am")
        .replace("p.m.", "pm");
    let mut spaced = String::from(" ");
    let mut before = ' ';
    for it in text.chars().map(|it| {
        if it == ',' || it.is_whitespace() {
            ' '
        } else {
            it
        }
    }) {
        let edge = before.is_ascii_digit() && it.is_alphabetic()
            || before.is_alphabetic() && it.is_ascii_digit();
        if edge || (it == ' ' && before != ' ') {
            spaced.push(' ');
        }
        if it != ' ' {
            spaced.push(it);
        }
        before = it;
    }
    spaced.push(' ');
    for (said, meant) in PHRASES {
        spaced = spaced.replace(&format!(" {said} "), &format!(" {meant} "));
    }
    let words = spaced
        .split_whitespace()
        .filter(|word| !NOISE.contains(word));
    words.map(str::to_owned).collect()
}

impl Word {
    /// Whole words and known abbreviations only: `dad` is not a number of days.
    fn new(word: &str) -> Option<Self> {
        let begins = |full: &&str| word.len() >= 3 && full.starts_with(word);
        Some(match word {
            "now" => Self::Now,
            "today" => Self::Relative(0),
            "yesterday" => Self::Relative(-1),
            "tomorrow" => Self::Relative(1),
            "last" => Self::Last,
            "this" => Self::This,
            "next" => Self::Next,
            "ago" => Self::Ago,
            "at" | "around" | "about" => Self::At,
            "am" => Self::Half("am"),
            "pm" => Self::Half("pm"),
            "th" | "st" | "nd" | "rd" => Self::Ordinal,
            _ if word.starts_with(|it: char| it.is_ascii_digit()) => return Self::digits(word),
            _ => {
                if let Some(month) = (1..).zip(&MONTHS).find(|(_, name)| begins(name)) {
                    return Some(Self::Month(month.0));
                }
                if let Some((_, clock)) = CLOCKS.iter().find(|(name, _)| *name == word) {
                    return Some(Self::Clock(*clock));
                }
                if let Some((_, unit)) = UNITS.iter().find(|(names, _)| names.contains(&word)) {
                    return Some(Self::Unit(*unit));
                }
                let full = WEEKDAYS.iter().find(|it| begins(it))?;
                Self::Weekday(full.parse().ok()?)
            }
        })
    }

    /// `20`, `0900`, `9:30`, `1.5`, `2026-11-20`, `20/11/2026`, `20.11.`
    fn digits(word: &str) -> Option<Self> {
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
            (None, _) if word.len() == 4 && word.starts_with('0') => Self::Digits(word.to_owned()),
            (None, [number]) => Self::Number(*number),
            (Some(':'), [_, _] | [_, _, _]) | (Some('.'), [_, _]) if !is_dotted => {
                Self::Digits(word.to_owned())
            }
            (Some('.'), [day]) => Self::Nth(*day),
            (Some('-' | '/' | '.'), [year, month, day]) if year_first => {
                Self::Numbers(Numbers::YearFirst(*year, *month, *day))
            }
            (Some('.'), [day, month]) => Self::Numbers(Numbers::DayFirst(*day, *month, None)),
            (Some('.'), [day, month, year]) => {
                Self::Numbers(Numbers::DayFirst(*day, *month, Some(*year)))
            }
            (Some('-' | '/'), [one, two]) => Self::Numbers(Numbers::Either(*one, *two, None)),
            (Some('-' | '/'), [one, two, year]) => {
                Self::Numbers(Numbers::Either(*one, *two, Some(*year)))
            }
            _ => return None,
        })
    }
}
