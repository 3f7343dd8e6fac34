//! A round: who takes part, put together and claimed.

use super::pairing;
use super::store::{self, rounds::Planned};
use crate::app::App;
use crate::calendar::schedule::Decision;
use crate::crash;
use crate::database::{StoreError, StoreResult};
use crate::members::presence;
use crate::telemetry::chain;

/// Claims the team's round if it is due, and repairs dates in the future; returns whether it did
/// either. Unreadable rows delay only their own team's round.
pub(super) async fn claim(app: &App, planned: StoreResult<Planned>) -> StoreResult<bool> {
    let claimed = match planned {
        Ok(planned) => claim_planned(app, &planned).await,
        Err(error) => Err(error),
    };
    match claimed {
        Err(error) if error.is_of_one_row() => {
            tracing::error!(error = %chain(&error), "could not claim a round of introductions; trying again later");
            Ok(false)
        }
        claimed => claimed,
    }
}

async fn claim_planned(app: &App, planned: &Planned) -> StoreResult<bool> {
    let (team, now) = (planned.team, app.now());
    if planned.is_dated_ahead {
        let repair = async move |connection: &mut _| store::repair(connection, team, now).await;
        app.database.write(repair).await?;
        return Ok(true);
    }
    if matches!(planned.decision, Decision::Wait(_)) {
        return Ok(false);
    }
    let mut reader = app.database.reader().await?;
    let people = store::participants(&mut reader, team, now).await?;
    drop(reader);
    let profiles = presence::profiles(app, team, &people).await?;
    let mut reader = app.database.reader().await?;
    // Those who left are known as gone now.
    let people = store::participants(&mut reader, team, now).await?;
    let facts = store::facts(&mut reader, (team, planned.zone), &people, &profiles, now).await?;
    drop(reader);
    crash::point("introductions::pair");
    let pairing = tokio::task::spawn_blocking(move || pairing::pair(&facts));
    let pairing = pairing
        .await
        .map_err(|_| StoreError::from(sqlx::Error::WorkerCrashed))?;
    app.database
        .write(async move |connection| store::rounds::claim(connection, team, &pairing, now).await)
        .await
}
