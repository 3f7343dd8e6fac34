//! Requests to Discord. All of them read rate limits and count invalid requests in the same way.

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
use super::emoji::Emoji;
use super::error::DiscordError;
use super::names::PersonName;
use crate::crash;
use crate::discord::Colleague;
use crate::ids::{ChannelId, MemberKey, MessageId, RoleId, TeamId};
use crate::telemetry::metrics::REQUESTS;

/// Discord bans an address after 10,000 invalid requests in ten minutes. Unasked messages stop at
/// this number.
const MOST_INVALID: usize = 1_000;
const INVALID_WINDOW: Duration = Duration::from_mins(10);

/// How long to wait if Discord asks us to slow down without a duration.
const DEFAULT_RETRY_AFTER: Duration = Duration::from_secs(5);

/// The shortest wait after Cloudflare's rate limit. It applies to the whole machine, and more
/// requests extend it.
const FOR_THE_MACHINE: Duration = Duration::from_mins(1);

/// The client of Discord's API.
pub struct Api {
    client: reqwest::Client,
    token: SecretString,
    base: String,
    application: serenity::ApplicationId,
    bot: serenity::UserId,
    invalid: Mutex<VecDeque<Instant>>,
    token_refused: CancellationToken,
    /// Until when Cloudflare refuses this machine.
    machine_blocked: Mutex<Option<Instant>>,
}

/// The body of an unsuccessful response.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Complaint {
    code: isize,
    message: String,
    retry_after: Option<f64>,
    global: bool,
}

impl Api {
    /// Sends requests with `client` to `base`, as the bot of `token`.
    #[must_use]
    pub(crate) fn new(
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

    /// The application's id, as answers to interactions need it.
    pub(crate) fn application(&self) -> serenity::ApplicationId {
        self.application
    }

    /// The bot's user id.
    pub(crate) fn bot(&self) -> serenity::UserId {
        self.bot
    }

    /// Cancelled when Discord rejects the token: no request will work any more.
    #[must_use]
    pub(crate) fn token_refused(&self) -> &CancellationToken {
        &self.token_refused
    }

    /// How long unasked messages have to wait after too many invalid requests.
    pub(crate) fn wait_after_invalid(&self) -> Option<Duration> {
        let mut invalid = self.invalid.lock().unwrap_or_else(PoisonError::into_inner);
        forget_old(&mut invalid);
        if invalid.len() < MOST_INVALID {
            return None;
        }
        let first = invalid.front()?;
        Some(INVALID_WINDOW.saturating_sub(first.elapsed()))
    }

    /// How long unasked messages have to wait while Cloudflare refuses this machine.
    pub(crate) fn wait_for_machine(&self) -> Option<Duration> {
        let blocked = self.machine_blocked.lock();
        let until = (*blocked.unwrap_or_else(PoisonError::into_inner))?;
        Some(until.saturating_duration_since(Instant::now()))
    }

    /// Handles Cloudflare's 429, which is not Discord's JSON.
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

    /// Makes a request and parses the response as a `T`.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &self,
        request: Request<'_>,
    ) -> Result<T, DiscordError> {
        read(self.send(request).await?).await
    }

    /// Makes a request and ignores the content of the response.
    pub(crate) async fn tell(&self, request: Request<'_>) -> Result<(), DiscordError> {
        self.send(request).await.map(drop)
    }

    /// A member of a server.
    pub(crate) async fn member(&self, key: MemberKey) -> Result<serenity::Member, DiscordError> {
        let route = Route::GuildMember {
            guild_id: key.team.into(),
            user_id: key.person.into(),
        };
        member_of(
            key.team,
            self.ask(Request::new(route, LightMethod::Get)).await?,
        )
    }

    /// A person as they are in the server now.
    pub(crate) async fn colleague(&self, key: MemberKey) -> Result<Colleague, DiscordError> {
        match self.member(key).await {
            Ok(member) => Ok(Colleague::in_team(&member)),
            Err(gone) if gone.is_unknown_person() => Ok(Colleague::not_in_team(key.person)),
            Err(error) => Err(error),
        }
    }

    /// Whether a server has this role.
    pub(crate) async fn has_role(&self, team: TeamId, role: RoleId) -> Result<bool, DiscordError> {
        let route = Route::GuildRoles {
            guild_id: team.into(),
        };
        let roles: Vec<serenity::Role> = self.ask(Request::new(route, LightMethod::Get)).await?;
        Ok(roles.iter().any(|it| RoleId::from(it.id) == role))
    }

