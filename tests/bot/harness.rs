//! A Discord with two teams in it and the real bot on a real file, for one test.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_talk_is_logged() -> Tested {
//!     let harness = Harness::start().await;
//!     let alice = harness.person("alice");
//!     let answer = alice.types("/met @bob when: yesterday").await?.said();
//!     assert!(harness.read(&answer).contains("with @bob, yesterday"));
//!     harness.finish().await
//! }
//! ```

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rapport::bot::{self, Waits};
use rapport::clock::{Clock as _, MovableClock};
use rapport::config::{Environment, Settings};
use rapport::rehearsal::{
    Answer, ChannelId, MessageId, Part, Person, Rehearsal, Request, Seen, UserId, World,
};
use sqlx::Connection as _;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::description::Description;

/// How long to wait for what must come: long, for a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// When a test begins unless it says otherwise: a Monday, an hour after the nudges of 09:00 UTC.
const START: &str = "2026-11-23T10:00:00Z";

/// What a test returns: `?` panics where it stands, with the error.
pub(crate) type Tested = Result<(), Stopped>;

/// What no test ever returns. Turning an error into it panics, so that the line is named and the
/// harness, dropped in that panic, does not complain on top.
#[derive(Debug)]
pub(crate) enum Stopped {}

impl<E: std::error::Error> From<E> for Stopped {
    #[track_caller]
    fn from(error: E) -> Self {
        panic!("{error}")
    }
}

/// What a test wants to be different before the bot starts.
pub(crate) struct Setup {
    start: DateTime<Utc>,
    environment: Environment,
    unpaced: bool,
    waits: Waits,
    change: Box<dyn FnOnce(&mut World)>,
}

impl Setup {
    pub(crate) fn new() -> Self {
        Self {
            start: START.parse().unwrap(),
            environment: Environment::default(),
            unpaced: false,
            waits: Waits::default(),
            change: Box::new(|_| {}),
        }
    }

    /// Begins at this instant: `2026-11-23T10:00:00Z`.
    pub(crate) fn at(mut self, start: &str) -> Self {
        self.start = start.parse().unwrap();
        self
    }

    /// With a setting: `RAPPORT__TEAMS__ZONE`.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment = self.environment.with(name, value);
        self
    }

    /// Without the bound on messages of the bot's own, which is real time: for long stories.
    pub(crate) fn unpaced(mut self) -> Self {
        self.unpaced = true;
        self
    }

    /// With a bot that waits so many times less at the gateway, which is real time.
    pub(crate) fn hurried(mut self, times: u32) -> Self {
        self.waits = self.waits.hurried(times);
        self
    }

    /// After a change to the world; everybody is in it already.
    pub(crate) fn world(mut self, change: impl FnOnce(&mut World) + 'static) -> Self {
        self.change = Box::new(change);
        self
    }

    pub(crate) async fn start(self) -> Harness {
        let clock = MovableClock::standing(self.start);
        let mut world = World::new(Arc::new(clock.clone()));
        if self.unpaced {
            world.global_limit = None;
        }
        settle(&mut world);
        (self.change)(&mut world);
        let rehearsal = Rehearsal::start(world).await.unwrap();
        let rehearsal = rehearsal.with_patience(PATIENCE);
        let data = TempDir::new().unwrap();
        let database = format!("sqlite://{}", data.path().join("rapport.db").display());
        let environment = self
            .environment
            .with("RAPPORT__DISCORD__API_URL", &rehearsal.api_url())
            .with("DISCORD_TOKEN", &rehearsal.token())
            .with("DATABASE_URL", &database);
        let mut harness = Harness {
            rehearsal,
            clock,
            environment,
            unpaced: self.unpaced,
            waits: self.waits,
            data,
            bot: None,
            expected: Vec::new(),
            finished: false,
        };
        harness.begin().await;
        harness
    }
}

