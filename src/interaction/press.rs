//! A pressed button, a choice in a select, or a submitted modal, and the ways to answer it.

use std::sync::OnceLock;

use poise::serenity_prelude as serenity;
use serenity::{
    ActionRow, ActionRowComponent, ComponentInteraction, ComponentInteractionData,
    ComponentInteractionDataKind, CreateModal, Member, ModalInteraction, PartialChannel,
    Permissions, User,
};

use super::answer::announcing;
use super::answers::{Answers, Progress};
use super::caller::{self, Caller};
use super::elsewhere::Elsewhere;
use super::permission;
use super::server::server_of;
use crate::discord::Colleague;
use crate::discord::DiscordError;
use crate::discord::api::Api;
use crate::discord::colleague::name_of;
use crate::discord::custom_id::{TEAM_SELECT, team_of};
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::{ChannelId, MemberKey, MessageId, PersonId, TeamId};
use crate::language::{Language, text};
use crate::prose::is_visible;

/// One use of a component: a pressed button, a choice, or a submitted modal.
pub(crate) struct Press<'a> {
    api: &'a Api,
    id: serenity::InteractionId,
    token: &'a str,
    user: &'a User,
    member: Option<&'a Member>,
    /// The server, if Rapport was added to it.
    guild: Option<serenity::GuildId>,
    /// The `custom_id` of what was used, or of what was chosen with its team.
    action: String,
    /// The team that it carries.
    carried: Option<TeamId>,
    /// The same, once the presser was found to be in it.
    elsewhere: OnceLock<Elsewhere>,
    channel: serenity::ChannelId,
    here: Here<'a>,
    language: Language,
    server_language: Option<Language>,
    attachment_limit: u32,
    /// The chosen values of a select.
    chosen: Vec<String>,
    /// The chosen people of a select.
    people: Vec<Colleague>,
    /// The inputs of a modal: each `custom_id` with its text.
    written: Vec<(&'a str, &'a str)>,
    progress: Progress,
}

/// The channel, and Rapport's permissions in it.
struct Here<'a> {
    held: Option<Permissions>,
    channel: Option<&'a PartialChannel>,
}

impl<'a> Press<'a> {
    pub(crate) fn of_component(api: &'a Api, pressed: &'a ComponentInteraction) -> Self {
        let chosen = chosen(&pressed.data.kind);
        let used = match chosen.first() {
            Some(chosen) if pressed.data.custom_id == TEAM_SELECT => chosen,
            _ => &pressed.data.custom_id,
        };
        let (carried, action) = team_of(used);
        let action = action.to_owned();
        Self {
            api,
            id: pressed.id,
            token: &pressed.token,
            user: &pressed.user,
            member: pressed.member.as_ref(),
            guild: server_of(pressed.guild_id, &pressed.authorizing_integration_owners),
            action,
            carried,
            elsewhere: OnceLock::new(),
            channel: pressed.channel_id,
            here: Here {
                held: pressed.app_permissions,
                channel: pressed.channel.as_ref(),
            },
            language: Language::of_locale(&pressed.locale),
            server_language: pressed.guild_locale.as_deref().map(Language::of_locale),
            attachment_limit: pressed.attachment_size_limit,
            chosen,
            people: people(&pressed.data),
            written: Vec::new(),
            progress: Progress::default(),
        }
    }

    pub(crate) fn of_modal(api: &'a Api, submitted: &'a ModalInteraction) -> Self {
        let (carried, action) = team_of(&submitted.data.custom_id);
        Self {
            api,
            id: submitted.id,
            token: &submitted.token,
            user: &submitted.user,
            member: submitted.member.as_ref(),
            guild: submitted.guild_id.filter(|_| carried.is_none()),
            action: action.to_owned(),
            carried,
            elsewhere: OnceLock::new(),
            channel: submitted.channel_id,
            here: Here {
                held: submitted.app_permissions,
                channel: submitted.channel.as_ref(),
            },
            language: Language::of_locale(&submitted.locale),
            server_language: submitted.guild_locale.as_deref().map(Language::of_locale),
            attachment_limit: submitted.attachment_size_limit,
            chosen: Vec::new(),
            people: Vec::new(),
            written: written(&submitted.data.components),
            progress: Progress::default(),
        }
    }

