//! The worker that deletes: teams of servers that removed Rapport 30 days ago and did not add it
//! again, data that is too old, and the rest of other deletions. Then it overwrites their traces.
//! It also continues interrupted changes of a whole team.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::database::scrub::{Owed, Unfinished};
use crate::database::{StoreError, StoreResult};
use crate::deletion;
use crate::discord::shard::Shard;
use crate::ids::TeamId;
use crate::members::following;
use crate::team::store::{self, StoredTeam};
use crate::worker::{Pass, Worker};

/// How long a team's data is kept after its server removed Rapport, in case it is added again.
pub(crate) const TEAMS_KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// How long a scrub waits for other deletions, so that one scrub is enough for all of them.
const SCRUB_AFTER: TimeDelta = TimeDelta::minutes(10);

/// How often to look for data that is too old.
const EXPIRY: TimeDelta = TimeDelta::days(1);

/// How often to look for the rest of a `rapport forget-team`, by the machine's clock.
const LOOK_FOR_FORGOTTEN: Duration = Duration::from_mins(15);

/// How long to wait after a read or a write failed.
const PAUSE: TimeDelta = TimeDelta::minutes(5);

/// How often to look whether the log has started again, which a scrub waits for.
const LOOK_AT_LOG: TimeDelta = TimeDelta::minutes(1);

/// How long that may take before the operator reads of it. Litestream lets it happen each minute.
const LOG_RESTARTS_WITHIN: TimeDelta = TimeDelta::minutes(15);

/// The worker that deletes due data.
#[derive(Default)]
pub(crate) struct Removal {
    /// A scrub that waits for the log, and since when.
    unfinished: Option<(Unfinished, DateTime<Utc>)>,
}

#[async_trait::async_trait]
impl Worker for Removal {
    const NAME: &'static str = "deletion";
    const PAUSE: TimeDelta = PAUSE;

    async fn pass(&mut self, app: &App, _: &CancellationToken) -> StoreResult<Pass> {
        let now = app.now();
        following::finish_all(&app.database, now).await?;
        let removed = delete_removed(app, now).await?;
        deletion::finish_all(&app.database, now).await?;
        deletion::delete_expired(&app.database, now).await?;
        let scrub = self.scrub(app, now).await?;
        let next = [removed, scrub, Some(now + EXPIRY)];
        Ok(Pass::Drained(next.into_iter().flatten().min()))
    }
}

impl Removal {
    /// Runs a due scrub. Returns when to go on with it, or when the next one is due.
    async fn scrub(&mut self, app: &App, now: DateTime<Utc>) -> StoreResult<Option<DateTime<Utc>>> {
        // A date in the future was written while the clock was wrong.
        let waits = |owed: &Owed| owed.since <= now && owed.since + SCRUB_AFTER > now;
        let Some(owed) = app.database.scrub_owed().await? else {
            return Ok(None);
        };
        let left = self.unfinished.take().filter(|(it, _)| it.is_for(owed));
        if let Some((unfinished, since)) = left {
            if !app.database.finish_scrub(&unfinished).await? {
                return self.wait_for_log(unfinished, since, now).map(Some);
            }
        } else if waits(&owed) {
            return Ok(Some(owed.since + SCRUB_AFTER));
        } else if let Some(unfinished) = app.database.scrub().await? {
            return self.wait_for_log(unfinished, now, now).map(Some);
        }
        // A deletion meanwhile needs another scrub.
        let owed = app.database.scrub_owed().await?;
        Ok(owed.map(|_| now + SCRUB_AFTER))
    }

    /// Returns when to look at the log again, or an error for the operator after a long time.
    fn wait_for_log(
        &mut self,
        unfinished: Unfinished,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> StoreResult<DateTime<Utc>> {
        self.unfinished = Some((unfinished, since));
        if now - since < LOG_RESTARTS_WITHIN {
            Ok(now + LOOK_AT_LOG)
        } else {
            Err(StoreError::Busy)
        }
    }
}

/// Has the worker look regularly for deletions that `rapport forget-team` began in a process of
/// its own, until `stop` is cancelled.
pub(crate) async fn look_for_forgotten_teams(app: Arc<App>, stop: CancellationToken) {
    let mut looks = tokio::time::interval(LOOK_FOR_FORGOTTEN);
    while stop.run_until_cancelled(looks.tick()).await.is_some() {
        app.wakers.removal.wake();
    }
}

/// Deletes the teams whose 30 days are over. Returns when the next team's are.
async fn delete_removed(app: &App, now: DateTime<Utc>) -> StoreResult<Option<DateTime<Utc>>> {
    let teams = store::all(app.database.readers()).await?;
    let (due, waiting): (Vec<_>, Vec<_>) = teams
        .into_iter()
        .filter_map(|known| Some((known.team, known.removed_at? + TEAMS_KEPT_FOR)))
        .partition(|(_, at)| *at <= now);
    for &(team, _) in &due {
        let begun = app
            .database
            .write(async move |connection| deletion::store::begin_team(connection, team, now).await)
            .await?;
        if let Some(deletion) = begun {
            deletion::finish(&app.database, deletion, now).await?;
        }
        tracing::info!(%team, "deleted a team that Rapport was removed from");
    }
    Ok(waiting.into_iter().map(|(_, at)| at).min())
}

/// Marks that a server removed Rapport.
pub(crate) async fn removed(app: &App, team: TeamId) -> StoreResult<()> {
    let now = app.now();
    app.database
        .write(async move |connection| store::mark_removed(connection, team, now).await)
        .await?;
    tracing::info!(%team, "removed from a server; its data is deleted in 30 days");
    app.wakers.removal.wake();
    Ok(())
}

/// Marks that Rapport is in this server: it was added, or the server appeared again.
pub(crate) async fn present(app: &App, team: TeamId) -> StoreResult<()> {
    let known = store::find(app.database.readers(), team).await?;
    if known.is_none_or(|team| team.removed_at.is_none()) {
        return Ok(());
    }
    let now = app.now();
    app.database
        .write(async move |connection| {
            store::mark_returned(connection, team).await?;
            following::store::plan_all(connection, team).await
        })
        .await?;
    following::finish(&app.database, team, now).await?;
    app.wakers.nudge.wake();
    app.wakers.recap.wake();
    app.wakers.removal.wake();
    Ok(())
}

/// Marks all other servers of this shard as removed: they may have removed Rapport while the shard
/// was away, and Discord sends no event for that later.
pub(crate) async fn present_only(
    app: &App,
    shard: Shard,
    present: &HashSet<TeamId>,
) -> StoreResult<()> {
    let kept = store::all(app.database.readers()).await?;
    let left = |known: &StoredTeam| {
        known.removed_at.is_none() && shard.serves(known.team) && !present.contains(&known.team)
    };
    for known in kept.into_iter().filter(left) {
        removed(app, known.team).await?;
    }
    Ok(())
}
