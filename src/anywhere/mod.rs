//! Rapport outside of the servers that it was added to: which team of the person something is about.
//!
//! A person is offered the teams in which they and everybody they name are. People who asked not to be
//! tracked read as if they were in none: the answer says no more of others than a server's member list.

pub(crate) mod find_team;
pub(crate) mod store;
mod view;

use std::collections::BTreeSet;

use futures::future::try_join_all;

use crate::app::App;
use crate::discord::Colleague;
use crate::discord::names::PersonName;
use crate::errors::{CommandError, Failure, Refusal};
use crate::ids::{PersonId, TeamId};
use crate::members::presence;

/// How many teams can be offered: the items of a select.
const MOST_TEAMS: usize = 25;

/// In how many servers to look for people who never used Rapport there.
const FEW_SERVERS: usize = 10;

/// A team in which a person and the people they name are.
#[derive(Debug)]
pub(crate) struct Shared {
    /// The team.
    pub(crate) team: TeamId,
    /// The person's name there, if Discord said it.
    pub(crate) name: Option<PersonName>,
    /// The people that they name, as they are there.
    pub(crate) people: Vec<Colleague>,
}

/// The teams in which `person` and all of `named` are at this moment.
pub(crate) async fn shared(
    app: &App,
    person: PersonId,
    named: &[Colleague],
) -> Result<Vec<Shared>, Failure> {
    let teams = candidates(app, person).await?;
    shared_among(app, teams, person, named).await
}

/// `named` as they are in `team`. Refuses unless `person` and all of them are in it.
pub(crate) async fn in_team(
    app: &App,
    team: TeamId,
    person: PersonId,
    named: &[Colleague],
) -> Result<Shared, CommandError> {
    let mut found = shared_among(app, vec![team], person, named).await?;
    Ok(found.pop().ok_or_else(|| refusal(named))?)
}

/// Why nothing can be done outside of a server.
fn refusal(named: &[Colleague]) -> Refusal {
    if named.is_empty() {
        view::no_team()
    } else {
        view::not_shared()
    }
}

/// The teams in which to look for `person`: where they are stored, and all if those are few.
async fn candidates(app: &App, person: PersonId) -> Result<Vec<TeamId>, Failure> {
    let stored = store::teams_of(app.database.readers(), person).await?;
    let few = app.member_lookup.few_servers(FEW_SERVERS);
    let teams: BTreeSet<_> = stored.into_iter().chain(few).collect();
    Ok(teams.into_iter().take(MOST_TEAMS).collect())
}

async fn shared_among(
    app: &App,
    teams: Vec<TeamId>,
    person: PersonId,
    named: &[Colleague],
) -> Result<Vec<Shared>, Failure> {
    let others: Vec<_> = named.iter().map(|it| it.id).collect();
    let closed = store::closed_to(app.database.readers(), &teams, &others).await?;
    let open = teams.into_iter().filter(|team| !closed.contains(team));
    let looked_up = open.map(|team| look(app, team, person, named));
    let found = try_join_all(looked_up).await?;
    Ok(found.into_iter().flatten().collect())
}

async fn look(
    app: &App,
    team: TeamId,
    person: PersonId,
    named: &[Colleague],
) -> Result<Option<Shared>, Failure> {
    let asked: Vec<_> = named.iter().map(|it| it.id).chain([person]).collect();
    let mut here = presence::here_now(app, team, &asked).await?;
    let Some(name) = here.remove(&person) else {
        return Ok(None);
    };
    let people = named.iter().map(|it| {
        let name = here.get(&it.id)?.clone();
        Some(Colleague {
            // Discord's answer may have no name that can be read.
            name: name.unwrap_or_else(|| it.name.clone()),
            in_team: true,
            ..it.clone()
        })
    });
    let people: Option<Vec<_>> = people.collect();
    Ok(people.map(|people| Shared { team, name, people }))
}
