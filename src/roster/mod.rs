//! The roster: with the members intent switched on, all members of a role that a team chose. Those
//! who never talked with them can be pointed to them, as to members who joined; no direct message
//! comes of it, and who asked not to be tracked stays out.
//!
//! Discord tells who comes, goes and changes roles; what happened while Rapport was not listening
//! is made up for by listing all members when a server is seen again, and when a role is chosen.

pub mod store;
pub mod worker;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::database::StoreResult;
use crate::discord::Insider;
use crate::errors::Failure;
use crate::ids::{PersonId, RoleId, TeamId};
use crate::members::{self, Member};
use crate::team::{self, Team};

/// How many enter a roster in one write.
const AT_ONCE: usize = 100;

/// Somebody who is on a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The member, or a new one if nothing was kept of them.
    pub member: Member,
    /// Since when they are in the server.
    pub since: DateTime<Utc>,
}

fn entry(app: &App, team: &Team, insider: &Insider) -> Entry {
    Entry {
        member: Member::new(team, insider.person, &insider.name, &app.nudges),
        since: insider.since,
    }
}

/// Everybody on the roster that this role would make, as Discord lists them now.
pub async fn listed(app: &App, team: &Team, role: RoleId) -> Result<Vec<Entry>, Failure> {
    let everybody = app.outbox.everybody(team.id).await?;
    let rostered = everybody
        .iter()
        .filter(|insider| insider.has(team.id, role));
    Ok(rostered.map(|insider| entry(app, team, insider)).collect())
}

/// Makes a server's roster anew. With the members intent
/// switched off again, nobody is on it, rather than who was some time ago.
pub async fn refresh(app: &App, team: TeamId) -> Result<(), Failure> {
    let team = team::load(app, team).await?;
    let Some(role) = team.roster else {
        return Ok(());
    };
    let roster = if app.members_intent {
        listed(app, &team, role).await?
    } else {
        Vec::new()
    };
    Ok(replace(app, team.id, Some(role), roster).await?)
}

/// These and nobody else are on the roster of the team, which is kept already. They enter it some at a
/// time, as long as `role` is the team's: listing took a while, and another may have been chosen.
pub async fn replace(
    app: &App,
    team: TeamId,
    role: Option<RoleId>,
    roster: Vec<Entry>,
) -> StoreResult<()> {
    let people: Vec<_> = roster.iter().map(|entry| entry.member.person).collect();
    let struck = app
        .database
        .write(async move |connection| store::strike_others(connection, team, role, &people).await);
    let mut is_wanted = struck.await?;
    for some in roster.chunks(AT_ONCE) {
        if !is_wanted {
            break;
        }
        let some = some.to_vec();
        let entered = app
            .database
            .write(async move |connection| store::enter_all(connection, team, role, &some).await);
        is_wanted = entered.await?;
    }
    Ok(())
}

/// A role was deleted: if it was the roster, nobody is on it any more, and `/setup` says so.
pub async fn role_deleted(app: &App, team: TeamId, role: RoleId) -> Result<(), Failure> {
    if team::load(app, team).await?.roster != Some(role) {
        return Ok(());
    }
    tracing::info!(%team, "the role of a roster was deleted; the roster is whoever uses Rapport");
    app.database
        .write(async move |connection| {
            // Another role may be the roster by now.
            let now = crate::team::store::find(&mut *connection, team).await?;
            if now.is_some_and(|now| now.roster == Some(role)) {
                store::clear(connection, team).await?;
            }
            Ok(())
        })
        .await?;
    Ok(())
}

/// Somebody came into the server, or changed in it.
pub async fn seen(app: &App, team: TeamId, insider: Insider) -> Result<(), Failure> {
    let now = app.now();
    let team = team::load(app, team).await?;
    let belongs = team.roster.is_some_and(|role| insider.has(team.id, role));
    let kept = store::find(app.database.readers(), team.id, insider.person).await?;
    // Discord tells of every change to everybody: most are none to Rapport.
    let is_known = kept.as_ref().map_or(!belongs, |kept| {
        kept.is_here && kept.is_rostered == belongs && kept.name == insider.name
    });
    if is_known {
        return Ok(());
    }
    let was_rostered = kept.is_some_and(|kept| kept.is_rostered);
    let entry = entry(app, &team, &insider);
    let id = team.id;
    app.database
        .write(async move |connection| {
            // Another role may be the roster by now, or none.
            let kept = crate::team::store::find(&mut *connection, team.id).await?;
            let role = kept.map_or(team.roster, |kept| kept.roster);
            if role.is_some_and(|role| insider.has(team.id, role)) {
                crate::team::store::keep(connection, &team, now).await?;
                store::enter(connection, &entry).await
            } else {
                let Member { person, name, .. } = entry.member;
                store::strike(connection, team.id, person).await?;
                members::store::rename(connection, team.id, &[(person, name)]).await
            }
        })
        .await?;
    if was_rostered != belongs {
        app.rosters_due.change(id, now);
    }
    Ok(())
}

/// Somebody left the server.
pub async fn left(app: &App, team: TeamId, person: PersonId) -> Result<(), Failure> {
    let now = app.now();
    let kept = store::find(app.database.readers(), team, person).await?;
    if kept.is_none_or(|kept| !kept.is_here) {
        return Ok(());
    }
    app.database
        .write(async move |connection| store::leave(connection, team, person, now).await)
        .await?;
    app.rosters_due.change(team, now);
    Ok(())
}
