//! Starts the workers of all features.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::{App, Wakers};
use crate::backups::worker::Backups;
use crate::clock::{Clock, Timer};
use crate::database::StoreResult;
use crate::deletion::removal::{self, Removal};
use crate::delivery::Deliveries;
use crate::introductions;
use crate::introductions::closing::Closings;
use crate::kudos::posting::Posting;
use crate::kudos::recap;
use crate::nudges::{self, reminders};
use crate::roster::worker::Rosters;
use crate::voice::worker::VoiceTalks;
use crate::worker::{self, Worker};

/// The timers of the workers that something can wake.
pub(super) struct Timers {
    nudges: Box<dyn Timer>,
    reminders: Box<dyn Timer>,
    recaps: Box<dyn Timer>,
    posting: Box<dyn Timer>,
    introductions: Box<dyn Timer>,
    closings: Box<dyn Timer>,
    rosters: Box<dyn Timer>,
    removals: Box<dyn Timer>,
    voice: Box<dyn Timer>,
}

impl Timers {
    /// New timers of this clock.
    pub(super) fn of(clock: &dyn Clock) -> Self {
        Self {
            nudges: clock.timer(),
            reminders: clock.timer(),
            recaps: clock.timer(),
            posting: clock.timer(),
            introductions: clock.timer(),
            closings: clock.timer(),
            rosters: clock.timer(),
            removals: clock.timer(),
            voice: clock.timer(),
        }
    }

    /// What wakes each of them.
    pub(super) fn wakers(&self) -> Wakers {
        Wakers {
            nudge: self.nudges.waker(),
            reminder: self.reminders.waker(),
            recap: self.recaps.waker(),
            posting: self.posting.waker(),
            introductions: self.introductions.waker(),
            closing: self.closings.waker(),
            roster: self.rosters.waker(),
            removal: self.removals.waker(),
            voice: self.voice.waker(),
        }
    }
}

/// Starts all workers. They end when `stop` is cancelled.
pub(super) async fn start(
    app: &Arc<App>,
    timers: Timers,
    backups: Option<Backups>,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> StoreResult<()> {
    let posting = Posting::begin(app).await?;
    let workers = Workers { tasks, app, stop };
    workers.start(Deliveries::<nudges::ClaimedNudge>::default(), timers.nudges);
    workers.start(
        Deliveries::<reminders::ClaimedReminder>::default(),
        timers.reminders,
    );
    workers.start(Deliveries::<recap::ClaimedRecap>::default(), timers.recaps);
    workers.start(posting, timers.posting);
    workers.start(
        Deliveries::<introductions::Due>::default(),
        timers.introductions,
    );
    workers.start(Closings, timers.closings);
    workers.start(Rosters, timers.rosters);
    workers.start(Removal::default(), timers.removals);
    if let Some(backups) = backups {
        workers.start(backups, app.clock.timer());
    }
    workers.start(VoiceTalks::default(), timers.voice);
    tasks.spawn(removal::look_for_forgotten_teams(
        Arc::clone(app),
        stop.clone(),
    ));
    Ok(())
}

/// Starts workers that end with the bot.
struct Workers<'a> {
    tasks: &'a TaskTracker,
    app: &'a Arc<App>,
    stop: &'a CancellationToken,
}

impl Workers<'_> {
    fn start(&self, worker: impl Worker, timer: Box<dyn Timer>) {
        let run = worker::run(worker, Arc::clone(self.app), timer, self.stop.clone());
        self.tasks.spawn(run);
    }
}