/// Lighthouse: Olga owns it; Alice, Bob, Carol, Dan and a bot called helper are in it.
/// Harbour: Hana owns it; Alice and Dan are in it too. Zoe is in neither.
fn settle(world: &mut World) {
    let olga = world.add_person("olga", "Olga");
    let lighthouse = world.add_guild("Lighthouse", olga);
    world.add_channel(lighthouse, "general");
    world.add_channel(lighthouse, "random");
    let hana = world.add_person("hana", "Hana");
    let harbour = world.add_guild("Harbour", hana);
    world.add_channel(harbour, "pier");
    let people = [
        ("alice", "Alice"),
        ("bob", "Bob"),
        ("carol", "Carol"),
        ("dan", "Dan"),
    ];
    for (name, shown) in people {
        let person = world.add_person(name, shown);
        world.join(lighthouse, person);
        if matches!(name, "alice" | "dan") {
            world.join(harbour, person);
        }
    }
    let helper = world.add_bot("helper");
    world.join(lighthouse, helper);
    world.add_person("zoe", "Zoe");
}

/// A running bot and the Discord it is on.
pub(crate) struct Harness {
    pub(crate) rehearsal: Rehearsal,
    pub(crate) clock: MovableClock,
    environment: Environment,
    unpaced: bool,
    waits: Waits,
    data: TempDir,
    bot: Option<Running>,
    /// Codes of refusals that the test provokes.
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

    /// Somebody, in Lighthouse's channel general; Hana in Harbour's pier, Zoe in her messages.
    pub(crate) fn person(&self, name: &str) -> Person {
        self.rehearsal.person(name).unwrap()
    }

    /// Somebody in the first channel of this name: general, random or pier.
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

    /// Lets time pass until `instant`, with everything that falls due on the way.
    pub(crate) async fn time_is(&self, instant: &str) {
        self.clock.advance_to(instant.parse().unwrap()).await;
    }

    /// Lets so much time pass, with everything that falls due on the way.
    pub(crate) async fn time_passes(&self, length: chrono::TimeDelta) {
        self.clock.advance_to(self.clock.now() + length).await;
    }

    /// A message as it reads: names for mentions, then a line for each row of buttons or select.
    pub(crate) fn read(&self, seen: &Seen) -> String {
        let mut text = self.named(&seen.text());
        for row in &seen.rows {
            let parts = row.iter().map(|part| match part {
                Part::Button(button) if button.disabled => format!("({})", button.label),
                Part::Button(button) => format!("[{}]", button.label),
                Part::Select(select) => {
                    let shown = select.placeholder.as_deref();
                    format!("<{}>", shown.unwrap_or(&select.custom_id))
                }
            });
            text.push('\n');
            text.push_str(&parts.collect::<Vec<_>>().join(" "));
        }
        text
    }

    /// A text with names in place of mentions.
    pub(crate) fn named(&self, text: &str) -> String {
        self.rehearsal.look(|world| {
            let members = world.guilds().flat_map(|guild| guild.members.keys());
            let users = members.filter_map(|id| world.user(*id));
            let zoe = world.user_named("zoe");
            users.chain(zoe).fold(text.to_owned(), |text, user| {
                text.replace(&format!("<@{}>", user.id), &format!("@{}", user.username))
            })
        })
    }

    /// The folder with the bot's files.
    pub(crate) fn data(&self) -> &std::path::Path {
        self.data.path()
    }

    /// The address of the bot's database.
    pub(crate) fn database_url(&self) -> String {
        format!("sqlite://{}", self.data.path().join("rapport.db").display())
    }

