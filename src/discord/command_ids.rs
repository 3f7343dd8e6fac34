//! How a text links to a command.

use std::collections::HashMap;

use poise::serenity_prelude as serenity;

/// Under which number Discord knows each command, so that a text can link to it.
#[derive(Debug, Clone, Default)]
pub struct CommandIds(HashMap<String, serenity::CommandId>);

impl CommandIds {
    /// From what Discord answered to the list of commands.
    pub(crate) fn new(registered: Vec<serenity::Command>) -> Self {
        let slash = registered
            .into_iter()
            .filter(|command| command.kind == serenity::CommandType::ChatInput);
        Self(slash.map(|command| (command.name, command.id)).collect())
    }

    /// A link that puts the command into the box below, as in `nudge on`.
    #[must_use]
    pub fn link(&self, command: &str) -> String {
        let name = command.split(' ').next().unwrap_or(command);
        match self.0.get(name) {
            Some(id) => format!("</{command}:{id}>"),
            None => format!("`/{command}`"),
        }
    }
}
