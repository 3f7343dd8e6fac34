//! Who of some people is in a server, asked over the gateway: up to a hundred in one message, which
//! is no request and takes no intent.
//!
//! An answer is never waited for long, and where none comes nothing is said: whoever asks has
//! another way.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use futures::future::join_all;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use poise::serenity_prelude as serenity;
use serenity::gateway::{ChunkGuildFilter, ConnectionStage};
use serenity::{GuildMembersChunkEvent, ShardManager, ShardMessenger};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

use super::colleague::name_of;
use super::names::PersonName;
use crate::ids::{PersonId, TeamId};

/// How many people Discord looks up at once, and the limit that says so.
const MOST: u16 = 100;

/// Discord closes a connection over which more than 120 messages come in a minute. These are 90;
/// heartbeats, the watchdog's pings and signing in stay below 20.
const A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(74);
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(14);

/// How long to wait for an answer; serenity sends the question within half a second.
const FOR_AN_ANSWER: Duration = Duration::from_secs(3);

/// How long not to ask again after no answer came, unless the connection is made anew.
const AFTER_SILENCE: Duration = Duration::from_mins(10);

/// Asks, and hears the answers.
pub struct RollCall {
    bot: serenity::UserId,
    pace: DefaultDirectRateLimiter,
    line: Mutex<Line>,
}

/// Where people are, as far as Discord said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// In the server.
    pub here: Vec<PersonId>,
    /// Not in the server.
    pub gone: Vec<PersonId>,
    /// What those in the server are called there, as far as Discord said.
    pub names: Vec<(PersonId, PersonName)>,
}

/// What is known of the connection.
#[derive(Default)]
struct Line {
    shards: Weak<ShardManager>,
    /// Servers that Discord shows; of others it would say nothing.
    servers: HashSet<TeamId>,
    silent_until: Option<Instant>,
    questions: u64,
    open: HashMap<String, Question>,
}

/// A question that waits for its answer, which may come in parts.
struct Question {
    heard: Presence,
    chunks: u32,
    reply: oneshot::Sender<Presence>,
}

impl Presence {
    /// Of `people`, those of whom nothing is said.
    #[must_use]
    pub fn unsaid(&self, people: &[PersonId]) -> Vec<PersonId> {
        let said: HashSet<_> = self.here.iter().chain(&self.gone).collect();
        let unsaid = people.iter().filter(|person| !said.contains(person));
        unsaid.copied().collect()
    }

    /// Adds what is said elsewhere.
    pub fn add(&mut self, other: Self) {
        self.here.extend(other.here);
        self.gone.extend(other.gone);
        self.names.extend(other.names);
    }
}

impl RollCall {
    /// In the name of this bot, without a connection as yet.
    #[must_use]
    pub fn new(bot: serenity::UserId) -> Self {
        let pace = Quota::per_minute(A_MINUTE).allow_burst(AT_ONCE);
        Self {
            bot,
            pace: RateLimiter::direct(pace),
            line: Mutex::default(),
        }
    }

    /// A connection is about to be made.
    pub fn connect(&self, shards: &Arc<ShardManager>) {
        *self.line() = Line {
            shards: Arc::downgrade(shards),
            ..Line::default()
        };
    }

    /// The connection is left: what was asked over it is answered no more, and nobody waits for it.
    pub fn leave(&self) {
        *self.line() = Line::default();
    }

    /// A session begins, with these servers at most.
    pub fn begin(&self, servers: &[TeamId]) {
        let mut line = self.line();
        line.silent_until = None;
        line.servers.retain(|server| servers.contains(server));
    }

    /// A session goes on.
    pub fn resume(&self) {
        self.line().silent_until = None;
    }

    /// Discord shows a server.
    pub fn show(&self, server: TeamId) {
        self.line().servers.insert(server);
    }

    /// Discord shows a server no more: it has an outage, or the bot was removed.
    pub fn hide(&self, server: TeamId) {
        self.line().servers.remove(&server);
    }

