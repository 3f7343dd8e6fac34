//! The words that people say dates with.

use chrono::{NaiveTime, Weekday};

use super::Precision;

/// A time of day, or a part of the day.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    /// Before this it is still to come.
    pub(super) begins: NaiveTime,
    /// What it is kept as.
    pub(super) stands_for: NaiveTime,
    pub(super) precision: Precision,
}

impl Clock {
    /// No time was said.
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

/// Times of day that have a name.
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

/// What people say, and how to say it here. In order: longer ones before what they contain.
const PHRASES: [(&str, &str); 35] = [
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

/// Words that change nothing, and what is left of `20th` and of `2026-11-20T14:00`.
const NOISE: [&str; 11] = [
    "on", "at", "the", "of", "around", "about", "th", "st", "nd", "rd", "t",
];

/// Units of time as typed, and as interim reads them.
const UNITS: [(&[&str], &str); 6] = [
    (&["m", "min", "mins", "minute", "minutes"], "minutes"),
    (&["h", "hr", "hrs", "hour", "hours"], "hours"),
    (&["d", "day", "days"], "days"),
    (&["w", "wk", "wks", "week", "weeks"], "weeks"),
    (&["month", "months"], "months"),
    (&["y", "yr", "yrs", "year", "years"], "years"),
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

/// One word, by what it may stand next to.
#[derive(Clone)]
pub(super) enum Word {
    /// `now`.
    Now,
    /// `today`, `yesterday`, `tomorrow`.
    Named(String),
    Weekday(String, Weekday),
    Month(String),
    Unit(&'static str),
    Number(String),
    /// With a year, as interim reads it.
    Date(String),
    /// Day and month, as interim reads it.
    DayMonth(String),
    Clock(Clock),
    /// Digits that are a time of day: `9:30`, `9.30`.
    Digits(String),
    /// `am` or `pm`.
    Half(String),
    Last,
    This,
    Next,
    Ago,
}

/// Lower-case words, digits apart from letters, noise gone, phrases replaced.
pub(super) fn split(text: &str) -> Vec<String> {
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
    /// Whole words and known abbreviations only: interim alone would read `dad` as days.
    pub(super) fn new(word: &str) -> Option<Self> {
        let begins = |full: &&str| word.len() >= 3 && full.starts_with(word);
        Some(match word {
            "now" => Self::Now,
            "today" | "yesterday" | "tomorrow" => Self::Named(word.to_owned()),
            "last" => Self::Last,
            "this" => Self::This,
            "next" => Self::Next,
            "ago" => Self::Ago,
            "am" | "pm" => Self::Half(word.to_owned()),
            _ if word.starts_with(|it: char| it.is_ascii_digit()) => return Self::digits(word),
            _ if MONTHS.iter().any(&begins) => Self::Month(word.to_owned()),
            _ => {
                if let Some((_, clock)) = CLOCKS.iter().find(|(name, _)| *name == word) {
                    return Some(Self::Clock(*clock));
                }
                if let Some((_, unit)) = UNITS.iter().find(|(names, _)| names.contains(&word)) {
                    return Some(Self::Unit(unit));
                }
                let full = WEEKDAYS.iter().find(|it| begins(it))?;
                Self::Weekday(word.to_owned(), full.parse().ok()?)
            }
        })
    }

    /// `20`, `9:30`, `2026-11-20`, `20/11/2026`, `20.11.`
    fn digits(word: &str) -> Option<Self> {
        let of = |mark: char| {
            let parts: Vec<_> = word.trim_end_matches('.').split(mark).collect();
            let number =
                |it: &&str| (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
            parts.iter().all(number).then_some(parts)
        };
        let marks = ['-', '/', '.', ':'];
        let mark = word.chars().find(|it| marks.contains(it));
        let dotted = word.ends_with('.');
        Some(match (mark, of(mark.unwrap_or(' '))?.as_slice()) {
            (None, _) => Self::Number(word.to_owned()),
            (Some(':'), [_, _] | [_, _, _]) if !dotted => Self::Digits(word.to_owned()),
            (Some('.'), [hour, minute]) if !dotted => Self::Digits(format!("{hour}:{minute}")),
            (Some('.'), [day]) => Self::Number((*day).to_owned()),
            (Some('-' | '/' | '.'), [day, month]) => Self::DayMonth(format!("{day}/{month}")),
            (Some('-' | '/' | '.'), [year, month, day]) if year.len() == 4 => {
                Self::Date(format!("{year}-{month}-{day}"))
            }
            (Some('-' | '/' | '.'), [day, month, year]) => {
                Self::Date(format!("{day}/{month}/{year}"))
            }
            _ => return None,
        })
    }
}
