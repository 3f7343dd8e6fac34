//! Forms: what a modal asks for, and sending it off.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Answer, Person, Unable};
use crate::ids::InteractionId;
use crate::refusal::list;
use crate::world::{Occasion, Reply};

/// The most characters that an input takes.
const LONGEST_INPUT: usize = 4000;

/// A form to fill in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Modal {
    /// What the bot knows it by.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// What it asks for.
    pub inputs: Vec<Input>,
    /// What the person did that the bot answered with it.
    pub opened_by: InteractionId,
}

/// One thing that a form asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Input {
    /// What the bot knows it by.
    pub custom_id: String,
    /// What the person sees above it.
    pub label: String,
    /// What it shows while it is empty.
    pub placeholder: Option<String>,
    /// What is in it to begin with.
    pub value: String,
    /// Whether it has more than one line.
    pub paragraph: bool,
    /// Whether it must be filled in.
    pub required: bool,
    /// The fewest characters.
    pub min_length: usize,
    /// The most characters.
    pub max_length: usize,
}

impl Modal {
    pub(super) fn new(modal: &Value, opened_by: InteractionId) -> Self {
        let rows = list(modal, "components").iter();
        let inputs = rows.flat_map(|row| list(row, "components"));
        Self {
            custom_id: text(&modal["custom_id"]),
            title: text(&modal["title"]),
            inputs: inputs.map(Input::new).collect(),
            opened_by,
        }
    }
}

impl Input {
    fn new(input: &Value) -> Self {
        let number = |key: &str| input[key].as_u64().and_then(|n| usize::try_from(n).ok());
        Self {
            custom_id: text(&input["custom_id"]),
            label: text(&input["label"]),
            placeholder: input["placeholder"].as_str().map(str::to_owned),
            value: text(&input["value"]),
            paragraph: input["style"] == 2,
            required: input["required"] != false,
            min_length: number("min_length").unwrap_or(0),
            max_length: number("max_length").unwrap_or(LONGEST_INPUT),
        }
    }

    fn is_called(&self, name: &str) -> bool {
        self.label == name || self.custom_id == name
    }

    fn check(&self, value: &str) -> Result<(), Unable> {
        let given = value.chars().count();
        if given == 0 && self.required {
            return Err(Unable::InputMissing(self.label.clone()));
        }
        if given > 0 && !(self.min_length..=self.max_length).contains(&given) {
            return Err(Unable::WrongLength {
                option: self.label.clone(),
                least: self.min_length,
                most: self.max_length,
                given,
            });
        }
        Ok(())
    }
}

impl Person {
    /// The form that the bot answered something they did with.
    ///
    /// # Errors
    /// It did not, or somebody else did that.
    pub fn form(&self, opened_by: InteractionId) -> Result<Modal, Unable> {
        self.shared.look(|world| {
            let opener = world.interaction(opened_by).ok_or(Unable::Gone)?;
            match &opener.reply {
                Some(Reply::Modal(modal)) if opener.user == self.user => {
                    Ok(Modal::new(modal, opened_by))
                }
                _ => Err(Unable::Gone),
            }
        })
    }

    /// Fills in a form and sends it off. Each field is named by its label or custom id; what is
    /// not named stays as it was.
    ///
    /// # Errors
    /// There is no such field, a value does not fit, or the bot does not answer.
    pub async fn submit(&self, modal: &Modal, fields: &[(&str, &str)]) -> Result<Answer, Unable> {
        let known = |name: &str| modal.inputs.iter().any(|input| input.is_called(name));
        if let Some((name, _)) = fields.iter().find(|(name, _)| !known(name)) {
            return Err(Unable::NoSuchInput((*name).to_owned()));
        }
        let mut rows = Vec::new();
        for input in &modal.inputs {
            let field = fields.iter().find(|(name, _)| input.is_called(name));
            let value = field.map_or(input.value.as_str(), |(_, value)| *value);
            input.check(value)?;
            let filled = json!({ "type": 4, "custom_id": input.custom_id, "value": value });
            rows.push(json!({ "type": 1, "components": [filled] }));
        }
        let data = json!({ "custom_id": modal.custom_id, "components": rows });
        self.act(|world| {
            let opener = world.interaction(modal.opened_by).ok_or(Unable::Gone)?;
            let message = match opener.occasion {
                Occasion::Component(message) => Some(message),
                _ => None,
            };
            let occasion = Occasion::Modal {
                opened_by: modal.opened_by,
                message,
            };
            Ok((opener.channel, occasion, data))
        })
        .await
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
