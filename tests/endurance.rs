//! Slow tests: flat memory, the pace of ten thousand nudges, and thousands of servers.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints what it measured"
)]

mod due;

use std::fs::File;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures::{StreamExt as _, stream};
use rapport::clock::{Clock as _, MovableClock, SystemClock};
use rapport::ids::{PersonId, RoleId};
use rapport::introductions::pairing::{Facts, Hours, Participant, Relation, pair};
use rehearsal::{ChannelId, Rehearsal, World};
use sqlx::{Connection as _, SqliteConnection};
use tempfile::TempDir;
use tokio::time::Instant;

/// A Discord, the database file, and the running program.
struct Running {
    discord: Rehearsal,
    folder: TempDir,
    child: Child,
}

impl Running {
    /// A team of this size with everything due, and this many sends a second.
    async fn start(people: u32, sends_per_second: u32) -> Self {
        let now = SystemClock.now();
        let mut world = World::new(Arc::new(MovableClock::running(now)));
        let team = due::settle(&mut world, usize::try_from(people).unwrap());
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("rapport.db").display());
        due::write(&url, &mut world, &team, now, true).await;
        let running = Self::serve(world, folder, &url, sends_per_second).await;
        let there = |world: &World| world.has_registered() && world.bot_is_connected();
        running.discord.until(there).await.unwrap();
        running
    }

    /// The program on this file, which has just started.
    async fn serve(world: World, folder: TempDir, url: &str, sends_per_second: u32) -> Self {
        let discord = Rehearsal::start(world).await.unwrap();
        // Answer times are measured.
        let discord = discord.with_patience(Duration::from_secs(30));
        let child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .arg("run")
            .env_clear()
            .env("RAPPORT__DISCORD__API_URL", discord.api_url())
            .env(
                "RAPPORT__DISCORD__SENDS_PER_SECOND",
                sends_per_second.to_string(),
            )
            .env("DISCORD_TOKEN", discord.token())
            .env("DATABASE_URL", url)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(File::create(folder.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        Self {
            discord,
            folder,
            child,
        }
    }

    /// The resident memory of the process, in bytes.
    fn resident(&self) -> u64 {
        let statm = std::fs::read_to_string(format!("/proc/{}/statm", self.child.id())).unwrap();
        let pages: u64 = statm.split(' ').nth(1).unwrap().parse().unwrap();
        pages * 4096
    }

    /// A figure of the process's memory, in bytes: `VmHWM` is the most that was resident so far,
    /// `RssAnon` its own memory, without pages of the program and of files.
    fn memory(&self, figure: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let mut figures = status.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = figures.find(|(name, _)| *name == figure).unwrap();
        let kilobytes = value.trim().trim_end_matches(" kB");
        kilobytes.parse::<u64>().unwrap() * 1024
    }

    /// How many nudges are stored as sent.
    async fn nudges_sent(&self) -> i64 {
        let file = self.folder.path().join("rapport.db");
        let url = format!("sqlite://{}?mode=ro", file.display());
        let mut connection = SqliteConnection::connect(&url).await.unwrap();
        sqlx::query_scalar("SELECT count(*) FROM nudges WHERE state = 'sent'")
            .fetch_one(&mut connection)
            .await
            .unwrap()
    }

    /// Uses a command this many times, some at once; returns the longest wait for an answer.
    async fn use_it(&self, times: u64) -> Duration {
        let uses = stream::iter(0..times).map(|count| async move {
            let person = self
                .discord
                .person(&format!("person{}", count % 5))
                .unwrap();
            let lines = ["/met @person6 note: on and on", "/help", "/people"];
            let line = lines[usize::try_from(count % 3).unwrap()];
            let asked = Instant::now();
            person.types(line).await.unwrap();
            asked.elapsed()
        });
        let waits = uses.buffer_unordered(8);
        waits.fold(Duration::ZERO, async |a, b| a.max(b)).await
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = std::fs::read_to_string(self.folder.path().join("log"));
            eprintln!("{}", log.unwrap_or_default());
        }
    }
}

