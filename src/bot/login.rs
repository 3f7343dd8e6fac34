//! Logs in to Discord, and decides whether a session may begin.

use std::sync::Arc;

use anyhow::Context as _;
use poise::serenity_prelude as serenity;
use secrecy::{ExposeSecret, SecretString};
use serenity::{BotGateway, CreateAllowedMentions, Http, HttpBuilder};
use thiserror::Error;
use tokio_util::sync::CancellationToken;

use super::registry;
use super::waits::Waits;
use crate::config::DiscordSettings;
use crate::discord::api::Api;
use crate::discord::{CommandIds, DiscordError};
use crate::health::{Health, service};
use crate::telemetry::chain;

/// Discord resets the token of a bot that begins more than 1,000 sessions a day. Keep this many
/// unused.
const SESSIONS_KEPT: u64 = 50;

/// In milliseconds.
const AN_HOUR: u64 = 3_600_000;

/// Why Rapport can't connect. Operators read it.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// Discord does not know the token.
    #[error(
        "Discord does not accept the token (DISCORD_TOKEN): copy it again from \
         https://discord.com/developers/applications, your application, Bot, Reset Token"
    )]
    Token,
    /// The base address does not answer as Discord's API does.
    #[error("{base} does not answer as Discord does (discord.api_url)")]
    Base {
        /// The address from the settings.
        base: String,
        /// What it answered instead.
        source: DiscordError,
    },
    /// The HTTP client could not be set up.
    #[error("cannot set up HTTPS on this machine")]
    Https(#[from] reqwest::Error),
    /// Discord no longer supports the gateway version that this Rapport uses.
    #[error(
        "Discord does not take the way this version of Rapport connects (close code {0}): run a \
         newer version"
    )]
    ApiVersionRetired(u16),
    /// Discord refuses the intents.
    #[error(
        "Discord refuses the intents that this version of Rapport asks for (close code {0}): run a \
         newer version, and if there is none, report it"
    )]
    Intents(u16),
    /// Discord sends member events only to applications with the Server Members Intent.
    #[error(
        "Discord does not let this application hear of members (close code 4014): switch on the \
         Server Members Intent at https://discord.com/developers/applications, your application, \
         Bot (from 10,000 users on Discord reviews it first), or set discord.members_intent to \
         false"
    )]
    MembersIntent,
}

/// A login that Discord accepted.
pub struct Login {
    /// The client of Discord's API.
    pub(crate) api: Arc<Api>,
    /// The application's name.
    pub(crate) name: String,
    /// The application's id, as an invitation needs it.
    pub application: u64,
    pub(super) http: Http,
    access: Access,
    /// The bot's user id.
    pub(crate) bot: serenity::UserId,
    /// Whether people can install the application for themselves.
    pub for_people: bool,
}

/// What requests need.
struct Access {
    client: reqwest::Client,
    token: SecretString,
    base: String,
}

impl Access {
    fn new(settings: &DiscordSettings) -> Result<Self, ConnectError> {
        let client = reqwest::Client::builder()
            .timeout(settings.request_timeout)
            .user_agent(concat!(
                "DiscordBot (rapport, ",
                env!("CARGO_PKG_VERSION"),
                ")"
            ))
            .build()?;
        Ok(Self {
            client,
            token: settings.token.clone(),
            base: settings.api_url.clone(),
        })
    }

    fn api(&self, application: serenity::ApplicationId, bot: serenity::UserId) -> Api {
        let (client, token) = (self.client.clone(), self.token.clone());
        Api::new(client, token, self.base.clone(), application, bot)
    }

    /// The HTTP client for serenity's own requests. Its rate limiter is off: it keeps an entry for
    /// every answered interaction for ever, and it ignores the base address.
    fn http(&self) -> Http {
        HttpBuilder::new(self.token.expose_secret())
            .client(self.client.clone())
            .proxy(&self.base)
            .ratelimiter_disabled(true)
            .default_allowed_mentions(CreateAllowedMentions::new())
            .build()
    }
}

impl ConnectError {
    /// Whether a later try may succeed, because Discord itself did not refuse.
    fn is_outage(&self) -> bool {
        matches!(self, Self::Base { source, .. } if is_outage(source))
    }
}

fn is_outage(error: &DiscordError) -> bool {
    !matches!(error, DiscordError::Refused { .. })
}

/// Logs in and registers the commands. Waits as long as Discord has an outage. Returns `None` if
/// `stop` was cancelled first.
///
/// # Errors
///
/// Problems that only a person can fix.
pub(crate) async fn begin(
    settings: &DiscordSettings,
    waits: &Waits,
    health: &Health,
    stop: &CancellationToken,
) -> anyhow::Result<Option<(Login, CommandIds)>> {
    let mut pause = waits.first_pause;
    let mut is_logged = false;
    loop {
        health.looked();
        let why = match try_to_begin(settings).await? {
            Ok(begun) => return Ok(Some(begun)),
            Err(why) => why,
        };
        if !is_logged {
            tracing::warn!(%why, "Discord can't be reached; trying until it can");
            service::tell_started("Discord can't be reached; trying until it can");
            is_logged = true;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => pause = waits.longer(pause, false),
            () = stop.cancelled() => return Ok(None),
        }
    }
}

