//! Requests to Discord, one way for all of them: what an answer says of slowing down is read, and
//! what counts against us is counted.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::colleague::name_of;
use super::error::DiscordError;
use super::names::PersonName;
use crate::crash;
use crate::discord::Colleague;
use crate::ids::{ChannelId, MessageId, PersonId, RoleId, TeamId};

/// Discord bans an address that makes 10,000 invalid requests in ten minutes; what Rapport sends
/// unasked stops long before.
const MOST_INVALID: usize = 1_000;
const INVALID_WINDOW: Duration = Duration::from_mins(10);

/// How long to wait where Discord asks us to slow down and does not say for how long.
const UNSAID: Duration = Duration::from_secs(5);

/// How long to wait at least where it is not Discord that asks, but Cloudflare before it: that goes
/// for the whole machine, and going on makes it longer.
const FOR_THE_MACHINE: Duration = Duration::from_mins(1);

/// The way to Discord.
pub struct Api {
    client: reqwest::Client,
    token: SecretString,
    base: String,
    application: serenity::ApplicationId,
    bot: serenity::UserId,
    invalid: Mutex<VecDeque<Instant>>,
    token_refused: CancellationToken,
    /// Until when what stands before Discord takes nothing from this machine.
    machine_blocked: Mutex<Option<Instant>>,
}

/// What Discord says with a status that is no success.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Complaint {
    code: isize,
    message: String,
    retry_after: Option<f64>,
    global: bool,
}

impl Api {
    /// Requests by `client` to `base`, in the name of the bot that `token` belongs to.
    #[must_use]
    pub fn new(
        client: reqwest::Client,
        token: SecretString,
        base: String,
        application: serenity::ApplicationId,
        bot: serenity::UserId,
    ) -> Self {
        Self {
            client,
            token,
            base,
            application,
            bot,
            invalid: Mutex::default(),
            token_refused: CancellationToken::new(),
            machine_blocked: Mutex::default(),
        }
    }

    /// Whose answers to interactions these are.
    pub(crate) fn application(&self) -> serenity::ApplicationId {
        self.application
    }

    /// Whose messages ours are.
    pub(crate) fn bot(&self) -> serenity::UserId {
        self.bot
    }

    /// Cancelled when Discord no longer knows the token: nothing will work any more.
    #[must_use]
    pub fn token_refused(&self) -> &CancellationToken {
        &self.token_refused
    }

    /// How long what is sent unasked has to wait, as too many requests were invalid of late.
    pub(crate) fn wait_after_invalid(&self) -> Option<Duration> {
        let mut invalid = self.invalid.lock().unwrap_or_else(PoisonError::into_inner);
        forget_old(&mut invalid);
        if invalid.len() < MOST_INVALID {
            return None;
        }
        let first = invalid.front()?;
        Some(INVALID_WINDOW.saturating_sub(first.elapsed()))
    }

    /// How long what is sent unasked has to wait, as Cloudflare wants nothing from this machine.
    pub(crate) fn wait_for_machine(&self) -> Option<Duration> {
        let blocked = self.machine_blocked.lock();
        let until = (*blocked.unwrap_or_else(PoisonError::into_inner))?;
        Some(until.saturating_duration_since(Instant::now()))
    }

    /// Cloudflare's 429, which is not Discord's JSON.
    fn block_machine(&self, header: Option<f64>) -> DiscordError {
        let asked = header.and_then(|after| Duration::try_from_secs_f64(after).ok());
        let after = asked.unwrap_or_default().max(FOR_THE_MACHINE);
        let mut blocked = self
            .machine_blocked
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *blocked = Some(Instant::now() + after);
        DiscordError::SlowDown {
            after,
            global: true,
        }
    }

