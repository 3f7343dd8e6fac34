//! What a pressed component brings back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::bot::action::Action;
use rapport::discord::custom_id::CustomId as _;

fuzz_target!(|custom_id: &str| {
    if let Some(action) = Action::decode(custom_id) {
        let encoded = action.encode();
        assert!(encoded.len() <= 100);
        assert_eq!(Action::decode(&encoded), Some(action));
    }
});
