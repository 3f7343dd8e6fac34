//! How long is waited at the gateway.

use std::time::Duration;

/// How long is waited for what at the gateway; tests wait for less.
#[derive(Debug, Clone)]
pub struct Waits {
    /// How often the connection is looked at.
    pub look_every: Duration,
    /// How long a connection may be away before the operator reads of it.
    pub unsaid: Duration,
    /// How long a connection may take to become one, or to come back, before it is made anew.
    pub patience: Duration,
    /// How long the first READY may take where Discord would have more than one connection: it
    /// closes one at once that holds too many servers.
    pub for_ready: Duration,
    /// The pause before connecting anew, which doubles.
    pub first_pause: Duration,
    /// The longest pause while nothing answers, which costs nobody anything.
    pub unreached_pause: Duration,
    /// The longest pause where every try begins a session: with `patience`, it alone keeps below the
    /// 1,000 a day that Discord allows.
    pub last_pause: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            look_every: Duration::from_secs(5),
            unsaid: Duration::from_secs(10),
            patience: Duration::from_mins(1),
            for_ready: Duration::from_secs(10),
            first_pause: Duration::from_secs(1),
            unreached_pause: Duration::from_secs(15),
            last_pause: Duration::from_mins(2),
        }
    }
}

impl Waits {
    /// Everything `times` as fast.
    #[must_use]
    pub fn hurried(&self, times: u32) -> Self {
        Self {
            look_every: self.look_every / times,
            unsaid: self.unsaid / times,
            patience: self.patience / times,
            for_ready: self.for_ready / times,
            first_pause: self.first_pause / times,
            unreached_pause: self.unreached_pause / times,
            last_pause: self.last_pause / times,
        }
    }

    /// The pause after this one; `begun` tells whether the last try came as far as a session.
    pub(super) fn longer(&self, pause: Duration, begun: bool) -> Duration {
        let longest = if begun {
            self.last_pause
        } else {
            self.unreached_pause
        };
        (pause * 2).min(longest)
    }
}
