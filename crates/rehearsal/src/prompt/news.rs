//! What has been shown already, and what is new since.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::Reader;
use super::render;
use crate::{Message, MessageId, Seen, UserId, World};

/// The messages shown so far, each with the number it can be named by.
#[derive(Default)]
pub(super) struct Shown {
    /// Number 1 is the first.
    numbers: Vec<MessageId>,
    /// How often the message had changed when it was shown.
    versions: BTreeMap<MessageId, u32>,
}

impl Shown {
    /// The message that was shown with this number.
    pub(super) fn numbered(&self, number: usize) -> Option<MessageId> {
        self.numbers.get(number.checked_sub(1)?).copied()
    }

    /// Forgets the numbers: the next message shown is number 1 again.
    pub(super) fn renumber(&mut self) {
        self.numbers.clear();
    }

    /// The message's number; given at its first showing.
    fn number(&mut self, id: MessageId) -> usize {
        let known = self.numbers.iter().position(|shown| *shown == id);
        known.unwrap_or_else(|| {
            self.numbers.push(id);
            self.numbers.len() - 1
        }) + 1
    }

    /// Shows a message, new or not.
    pub(super) fn show(&mut self, reader: Reader<'_>, seen: &Seen) -> String {
        self.versions.insert(seen.id, seen.version);
        render::message(reader, self.number(seen.id), seen)
    }

    /// Whether the message is new or has changed since it was shown.
    pub(super) fn is_news(&self, message: &Message) -> bool {
        self.versions.get(&message.id) != Some(&message.version)
    }

    /// A line for every shown message that is no more.
    pub(super) fn deleted(&mut self, world: &World) -> String {
        let known: Vec<_> = self.versions.keys().copied().collect();
        let gone = known.into_iter().filter(|id| world.message(*id).is_none());
        let lines = gone.map(|id| {
            self.versions.remove(&id);
            format!("#{} was deleted", self.number(id))
        });
        lines.flat_map(|line| [line, "\n".to_owned()]).collect()
    }
}

/// All messages in servers and in the direct messages of `people`, oldest first.
pub(super) fn messages(world: &World, people: impl Iterator<Item = UserId>) -> Vec<&Message> {
    let public = world
        .guilds()
        .flat_map(|guild| world.channels_of(guild.id))
        .map(|channel| channel.id);
    let people: Vec<_> = people.collect();
    let private = people.iter().flat_map(|it| world.private_channels(*it));
    let private: BTreeSet<_> = private.collect();
    let direct = people.iter().filter_map(|it| world.find_dm_channel(*it));
    let mut all: Vec<_> = public
        .chain(direct)
        .chain(private)
        .flat_map(|channel| world.messages_in(channel))
        .collect();
    all.sort_by_key(|message| message.id);
    all
}
