//! Emoji that people react with.

use serde_json::{Value, json};

use crate::ids::EmojiId;

/// One of Unicode's emoji, or one that a guild made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Emoji {
    /// One of Unicode's, as Discord writes it.
    Unicode(String),
    /// One of a guild's own.
    Custom {
        /// Its identifier.
        id: EmojiId,
        /// Its name, without colons.
        name: String,
    },
}

impl Emoji {
    /// One of Unicode's, written as Discord writes it: with the characters that ask for colour.
    #[must_use]
    pub fn unicode(text: &str) -> Option<Self> {
        let known = emojis::get(text).filter(|known| known.as_str() == text);
        known.map(|_| Self::Unicode(text.to_owned()))
    }

    /// As people read it: `👏`, or `:party:`.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Unicode(text) => text.clone(),
            Self::Custom { name, .. } => format!(":{name}:"),
        }
    }

    /// As messages and events name it.
    pub(crate) fn json(&self) -> Value {
        match self {
            Self::Unicode(text) => json!({ "id": null, "name": text }),
            Self::Custom { id, name } => json!({ "id": id, "name": name, "animated": false }),
        }
    }

    /// Whether a route means it: `👏`, or `party:12`, of which the number counts.
    pub(crate) fn is_meant_by(&self, in_route: &str) -> bool {
        match self {
            Self::Unicode(text) => text == in_route,
            Self::Custom { id, .. } => id_in(in_route) == Some(*id),
        }
    }
}

/// The number in `party:12`.
pub(crate) fn id_in(in_route: &str) -> Option<EmojiId> {
    in_route.rsplit_once(':')?.1.parse().ok()
}
