//! A bot in a process of its own, and what that process costs.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::measured::Memory;

/// The two bots.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bot {
    /// The bot that answers without doing anything.
    Nothing,
    /// Rapport, with its database on disk.
    Rapport,
}

/// A running bot. Dropping it kills the process.
pub(crate) struct Running {
    child: Child,
    started: Instant,
    ready: Option<Duration>,
    _folder: TempDir,
}

impl Running {
    pub(crate) fn start(bot: Bot, api_url: &str, token: &str) -> Self {
        // The folder is beside the build, not in /tmp: /tmp may be in memory, where a flush costs
        // nothing.
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut command = match bot {
            Bot::Rapport => {
                let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
                command.arg("run");
                command
            }
            Bot::Nothing => {
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.arg(super::NOTHING);
                command
            }
        };
        let database = folder.path().join("rapport.db");
        let child = command
            .env_clear()
            .env("RAPPORT__DISCORD__API_URL", api_url)
            .env("DISCORD_TOKEN", token)
            .env("DATABASE_URL", format!("sqlite://{}", database.display()))
            .env("RAPPORT__LOG__FILTER", "warn")
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            child,
            started: Instant::now(),
            ready: None,
            _folder: folder,
        }
    }

    /// Notes that the bot received READY.
    pub(crate) fn is_ready(&mut self) {
        self.ready = Some(self.started.elapsed());
    }

    /// The time from the start until READY.
    pub(crate) fn to_ready(&self) -> Duration {
        self.ready.unwrap()
    }

    pub(crate) fn memory(&self) -> Memory {
        let rollup = format!("/proc/{}/smaps_rollup", self.child.id());
        let rollup = fs::read_to_string(rollup).unwrap();
        let bytes = |name: &str| {
            let line = rollup.lines().find_map(|line| line.strip_prefix(name));
            let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
            kilobytes.parse::<u64>().unwrap() * 1024
        };
        Memory {
            resident: bytes("Rss:"),
            own: bytes("Anonymous:"),
        }
    }

    /// The processor time that it has used, of all cores together.
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // The process's name before this may contain anything, in parentheses.
        let fields: Vec<_> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
        let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
        // The unit is USER_HZ, which is 100 on every Linux.
        Duration::from_millis(ticks * 10)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
