//! Loads the team of a command or press.

use super::{Team, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::ids::TeamId;

/// The stored team, or a new one.
pub(crate) async fn load(app: &App, team: TeamId) -> StoreResult<Team> {
    let found = store::find(app.database.readers(), team).await?;
    Ok(found.unwrap_or_else(|| Team::new(team, &app.teams, &app.kudos)))
}
