//! Asks the gateway which people are in a server: up to a hundred in one message. That needs no
//! HTTP request and no intent.
//!
//! It never waits long for an answer. Without one it says nothing about the people, and callers
//! then ask by HTTP.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::future::join_all;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use poise::serenity_prelude as serenity;
use serenity::gateway::{ChunkGuildFilter, ConnectionStage};
use serenity::{GuildMembersChunkEvent, ShardManager, ShardMessenger};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

use super::avatars::avatar_url;
use super::colleague::name_of;
use super::names::PersonName;
use crate::ids::{PersonId, RoleId, TeamId};

/// How many people Discord looks up at once, and the limit in the request.
const MOST: u16 = 100;

/// Discord closes a connection with more than 120 messages in a minute. These are at most 90;
/// heartbeats, the watchdog's pings and identifying stay below 20.
const A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(74);
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(14);

/// How long to wait for an answer. serenity sends the question within half a second.
const FOR_AN_ANSWER: Duration = Duration::from_secs(3);

/// How long to stop asking after an unanswered question, unless a new connection begins.
const PAUSE_AFTER_NO_ANSWER: Duration = Duration::from_mins(10);

/// Sends questions and receives answers.
pub(crate) struct MemberLookup {
    bot: serenity::UserId,
    pace: DefaultDirectRateLimiter,
    line: Mutex<Line>,
}

/// Where people are, as far as Discord said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// In the server.
    pub(crate) here: Vec<PersonId>,
    /// Not in the server.
    pub(crate) gone: Vec<PersonId>,
    /// The names of the people in the server, as far as Discord said.
    pub(crate) names: Vec<(PersonId, PersonName)>,
    /// The addresses of their avatars, as far as Discord said.
    pub(crate) avatars: Vec<(PersonId, String)>,
    /// What else Discord said of the people in the server.
    pub(crate) profiles: Vec<(PersonId, Profile)>,
}

/// What Discord says of a member besides their name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    /// Their roles, in order.
    pub(crate) roles: Vec<RoleId>,
    /// Since when they are in the server; `None` for guests.
    pub(crate) since: Option<DateTime<Utc>>,
}

impl Profile {
    fn of(member: &serenity::Member) -> Self {
        let mut roles: Vec<RoleId> = member.roles.iter().map(|role| (*role).into()).collect();
        roles.sort_unstable();
        let since = member.joined_at.map(|at| at.unix_timestamp());
        Self {
            roles,
            since: since.and_then(|at| DateTime::from_timestamp(at, 0)),
        }
    }
}

/// The state of the connection.
#[derive(Default)]
struct Line {
    shards: Weak<ShardManager>,
    /// Servers of this session: Discord does not answer about others.
    servers: HashSet<TeamId>,
    paused_until: Option<Instant>,
    questions: u64,
    open: HashMap<String, Question>,
}

/// A question that waits for its answer, which may come in several chunks.
struct Question {
    presence: Presence,
    chunks: u32,
    reply: oneshot::Sender<Presence>,
}

impl Presence {
    /// This member is in the server.
    #[must_use]
    pub(crate) fn of(member: &serenity::Member) -> Self {
        let person = member.user.id.into();
        Self {
            here: vec![person],
            names: vec![(person, name_of(&member.user, Some(member)))],
            avatars: vec![(person, avatar_url(member))],
            profiles: vec![(person, Profile::of(member))],
            gone: Vec::new(),
        }
    }

    /// Those of `people` that Discord did not mention.
    #[must_use]
    pub(crate) fn unknown(&self, people: &[PersonId]) -> Vec<PersonId> {
        let known: HashSet<_> = self.here.iter().chain(&self.gone).collect();
        let unknown = people.iter().filter(|person| !known.contains(person));
        unknown.copied().collect()
    }

    /// Adds another answer.
    pub(crate) fn add(&mut self, other: Self) {
        self.here.extend(other.here);
        self.gone.extend(other.gone);
        self.names.extend(other.names);
        self.avatars.extend(other.avatars);
        self.profiles.extend(other.profiles);
    }
}

impl MemberLookup {
    /// For this bot, without a connection yet.
    #[must_use]
    pub(crate) fn new(bot: serenity::UserId) -> Self {
        let pace = Quota::per_minute(A_MINUTE).allow_burst(AT_ONCE);
        Self {
            bot,
            pace: RateLimiter::direct(pace),
            line: Mutex::default(),
        }
    }

