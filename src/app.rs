//! The bot as a whole: from settings to a running connection, and from a signal to a clean end.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::clock::{Alarm, Bell, Clock};
use crate::config::{KudosSettings, NudgeSettings, Settings, TeamSettings};
use crate::database::{Database, StoreResult};
use crate::delivery;
use crate::discord::CommandIds;
use crate::discord::connection::{self, Login};
use crate::discord::outbox::Outbox;
use crate::ids::{PersonId, TeamId};
use crate::members::{self, Member};
use crate::team::{self, Team, removal};

/// How long what is in hand may take after the signal to stop.
const LAST_WORDS: Duration = Duration::from_secs(10);

/// What every feature works with.
pub struct App {
    /// The team's memory.
    pub database: Database,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Messages of our own.
    pub outbox: Outbox,
    /// What new teams start with.
    pub teams: TeamSettings,
    /// What new members start with.
    pub nudges: NudgeSettings,
    /// How much thanks a member has to give.
    pub kudos: KudosSettings,
    /// How texts link to commands.
    pub command_ids: CommandIds,
    /// Rung when a next nudge or recap may have become an earlier one.
    pub nudge_bell: Bell,
    /// Rung when Rapport was removed from a server, or came back.
    pub removal_bell: Bell,
}

impl App {
    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The team as it is set up, or as a new one would be.
    pub async fn team(&self, team: TeamId) -> StoreResult<Team> {
        let found = team::store::find(self.database.readers(), team).await?;
        Ok(found.unwrap_or_else(|| Team::new(team, &self.teams, &self.kudos)))
    }

    /// The member as they are kept, or as a new one would be; the name is the present one.
    pub async fn member(&self, team: &Team, person: PersonId, name: &str) -> StoreResult<Member> {
        Ok(Member {
            name: name.to_owned(),
            ..self.kept_member(team, person, name).await?
        })
    }

    /// The same under the name that is kept, if one is: a direct message does not tell what its
    /// writer is called in a team.
    pub async fn kept_member(
        &self,
        team: &Team,
        person: PersonId,
        name: &str,
    ) -> StoreResult<Member> {
        let found = members::store::find(self.database.readers(), team, person).await?;
        Ok(found.unwrap_or_else(|| Member::new(team, person, name, &self.nudges)))
    }
}

/// Runs until `stop` is cancelled, then finishes what is in hand (10 s at most).
pub async fn run(
    settings: Settings,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let database = Database::open(&settings.database_url).await?;
    let login = connection::log_in(&settings.discord).await?;
    let command_ids = login
        .register_commands()
        .await
        .context("Discord did not take the list of commands")?;
    let alarms = Alarms {
        deliveries: clock.alarm(),
        removals: clock.alarm(),
    };
    let app = Arc::new(App {
        database,
        outbox: outbox(&login, &settings),
        teams: settings.teams.clone(),
        nudges: settings.nudges.clone(),
        kudos: settings.kudos.clone(),
        command_ids,
        nudge_bell: alarms.deliveries.bell(),
        removal_bell: alarms.removals.bell(),
        clock,
    });
    let ended = work(&app, &login, alarms, &stop).await;
    app.database.close().await;
    Ok(ended?)
}

/// What wakes each of the workers.
struct Alarms {
    deliveries: Box<dyn Alarm>,
    removals: Box<dyn Alarm>,
}

async fn work(
    app: &Arc<App>,
    login: &Login,
    alarms: Alarms,
    stop: &CancellationToken,
) -> Result<(), connection::ConnectError> {
    let in_hand = TaskTracker::new();
    in_hand.spawn(delivery::run(
        Arc::clone(app),
        alarms.deliveries,
        stop.clone(),
    ));
    in_hand.spawn(removal::run(Arc::clone(app), alarms.removals, stop.clone()));
    let ended = connection::stay(app, login, &in_hand, stop).await;
    stop.cancel();
    in_hand.close();
    if tokio::time::timeout(LAST_WORDS, in_hand.wait())
        .await
        .is_err()
    {
        tracing::warn!(unfinished = in_hand.len(), "stopped with work in hand");
    }
    ended
}

fn outbox(login: &Login, settings: &Settings) -> Outbox {
    let pace = NonZeroU32::new(settings.discord.sends_per_second).unwrap_or(NonZeroU32::MIN);
    Outbox::new(Arc::clone(&login.http), pace)
}

/// Looks at the database and logs in, without running; gives what was found, for the operator.
pub async fn check(settings: Settings) -> anyhow::Result<String> {
    let database = Database::open(&settings.database_url).await?;
    database.close().await;
    let login = connection::log_in(&settings.discord).await?;
    Ok(format!(
        "The settings are good, the database {} can be written, and {} lets us in as {}.",
        settings.database_url, settings.discord.api_url, login.name
    ))
}

/// Deletes everything kept of `team`, without connecting; gives what that was, for the operator.
pub async fn forget_team(database_url: &str, team: TeamId) -> anyhow::Result<String> {
    let database = Database::open(database_url).await?;
    let deleted = database
        .write(move |connection| Box::pin(team::store::delete(connection, team)))
        .await?;
    let scrubbed = database.scrub().await;
    database.close().await;
    let Some(deleted) = deleted else {
        anyhow::bail!("nothing is kept of server {team} in {database_url}");
    };
    scrubbed.context("everything is deleted, but traces may be left in the file")?;
    Ok(format!(
        "Deleted server {team}: {} members, {} encounters, {} notes, {} nudges, {} kudos.",
        deleted.members, deleted.encounters, deleted.notes, deleted.nudges, deleted.kudos
    ))
}
