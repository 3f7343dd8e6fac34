//! Who is still in the server: asked of Discord before somebody is named or nudged, unless it would
//! have told that they left.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::try_join_all;

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::Colleague;
use crate::discord::roll_call::Presence;
use crate::errors::Failure;
use crate::ids::{PersonId, TeamId};

/// How long Discord's word on where somebody is is taken for true: on a Monday at nine many nudges
/// name the same people.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// How long many people wait for their turn to be asked after over the gateway, before each is by a
/// request: so long goes by unnoticed, as others' messages are sent meanwhile.
const FOR_A_TURN: Duration = Duration::from_secs(5);

/// Those among `people` who have left the server, which is kept from then on: who is gone is a
/// candidate for nothing, so that to choose anew until nobody is gone comes to an end.
pub async fn gone(app: &App, team: TeamId, people: &[PersonId]) -> Result<Vec<PersonId>, Failure> {
    let (known, unknown) = known(app, team, people).await?;
    if unknown.is_empty() {
        return Ok(known.gone);
    }
    let mut found = app.roll_call.ask(team, &unknown, Duration::ZERO).await;
    for person in found.unknown(&unknown) {
        found.add(app.outbox.presence(team, person).await?);
    }
    let gone = [known.gone, found.gone.clone()].concat();
    keep(app, team, found, app.now()).await?;
    Ok(gone)
}

/// Somebody whom a button names and of whom nothing is kept (any more), or who had left: as Discord
/// knows them now. `None` if they are kept and, as far as is known, in the server.
pub async fn met_anew(
    app: &App,
    team: TeamId,
    person: PersonId,
) -> Result<Option<Colleague>, Failure> {
    if store::is_known_here(app.database.readers(), team, person).await? {
        return Ok(None);
    }
    Ok(Some(app.api.colleague(team, person).await?))
}

/// Asks over the gateway where all of these are, a server's people together, and keeps what is
/// said: [`gone`] knows it then. Of whom nothing is said nothing is kept.
pub async fn look_up(app: &App, people: BTreeMap<TeamId, BTreeSet<PersonId>>) -> StoreResult<()> {
    let looked_up = people.into_iter().map(async |(team, people)| {
        let people: Vec<_> = people.into_iter().collect();
        let (_, unknown) = known(app, team, &people).await?;
        if unknown.is_empty() {
            return Ok(());
        }
        let found = app.roll_call.ask(team, &unknown, FOR_A_TURN).await;
        keep(app, team, found, app.now()).await
    });
    try_join_all(looked_up).await.map(drop)
}

/// What Discord said of them within the hour, or since it tells who leaves, and those of whom it said nothing.
async fn known(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<(Presence, Vec<PersonId>)> {
    let since = app.leave_events.since(team).unwrap_or(app.now() - FRESH);
    let known = store::presence(app.database.readers(), team, people, since).await?;
    let unknown = known.unknown(people);
    Ok((known, unknown))
}

async fn keep(app: &App, team: TeamId, found: Presence, now: DateTime<Utc>) -> StoreResult<()> {
    if found == Presence::default() {
        return Ok(());
    }
    let kept = app.database.write(async move |connection| {
        store::mark_seen(connection, team, &found.here, now).await?;
        store::rename(connection, team, &found.names).await?;
        store::mark_gone(connection, team, &found.gone, now).await
    });
    kept.await
}