    /// Makes a request whose answer is a `T`.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &self,
        request: Request<'_>,
    ) -> Result<T, DiscordError> {
        read(self.send(request).await?).await
    }

    /// Makes a request whose answer says nothing but that it is done.
    pub(crate) async fn tell(&self, request: Request<'_>) -> Result<(), DiscordError> {
        self.send(request).await.map(drop)
    }

    /// A member of a server.
    pub(crate) async fn member(
        &self,
        team: TeamId,
        person: PersonId,
    ) -> Result<serenity::Member, DiscordError> {
        let route = Route::GuildMember {
            guild_id: team.into(),
            user_id: person.into(),
        };
        member_of(team, self.ask(Request::new(route, LightMethod::Get)).await?)
    }

    /// Somebody as they are in `team` now.
    pub async fn colleague(
        &self,
        team: TeamId,
        person: PersonId,
    ) -> Result<Colleague, DiscordError> {
        match self.member(team, person).await {
            Ok(member) => Ok(Colleague {
                id: person,
                name: name_of(&member.user, Some(&member)),
                is_bot: member.user.bot,
                in_team: true,
            }),
            Err(gone) if gone.is_unknown_person() => Ok(Colleague {
                id: person,
                name: PersonName::default(),
                is_bot: false,
                in_team: false,
            }),
            Err(error) => Err(error),
        }
    }

    /// Whether a server has this role.
    pub async fn has_role(&self, team: TeamId, role: RoleId) -> Result<bool, DiscordError> {
        let route = Route::GuildRoles {
            guild_id: team.into(),
        };
        let roles: Vec<serenity::Role> = self.ask(Request::new(route, LightMethod::Get)).await?;
        Ok(roles.iter().any(|it| RoleId::from(it.id) == role))
    }

    /// Whether Rapport sees this channel: an error says why it doesn't.
    pub async fn look_for_channel(&self, channel: ChannelId) -> Result<(), DiscordError> {
        let route = Route::Channel {
            channel_id: channel.into(),
        };
        self.tell(Request::new(route, LightMethod::Get)).await
    }

    /// A message.
    pub(crate) async fn message(
        &self,
        channel: ChannelId,
        message: MessageId,
    ) -> Result<serenity::Message, DiscordError> {
        let route = Route::ChannelMessage {
            channel_id: channel.into(),
            message_id: message.into(),
        };
        self.ask(Request::new(route, LightMethod::Get)).await
    }

    /// Makes a request whose answer is read by whoever makes it.
    pub(crate) async fn send(
        &self,
        request: Request<'_>,
    ) -> Result<reqwest::Response, DiscordError> {
        // Where an interaction's token is enough, a refused token is that one.
        let path = request.route_ref().path();
        let ours = !path.contains("/webhooks/") && !path.contains("/interactions/");
        let token = format!("Bot {}", self.token.expose_secret());
        let request = request
            .build(&self.client, &token, Some(&self.base))
            .map_err(DiscordError::from)?;
        crash::point("request::made");
        let answer = request.send().await.map_err(unsure)?;
        crash::point("request::answered");
        let status = answer.status();
        if status.is_success() {
            return Ok(answer);
        }
        if status.is_server_error() {
            return Err(DiscordError::Unsure(format!("status {status}")));
        }
        let shared = says(&answer, "X-RateLimit-Scope").is_some_and(|scope| scope == "shared");
        let after = says(&answer, "Retry-After").and_then(|after| after.parse().ok());
        if matches!(status.as_u16(), 401 | 403 | 429) && !shared {
            self.count_invalid();
        }
        let complaint: Complaint = answer.json().await.unwrap_or_default();
        if status.as_u16() == 429 && complaint.retry_after.is_none() {
            return Err(self.block_machine(after));
        }
        let error = complaint.into_error(status, after);
        if ours && matches!(error, DiscordError::Refused { status: 401, .. }) {
            self.token_refused.cancel();
        }
        Err(error)
    }

    fn count_invalid(&self) {
        let mut invalid = self.invalid.lock().unwrap_or_else(PoisonError::into_inner);
        forget_old(&mut invalid);
        invalid.push_back(Instant::now());
        if invalid.len() == MOST_INVALID {
            tracing::error!(
                count = MOST_INVALID,
                "too many requests were refused in ten minutes; nudges and recaps wait, so that \
                 Discord does not ban this address"
            );
        }
    }

    /// What somebody is called in a server.
    pub async fn name_in(
        &self,
        team: TeamId,
        person: PersonId,
    ) -> Result<PersonName, DiscordError> {
        let member = self.member(team, person).await?;
        Ok(name_of(&member.user, Some(&member)))
    }
}

impl Complaint {
    fn into_error(self, status: reqwest::StatusCode, header: Option<f64>) -> DiscordError {
        if status.as_u16() == 429 {
            // The body is the finer of the two.
            let after = self.retry_after.or(header);
            let after = after.and_then(|after| Duration::try_from_secs_f64(after).ok());
            return DiscordError::SlowDown {
                after: after.unwrap_or(UNSAID),
                global: self.global,
            };
        }
        DiscordError::answered(status.as_u16(), self.code, self.message)
    }
}

fn says<'a>(answer: &'a reqwest::Response, header: &str) -> Option<&'a str> {
    answer.headers().get(header)?.to_str().ok()
}

fn forget_old(invalid: &mut VecDeque<Instant>) {
    while invalid
        .front()
        .is_some_and(|at| at.elapsed() >= INVALID_WINDOW)
    {
        invalid.pop_front();
    }
}

/// A member as Discord tells of them where their server was named: it leaves that out then, and
/// serenity wants it there.
pub(crate) fn member_of(team: TeamId, mut member: Value) -> Result<serenity::Member, DiscordError> {
    member["guild_id"] = team.to_string().into();
    Ok(serde_json::from_value(member).map_err(serenity::Error::from)?)
}

/// What an answer says.
pub(crate) async fn read<T: DeserializeOwned>(
    answer: reqwest::Response,
) -> Result<T, DiscordError> {
    answer.json().await.map_err(unsure)
}

fn unsure(error: reqwest::Error) -> DiscordError {
    DiscordError::from(serenity::Error::from(error))
}
