//! A Discord that the test serves, and the program connected to it.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rapport::clock::{Clock as _, MovableClock, SystemClock};
use rehearsal::{Rehearsal, World};
use tempfile::TempDir;
use tokio::sync::watch;

use crate::due;

/// Long enough while other tests keep the machine busy.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(30);

/// How long the program may take to stop after a signal.
pub(crate) const TO_STOP: Duration = Duration::from_secs(10);

/// A Discord with Alice and Bob, and a folder for the program.
pub(crate) struct Served {
    pub(crate) discord: Rehearsal,
    pub(crate) folder: TempDir,
}

/// A running program.
pub(crate) struct Running {
    pub(crate) child: Child,
    /// Its standard error so far. The sender is dropped at the end of the stream.
    errors: watch::Receiver<String>,
}

/// Reads standard error in a thread of its own, so that tests can wait for a line.
fn read_errors(stream: ChildStderr) -> watch::Receiver<String> {
    let (errors, read) = watch::channel(String::new());
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines() {
            let line = line.unwrap() + "\n";
            errors.send_modify(|errors| errors.push_str(&line));
        }
    });
    read
}

impl Served {
    pub(crate) async fn start() -> Self {
        // The clock stands still, so that no interaction expires on a slow machine.
        let clock = MovableClock::standing(SystemClock.now());
        let mut world = World::new(Arc::new(clock));
        // Tests start the program again in a moment.
        world.sharding.identify_every = None;
        let alice = world.add_person("alice", "Alice");
        let bob = world.add_person("bob", "Bob");
        let guild = world.add_guild("Lighthouse", alice);
        world.add_channel(guild, "general");
        world.join(guild, bob);
        let discord = Rehearsal::start(world).await.unwrap();
        Self {
            discord: discord.with_patience(TIMEOUT),
            folder: TempDir::new().unwrap(),
        }
    }

    /// Starts the program with these arguments, and these variables besides the required ones.
    pub(crate) fn start_rapport(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Running {
        self.start_through(&[], arguments, variables)
    }

    /// The same, started by another program, whose command line comes first.
    pub(crate) fn start_through(
        &self,
        through: &[&str],
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Running {
        let rapport = [env!("CARGO_BIN_EXE_rapport")];
        let mut words = through.iter().chain(&rapport).chain(arguments);
        let mut child = Command::new(words.next().unwrap())
            .args(words)
            .env_clear()
            .env("RAPPORT__DISCORD__API_URL", self.discord.api_url())
            .env("DISCORD_TOKEN", self.discord.token())
            .env(
                "DATABASE_URL",
                format!("sqlite://{}", self.file().display()),
            )
            .envs(variables.iter().copied())
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let errors = read_errors(child.stderr.take().unwrap());
        Running { child, errors }
    }

    /// The id of the only server.
    pub(crate) fn team(&self) -> String {
        let alice = self.discord.person("alice").unwrap();
        alice.guild().unwrap().to_string()
    }

    /// The path of its database.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("data/rapport.db")
    }

    /// `rapport run`, once it is connected to the gateway.
    pub(crate) async fn run(&self, variables: &[(&str, &str)]) -> Running {
        self.connected(|| self.start_rapport(&["run"], variables))
            .await
    }

    /// The same, for any way to start it.
    pub(crate) async fn connected(&self, start: impl FnOnce() -> Running) -> Running {
        let before = self.discord.look(World::times_identified);
        let running = start();
        let there = |world: &World| world.times_identified() > before && world.has_registered();
        let connected = self.discord.until(there).await;
        connected.unwrap_or_else(|_| panic!("not connected:\n{}", running.errors()));
        running
    }
}

impl Running {
    /// The standard error so far.
    pub(crate) fn errors(&self) -> String {
        self.errors.borrow().clone()
    }

    /// The lines of standard error after the first `before`, once one of them contains `words`.
    pub(crate) async fn lines_with(&self, before: usize, words: &str) -> Vec<String> {
        let mut errors = self.errors.clone();
        let read = errors.wait_for(|errors| {
            let mut lines = errors.lines().skip(before);
            lines.any(|line| line.contains(words))
        });
        match tokio::time::timeout(TIMEOUT, read).await {
            Ok(Ok(errors)) => errors.lines().skip(before).map(str::to_owned).collect(),
            _ => panic!("no {words} in:\n{}", self.errors()),
        }
    }

    /// Asks it to stop, as a service manager does.
    pub(crate) fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Waits for its end; returns its exit status, standard output and standard error.
    pub(crate) async fn ended(self) -> (ExitStatus, String, String) {
        self.ended_within(TIMEOUT).await
    }

    pub(crate) async fn ended_within(self, patience: Duration) -> (ExitStatus, String, String) {
        let Self { child, mut errors } = self;
        let pid = child.id().to_string();
        let ended = async {
            let waiting = tokio::task::spawn_blocking(|| child.wait_with_output());
            let output = waiting.await.unwrap().unwrap();
            while errors.changed().await.is_ok() {}
            output
        };
        let Ok(output) = tokio::time::timeout(patience, ended).await else {
            // Kill only this process, by its id: the test must not leave it running.
            let _ = Command::new("kill").args(["-KILL", &pid]).status();
            panic!("still running:\n{}", errors.borrow().as_str());
        };
        let errors = errors.borrow().clone();
        (
            output.status,
            String::from_utf8(output.stdout).unwrap(),
            errors,
        )
    }

    /// Its only line of standard error, once it has ended with this status.
    pub(crate) async fn complaint(self, code: i32) -> String {
        let (status, output, errors) = self.ended().await;
        let complaints: Vec<_> = errors
            .lines()
            .filter(|it| it.starts_with("error: "))
            .collect();
        assert_eq!(
            (status.code(), output.as_str()),
            (Some(code), ""),
            "{errors}"
        );
        assert_eq!(complaints.len(), 1, "not one line:\n{errors}");
        complaints[0].to_owned()
    }
}

/// A Discord with more people, all of whose nudges are due.
pub(crate) async fn everything_due(people: usize) -> Served {
    let now = SystemClock.now();
    let mut world = World::new(Arc::new(MovableClock::standing(now)));
    world.sharding.identify_every = None;
    let team = due::settle(&mut world, people);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("data/rapport.db");
    let url = format!("sqlite://{}", file.display());
    due::write(&url, &mut world, &team, now, true).await;
    let discord = Rehearsal::start(world).await.unwrap();
    Served {
        discord: discord.with_patience(TIMEOUT),
        folder,
    }
}
