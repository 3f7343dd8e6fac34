//! The inputs of modals.

use serde_json::Value;

use super::{Taken, judge_number, wrong_type};
use crate::component_type::{ACTION_ROW, TEXT_INPUT};
use crate::refusal::Form;

/// Judges the rows of a modal: one text input each.
pub(crate) fn judge_inputs(form: &mut Form, modal: &Value) {
    form.count(modal, "components", 1..=5);
    let mut taken = Taken::default();
    form.each(modal, "components", |form, row| {
        if row["type"] != ACTION_ROW {
            return wrong_type(form, "(1,)");
        }
        form.count(row, "components", 1..=1);
        form.each(row, "components", |form, input| {
            if input["type"] != TEXT_INPUT {
                return wrong_type(form, "(4,)");
            }
            taken.judge_id(form, input);
            taken.judge_custom_id(form, input);
            form.required_text(input, "label", 1..=45);
            form.text(input, "value", 0..=4000);
            form.text(input, "placeholder", 0..=100);
            if !matches!(input["style"].as_u64(), Some(1 | 2)) {
                form.refuse_at("style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2).");
            }
            judge_number(form, input, "min_length", 4000);
            judge_number(form, input, "max_length", 4000);
        });
    });
}
