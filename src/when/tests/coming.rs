//! Times to come, as people type them.

use proptest::prelude::*;

use super::*;
use crate::when::autocomplete::coming_completions;

/// The local result in Berlin on the Friday, 27 November 2026, 15:30, within a year; or the kind of
/// error.
fn coming(language: Language, text: &str) -> String {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let days = day("2026-11-27")..=day("2027-11-27");
    match understand_coming(text, at(FRIDAY), berlin(), &days, language) {
        Ok(When { at, precision }) => {
            let local = at.with_timezone(&berlin()).format("%Y-%m-%d %H:%M");
            format!("{local} {precision:?}")
        }
        Err(WhenError::UnreadableAsComing { .. }) => "unreadable".into(),
        Err(WhenError::Order { readings, .. }) => {
            let readings: Vec<_> = readings.iter().map(ToString::to_string).collect();
            readings.join(" or ")
        }
        Err(WhenError::Over { understood, .. }) => format!("over {}", understood.date()),
        Err(WhenError::TooFarAhead { understood, .. }) => format!("too far {understood}"),
        Err(error) => format!("{error:?}"),
    }
}

fn check_coming(language: Language, table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (text, coming(language, text), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{language:?}: {wrong:#?}");
}

#[test]
fn the_next_day_that_fits_counts() {
    check_coming(
        Language::English,
        &[
            ("tomorrow", "2026-11-28 12:00 Day"),
            ("the day after tomorrow", "2026-11-29 12:00 Day"),
            ("monday", "2026-11-30 12:00 Day"),
            ("friday", "2026-12-04 12:00 Day"),
            ("friday 17:00", "2026-11-27 17:00 Time"),
            ("friday at 9", "2026-12-04 09:00 Time"),
            ("17:00", "2026-11-27 17:00 Time"),
            ("9:00", "2026-11-28 09:00 Time"),
            ("next friday", "2026-12-04 12:00 Day"),
            ("next monday", "2026-11-30 12:00 Day"),
            ("next week", "2026-11-30 12:00 Day"),
            ("wednesday next week", "2026-12-02 12:00 Day"),
            ("next month", "2026-12-01 12:00 Day"),
            ("the 5th of next month", "2026-12-05 12:00 Day"),
            ("next year", "2027-01-01 12:00 Day"),
            ("in 3 days", "2026-11-30 12:00 Day"),
            ("3 days", "2026-11-30 12:00 Day"),
            ("in a week", "2026-12-04 12:00 Day"),
            ("2 weeks from now", "2026-12-11 12:00 Day"),
            ("in a month", "2026-12-27 12:00 Day"),
            ("in 2 hours", "2026-11-27 17:30 Time"),
            ("5 Dec", "2026-12-05 12:00 Day"),
            ("3 Jan", "2027-01-03 12:00 Day"),
            ("28/11", "2026-11-28 12:00 Day"),
            ("the 5th", "2026-12-05 12:00 Day"),
            ("31st", "2026-12-31 12:00 Day"),
            ("2026-12-05", "2026-12-05 12:00 Day"),
            ("Sat 5 Dec", "2026-12-05 12:00 Day"),
        ],
    );
}

#[test]
fn what_is_over_too_far_or_unclear_is_refused() {
    check_coming(
        Language::English,
        &[
            ("yesterday", "over 2026-11-26"),
            ("26 Nov", "over 2026-11-26"),
            ("last friday", "over 2026-11-20"),
            ("2 weeks ago", "over 2026-11-13"),
            ("now", "over 2026-11-27"),
            ("25 Nov", "2027-11-25 12:00 Day"),
            ("2027-12-01", "too far 2027-12-01"),
            ("in 2 years", "too far 2028-11-27"),
            ("1/2/2027", "2027-02-01 or 2027-01-02"),
            ("5/12/2026", "2026-12-05"),
            ("30 Feb", "unreadable"),
            ("blursday", "unreadable"),
            ("", "unreadable"),
        ],
    );
}

#[test]
fn every_language_has_words_for_days_to_come() {
    for (language, table) in [
        (
            Language::German,
            [
                ("übermorgen", "2026-11-29 12:00 Day"),
                ("in zwei Wochen", "2026-12-11 12:00 Day"),
                ("nächste Woche", "2026-11-30 12:00 Day"),
                ("5.12.", "2026-12-05 12:00 Day"),
            ],
        ),
        (
            Language::French,
            [
                ("après-demain", "2026-11-29 12:00 Day"),
                ("dans deux semaines", "2026-12-11 12:00 Day"),
                ("la semaine prochaine", "2026-11-30 12:00 Day"),
                ("le 5 décembre", "2026-12-05 12:00 Day"),
            ],
        ),
        (
            Language::Spanish,
            [
                ("pasado mañana", "2026-11-29 12:00 Day"),
                ("dentro de dos semanas", "2026-12-11 12:00 Day"),
                ("la semana que viene", "2026-11-30 12:00 Day"),
                ("el 5 de diciembre", "2026-12-05 12:00 Day"),
            ],
        ),
        (
            Language::Portuguese,
            [
                ("depois de amanhã", "2026-11-29 12:00 Day"),
                ("daqui a duas semanas", "2026-12-11 12:00 Day"),
                ("semana que vem", "2026-11-30 12:00 Day"),
                ("dia 5 de dezembro", "2026-12-05 12:00 Day"),
            ],
        ),
        (
            Language::Japanese,
            [
                ("明後日", "2026-11-29 12:00 Day"),
                ("2週間後", "2026-12-11 12:00 Day"),
                ("来週", "2026-11-30 12:00 Day"),
                ("12月5日", "2026-12-05 12:00 Day"),
            ],
        ),
    ] {
        check_coming(language, &table);
    }
}

fn offered(typed: &str, language: Language) -> Vec<Completion> {
    let today: NaiveDate = "2026-11-27".parse().unwrap();
    let days = today..=today + Months::new(12);
    let read = |text: &str| understand_coming(text, at(FRIDAY), berlin(), &days, language);
    coming_completions(typed, berlin(), language, read)
}

#[test]
fn all_that_is_offered_can_be_read() {
    use strum::IntoEnumIterator as _;
    for language in Language::iter() {
        assert_eq!(offered("", language).len(), 9, "{language:?}");
        assert!(offered("3", language).len() >= 10, "{language:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_is_a_time_to_come_or_an_error((language, text) in laws::any_language()) {
        let now = at(FRIDAY);
        let today: NaiveDate = "2026-11-27".parse().unwrap();
        let days = today..=today + Months::new(12);
        if let Ok(when) = understand_coming(&text, now, berlin(), &days, language) {
            let day = when.at.with_timezone(&berlin()).date_naive();
            prop_assert!(when.at > now && days.contains(&day), "{:?}", when);
        }
        for it in offered(&text, language) {
            prop_assert!(it.label.chars().count() <= 100);
            let read = understand_coming(&it.value, now, berlin(), &days, language).unwrap();
            let day = read.at.with_timezone(&berlin()).date_naive();
            prop_assert!(it.label.contains(&language.day_and_year(day)), "{}", it.label);
        }
    }
}
