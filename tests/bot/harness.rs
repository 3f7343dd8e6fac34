//! A Discord with two teams and the real bot on a database file, for one test.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_talk_is_logged() -> Tested {
//!     let harness = Harness::start().await;
//!     let alice = harness.person("alice");
//!     let answer = alice.types("/met @bob when: yesterday").await?.said();
//!     assert!(harness.read(&answer).contains("with Bob, yesterday"));
//!     harness.finish().await
//! }
//! ```

mod api_description;
mod instants;
mod reading;
mod setup;
pub(crate) mod stored;

use std::sync::Arc;
use std::time::Duration;

use rapport::bot::{self, Waits};
use rapport::clock::{Clock, MovableClock};
use rapport::config::{Environment, Settings};
use rehearsal::{ChannelId, MessageId, Person, Rehearsal, UserId, World};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::description::Description;
pub(crate) use reading::{Said, Transcript, described, give, last_post};
pub(crate) use setup::{Setup, join_lighthouse};

/// How long to wait for an event: long, as other tests may keep the machine busy.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Discord's types of a first answer that announces another.
const DEFER: u64 = 5;
const DEFER_UPDATE: u64 = 6;

/// The result of a test: `?` panics in its own line, with the error.
pub(crate) type Tested = Result<(), Stopped>;

/// An error that is never returned: converting into it panics, so the panic names the line and the
/// dropped harness does not complain too.
#[derive(Debug)]
pub(crate) enum Stopped {}

impl<E: std::error::Error> From<E> for Stopped {
    #[track_caller]
    fn from(error: E) -> Self {
        panic!("{error}")
    }
}

/// A running bot and its Discord.
pub(crate) struct Harness {
    pub(crate) rehearsal: Rehearsal,
    pub(crate) clock: MovableClock,
    /// The same clock, as the bot has it.
    bots_clock: Arc<dyn Clock>,
    environment: Environment,
    unpaced: bool,
    waits: Waits,
    data: TempDir,
    bot: Option<Running>,
    /// Codes of refusals that the test expects.
    expected: Vec<u64>,
    finished: bool,
}

struct Running {
    stop: CancellationToken,
    ended: JoinHandle<anyhow::Result<()>>,
}

impl Harness {
    pub(crate) async fn start() -> Self {
        Setup::new().start().await
    }

    /// A person in Lighthouse's channel general; for Hana Harbour's pier, for Zoe direct messages.
    pub(crate) fn person(&self, name: &str) -> Person {
        self.rehearsal.person(name).unwrap()
    }

    /// A person in the first channel with this name: general, random or pier.
    pub(crate) fn person_in(&self, name: &str, channel: &str) -> Person {
        self.person(name).in_channel(self.channel(channel))
    }

    pub(crate) fn channel(&self, name: &str) -> ChannelId {
        let find = |world: &World| {
            let mut guilds = world.guilds();
            guilds.find_map(|guild| world.channel_named(guild.id, name))
        };
        self.rehearsal.look(find).unwrap()
    }

    pub(crate) fn id(&self, name: &str) -> UserId {
        self.person(name).id()
    }

    /// Advances the clock to `instant`, with everything that becomes due until then.
    pub(crate) async fn time_is(&self, instant: &str) {
        self.clock.advance_to(instant.parse().unwrap()).await;
    }

    /// Advances the clock by `length`, with everything that becomes due until then.
    pub(crate) async fn time_passes(&self, length: chrono::TimeDelta) {
        self.clock.advance_to(self.clock.now() + length).await;
    }

    /// The folder with the bot's files.
    pub(crate) fn data(&self) -> &std::path::Path {
        self.data.path()
    }

    /// The URL of the bot's database.
    pub(crate) fn database_url(&self) -> String {
        format!("sqlite://{}", self.data.path().join("rapport.db").display())
    }

    /// Deletes messages in one request, as a moderator's bot does.
    pub(crate) async fn bulk_delete(&self, channel: ChannelId, messages: &[MessageId]) {
        let ids: Vec<_> = messages.iter().map(ToString::to_string).collect();
        let url = self.rehearsal.api_url();
        let deleted = reqwest::Client::new()
            .post(format!(
                "{url}/api/v10/channels/{channel}/messages/bulk-delete"
            ))
            .header("Authorization", format!("Bot {}", self.rehearsal.token()))
            .json(&serde_json::json!({ "messages": ids }))
            .send()
            .await
            .unwrap();
        assert!(deleted.status().is_success(), "{}", deleted.status());
    }

