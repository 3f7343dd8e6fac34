//! When each shard may begin a session: Discord accepts one in 5 s from the shards whose ids are
//! equal modulo `max_concurrency`.

use std::sync::{Mutex as StdMutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

use crate::discord::shard::Shard;

/// How long after one session the next may begin: Discord's 5 s, and some for the network.
pub(super) const BETWEEN_STARTS: Duration = Duration::from_millis(5_200);

/// Gives the shards their turns.
pub(super) struct IdentifyPace {
    buckets: Vec<Bucket>,
}

/// Shards that begin their sessions one after the other.
struct Bucket {
    /// Held by the shard that is next.
    next: Mutex<()>,
    free_at: StdMutex<Instant>,
}

impl IdentifyPace {
    /// For so many shards, of which the first may begin at `free_at`.
    pub(super) fn new(max_concurrency: u64, total: u32, free_at: Instant) -> Self {
        let buckets = max_concurrency.clamp(1, u64::from(total.max(1)));
        let bucket = |_| Bucket {
            next: Mutex::default(),
            free_at: StdMutex::new(free_at),
        };
        Self {
            buckets: (0..buckets).map(bucket).collect(),
        }
    }

    fn bucket(&self, shard: Shard) -> Option<&Bucket> {
        // There are at most as many buckets as shards, so the cast loses nothing.
        let number = shard.id as usize % self.buckets.len();
        self.buckets.get(number)
    }

    /// Waits until it is the shard's turn to connect.
    pub(super) async fn turn(&self, shard: Shard) {
        if let Some(bucket) = self.bucket(shard) {
            let _next = bucket.next.lock().await;
            while let Err(free_at) = bucket.take(Instant::now()) {
                sleep_until(free_at).await;
            }
        }
    }

    /// The shard reached the gateway, and identifies now.
    pub(super) fn reached(&self, shard: Shard) {
        if let Some(bucket) = self.bucket(shard) {
            bucket.begun(Instant::now());
        }
    }
}

impl Bucket {
    fn free_at(&self) -> MutexGuard<'_, Instant> {
        self.free_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a turn at `now`, or returns when the next one may be.
    fn take(&self, now: Instant) -> Result<(), Instant> {
        let mut free_at = self.free_at();
        if *free_at > now {
            return Err(*free_at);
        }
        *free_at = now + BETWEEN_STARTS;
        Ok(())
    }

    /// A session begins at `now`: later than its turn, if the gateway was slow.
    fn begun(&self, now: Instant) {
        *self.free_at() = now + BETWEEN_STARTS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many pauses each of four shards has its turn.
    fn turns(max_concurrency: u64) -> Vec<u32> {
        let begun = Instant::now();
        let pace = IdentifyPace::new(max_concurrency, 4, begun);
        let turn = |id| {
            let bucket = pace.bucket(Shard { id, total: 4 }).unwrap();
            let mut pauses = (0..).map(|count| (count, begun + BETWEEN_STARTS * count));
            pauses.find(|(_, now)| bucket.take(*now).is_ok()).unwrap().0
        };
        (0..4).map(turn).collect()
    }

    #[test]
    fn shards_take_turns_by_their_id_modulo_max_concurrency() {
        assert_eq!(turns(1), [0, 1, 2, 3]);
        assert_eq!(turns(2), [0, 0, 1, 1]);
        assert_eq!(turns(16), [0, 0, 0, 0]);
    }

    #[test]
    fn a_slow_gateway_delays_the_next_turn() {
        let begun = Instant::now();
        let pace = IdentifyPace::new(1, 2, begun);
        let bucket = pace.bucket(Shard { id: 0, total: 2 }).unwrap();
        assert_eq!(bucket.take(begun), Ok(()));
        let reached = begun + Duration::from_secs(3);
        bucket.begun(reached);
        let next = reached + BETWEEN_STARTS;
        assert_eq!(bucket.take(begun + BETWEEN_STARTS), Err(next));
        assert_eq!(bucket.take(next), Ok(()));
    }
}