/// All members' nudges become due at once. Each is one request, at the set pace, and people who use
/// the bot meanwhile don't wait for them.
async fn send_to(people: u32, sends_per_second: u32, tolerance: f64) {
    let started = Instant::now();
    let running = Running::start(people, sends_per_second).await;
    let mut worst = Duration::ZERO;
    while running.nudges_sent().await < i64::from(people) {
        worst = worst.max(running.use_it(3).await);
        // At the pace of people, not as fast as possible.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let patience = Duration::from_mins(1) + Duration::from_secs(2) * people / sends_per_second;
        assert!(started.elapsed() < patience, "too slow");
    }
    let requests = running.discord.requests();
    let looked_up = requests
        .iter()
        .filter(|request| request.path.contains("/guilds/"))
        .count();
    assert_eq!(looked_up, 0, "who is there is asked by no request");
    let sent = |kind: &str| {
        let of_kind = requests.iter().filter(|request| {
            let nonce = request.body["nonce"].as_str().unwrap_or_default();
            request.method == "POST" && nonce.starts_with(kind)
        });
        of_kind.map(|request| request.at).collect::<Vec<_>>()
    };
    let times = sent("nudge-");
    let took = (times[times.len() - 1] - times[0]).as_seconds_f64();
    let allowed = f64::from(people) / f64::from(sends_per_second);
    println!(
        "{} nudges in {took:.1} s, the pace allows {allowed:.1} s ({:+.1} %); longest wait for an answer {worst:?}",
        times.len(),
        (took / allowed - 1.0) * 100.0,
    );
    assert_eq!(
        (times.len(), sent("recap-").len()),
        (usize::try_from(people).unwrap(), 1),
        "a request for each"
    );
    assert!(requests.iter().all(|request| request.status != 429));
    assert!(
        !requests
            .iter()
            .any(|request| request.path.ends_with("/users/@me/channels"))
    );
    assert_eq!(running.discord.look(World::invalid_requests), 0);
    assert_eq!(running.discord.look(World::times_connected), 1);
    assert!(worst < Duration::from_secs(2), "answered after {worst:?}");
    assert!(took < allowed * (1.0 + tolerance), "slower than its pace");
}

#[tokio::test]
async fn nudges_due_at_once_are_sent_at_the_pace_and_nobody_waits_for_them() {
    // Other tests run on the same machine, so time is only roughly measured.
    send_to(200, 40, 1.0).await;
}

#[tokio::test]
#[ignore = "takes four minutes"]
async fn endurance_of_ten_thousand_nudges() {
    send_to(10_000, 40, 0.05).await;
}

#[tokio::test]
#[ignore = "takes long; INTERACTIONS says how many, a million if unset"]
async fn endurance_of_memory() {
    let wanted = std::env::var("INTERACTIONS").ok();
    let wanted: u64 = wanted.map_or(1_000_000, |text| text.parse().unwrap());
    let running = Running::start(8, 40).await;
    let mut after_ten_thousand = None;
    for done in (1_000..=wanted).step_by(1_000) {
        running.use_it(1_000).await;
        running.discord.change(World::forget_the_past);
        if done == 10_000 {
            after_ten_thousand = Some(running.resident());
        }
        if done % 10_000 == 0 {
            println!("{done} interactions: {} kB", running.resident() / 1024);
        }
    }
    let grown = running
        .resident()
        .saturating_sub(after_ten_thousand.unwrap());
    assert!(grown < 10 * 1024 * 1024, "grown by {grown} bytes");
}

/// Alice and Bob are in so many servers. Returns the channel of each.
fn settle_servers(world: &mut World, servers: usize) -> Vec<ChannelId> {
    let alice = world.add_person("alice", "Alice");
    let bob = world.add_person("bob", "Bob");
    let add = |_| {
        world.turn_millisecond();
        let guild = world.add_guild("Lighthouse", alice);
        world.join(guild, bob);
        world.add_channel(guild, "general")
    };
    (0..servers).map(add).collect()
}

