//! Using the bot: commands and menus, and how every use of it begins.

use serde_json::{Value, json};

use super::names::{self, Resolved};
use super::typed::Typed;
use super::{Answer, Person, Unable};
use crate::ids::{ChannelId, GuildId, MessageId};
use crate::permissions::VIEW_CHANNEL;
use crate::wire;
use crate::world::{Channel, Choice, Command, CommandKind, Installed, Occasion, World};

/// What a person does: where, what kind of thing, and the `data` that says which.
pub(super) type Act = (ChannelId, Occasion, Value);

impl Person {
    /// Types a command and sends it off: `/remind whom: @alice when: tomorrow`.
    ///
    /// A value runs until the next option that the command has. What comes before the first
    /// option's name is given to the required options in their order.
    ///
    /// # Errors
    /// The client does not take the line, or the bot does not answer.
    pub async fn types(&self, line: &str) -> Result<Answer, Unable> {
        self.act(|world| self.send_off(world, &Typed::parse(world, self, line)?))
            .await
    }

    /// Fills the options of a command in one by one and sends it off; `name` is the command's
    /// with its subcommand's: `remind later`. People, roles and channels are given as mentions.
    ///
    /// # Errors
    /// The client does not take the values, or the bot does not answer.
    pub async fn uses(&self, name: &str, options: &[(String, String)]) -> Result<Answer, Unable> {
        self.act(|world| self.send_off(world, &Typed::filled(world, self, name, options)?))
            .await
    }

    /// The bot's suggestions for the option that the line ends in: `/remind when: tom`.
    ///
    /// # Errors
    /// The client does not take the line, the option has no suggestions, or the bot does not
    /// answer.
    pub async fn autocomplete(&self, line: &str) -> Result<Vec<Choice>, Unable> {
        let answer = self
            .act(|world| self.ask_for_choices(world, &Typed::parse(world, self, line)?))
            .await?;
        answer.choices().ok_or(Unable::NoResponse)
    }

    /// The bot's suggestions for the last of `options`, which are given as to [`Self::uses`].
    ///
    /// # Errors
    /// The client does not take the values, the option has no suggestions, or the bot does not
    /// answer.
    pub async fn suggestions(
        &self,
        name: &str,
        options: &[(String, String)],
    ) -> Result<Vec<Choice>, Unable> {
        let answer = self
            .act(|world| self.ask_for_choices(world, &Typed::filled(world, self, name, options)?))
            .await?;
        answer.choices().ok_or(Unable::NoResponse)
    }

    /// Picks a command from somebody's menu; `whom` is `@name`.
    ///
    /// # Errors
    /// There is no such command or person, or the bot does not answer.
    pub async fn user_menu(&self, command: &str, whom: &str) -> Result<Answer, Unable> {
        self.act(|world| {
            let guild = self.guild_in(world);
            let target = names::user(world, guild, whom);
            let target = target.ok_or_else(|| Unable::Nobody(whom.to_owned()))?;
            let mut resolved = Resolved::default();
            resolved.user(world, guild, target);
            let command = self.offered(world, CommandKind::User, command)?;
            let mut data = command_data(command, None, resolved);
            data["target_id"] = json!(target);
            Ok((self.channel, Occasion::Menu, data))
        })
        .await
    }

    /// Picks a command from a message's menu.
    ///
    /// # Errors
    /// There is no such command or message, or the bot does not answer.
    pub async fn message_menu(&self, command: &str, target: MessageId) -> Result<Answer, Unable> {
        self.act(|world| {
            let message = self.visible(world, target)?;
            let channel = message.channel;
            let mut resolved = Resolved::default();
            resolved.insert("messages", target.0, wire::message(world, message));
            let command = self.offered(world, CommandKind::Message, command)?;
            let mut data = command_data(command, None, resolved);
            data["target_id"] = json!(target);
            Ok((channel, Occasion::Menu, data))
        })
        .await
    }

    fn send_off(&self, world: &World, typed: &Typed<'_>) -> Result<Act, Unable> {
        let (options, resolved) = typed.complete(world, self)?;
        let data = command_data(typed.command, Some(options), resolved);
        Ok((self.channel, Occasion::Command, data))
    }

    fn ask_for_choices(&self, world: &World, typed: &Typed<'_>) -> Result<Act, Unable> {
        let (options, resolved) = typed.in_progress(world, self)?;
        let data = command_data(typed.command, Some(options), resolved);
        Ok((self.channel, Occasion::Autocomplete, data))
    }

