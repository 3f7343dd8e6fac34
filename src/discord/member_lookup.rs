//! Asks the gateway which people are in a server: up to a hundred in one message. That needs no
//! HTTP request and no intent.
//!
//! It never waits long for an answer. Without one it says nothing about the people, and callers
//! then ask by HTTP.

mod line;
mod presence;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::join_all;
use poise::serenity_prelude as serenity;
use serenity::{GuildMembersChunkEvent, ShardManager};

use super::shard::Shard;
use crate::ids::{PersonId, TeamId};
use line::Line;
pub use presence::Presence;
pub(crate) use presence::Profile;

/// How many people Discord looks up at once, and the limit in the request.
const MOST: u16 = 100;

/// How long to wait for an answer. serenity sends the question within half a second.
const FOR_AN_ANSWER: Duration = Duration::from_secs(3);

/// Sends questions over the connection of the server's shard, and receives answers.
pub(crate) struct MemberLookup {
    bot: serenity::UserId,
    lines: Mutex<Vec<Arc<Line>>>,
}

impl MemberLookup {
    /// For this bot, without a connection yet.
    #[must_use]
    pub(crate) fn new(bot: serenity::UserId) -> Self {
        Self {
            bot,
            lines: Mutex::default(),
        }
    }

    /// The shard's connection, whose manager this is, is about to start.
    pub(crate) fn connect(&self, shard: Shard, manager: &Arc<ShardManager>) {
        self.leave(shard);
        self.lines().push(Arc::new(Line::new(shard, manager)));
    }

    /// The shard's connection has ended.
    pub(crate) fn leave(&self, shard: Shard) {
        let ended = |line: &mut Arc<Line>| line.shard == shard;
        for line in self.lines().extract_if(.., ended) {
            line.leave();
        }
    }

    /// The shard's session begins, with these servers at most.
    pub(crate) fn begin(&self, shard: Shard, servers: &HashSet<TeamId>) {
        self.of_shard(shard, |line| line.begin(servers));
    }

    /// The shard's session resumes.
    pub(crate) fn resume(&self, shard: Shard) {
        self.of_shard(shard, Line::resume);
    }

    /// Discord made a server of the shard available.
    pub(crate) fn show(&self, shard: Shard, server: TeamId) {
        self.of_shard(shard, |line| line.show(server));
    }

    /// A server of the shard is gone: it has an outage, or it removed the bot.
    pub(crate) fn hide(&self, shard: Shard, server: TeamId) {
        self.of_shard(shard, |line| line.hide(server));
    }

    /// Receives an answer over the shard's connection, or a chunk of one.
    pub(crate) fn receive(&self, shard: Shard, chunk: &GuildMembersChunkEvent) {
        self.of_shard(shard, |line| line.receive(chunk));
    }

    fn of_shard(&self, shard: Shard, act: impl FnOnce(&Line)) {
        let line = self.find(|line| line.shard == shard);
        if let Some(line) = line {
            act(&line);
        }
    }

    fn find(&self, is_wanted: impl Fn(&Line) -> bool) -> Option<Arc<Line>> {
        self.lines().iter().find(|line| is_wanted(line)).cloned()
    }

    fn lines(&self) -> MutexGuard<'_, Vec<Arc<Line>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The servers of all sessions, if they are `most` at most; otherwise none.
    pub(crate) fn few_servers(&self, most: usize) -> Vec<TeamId> {
        let lines = self.lines().clone();
        let servers: Vec<_> = lines.iter().flat_map(|line| line.servers()).collect();
        if servers.len() <= most {
            servers
        } else {
            Vec::new()
        }
    }

    /// Where `people` are. Waits for the rate limit for at most `longest_wait`. The result leaves
    /// out people that Discord did not mention.
    pub(crate) async fn ask(
        &self,
        server: TeamId,
        people: &[PersonId],
        longest_wait: Duration,
    ) -> Presence {
        let mut all = Presence::default();
        let Some(line) = self.find(|line| line.shard.serves(server)) else {
            return all;
        };
        // Ask about the bot too: an answer without it is not valid.
        let some = people.chunks(usize::from(MOST) - 1);
        let asked = some.map(|some| self.ask_over(&line, server, some, longest_wait));
        for answer in join_all(asked).await.into_iter().flatten() {
            all.add(answer);
        }
        all
    }

    async fn ask_over(
        &self,
        line: &Line,
        server: TeamId,
        people: &[PersonId],
        longest_wait: Duration,
    ) -> Option<Presence> {
        let mut users: Vec<serenity::UserId> = people.iter().map(|it| (*it).into()).collect();
        users.push(self.bot);
        let mut answer = line.ask(server, users, longest_wait).await?;
        let bot = PersonId::from(self.bot);
        let is_sound = answer.here.contains(&bot);
        answer.here.retain(|person| *person != bot);
        answer.names.retain(|(person, _)| *person != bot);
        answer.avatars.retain(|(person, _)| *person != bot);
        answer.profiles.retain(|(person, _)| *person != bot);
        is_sound.then_some(answer)
    }
}
