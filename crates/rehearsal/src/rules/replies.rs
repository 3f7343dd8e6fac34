//! What may be answered to an interaction.

use serde_json::Value;

use super::commands::judge_choices;
use super::components;
use super::files::Files;
use super::messages::{Destination, judge_in};
use crate::refusal::{Form, Refusal};
use crate::world::{Interaction, Message, Occasion};

/// The types of callback.
pub(crate) mod callback {
    pub(crate) const MESSAGE: u64 = 4;
    pub(crate) const DEFERRED: u64 = 5;
    pub(crate) const DEFERRED_UPDATE: u64 = 6;
    pub(crate) const UPDATE: u64 = 7;
    pub(crate) const CHOICES: u64 = 8;
    pub(crate) const MODAL: u64 = 9;
}

/// Judges the first answer to `interaction`, and returns its type. `source` is the message whose
/// component led to it.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn judge(
    body: &Value,
    files: &Files,
    source: Option<&Message>,
    interaction: &Interaction,
) -> Result<u64, Refusal> {
    let mut form = Form::default();
    let kind = body["type"].as_u64().unwrap_or(0);
    let allowed = allowed_types(&interaction.occasion);
    if !allowed.contains(&kind) {
        let message = format!("Value must be one of {allowed:?}.");
        form.refuse_at("type", "BASE_TYPE_CHOICES", message);
    }
    form.within("data", |form| {
        judge_data(form, &body["data"], files, source, kind);
    });
    form.verdict()?;
    components::judge_stored_size(&body["data"])?;
    Ok(kind)
}

fn judge_data(form: &mut Form, data: &Value, files: &Files, source: Option<&Message>, kind: u64) {
    match kind {
        callback::MESSAGE | callback::DEFERRED => {
            judge_in(form, data, files, None, Destination::Interaction);
        }
        callback::UPDATE => judge_in(form, data, files, source, Destination::Interaction),
        callback::CHOICES => judge_choices(form, data),
        callback::MODAL => {
            form.required_text(data, "title", 1..=45);
            form.required_text(data, "custom_id", 1..=100);
            components::judge_inputs(form, data);
        }
        _ => {}
    }
}

/// Which types of callback answer which occasion.
fn allowed_types(occasion: &Occasion) -> &'static [u64] {
    use callback::{CHOICES, DEFERRED, DEFERRED_UPDATE, MESSAGE, MODAL, UPDATE};
    match occasion {
        Occasion::Command | Occasion::Menu => &[MESSAGE, DEFERRED, MODAL],
        Occasion::Autocomplete => &[CHOICES],
        Occasion::Component(_) => &[MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL],
        Occasion::Modal {
            message: Some(_), ..
        } => &[MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE],
        Occasion::Modal { message: None, .. } => &[MESSAGE, DEFERRED],
    }
}
