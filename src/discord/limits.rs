//! Discord's limits on what people read in components and forms, for tests of all languages.

use poise::serenity_prelude::CreateModal;
use serde_json::Value;

use crate::discord::reply::Reply;

/// Discord's numbers of kinds of components.
const BUTTON: u64 = 2;
const INPUT: u64 = 4;
/// Of choices, users, roles, mentionables and channels.
const SELECTS: [u64; 5] = [3, 5, 6, 7, 8];

/// Fails if Discord would refuse this message.
#[track_caller]
pub(crate) fn assert_message(reply: Reply) {
    let size = reply.size();
    assert!(size.fits(), "{size:?}");
    assert_within(&serde_json::to_value(reply.into_message().0).unwrap());
}

/// Fails if Discord would refuse this form.
#[track_caller]
pub(crate) fn assert_form(form: &CreateModal) {
    let form = serde_json::to_value(form).unwrap();
    assert_length(&form["title"], 45);
    assert_within(&form["components"]);
}

#[track_caller]
fn assert_within(part: &Value) {
    match part {
        Value::Array(parts) => {
            for part in parts {
                assert_within(part);
            }
        }
        Value::Object(fields) => {
            match fields.get("type").and_then(Value::as_u64) {
                Some(BUTTON) => assert_length(&part["label"], 80),
                Some(INPUT) => {
                    assert_length(&part["label"], 45);
                    assert_length(&part["placeholder"], 100);
                }
                Some(kind) if SELECTS.contains(&kind) => assert_select(part),
                _ => {}
            }
            for part in fields.values() {
                assert_within(part);
            }
        }
        _ => {}
    }
}

#[track_caller]
fn assert_select(select: &Value) {
    assert_length(&select["placeholder"], 150);
    for option in select["options"].as_array().into_iter().flatten() {
        assert_length(&option["label"], 100);
        assert_length(&option["description"], 100);
    }
}

/// A text that is left out is fine.
#[track_caller]
fn assert_length(text: &Value, most: usize) {
    if let Some(text) = text.as_str() {
        let length = text.chars().count();
        assert!((1..=most).contains(&length), "{length} of {most}: {text}");
    }
}

mod tests {
    use super::*;
    use poise::serenity_prelude::CreateButton;

    #[test]
    fn a_button_has_at_most_80_characters() {
        let labelled = |length| {
            let label = "x".repeat(length);
            Reply::default().buttons(vec![CreateButton::new("x").label(label)])
        };
        assert_message(labelled(80));
        assert!(std::panic::catch_unwind(|| assert_message(labelled(81))).is_err());
    }
}
