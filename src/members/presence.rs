//! Who is still in the server: asked of Discord before somebody is named or nudged, unless it would
//! have told that they left.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use super::store;
use crate::app::App;
use crate::errors::Failure;
use crate::ids::{PersonId, TeamId};

/// How long Discord's word that somebody is there is taken for true: on a Monday at nine many nudges
/// name the same people.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// Since when Discord tells who leaves which server: with the members intent, from the moment a
/// server is seen until the session ends. What a dropped connection missed is told when it resumes.
#[derive(Default)]
pub struct Told(Mutex<HashMap<TeamId, DateTime<Utc>>>);

impl Told {
    /// A session begins: what happened before it was told to nobody.
    pub fn forget(&self) {
        self.teams().clear();
    }

    /// The server is seen.
    pub fn begin(&self, team: TeamId, now: DateTime<Utc>) {
        self.teams().insert(team, now);
    }

    fn since(&self, team: TeamId) -> Option<DateTime<Utc>> {
        self.teams().get(&team).copied()
    }

    fn teams(&self) -> MutexGuard<'_, HashMap<TeamId, DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those among `people` who have left the server, which is kept from then on: who is gone is a
/// candidate for nothing, so that to choose anew until nobody is gone comes to an end.
pub async fn gone(app: &App, team: TeamId, people: &[PersonId]) -> Result<Vec<PersonId>, Failure> {
    let now = app.now();
    let readers = app.database.readers();
    let (mut here, mut gone) = (Vec::new(), Vec::new());
    let seen_after = app.told.since(team).unwrap_or(now - FRESH);
    for person in store::unseen(readers, team, people, seen_after).await? {
        let is_here = app.outbox.is_in_server(team, person).await?;
        if is_here { &mut here } else { &mut gone }.push(person);
    }
    if here.is_empty() && gone.is_empty() {
        return Ok(gone);
    }
    let found = app.database.write(move |connection| {
        Box::pin(async move {
            for person in here {
                store::mark_seen(connection, team, person, now).await?;
            }
            for person in &gone {
                store::mark_gone(connection, team, *person, now).await?;
            }
            Ok(gone)
        })
    });
    Ok(found.await?)
}
