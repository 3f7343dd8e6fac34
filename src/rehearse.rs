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
use rapport::{app, telemetry};
use tempfile::TempDir;
use tokio::io::BufReader;
use tokio::task::JoinHandle;
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
    // A script reads the same whenever it is played; for a person, time goes on as they are used to.
    let clock = match script {
        Some(_) => MovableClock::standing(cast.start),
        None => MovableClock::running(cast.start),
    };
    let mut world = World::new(Arc::new(clock.clone()));
    let zones = cast.enter(&mut world)?;
    let rehearsal = Rehearsal::start(world)
        .await
        .context("the rehearsal did not start")?;
    let data = TempDir::with_prefix("rapport-rehearsal-").context("there is no place for data")?;
    let settings = Settings::read(&for_rehearsal(environment, &rehearsal, &data))?;
    telemetry::start(&settings.log);
    let stop = CancellationToken::new();
    let bot = tokio::spawn(app::run(settings, Arc::new(clock.clone()), stop.clone()));
    let bot = started(bot, &rehearsal).await?;

    let mut prompt = Prompt::new(rehearsal, clock, &cast, zones)?;
    SEED.play(&mut prompt, &mut sink()).await?;
    match (script, &text) {
        (Some(path), Some(text)) => {
            let name = path.to_string_lossy();
            let script = Script { name: &name, text };
            script.play(&mut prompt, &mut stdout().lock()).await?;
        }
        _ => talk(&mut prompt).await?,
    }
    stop.cancel();
    bot.await.context("the bot panicked")?
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

/// The operator's settings, but for where Discord and the data are; warnings are logged, as lines
/// between what is typed would only disturb.
fn for_rehearsal(environment: Environment, rehearsal: &Rehearsal, data: &TempDir) -> Environment {
    let database = data.path().join("rapport.db");
    environment
        .with("RAPPORT__DISCORD__API_URL", &rehearsal.api_url())
        .with("DISCORD_TOKEN", &rehearsal.token())
        .with("DATABASE_URL", &format!("sqlite://{}", database.display()))
        .or("RAPPORT__LOG__FILTER", "warn")
}

/// Waits until the bot has registered its commands; a bot that ended first says why.
async fn started(
    mut bot: JoinHandle<anyhow::Result<()>>,
    rehearsal: &Rehearsal,
) -> anyhow::Result<JoinHandle<anyhow::Result<()>>> {
    tokio::select! {
        ended = &mut bot => {
            ended.context("the bot panicked")??;
            anyhow::bail!("the bot ended before it had registered its commands");
        }
        registered = rehearsal.registered() => registered.context("the bot registered no commands")?,
    }
    rehearsal
        .connected()
        .await
        .context("the bot did not come to the gateway")?;
    Ok(bot)
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
