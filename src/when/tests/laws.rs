//! Properties that hold for any text.

use proptest::prelude::*;
use strum::IntoEnumIterator as _;

use super::*;
use crate::when::lexicon::{MEANINGS, spellings};

/// Sentences of meaningful words, in any order.
fn any_words() -> impl Strategy<Value = String> {
    let words = [
        "last",
        "next",
        "this",
        "friday",
        "mon",
        "nov",
        "20",
        "14:00",
        "9",
        "am",
        "pm",
        "12",
        "days",
        "week",
        "hours",
        "ago",
        "yesterday",
        "noon",
        "morning",
        "2026-11-20",
        "20/11",
        "11/12",
        "1.5",
        "0900",
        "at",
        "th",
        "0",
        "9999",
        "29",
        "feb",
        "31/12/9999",
        "0000-00-00",
        "month",
        "years",
        "a",
        "-",
        "+",
        ":",
        ".",
        "/",
        "99:99",
        "T",
        "Z",
        "1.",
        "now",
        "today",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..6)
        .prop_map(|words| words.join(" "))
}

/// A language, and a text of its words in any order.
pub(super) fn any_language() -> impl Strategy<Value = (Language, String)> {
    let language = prop::sample::select(Language::iter().collect::<Vec<_>>());
    language.prop_flat_map(|language| {
        let own = MEANINGS
            .iter()
            .flat_map(move |(key, _)| spellings(key, language));
        let numbers = ["3", "20", "20.", "14:30", "11/12"].map(str::to_owned);
        let words = prop::sample::select(own.chain(numbers).collect::<Vec<_>>());
        let blank = if language == Language::Japanese {
            ""
        } else {
            " "
        };
        let own = prop::collection::vec(words, 0..5).prop_map(move |words| words.join(blank));
        (
            Just(language),
            prop_oneof![any_words(), own, ".*", "[0-9]{1,2}"],
        )
    })
}

fn any_zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(Zone::all().collect::<Vec<_>>())
}

fn any_now() -> impl Strategy<Value = DateTime<Utc>> {
    (at("2020-01-01T00:00").timestamp()..at("2040-01-01T00:00").timestamp())
        .prop_map(|secs| DateTime::from_timestamp(secs, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_a_past_time_or_an_error(
        (language, text) in any_language(),
        zone in any_zone(),
        now in any_now(),
    ) {
        let since = now - TimeDelta::days(100);
        if let Ok(when) = understand(&text, now, zone, since, language) {
            prop_assert!(when.at <= now && when.at > since - TimeDelta::days(368), "{:?}", when);
        }
    }

    #[test]
    fn digits_and_marks_are_a_past_time_or_an_error(
        text in r"[0-9]{0,30}[-/:. a-zA-Z+]{0,20}[0-9]{0,6}",
        zone in any_zone(),
        now in any_now(),
    ) {
        let since = now - TimeDelta::days(100);
        if let Ok(when) = understand(&text, now, zone, since, Language::English) {
            prop_assert!(when.at <= now && when.at > since - TimeDelta::days(368), "{:?}", when);
        }
    }

    #[test]
    fn every_choice_is_read_as_the_date_it_shows_later_too(
        (language, typed) in any_language(),
        zone in any_zone(),
        now in any_now(),
        later in 0_i64..100_000,
    ) {
        let since = now - TimeDelta::days(1000);
        let offered = completions(&typed, now, zone, since, language);
        prop_assert!(offered.len() <= 25);
        for it in offered {
            prop_assert!(it.label.chars().count() <= 100 && it.value.len() <= 100);
            let read = |now, language| understand(&it.value, now, zone, since, language).map(|it| it.at);
            let at = read(now, language).unwrap();
            let shown = at.with_timezone(&zone).naive_local();
            prop_assert!(
                it.label.ends_with(&format!(" · {}", language.day_and_year(shown.date())))
                    || it.label.ends_with(&format!(" · {}", language.day_and_time(shown))),
                "{} is {shown}", it.label
            );
            for language in Language::iter() {
                prop_assert_eq!(read(now + TimeDelta::seconds(later), language), Ok(at));
            }
        }
    }
}