    /// The one number that a query of the bot's database gives.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        let file = format!("{}?mode=ro", self.database_url());
        let mut connection = sqlx::SqliteConnection::connect(&file).await.unwrap();
        sqlx::query_scalar(sql)
            .fetch_one(&mut connection)
            .await
            .unwrap()
    }

    /// Waits until a query of the bot's database gives this number: what the bot hears of by an
    /// event is answered by nothing.
    pub(crate) async fn until(&self, sql: &'static str, expected: i64) {
        let is_so = async {
            while self.number(sql).await != expected {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let waited = tokio::time::timeout(PATIENCE, is_so).await;
        waited.unwrap_or_else(|_| panic!("{sql} did not come to {expected}"));
    }

    /// Changes the bot's database behind its back, where a command for it is not the point.
    pub(crate) async fn change(&self, sql: &'static str) {
        let connection = sqlx::SqliteConnection::connect(&self.database_url()).await;
        let mut connection = connection.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    }

    /// Deletes messages at once, as a moderator's bot does.
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

    /// The bot's requests that Discord refuses with this code are what the test is about.
    pub(crate) fn expect_refusal(&mut self, code: u64) {
        self.expected.push(code);
    }

    /// Stops the bot as a signal would, and starts it again on the same file.
    pub(crate) async fn restart(&mut self) {
        self.stop().await;
        self.begin().await;
    }

    /// Stops the bot as a signal would.
    pub(crate) async fn stop(&mut self) {
        let Some(running) = self.bot.take() else {
            return;
        };
        running.stop.cancel();
        let ended = tokio::time::timeout(PATIENCE, running.ended).await;
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
        let (clock, waits) = (Arc::new(self.clock.clone()), self.waits.clone());
        let bot = {
            let stop = stop.clone();
            async move { bot::run_with(settings, clock, &waits, stop).await }
        };
        let mut ended = tokio::spawn(bot);
        let connected = async {
            self.rehearsal.registered().await.unwrap();
            let anew = |world: &World| world.times_identified() > identified;
            self.rehearsal.until(anew).await.unwrap();
        };
        tokio::select! {
            () = connected => {}
            ended = &mut ended => panic!("the bot ended at once: {ended:?}"),
        }
        self.bot = Some(Running { stop, ended });
        self.clock.settled().await;
    }

    /// Stops the bot; fails if Discord refused anything that the test did not expect.
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
                hold_against(description, &request);
            }
        }
        Ok(())
    }
}

/// Gives kudos; the post that all see, and what the giver alone reads.
pub(crate) async fn give(giver: &Person, line: &str) -> (Seen, Seen) {
    let told = giver.types(line).await.unwrap().said();
    assert!(
        told.ephemeral && told.text().contains("taken back"),
        "{}",
        told.text()
    );
    (last_post(giver), told)
}

/// The newest message in somebody's channel that all see.
pub(crate) fn last_post(person: &Person) -> Seen {
    let mut seen = person.messages();
    seen.retain(|seen| !seen.ephemeral);
    seen.pop().unwrap()
}

/// What the bot sends is as Discord's own description has it: checked in every test, where
/// `DISCORD_OPENAPI` names that description.
fn hold_against(description: &Description, request: &Request) {
    let Some((_, path)) = request.path.split_once("/api/v10") else {
        return;
    };
    let path = path.split('?').next().unwrap();
    let route = description.route_of(path);
    let route = route.unwrap_or_else(|| panic!("Discord knows no {path}"));
    let mut body = request.body.clone();
    number_files_in_text(&mut body);
    if let Some(data) = body.get_mut("data") {
        number_files_in_text(data);
    }
    let problems = description.of_request(route, &request.method, &body);
    let none = Vec::<String>::new();
    assert_eq!(
        problems, none,
        "{} {path}: {}",
        request.method, request.body
    );
}

/// serenity numbers new files by a number, as the examples of Discord's reference do; Discord's
/// description has every id in text.
fn number_files_in_text(message: &mut serde_json::Value) {
    let files = message
        .get_mut("attachments")
        .and_then(|it| it.as_array_mut());
    for file in files.into_iter().flatten() {
        if let Some(number) = file["id"].as_u64() {
            file["id"] = number.to_string().into();
        }
    }
}

fn code_of(refusal: Option<&serde_json::Value>) -> Option<u64> {
    refusal?["code"].as_u64()
}

impl Drop for Harness {
    fn drop(&mut self) {
        let forgotten = !self.finished && !std::thread::panicking();
        assert!(!forgotten, "a test ends with `harness.finish().await`");
    }
}

/// An answer that must be a message.
pub(crate) trait Said {
    /// The message, new or changed.
    fn said(self) -> Seen;
}

impl Said for Answer {
    #[track_caller]
    fn said(self) -> Seen {
        let shown = format!("{self:?}");
        self.message()
            .unwrap_or_else(|| panic!("not a message: {shown}"))
    }
}
