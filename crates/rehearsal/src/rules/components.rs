//! Rows of buttons and selects on messages, and of inputs in modals.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::refusal::{Form, list};

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const USER_SELECT: u64 = 5;
const CHANNEL_SELECT: u64 = 8;
const LINK: u64 = 5;

/// Judges the rows of a message.
pub(super) fn judge(form: &mut Form, body: &Value) {
    form.count(body, "components", 0..=5);
    let mut ids = HashSet::new();
    form.each(body, "components", |form, row| {
        if !is_row(form, row) {
            return;
        }
        form.count(row, "components", 1..=5);
        let parts = list(row, "components");
        if parts.len() > 1 && parts.iter().any(|part| part["type"] != BUTTON) {
            let message = "The specified component exceeds the maximum width";
            form.refuse_at("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
        form.each(row, "components", |form, part| {
            match part["type"].as_u64() {
                Some(BUTTON) => judge_button(form, part, &mut ids),
                Some(kind @ (STRING_SELECT | USER_SELECT..=CHANNEL_SELECT)) => {
                    judge_select(form, part, kind, &mut ids);
                }
                _ => wrong_type(form, "(2, 3, 5, 6, 7, 8)"),
            }
        });
    });
}

/// Judges the rows of a modal: one text input each.
pub(super) fn judge_inputs(form: &mut Form, modal: &Value) {
    form.count(modal, "components", 1..=5);
    let mut ids = HashSet::new();
    form.each(modal, "components", |form, row| {
        if !is_row(form, row) {
            return;
        }
        form.count(row, "components", 1..=1);
        form.each(row, "components", |form, input| {
            if input["type"] != TEXT_INPUT {
                return wrong_type(form, "(4,)");
            }
            judge_custom_id(form, input, &mut ids);
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

fn is_row(form: &mut Form, row: &Value) -> bool {
    let is_row = row["type"] == ACTION_ROW;
    if !is_row {
        wrong_type(form, "(1,)");
    }
    is_row
}

fn wrong_type(form: &mut Form, allowed: &str) {
    let message = format!("Value of field \"type\" must be one of {allowed}.");
    form.refuse_at("type", "UNION_TYPE_CHOICES", message);
}

fn judge_button(form: &mut Form, button: &Value, ids: &mut HashSet<String>) {
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
            judge_custom_id(form, button, ids);
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

fn judge_select(form: &mut Form, select: &Value, kind: u64, ids: &mut HashSet<String>) {
    judge_custom_id(form, select, ids);
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
fn bounds(select: &Value) -> (usize, usize) {
    let number = |key: &str| {
        let number = select[key].as_u64().unwrap_or(1);
        usize::try_from(number).unwrap_or(usize::MAX)
    };
    (number("min_values"), number("max_values"))
}

fn judge_number(form: &mut Form, object: &Value, key: &str, most: u64) {
    let number = &object[key];
    if !number.is_null() && number.as_u64().is_none_or(|number| number > most) {
        let message = format!("int value should be less than or equal to {most}.");
        form.refuse_at(key, "NUMBER_TYPE_MAX", message);
    }
}

fn judge_custom_id(form: &mut Form, part: &Value, ids: &mut HashSet<String>) {
    form.required_text(part, "custom_id", 1..=100);
    let id = part["custom_id"].as_str().unwrap_or_default();
    if !ids.insert(id.to_owned()) {
        let message = "Component custom id cannot be duplicated";
        form.refuse_at("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

/// The rows with what Discord fills in: a number for each part, and the defaults of selects.
pub(crate) fn filled_in(rows: &[Value]) -> Vec<Value> {
    let mut next = 0;
    let mut number = |part: &mut Value| {
        if part["id"].is_null() {
            next += 1;
            part["id"] = json!(next);
        }
    };
    let mut rows = rows.to_vec();
    for row in &mut rows {
        number(row);
        for part in row["components"].as_array_mut().into_iter().flatten() {
            number(part);
            if part["type"]
                .as_u64()
                .is_some_and(|kind| kind >= STRING_SELECT && kind != TEXT_INPUT)
            {
                let (least, most) = bounds(part);
                part["min_values"] = json!(least);
                part["max_values"] = json!(most);
            }
        }
    }
    rows
}
