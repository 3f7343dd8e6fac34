//! The limits of each kind of request: Discord counts them by method and route, and apart for each
//! channel, guild and webhook; other ids make no difference.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use tokio::time::Instant;

use super::{GLOBAL_LIMIT, World};

/// What ids stand for in a route's name.
const ANY: &str = "*";

/// Segments after which an id sets a bucket apart.
const MAJOR: [&str; 3] = ["channels", "guilds", "webhooks"];

/// What is counted together: method and route with the other ids left out, and the id that sets it
/// apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Bucket {
    method: String,
    route: String,
    major: Option<String>,
}

impl Bucket {
    /// The bucket of a request; `path` is without the version.
    pub(crate) fn of(method: &str, path: &str) -> Self {
        let mut major = None;
        let mut before = "";
        let mut route = Vec::new();
        for segment in path.split('/') {
            let is_id = !segment.is_empty() && segment.bytes().all(|it| it.is_ascii_digit());
            if is_id && major.is_none() && MAJOR.contains(&before) {
                major = Some(segment.to_owned());
            }
            route.push(if is_id { ANY } else { segment });
            before = segment;
        }
        Self {
            method: method.to_owned(),
            route: route.join("/"),
            major,
        }
    }

    /// What Discord calls it: the same for all channels, guilds and webhooks.
    fn name(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (&self.method, &self.route).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// How a bucket stands after a request: what the headers say.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) name: String,
    pub(crate) limit: usize,
    pub(crate) remaining: usize,
    /// How long until the oldest of the counted requests counts no more, and when that is in
    /// seconds of Unix time.
    pub(crate) reset_after: Duration,
    pub(crate) resets_at: f64,
    /// Whether the request was one too many.
    pub(crate) exceeded: bool,
}

/// The requests that count in each bucket, and limits other than the usual one.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    limits: Vec<(Bucket, usize, Duration)>,
    used: HashMap<Bucket, VecDeque<Instant>>,
}

impl Buckets {
    /// The limit of a bucket. Where none was set it is as wide as that of all requests.
    fn limit(&self, bucket: &Bucket) -> (usize, Duration) {
        let fits = |(it, ..): &&(Bucket, usize, Duration)| {
            it.method == bucket.method && it.route == bucket.route
        };
        let found = self.limits.iter().find(fits);
        found.map_or((GLOBAL_LIMIT, Duration::from_secs(1)), |(_, most, per)| {
            (*most, *per)
        })
    }

    fn count(&mut self, bucket: &Bucket, unix: f64) -> Standing {
        let (limit, per) = self.limit(bucket);
        let now = Instant::now();
        let used = self.used.entry(bucket.clone()).or_default();
        while used.front().is_some_and(|at| now - *at >= per) {
            used.pop_front();
        }
        let exceeded = used.len() >= limit;
        if !exceeded {
            used.push_back(now);
        }
        let oldest = used.front().copied().unwrap_or(now);
        let reset_after = per.saturating_sub(now - oldest);
        Standing {
            name: bucket.name(),
            limit,
            remaining: limit - used.len(),
            reset_after,
            resets_at: unix + reset_after.as_secs_f64(),
            exceeded,
        }
    }
}

impl World {
    /// Bounds the requests of one kind, like `("POST", "/channels/*/messages")`, for each channel,
    /// guild or webhook by itself. It is real time: the world's clock may stand still.
    pub fn limit_bucket(&mut self, method: &str, route: &str, most: usize, per: Duration) {
        let bucket = Bucket {
            method: method.to_owned(),
            route: route.to_owned(),
            major: None,
        };
        self.buckets.limits.push((bucket, most, per));
    }

    /// Counts a request; none where nothing is bounded in this world.
    pub(crate) fn count_in_bucket(&mut self, method: &str, path: &str) -> Option<Standing> {
        self.global_limit?;
        let unix = Duration::from_millis(u64::try_from(self.now().timestamp_millis()).ok()?);
        Some(
            self.buckets
                .count(&Bucket::of(method, path), unix.as_secs_f64()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_set_apart_by_channel_guild_and_webhook_alone() {
        let of = |path| Bucket::of("GET", path);
        assert_eq!(of("/channels/1/messages/2"), of("/channels/1/messages/3"));
        assert_ne!(of("/channels/1/messages/2"), of("/channels/2/messages/2"));
        assert_eq!(of("/guilds/1/members/2"), of("/guilds/1/members/3"));
        assert_eq!(of("/users/1"), of("/users/2"));
        assert_ne!(of("/users/1"), Bucket::of("POST", "/users/1"));
        assert_eq!(of("/channels/1").name(), of("/channels/2").name());
    }
}
