//! Keeps one shard connected.
//!
//! One serenity manager lives as long as the shard's connection works. Then it is dropped, and a new
//! one is made after a pause that grows. serenity alone does not notice every failure: a READY that
//! it can't parse leaves it connected without events, and some close codes make it spin.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use poise::FrameworkOptions;
use poise::serenity_prelude as serenity;
use serenity::gateway::GatewayError;
use serenity::{BotGateway, GatewayIntents, Http};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::connection_log::ConnectionLog;
use super::events::Events;
use super::identify::IdentifyPace;
use super::login::{ConnectError, End, Login, may_connect};
use super::prober::Prober;
use super::raw_events::RawEvents;
use super::shards::{self, Addresses, Starter};
use super::waits::Waits;
use super::watch::Watched;
use crate::app::App;
use crate::discord::DiscordError;
use crate::discord::shard::Shard;
use crate::errors::CommandError;
use crate::interaction::Invocation;

/// Events about servers, deleted messages, reactions and voice channels. None of these intents is
/// privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::GUILD_MESSAGE_REACTIONS)
    .union(GatewayIntents::GUILD_VOICE_STATES);

/// The intents to ask for: with those about members, if the operator switched them on.
fn intents(app: &App) -> GatewayIntents {
    if app.members_intent {
        INTENTS | GatewayIntents::GUILD_MEMBERS
    } else {
        INTENTS
    }
}

/// What all shards share.
pub(super) struct Fleet<'a> {
    pub(super) app: &'a Arc<App>,
    pub(super) login: &'a Login,
    pub(super) tasks: &'a TaskTracker,
    pub(super) waits: &'a Waits,
    pub(super) commands: Arc<FrameworkOptions<Invocation, CommandError>>,
    pub(super) prober: Prober,
}

/// One of the shards.
pub(super) struct OneShard<'a> {
    pub(super) fleet: &'a Fleet<'a>,
    pub(super) shard: Shard,
    pub(super) http: Arc<Http>,
    pub(super) pace: Arc<IdentifyPace>,
    pub(super) log: Arc<ConnectionLog>,
    pub(super) stop: CancellationToken,
}

impl OneShard<'_> {
    /// Stays connected until all shards are to end. `gateway` is Discord's answer for the first
    /// connection.
    pub(super) async fn stay(self, gateway: BotGateway) -> End {
        let Fleet {
            app, login, waits, ..
        } = self.fleet;
        let mut gateway = Some(gateway);
        let mut pause = waits.first_pause;
        while !self.stop.is_cancelled() {
            app.health.looked();
            let started = Instant::now();
            let answer = match gateway.take() {
                Some(gateway) => Ok(gateway),
                None => may_connect(login).await,
            };
            let end = match answer {
                Ok(gateway) => Box::pin(self.connect_once(gateway)).await,
                Err(end) => end,
            };
            let End::Lost { why, begun } = end else {
                return end;
            };
            self.log.lost(&why);
            if started.elapsed() > waits.last_pause {
                pause = waits.first_pause;
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => pause = waits.longer(pause, begun),
                () = self.stop.cancelled() => {}
            }
        }
        End::Stopped
    }

    async fn connect_once(&self, gateway: BotGateway) -> End {
        let Fleet { app, login, .. } = self.fleet;
        let intents = intents(app);
        let (manager, queuer_end) = shards::manager(self.shard, &self.http, intents);
        app.member_lookup.connect(self.shard, &manager);
        let ready = Arc::new(AtomicBool::new(false));
        let events = Events {
            app: Arc::clone(app),
            options: Arc::clone(&self.fleet.commands),
            id: login.bot,
            shard: self.shard,
            manager: Arc::clone(&manager),
            ready: Arc::clone(&ready),
            connection_log: Arc::clone(&self.log),
            tasks: self.fleet.tasks.clone(),
        };
        let addresses = Addresses::new(gateway.url);
        let (tries, tried_at) = watch::channel(None);
        let starter = Starter {
            shard: self.shard,
            manager: Arc::clone(&manager),
            queuer_end,
            http: Arc::clone(&self.http),
            intents,
            framework: Arc::new(events),
            raw_events: Arc::new(RawEvents::new(Arc::clone(app), self.fleet.tasks.clone())),
            addresses: addresses.clone(),
            pace: Arc::clone(&self.pace),
            tries,
            prober: self.fleet.prober.clone(),
            log: self.log.traces.clone(),
        };
        let watched = Watched {
            app,
            shard: self.shard,
            manager: Arc::clone(&manager),
            addresses,
            ready,
            tried_at,
            prober: self.fleet.prober.clone(),
            waits: self.fleet.waits,
            connection_log: &self.log,
            login,
        };
        let mut running = starter.start();
        let end = tokio::select! {
            ended = shards::ended(&mut running) => match ended {
                None => watched.closed().await,
                Some(error) => match classify(&error) {
                    Some(fatal) => End::Fatal(fatal),
                    None => watched.lost(&DiscordError::from(error).to_string()).await,
                },
            },
            end = watched.watch() => end,
            () = login.api.token_refused().cancelled() => End::Fatal(ConnectError::Token),
            () = self.stop.cancelled() => End::Stopped,
        };
        app.member_lookup.leave(self.shard);
        app.shard_works(self.shard, false);
        shards::close(self.shard, &manager, &self.fleet.prober, &mut running).await;
        self.fleet.prober.remove(self.shard);
        end
    }
}

/// Returns gateway errors that a new try can't fix.
fn classify(error: &serenity::Error) -> Option<ConnectError> {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Some(ConnectError::Token),
        serenity::Error::Gateway(GatewayError::InvalidGatewayIntents) => {
            Some(ConnectError::Intents(4013))
        }
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => {
            Some(ConnectError::MembersIntent)
        }
        _ => None,
    }
}
