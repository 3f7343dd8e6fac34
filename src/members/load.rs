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
    let team = team::present(app, caller, stored.team).await;
    let is_stored = stored.member.is_some();
    let mut member = stored
        .member
        .unwrap_or_else(|| Member::new(&team, caller.person, &caller.name, &app.nudges));
    let is_renamed = caller.is_named_in_team && member.name != caller.name;
    let speaks_another = member.client_language != caller.language;
    if is_renamed {
        member.name = caller.name.clone();
    }
    member.client_language = caller.language;
    if is_stored && (is_renamed || speaks_another) {
        update(app, &member).await;
    }
    Asker {
        team,
        member,
        about: stored.about,
    }
}

/// Stores what Discord just said about a stored member.
async fn update(app: &App, member: &Member) {
    let (key, language) = (member.key(), member.client_language);
    let names = [(key.person, member.name.clone())];
    let updated = app.database.write(async move |connection| {
        store::rename(connection, key.team, &names).await?;
        store::set_client_language(connection, key, language).await
    });
    if let Err(error) = updated.await {
        // Go on without it: their next command or press brings the same again.
        tracing::warn!(team = %key.team, error = %chain(&error), "could not keep a member's new name or language");
    }
}
