//! Keeps the connection to Discord's gateway.
//!
//! One serenity client lives as long as its connection works. Then it is dropped, and a new one is
//! made after a pause that grows. serenity alone does not notice every failure: a READY that it
//! can't parse leaves it connected without events, and some close codes make it spin.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use poise::serenity_prelude as serenity;
use serenity::GatewayIntents;
use serenity::gateway::GatewayError;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::connection_log::ConnectionLog;
use super::events::Events;
use super::login::{ConnectError, End, Login, may_connect};
use super::raw_events::RawEvents;
use super::shards::{self, Addresses, Starter};
use super::waits::Waits;
use super::watch::Watched;
use crate::app::App;
use crate::discord::DiscordError;

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

/// Stays connected until `stop` is cancelled, or until Discord refuses for a reason that stays.
pub(crate) async fn stay(
    app: &Arc<App>,
    login: &Login,
    tasks: &TaskTracker,
    waits: &Waits,
    stop: &CancellationToken,
) -> Result<(), ConnectError> {
    let connection_log = Arc::new(ConnectionLog::default());
    let mut pause = waits.first_pause;
    while !stop.is_cancelled() {
        app.health.looked();
        let started = Instant::now();
        let begun = match connect_once(app, login, tasks, waits, &connection_log, stop).await {
            End::Stopped => return Ok(()),
            End::Fatal(error) => return Err(error),
            End::Lost { why, begun } => {
                connection_log.lost(&why);
                begun
            }
        };
        if started.elapsed() > waits.last_pause {
            pause = waits.first_pause;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => pause = waits.longer(pause, begun),
            () = stop.cancelled() => {}
        }
    }
    Ok(())
}

async fn connect_once(
    app: &Arc<App>,
    login: &Login,
    tasks: &TaskTracker,
    waits: &Waits,
    connection_log: &Arc<ConnectionLog>,
    stop: &CancellationToken,
) -> End {
    let gateway = match may_connect(login).await {
        Ok(gateway) => gateway,
        Err(end) => return end,
    };
    let http = Arc::new(login.serenity_http());
    let (manager, queuer_end) = shards::manager(&http, intents(app));
    app.member_lookup.connect(&manager);
    let ready = Arc::new(AtomicBool::new(false));
    let events = Events::new(
        Arc::clone(app),
        login.bot,
        Arc::clone(&manager),
        Arc::clone(&ready),
        Arc::clone(connection_log),
        tasks.clone(),
    );
    let addresses = Addresses::new(gateway.url);
    let starter = Starter {
        manager: Arc::clone(&manager),
        queuer_end,
        http,
        intents: intents(app),
        framework: Arc::new(events),
        raw_events: Arc::new(RawEvents::new(Arc::clone(app), tasks.clone())),
        addresses: addresses.clone(),
    };
    let watched = Watched {
        app,
        manager: Arc::clone(&manager),
        addresses,
        ready,
        shards: gateway.shards,
        waits,
        connection_log,
        login,
    };
    let mut shard = starter.start();
    let end = tokio::select! {
        ended = shards::ended(&mut shard) => match ended {
            None => watched.closed().await,
            Some(error) => match classify(&error) {
                Some(fatal) => End::Fatal(fatal),
                None => watched.lost(&DiscordError::from(error).to_string()).await,
            },
        },
        end = watched.watch() => end,
        () = login.api.token_refused().cancelled() => End::Fatal(ConnectError::Token),
        () = stop.cancelled() => End::Stopped,
    };
    app.member_lookup.leave();
    app.shard_works(shards::SHARD.0, false);
    shards::close(&manager, &mut shard).await;
    end
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
