//! Loads the member who uses a command or button.

use super::store::{self, StoredAsker, StoredPerson};
use super::{Member, untracked};
use crate::app::App;
use crate::database::StoreResult;
use crate::errors::CommandError;
use crate::ids::PersonId;
use crate::interaction::Caller;
use crate::team::{self, Team};
use crate::telemetry::chain;

/// The caller and their team.
pub(crate) async fn asker(app: &App, caller: &Caller) -> StoreResult<(Team, Member)> {
    let readers = app.database.readers();
    let stored = store::asker(readers, caller.key(), &[]).await?;
    let asker = present(app, caller, stored).await;
    Ok((asker.team, asker.member))
}

/// The caller of a command that logs something about other people.
#[derive(Debug)]
pub(crate) struct Asker {
    /// Their team.
    pub(crate) team: Team,
    /// They themselves.
    pub(crate) member: Member,
    /// The stored ones among the other people.
    pub(crate) about: Vec<StoredPerson>,
}

impl Asker {
    /// Whether this person is stored, and not as gone.
    #[must_use]
    pub(crate) fn knows_here(&self, person: PersonId) -> bool {
        let here = |it: &StoredPerson| it.person == person && !it.is_gone;
        self.about.iter().any(here)
    }
}

/// The caller and their team. Refuses to log about people who asked not to be tracked, including
/// the caller.
pub(crate) async fn asker_about(
    app: &App,
    caller: &Caller,
    others: &[PersonId],
) -> Result<Asker, CommandError> {
    let readers = app.database.readers();
    let stored = store::asker(readers, caller.key(), others).await?;
    let asker = present(app, caller, stored).await;
    untracked::refuse(app, &asker.member, &asker.about, others).await?;
    Ok(asker)
}

/// The stored caller, or a new member, under their present name. Updates a stored name or language
/// that changed.
async fn present(app: &App, caller: &Caller, stored: StoredAsker) -> Asker {
    let mut team = stored
        .team
        .unwrap_or_else(|| Team::new(caller.team, &app.teams, &app.kudos));
    let is_stored = stored.member.is_some();
    let mut member = stored
        .member
        .unwrap_or_else(|| Member::new(&team, caller.person, &caller.name, &app.nudges));
    let (stored_member, stored_language) = (member.clone(), team.server_language);
    if caller.is_named_in_team {
        member.name = caller.name.clone();
    }
    member.client_language = caller.language;
    team.server_language = caller.server_language.unwrap_or(stored_language);
    if is_stored && (stored_member != member || stored_language != team.server_language) {
        update(app, &team, &member).await;
    }
    Asker {
        team,
        member,
        about: stored.about,
    }
}

/// Stores what Discord just said about a stored member and their server.
async fn update(app: &App, team: &Team, member: &Member) {
    let (team, server_language) = (team.id, team.server_language);
    let (key, language) = (member.key(), member.client_language);
    let names = [(key.person, member.name.clone())];
    let updated = app.database.write(async move |connection| {
        store::rename(connection, team, &names).await?;
        store::set_client_language(connection, key, language).await?;
        team::store::set_server_language(connection, team, server_language).await
    });
    if let Err(error) = updated.await {
        // Go on without it: their next command or press brings the same again.
        tracing::warn!(%team, error = %chain(&error), "could not keep a member's new name or language");
    }
}
