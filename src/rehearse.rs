//! `rapport rehearse`: the bot and a small Discord for it in one process, and a prompt at which to
//! be the people who use it. The one place that knows both the bot and the rehearsal.

use std::io::{Write as _, sink, stdout};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use rapport::clock::MovableClock;
use rapport::config::{Environment, Settings};
use rapport::rehearsal::prompt::{Cast, Prompt, Script, converse};
use rapport::rehearsal::{Rehearsal, World};
use rapport::{bot, telemetry};
use tempfile::TempDir;
use tokio::io::BufReader;
use tokio_util::sync::CancellationToken;

const WORLD: &str = include_str!("../config/rehearsal.toml");
const SEED: Script<'_> = Script {
    name: "config/rehearsal.seed.script",
    text: include_str!("../config/rehearsal.seed.script"),
};
const WELCOME: &str = include_str!("../config/rehearsal.welcome.txt");

/// Plays `script`, or what is typed if there is none.
pub(crate) async fn rehearse(
    environment: Environment,
    script: Option<&Path>,
) -> anyhow::Result<()> {
    let text = script.map(read).transpose()?;
    let cast = Cast::parse(WORLD)?;
    // A script reads the same whenever it is played; for a person, time goes on as they know it.
    let clock = match script {
        Some(_) => MovableClock::standing(cast.start),
        None => MovableClock::running(cast.start),
    };
    let mut world = World::new(Arc::new(clock.clone()));
    let zones = cast.enter(&mut world)?;
    let rehearsal = Rehearsal::start(world).await;
    let rehearsal = Arc::new(rehearsal.context("the rehearsal did not start")?);
    let data = TempDir::with_prefix("rapport-rehearsal-").context("there is no place for data")?;
    let settings = Settings::read(&for_rehearsal(environment, &rehearsal, &data))?;
    telemetry::start(&settings.log);
    let stop = CancellationToken::new();
    let mut prompt = Prompt::new(Arc::clone(&rehearsal), clock.clone(), &cast, zones)?;
    let bot = bot::run(settings, Arc::new(clock.clone()), stop.clone());
    let played = async {
        started(&rehearsal).await?;
        play(&mut prompt, script, text.as_deref()).await
    };
    until_played(bot, played, &stop).await
}

/// Runs the bot until all is played, and then until it has stopped.
async fn until_played(
    bot: impl Future<Output = anyhow::Result<()>>,
    played: impl Future<Output = anyhow::Result<()>>,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    tokio::pin!(bot);
    let played = tokio::select! {
        ended = &mut bot => {
            ended?;
            anyhow::bail!("the bot ended before the rehearsal did");
        }
        played = played => played,
    };
    stop.cancel();
    played.and(bot.await)
}

async fn play(
    prompt: &mut Prompt,
    script: Option<&Path>,
    text: Option<&str>,
) -> anyhow::Result<()> {
    SEED.play(prompt, &mut sink()).await?;
    prompt.turn_page();
    match (script, text) {
        (Some(path), Some(text)) => {
            let name = path.to_string_lossy();
            let script = Script { name: &name, text };
            Ok(script.play(prompt, &mut stdout().lock()).await?)
        }
        _ => talk(prompt).await,
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

/// The operator's settings, but for where Discord and the data are. Unless they say otherwise the
/// team is where Alice is, and only warnings come between the lines that are typed.
fn for_rehearsal(environment: Environment, rehearsal: &Rehearsal, data: &TempDir) -> Environment {
    let database = data.path().join("rapport.db");
    environment
        .with("RAPPORT__DISCORD__API_URL", &rehearsal.api_url())
        .with("DISCORD_TOKEN", &rehearsal.token())
        .with("DATABASE_URL", &format!("sqlite://{}", database.display()))
        .or("RAPPORT__TEAMS__ZONE", "Europe/Berlin")
        .or("RAPPORT__LOG__FILTER", "warn,serenity=error")
}

/// Waits until the bot can be used.
async fn started(rehearsal: &Rehearsal) -> anyhow::Result<()> {
    rehearsal
        .registered()
        .await
        .context("the bot registered no commands")?;
    rehearsal
        .connected()
        .await
        .context("the bot did not come to the gateway")
}

async fn talk(prompt: &mut Prompt) -> anyhow::Result<()> {
    let mut out = stdout();
    out.write_all(WELCOME.as_bytes())?;
    let input = BufReader::new(tokio::io::stdin());
    tokio::select! {
        typed = converse(prompt, input, &mut out) => typed.context("the terminal is gone"),
        _ = tokio::signal::ctrl_c() => Ok(writeln!(out)?),
    }
}
