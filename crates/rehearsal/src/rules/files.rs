//! The files of a message.

use serde_json::Value;

use crate::refusal::list;

/// The files that a message may speak of.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Those that came with the request: their numbers and names.
    pub(crate) uploaded: Vec<(u64, String)>,
    /// The names of those that the message has already.
    pub(crate) kept: Vec<String>,
}

impl Files {
    pub(super) fn has_number(&self, number: u64) -> bool {
        self.uploaded
            .iter()
            .any(|(uploaded, _)| *uploaded == number)
    }

    /// Whether the message that `body` asks for has a file of this name. Where `body` lists the files
    /// that are to stay, the others go.
    pub(super) fn has_name(&self, body: &Value, name: &str) -> bool {
        let listed = list(body, "attachments").iter();
        let mut uploaded = self.uploaded.iter().map(|(_, name)| name);
        uploaded.any(|file| file == name)
            || listed.map(|entry| &entry["filename"]).any(|it| it == name)
            || body["attachments"].is_null() && self.kept.iter().any(|file| file == name)
    }
}
