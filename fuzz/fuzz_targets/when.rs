//! What people type for `when`.
#![no_main]

use chrono::{DateTime, TimeDelta, Utc};
use libfuzzer_sys::fuzz_target;
use rapport::calendar::Zone;
use rapport::language::Language;
use rapport::when;

const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::German,
    Language::French,
    Language::Spanish,
    Language::Portuguese,
    Language::Japanese,
];

fuzz_target!(|input: (u16, u32, u8, &str)| {
    let (zone, minutes, language, text) = input;
    let language = LANGUAGES[usize::from(language) % LANGUAGES.len()];
    let zone = Zone::all().nth(usize::from(zone) % Zone::all().count()).unwrap();
    let start = DateTime::<Utc>::from_timestamp(1_577_836_800, 0).unwrap();
    let now = start + TimeDelta::minutes(i64::from(minutes % 10_000_000));
    let since = now - TimeDelta::days(30);
    if let Ok(when) = when::understand(text, now, zone, since, language) {
        assert!(when.at <= now);
        assert!(when.at >= since - TimeDelta::days(368));
    }
    for completion in when::completions(text, now, zone, since, language) {
        assert!(completion.label.chars().count() <= 100);
    }
});
