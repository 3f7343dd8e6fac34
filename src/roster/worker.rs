//! Rosters made anew, one after the other, for servers that were seen for the first time or again.
//! One that Discord does not list is tried again, ever more seldom.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::refresh;
use crate::app::App;
use crate::clock::Alarm;
use crate::delivery::wait_after;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::TeamId;

/// Servers whose roster is to be made anew. Kept in memory: after a start every server is seen again.
#[derive(Default)]
pub struct Outdated(Mutex<Turns>);

#[derive(Default)]
struct Turns {
    waiting: BTreeMap<TeamId, Turn>,
    /// Whose members are being listed.
    listed: Option<TeamId>,
}

/// When a roster is to be made.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// Since when it may be out of date.
    since: DateTime<Utc>,
    /// When it is tried next.
    at: DateTime<Utc>,
}

impl Outdated {
    fn add(&self, team: TeamId, now: DateTime<Utc>) {
        let turn = Turn {
            since: now,
            at: now,
        };
        self.turns().waiting.insert(team, turn);
    }

    /// Who is on the roster changed: a listing under way may have been read before that, and is
    /// made once more.
    pub(super) fn change(&self, team: TeamId, now: DateTime<Utc>) {
        if self.turns().listed == Some(team) {
            self.add(team, now);
        }
    }

    /// One that is due. It is taken out first: seen again meanwhile, it is due again.
    fn take(&self, now: DateTime<Utc>) -> Option<(TeamId, DateTime<Utc>)> {
        let mut turns = self.turns();
        let mut waiting = turns.waiting.iter();
        let due = waiting.find(|(_, turn)| turn.at <= now);
        let due = due.map(|(&team, turn)| (team, turn.since));
        turns.listed = due.map(|(team, _)| team);
        if let Some(team) = turns.listed {
            turns.waiting.remove(&team);
        }
        due
    }

    fn put_off(&self, team: TeamId, turn: Turn) {
        self.turns().waiting.entry(team).or_insert(turn);
    }

    fn next(&self) -> Option<DateTime<Utc>> {
        self.turns().waiting.values().map(|turn| turn.at).min()
    }

    fn turns(&self) -> MutexGuard<'_, Turns> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A server is seen: who is in it may have changed unseen.
pub fn outdate(app: &App, team: TeamId) {
    app.outdated.add(team, app.now());
    app.roster_bell.ring();
}

/// Makes what is outdated anew until `stop` is cancelled.
pub async fn run(app: Arc<App>, mut alarm: Box<dyn Alarm>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = work(&app) => {}
            () = stop.cancelled() => return,
        }
        tokio::select! {
            () = alarm.wait_until(app.outdated.next()) => {}
            () = stop.cancelled() => {}
        }
    }
}

async fn work(app: &App) {
    while let Some((team, since)) = app.outdated.take(app.now()) {
        match refresh(app, team).await {
            Ok(()) => {}
            Err(Failure::Discord(refused @ DiscordError::Refused { .. })) => {
                tracing::error!(%team, error = %refused, "Discord does not list who is in a server");
            }
            Err(error) => {
                let now = app.now();
                let at = now + wait_after(&error, since, now);
                tracing::warn!(%team, error = %error, "could not make a roster anew; trying again");
                app.outdated.put_off(team, Turn { since, at });
            }
        }
    }
}
