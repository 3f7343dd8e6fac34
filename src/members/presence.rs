//! Who is still in the server: asked of Discord before somebody is named or nudged.

use chrono::TimeDelta;

use super::store;
use crate::app::App;
use crate::errors::Failure;
use crate::ids::{PersonId, TeamId};

/// How long Discord's word that somebody is there is taken for true: on a Monday at nine many nudges
/// name the same people.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// Those among `people` who have left the server, which is kept from then on: who is gone is a
/// candidate for nothing, so that to choose anew until nobody is gone comes to an end.
pub async fn gone(app: &App, team: TeamId, people: &[PersonId]) -> Result<Vec<PersonId>, Failure> {
    let now = app.now();
    let readers = app.database.readers();
    let (mut here, mut gone) = (Vec::new(), Vec::new());
    for person in store::unseen(readers, team, people, now - FRESH).await? {
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
