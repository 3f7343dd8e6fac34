//! What an operator does without running the bot.

use anyhow::Context as _;

use crate::bot::connection;
use crate::config::Settings;
use crate::database::Database;
use crate::ids::TeamId;
use crate::team;

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
