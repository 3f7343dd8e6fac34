//! `rapport rehearse`: the bot and a small Discord in one process, with a page and a prompt to act
//! as the people in it. Only this module uses both the bot and the rehearsal.

use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write as _, sink, stdout};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use rapport::calendar::Zone;
use rapport::clock::MovableClock;
use rapport::config::{Environment, Settings};
use rapport::{bot, telemetry};
use rehearsal::cast::Cast;
use rehearsal::page::Page;
use rehearsal::prompt::{Prompt, Script, converse};
use rehearsal::{Locale, Rehearsal, UserId, World};
use tempfile::TempDir;
use tokio::io::BufReader;
use tokio_util::sync::CancellationToken;

const WORLD: &str = include_str!("../config/rehearsal.toml");
/// A file that everyone can give to `/contact import`.
const CONTACTS: &[u8] = include_bytes!("../config/rehearsal-contacts.csv");
const SEED: Script<'_> = Script {
    name: "config/rehearsal.seed.script",
    text: include_str!("../config/rehearsal.seed.script"),
};
const WELCOME: &str = include_str!("../config/rehearsal.welcome.txt");

/// What to play after the team's past.
pub(crate) enum Play {
    /// Lines that play the same every time.
    Script {
        /// The file of the lines.
        name: String,
        /// The lines.
        text: String,
    },
    /// What people type at the prompt and do on the page.
    Live(Browser),
}

impl Play {
    /// Reads the lines of a file.
    pub(crate) fn script(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} can't be read", path.display()))?;
        let name = path.to_string_lossy().into_owned();
        Ok(Self::Script { name, text })
    }
}

/// What to do with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Open it in the browser, if a person may look at it.
    Open,
    /// Only print its address.
    PrintAddress,
}

/// Everything except the bot.
struct Stage {
    rehearsal: Arc<Rehearsal>,
    clock: MovableClock,
    cast: Cast,
    zones: BTreeMap<UserId, Zone>,
}

/// Plays the rehearsal, in the team's own languages or in another one.
pub(crate) async fn rehearse(
    environment: Environment,
    play: Play,
    language: Option<Locale>,
) -> anyhow::Result<()> {
    let cast = Cast::parse(WORLD)?;
    // In a live rehearsal, time passes as people know it.
    let clock = match play {
        Play::Script { .. } => MovableClock::standing(cast.start),
        Play::Live(_) => MovableClock::running(cast.start),
    };
    let stage = Stage::set(cast, clock).await?;
    let data = TempDir::with_prefix("rapport-rehearsal-").context("there is no place for data")?;
    let settings = Settings::read(&for_rehearsal(environment, &stage.rehearsal, &data))?;
    telemetry::start(&settings.log);
    let stop = CancellationToken::new();
    let bot = bot::run(settings, Arc::new(stage.clock.clone()), stop.clone());
    let played = async {
        started(&stage.rehearsal).await?;
        let mut prompt = stage.prompt()?;
        SEED.play(&mut prompt, &mut sink()).await?;
        // The team's past is played in English: its script presses buttons by their words.
        if let Some(language) = language {
            stage.speak(language);
        }
        #[cfg(feature = "pseudo")]
        if std::env::var_os("RAPPORT_PSEUDO_LANGUAGE").is_some() {
            rapport::language::pseudo::switch_on();
        }
        prompt.turn_page();
        match play {
            Play::Script { name, text } => play_script(&mut prompt, &name, &text).await,
            Play::Live(browser) => run_prompt(&stage, &mut prompt, browser).await,
        }
    };
    until_played(bot, played, &stop).await
}

impl Stage {
    /// Puts the cast into a world and serves it.
    async fn set(cast: Cast, clock: MovableClock) -> anyhow::Result<Self> {
        let mut world = World::new(Arc::new(clock.clone()));
        let zones = cast.enter(&mut world)?;
        world.allow_user_installs();
        for person in zones.keys() {
            world.put_file(*person, "contacts.csv", CONTACTS.to_vec());
        }
        let rehearsal = Rehearsal::start(world).await;
        let rehearsal = rehearsal.context("the rehearsal did not start")?;
        Ok(Self {
            rehearsal: Arc::new(rehearsal),
            clock,
            cast,
            zones,
        })
    }

    /// Sets everybody's client and every server to a language.
    fn speak(&self, language: Locale) {
        self.rehearsal.change(|world| {
            for person in self.zones.keys() {
                world.set_locale(*person, language);
            }
            let guilds: Vec<_> = world.guilds().map(|guild| guild.id).collect();
            for guild in guilds {
                world.set_guild_locale(guild, language);
            }
        });
    }

    fn prompt(&self) -> anyhow::Result<Prompt> {
        let (rehearsal, zones) = (Arc::clone(&self.rehearsal), self.zones.clone());
        Prompt::new(rehearsal, self.clock.clone(), &self.cast, zones)
    }

    async fn page(&self) -> anyhow::Result<Page> {
        let (clock, zones) = (self.clock.clone(), self.zones.clone());
        let page = Page::open(&self.rehearsal, clock, zones, &self.cast.hints).await;
        page.context("the page can't be served")
    }
}

/// Runs the bot until `played` ends, and then until the bot has stopped.
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

async fn play_script(prompt: &mut Prompt, name: &str, text: &str) -> anyhow::Result<()> {
    let script = Script { name, text };
    Ok(script.play(prompt, &mut stdout().lock()).await?)
}

/// The operator's settings with the rehearsal's addresses of Discord and of the data. Unless the
/// operator sets them, the team is in Alice's zone, and only warnings appear between the typed
/// lines.
fn for_rehearsal(environment: Environment, rehearsal: &Rehearsal, data: &TempDir) -> Environment {
    let database = data.path().join("rapport.db");
    environment
        .with("RAPPORT__DISCORD__API_URL", &rehearsal.api_url())
        .with("DISCORD_TOKEN", &rehearsal.token())
        .with("DATABASE_URL", &format!("sqlite://{}", database.display()))
        .or("RAPPORT__TEAMS__ZONE", "Europe/Berlin")
        .or("RAPPORT__LOG__FILTER", "warn,serenity=error")
}

/// Waits until the bot is ready.
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

/// Serves the page and reads the prompt, both for the same world.
async fn run_prompt(stage: &Stage, prompt: &mut Prompt, browser: Browser) -> anyhow::Result<()> {
    let page = stage.page().await?;
    let mut out = stdout();
    out.write_all(WELCOME.replace("{page}", page.address()).as_bytes())?;
    let is_terminal = std::io::stdin().is_terminal() && out.is_terminal();
    if browser == Browser::Open && is_terminal {
        // Without a browser, people can copy the address.
        let _ = open::that_detached(page.address());
    }
    let input = BufReader::new(tokio::io::stdin());
    tokio::select! {
        typed = converse(prompt, input, &mut out) => typed.context("the terminal is gone"),
        _ = tokio::signal::ctrl_c() => Ok(writeln!(out)?),
    }
}
