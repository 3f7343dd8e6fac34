//! Discord's own description of its API (OpenAPI 3.1), and what it says of a request or an answer.

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// The description, read from the file that `DISCORD_OPENAPI` names.
pub(crate) struct Description(Value);

impl Description {
    /// Reads the file; a test that needs it is marked, and fails without it.
    pub(crate) fn read() -> Self {
        let path = std::env::var("DISCORD_OPENAPI").unwrap();
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    /// What is wrong with an answer of this status.
    pub(crate) fn of_answer(&self, route: &str, method: &str, status: u16, answer: &Value) -> Vec<String> {
        let operation = self.operation(route, method);
        let answers = &operation["responses"][status.to_string()];
        if answers.is_null() {
            return vec![format!("{method} {route} does not answer {status}")];
        }
        self.problems(&answers["content"]["application/json"]["schema"], answer)
    }

    /// What is wrong with a request's JSON.
    pub(crate) fn of_request(&self, route: &str, method: &str, body: &Value) -> Vec<String> {
        let content = &self.operation(route, method)["requestBody"]["content"];
        self.problems(&content["application/json"]["schema"], body)
    }

    /// The route of the description that a path of this kind belongs to.
    pub(crate) fn route_of(&self, path: &str) -> Option<&str> {
        let wanted: Vec<&str> = path.split('/').collect();
        let fits = |route: &&str| {
            let parts: Vec<&str> = route.split('/').collect();
            parts.len() == wanted.len()
                && parts.iter().zip(&wanted).all(|(part, wanted)| {
                    part == wanted || part.starts_with('{') && !wanted.starts_with('@')
                })
        };
        let paths = self.0["paths"].as_object().unwrap();
        // A route without placeholders is meant before one with.
        paths
            .keys()
            .map(String::as_str)
            .filter(fits)
            .min_by_key(|route| route.matches('{').count())
    }

    fn operation(&self, route: &str, method: &str) -> &Value {
        &self.0["paths"][route][method.to_lowercase()]
    }

    fn problems(&self, schema: &Value, value: &Value) -> Vec<String> {
        let errors = self.validator(schema);
        errors
            .iter_errors(value)
            .map(|it| format!("{}: {it}", it.instance_path()))
            .collect()
    }

    /// The schemas refer to each other by their place in the whole description.
    fn validator(&self, schema: &Value) -> Validator {
        let whole = json!({ "components": self.0["components"], "allOf": [schema] });
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .build(&whole)
            .unwrap()
    }
}
