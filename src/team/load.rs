//! Loads the team of a command or press.

use super::{Team, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::ids::TeamId;
use crate::interaction::Caller;
use crate::telemetry::chain;

/// The stored team, or a new one.
pub(crate) async fn load(app: &App, team: TeamId) -> StoreResult<Team> {
    let found = store::find(app.database.readers(), team).await?;
    Ok(found.unwrap_or_else(|| Team::new(team, &app.teams, &app.kudos)))
}

/// The caller's team, with the server's language as Discord just said it.
pub(crate) async fn load_for(app: &App, caller: &Caller) -> StoreResult<Team> {
    let found = store::find(app.database.readers(), caller.team).await?;
    Ok(present(app, caller, found).await)
}

/// The stored team, or a new one, with the server's language as Discord just said it. Updates a
/// stored language that changed.
pub(crate) async fn present(app: &App, caller: &Caller, stored: Option<Team>) -> Team {
    let stored_language = stored.as_ref().map(|team| team.server_language);
    let mut team = stored.unwrap_or_else(|| Team::new(caller.team, &app.teams, &app.kudos));
    let Some(language) = caller.server_language else {
        return team;
    };
    team.server_language = language;
    if stored_language.is_some_and(|stored| stored != language) {
        let id = team.id;
        let updated = app.database.write(async move |connection| {
            store::set_server_language(connection, id, language).await
        });
        if let Err(error) = updated.await {
            // Go on without it: the next command or press brings the same again.
            tracing::warn!(team = %id, error = %chain(&error), "could not keep a server's new language");
        }
    }
    team
}
