//! The process is killed at any point of a nudge, a reminder, a recap, a `/met`, a `/kudos` and an
//! introduction, and restarted.
//! Everything that an answer confirmed is done, and nothing is done twice.
//!
//! `CRASHES=1000 cargo test --all-features --test crash -- --ignored` is the long form. A failure
//! names its seed, and `CRASH_SEED=7` runs that one alone.
#![expect(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints what it measured"
)]

#[path = "../due/mod.rs"]
mod due;
mod life;
mod stored;

use std::collections::BTreeMap;
use std::time::Duration;

use futures::{StreamExt as _, stream};
use rapport::crash::POINTS;

use life::Life;

/// How many runs play at once: starting a process mostly waits.
const AT_ONCE: usize = 3;

/// When a process is killed.
#[derive(Debug, Clone, Copy)]
enum End {
    /// At this fail point, after this many hits.
    At(&'static str, u64),
    /// This long after its start.
    After(Duration),
}

/// Reproducible random numbers.
struct Dice(u64);

impl Dice {
    /// A number below `bound`, by the `SplitMix64` generator.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

impl End {
    /// Uses each fail point in turn; every sixth kill is at a random time.
    fn of(seed: u64) -> Self {
        let mut dice = Dice(seed);
        if seed % 6 == 5 {
            return Self::After(Duration::from_millis(100 + dice.below(1_900)));
        }
        let count = u64::try_from(POINTS.len()).unwrap();
        let turn = usize::try_from((seed - seed / 6) % count).unwrap();
        let point = POINTS[turn];
        let comes_by = match point {
            "writer::row" => 60,
            "writer::piece" => 25,
            "request::made" | "request::answered" => 35,
            "delivery::claim"
            | "delivery::claimed"
            | "introductions::made"
            | "introductions::stored" => 3,
            "introductions::pair" => 1,
            _ => 8,
        };
        Self::At(point, dice.below(comes_by))
    }

    fn name(self) -> &'static str {
        match self {
            Self::At(point, _) => point,
            Self::After(_) => "a random time",
        }
    }
}

async fn play(seeds: impl Iterator<Item = u64>) {
    let lives = stream::iter(seeds).map(|seed| async move {
        let end = End::of(seed);
        let life = tokio::spawn(live(seed, end));
        let outcome = life.await;
        let outcome = outcome.unwrap_or_else(|_| panic!("seed {seed}: killed at {end:?}"));
        (end.name(), outcome)
    });
    let mut killed = BTreeMap::<_, (u32, u32)>::new();
    let mut lives = Box::pin(lives.buffer_unordered(AT_ONCE));
    while let Some((name, came_there)) = lives.next().await {
        let (all, there) = killed.entry(name).or_default();
        *all += 1;
        *there += u32::from(came_there);
    }
    for (name, (all, there)) in killed {
        println!("{name}: {there} of {all} lives ended there");
    }
}

/// A run, its kill, and a run after it; returns whether the kill was at the intended point.
async fn live(seed: u64, end: End) -> bool {
    let life = Life::begin().await;
    let came_there = life.until(end, seed).await;
    life.again().await;
    life.judge().await;
    came_there
}

#[tokio::test]
async fn a_process_killed_anywhere_loses_and_doubles_nothing() {
    play(0..12).await;
}

#[tokio::test]
#[ignore = "takes a second or two for each kill; CRASHES says how many, 1,000 if unset"]
async fn many_crashes_lose_and_double_nothing() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    match number("CRASH_SEED") {
        Some(seed) => play(std::iter::once(seed)).await,
        None => play(0..number("CRASHES").unwrap_or(1_000)).await,
    }
}