    /// Where `people` are, asked when it is their turn, which may take as long as `patience`; nothing
    /// is said of those of whom Discord says nothing.
    pub async fn ask(&self, server: TeamId, people: &[PersonId], patience: Duration) -> Presence {
        // The bot is asked after too: an answer in which it is missing tells of nobody.
        let some = people.chunks(usize::from(MOST) - 1);
        let asked = some.map(|some| self.ask_after(server, some, patience));
        let mut all = Presence::default();
        for answer in join_all(asked).await.into_iter().flatten() {
            all.add(answer);
        }
        all
    }

    async fn ask_after(
        &self,
        server: TeamId,
        people: &[PersonId],
        patience: Duration,
    ) -> Option<Presence> {
        self.is_heard(server).then_some(())?;
        timeout(patience, self.pace.until_ready()).await.ok()?;
        let messenger = self.messenger().await?;
        let mut users: Vec<serenity::UserId> = people.iter().map(|it| (*it).into()).collect();
        users.push(self.bot);
        let (nonce, reply) = self.open(server)?;
        let filter = ChunkGuildFilter::UserIds(users);
        messenger.chunk_guild(
            server.into(),
            Some(MOST),
            false,
            filter,
            Some(nonce.clone()),
        );
        let answer = timeout(FOR_AN_ANSWER, reply).await;
        if answer.is_err() {
            self.fall_silent(&nonce);
        }
        let mut answer = answer.ok()?.ok()?;
        let bot = PersonId::from(self.bot);
        let is_sound = answer.here.contains(&bot);
        answer.here.retain(|person| *person != bot);
        answer.names.retain(|(person, _)| *person != bot);
        is_sound.then_some(answer)
    }

    /// Takes an answer, or a part of one.
    pub fn hear(&self, chunk: &GuildMembersChunkEvent) {
        let mut line = self.line();
        // Late or not, it is an answer.
        line.silent_until = None;
        let Some(nonce) = &chunk.nonce else { return };
        let Some(question) = line.open.get_mut(nonce) else {
            return;
        };
        question.chunks += 1;
        question.heard.add(Presence {
            here: chunk.members.keys().map(|id| (*id).into()).collect(),
            names: chunk.members.values().map(named).collect(),
            gone: chunk
                .not_found
                .iter()
                .map(|id| serenity::UserId::new(id.get()).into())
                .collect(),
        });
        if question.chunks >= chunk.chunk_count
            && let Some(question) = line.open.remove(nonce)
        {
            // Whoever asked may have stopped waiting.
            let _ = question.reply.send(question.heard);
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether an answer about this server can be hoped for.
    fn is_heard(&self, server: TeamId) -> bool {
        let line = self.line();
        let is_silent = line
            .silent_until
            .is_some_and(|until| Instant::now() < until);
        !is_silent && line.servers.contains(&server)
    }

    /// The way to Discord while there is one: what is sent too early closes the connection.
    async fn messenger(&self) -> Option<ShardMessenger> {
        let shards = self.line().shards.upgrade()?;
        let runners = shards.runners.lock().await;
        let mut connected = runners
            .values()
            .filter(|runner| runner.stage == ConnectionStage::Connected);
        connected.next().map(|runner| runner.runner_tx.clone())
    }

    fn open(&self, server: TeamId) -> Option<(String, oneshot::Receiver<Presence>)> {
        // While this one waited for its turn, another may have waited in vain.
        self.is_heard(server).then_some(())?;
        let (reply, answer) = oneshot::channel();
        let mut line = self.line();
        line.questions += 1;
        let nonce = line.questions.to_string();
        let question = Question {
            heard: Presence::default(),
            chunks: 0,
            reply,
        };
        line.open.insert(nonce.clone(), question);
        Some((nonce, answer))
    }

    fn fall_silent(&self, nonce: &str) {
        let mut line = self.line();
        line.open.remove(nonce);
        let now = Instant::now();
        if line.silent_until.is_none_or(|until| until < now) {
            tracing::warn!(
                again = ?AFTER_SILENCE,
                "the gateway does not say who is in a server; asked by requests for now"
            );
        }
        line.silent_until = Some(now + AFTER_SILENCE);
    }
}

fn named(member: &serenity::Member) -> (PersonId, PersonName) {
    (member.user.id.into(), name_of(&member.user, Some(member)))
}
