//! Reads birthdays, as people type them and as their files have them. No year is kept.

use chrono::{Datelike as _, NaiveDate};
use strum::IntoEnumIterator as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::calendar::YearlyDay;
use crate::language::{Language, Text, text};
use crate::when::Order;

/// Any year, to have the names of its months.
const ANY_YEAR: i32 = 2000;

/// Words around the day and the month that say nothing.
const NOISE: [&str; 14] = [
    "de", "do", "of", "the", "le", "el", "am", "den", "st", "nd", "rd", "th", "er", "o",
];

/// Why a text is no birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BirthdayError {
    /// It is not written like a day.
    Unreadable,
    /// The calendar has no such day.
    NoSuchDay,
    /// It can mean two days: the one read with the month first, and the one with the day first.
    TwoDays(YearlyDay, YearlyDay),
}

/// The order of day and month that the texts of a list show: of those that can only be read one way, if
/// they agree.
pub(super) fn order_shown_by<'t>(texts: impl Iterator<Item = &'t str>) -> Order {
    let mut shown = texts.filter_map(shown_by);
    let first = shown.next().unwrap_or(Order::Unclear);
    if shown.all(|it| it == first) {
        first
    } else {
        Order::Unclear
    }
}

/// `28/2/1985` shows it, `2/3/1985` does not.
fn shown_by(text: &str) -> Option<Order> {
    let numbers: Vec<u32> = text
        .split(['/', '-'])
        .filter_map(|it| it.trim().parse().ok())
        .collect();
    match numbers[..] {
        [13..=31, 1..=12, ..] => Some(Order::DayFirst),
        [1..=12, 13..=31, ..] => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Reads what people type and what their files have: `3 December`, `Dec 3`, `3.12.`,
/// `1985-12-03`, `--12-03`, `12月3日`. Months are understood in every language. A year is ignored.
/// `order` tells day and month apart where both are numbers between slashes or hyphens.
pub(super) fn parse(text: &str, order: Order) -> Result<YearlyDay, BirthdayError> {
    let text = folded(text);
    let text = without_time(&text);
    match Parts::of(text)? {
        Parts::Named { month, day } => found(month, day),
        Parts::Numbers(first, second) => by_numbers(text, order, first, second),
    }
}

impl BirthdayError {
    /// What the person reads. `typed` is what they wrote, escaped for a message.
    #[must_use]
    pub(super) fn sentence(self, typed: &str, language: Language) -> Text {
        let example = YearlyDay::EXAMPLE.in_words(language);
        match self {
            Self::Unreadable => text!("birthday-unreadable", typed, example),
            Self::NoSuchDay => text!("birthday-no-such-day", typed, example),
            Self::TwoDays(one, other) => {
                let (one, other) = (one.in_words(language), other.in_words(language));
                text!("birthday-two-days", typed, one, other)
            }
        }
    }
}

fn found(month: u32, day: u32) -> Result<YearlyDay, BirthdayError> {
    YearlyDay::new(month, day).ok_or(BirthdayError::NoSuchDay)
}

/// What a text says, without its year.
enum Parts {
    Named { month: u32, day: u32 },
    Numbers(u32, u32),
}

impl Parts {
    fn of(text: &str) -> Result<Self, BirthdayError> {
        let mut months = Vec::new();
        let mut numbers = Vec::new();
        for word in words(text) {
            if word.starts_with(|it: char| it.is_ascii_digit()) {
                numbers.push(word);
            } else if let Some(month) = month_named(&word) {
                months.push(month);
            } else if !NOISE.contains(&word.as_str()) {
                return Err(BirthdayError::Unreadable);
            }
        }
        if let [packed] = &numbers[..]
            && months.is_empty()
        {
            numbers = unpacked(packed);
        }
        numbers.retain(|it| it.len() < 3);
        let numbers: Vec<u32> = numbers.iter().filter_map(|it| it.parse().ok()).collect();
        match (&months[..], &numbers[..]) {
            ([month], [day]) => Ok(Self::Named {
                month: *month,
                day: *day,
            }),
            ([], [first, second]) => Ok(Self::Numbers(*first, *second)),
            _ => Err(BirthdayError::Unreadable),
        }
    }
}

/// `19851203` as year, month and day; `1203` as month and day, as vCards write days without a year.
fn unpacked(digits: &str) -> Vec<String> {
    let (year, day) = match digits.len() {
        8 => digits.split_at(4),
        4 => ("", digits),
        _ => return vec![digits.to_owned()],
    };
    let (month, day) = day.split_at(2);
    [year, month, day]
        .into_iter()
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

fn by_numbers(
    text: &str,
    order: Order,
    first: u32,
    second: u32,
) -> Result<YearlyDay, BirthdayError> {
    let (month_first, day_first) = (found(first, second), found(second, first));
    let starts_with_year = text.chars().take_while(char::is_ascii_digit).count() >= 4;
    if starts_with_year || text.starts_with("--") || text.contains('月') {
        return month_first;
    }
    if text.contains('.') {
        return day_first;
    }
    match (month_first, day_first) {
        (Ok(one), Ok(other)) if one != other => match order {
            Order::MonthFirst => Ok(one),
            Order::DayFirst => Ok(other),
            Order::Unclear => Err(BirthdayError::TwoDays(one, other)),
        },
        (Ok(one), _) => Ok(one),
        (_, other) => other,
    }
}

/// Lower case without accents; digits of full width as usual ones.
fn folded(text: &str) -> String {
    let lower = text.trim().nfkc().flat_map(char::to_lowercase);
    lower
        .nfd()
        .filter(|it| !is_combining_mark(*it))
        .nfc()
        .collect()
}

/// Runs of digits, and runs of letters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for it in text.chars() {
        let is_digit = it.is_ascii_digit();
        let is_word = is_digit || it.is_alphabetic() && !matches!(it, '年' | '月' | '日');
        let class = is_word.then_some(is_digit);
        match words.last_mut() {
            Some(word) if is_word && before == class => word.push(it),
            _ if is_word => words.push(it.to_string()),
            _ => {}
        }
        before = class;
    }
    words
}

/// `text` without a time of day, as in `1985-12-03T00:00:00Z`.
fn without_time(text: &str) -> &str {
    let is_date = |date: &str| date.len() >= 8 && date.starts_with(|it: char| it.is_ascii_digit());
    match text.split_once('t') {
        Some((date, _)) if is_date(date) && !date.contains(char::is_alphabetic) => date,
        _ => text,
    }
}

/// The month with this name in any language; at least three letters of it.
fn month_named(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let days = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(ANY_YEAR, month, 1));
    let named = |day: &NaiveDate| {
        Language::iter().any(|language| folded(&language.month(*day)).starts_with(word))
    };
    let months: Vec<_> = days.filter(named).map(|day| day.month()).collect();
    match months[..] {
        [month] => Some(month),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn birthday(month: u32, day: u32) -> YearlyDay {
        YearlyDay::new(month, day).unwrap()
    }

    #[test]
    fn birthdays_are_read_as_people_and_their_files_write_them() {
        for typed in [
            "3 December",
            "3 dec",
            "Dec 3",
            "December 3rd, 1985",
            "the 3rd of December",
            "3.12.",
            "03.12.1985",
            "3. Dezember",
            "3 décembre 1985",
            "3 de diciembre",
            "3 de dezembro",
            "12月3日",
            "1985年12月3日",
            "１２月３日",
            "1985-12-03",
            "1985/12/3",
            "19851203",
            "--12-03",
            "--1203",
            "1985-12-03T00:00:00Z",
        ] {
            assert_eq!(parse(typed, Order::Unclear), Ok(birthday(12, 3)), "{typed}");
        }
        assert_eq!(parse("29 Feb", Order::Unclear), Ok(birthday(2, 29)));
        assert_eq!(parse("13/2", Order::MonthFirst), Ok(birthday(2, 13)));
        assert_eq!(parse("2/13/1985", Order::DayFirst), Ok(birthday(2, 13)));
        assert_eq!(parse("5/5", Order::Unclear), Ok(birthday(5, 5)));
        assert_eq!(parse("3/12", Order::DayFirst), Ok(birthday(12, 3)));
        assert_eq!(parse("3/12", Order::MonthFirst), Ok(birthday(3, 12)));
    }

    #[test]
    fn a_text_that_is_no_birthday_says_why() {
        let two = BirthdayError::TwoDays(birthday(3, 12), birthday(12, 3));
        for (typed, error) in [
            ("", BirthdayError::Unreadable),
            ("soon", BirthdayError::Unreadable),
            ("December", BirthdayError::Unreadable),
            ("3 December 4", BirthdayError::Unreadable),
            ("30 February", BirthdayError::NoSuchDay),
            ("31.4.", BirthdayError::NoSuchDay),
            ("1985-13-01", BirthdayError::NoSuchDay),
            ("40/50", BirthdayError::NoSuchDay),
            ("3/12", two),
            ("03-12-1985", two),
        ] {
            assert_eq!(parse(typed, Order::Unclear), Err(error), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_birthday_is_read_back_from_what_is_stored_and_from_its_words(
            (month, day) in (1_u32..=12, 1_u32..=31),
        ) {
            prop_assume!(YearlyDay::new(month, day).is_some());
            let it = birthday(month, day);
            prop_assert_eq!(it.to_string().parse(), Ok(it));
            for language in Language::iter() {
                prop_assert_eq!(parse(&it.in_words(language), Order::Unclear), Ok(it));
            }
        }

        #[test]
        fn no_text_makes_the_reader_fail(typed in "\\PC{0,30}") {
            let _ = parse(&typed, Order::Unclear);
        }
    }
}
