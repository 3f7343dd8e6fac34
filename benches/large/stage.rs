//! The bot on a copy of the file, its rehearsal Discord, and a neighbour who uses it meanwhile.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use rapport::bot::{self, Waits as Pauses};
use rapport::clock::MovableClock;
use rapport::config::{Environment, Settings};
use rehearsal::{Fault, Person, Refusal, Rehearsal, Trouble, World};
use sqlx::{Connection as _, SqliteConnection};
use tokio_util::sync::CancellationToken;

use super::crowd::{Crowd, LARGE_SERVER, NEIGHBOURS_SERVER, name};
use super::file;
use super::measured::{Row, Waits};
use super::neighbour::Neighbour;

/// Longer than any answer takes, so that no measurement is cut off.
const ANSWER_TIMEOUT: Duration = Duration::from_mins(5);

pub(crate) struct Stage {
    pub(crate) discord: Rehearsal,
    pub(crate) crowd: Crowd,
    pub(crate) clock: MovableClock,
    neighbours: Arc<[Person]>,
    only: String,
    file: PathBuf,
    stop: CancellationToken,
    bot: JoinHandle<()>,
}

impl Stage {
    pub(crate) async fn start(
        kept: &str,
        world: World,
        crowd: Crowd,
        clock: MovableClock,
        only: String,
    ) -> Self {
        let file = file::path(&format!("{kept}-in-use"));
        for ending in ["", "-wal", "-shm", ".lock"] {
            // An interrupted run may have left these files.
            let _ = fs::remove_file(format!("{}{ending}", file.display()));
        }
        fs::copy(file::path(kept), &file).unwrap();
        let discord = Rehearsal::start(world).await.unwrap();
        let discord = discord.with_patience(ANSWER_TIMEOUT);
        let environment = Environment::default()
            .with("RAPPORT__DISCORD__API_URL", &discord.api_url())
            .with("DISCORD_TOKEN", &discord.token())
            .with("DATABASE_URL", &format!("sqlite://{}", file.display()));
        let settings = Settings::read(&environment).unwrap();
        // The posts in the file are not in Discord: without this, the bot would delete last month's
        // kudos.
        let unread = Fault::Refuse(Refusal::new(403, 50001, "Missing Access"));
        discord.trouble(Trouble::with("GET", "/channels/*/messages", unread));
        let stop = CancellationToken::new();
        let bot = start_bot(settings, clock.clone(), stop.clone());
        discord.connected().await.unwrap();
        discord.registered().await.unwrap();
        clock.settled().await;
        discord.heal();
        let neighbours = crowd.servers[NEIGHBOURS_SERVER].people.iter().enumerate();
        let neighbours = neighbours
            .map(|(person, _)| discord.person(&name(NEIGHBOURS_SERVER, person)).unwrap())
            .collect();
        let stage = Self {
            discord,
            crowd,
            clock,
            neighbours,
            only,
            file,
            stop,
            bot,
        };
        stage.warm_up().await;
        stage
    }

    /// Opens connections, fills caches, and reads the file into memory, as in a bot that has run
    /// for some time.
    async fn warm_up(&self) {
        drop(fs::read(&self.file).unwrap());
        for number in 0..20 {
            self.member(number).types("/help").await.unwrap();
        }
        let neighbour = self.neighbour();
        tokio::time::sleep(Duration::from_secs(2)).await;
        neighbour.stops().await;
    }

    /// A member of the large server. The first one has 8,000 talks and owns the server.
    pub(crate) fn member(&self, number: usize) -> Person {
        self.discord.person(&name(LARGE_SERVER, number)).unwrap()
    }

    pub(crate) fn neighbour(&self) -> Neighbour {
        Neighbour::begins(Arc::clone(&self.neighbours))
    }

    /// Runs `press` so many times beside a neighbour, and prints how long both waited.
    pub(crate) async fn row(
        &self,
        name: &str,
        times: usize,
        press: impl AsyncFn(usize) -> Duration,
    ) {
        let all = async || {
            let mut waits = Vec::new();
            for number in 0..times {
                waits.push(press(number).await);
            }
            waits
        };
        self.together(name, all).await;
    }

    /// Whether the arguments select a row of this name.
    pub(crate) fn plays(&self, name: &str) -> bool {
        let mut words = self.only.split('|');
        words.any(|word| name.contains(word))
    }

    /// The same for presses that run at the same time.
    pub(crate) async fn together(&self, name: &str, presses: impl AsyncFnOnce() -> Vec<Duration>) {
        if !self.plays(name) {
            return;
        }
        let neighbour = self.neighbour();
        let own = Waits::of(presses().await);
        let neighbour = neighbour.stops().await;
        println!(
            "{}",
            Row {
                name,
                own,
                neighbour
            }
        );
        self.discord.change(World::forget_the_past);
    }

    /// The single number that a query of the bot's database returns.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        let url = format!("sqlite://{}?mode=ro", self.file.display());
        let mut connection = SqliteConnection::connect(&url).await.unwrap();
        sqlx::query_scalar(sql)
            .fetch_one(&mut connection)
            .await
            .unwrap()
    }

    pub(crate) fn database_url(&self) -> String {
        format!("sqlite://{}", self.file.display())
    }

    pub(crate) async fn finish(self) {
        self.stop.cancel();
        let ended = tokio::task::spawn_blocking(|| self.bot.join());
        ended.await.unwrap().unwrap();
        fs::remove_file(self.file).unwrap();
    }
}

/// Runs the bot in a runtime of its own, like a process.
fn start_bot(settings: Settings, clock: MovableClock, stop: CancellationToken) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let pauses = Pauses::default();
        let running = bot::run_with(settings, Arc::new(clock), &pauses, stop);
        runtime.block_on(running).unwrap();
    })
}
