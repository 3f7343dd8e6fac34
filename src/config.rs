//! The operator's settings: typed, and checked once at the start. A refusal is a line that says
//! what would work.
//!
//! `config/rapport.toml` lists all settings with their meaning and defaults. The file that
//! `RAPPORT_CONFIG` names overrides it, and the variables `RAPPORT__SECTION__KEY` override both.
//! The token comes from `DISCORD_TOKEN`, the database's path from `DATABASE_URL`.

mod error;
mod source;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{NaiveTime, TimeDelta, Weekday};
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

pub use error::ConfigError;
use source::Sources;

use crate::calendar::Circle;
use crate::calendar::PeoplePerNudge;
use crate::calendar::Zone;
pub use source::Environment;

/// All settings. Their `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The SQLite file with all data, as a `sqlite://` address.
    pub(crate) database_url: String,
    /// The connection to Discord.
    pub discord: DiscordSettings,
    /// Defaults for a new team.
    pub(crate) teams: TeamSettings,
    /// Defaults for a new member's nudge.
    pub(crate) nudges: NudgeSettings,
    /// How many kudos a new team allows.
    pub(crate) kudos: KudosSettings,
    /// Backups that Rapport makes by itself.
    pub(crate) backup: BackupSettings,
    /// Where monitoring can ask.
    pub metrics: MetricsSettings,
    /// What to log, and in which format.
    pub log: LogSettings,
}

/// The connection to Discord.
#[derive(Debug, Clone)]
pub struct DiscordSettings {
    /// The bot's token. Its `Debug` does not show it.
    pub token: SecretString,
    /// The API's base address, without a slash at the end.
    pub(crate) api_url: String,
    /// The longest time for one request.
    pub(crate) request_timeout: Duration,
    /// Whether to ask Discord for member events, which needs a privileged intent.
    pub(crate) members_intent: bool,
    /// The most messages that Rapport sends unasked, 1 to 45 per second.
    pub sends_per_second: u32,
}

/// Defaults for a new team.
#[derive(Debug, Clone)]
pub struct TeamSettings {
    /// The team's time zone.
    pub zone: Zone,
    /// The team's circle, one of those with a name.
    pub circle: Circle,
}

/// Defaults for a new member's nudge.
#[derive(Debug, Clone)]
pub struct NudgeSettings {
    /// The day of the week, in the member's zone.
    pub weekday: Weekday,
    /// The wall-clock time of that day, to the minute.
    pub time: NaiveTime,
    /// The most people in a nudge.
    pub people: PeoplePerNudge,
}

/// How many kudos a new team allows.
#[derive(Debug, Clone)]
pub struct KudosSettings {
    /// Kudos that a member can give in a day of the team's zone, counting each receiver.
    pub per_day: u32,
    /// How many of those can go to the same person.
    pub per_person_per_day: u32,
}

/// Backups that Rapport makes by itself.
#[derive(Debug, Clone)]
pub(crate) struct BackupSettings {
    /// The folder of the backups; `None` makes none.
    pub(crate) folder: Option<PathBuf>,
    /// The time from one to the next.
    pub(crate) every: TimeDelta,
    /// How many are kept.
    pub(crate) keep: usize,
}

/// Where monitoring can ask.
#[derive(Debug, Clone)]
pub struct MetricsSettings {
    /// The address of health and metrics; `None` serves neither.
    pub listen: Option<SocketAddr>,
}

/// What to log, and in which format.
#[derive(Debug, Clone)]
pub struct LogSettings {
    /// Levels, as `tracing_subscriber::EnvFilter` parses them. They were checked.
    pub(crate) filter: String,
    /// The lines' format.
    pub(crate) format: LogFormat,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

impl Settings {
    /// Reads all settings from the environment and the file that it names.
    pub fn read(environment: &Environment) -> Result<Self, ConfigError> {
        let sources = Sources::new(environment)?;
        Ok(Self {
            discord: DiscordSettings::read(environment, &sources)?,
            database_url: database_url(environment)?,
            teams: TeamSettings::read(&sources)?,
            nudges: NudgeSettings::read(&sources)?,
            kudos: KudosSettings::read(&sources)?,
            backup: BackupSettings::read(&sources)?,
            metrics: MetricsSettings::read(&sources)?,
            log: LogSettings::read(&sources)?,
        })
    }

