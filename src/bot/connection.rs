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
    ClientBuilder, CreateAllowedMentions, EventHandler, GatewayIntents, Http, HttpBuilder,
    ShardManager,
};
use serenity_tungstenite::tungstenite::Message;
use thiserror::Error;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::events::Events;
use super::registry;
use crate::app::App;
use crate::config::DiscordSettings;
use crate::discord::api::Api;
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

/// How long the first READY may take where Discord would have more than one connection: it closes
/// one at once that holds too many servers.
const FOR_READY: Duration = Duration::from_secs(10);

/// Who begins more sessions in a day than Discord allows (1,000) loses the token: so many are kept.
const SESSIONS_KEPT: u64 = 50;

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
    /// The bot is in too many servers for one connection.
    #[error(
        "Discord wants this bot to use {0} connections (sharding, close code 4011), and this \
         version of Rapport uses one: run a second application for some of the servers"
    )]
    Crowded(u32),
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
    /// The way to Discord.
    pub api: Arc<Api>,
    /// The application's name.
    pub name: String,
    /// The application's id, as an invitation needs it.
    pub application: u64,
    http: Http,
    access: Access,
    /// The bot's account.
    pub bot: serenity::UserId,
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

    fn api(&self, application: serenity::ApplicationId, bot: serenity::UserId) -> Api {
        let (client, token) = (self.client.clone(), self.token.clone());
        Api::new(client, token, self.base.clone(), application, bot)
    }

    /// For what serenity does by itself. Without its limiter: it keeps an entry for every answered
    /// interaction for ever, and with it on, the base address is ignored.
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
        api: Arc::new(access.api(application.id, bot.id)),
        name: application.name,
        application: application.id.get(),
        http,
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
    let shards = match may_connect(login).await {
        Ok(shards) => shards,
        Err(end) => return end,
    };
    let ready = Arc::new(AtomicBool::new(false));
    let events = Events::new(
        Arc::clone(app),
        login.bot,
        Arc::clone(&ready),
        in_hand.clone(),
    );
    let pulse = Arc::new(Pulse);
    let client = ClientBuilder::new_with_http(login.access.http(), intents(app))
        .framework(events)
        .event_handler_arc(Arc::clone(&pulse))
        .await;
    let mut client = match client {
        Ok(client) => client,
        Err(error) => return End::Lost(DiscordError::from(error).to_string()),
    };
    let watched = Watched {
        manager: Arc::clone(&client.shard_manager),
        without_runner: Arc::strong_count(&pulse),
        pulse,
        ready,
        shards,
    };
    let end = tokio::select! {
        ended = client.start() => match ended {
            Ok(()) => End::Lost("the gateway closed the connection".to_owned()),
            Err(error) => classify(error),
        },
        end = watched.watch() => end,
        () = login.api.token_refused().cancelled() => End::Fatal(ConnectError::Token),
        () = stop.cancelled() => End::Stopped,
    };
    // A runner whose socket is closed would wait for ever for it to be closed.
    watched.probe().await;
    watched.manager.shutdown_all().await;
    end
}

/// Whether Discord lets us begin a session; over how many connections it would have the bot spread.
async fn may_connect(login: &Login) -> Result<u32, End> {
    match login
        .http
        .get_bot_gateway()
        .await
        .map_err(DiscordError::from)
    {
        Ok(gateway) if gateway.session_start_limit.remaining > SESSIONS_KEPT => Ok(gateway.shards),
        Ok(_) => Err(End::Lost(
            "Discord has few new sessions left for this bot today".to_owned(),
        )),
        Err(DiscordError::Refused { status: 401, .. }) => Err(End::Fatal(ConnectError::Token)),
        Err(error) => Err(End::Lost(error.to_string())),
    }
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

/// Says every now and then that it is time to look, from a thread of its own: serenity's runner may
/// keep the very thread busy that wakes whoever sleeps in this runtime.
fn ticks() -> mpsc::Receiver<()> {
    let (tick, ticks) = mpsc::channel(1);
    std::thread::spawn(move || {
        while !tick.is_closed() {
            std::thread::sleep(LOOK_EVERY);
            // One that is not heard is not needed twice.
            let _ = tick.try_send(());
        }
    });
    ticks
}

/// Is held by serenity's runner of the connection for as long as that lives, and hears nothing.
struct Pulse;

impl EventHandler for Pulse {}

/// A connection under watch.
struct Watched {
    manager: Arc<ShardManager>,
    pulse: Arc<Pulse>,
    /// How many hold the pulse when there is no runner.
    without_runner: usize,
    ready: Arc<AtomicBool>,
    /// How many connections Discord would have.
    shards: u32,
}

impl Watched {
    /// Returns when the connection has been of no use for too long, or will never be.
    async fn watch(&self) -> End {
        let mut sound_at = Instant::now();
        let mut ticks = ticks();
        loop {
            ticks.recv().await;
            let ready = self.ready.load(Ordering::Acquire);
            let is_dead = self.is_dead().await;
            if self.shards > 1 && !ready && (is_dead || sound_at.elapsed() > FOR_READY) {
                // serenity does not pass on that Discord closed the connection for this (4011).
                return End::Fatal(ConnectError::Crowded(self.shards));
            }
            if is_dead {
                return End::Lost("Discord closed the connection and did not say why".to_owned());
            }
            self.probe().await;
            if ready && self.is_connected().await {
                sound_at = Instant::now();
            } else if sound_at.elapsed() > PATIENCE {
                let patience = PATIENCE.as_secs();
                return End::Lost(format!("no sound connection for {patience} s"));
            }
        }
    }

    async fn is_connected(&self) -> bool {
        let runners = self.manager.runners.lock().await;
        let mut stages = runners.values().map(|runner| runner.stage);
        stages.all(|stage| stage == ConnectionStage::Connected)
    }

    /// Whether the runner has ended that the manager takes to be at work.
    async fn is_dead(&self) -> bool {
        let runners = self.manager.runners.lock().await;
        !runners.is_empty() && Arc::strong_count(&self.pulse) <= self.without_runner
    }

    /// Sends a word over the connection. After a close frame without a code, and after some codes,
    /// serenity goes on reading from a closed socket at full speed; that it can't write there ends
    /// its runner.
    async fn probe(&self) {
        for runner in self.manager.runners.lock().await.values() {
            runner
                .runner_tx
                .websocket_message(Message::Ping(Vec::new()));
        }
    }
}