    /// A connection is about to start.
    pub(crate) fn connect(&self, shards: &Arc<ShardManager>) {
        *self.line() = Line {
            shards: Arc::downgrade(shards),
            ..Line::default()
        };
    }

    /// The connection has ended: its questions get no answer, and their callers stop waiting.
    pub(crate) fn leave(&self) {
        *self.line() = Line::default();
    }

    /// A session begins, with these servers at most.
    pub(crate) fn begin(&self, servers: &[TeamId]) {
        let mut line = self.line();
        line.paused_until = None;
        line.servers.retain(|server| servers.contains(server));
    }

    /// A session resumes.
    pub(crate) fn resume(&self) {
        self.line().paused_until = None;
    }

    /// Discord made a server available.
    pub(crate) fn show(&self, server: TeamId) {
        self.line().servers.insert(server);
    }

    /// A server is gone: it has an outage, or it removed the bot.
    pub(crate) fn hide(&self, server: TeamId) {
        self.line().servers.remove(&server);
    }

    /// Where `people` are. Waits for the rate limit for at most `longest_wait`. The result leaves
    /// out people that Discord did not mention.
    pub(crate) async fn ask(
        &self,
        server: TeamId,
        people: &[PersonId],
        longest_wait: Duration,
    ) -> Presence {
        // Ask about the bot too: an answer without it is not valid.
        let some = people.chunks(usize::from(MOST) - 1);
        let asked = some.map(|some| self.ask_after(server, some, longest_wait));
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
        longest_wait: Duration,
    ) -> Option<Presence> {
        self.can_answer(server).then_some(())?;
        timeout(longest_wait, self.pace.until_ready()).await.ok()?;
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
            self.note_unanswered(&nonce);
        }
        let mut answer = answer.ok()?.ok()?;
        let bot = PersonId::from(self.bot);
        let is_sound = answer.here.contains(&bot);
        answer.here.retain(|person| *person != bot);
        answer.names.retain(|(person, _)| *person != bot);
        answer.avatars.retain(|(person, _)| *person != bot);
        answer.profiles.retain(|(person, _)| *person != bot);
        is_sound.then_some(answer)
    }

    /// Receives an answer, or a chunk of one.
    pub(crate) fn receive(&self, chunk: &GuildMembersChunkEvent) {
        let mut line = self.line();
        // Even a late answer shows that the gateway answers.
        line.paused_until = None;
        let Some(nonce) = &chunk.nonce else { return };
        let Some(question) = line.open.get_mut(nonce) else {
            return;
        };
        question.chunks += 1;
        for member in chunk.members.values() {
            question.presence.add(Presence::of(member));
        }
        for id in &chunk.not_found {
            let person = serenity::UserId::new(id.get());
            question.presence.gone.push(person.into());
        }
        if question.chunks >= chunk.chunk_count
            && let Some(question) = line.open.remove(nonce)
        {
            // The caller may have stopped waiting.
            let _ = question.reply.send(question.presence);
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the gateway is likely to answer about this server.
    fn can_answer(&self, server: TeamId) -> bool {
        let line = self.line();
        let is_paused = line
            .paused_until
            .is_some_and(|until| Instant::now() < until);
        !is_paused && line.servers.contains(&server)
    }

    /// The way to send over the connected gateway: an early message would close the connection.
    async fn messenger(&self) -> Option<ShardMessenger> {
        let shards = self.line().shards.upgrade()?;
        let runners = shards.runners.lock().await;
        let mut connected = runners
            .values()
            .filter(|runner| runner.stage == ConnectionStage::Connected);
        connected.next().map(|runner| runner.runner_tx.clone())
    }

    fn open(&self, server: TeamId) -> Option<(String, oneshot::Receiver<Presence>)> {
        // Check again: another question may have gone unanswered during the wait.
        self.can_answer(server).then_some(())?;
        let (reply, answer) = oneshot::channel();
        let mut line = self.line();
        line.questions += 1;
        let nonce = line.questions.to_string();
        let question = Question {
            presence: Presence::default(),
            chunks: 0,
            reply,
        };
        line.open.insert(nonce.clone(), question);
        Some((nonce, answer))
    }

    fn note_unanswered(&self, nonce: &str) {
        let mut line = self.line();
        line.open.remove(nonce);
        let now = Instant::now();
        if line.paused_until.is_none_or(|until| until < now) {
            tracing::warn!(
                again = ?PAUSE_AFTER_NO_ANSWER,
                "the gateway does not say who is in a server; asked by requests for now"
            );
        }
        line.paused_until = Some(now + PAUSE_AFTER_NO_ANSWER);
    }
}
