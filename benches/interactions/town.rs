//! Five servers of two hundred people, and what they do.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::{StreamExt, stream};
use rehearsal::SystemClock;
use rehearsal::{Person, Rehearsal, World};

use super::process::{Bot, Running};

const SERVERS: usize = 5;
const PEOPLE: usize = 200;

/// How many members of each server talk with the others.
const TALKERS: usize = 20;

/// How many people each talker has talked with before the measurement.
const KNOWN: usize = 5;

/// Talks of each talker in the run with many at once. Each is with another person, so that none
/// counts as a correction.
const TALKS: usize = 100;

/// For how many seconds people log a hundred talks a second.
const PACED: usize = 15;

/// For how many seconds people write a thousand messages a second.
const CHATTING: usize = 10;

pub(crate) struct Town {
    discord: Arc<Rehearsal>,
    talkers: Vec<(usize, Person)>,
}

/// The duration of each talk, and of all of them.
pub(crate) struct Talks {
    each: Vec<Duration>,
    all: Duration,
}

impl Town {
    pub(crate) async fn start() -> Self {
        let mut world = World::new(Arc::new(SystemClock));
        for server in 0..SERVERS {
            let owner = world.add_person(&name(server, 0), "Somebody");
            let guild = world.add_guild(&format!("Town {server}"), owner);
            world.add_channel(guild, "general");
            for person in 1..PEOPLE {
                let person = world.add_person(&name(server, person), "Somebody");
                world.join(guild, person);
            }
        }
        let discord = Rehearsal::start(world).await.unwrap();
        let discord = Arc::new(discord.with_patience(Duration::from_secs(30)));
        let all = (0..TALKERS).flat_map(|talker| (0..SERVERS).map(move |server| (server, talker)));
        let talkers = all
            .map(|(server, talker)| (server, discord.person(&name(server, talker)).unwrap()))
            .collect();
        Self { discord, talkers }
    }

    /// Starts the bot and waits until it is ready.
    pub(crate) async fn join(&self, bot: Bot) -> Running {
        let mut running = Running::start(bot, &self.discord.api_url(), &self.discord.token());
        self.discord.connected().await.unwrap();
        running.is_ready();
        self.discord.registered().await.unwrap();
        // The bot is still busy after READY, until it answers a first command.
        let (_, first) = &self.talkers[0];
        first.types("/help").await.unwrap();
        running
    }

    /// Makes all people known, opens connections and fills caches.
    pub(crate) async fn warm_up(&self) {
        self.talk(8, 0, KNOWN).await;
    }

    /// All talkers log talks, `at_once` of them at a time.
    pub(crate) async fn all_at_once(&self, at_once: usize) -> Talks {
        self.talk(at_once, KNOWN, TALKS).await
    }

    async fn talk(&self, at_once: usize, first: usize, count: usize) -> Talks {
        let started = Instant::now();
        let talks = (first..first + count)
            .flat_map(|other| self.talkers.iter().map(move |talker| (talker, other)));
        let each = stream::iter(talks)
            .map(|((server, talker), other)| meet(talker, *server, other))
            .buffer_unordered(at_once)
            .collect()
            .await;
        Talks {
            each,
            all: started.elapsed(),
        }
    }

    /// A hundred talks a second, without waiting for earlier answers.
    pub(crate) async fn hundred_a_second(&self) -> Talks {
        let started = Instant::now();
        let mut ticks = tokio::time::interval(Duration::from_millis(10));
        let mut talks = tokio::task::JoinSet::new();
        for second in 0..PACED {
            let other = KNOWN + TALKS + second;
            for (server, talker) in &self.talkers {
                ticks.tick().await;
                let (talker, server) = (talker.clone(), *server);
                talks.spawn(async move { meet(&talker, server, other).await });
            }
        }
        Talks {
            each: talks.join_all().await,
            all: started.elapsed(),
        }
    }

    /// A thousand messages a second, which do not concern the bot. Returns how long that took, until
    /// the bot has read all of them.
    pub(crate) async fn thousand_messages_a_second(&self) -> Duration {
        let started = Instant::now();
        let mut ticks = tokio::time::interval(Duration::from_millis(1));
        let all = self.talkers.iter().cycle();
        for (_, talker) in all.take(CHATTING * 1000) {
            ticks.tick().await;
            talker.say("Good morning, everybody").unwrap();
        }
        // The answer comes after the messages before it.
        let (_, first) = &self.talkers[0];
        first.types("/help").await.unwrap();
        started.elapsed()
    }
}

impl Talks {
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.each.len()).unwrap()
    }

    pub(crate) fn per_second(&self) -> f64 {
        f64::from(self.count()) / self.all.as_secs_f64()
    }

    /// The sorted durations.
    pub(crate) fn latencies(mut self) -> Vec<Duration> {
        self.each.sort_unstable();
        self.each
    }
}

fn name(server: usize, person: usize) -> String {
    format!("s{server}p{person}")
}

/// Logs one talk with a person who is no talker.
async fn meet(talker: &Person, server: usize, other: usize) -> Duration {
    let line = format!("/met @{} when: yesterday", name(server, TALKERS + other));
    let started = Instant::now();
    talker.types(&line).await.unwrap();
    started.elapsed()
}