    /// The emoji of a server.
    pub(crate) async fn emojis(&self, team: TeamId) -> Result<Vec<Emoji>, DiscordError> {
        let route = Route::GuildEmojis {
            guild_id: team.into(),
        };
        let emojis: Vec<serenity::Emoji> = self.ask(Request::new(route, LightMethod::Get)).await?;
        Ok(emojis.iter().map(Emoji::from).collect())
    }

    /// Checks that Rapport sees this channel. The error says why it doesn't.
    pub(crate) async fn look_for_channel(&self, channel: ChannelId) -> Result<(), DiscordError> {
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

    /// Makes a request and returns the response unread.
    pub(crate) async fn send(
        &self,
        request: Request<'_>,
    ) -> Result<reqwest::Response, DiscordError> {
        // Interaction routes use the interaction's token, so their 401 does not concern ours.
        let path = request.route_ref().path();
        let ours = !path.contains("/webhooks/") && !path.contains("/interactions/");
        let token = format!("Bot {}", self.token.expose_secret());
        let request = request
            .build(&self.client, &token, Some(&self.base))
            .map_err(DiscordError::from)?;
        crash::point("request::made");
        let answer = request.send().await;
        count(&answer);
        let answer = answer.map_err(unsure)?;
        crash::point("request::answered");
        let status = answer.status();
        if status.is_success() {
            return Ok(answer);
        }
        if status.is_server_error() {
            return Err(DiscordError::Unsure(format!("status {status}")));
        }
        let shared = header(&answer, "X-RateLimit-Scope").is_some_and(|scope| scope == "shared");
        let after = header(&answer, "Retry-After").and_then(|after| after.parse().ok());
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

    /// Downloads a file that a person attached, from the address that Discord names for it. Returns
    /// `None` if it has more than `most` bytes.
    pub(crate) async fn download(
        &self,
        url: &str,
        most: usize,
    ) -> Result<Option<Vec<u8>>, DiscordError> {
        let mut answer = self.client.get(url).send().await.map_err(unsure)?;
        if !answer.status().is_success() {
            return Err(DiscordError::Unsure(format!("status {}", answer.status())));
        }
        let mut file = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unsure)? {
            if file.len() + chunk.len() > most {
                return Ok(None);
            }
            file.extend_from_slice(&chunk);
        }
        Ok(Some(file))
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

    /// A person's name in a server.
    pub(crate) async fn name_in(&self, key: MemberKey) -> Result<PersonName, DiscordError> {
        let member = self.member(key).await?;
        Ok(name_of(&member.user, Some(&member)))
    }
}

impl Complaint {
    fn into_error(self, status: reqwest::StatusCode, header: Option<f64>) -> DiscordError {
        if status.as_u16() == 429 {
            // The body is more precise than the header.
            let after = self.retry_after.or(header);
            let after = after.and_then(|after| Duration::try_from_secs_f64(after).ok());
            return DiscordError::SlowDown {
                after: after.unwrap_or(DEFAULT_RETRY_AFTER),
                global: self.global,
            };
        }
        DiscordError::answered(status.as_u16(), self.code, self.message)
    }
}

fn count(answer: &reqwest::Result<reqwest::Response>) {
    let status = answer.as_ref().map(|it| it.status().as_u16().to_string());
    let status = status.unwrap_or_else(|_| "none".to_owned());
    metrics::counter!(REQUESTS, "status" => status).increment(1);
}

fn header<'a>(answer: &'a reqwest::Response, header: &str) -> Option<&'a str> {
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

/// Parses a member. Discord leaves out the server's id if the route has it, but serenity requires
/// it.
pub(crate) fn member_of(team: TeamId, mut member: Value) -> Result<serenity::Member, DiscordError> {
    member["guild_id"] = team.to_string().into();
    Ok(serde_json::from_value(member).map_err(serenity::Error::from)?)
}

/// Parses a response.
pub(crate) async fn read<T: DeserializeOwned>(
    answer: reqwest::Response,
) -> Result<T, DiscordError> {
    answer.json().await.map_err(unsure)
}

fn unsure(error: reqwest::Error) -> DiscordError {
    DiscordError::from(serenity::Error::from(error))
}
