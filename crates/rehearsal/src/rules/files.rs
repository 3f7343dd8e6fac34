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

    /// Whether there is a file of this name, be it one that `body` gives to an upload.
    pub(super) fn has_name(&self, body: &Value, name: &str) -> bool {
        self.uploaded
            .iter()
            .map(|(_, name)| name)
            .chain(&self.kept)
            .any(|file| file == name)
            || list(body, "attachments")
                .iter()
                .any(|entry| entry["filename"] == name)
    }
}