    /// The person who pressed.
    #[must_use]
    pub(crate) fn presser(&self) -> PersonId {
        self.user.id.into()
    }

    /// The language of the presser's client.
    #[must_use]
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The `custom_id` of what was used, without the team that it may carry.
    #[must_use]
    pub(crate) fn action(&self) -> &str {
        &self.action
    }

    /// The team that the component carries, because its message is outside of the team's server.
    #[must_use]
    pub(crate) fn carried(&self) -> Option<TeamId> {
        self.carried
    }

    /// From here on, the press is about this team, which the component carries.
    pub(crate) fn enter(&self, elsewhere: Elsewhere) {
        // It is found once: a component carries one team.
        let _ = self.elsewhere.set(elsewhere);
    }

    /// The presser, in the server of the message, or in the team that the component carries.
    pub(crate) fn caller(&self) -> Result<Caller, Refusal> {
        if self.carried.is_some() {
            let caller = self.elsewhere.get().map(|it| it.caller().clone());
            return caller.ok_or_else(caller::server_only);
        }
        let team = self.guild.ok_or_else(caller::server_only)?;
        Ok(self.caller_in(team.into()))
    }

    /// The presser as a member of `team`. A direct message belongs to no team.
    #[must_use]
    pub(crate) fn caller_in(&self, team: TeamId) -> Caller {
        let elsewhere = self.elsewhere.get().map(Elsewhere::caller);
        if let Some(caller) = elsewhere.filter(|caller| caller.team == team) {
            return caller.clone();
        }
        let guild = self.guild.map(TeamId::from);
        Caller {
            team,
            person: self.presser(),
            // Names and languages of a server without Rapport are not for its teams.
            name: name_of(self.user, self.member.filter(|_| guild.is_some())),
            is_named_in_team: guild == Some(team),
            language: self.language,
            server_language: self.server_language.filter(|_| guild.is_some()),
            interaction: self.id.into(),
        }
    }

    /// The presser as a member of the team in the component's `custom_id`. Refuses on the message
    /// of another server; direct messages are fine.
    pub(crate) fn caller_for(&self, team: TeamId) -> Result<Caller, Refusal> {
        match self.carried.or(self.guild.map(TeamId::from)) {
            Some(here) if here != team => Err(Refusal::new(text!("button-of-another-server"))),
            _ => Ok(self.caller_in(team)),
        }
    }

    /// The presser, on the server of `team` itself.
    pub(crate) fn caller_on(&self, team: TeamId) -> Result<Caller, Refusal> {
        self.caller()?;
        self.caller_for(team)
    }

    /// The presser, if they may manage this server. Checked at every use, because permissions
    /// change while an old message stays.
    pub(crate) fn manager(&self) -> Result<Caller, Refusal> {
        let caller = self.caller()?;
        caller::may_manage(self.member.filter(|_| self.carried.is_none()))?;
        Ok(caller)
    }

    /// The message's channel.
    #[must_use]
    pub(crate) fn channel(&self) -> ChannelId {
        self.channel.into()
    }

    /// The thread's parent channel, if the message is in a thread.
    #[must_use]
    pub(crate) fn parent_channel(&self) -> Option<ChannelId> {
        permission::parent_of(self.here.channel)
    }

    /// How many bytes a file in an answer may have.
    #[must_use]
    pub(crate) fn attachment_limit(&self) -> usize {
        usize::try_from(self.attachment_limit).unwrap_or(usize::MAX)
    }

    /// The only choice in a select, parsed by `read`.
    pub(crate) fn choice<'c, T>(
        &'c self,
        read: impl FnOnce(&'c str) -> Option<T>,
    ) -> Result<T, Refusal> {
        let value = self.chosen.first().map(String::as_str);
        let outdated = || Refusal::new(text!("outdated-choice"));
        value.and_then(read).ok_or_else(outdated)
    }

    /// The people chosen in a select.
    #[must_use]
    pub(crate) fn people(&self) -> &[Colleague] {
        &self.people
    }

    /// The text of the modal's input with this `custom_id`.
    #[must_use]
    pub(crate) fn written(&self, input: &str) -> Option<&str> {
        self.written
            .iter()
            .find(|(id, _)| *id == input)
            .map(|(_, text)| *text)
    }

