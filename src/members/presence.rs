//! Who is still in the server. Rapport asks Discord before it names or nudges members, unless the
//! gateway reported every leave since.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::{join_all, try_join_all};
use tokio::time::timeout;

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::member_lookup::{Presence, Profile};
use crate::discord::names::PersonName;
use crate::errors::Failure;
use crate::ids::{PersonId, TeamId};

/// How long an answer of Discord counts. Many nudges on a Monday at nine name the same people.
const ANSWER_COUNTS_FOR: TimeDelta = TimeDelta::hours(1);

/// How long a bulk lookup waits for its turn on the gateway, before each person is looked up by a
/// request. Nobody notices so short a wait, as other messages are sent meanwhile.
const GATEWAY_WAIT: Duration = Duration::from_secs(5);

/// How long a message waits for avatars that the gateway did not send. People who press a button
/// wait too, and the message says everything without them.
const AVATAR_WAIT: Duration = Duration::from_secs(1);

/// The ones among `people` with an account: Discord knows nothing about contacts.
fn accounts(people: &[PersonId]) -> Vec<PersonId> {
    let accounts = people.iter().filter(|person| !person.is_contact());
    accounts.copied().collect()
}

/// The `people` who have left the server, stored as gone from then on. People who left are never
/// candidates, so choosing again until nobody is gone ends.
pub(crate) async fn gone(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> Result<Vec<PersonId>, Failure> {
    let people = &accounts(people);
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

/// The ones among `people` who are in the server at this moment, with their names there if Discord's
/// answer can be read. Nobody, if Rapport is not in it.
pub(crate) async fn here_now(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Option<PersonName>>, Failure> {
    let mut found = app.member_lookup.ask(team, people, Duration::ZERO).await;
    for person in found.unknown(people) {
        // Not paced as messages are: a person waits for the answer.
        match app.api.member(team.member(person)).await {
            Ok(member) => found.add(Presence::of(&member)),
            Err(gone) if gone.is_unknown_person() => found.gone.push(person),
            Err(error) if error.is_unknown_server() => return Ok(HashMap::new()),
            Err(error) => return Err(error.into()),
        }
    }
    let mut names: HashMap<_, _> = std::mem::take(&mut found.names).into_iter().collect();
    let here = found
        .here
        .iter()
        .map(|it| (*it, names.remove(it)))
        .collect();
    if !found.gone.is_empty() {
        keep(app, team, found, app.now()).await?;
    }
    Ok(here)
}

/// The addresses of these people's avatars. People without an answer by Discord are left out.
pub(crate) async fn avatars(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> HashMap<PersonId, String> {
    let people = &accounts(people);
    let mut unknown = without_avatar(app, team, people);
    if !unknown.is_empty()
        && let Ok((known, _)) = known(app, team, &unknown).await
    {
        // Discord says nothing about people who left.
        unknown.retain(|person| !known.gone.contains(person));
    }
    if !unknown.is_empty() {
        // The future holds requests: keep it on the heap, so that other futures stay small.
        let found = Box::pin(ask_for_avatars(app, team, &unknown)).await;
        app.avatars.insert(team, found, app.now());
    }
    app.avatars.get(team, people, app.now())
}

async fn ask_for_avatars(app: &App, team: TeamId, people: &[PersonId]) -> Vec<(PersonId, String)> {
    let mut found = app.member_lookup.ask(team, people, Duration::ZERO).await;
    let unanswered = found.unknown(people);
    let requests = unanswered
        .iter()
        .map(|person| app.outbox.presence(team.member(*person)));
    let answers = timeout(AVATAR_WAIT, join_all(requests)).await;
    for answer in answers.into_iter().flatten() {
        match answer {
            Ok(answer) => found.add(answer),
            Err(error) => tracing::debug!(%team, %error, "could not ask for an avatar"),
        }
    }
    found.avatars
}

fn without_avatar(app: &App, team: TeamId, people: &[PersonId]) -> Vec<PersonId> {
    let known = app.avatars.get(team, people, app.now());
    let unknown = people.iter().filter(|person| !known.contains_key(person));
    unknown.copied().collect()
}

/// What Discord says of these people over the gateway; those it does not mention are left out. Who left
/// is stored as gone.
pub(crate) async fn profiles(
    app: &App,
    team: TeamId,
    people: &[PersonId],
) -> StoreResult<HashMap<PersonId, Profile>> {
    let mut found = app.member_lookup.ask(team, people, GATEWAY_WAIT).await;
    let profiles = std::mem::take(&mut found.profiles);
    keep(app, team, found, app.now()).await?;
    Ok(profiles.into_iter().collect())
}

/// Looks these people up over the gateway, all people of a server at once, and stores the answers
/// for [`gone`] and [`avatars`]. People that Discord does not mention are left unchanged.
pub(crate) async fn look_up(
    app: &App,
    people: BTreeMap<TeamId, BTreeSet<PersonId>>,
) -> StoreResult<()> {
    let looked_up = people.into_iter().map(async |(team, people)| {
        let people: Vec<_> = people.into_iter().collect();
        let people = accounts(&people);
        let (known, mut unknown) = known(app, team, &people).await?;
        // One question for both: each nudge would ask for the avatars alone.
        let here = without_avatar(app, team, &known.here);
        unknown.extend(here);
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

async fn keep(app: &App, team: TeamId, mut found: Presence, now: DateTime<Utc>) -> StoreResult<()> {
    if found == Presence::default() {
        return Ok(());
    }
    let avatars = std::mem::take(&mut found.avatars);
    app.avatars.insert(team, avatars, now);
    let kept = app.database.write(async move |connection| {
        store::mark_seen(connection, team, &found.here, now).await?;
        store::rename(connection, team, &found.names).await?;
        store::mark_gone(connection, team, &found.gone, now).await
    });
    kept.await
}
