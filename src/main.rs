//! The command line.

#[cfg(feature = "rehearsal")]
mod rehearse;

#[cfg(feature = "rehearsal")]
use rehearsal::Locale;
#[cfg(feature = "rehearsal")]
use rehearse::{Browser, Play};

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use rapport::bot::login::{self, ConnectError};
use rapport::clock::{Clock as _, SystemClock};
use rapport::config::{self, ConfigError, Environment, Settings};
use rapport::database::OpenError;
use rapport::discord::invite;
use rapport::health::ask;
use rapport::ids::TeamId;
use rapport::{bot, telemetry, upkeep};
use tokio_util::sync::CancellationToken;

/// A Discord bot that keeps a team in touch.
#[derive(Parser)]
#[command(version, about, after_help = AFTER_HELP)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Environment: DISCORD_TOKEN, DATABASE_URL, RAPPORT_CONFIG, RAPPORT__SECTION__KEY (also from .env); \
config/rapport.toml explains every setting.
Exit status: 0 fine, 2 bad configuration or usage, 1 any other failure.";

#[derive(Subcommand)]
enum Command {
    /// Connect to Discord and keep the teams in touch, until SIGTERM or Ctrl-C
    Run,
    /// Look over the settings, the database and, if it is set, the token; say what was found
    Check,
    /// Ask the Rapport that runs how it is; exit with 0 if it is well (needs `metrics.listen`)
    Health,
    /// Print the addresses that add the bot to a server, and to a person's own account
    Invite,
    /// Copy the database to FILE, also while the bot runs
    Backup {
        /// Where the copy goes; nothing may be there yet
        file: PathBuf,
    },
    /// Delete everything kept of one server, at once and for good; connects to nothing
    ForgetTeam {
        /// The server's id: in Discord, with Developer Mode on, right-click the server, Copy ID
        #[arg(value_name = "SERVER_ID", value_parser = server_id)]
        team: TeamId,
    },
    /// Try the bot out: a small Discord in this process, on a page, with a clock that can be moved
    #[cfg(feature = "rehearsal")]
    Rehearse {
        /// Play the lines of this file instead of reading what is typed
        #[arg(long, value_name = "FILE")]
        script: Option<PathBuf>,
        /// Print the address of the page, but leave it to you to open it
        #[arg(long)]
        no_open: bool,
        /// The language of everybody's Discord, by its code: de, es-ES, fr, ja, pt-BR
        #[arg(long, value_name = "CODE")]
        language: Option<Locale>,
    },
}

fn main() -> ExitCode {
    #[cfg(feature = "failpoints")]
    let _points = rapport::crash::from_environment();
    let command = CommandLine::parse().command;
    match carry_out(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = telemetry::chain(error.as_ref());
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // With standard error closed, there is nowhere to write.
            let _ = writeln!(std::io::stderr(), "error: {line}");
            ExitCode::from(exit_code(&error))
        }
    }
}

fn exit_code(error: &anyhow::Error) -> u8 {
    // Context that was added to the error hides its type from the chain, but not from `error.is`.
    let setting = error.is::<ConfigError>() || error.chain().any(<dyn Error>::is::<ConfigError>);
    let token = matches!(error.downcast_ref(), Some(ConnectError::Token));
    let database = error
        .downcast_ref()
        .is_some_and(OpenError::is_configuration);
    if setting || token || database { 2 } else { 1 }
}

fn carry_out(command: &Command) -> anyhow::Result<()> {
    let environment = Environment::of_process()?;
    match command {
        Command::Run => in_runtime(run(Settings::read(&environment)?)),
        Command::Check => match Settings::read(&environment) {
            Err(ConfigError::NoToken) => {
                let settings = Settings::read_without_token(&environment)?;
                in_runtime(check_without_token(settings))
            }
            settings => in_runtime(check(settings?)),
        },
        Command::Health => in_runtime(health(Settings::read_without_token(&environment)?)),
        Command::Backup { file } => {
            in_runtime(backup(config::database_url(&environment)?, file.clone()))
        }
        Command::ForgetTeam { team } => {
            in_runtime(forget_team(config::database_url(&environment)?, *team))
        }
        Command::Invite => in_runtime(print_invite(Settings::read(&environment)?)),
        #[cfg(feature = "rehearsal")]
        Command::Rehearse {
            script,
            no_open,
            language,
        } => {
            let browser = if *no_open {
                Browser::PrintAddress
            } else {
                Browser::Open
            };
            let play = match script {
                Some(path) => Play::script(path)?,
                None => Play::Live(browser),
            };
            in_runtime(rehearse::rehearse(environment, play, *language))
        }
    }
}