/// So many shards of so many servers are connected in the time that the pace of sessions allows,
/// and each server is answered.
async fn serve_servers(servers: usize, shards: u64, max_concurrency: u64, most_bytes: u64) {
    let mut world = World::new(Arc::new(MovableClock::running(SystemClock.now())));
    let channels = settle_servers(&mut world, servers);
    world.sharding.recommended = Some(shards);
    world.sharding.max_concurrency = max_concurrency;
    world.global_limit = None;
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("rapport.db").display());
    let started = Instant::now();
    let running = Running::serve(world, folder, &url, 40).await;
    let all = |world: &World| world.shards_connected().len() as u64 == shards;
    while running.discord.until(all).await.is_err() {}
    let connected = started.elapsed();
    let turns = u32::try_from(shards.div_ceil(max_concurrency)).unwrap();
    let allowed = Duration::from_secs(5) * (turns - 1);
    let ready = running.memory("RssAnon");
    let mut worst = Duration::ZERO;
    for some in channels.chunks(1_000) {
        let uses = stream::iter(some).map(|channel| {
            let alice = running.discord.person("alice").unwrap();
            async move {
                let asked = Instant::now();
                let alice = alice.in_channel(*channel);
                alice.types("/met @bob note: on and on").await.unwrap();
                asked.elapsed()
            }
        });
        let waits = uses.buffer_unordered(8);
        worst = waits.fold(worst, async |a, b| a.max(b)).await;
        running.discord.change(World::forget_the_past);
    }
    let megabytes = |bytes: u64| bytes / 1_000_000;
    println!(
        "{servers} servers on {shards} shards: connected after {connected:.1?}, the pace allows \
         {allowed:.1?}; own memory {} MB then, {} MB after an answer in each; resident {} MB at \
         most; longest wait {worst:.1?}",
        megabytes(ready),
        megabytes(running.memory("RssAnon")),
        megabytes(running.memory("VmHWM")),
    );
    let too_soon = running.discord.look(World::times_identified_too_soon);
    let begun = running.discord.look(World::times_identified);
    assert_eq!((too_soon, begun), (0, shards));
    assert!(connected < allowed.mul_f64(1.1) + Duration::from_secs(5));
    // Without optimisation the program alone has 50 MB of pages.
    let of_program = if cfg!(debug_assertions) {
        30_000_000
    } else {
        0
    };
    assert!(running.memory("VmHWM") < most_bytes + of_program);
}

#[tokio::test]
#[ignore = "takes minutes"]
async fn endurance_of_5_200_servers_on_4_shards() {
    serve_servers(5_200, 4, 1, 80_000_000).await;
}

#[tokio::test]
#[ignore = "takes many minutes"]
async fn endurance_of_40_000_servers_on_16_shards() {
    serve_servers(40_000, 16, 1, 200_000_000).await;
}

/// How long it may take to pair two thousand people. Without optimisation it takes up to ten times
/// as long.
const PAIRING: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// Two thousand people with a past, put together as a round of introductions does.
#[test]
#[ignore = "takes long"]
fn two_thousand_people_are_paired_in_two_seconds() {
    const PEOPLE: i64 = 2_000;
    let now = SystemClock.now();
    let mut facts = Facts {
        now,
        ..Facts::default()
    };
    for id in 1..=PEOPLE {
        facts.people.push(Participant {
            person: PersonId(id),
            is_newcomer: id % 20 == 0,
            roles: (1..6).map(|role| RoleId(role * (id % 7 + 1))).collect(),
            hours: Hours(0xff << (id % 17)),
        });
        for by in 1..50 {
            let other = (id + by * 37) % PEOPLE + 1;
            let relation = Relation {
                talked_at: Some(now - TimeDelta::weeks((id + by) % 60)),
                is_apart: by % 40 == 0,
                ..Relation::default()
            };
            let key = (PersonId(id.min(other)), PersonId(id.max(other)));
            facts.relations.insert(key, relation);
        }
    }
    let began = Instant::now();
    let pairing = pair(&facts);
    let took = began.elapsed();
    println!("{} pairs in {took:?}", pairing.groups.len());
    assert_eq!(pairing.groups.len(), 1_000);
    assert!(took < PAIRING, "{took:?}");
}
