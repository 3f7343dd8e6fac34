//! What a pressed component brings back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::bot::action::encoded_again;

fuzz_target!(|custom_id: &str| {
    if let Some(encoded) = encoded_again(custom_id) {
        assert!(encoded.len() <= 100);
        assert_eq!(encoded_again(&encoded).as_ref(), Some(&encoded));
    }
});
