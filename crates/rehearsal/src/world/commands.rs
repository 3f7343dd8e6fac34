//! The application commands that the bot has registered.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Channel, Localizations, World};
use crate::ids::{ChannelId, CommandId, GuildId, UserId};
use crate::locale::Locale;
use crate::permissions;

/// A registered command.
#[derive(Debug, Clone)]
pub struct Command {
    /// Its identifier.
    pub id: CommandId,
    /// The guild it exists in; none for all.
    pub guild: Option<GuildId>,
    /// Where it is offered.
    pub kind: CommandKind,
    /// Its name, without `/`.
    pub name: String,
    /// Its name in other languages.
    pub name_localizations: Localizations,
    /// What it does; empty for menus.
    pub description: String,
    /// The same in other languages.
    pub description_localizations: Localizations,
    /// Its options or subcommands.
    pub options: Vec<CommandOption>,
    /// Permission bits that somebody must have to be offered it; `Some(0)` is administrators
    /// alone.
    pub default_member_permissions: Option<u64>,
    /// Where it may be used: 0 in guilds, 1 in direct messages with the bot, 2 between people.
    pub contexts: Vec<u8>,
    /// Where the application may be installed to use it: 0 a guild, 1 a person.
    pub integration_types: Vec<u8>,
    /// As Discord answers it.
    pub(crate) json: Value,
}

impl Command {
    /// Its name to a client in `locale`.
    #[must_use]
    pub fn shown_name(&self, locale: Locale) -> &str {
        self.name_localizations.or(&self.name, locale)
    }

    /// What it does, to a client in `locale`.
    #[must_use]
    pub fn shown_description(&self, locale: Locale) -> &str {
        self.description_localizations.or(&self.description, locale)
    }

    /// The option or subcommand with this name.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&CommandOption> {
        self.options.iter().find(|option| option.name == name)
    }
}

/// Where a command is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandKind {
    /// Typed after a slash.
    Slash = 1,
    /// In a user's context menu.
    User = 2,
    /// In a message's context menu.
    Message = 3,
}

impl CommandKind {
    pub(crate) fn from_number(number: u64) -> Option<Self> {
        [Self::Slash, Self::User, Self::Message]
            .into_iter()
            .find(|kind| *kind as u64 == number)
    }
}

/// An option of a slash command, or a subcommand with options of its own.
#[derive(Debug, Clone, Deserialize)]
pub struct CommandOption {
    /// What can be given to it.
    #[serde(rename = "type")]
    pub kind: OptionKind,
    /// Its name.
    pub name: String,
    /// Its name in other languages.
    #[serde(default)]
    pub name_localizations: Localizations,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// The same in other languages.
    #[serde(default)]
    pub description_localizations: Localizations,
    /// Whether it must be given.
    #[serde(default)]
    pub required: bool,
    /// The only values that can be given, if there are any.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// A subcommand's options.
    #[serde(default)]
    pub options: Vec<CommandOption>,
    /// Whether the bot suggests values while they are typed.
    #[serde(default)]
    pub autocomplete: bool,
    /// The smallest number.
    pub min_value: Option<f64>,
    /// The largest number.
    pub max_value: Option<f64>,
    /// The fewest characters.
    pub min_length: Option<usize>,
    /// The most characters.
    pub max_length: Option<usize>,
}

impl CommandOption {
    /// Its name to a client in `locale`.
    #[must_use]
    pub fn shown_name(&self, locale: Locale) -> &str {
        self.name_localizations.or(&self.name, locale)
    }

    /// What it is for, to a client in `locale`.
    #[must_use]
    pub fn shown_description(&self, locale: Locale) -> &str {
        self.description_localizations.or(&self.description, locale)
    }
}

/// What can be given to an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u8")]
#[expect(missing_docs, reason = "named as in Discord's documentation")]
pub enum OptionKind {
    Subcommand = 1,
    SubcommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

impl OptionKind {
    const ALL: [Self; 11] = [
        Self::Subcommand,
        Self::SubcommandGroup,
        Self::String,
        Self::Integer,
        Self::Boolean,
        Self::User,
        Self::Channel,
        Self::Role,
        Self::Mentionable,
        Self::Number,
        Self::Attachment,
    ];

    /// Whether it is a subcommand or a group of them.
    #[must_use]
    pub fn is_nested(self) -> bool {
        matches!(self, Self::Subcommand | Self::SubcommandGroup)
    }
}

impl TryFrom<u8> for OptionKind {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::ALL
            .into_iter()
            .find(|kind| *kind as u8 == number)
            .ok_or_else(|| format!("no option has type {number}"))
    }
}

/// One of the values that an option can be given.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Choice {
    /// What the person sees.
    pub name: String,
    /// The same in other languages.
    #[serde(default, skip_serializing)]
    pub name_localizations: Localizations,
    /// What the bot gets: a text or a number.
    pub value: Value,
}

impl Choice {
    /// Its name to a client in `locale`.
    #[must_use]
    pub fn shown_name(&self, locale: Locale) -> &str {
        self.name_localizations.or(&self.name, locale)
    }
}

impl World {
    /// The commands of `scope`: those of one guild, or with none those that are everywhere.
    pub fn commands(&self, scope: Option<GuildId>) -> impl Iterator<Item = &Command> {
        self.commands
            .iter()
            .filter(move |command| command.guild == scope)
    }

    /// Whether the bot has registered its commands since the world began.
    #[must_use]
    pub fn has_registered(&self) -> bool {
        self.registered
    }

    /// Replaces the commands of `scope`.
    pub(crate) fn set_commands(&mut self, scope: Option<GuildId>, commands: Vec<Command>) {
        self.commands.retain(|command| command.guild != scope);
        self.commands.extend(commands);
        self.registered = true;
    }

    /// Adds a command, in place of the one of its kind and name.
    pub(crate) fn put_command(&mut self, command: Command) {
        self.commands.retain(|old| {
            (old.guild, old.kind, &old.name) != (command.guild, command.kind, &command.name)
        });
        self.commands.push(command);
        self.registered = true;
    }

    /// Takes a command away; `false` if there is none.
    pub(crate) fn remove_command(&mut self, scope: Option<GuildId>, id: CommandId) -> bool {
        let before = self.commands.len();
        self.commands
            .retain(|command| (command.guild, command.id) != (scope, id));
        self.commands.len() < before
    }

    pub(crate) fn command_id(&mut self) -> CommandId {
        CommandId(self.snowflake())
    }

    /// The commands that `user` is offered in `channel`, a guild's own before those that are
    /// everywhere.
    #[must_use]
    pub fn commands_offered(&self, user: UserId, channel: ChannelId) -> Vec<&Command> {
        let guild = self.channel(channel).and_then(Channel::guild);
        let held = self.permissions(channel, user);
        if held & permissions::USE_APPLICATION_COMMANDS == 0 {
            return Vec::new();
        }
        let own = guild
            .into_iter()
            .flat_map(|guild| self.commands(Some(guild)));
        let offered = own.chain(self.commands(None)).filter(|command| {
            let may = match command.default_member_permissions {
                _ if guild.is_none() => true,
                Some(0) => held & permissions::ADMINISTRATOR != 0,
                needed => needed.is_none_or(|needed| held & needed == needed),
            };
            let installed = self.installed(command, user, channel);
            installed.by_user.is_some() || (installed.by_guild && may)
        });
        offered.collect()
    }
}