    /// All text in a modal, a line for each input. Empty if there is none.
    #[must_use]
    pub(crate) fn form(&self) -> String {
        let texts = self.written.iter().map(|(_, text)| *text);
        let texts: Vec<_> = texts.filter(|text| is_visible(text)).collect();
        texts.join("\n")
    }

    /// Refuses if Rapport may not post here. Call it before the post is counted.
    pub(crate) fn may_post(&self) -> Result<(), Refusal> {
        permission::to_post(self.here.held, self.here.channel)
    }

    /// A person as they are in the server now. An old menu may be out of date.
    pub(crate) async fn colleague(&self, key: MemberKey) -> Result<Colleague, DiscordError> {
        self.api.colleague(key).await
    }

    /// Whether a message was deleted. Without permission to read it, Rapport assumes that it
    /// exists.
    pub(crate) async fn is_deleted(
        &self,
        channel: ChannelId,
        message: MessageId,
    ) -> Result<bool, DiscordError> {
        match self.api.message(channel, message).await {
            Err(gone) if gone.is_unknown_message() || gone.is_unknown_channel() => Ok(true),
            Ok(_) | Err(DiscordError::Refused { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Runs `work` and returns its result. If it takes long, tells Discord that the message will
    /// change.
    pub(crate) async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, CommandError>>,
    ) -> Result<T, CommandError> {
        announcing(self.answers().acknowledge(), work).await
    }

    /// Runs `work` and returns its result. If it takes long, announces a message that only the
    /// presser will see.
    pub(crate) async fn in_time_to_whisper<T>(
        &self,
        work: impl Future<Output = Result<T, CommandError>>,
    ) -> Result<T, CommandError> {
        announcing(self.answers().announce(true), work).await
    }

    /// Replaces the component's message with `reply`.
    pub(crate) async fn update(&self, reply: Reply) -> Result<(), DiscordError> {
        self.answers().update(reply).await
    }

    /// Announces a message that only the presser will see.
    pub(crate) async fn announce(&self) -> Result<(), DiscordError> {
        self.answers().announce(true).await
    }

    /// Sends a message that only the presser sees, beside the component's message.
    pub(crate) async fn whisper(&self, reply: Reply) -> Result<(), DiscordError> {
        self.answers().say(reply, true).await
    }

    /// Sends a message that everyone in the channel sees, beside the component's message.
    pub(crate) async fn tell_all(&self, reply: Reply) -> Result<(), DiscordError> {
        self.answers().say(reply, false).await
    }

    /// Opens a form for the presser. It must be the first answer, and a form can't open another.
    pub(crate) async fn ask(&self, modal: CreateModal) -> Result<(), DiscordError> {
        self.answers().ask(modal).await
    }

    fn answers(&self) -> Answers<'_> {
        Answers {
            api: self.api,
            id: self.id,
            token: self.token,
            progress: &self.progress,
            elsewhere: self.elsewhere.get(),
        }
    }
}

fn chosen(kind: &ComponentInteractionDataKind) -> Vec<String> {
    fn ids<T: ToString>(ids: &[T]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }
    match kind {
        ComponentInteractionDataKind::StringSelect { values } => values.clone(),
        ComponentInteractionDataKind::UserSelect { values } => ids(values),
        ComponentInteractionDataKind::RoleSelect { values } => ids(values),
        ComponentInteractionDataKind::ChannelSelect { values } => ids(values),
        _ => Vec::new(),
    }
}

fn people(data: &ComponentInteractionData) -> Vec<Colleague> {
    let ComponentInteractionDataKind::UserSelect { values } = &data.kind else {
        return Vec::new();
    };
    let resolved = &data.resolved;
    let person = |id| {
        Some(Colleague::resolved(
            resolved.users.get(id)?,
            resolved.members.get(id),
        ))
    };
    values.iter().filter_map(person).collect()
}

fn written(rows: &[ActionRow]) -> Vec<(&str, &str)> {
    rows.iter()
        .flat_map(|row| &row.components)
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => Some((
                input.custom_id.as_str(),
                input.value.as_deref().unwrap_or_default(),
            )),
            _ => None,
        })
        .collect()
}