/// Discord's first ids, of 2015, have 17 digits.
const SMALLEST_ID: TeamId = TeamId(10_i64.pow(16));

fn server_id(text: &str) -> Result<TeamId, &'static str> {
    let id = text.parse().ok().filter(|id| *id >= SMALLEST_ID);
    id.ok_or("a server's id is a number of 17 to 19 digits")
}

fn in_runtime(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    // At least two: serenity's reader can use a whole thread for some seconds (see
    // `bot::connection`), and the watchdog must run beside it.
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()
        .context("the async runtime did not start")?
        .block_on(async {
            outlive_file_limits();
            work.await
        })
}

/// Handles the signal of a file that may not grow (`ulimit -f`), which would end the process. The
/// write then fails as on a full disk, and its error is reported there.
#[cfg(unix)]
fn outlive_file_limits() {
    use tokio::signal::unix::{SignalKind, signal};
    // The handler stays after this. If it can't be set, the signal ends the process as before.
    drop(signal(SignalKind::from_raw(libc::SIGXFSZ)));
}

#[cfg(not(unix))]
fn outlive_file_limits() {}

async fn run(settings: Settings) -> anyhow::Result<()> {
    telemetry::start(&settings.log);
    let stop = CancellationToken::new();
    tokio::spawn(cancel_on_signal(stop.clone()));
    bot::run(settings, Arc::new(SystemClock), stop).await
}

async fn check(settings: Settings) -> anyhow::Result<()> {
    telemetry::start(&settings.log);
    print(&upkeep::check(settings).await?)
}

async fn check_without_token(settings: Settings) -> anyhow::Result<()> {
    telemetry::start(&settings.log);
    print(&upkeep::check_without_token(settings).await?)
}

async fn health(settings: Settings) -> anyhow::Result<()> {
    print(&ask::ask(settings.metrics.listen).await?)
}

async fn backup(database_url: String, file: PathBuf) -> anyhow::Result<()> {
    print(&upkeep::backup(&database_url, &file).await?)
}

async fn print_invite(settings: Settings) -> anyhow::Result<()> {
    let id = match invite::client_id(&settings.discord.token) {
        Some(id) => id,
        None => login::log_in(&settings.discord).await?.application,
    };
    print(&format!(
        "For a server:\n{}\n\nFor your own account:\n{}",
        invite::url(id),
        invite::url_for_people(id)
    ))
}

/// Asks for the id again, because this can't be undone, and deletes.
async fn forget_team(database_url: String, team: TeamId) -> anyhow::Result<()> {
    upkeep::require_team(&database_url, team).await?;
    let question = format!(
        "This deletes everything that {database_url} keeps of server {team}, for good.\n\
         Type its id again to go on: "
    );
    let _ = std::io::stderr().write_all(question.as_bytes());
    let mut typed = String::new();
    std::io::stdin()
        .read_line(&mut typed)
        .context("standard input can't be read")?;
    anyhow::ensure!(
        typed.trim() == team.to_string(),
        "nothing was deleted: what was typed is not {team}"
    );
    let now = SystemClock.now();
    print(&upkeep::forget_team(&database_url, team, now).await?)
}

/// Prints a command's result: only this uses standard output.
fn print(text: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout(), "{}", text.trim_end()).context("standard output can't be written")
}

/// Cancels `stop` when the system or a person asks the process to end.
async fn cancel_on_signal(stop: CancellationToken) {
    tokio::select! {
        () = interrupted() => tracing::info!(signal = "interrupt", "stopping"),
        () = terminated() => tracing::info!(signal = "terminate", "stopping"),
    }
    stop.cancel();
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending::<()>().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_setting_anywhere_in_the_chain_exits_with_2() {
        let missing = anyhow::Error::new(ConfigError::NoToken).context("the connection ended");
        let wrong = anyhow::Error::new(ConnectError::Token);
        assert_eq!((exit_code(&missing), exit_code(&wrong)), (2, 2));
        assert_eq!(exit_code(&anyhow::anyhow!("the disk is full")), 1);
    }

    #[test]
    fn a_cause_that_repeats_is_printed_once() {
        let inner = anyhow::anyhow!("code 26").context("SQLite says: code 26");
        assert_eq!(
            telemetry::chain(inner.context("no database").as_ref()),
            "no database: SQLite says: code 26"
        );
    }

    #[test]
    fn the_command_line_is_well_formed() {
        <CommandLine as clap::CommandFactory>::command().debug_assert();
    }
}
