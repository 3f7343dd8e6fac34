//! A form that the bot opened, and what was written into it so far.

use crate::{Input, Modal};

/// An open form.
pub(super) struct Form {
    pub(super) modal: Modal,
    /// What was written, by the label of the field.
    written: Vec<(String, String)>,
}

impl Form {
    pub(super) fn new(modal: Modal) -> Self {
        Self {
            modal,
            written: Vec::new(),
        }
    }

    /// Writes into field `number`, which counts from 1.
    pub(super) fn fill(&mut self, number: usize, text: &str) -> Result<(), String> {
        let input = number
            .checked_sub(1)
            .and_then(|index| self.modal.inputs.get(index));
        let input = input.ok_or_else(|| format!("the form has no field {number}"))?;
        self.written.retain(|(of, _)| *of != input.custom_id);
        self.written
            .push((input.custom_id.clone(), text.to_owned()));
        Ok(())
    }

    /// What was written, field by field.
    pub(super) fn fields(&self) -> Vec<(&str, &str)> {
        self.written
            .iter()
            .map(|(of, text)| (of.as_str(), text.as_str()))
            .collect()
    }

    /// The form as a terminal shows it.
    pub(super) fn shown(&self) -> String {
        let fields = self
            .modal
            .inputs
            .iter()
            .zip(1..)
            .map(|(input, number)| shown(number, input));
        format!(
            "A form: {}\n{}",
            self.modal.title,
            fields.collect::<String>()
        )
    }
}

fn shown(number: usize, input: &Input) -> String {
    let needed = if input.required {
        ""
    } else {
        ", may stay empty"
    };
    let hint = input
        .placeholder
        .as_ref()
        .map(|hint| format!(" ({hint})"))
        .unwrap_or_default();
    let line = format!(
        "    [{number} {}{needed}]{hint} {}",
        input.label, input.value
    );
    line.trim_end().to_owned() + "\n"
}
