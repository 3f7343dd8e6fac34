//! Components: rows of buttons and selects, the layout of a message made of components alone
//! (Components V2), and the inputs of modals.

mod controls;
mod filled;
mod inputs;
mod layout;

use std::collections::HashSet;

use serde_json::Value;

use super::files::Files;
use crate::component_type::ACTION_ROW;
use crate::refusal::{Form, Refusal, list};

pub(crate) use filled::filled_in;
pub(super) use inputs::judge_inputs;

/// The most bytes that the texts of a message take where Discord stores them.
const MOST_STORED: usize = 10_170;

/// What no two components of a message have in common.
#[derive(Default)]
struct Taken {
    custom_ids: HashSet<String>,
    ids: HashSet<u64>,
}

/// Judges the rows of a message that has a text of its own.
pub(super) fn judge_rows(form: &mut Form, body: &Value) {
    form.count(body, "components", 0..=5);
    let mut taken = Taken::default();
    form.each(body, "components", |form, row| {
        if row["type"] == ACTION_ROW {
            controls::judge_row(form, row, &mut taken);
        } else {
            wrong_type(form, "(1,)");
        }
    });
}

/// Judges the components of a message that is made of them alone.
pub(super) fn judge_layout(form: &mut Form, body: &Value, files: &Files) {
    let mut layout = layout::Judge::new(body, files);
    form.each(body, "components", |form, part| layout.top(form, part));
    layout::judge_sums(form, list(body, "components"));
}

/// Judges what no form of Discord's judges: that the texts can be stored.
///
/// # Errors
/// Discord breaks on them (discord/discord-api-docs#8554).
pub(super) fn judge_stored_size(body: &Value) -> Result<(), Refusal> {
    if layout::stored_size(list(body, "components")) > MOST_STORED {
        return Err(Refusal::INTERNAL);
    }
    Ok(())
}

fn wrong_type(form: &mut Form, allowed: &str) {
    let message = format!("Value of field \"type\" must be one of {allowed}.");
    form.refuse("UNION_TYPE_CHOICES", message);
}

fn judge_number(form: &mut Form, object: &Value, key: &str, most: u64) {
    let number = &object[key];
    if !number.is_null() && number.as_u64().is_none_or(|number| number > most) {
        let message = format!("int value should be less than or equal to {most}.");
        form.refuse_at(key, "NUMBER_TYPE_MAX", message);
    }
}

impl Taken {
    /// Judges the number by which a bot may know any component again. 0 stands for none.
    fn judge_id(&mut self, form: &mut Form, part: &Value) {
        judge_number(form, part, "id", i32::MAX.unsigned_abs().into());
        let id = part["id"].as_u64().filter(|id| *id > 0);
        if id.is_some_and(|id| !self.ids.insert(id)) {
            let message = "Component id cannot be duplicated";
            form.refuse_at("id", "COMPONENT_ID_DUPLICATED", message);
        }
    }

    fn judge_custom_id(&mut self, form: &mut Form, part: &Value) {
        form.required_text(part, "custom_id", 1..=100);
        let id = part["custom_id"].as_str().unwrap_or_default();
        if !self.custom_ids.insert(id.to_owned()) {
            let message = "Component custom id cannot be duplicated";
            form.refuse_at("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", message);
        }
    }
}
