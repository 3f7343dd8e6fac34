//! What people use: buttons, selects, and the rows they stand in.

use std::collections::HashSet;

use serde_json::Value;

use super::{Taken, judge_number, wrong_type};
use crate::component_type::{BUTTON, CHANNEL_SELECT, STRING_SELECT, USER_SELECT};
use crate::refusal::{Form, list};

const LINK: u64 = 5;
/// A row is as wide as five buttons, and a select takes all of it.
const ROW_WIDTH: usize = 5;

pub(super) fn judge_row(form: &mut Form, row: &Value, taken: &mut Taken) {
    taken.judge_id(form, row);
    form.count(row, "components", 1..=ROW_WIDTH);
    let mut width = 0;
    form.each(row, "components", |form, part| {
        match part["type"].as_u64() {
            Some(BUTTON) => {
                width += 1;
                judge_button(form, part, taken);
            }
            Some(kind @ (STRING_SELECT | USER_SELECT..=CHANNEL_SELECT)) => {
                width += ROW_WIDTH;
                judge_select(form, part, kind, taken);
            }
            _ => return wrong_type(form, "(2, 3, 5, 6, 7, 8)"),
        }
        if width > ROW_WIDTH {
            let message = "The specified component exceeds the maximum width";
            form.refuse("COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
    });
}

pub(super) fn judge_button(form: &mut Form, button: &Value, taken: &mut Taken) {
    taken.judge_id(form, button);
    form.text(button, "label", 0..=80);
    if button["label"].as_str().is_none_or(str::is_empty) && button["emoji"].is_null() {
        let message = "A button needs a label or an emoji";
        form.refuse("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message);
    }
    match button["style"].as_u64() {
        Some(LINK) => {
            form.required_text(button, "url", 1..=512);
            if !button["custom_id"].is_null() {
                let message = "A custom id and url cannot both be specified";
                form.refuse("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
            }
        }
        Some(1..LINK) => {
            taken.judge_custom_id(form, button);
            if !button["url"].is_null() {
                let message = "A custom id and url cannot both be specified";
                form.refuse("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
            }
        }
        _ => form.refuse_at(
            "style",
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2, 3, 4, 5, 6}.",
        ),
    }
}

fn judge_select(form: &mut Form, select: &Value, kind: u64, taken: &mut Taken) {
    taken.judge_id(form, select);
    taken.judge_custom_id(form, select);
    form.text(select, "placeholder", 0..=150);
    judge_number(form, select, "min_values", 25);
    judge_number(form, select, "max_values", 25);
    let (least, most) = bounds(select);
    if most == 0 || least > most {
        let message = "The number of values to choose is impossible";
        form.refuse_at("max_values", "BASE_TYPE_BAD_LENGTH", message);
    }
    if kind != STRING_SELECT {
        return;
    }
    form.count(select, "options", 1..=25);
    if least > list(select, "options").len() || most > list(select, "options").len().max(1) {
        let message = "Must be between min_values and max_values in length";
        form.refuse_at("options", "BASE_TYPE_BAD_LENGTH", message);
    }
    let mut values = HashSet::new();
    form.each(select, "options", |form, option| {
        form.required_text(option, "label", 1..=100);
        form.required_text(option, "value", 1..=100);
        form.text(option, "description", 0..=100);
        if !values.insert(option["value"].clone()) {
            let message = "The specified option value is already used";
            form.refuse_at("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    });
}

/// How few and how many values a select takes.
pub(super) fn bounds(select: &Value) -> (usize, usize) {
    let number = |key: &str| {
        let number = select[key].as_u64().unwrap_or(1);
        usize::try_from(number).unwrap_or(usize::MAX)
    };
    (number("min_values"), number("max_values"))
}
