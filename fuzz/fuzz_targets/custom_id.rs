//! What a pressed component brings back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::discord::action::Action;

fuzz_target!(|custom_id: &str| {
    if let Ok(action) = Action::decode(custom_id) {
        let encoded = action.encode();
        assert!(encoded.len() <= 100);
        assert_eq!(Action::decode(&encoded), Ok(action));
    }
});
