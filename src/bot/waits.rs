//! How long Rapport waits at the gateway.

use std::time::Duration;

/// The durations at the gateway. Tests use shorter ones.
#[derive(Debug, Clone)]
pub struct Waits {
    /// How often to check the connection.
    pub(crate) look_every: Duration,
    /// How long a connection may be away before the operator reads about it.
    pub(crate) log_after: Duration,
    /// How long a connection may take to start or to resume before a new one replaces it.
    pub(crate) reconnect_after: Duration,
    /// The first pause before a new connection. It doubles with each try.
    pub(crate) first_pause: Duration,
    /// The longest pause while nothing answers. Such tries begin no session.
    pub(crate) unreached_pause: Duration,
    /// The longest pause when every try begins a session. With `reconnect_after`, it keeps below
    /// the 1,000 sessions a day that Discord allows.
    pub(crate) last_pause: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            look_every: Duration::from_secs(5),
            log_after: Duration::from_secs(10),
            reconnect_after: Duration::from_mins(1),
            first_pause: Duration::from_secs(1),
            unreached_pause: Duration::from_secs(15),
            last_pause: Duration::from_mins(2),
        }
    }
}

impl Waits {
    /// The same durations, divided by `times`.
    #[must_use]
    pub fn hurried(&self, times: u32) -> Self {
        Self {
            look_every: self.look_every / times,
            log_after: self.log_after / times,
            reconnect_after: self.reconnect_after / times,
            first_pause: self.first_pause / times,
            unreached_pause: self.unreached_pause / times,
            last_pause: self.last_pause / times,
        }
    }

    /// The pause after this one. `begun` says whether the last try began a session.
    pub(super) fn longer(&self, pause: Duration, begun: bool) -> Duration {
        let longest = if begun {
            self.last_pause
        } else {
            self.unreached_pause
        };
        (pause * 2).min(longest)
    }
}
