//! Durations, and their row in the table of BENCHMARKS.md.

use std::fmt;
use std::time::{Duration, Instant};

pub(crate) const HEADING: &str = "\
| | times | median | longest | a neighbour's `/met`: median | p99 | longest |
|---|---:|---:|---:|---:|---:|---:|";

/// Sorted durations.
pub(crate) struct Waits(Vec<Duration>);

impl Waits {
    pub(crate) fn of(mut each: Vec<Duration>) -> Self {
        each.sort_unstable();
        Self(each)
    }

    fn percentile(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        self.0
            .get(last * percent / 100)
            .copied()
            .unwrap_or_default()
    }
}

/// A row: a use of the bot, and what a neighbour waited meanwhile.
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) own: Waits,
    pub(crate) neighbour: Waits,
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (own, neighbour) = (&self.own, &self.neighbour);
        write!(
            f,
            "| {} | {} | {} | {} | {} | {} | {} |",
            self.name,
            own.0.len(),
            Shown(own.percentile(50)),
            Shown(own.percentile(100)),
            Shown(neighbour.percentile(50)),
            Shown(neighbour.percentile(99)),
            Shown(neighbour.percentile(100)),
        )
    }
}

/// A duration as people read it.
struct Shown(Duration);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_secs_f64() {
            seconds @ 10.0.. => write!(f, "{seconds:.0} s"),
            seconds @ 1.0.. => write!(f, "{seconds:.1} s"),
            seconds @ 0.01.. => write!(f, "{:.0} ms", seconds * 1e3),
            seconds => write!(f, "{:.1} ms", seconds * 1e3),
        }
    }
}

/// The result of `work`, and how long it took.
pub(crate) async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let began = Instant::now();
    (work.await, began.elapsed())
}
