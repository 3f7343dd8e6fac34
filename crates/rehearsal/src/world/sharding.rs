//! How many sessions a bot should have, and how fast it may begin them.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

use super::{Order, World};
use crate::close_code;
use crate::ids::GuildId;

/// Discord recommends one shard for each so many guilds.
const GUILDS_A_SHARD: usize = 1000;

/// How long a begun session counts.
const DAY: TimeDelta = TimeDelta::days(1);

/// What holds for a bot's shards.
#[derive(Debug, Clone)]
pub struct Sharding {
    /// How many shards `GET /gateway/bot` recommends; none for one for each 1,000 guilds.
    pub recommended: Option<u64>,
    /// How many guilds a session may have: with more, its connection is closed with 4011.
    pub most_guilds: usize,
    /// How many shards may identify at once: those of different numbers modulo this.
    pub max_concurrency: u64,
    /// How long after a shard the next of the same number modulo `max_concurrency` may identify;
    /// none for at once. It is real time: the world's clock may stand still.
    pub identify_every: Option<Duration>,
    /// How many sessions the bot may begin in a day. With one more, its token is reset.
    pub starts_a_day: usize,
}

impl Default for Sharding {
    fn default() -> Self {
        Self {
            recommended: None,
            most_guilds: 2500,
            max_concurrency: 1,
            identify_every: Some(Duration::from_secs(5)),
            starts_a_day: 1000,
        }
    }
}

/// A session that a bot began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identified {
    /// Its shard's number, and how many there are.
    pub shard: (u64, u64),
    /// When, in real time.
    pub at: Instant,
    /// When, in the world's time.
    day: DateTime<Utc>,
}

impl GuildId {
    /// The shard that serves the guild if there are `count`.
    #[must_use]
    pub fn shard(self, count: u64) -> u64 {
        (self.0 >> 22) % count.max(1)
    }
}

impl World {
    /// How many shards `GET /gateway/bot` recommends.
    #[must_use]
    pub fn recommended_shards(&self) -> u64 {
        let bot = self.bot();
        let guilds = || self.guilds().filter(|guild| guild.has(bot)).count();
        let computed = || guilds().div_ceil(GUILDS_A_SHARD).max(1) as u64;
        self.sharding.recommended.unwrap_or_else(computed)
    }

    /// How many sessions the bot may still begin today.
    #[must_use]
    pub fn starts_left(&self) -> usize {
        let since = self.now() - DAY;
        let begun = self.identifies.iter().rev();
        let today = begun.take_while(|it| it.day > since).count();
        self.sharding.starts_a_day.saturating_sub(today)
    }

    /// Every session that a bot began, in their order.
    #[must_use]
    pub fn identifies(&self) -> &[Identified] {
        &self.identifies
    }

    /// How often a shard identified before its turn.
    #[must_use]
    pub fn times_identified_too_soon(&self) -> u64 {
        self.identified_too_soon
    }

    /// The shards that are connected now.
    #[must_use]
    pub fn shards_connected(&self) -> BTreeSet<u64> {
        let connected = self.sessions.iter().filter(|it| it.connection.is_some());
        connected.map(|session| session.shard.0).collect()
    }

    /// Whether a session of this shard may begin now.
    pub(crate) fn may_identify(&self, shard: (u64, u64)) -> bool {
        let Some(pace) = self.sharding.identify_every else {
            return true;
        };
        let bucket = |(id, _): (u64, u64)| id % self.sharding.max_concurrency.max(1);
        let mut before = self.identifies.iter().rev();
        let last = before.find(|it| bucket(it.shard) == bucket(shard));
        last.is_none_or(|last| last.at.elapsed() >= pace)
    }

    pub(super) fn note_identified(&mut self, shard: (u64, u64)) {
        let (at, day) = (Instant::now(), self.now());
        self.identifies.push(Identified { shard, at, day });
    }

    /// As at Discord when too many sessions began: the token is another from now on, and all
    /// sessions end.
    pub(crate) fn reset_token(&mut self) {
        self.application.token.push_str("-reset");
        self.order(Order::Close(close_code::AUTHENTICATION_FAILED));
    }
}
