//! Links from a text to a command.

use std::collections::HashMap;

use poise::serenity_prelude as serenity;

/// Discord's id of each command, for links to it.
#[derive(Debug, Clone, Default)]
pub(crate) struct CommandIds(HashMap<String, serenity::CommandId>);

impl CommandIds {
    /// From Discord's response to the list of commands.
    pub(crate) fn new(registered: Vec<serenity::Command>) -> Self {
        let slash = registered
            .into_iter()
            .filter(|command| command.kind == serenity::CommandType::ChatInput);
        Self(slash.map(|command| (command.name, command.id)).collect())
    }

    /// A link that types the command into the message box, such as `nudge on`.
    #[must_use]
    pub(crate) fn link(&self, command: &str) -> String {
        let name = command.split(' ').next().unwrap_or(command);
        match self.0.get(name) {
            Some(id) => format!("</{command}:{id}>"),
            None => format!("`/{command}`"),
        }
    }
}
