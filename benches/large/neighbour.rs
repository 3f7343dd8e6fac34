//! People in another server who log one talk after the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rehearsal::Person;
use tokio::task::JoinHandle;

use super::crowd::{NEIGHBOURS_SERVER, name};
use super::measured::{Waits, timed};

/// The pause between an answer and the next command.
const PAUSE: Duration = Duration::from_millis(5);

pub(crate) struct Neighbour {
    stop: Arc<AtomicBool>,
    typing: JoinHandle<Vec<Duration>>,
}

impl Neighbour {
    pub(crate) fn begins(people: Arc<[Person]>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let typing = tokio::spawn(async move {
            let mut waits = Vec::new();
            while !stopped.load(Ordering::Relaxed) {
                waits.push(log(&people).await);
                tokio::time::sleep(PAUSE).await;
            }
            waits
        });
        Self { stop, typing }
    }

    pub(crate) async fn stops(self) -> Waits {
        self.stop.store(true, Ordering::Relaxed);
        Waits::of(self.typing.await.unwrap())
    }
}

/// Logs a talk that is no correction of another: with another pair, or on another day.
async fn log(people: &[Person]) -> Duration {
    static TALKS: AtomicUsize = AtomicUsize::new(0);
    let talk = TALKS.fetch_add(1, Ordering::Relaxed);
    let (count, round) = (people.len(), talk / people.len());
    let one = talk % count;
    let other = name(NEIGHBOURS_SERVER, (one + 1 + round % (count - 1)) % count);
    let days = 1 + round / (count - 1) % 300;
    let line = format!("/met @{other} when: {days} days ago");
    let (answer, wait) = timed(people[one].types(&line)).await;
    answer.unwrap();
    wait
}