    /// Does something to the bot and waits for its answer.
    pub(super) async fn act(
        &self,
        act: impl FnOnce(&World) -> Result<Act, Unable>,
    ) -> Result<Answer, Unable> {
        let id = self.shared.change(|world| {
            let (channel, occasion, data) = act(world)?;
            if !world.may(self.user, channel, VIEW_CHANNEL) {
                return Err(Unable::MayNot);
            }
            let installed = self.installed(world, channel, &occasion, &data);
            let payload = self.payload(world, channel, &occasion, installed, data);
            Ok(world.open_interaction(self.user, channel, occasion, installed, payload))
        })?;
        self.answer_to(id).await
    }

    /// The command of this kind and name, be it the one in their language, if it is offered to this
    /// person here.
    pub(super) fn offered<'a>(
        &self,
        world: &'a World,
        kind: CommandKind,
        name: &str,
    ) -> Result<&'a Command, Unable> {
        let locale = world.locale(self.user);
        let offered = world.commands_offered(self.user, self.channel);
        let mut fitting = offered.into_iter().filter(|command| command.kind == kind);
        fitting
            .find(|command| command.name == name || command.shown_name(locale) == name)
            .ok_or_else(|| Unable::NoSuchCommand(name.to_owned()))
    }

    pub(super) fn guild_in(&self, world: &World) -> Option<GuildId> {
        world.channel(self.channel).and_then(Channel::guild)
    }

    /// Which installations let the person do this: a command's own, or those by which the message was
    /// made that is used.
    fn installed(
        &self,
        world: &World,
        channel: ChannelId,
        occasion: &Occasion,
        data: &Value,
    ) -> Installed {
        let made_by = |message: MessageId| world.message(message)?.interaction;
        let earlier = match occasion {
            Occasion::Command | Occasion::Menu | Occasion::Autocomplete => {
                let offered = world.commands_offered(self.user, channel);
                let mut used = offered.into_iter().filter(|it| data["id"] == json!(it.id));
                return used.next().map_or_else(Installed::default, |command| {
                    world.installed(command, self.user, channel)
                });
            }
            Occasion::Component(message) => made_by(*message),
            Occasion::Modal { opened_by, .. } => Some(*opened_by),
        };
        let earlier = earlier.and_then(|id| world.interaction(id));
        earlier.map_or(
            Installed {
                by_guild: true,
                by_user: None,
            },
            |earlier| earlier.installed,
        )
    }

    /// What the gateway tells of an interaction, besides its number and token.
    fn payload(
        &self,
        world: &World,
        channel: ChannelId,
        occasion: &Occasion,
        installed: Installed,
        data: Value,
    ) -> Value {
        let guild = world.channel(channel).and_then(Channel::guild);
        let (kind, message) = match occasion {
            Occasion::Command | Occasion::Menu => (2, None),
            Occasion::Component(message) => (3, Some(*message)),
            Occasion::Autocomplete => (4, None),
            Occasion::Modal { message, .. } => (5, *message),
        };
        let app_permissions = world.app_permissions(channel).to_string();
        let mut payload = json!({
            "type": kind, "application_id": world.application.id, "version": 1,
            "channel_id": channel, "channel": wire::partial_channel(world, channel, self.user),
            "app_permissions": app_permissions, "locale": world.locale(self.user), "entitlements": [],
            "authorizing_integration_owners": wire::owners(guild, installed),
            "context": world.context_of(channel) as u8,
            "attachment_size_limit": wire::ATTACHMENT_SIZE_LIMIT,
        });
        payload["data"] = data;
        if let Some(message) = message.and_then(|id| world.message(id)) {
            payload["message"] = wire::message(world, message);
        }
        match guild {
            Some(guild) => {
                payload["guild_id"] = json!(guild);
                let locale = world
                    .guild(guild)
                    .map(|guild| guild.locale)
                    .unwrap_or_default();
                payload["guild"] = json!({ "id": guild, "locale": locale, "features": [] });
                payload["guild_locale"] = json!(locale);
                payload["member"] = wire::acting_member(world, guild, channel, self.user);
            }
            None => payload["user"] = wire::user(world, self.user),
        }
        payload
    }
}

fn command_data(command: &Command, options: Option<Vec<Value>>, resolved: Resolved) -> Value {
    let mut data = json!({
        "id": command.id, "name": command.name, "type": command.kind as u8,
    });
    if let Some(options) = options.filter(|options| !options.is_empty()) {
        data["options"] = json!(options);
    }
    if let Some(resolved) = resolved.into_json() {
        data["resolved"] = resolved;
    }
    if let Some(guild) = command.guild {
        data["guild_id"] = json!(guild);
    }
    data
}
