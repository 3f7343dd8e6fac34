//! Writing what a member changes about themselves, with what follows for their nudges.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Member, Of, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::errors::Failure;
use crate::interaction::Caller;
use crate::members;
use crate::team;

/// What is so after a change.
#[derive(Debug)]
pub struct Changed<T> {
    /// The member as now kept.
    pub member: Member,
    /// When their next nudge can come, if any can.
    pub next: Option<DateTime<Utc>>,
    /// What the change itself gave.
    pub outcome: T,
}

/// Brings to disk what `work` changes about the caller, and when their next nudge falls by it.
pub async fn change<T, F>(app: &App, caller: &Caller, work: F) -> Result<Changed<T>, Failure>
where
    T: Send + 'static,
    F: AsyncFnOnce(&mut SqliteConnection, Of) -> StoreResult<T> + Send + 'static,
{
    let team = team::load(app, caller.team).await?;
    let member = members::load(app, &team, caller).await?;
    let of = Of {
        team: team.id,
        person: member.person,
        now: app.now(),
    };
    let changed = app
        .database
        .write(async move |connection| {
            team::store::keep(connection, &team, of.now).await?;
            store::keep(connection, &member).await?;
            let outcome = work(connection, of).await?;
            let next = members::plan::replan(connection, of.team, of.person, of.now).await?;
            let kept = store::find(connection, &team, of.person).await?;
            Ok(Changed {
                member: kept.unwrap_or(member),
                next,
                outcome,
            })
        })
        .await?;
    app.bells.nudge.ring();
    Ok(changed)
}
