//! Writes what a member changes about themselves, and replans their next nudge.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Member, MemberAt, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::errors::Failure;
use crate::interaction::Caller;
use crate::members;
use crate::team;

/// The state after a change.
#[derive(Debug)]
pub(crate) struct Changed<T> {
    /// The member, as stored now.
    pub(crate) member: Member,
    /// When their next nudge can come, if any can.
    pub(crate) next: Option<DateTime<Utc>>,
    /// What the write itself returned.
    pub(crate) outcome: T,
}

/// Runs `work`, which changes something about the caller, and replans their next nudge, in one
/// write.
pub(crate) async fn change<T, F>(app: &App, caller: &Caller, work: F) -> Result<Changed<T>, Failure>
where
    T: Send + 'static,
    F: AsyncFnOnce(&mut SqliteConnection, MemberAt) -> StoreResult<T> + Send + 'static,
{
    let (team, member) = members::asker(app, caller).await?;
    let of = MemberAt {
        key: member.key(),
        now: app.now(),
    };
    let changed = app
        .database
        .write(async move |connection| {
            team::store::keep(connection, &team, of.now).await?;
            store::keep(connection, &member).await?;
            let outcome = work(connection, of).await?;
            let next = members::store::plan::replan(connection, of.key, of.now).await?;
            let kept = store::find(connection, &team, of.key.person).await?;
            Ok(Changed {
                member: kept.unwrap_or(member),
                next,
                outcome,
            })
        })
        .await?;
    app.wakers.nudge.wake();
    Ok(changed)
}
