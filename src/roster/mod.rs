//! The roster: with the members intent switched on, all members of a role that a team chose. Nudges
//! of other members can suggest them, as they suggest new members. They get no direct message
//! themselves, and people who asked not to be tracked are never on it.
//!
//! Discord sends events when members join, leave and change roles. For the time without a
//! connection, Rapport lists all members when a server appears again, and when the team chooses a
//! role.

pub(crate) mod store;
pub(crate) mod worker;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::database::StoreResult;
use crate::discord::ServerMember;
use crate::errors::Failure;
use crate::ids::{MemberKey, RoleId, TeamId};
use crate::members::{self, Member};
use crate::team::{self, Team};

/// How many people enter a roster in one write.
const AT_ONCE: usize = 100;

/// A person on a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The member, or a new one if Rapport knew nothing about them.
    pub(crate) member: Member,
    /// When they joined the server.
    pub(crate) since: DateTime<Utc>,
}

fn entry(app: &App, team: &Team, member: &ServerMember) -> Entry {
    Entry {
        member: Member::new(team, member.person, &member.name, &app.nudges),
        since: member.since,
    }
}

/// Lists the people who have this role now, in Discord.
pub(crate) async fn listed(app: &App, team: &Team, role: RoleId) -> Result<Vec<Entry>, Failure> {
    let members = app.outbox.members(team.id).await?;
    let rostered = members.iter().filter(|member| member.has(team.id, role));
    Ok(rostered.map(|member| entry(app, team, member)).collect())
}

/// Lists a server's roster again. With the members intent switched off, nobody is on it: an old
/// roster would be wrong.
pub(crate) async fn refresh(app: &App, team: TeamId) -> Result<(), Failure> {
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

/// Makes `roster` the whole roster of the team, which is in the database already. People enter it
/// in several writes, as long as `role` is still the team's: the team may choose another one
/// meanwhile.
pub(crate) async fn replace(
    app: &App,
    team: TeamId,
    role: Option<RoleId>,
    roster: Vec<Entry>,
) -> StoreResult<()> {
    let people: Vec<_> = roster.iter().map(|entry| entry.member.person).collect();
    let removed = app
        .database
        .write(async move |connection| store::remove_others(connection, team, role, &people).await);
    let mut is_wanted = removed.await?;
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

/// Clears the roster if the deleted role was the team's. `/setup` then says so.
pub(crate) async fn role_deleted(app: &App, team: TeamId, role: RoleId) -> Result<(), Failure> {
    if team::load(app, team).await?.roster != Some(role) {
        return Ok(());
    }
    tracing::info!(%team, "the role of a roster was deleted; the roster is everyone who uses Rapport");
    app.database
        .write(async move |connection| {
            // The team may have chosen another role meanwhile.
            let now = team::store::find(&mut *connection, team).await?;
            if now.is_some_and(|now| now.roster == Some(role)) {
                store::clear(connection, team).await?;
            }
            Ok(())
        })
        .await?;
    Ok(())
}

/// A member joined the server, or their data changed.
pub(crate) async fn member_changed(
    app: &App,
    team: TeamId,
    member: ServerMember,
) -> Result<(), Failure> {
    let now = app.now();
    let team = team::load(app, team).await?;
    let belongs = team.roster.is_some_and(|role| member.has(team.id, role));
    let stored = store::find(app.database.readers(), team.id.member(member.person)).await?;
    // Discord sends an event for every change of a member: most do not matter to Rapport.
    let is_known = stored.as_ref().map_or(!belongs, |stored| {
        stored.is_here && stored.is_rostered == belongs && stored.name == member.name
    });
    if is_known {
        return Ok(());
    }
    let was_rostered = stored.is_some_and(|stored| stored.is_rostered);
    let entry = entry(app, &team, &member);
    let id = team.id;
    app.database
        .write(async move |connection| {
            // The team may have chosen another role meanwhile, or none.
            let stored = team::store::find(&mut *connection, team.id).await?;
            let role = stored.map_or(team.roster, |stored| stored.roster);
            if role.is_some_and(|role| member.has(team.id, role)) {
                team::store::keep(connection, &team, now).await?;
                store::enter(connection, &entry).await
            } else {
                let Member { person, name, .. } = entry.member;
                store::remove(connection, team.id.member(person)).await?;
                members::store::rename(connection, team.id, &[(person, name)]).await
            }
        })
        .await?;
    if was_rostered != belongs {
        app.rosters_due.change(id, now);
    }
    Ok(())
}

/// A member left the server.
pub(crate) async fn left(app: &App, key: MemberKey) -> Result<(), Failure> {
    let now = app.now();
    let stored = store::find(app.database.readers(), key).await?;
    if stored.is_none_or(|stored| !stored.is_here) {
        return Ok(());
    }
    app.database
        .write(async move |connection| store::leave(connection, key, now).await)
        .await?;
    app.rosters_due.change(key.team, now);
    Ok(())
}
