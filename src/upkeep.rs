//! Commands for operators that do not run the bot.

use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::backups::worker::Backups;
use crate::bot::login;
use crate::calendar;
use crate::config::{ConfigError, Settings};
use crate::database::{self, BackupError, Database, OpenError};
use crate::deletion;
use crate::health::listener::Listener;
use crate::ids::TeamId;
use crate::team::{self, store::TeamCounts};

/// Checks the database and logs in, without running. Returns the findings, for the operator.
pub async fn check(settings: Settings) -> anyhow::Result<String> {
    let url = &settings.database_url;
    let database = check_machine(&settings).await?;
    let login = login::log_in(&settings.discord).await;
    let login = login.with_context(|| {
        format!(
            "the settings are good and the database {url} {database}, but Discord can't be used"
        )
    })?;
    let shards = login.describe_shards().await.with_context(|| {
        format!(
            "{} does not say where its gateway is",
            settings.discord.api_url
        )
    })?;
    Ok(format!(
        "The settings are good, the database {url} {database}, and {} lets us in as {}. It asks for \
         {shards}. Time zone rules: {}.",
        settings.discord.api_url,
        login.name,
        calendar::source(),
    ))
}

/// The same without a token, so without the login.
pub async fn check_without_token(settings: Settings) -> anyhow::Result<String> {
    let url = &settings.database_url;
    let database = check_machine(&settings).await?;
    Ok(format!(
        "The settings are good and the database {url} {database}. DISCORD_TOKEN is not set, so the \
         login was left out. Time zone rules: {}.",
        calendar::source(),
    ))
}

/// Checks what Rapport needs of this machine. Describes the database. Makes neither a database nor
/// a folder: the user that runs Rapport could not use those of root.
async fn check_machine(settings: &Settings) -> anyhow::Result<&'static str> {
    let url = &settings.database_url;
    if database::is_missing(url)? {
        database::check_place(url)?;
        check_others(settings).await?;
        return Ok("is not there yet but can be made");
    }
    let database = match Database::open(url).await {
        Ok(database) => database,
        // The Rapport that runs has the other things too.
        Err(OpenError::InUse { .. }) => return Ok("is in use by a Rapport that runs"),
        Err(error) => return Err(error.into()),
    };
    check_others(settings).await?;
    let sound = database.verify().await;
    database.close().await;
    sound.with_context(|| format!("the database {url}"))?;
    Ok("is sound and can be written")
}

/// Checks what Rapport needs of this machine besides the database.
async fn check_others(settings: &Settings) -> Result<(), ConfigError> {
    Backups::check(settings)?;
    if let Some(address) = settings.metrics.listen {
        Listener::bind(address).await?;
    }
    Ok(())
}

/// Copies the database to `copy`, also while the bot runs. Returns a line for the operator.
pub async fn backup(database_url: &str, copy: &Path) -> anyhow::Result<String> {
    match database::backup(database_url, copy).await {
        // Not as the cause of another error: the exit status depends on it.
        Err(BackupError::Database(error)) => return Err(error.into()),
        made => made?,
    }
    Ok(format!(
        "{} is a whole copy of {database_url}. It holds what members wrote: keep it as safe as \
         the database, and no longer than needed.",
        copy.display()
    ))
}

/// Returns an error if nothing is kept of `team`.
pub async fn require_team(database_url: &str, team: TeamId) -> anyhow::Result<()> {
    let (database, _) = open_also_beside(database_url).await?;
    let known = team::store::all(database.readers()).await;
    database.close().await;
    anyhow::ensure!(
        known?.iter().any(|it| it.team == team),
        nothing_kept(database_url, team)
    );
    Ok(())
}

fn nothing_kept(database_url: &str, team: TeamId) -> String {
    format!(
        "{database_url} keeps nothing of server {team}: check its id (in Discord, with Developer \
         Mode on, right-click the server, Copy ID)"
    )
}

/// Opens the database, also if a Rapport that runs has it open.
async fn open_also_beside(database_url: &str) -> Result<(Database, Traces), OpenError> {
    match Database::open_there(database_url).await {
        Ok(database) => Ok((database, Traces::Ours)),
        Err(OpenError::InUse { .. }) => Ok((
            Database::open_beside(database_url).await?,
            Traces::OfTheRunning,
        )),
        Err(error) => Err(error),
    }
}

/// Deletes all data of `team` without connecting to Discord, also while a bot runs. Returns a line
/// for the operator.
pub async fn forget_team(
    database_url: &str,
    team: TeamId,
    now: DateTime<Utc>,
) -> anyhow::Result<String> {
    let (database, traces) = open_also_beside(database_url).await?;
    let forgotten = forget(&database, team, traces, now).await;
    database.close().await;
    let Some(counts) = forgotten? else {
        anyhow::bail!(nothing_kept(database_url, team));
    };
    let rest = match traces {
        Traces::Ours => "",
        Traces::OfTheRunning => {
            " The Rapport that runs overwrites the last traces in the file within the hour."
        }
    };
    Ok(format!(
        "Deleted server {team}: {} members, {} encounters, {} notes, {} nudges, {} kudos.{rest}",
        counts.members, counts.encounters, counts.notes, counts.nudges, counts.kudos
    ))
}

/// Which process overwrites the traces in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Traces {
    /// This process, at once.
    Ours,
    /// The Rapport that has the database open.
    OfTheRunning,
}

async fn forget(
    database: &Database,
    team: TeamId,
    traces: Traces,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<TeamCounts>> {
    let counts = team::store::stored_counts(database.readers(), team).await?;
    let begun = database
        .write(async move |connection| deletion::store::begin_team(connection, team, now).await)
        .await?;
    let Some(deletion) = begun else {
        return Ok(None);
    };
    let unfinished =
        "the deletion has begun but is not finished: use the command again, or start Rapport";
    let finished = deletion::finish(database, deletion, now).await;
    finished.context(unfinished)?;
    if traces == Traces::Ours {
        let traces_left = "everything is deleted, but traces may be left in the file";
        let unfinished = database.scrub().await.context(traces_left)?;
        anyhow::ensure!(
            unfinished.is_none(),
            "{traces_left}: another program reads its log, and the next start of Rapport \
             overwrites them"
        );
    }
    Ok(Some(counts))
}
