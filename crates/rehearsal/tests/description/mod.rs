//! Discord's own description of its API (OpenAPI 3.1), and what it says of a request or an answer.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

static GIVEN: LazyLock<Option<Description>> = LazyLock::new(|| {
    let file = std::env::var("DISCORD_OPENAPI").ok()?;
    let whole = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    Some(Description {
        whole,
        validators: Mutex::default(),
    })
});

/// The description, read once from the file that `DISCORD_OPENAPI` names.
pub(crate) struct Description {
    whole: Value,
    /// By the schema's place in the whole; made when first asked for, as each takes a while.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Description {
    /// The description, if there is one.
    pub(crate) fn given() -> Option<&'static Self> {
        GIVEN.as_ref()
    }

    /// What is wrong with an answer of this status.
    pub(crate) fn of_answer(
        &self,
        route: &str,
        method: &str,
        status: u16,
        answer: &Value,
    ) -> Vec<String> {
        let place = format!("{}/responses/{status}", operation(route, method));
        if self.whole.pointer(&place).is_none() {
            return vec![format!("{method} {route} does not answer {status}")];
        }
        self.problems(&place, answer)
    }

    /// What is wrong with a request's JSON.
    pub(crate) fn of_request(&self, route: &str, method: &str, body: &Value) -> Vec<String> {
        let place = operation(route, method);
        if self.whole.pointer(&place).is_none() {
            return vec![format!("there is no {method} {route}")];
        }
        self.problems(&format!("{place}/requestBody"), body)
    }

    /// The route that a path below the version belongs to.
    pub(crate) fn route_of(&self, path: &str) -> Option<&str> {
        let wanted: Vec<&str> = path.split('/').collect();
        let fits = |route: &&str| {
            let parts: Vec<&str> = route.split('/').collect();
            let stands_for =
                |(part, wanted): (&&str, &&str)| part == wanted || part.starts_with('{');
            parts.len() == wanted.len() && parts.iter().zip(&wanted).all(stands_for)
        };
        let routes = self.whole["paths"].as_object()?.keys().map(String::as_str);
        // What is named outright is meant before what a placeholder stands for.
        routes
            .filter(fits)
            .min_by_key(|route| route.matches('{').count())
    }

    fn problems(&self, place: &str, value: &Value) -> Vec<String> {
        let schema = self
            .whole
            .pointer(&format!("{place}/content/application~1json/schema"));
        let Some(schema) = schema else {
            // Nothing described: nothing is to be there.
            return if value.is_null() {
                Vec::new()
            } else {
                vec![format!("{place}: a body")]
            };
        };
        let validator = self.validator(place, schema);
        validator
            .iter_errors(value)
            .map(|it| format!("{}: {it}", it.instance_path()))
            .collect()
    }

    fn validator(&self, place: &str, schema: &Value) -> Arc<Validator> {
        let mut validators = self.validators.lock().unwrap();
        let validator = validators.entry(place.to_owned()).or_insert_with(|| {
            // The schemas refer to each other by their place in the whole description.
            let whole = json!({ "components": self.whole["components"], "allOf": [schema] });
            let options = jsonschema::options().with_draft(Draft::Draft202012);
            Arc::new(options.build(&whole).unwrap())
        });
        Arc::clone(validator)
    }
}

/// Where the description of a route and method stands, as a JSON pointer.
fn operation(route: &str, method: &str) -> String {
    let route = route.replace('~', "~0").replace('/', "~1");
    format!("/paths/{route}/{}", method.to_lowercase())
}
