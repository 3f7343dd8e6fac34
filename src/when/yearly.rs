//! Reads a day of the year, as people type it: `5 December`, `Dec 5`, `5.12.`

use super::reading::{Order, Unread, each_reading};
use super::word::{Numbers, Word};
use super::{SHOWN, shown};
use crate::calendar::YearlyDay;
use crate::discord::text::plain;
use crate::language::{Argument, Language, Text, text};

/// Why a text is refused as a day of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypedDayError {
    /// Rapport does not understand it.
    Unreadable {
        /// What was typed, shortened if it is long.
        shown: String,
    },
    /// Numbers with an unclear order; both readings.
    Order([YearlyDay; 2]),
}

impl TypedDayError {
    /// What the member who typed it reads.
    #[must_use]
    pub(crate) fn sentence(&self, language: Language) -> Text {
        match self {
            Self::Unreadable { shown } => text!("bad-day-unreadable", typed = plain(shown)),
            Self::Order(readings) => {
                let written = |it: &YearlyDay| it.in_words(language);
                let readings = Argument::alternatives(readings.iter().map(written).collect());
                text!("bad-day-order", readings)
            }
        }
    }
}

/// Reads what a member typed, in their language or English, as a day of the year. A year beside it is
/// read and dropped.
pub(crate) fn understand_yearly_day(
    text: &str,
    language: Language,
) -> Result<YearlyDay, TypedDayError> {
    let order = Order::of(language);
    let unclear = std::cell::Cell::new(None);
    let read = each_reading(text, language, |words| {
        let reading = match words.as_slice() {
            [Word::Numbers(numbers)] => in_numbers(*numbers, order),
            words => in_words(words).map(Reading::Clear),
        };
        match reading.ok_or(Unread::Unknown)? {
            Reading::Clear(day) => Ok(day),
            Reading::Unclear(readings) => {
                unclear.set(Some(readings));
                Err(Unread::Unknown)
            }
        }
    });
    read.map_err(|_| match unclear.take() {
        Some(readings) => TypedDayError::Order(readings),
        None => TypedDayError::Unreadable {
            shown: shown(text, SHOWN),
        },
    })
}

enum Reading {
    Clear(YearlyDay),
    Unclear([YearlyDay; 2]),
}

fn in_words(words: &[Word]) -> Option<YearlyDay> {
    use Word::{Month, Nth, Number};

    match words {
        // "1985 Dec 5": no month has as many days.
        [Number(32..), Month(month), Number(day) | Nth(day)]
        | [Number(day) | Nth(day), Month(month)]
        | [Month(month), Number(day) | Nth(day)]
        | [Number(day) | Nth(day), Month(month), Number(_)]
        | [Month(month), Number(day) | Nth(day), Number(_)] => YearlyDay::new(*month, *day),
        _ => None,
    }
}

fn in_numbers(numbers: Numbers, order: Order) -> Option<Reading> {
    match numbers {
        Numbers::YearFirst(_, month, day) | Numbers::DayFirst(day, month, _) => {
            YearlyDay::new(month, day).map(Reading::Clear)
        }
        Numbers::Either(one, two, _) => {
            let (day_first, month_first) = (YearlyDay::new(two, one), YearlyDay::new(one, two));
            match (day_first, month_first) {
                (Some(day), Some(other)) if day == other => Some(Reading::Clear(day)),
                (Some(day), _) if order == Order::DayFirst => Some(Reading::Clear(day)),
                (_, Some(day)) if order == Order::MonthFirst => Some(Reading::Clear(day)),
                (Some(day), Some(other)) => Some(Reading::Unclear([day, other])),
                (day, other) => day.or(other).map(Reading::Clear),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: Language) -> String {
        match understand_yearly_day(text, language) {
            Ok(day) => day.to_string(),
            Err(TypedDayError::Order([one, other])) => format!("{one} or {other}"),
            Err(TypedDayError::Unreadable { .. }) => "unreadable".to_owned(),
        }
    }

    #[test]
    fn a_day_of_the_year_is_read_as_people_type_it() {
        for (text, language, day) in [
            ("5 December", Language::English, "12-05"),
            ("Dec 5", Language::English, "12-05"),
            ("the 5th of december", Language::English, "12-05"),
            ("29 Feb", Language::English, "02-29"),
            ("5 Dec 1990", Language::English, "12-05"),
            ("1990-12-05", Language::English, "12-05"),
            ("25/12", Language::English, "12-25"),
            ("12/25", Language::English, "12-25"),
            ("5/5", Language::English, "05-05"),
            ("5/12", Language::English, "12-05 or 05-12"),
            ("5.12.", Language::English, "12-05"),
            ("30 Feb", Language::English, "unreadable"),
            ("tomorrow", Language::English, "unreadable"),
            ("December", Language::English, "unreadable"),
            ("", Language::English, "unreadable"),
            ("5. Dezember", Language::German, "12-05"),
            ("5/12", Language::German, "12-05"),
            ("1er mars", Language::French, "03-01"),
            ("1º de março", Language::Portuguese, "03-01"),
            ("5 de diciembre", Language::Spanish, "12-05"),
            ("5 de dezembro", Language::Portuguese, "12-05"),
            ("12月5日", Language::Japanese, "12-05"),
            ("12/5", Language::Japanese, "12-05"),
            ("5 Dec", Language::Japanese, "12-05"),
        ] {
            assert_eq!(read(text, language), day, "{text} in {language:?}");
        }
    }
}
