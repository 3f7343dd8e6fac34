//! The questions about members that go over one shard's connection.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use poise::serenity_prelude as serenity;
use serenity::gateway::{ChunkGuildFilter, ConnectionStage};
use serenity::{GuildMembersChunkEvent, ShardManager, ShardMessenger, UserId};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

use super::presence::Presence;
use super::{FOR_AN_ANSWER, MOST};
use crate::discord::shard::Shard;
use crate::ids::TeamId;

/// Discord closes a connection with more than 120 messages in a minute. These are at most 90;
/// heartbeats, the watchdog's pings and identifying stay below 20.
const A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(74);
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(14);

/// How long to stop asking after an unanswered question, unless a new connection begins.
const PAUSE_AFTER_NO_ANSWER: Duration = Duration::from_mins(10);

/// One shard's connection.
pub(super) struct Line {
    pub(super) shard: Shard,
    /// serenity's manager of this shard alone.
    manager: Weak<ShardManager>,
    pace: DefaultDirectRateLimiter,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
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

impl Line {
    pub(super) fn new(shard: Shard, manager: &Arc<ShardManager>) -> Self {
        let pace = Quota::per_minute(A_MINUTE).allow_burst(AT_ONCE);
        Self {
            shard,
            manager: Arc::downgrade(manager),
            pace: RateLimiter::direct(pace),
            state: Mutex::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The servers of this session.
    pub(super) fn servers(&self) -> Vec<TeamId> {
        self.state().servers.iter().copied().collect()
    }

    /// A session begins, with these servers at most.
    pub(super) fn begin(&self, servers: &HashSet<TeamId>) {
        let mut state = self.state();
        state.paused_until = None;
        state.servers.retain(|server| servers.contains(server));
    }

    /// A session resumes.
    pub(super) fn resume(&self) {
        self.state().paused_until = None;
    }

    /// Discord made a server available.
    pub(super) fn show(&self, server: TeamId) {
        self.state().servers.insert(server);
    }

    /// A server is gone: it has an outage, or it removed the bot.
    pub(super) fn hide(&self, server: TeamId) {
        self.state().servers.remove(&server);
    }

    /// The connection has ended: its questions get no answer, and their callers stop waiting.
    pub(super) fn leave(&self) {
        *self.state() = State::default();
    }

    /// What Discord answers about these users. Waits for the rate limit for at most `longest_wait`.
    pub(super) async fn ask(
        &self,
        server: TeamId,
        users: Vec<UserId>,
        longest_wait: Duration,
    ) -> Option<Presence> {
        self.can_answer(server).then_some(())?;
        timeout(longest_wait, self.pace.until_ready()).await.ok()?;
        let messenger = self.messenger().await?;
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
        answer.ok()?.ok()
    }

    /// Receives an answer, or a chunk of one.
    pub(super) fn receive(&self, chunk: &GuildMembersChunkEvent) {
        let mut state = self.state();
        // Even a late answer shows that the gateway answers.
        state.paused_until = None;
        let Some(nonce) = &chunk.nonce else { return };
        let Some(question) = state.open.get_mut(nonce) else {
            return;
        };
        question.chunks += 1;
        for member in chunk.members.values() {
            question.presence.add(Presence::of(member));
        }
        for id in &chunk.not_found {
            let person = UserId::new(id.get());
            question.presence.gone.push(person.into());
        }
        if question.chunks >= chunk.chunk_count
            && let Some(question) = state.open.remove(nonce)
        {
            // The caller may have stopped waiting.
            let _ = question.reply.send(question.presence);
        }
    }

    /// Whether the gateway is likely to answer about this server.
    fn can_answer(&self, server: TeamId) -> bool {
        let state = self.state();
        let is_paused = state
            .paused_until
            .is_some_and(|until| Instant::now() < until);
        !is_paused && state.servers.contains(&server)
    }

    /// The way to send over the connected gateway: an early message would close the connection.
    async fn messenger(&self) -> Option<ShardMessenger> {
        let manager = self.manager.upgrade()?;
        let runners = manager.runners.lock().await;
        let mut connected = runners
            .values()
            .filter(|runner| runner.stage == ConnectionStage::Connected);
        connected.next().map(|runner| runner.runner_tx.clone())
    }

    fn open(&self, server: TeamId) -> Option<(String, oneshot::Receiver<Presence>)> {
        // Check again: another question may have gone unanswered during the wait.
        self.can_answer(server).then_some(())?;
        let (reply, answer) = oneshot::channel();
        let mut state = self.state();
        state.questions += 1;
        let nonce = state.questions.to_string();
        let question = Question {
            presence: Presence::default(),
            chunks: 0,
            reply,
        };
        state.open.insert(nonce.clone(), question);
        Some((nonce, answer))
    }

    fn note_unanswered(&self, nonce: &str) {
        let mut state = self.state();
        state.open.remove(nonce);
        let now = Instant::now();
        if state.paused_until.is_none_or(|until| until < now) {
            tracing::warn!(
                shard = self.shard.id,
                again = ?PAUSE_AFTER_NO_ANSWER,
                "the gateway does not say who is in a server; asked by requests for now"
            );
        }
        state.paused_until = Some(now + PAUSE_AFTER_NO_ANSWER);
    }
}
