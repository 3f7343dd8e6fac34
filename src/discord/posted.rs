//! Messages that Rapport posted, found again by the ids they carry.

use serde::Deserialize;
use serde_json::Value;

use crate::ids::{MessageId, PersonId};

/// A message in a channel, as Discord has it. serenity's type has no layout components.
#[derive(Debug, Deserialize)]
pub struct Posted {
    id: String,
    author: Author,
    #[serde(default)]
    components: Vec<Value>,
}

#[derive(Debug, Deserialize)]
struct Author {
    id: String,
}

impl Posted {
    /// Its id. `None` if Discord sent something else.
    #[must_use]
    pub(crate) fn id(&self) -> Option<MessageId> {
        self.id.parse().ok()
    }

    /// Whether `person` wrote it.
    pub(super) fn is_by(&self, person: PersonId) -> bool {
        self.author.id == person.to_string()
    }

    /// Whether one of its buttons or selects has such a `custom_id`.
    pub(crate) fn carries(&self, is: impl Fn(&str) -> bool) -> bool {
        let mut parts = parts(&self.components).into_iter();
        parts.any(|part| part["custom_id"].as_str().is_some_and(&is))
    }

    /// Whether it has a container with this id.
    #[must_use]
    pub(crate) fn has_container(&self, id: u32) -> bool {
        let mut containers = self.components.iter().filter(|part| part["type"] == 17);
        containers.any(|container| container["id"] == id)
    }
}

/// The components, and those inside of them.
fn parts(components: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut left: Vec<_> = components.iter().collect();
    while let Some(part) = left.pop() {
        found.push(part);
        left.extend(part["components"].as_array().into_iter().flatten());
        left.extend(part.get("accessory"));
    }
    found
}
