//! Who is still in the server. Rapport asks Discord before it names or nudges members, unless the
//! gateway reported every leave since.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::try_join_all;

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::member_lookup::Presence;
use crate::errors::Failure;
use crate::ids::{PersonId, TeamId};

/// How long an answer of Discord counts. Many nudges on a Monday at nine name the same people.
const ANSWER_COUNTS_FOR: TimeDelta = TimeDelta::hours(1);

/// How long a bulk lookup waits for its turn on the gateway, before each person is looked up by a
/// request. Nobody notices so short a wait, as other messages are sent meanwhile.
const GATEWAY_WAIT: Duration = Duration::from_secs(5);

/// The `people` who have left the server, stored as gone from then on. People who left are never
/// candidates, so choosing again until nobody is gone ends.
pub(crate) async fn gone(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> Result<Vec<PersonId>, Failure> {
    let (known, unknown) = known(app, team, people).await?;
    if unknown.is_empty() {
        return Ok(known.gone);
    }
    let mut found = app.member_lookup.ask(team, &unknown, Duration::ZERO).await;
    for person in found.unknown(&unknown) {
        found.add(app.outbox.presence(team.member(person)).await?);
    }
    let gone = [known.gone, found.gone.clone()].concat();
    keep(app, team, found, app.now()).await?;
    Ok(gone)
}

/// Looks these people up over the gateway, all people of a server at once, and stores the answers
/// for [`gone`]. People that Discord does not mention are left unchanged.
pub(crate) async fn look_up(
    app: &App,
    people: BTreeMap<TeamId, BTreeSet<PersonId>>,
) -> StoreResult<()> {
    let looked_up = people.into_iter().map(async |(team, people)| {
        let people: Vec<_> = people.into_iter().collect();
        let (_, unknown) = known(app, team, &people).await?;
        if unknown.is_empty() {
            return Ok(());
        }
        let found = app.member_lookup.ask(team, &unknown, GATEWAY_WAIT).await;
        keep(app, team, found, app.now()).await
    });
    try_join_all(looked_up).await.map(drop)
}

/// Discord's answers of the last hour, or since the gateway reports leaves, and the people without
/// an answer.
async fn known(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<(Presence, Vec<PersonId>)> {
    let since = app
        .leave_events
        .since(team)
        .unwrap_or(app.now() - ANSWER_COUNTS_FOR);
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
