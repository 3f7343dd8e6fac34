//! The bot as a whole: from settings to a running connection, and from a signal to a clean exit.
//!
//! [`connection`] receives an event. `events` passes commands to poise and components to `router`,
//! which matches the [`action::Action`] and calls the feature.

pub mod action;
pub(crate) mod connection;
pub mod login;
pub mod registry;

mod connection_log;
mod events;
mod failed;
mod identify;
mod monitoring;
mod observe;
mod one_shard;
mod prober;
mod raw_events;
mod router;
mod shards;
mod waits;
mod watch;
mod workers;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::App;
use crate::app::in_order::InOrder;
use crate::app::per_person::PerPerson;
use crate::app::team_queue::TeamQueue;
use crate::app::waiting::{WaitingFiles, WaitingTalks};
use crate::backups::worker::Backups;
use crate::clock::{Clock, SetBack};
use crate::config::Settings;
use crate::database::Database;
use crate::discord::avatars::Avatars;
use crate::discord::member_lookup::MemberLookup;
use crate::discord::outbox::Outbox;
use crate::discord::recent::Recent;
use crate::discord::server_names::ServerNames;
use crate::discord::sessions::{LeaveEvents, NewSessions};
use crate::discord::voice::VoiceEvents;
use crate::health::{Health, service};
use login::Login;
pub use waits::Waits;
use workers::Timers;

/// How long running work may take after the signal to stop.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(10);

/// How many exports run at once: each holds all data about one person in memory until it is sent.
const EXPORTS_AT_ONCE: usize = 2;

/// Runs until `stop` is cancelled, then finishes running work, for at most 10 seconds.
pub async fn run(
    settings: Settings,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    Box::pin(run_with(settings, clock, &Waits::default(), stop)).await
}

/// Like [`run`], with other durations at the gateway.
pub async fn run_with(
    settings: Settings,
    clock: Arc<dyn Clock>,
    waits: &Waits,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let database = Database::open(&settings.database_url).await?;
    let ended = Box::pin(run_on(&database, settings, clock, waits, &stop)).await;
    database.close().await;
    ended
}

async fn run_on(
    database: &Database,
    settings: Settings,
    clock: Arc<dyn Clock>,
    waits: &Waits,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let backups = Backups::prepare(&settings)?;
    let health = Arc::new(Health::of(database.clone()));
    let _monitored = monitoring::begin(&settings.metrics, database, &health, &clock).await?;
    let begun = login::begin(&settings.discord, waits, &health, stop).await?;
    let Some((login, command_ids)) = begun else {
        return Ok(());
    };
    service::tell_started("logged in to Discord");
    let timers = Timers::of(&*clock);
    let app = Arc::new(App {
        database: database.clone(),
        health,
        outbox: outbox(&login, &settings, &clock),
        api: Arc::clone(&login.api),
        member_lookup: MemberLookup::new(login.bot),
        avatars: Avatars::default(),
        teams: settings.teams.clone(),
        nudges: settings.nudges.clone(),
        kudos: settings.kudos.clone(),
        members_intent: settings.discord.members_intent,
        command_ids,
        deleted_messages: Recent::default(),
        bots: Recent::default(),
        reactions: InOrder::default(),
        exports: PerPerson::new(EXPORTS_AT_ONCE),
        waiting_files: WaitingFiles::default(),
        waiting_talks: WaitingTalks::default(),
        voice_events: VoiceEvents::default(),
        new_sessions: NewSessions::default(),
        leave_events: LeaveEvents::default(),
        set_back: SetBack::default(),
        server_names: ServerNames::default(),
        rosters_due: TeamQueue::default(),
        wakers: timers.wakers(),
        clock,
    });
    work(&app, &login, timers, backups, waits, stop).await
}

async fn work(
    app: &Arc<App>,
    login: &Login,
    timers: Timers,
    backups: Option<Backups>,
    waits: &Waits,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let tasks = TaskTracker::new();
    workers::start(app, timers, backups, &tasks, stop).await?;
    let ended = tokio::select! {
        ended = connection::stay(app, login, &tasks, waits, stop) => ended,
        // A displaced file keeps no writes, so don't wait for running work.
        displaced = app.database.displaced() => {
            stop.cancel();
            return Err(displaced.into());
        }
    };
    stop.cancel();
    service::tell_stopping();
    tasks.close();
    if tokio::time::timeout(SHUTDOWN_GRACE, tasks.wait())
        .await
        .is_err()
    {
        tracing::warn!(
            unfinished = tasks.len(),
            "stopped before all work was finished"
        );
    }
    Ok(ended?)
}

fn outbox(login: &Login, settings: &Settings, clock: &Arc<dyn Clock>) -> Outbox {
    let pace = NonZeroU32::new(settings.discord.sends_per_second).unwrap_or(NonZeroU32::MIN);
    Outbox::new(Arc::clone(&login.api), pace, Arc::clone(clock))
}
