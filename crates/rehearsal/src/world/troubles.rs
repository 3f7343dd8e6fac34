//! Discord's bad days: what goes wrong, and the limits that hold on good ones.

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::time::Instant;

use super::World;
use crate::refusal::Refusal;

/// How many requests a bot may make in a second, those that answer interactions aside.
pub const GLOBAL_LIMIT: usize = 50;

/// In which time invalid requests are counted.
const INVALID_WINDOW: TimeDelta = TimeDelta::minutes(10);

/// How a request fails.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Nothing is done, and a server on the way says so with this status: 500, 502, 503.
    Status(u16),
    /// Nothing is done: too many requests (429), and when to come again.
    SlowDown(Limit, Duration),
    /// Nothing is done: Cloudflare asks the whole machine to slow down (429), in no JSON, and says
    /// when to come again.
    SlowMachineDown(Duration),
    /// Discord refuses.
    Refuse(Refusal),
    /// Nothing is done, and the connection is cut.
    Cut,
    /// It is done, and the connection is cut before the answer.
    LoseAnswer,
    /// It is done at once, and answered after so long.
    Late(Duration),
    /// Nothing is done, and nothing is ever answered.
    Hang,
}

/// What a 429 is about: its `X-RateLimit-Scope`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// This bot's requests of this kind.
    User,
    /// Everybody's requests for this thing; it does not count as invalid.
    Shared,
    /// All of this bot's requests.
    Global,
}

/// Requests of one kind that fail.
#[derive(Debug, Clone)]
pub struct Trouble {
    method: String,
    pattern: String,
    fault: Fault,
    left: Option<u32>,
}

impl Trouble {
    /// Requests fail with this method (`*` for any) and a path like `/channels/*/messages`, until
    /// [`World::heal`].
    #[must_use]
    pub fn with(method: &str, pattern: &str, fault: Fault) -> Self {
        Self {
            method: method.to_owned(),
            pattern: pattern.to_owned(),
            fault,
            left: None,
        }
    }

    /// The next `count` of them only.
    #[must_use]
    pub fn times(mut self, count: u32) -> Self {
        self.left = Some(count);
        self
    }

    fn concerns(&self, method: &str, path: &str) -> bool {
        let (mut wanted, mut given) = (self.pattern.split('/'), path.split('/'));
        let segments_agree = loop {
            match (wanted.next(), given.next()) {
                (None, None) => break true,
                (Some("*"), Some(_)) => {}
                (Some(wanted), Some(given)) if wanted == given => {}
                _ => break false,
            }
        };
        let method_agrees = self.method == "*" || self.method == method;
        segments_agree && method_agrees && self.left != Some(0)
    }
}

/// How the gateway misbehaves.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fault that a test switches on by itself"
)]
pub struct GatewayTroubles {
    /// Nobody is let in.
    pub closed: bool,
    /// Nobody is let in to resume a session.
    pub resume_closed: bool,
    /// Heartbeats are heard and not acknowledged.
    pub without_acks: bool,
    /// Requests for members (op 8) are heard and not answered.
    pub without_members: bool,
    /// The next so many READYs are not what a READY is.
    pub bad_readies: u32,
    /// Bots that identify are sent away with this close code.
    pub refuses_with: Option<u16>,
    /// Where `GET /gateway` says that the gateway is, if not here.
    pub address: Option<String>,
    /// Sessions of these shards begin, and hear nothing, not even a READY.
    pub silent_shards: BTreeSet<u64>,
}

/// The requests of the last second, as the global limit counts them.
#[derive(Debug, Default)]
pub(crate) struct Recent(VecDeque<Instant>);

impl World {
    /// From now on something goes wrong.
    pub fn trouble(&mut self, trouble: Trouble) {
        self.troubles.push(trouble);
    }

    /// Everything is well again, the gateway too.
    pub fn heal(&mut self) {
        self.troubles.clear();
        self.dm_openings.forgive();
        self.gateway = GatewayTroubles::default();
    }

    /// How this request fails, if it does.
    pub(crate) fn fault(&mut self, method: &str, path: &str) -> Option<Fault> {
        let trouble = self
            .troubles
            .iter_mut()
            .find(|trouble| trouble.concerns(method, path))?;
        if let Some(left) = &mut trouble.left {
            *left -= 1;
        }
        Some(trouble.fault.clone())
    }

    /// Counts a request of the bot's; how long to wait if it is one too many. It is real time: the
    /// world's clock may stand still.
    pub(crate) fn over_the_limit(&mut self) -> Option<Duration> {
        let (limit, now) = (self.global_limit?, Instant::now());
        let second = Duration::from_secs(1);
        let Recent(recent) = &mut self.recent;
        while recent.front().is_some_and(|at| now - *at >= second) {
            recent.pop_front();
        }
        if recent.len() < limit {
            recent.push_back(now);
            return None;
        }
        let first = recent.front()?;
        Some(second.saturating_sub(now - *first))
    }

    /// How many requests of the last ten minutes were invalid as Discord counts it: answered with
    /// 401, 403 or a 429 that is not shared. Ten thousand of them get an address banned.
    #[must_use]
    pub fn invalid_requests(&self) -> usize {
        let since = self.now() - INVALID_WINDOW;
        let recent = self.requests.iter().filter(|request| request.at > since);
        recent.filter(|request| request.is_invalid).count()
    }

    /// Forgets requests, interactions and messages: for tests that go on for so long that keeping
    /// them would be all they measure.
    pub fn forget_the_past(&mut self) {
        self.requests.clear();
        self.interactions.clear();
        self.messages.clear();
        self.files.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_any_id_and_for_nothing_else() {
        let trouble = Trouble::with("POST", "/channels/*/messages", Fault::Cut);
        assert!(trouble.concerns("POST", "/channels/7/messages"));
        assert!(!trouble.concerns("GET", "/channels/7/messages"));
        assert!(!trouble.concerns("POST", "/channels/7/messages/8"));
        assert!(!trouble.concerns("POST", "/channels/7"));
        assert!(!trouble.times(0).concerns("POST", "/channels/7/messages"));
    }
}
