//! What people type for a zone and for a time of day.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::calendar::cities;
use rapport::interaction::zone;
use rapport::language::Language;
use rapport::when;

fuzz_target!(|text: &str| {
    if let Ok(found) = zone::parse(text) {
        assert_eq!(zone::parse(found.name()), Ok(found));
    }
    assert!(cities::offers(text, 25).len() <= 25);
    let _ = when::time_of_day(text, Language::English);
});