    /// How many late answers the bot announced so far, also those that Discord refused.
    pub(crate) fn announcements(&self) -> usize {
        self.rehearsal.look(announcements)
    }

    /// Waits until the bot announced more late answers than `before`.
    pub(crate) async fn announces(&self, before: usize) {
        let announced = |world: &World| announcements(world) > before;
        self.rehearsal.until(announced).await.unwrap();
    }

    /// Runs `act` while another program locks the database, until the bot announces a late answer.
    pub(crate) async fn with_locked_database<T>(&self, act: impl Future<Output = T>) -> T {
        let lock = self.lock_database().await;
        let before = self.announcements();
        let released = async {
            self.announces(before).await;
            lock.release().await;
        };
        tokio::join!(act, released).0
    }

    /// Expects Discord to refuse a request of the bot with this code.
    pub(crate) fn expect_refusal(&mut self, code: u64) {
        self.expected.push(code);
    }

    /// Changes a setting for the bot's next start.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment = std::mem::take(&mut self.environment).with(name, value);
    }

    /// Stops the bot like a signal, and starts it again on the same file.
    pub(crate) async fn restart(&mut self) {
        self.stop().await;
        self.begin().await;
    }

    /// Stops the bot like a signal.
    pub(crate) async fn stop(&mut self) {
        let Some(running) = self.bot.take() else {
            return;
        };
        running.stop.cancel();
        let ended = tokio::time::timeout(TIMEOUT, running.ended).await;
        ended.expect("the bot did not stop").unwrap().unwrap();
    }

    /// Starts the bot, after [`Harness::stop`].
    pub(crate) async fn begin(&mut self) {
        let mut settings = Settings::read(&self.environment).unwrap();
        if self.unpaced {
            settings.discord.sends_per_second = 10_000;
        }
        let identified = self.rehearsal.look(World::times_identified);
        let stop = CancellationToken::new();
        let (clock, waits) = (Arc::clone(&self.bots_clock), self.waits.clone());
        let bot = {
            let stop = stop.clone();
            async move { bot::run_with(settings, clock, &waits, stop).await }
        };
        let mut ended = tokio::spawn(bot);
        let connected = async {
            self.rehearsal.registered().await.unwrap();
            let identified_again = |world: &World| world.times_identified() > identified;
            self.rehearsal.until(identified_again).await.unwrap();
        };
        tokio::select! {
            () = connected => {}
            ended = &mut ended => panic!("the bot ended at once: {ended:?}"),
        }
        self.bot = Some(Running { stop, ended });
        self.clock.settled().await;
    }

    /// Stops the bot. Fails if Discord refused a request without the test expecting it.
    pub(crate) async fn finish(mut self) -> Tested {
        self.finished = true;
        self.stop().await;
        let mut refusals = self.rehearsal.refusals();
        for code in &self.expected {
            let before = refusals.len();
            refusals.retain(|request| code_of(request.refusal.as_ref()) != Some(*code));
            assert!(
                refusals.len() < before,
                "no request was refused with {code}"
            );
        }
        assert!(refusals.is_empty(), "Discord refused: {refusals:#?}");
        if let Some(description) = Description::given() {
            for request in self.rehearsal.requests() {
                api_description::check(description, &request);
            }
        }
        Ok(())
    }
}

fn announcements(world: &World) -> usize {
    let announces = |request: &&rehearsal::Request| {
        request.path.ends_with("/callback")
            && matches!(request.body["type"].as_u64(), Some(DEFER | DEFER_UPDATE))
    };
    world.requests().filter(announces).count()
}

/// The code of a refusal; 0 if it is not in Discord's format.
fn code_of(refusal: Option<&serde_json::Value>) -> Option<u64> {
    refusal.map(|refusal| refusal["code"].as_u64().unwrap_or_default())
}

impl Drop for Harness {
    fn drop(&mut self) {
        let forgotten = !self.finished && !std::thread::panicking();
        assert!(!forgotten, "a test ends with `harness.finish().await`");
    }
}