/// Tries once. Returns the login, or a description of the outage.
async fn try_to_begin(
    settings: &DiscordSettings,
) -> anyhow::Result<Result<(Login, CommandIds), String>> {
    let login = match log_in(settings).await {
        Ok(login) => login,
        Err(error) if error.is_outage() => return Ok(Err(chain(&error))),
        Err(error) => return Err(error.into()),
    };
    match login.register_commands().await {
        Ok(ids) => Ok(Ok((login, ids))),
        Err(error) if is_outage(&error) => Ok(Err(chain(&error))),
        Err(error) => Err(error).context("Discord did not take the list of commands"),
    }
}

/// Checks that the base address answers and that the token is valid.
pub async fn log_in(settings: &DiscordSettings) -> Result<Login, ConnectError> {
    let access = Access::new(settings)?;
    let http = access.http();
    let refused = |error: serenity::Error| match DiscordError::from(error) {
        DiscordError::Refused { status: 401, .. } => ConnectError::Token,
        source => ConnectError::Base {
            base: settings.api_url.clone(),
            source,
        },
    };
    // Ask before serenity does: without an answer, serenity falls back to the real Discord.
    http.get_gateway().await.map_err(refused)?;
    let application = http.get_current_application_info().await.map_err(refused)?;
    let bot = http.get_current_user().await.map_err(refused)?;
    http.set_application_id(application.id);
    Ok(Login {
        api: Arc::new(access.api(application.id, bot.id)),
        name: application.name,
        application: application.id.get(),
        http,
        access,
        bot: bot.id,
        for_people: application
            .integration_types_config
            .contains_key(&serenity::InstallationContext::User),
    })
}

impl Login {
    /// The HTTP client for serenity's own requests.
    pub(super) fn serenity_http(&self) -> Http {
        self.access.http()
    }

    /// How many shards Discord asks for, and how many sessions it lets the bot begin today. For the
    /// operator.
    ///
    /// # Errors
    ///
    /// Discord does not answer.
    pub(crate) async fn describe_shards(&self) -> Result<String, DiscordError> {
        let gateway = self.http.get_bot_gateway().await?;
        let limit = &gateway.session_start_limit;
        Ok(format!(
            "{} ({} of {} new sessions left today)",
            if gateway.shards == 1 {
                "1 shard".to_owned()
            } else {
                format!("{} shards", gateway.shards)
            },
            limit.remaining,
            limit.total,
        ))
    }

    /// Registers the commands with Discord.
    pub(crate) async fn register_commands(&self) -> Result<CommandIds, DiscordError> {
        let commands = registry::described(self.for_people).map_err(serenity::Error::from)?;
        let registered = self.http.create_global_commands(&commands).await?;
        Ok(CommandIds::new(registered))
    }
}

/// How a connection ended.
pub(super) enum End {
    Stopped,
    /// A new connection is needed. `begun` says whether this one began a session: Discord allows
    /// 1,000 of them a day.
    Lost {
        why: String,
        begun: bool,
    },
    Fatal(ConnectError),
    /// Discord wants more shards than this number (close code 4011).
    MoreShards {
        than: u32,
    },
}

impl End {
    /// The gateway was not reached.
    fn unreached(why: impl std::fmt::Display) -> Self {
        Self::Lost {
            why: why.to_string(),
            begun: false,
        }
    }
}

/// Returns the gateway's address, if Discord lets us begin another session.
pub(super) async fn may_connect(login: &Login) -> Result<BotGateway, End> {
    if_enough_left(ask_gateway(login).await?, 1)
}

/// The same for a session of each shard, of which there are to be `at_least` so many.
pub(super) async fn may_connect_all(login: &Login, at_least: u32) -> Result<BotGateway, End> {
    let gateway = ask_gateway(login).await?;
    let shards = gateway.shards.max(at_least);
    if_enough_left(gateway, shards)
}

fn if_enough_left(gateway: BotGateway, sessions: u32) -> Result<BotGateway, End> {
    let limit = &gateway.session_start_limit;
    if limit.remaining >= SESSIONS_KEPT + u64::from(sessions) {
        return Ok(gateway);
    }
    let (left, hours) = (limit.remaining, limit.reset_after.div_ceil(AN_HOUR));
    Err(End::unreached(format!(
        "Discord lets this bot begin {left} more sessions in the next {hours} h; {sessions} are \
         needed, and Rapport keeps {SESSIONS_KEPT} in reserve"
    )))
}

/// Returns what Discord says about its gateway.
async fn ask_gateway(login: &Login) -> Result<BotGateway, End> {
    match login
        .http
        .get_bot_gateway()
        .await
        .map_err(DiscordError::from)
    {
        Ok(gateway) => Ok(gateway),
        Err(DiscordError::Refused { status: 401, .. }) => Err(End::Fatal(ConnectError::Token)),
        Err(error) => Err(End::unreached(error)),
    }
}
