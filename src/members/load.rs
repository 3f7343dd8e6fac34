//! Loads the member who uses a command or button.

use super::{Member, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::interaction::Caller;
use crate::team::{self, Team};
use crate::telemetry::chain;

/// The caller and their team.
pub(crate) async fn asker(app: &App, caller: &Caller) -> StoreResult<(Team, Member)> {
    let team = team::load(app, caller.team).await?;
    let member = load(app, &team, caller).await?;
    Ok((team, member))
}

/// The stored caller, or a new member, under their present name. Updates a stored name that
/// changed.
async fn load(app: &App, team: &Team, caller: &Caller) -> StoreResult<Member> {
    let found = store::find(app.database.readers(), team, caller.person).await?;
    let Some(kept) = found else {
        return Ok(Member::new(team, caller.person, &caller.name, &app.nudges));
    };
    if !caller.is_named_in_team || kept.name == caller.name {
        return Ok(kept);
    }
    let (team, names) = (team.id, vec![(caller.person, caller.name.clone())]);
    let renamed = app
        .database
        .write(async move |connection| store::rename(connection, team, &names).await);
    if let Err(error) = renamed.await {
        // Go on without it: their next command or press brings the name again.
        tracing::warn!(%team, error = %chain(&error), "could not keep a member's new name");
    }
    Ok(Member {
        name: caller.name.clone(),
        ..kept
    })
}