    /// The same for commands that do not log in, where no token is needed.
    pub fn read_without_token(environment: &Environment) -> Result<Self, ConfigError> {
        Self::read(&environment.clone().with("DISCORD_TOKEN", "none"))
    }
}

impl DiscordSettings {
    fn read(environment: &Environment, sources: &Sources) -> Result<Self, ConfigError> {
        let timeout = sources.whole("discord.request_timeout_seconds", 1..=60)?;
        Ok(Self {
            api_url: sources.text(
                "discord.api_url",
                "an http or https address, like \"https://discord.com\"",
                api_url,
            )?,
            request_timeout: Duration::from_secs(timeout.into()),
            members_intent: sources.switch("discord.members_intent")?,
            sends_per_second: sources.whole("discord.sends_per_second", 1..=45)?,
            token: environment
                .get("DISCORD_TOKEN")
                .map(SecretString::from)
                .ok_or(ConfigError::NoToken)?,
        })
    }
}

/// Returns the address without the slash before paths.
fn api_url(text: &str) -> Option<String> {
    let url: reqwest::Url = text.parse().ok()?;
    let plain = url.query().is_none() && url.fragment().is_none();
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (web && plain).then(|| url.as_str().trim_end_matches('/').to_owned())
}

/// The database's `sqlite://` address: all that commands on the data alone need.
pub fn database_url(environment: &Environment) -> Result<String, ConfigError> {
    let url = environment
        .get("DATABASE_URL")
        .unwrap_or("sqlite://data/rapport.db");
    if !url.starts_with("sqlite:") {
        return Err(ConfigError::Database(
            "is not the address of an SQLite file",
        ));
    }
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    if path.is_empty() || path.starts_with('?') {
        return Err(ConfigError::Database("names no file"));
    }
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(ConfigError::Database(
            "keeps the data in memory, where it would be lost",
        ));
    }
    if url.contains("mode=ro") {
        return Err(ConfigError::Database("opens the file for reading alone"));
    }
    Ok(url.to_owned())
}

impl TeamSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        Ok(Self {
            zone: sources.text(
                "teams.zone",
                "an IANA zone name, like \"Europe/Berlin\" or \"UTC\"",
                |text| text.parse().ok(),
            )?,
            circle: sources.text(
                "teams.circle",
                "\"close\", \"regular\", \"wider\" or \"distant\"",
                |text| {
                    Circle::NAMED
                        .into_iter()
                        .find(|circle| circle.as_str() == text)
                },
            )?,
        })
    }
}

impl NudgeSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        let people = sources.whole("nudges.people", 1..=PeoplePerNudge::MAX.into())?;
        let people = u8::try_from(people).ok().and_then(PeoplePerNudge::new);
        Ok(Self {
            weekday: sources.text("nudges.weekday", "\"monday\" to \"sunday\"", |text| {
                text.parse().ok()
            })?,
            time: sources.text(
                "nudges.time",
                "a 24-hour time HH:MM, like \"09:00\"",
                |text| NaiveTime::parse_from_str(text, "%H:%M").ok(),
            )?,
            people: people.unwrap_or_default(),
        })
    }
}

impl KudosSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        Ok(Self {
            per_day: sources.whole("kudos.per_day", 1..=100)?,
            per_person_per_day: sources.whole("kudos.per_person_per_day", 1..=100)?,
        })
    }
}

impl BackupSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        Ok(Self {
            folder: sources.text(
                "backup.folder",
                "the path of a folder, or \"\" for no backups",
                |text| Some((!text.is_empty()).then(|| text.into())),
            )?,
            every: sources.text(
                "backup.every",
                "hours, days or weeks, like \"12h\", \"1d\" or \"2w\": 1h to 52w",
                interval,
            )?,
            keep: sources.whole("backup.keep", 1..=1000)? as usize,
        })
    }
}

/// Reads `12h`, `1d` or `2w`, from an hour to a year.
fn interval(text: &str) -> Option<TimeDelta> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number: u32 = number.parse().ok()?;
    let hours = match unit {
        "h" => 1,
        "d" => 24,
        "w" => 7 * 24,
        _ => return None,
    };
    let interval = TimeDelta::hours(i64::from(number) * hours);
    (TimeDelta::hours(1)..=TimeDelta::weeks(52))
        .contains(&interval)
        .then_some(interval)
}

impl MetricsSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        Ok(Self {
            listen: sources.text(
                "metrics.listen",
                "an address and a port, like \"127.0.0.1:9464\", or \"\" for none",
                |text| match text {
                    "" => Some(None),
                    address => address.parse().ok().map(Some),
                },
            )?,
        })
    }
}

impl LogSettings {
    fn read(sources: &Sources) -> Result<Self, ConfigError> {
        Ok(Self {
            filter: sources.text(
                "log.filter",
                "a level like \"info\", or levels by module like \"info,rapport::nudges=debug\"",
                |text| filter(text).then(|| text.to_owned()),
            )?,
            format: sources.text("log.format", "\"text\" or \"json\"", |text| match text {
                "text" => Some(LogFormat::Text),
                "json" => Some(LogFormat::Json),
                _ => None,
            })?,
        })
    }
}

/// A single word must be a level. `EnvFilter` reads other words as a module, which would hide all
/// others.
fn filter(text: &str) -> bool {
    let mut parts = text.split(',').map(str::trim);
    let clear = parts.all(|part| part.contains('=') || part.parse::<LevelFilter>().is_ok());
    clear && !text.is_empty() && EnvFilter::try_new(text).is_ok()
}
