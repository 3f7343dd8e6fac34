//! Threads: conversations below a channel, which can be private, archived and locked.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Event, Place, World, intents};
use crate::ids::{ChannelId, GuildId, UserId};
use crate::permissions::{MANAGE_THREADS, VIEW_CHANNEL};
use crate::refusal::Refusal;
use crate::wire;

/// A thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The guild it is in.
    pub guild: GuildId,
    /// The channel it is below.
    pub parent: ChannelId,
    /// Its name.
    pub name: String,
    /// Whether only its members, and those who manage threads, see it.
    pub private: bool,
    /// Who is in it.
    pub members: BTreeSet<UserId>,
    /// Who began it.
    pub owner: UserId,
    /// Whether it is put aside; a message brings it back.
    pub archived: bool,
    /// Whether only those who manage threads may write in it and bring it back.
    pub locked: bool,
    /// When it was last archived or brought back.
    pub archive_changed: DateTime<Utc>,
}

impl World {
    /// `owner` begins a thread below a channel.
    pub fn add_thread(&mut self, parent: ChannelId, name: &str, owner: UserId) -> ChannelId {
        self.begin_thread(parent, name, owner, false)
    }

    /// `owner` begins a thread that only those see who are added to it.
    pub fn add_private_thread(
        &mut self,
        parent: ChannelId,
        name: &str,
        owner: UserId,
    ) -> ChannelId {
        self.begin_thread(parent, name, owner, true)
    }

    fn begin_thread(
        &mut self,
        parent: ChannelId,
        name: &str,
        owner: UserId,
        private: bool,
    ) -> ChannelId {
        let guild = self.channel(parent).and_then(super::Channel::guild);
        let thread = Thread {
            guild: guild.unwrap_or(GuildId(0)),
            parent,
            name: name.to_owned(),
            private,
            members: BTreeSet::from([owner]),
            owner,
            archived: false,
            locked: false,
            archive_changed: self.now(),
        };
        let id = self.place_channel(Place::Thread(thread));
        self.tell_of_thread(id, "THREAD_CREATE");
        id
    }

    /// Adds somebody to a thread.
    pub fn add_to_thread(&mut self, thread: ChannelId, user: UserId) {
        let added = self
            .thread_mut(thread)
            .is_some_and(|thread| thread.members.insert(user));
        if added && user == self.bot() {
            self.tell_of_thread(thread, "THREAD_CREATE");
        }
    }

    /// Takes somebody out of a thread.
    pub fn remove_from_thread(&mut self, thread: ChannelId, user: UserId) {
        if let Some(found) = self.thread_mut(thread) {
            found.members.remove(&user);
        }
    }

    /// Changes what is given of a thread.
    pub(crate) fn change_thread(
        &mut self,
        id: ChannelId,
        name: Option<&str>,
        archived: Option<bool>,
        locked: Option<bool>,
    ) {
        if let Some(found) = self.thread_mut(id) {
            found.locked = locked.unwrap_or(found.locked);
            if let Some(name) = name {
                name.clone_into(&mut found.name);
            }
            self.tell_of_thread(id, "THREAD_UPDATE");
        }
        if let Some(archived) = archived {
            self.set_archived(id, archived);
        }
    }

    /// Puts a thread aside.
    pub fn archive(&mut self, thread: ChannelId) {
        self.set_archived(thread, true);
    }

    /// Lets only those who manage threads write in a thread.
    pub fn lock(&mut self, thread: ChannelId) {
        if let Some(found) = self.thread_mut(thread) {
            found.locked = true;
            self.tell_of_thread(thread, "THREAD_UPDATE");
        }
    }

    /// Whether `user` may write in a thread as it is.
    ///
    /// # Errors
    /// It is locked; if it is archived too, that is what Discord says.
    pub(crate) fn takes_writing(&self, channel: ChannelId, user: UserId) -> Result<(), Refusal> {
        match self.thread(channel) {
            Some(thread) if thread.locked && !self.may(user, channel, MANAGE_THREADS) => {
                Err(if thread.archived {
                    Refusal::THREAD_ARCHIVED
                } else {
                    Refusal::THREAD_LOCKED
                })
            }
            _ => Ok(()),
        }
    }

    /// Whether messages in a thread may be changed and deleted.
    ///
    /// # Errors
    /// It is archived.
    pub(crate) fn takes_changes(&self, channel: ChannelId) -> Result<(), Refusal> {
        match self.thread(channel) {
            Some(thread) if thread.archived => Err(Refusal::THREAD_ARCHIVED),
            _ => Ok(()),
        }
    }

    /// Somebody wrote in a channel: an archived thread is brought back, and they are in it.
    pub(super) fn written_in(&mut self, channel: ChannelId, author: UserId) {
        if let Some(thread) = self.thread_mut(channel) {
            thread.members.insert(author);
            self.set_archived(channel, false);
        }
    }

    fn set_archived(&mut self, thread: ChannelId, archived: bool) {
        let now = self.now();
        if let Some(found) = self.thread_mut(thread)
            && found.archived != archived
        {
            found.archived = archived;
            found.archive_changed = now;
            self.tell_of_thread(thread, "THREAD_UPDATE");
        }
    }

    fn thread(&self, id: ChannelId) -> Option<&Thread> {
        self.channel(id)?.thread()
    }

    fn thread_mut(&mut self, id: ChannelId) -> Option<&mut Thread> {
        match &mut self.channels.get_mut(&id)?.place {
            Place::Thread(thread) => Some(thread),
            _ => None,
        }
    }

    fn tell_of_thread(&mut self, id: ChannelId, name: &'static str) {
        let guild = self.thread(id).map(|thread| thread.guild);
        if let (Some(guild), Some(told)) = (guild, wire::channel(self, id)) {
            let event = Event::in_guild(guild, intents::GUILDS, name, told);
            self.tell(&event.seen_in(id));
        }
    }

    pub(super) fn tell_of_deleted_thread(&mut self, id: ChannelId) {
        let Some(thread) = self.thread(id) else {
            return;
        };
        let (guild, kind) = (thread.guild, wire::thread_kind(self, thread));
        let gone = json!({ "id": id, "guild_id": guild, "parent_id": thread.parent, "type": kind });
        let event = Event::in_guild(guild, intents::GUILDS, "THREAD_DELETE", gone);
        self.tell(&event.seen_in(id));
    }

    /// The threads of a guild that are not archived and that `user` sees.
    pub(crate) fn active_threads(
        &self,
        guild: GuildId,
        user: UserId,
    ) -> impl Iterator<Item = ChannelId> {
        self.channels_of(guild)
            .filter(|channel| channel.thread().is_some_and(|thread| !thread.archived))
            .map(|channel| channel.id)
            .filter(move |id| self.may(user, *id, VIEW_CHANNEL))
    }
}
