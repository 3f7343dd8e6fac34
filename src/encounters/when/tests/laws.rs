//! Properties that hold for any text.

use proptest::prelude::*;

use super::*;

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
        text in prop_oneof![any_words(), ".*", r"[0-9]{0,30}[-/:. a-zA-Z+]{0,20}[0-9]{0,6}"],
        zone in any_zone(),
        now in any_now(),
    ) {
        let since = now - TimeDelta::days(100);
        if let Ok(when) = understand(&text, now, zone, since) {
            prop_assert!(when.at <= now && when.at > since - TimeDelta::days(368), "{:?}", when);
        }
    }

    #[test]
    fn every_choice_fits_and_is_read_as_the_same_time_later(
        typed in prop_oneof![Just(String::new()), any_words(), "[0-9]{1,2}", ".*"],
        zone in any_zone(),
        now in any_now(),
        later in 0_i64..100_000,
    ) {
        let since = now - TimeDelta::days(1000);
        let offered = suggestions(&typed, now, zone, since);
        prop_assert!(offered.len() <= 25);
        for it in offered {
            prop_assert!(it.label.chars().count() <= 100 && it.value.len() <= 100);
            let read = |now| understand(&it.value, now, zone, since).map(|it| it.at);
            prop_assert_eq!(read(now), read(now + TimeDelta::seconds(later)));
            prop_assert!(read(now).is_ok());
        }
    }
}
