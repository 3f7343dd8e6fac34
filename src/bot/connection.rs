//! Logging in and staying connected.
//!
//! One serenity client lives as long as its connection is sound; when it isn't, the client is
//! dropped and a new one made, after a pause that grows. serenity alone would not always notice:
//! a READY that does not parse leaves it connected and deaf, and some close codes make it spin.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use secrecy::{ExposeSecret, SecretString};
use serenity::gateway::{ConnectionStage, GatewayError};
use serenity::{
    ClientBuilder, CreateAllowedMentions, GatewayIntents, Http, HttpBuilder, ShardManager,
};
use thiserror::Error;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::events::Events;
use super::registry;
use crate::app::App;
use crate::config::DiscordSettings;
use crate::discord::{CommandIds, DiscordError};

/// Servers, and the deletion of kudos posts. None of them is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES);

/// What Discord is asked to tell: with the members of servers, if that is switched on.
fn intents(app: &App) -> GatewayIntents {
    if app.members_intent {
        INTENTS | GatewayIntents::GUILD_MEMBERS
    } else {
        INTENTS
    }
}

/// How long a connection may take to become one, or to come back, before it is made anew.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often the connection is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Pauses before connecting anew double from the first to the last. Discord allows 1,000 fresh
/// connections a day, which the last pause alone keeps below.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LAST_PAUSE: Duration = Duration::from_mins(2);

/// Why there is no connection; operators read it.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The token is not one that Discord knows.
    #[error(
        "Discord does not accept the token (DISCORD_TOKEN): copy it anew from \
         https://discord.com/developers/applications, your application, Bot, Reset Token"
    )]
    Token,
    /// The base address gives no answer of Discord's kind.
    #[error("{base} does not answer as Discord does (discord.api_url)")]
    Base {
        /// The address as configured.
        base: String,
        /// What came instead.
        source: DiscordError,
    },
    /// The HTTP client could not be made.
    #[error("cannot set up HTTPS on this machine")]
    Https(#[from] reqwest::Error),
    /// Discord refuses what we ask to be told about.
    #[error(
        "Discord refuses the intents of this bot (close code {0}): this version of Rapport and \
         the application's settings do not go together"
    )]
    Intents(u16),
    /// Discord tells who is in a server only to applications that are allowed to hear it.
    #[error(
        "Discord does not let this application hear of members (close code 4014): switch on the \
         Server Members Intent at https://discord.com/developers/applications, your application, \
         Bot, or set discord.members_intent to false"
    )]
    MembersIntent,
}

/// A login that Discord accepted.
pub struct Login {
    /// For requests that don't answer an interaction.
    pub http: Arc<Http>,
    /// The application's name.
    pub name: String,
    /// The application's id, as an invitation needs it.
    pub application: u64,
    access: Access,
    bot: serenity::UserId,
}

/// What it takes to make requests.
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

    /// Without serenity's limiter: it keeps an entry for every answered interaction for ever, and
    /// with it on, the base address is ignored.
    fn http(&self) -> Http {
        HttpBuilder::new(self.token.expose_secret())
            .client(self.client.clone())
            .proxy(&self.base)
            .ratelimiter_disabled(true)
            .default_allowed_mentions(CreateAllowedMentions::new())
            .build()
    }
}

/// Makes sure that the base answers and that the token is good.
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
    // Asked before serenity does, which falls back to the real Discord when it gets no answer.
    http.get_gateway().await.map_err(refused)?;
    let application = http.get_current_application_info().await.map_err(refused)?;
    let bot = http.get_current_user().await.map_err(refused)?;
    http.set_application_id(application.id);
    Ok(Login {
        http: Arc::new(http),
        name: application.name,
        application: application.id.get(),
        access,
        bot: bot.id,
    })
}

impl Login {
    /// Tells Discord which commands there are.
    pub async fn register_commands(&self) -> Result<CommandIds, DiscordError> {
        let commands = registry::described().map_err(serenity::Error::from)?;
        let registered = self.http.create_global_commands(&commands).await?;
        Ok(CommandIds::new(registered))
    }
}

/// Stays connected until `stop` is cancelled, or until Discord says that it is of no use to try.
pub async fn stay(
    app: &Arc<App>,
    login: &Login,
    in_hand: &TaskTracker,
    stop: &CancellationToken,
) -> Result<(), ConnectError> {
    let mut pause = FIRST_PAUSE;
    while !stop.is_cancelled() {
        let started = Instant::now();
        match connect_once(app, login, in_hand, stop).await {
            End::Stopped => return Ok(()),
            End::Fatal(error) => return Err(error),
            End::Lost(why) => {
                tracing::warn!(why, pause = ?pause, "connection lost; connecting anew");
            }
        }
        if started.elapsed() > LAST_PAUSE {
            pause = FIRST_PAUSE;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => pause = (pause * 2).min(LAST_PAUSE),
            () = stop.cancelled() => {}
        }
    }
    Ok(())
}

/// How one connection ended.
enum End {
    Stopped,
    Lost(String),
    Fatal(ConnectError),
}

async fn connect_once(
    app: &Arc<App>,
    login: &Login,
    in_hand: &TaskTracker,
    stop: &CancellationToken,
) -> End {
    if let Err(error) = login.http.get_gateway().await {
        return End::Lost(DiscordError::from(error).to_string());
    }
    let ready = Arc::new(AtomicBool::new(false));
    let events = Events::new(
        Arc::clone(app),
        login.bot,
        Arc::clone(&ready),
        in_hand.clone(),
    );
    let client = ClientBuilder::new_with_http(login.access.http(), intents(app))
        .framework(events)
        .await;
    let mut client = match client {
        Ok(client) => client,
        Err(error) => return End::Lost(DiscordError::from(error).to_string()),
    };
    let shards = Arc::clone(&client.shard_manager);
    let end = tokio::select! {
        ended = client.start() => match ended {
            Ok(()) => End::Lost("the gateway closed the connection".to_owned()),
            Err(error) => classify(error),
        },
        why = watch(&shards, &ready) => End::Lost(why),
        () = stop.cancelled() => End::Stopped,
    };
    shards.shutdown_all().await;
    end
}

/// Of what Discord's gateway says, what no new try can mend.
fn classify(error: serenity::Error) -> End {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => {
            End::Fatal(ConnectError::Token)
        }
        serenity::Error::Gateway(GatewayError::InvalidGatewayIntents) => {
            End::Fatal(ConnectError::Intents(4013))
        }
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => {
            End::Fatal(ConnectError::MembersIntent)
        }
        other => End::Lost(DiscordError::from(other).to_string()),
    }
}

/// Returns when the connection has been of no use for too long, with the reason.
async fn watch(shards: &ShardManager, ready: &AtomicBool) -> String {
    let mut sound_at = Instant::now();
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let connected = shards
            .runners
            .lock()
            .await
            .values()
            .all(|shard| shard.stage == ConnectionStage::Connected);
        if connected && ready.load(Ordering::Acquire) {
            sound_at = Instant::now();
        } else if sound_at.elapsed() > PATIENCE {
            return format!("no sound connection for {} s", PATIENCE.as_secs());
        }
    }
}
