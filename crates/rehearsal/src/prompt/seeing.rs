//! What a person sees: what is new to them, and what stands in a channel.

use super::{Prompt, Reader, news};
use crate::{ChannelId, Message, MessageId, Place, UserId, World};

impl Prompt {
    /// The newest direct messages of the person at the prompt.
    pub(super) fn recent_dms(&mut self) -> String {
        match self.rehearsal.look(|world| world.find_dm_channel(self.me)) {
            Some(channel) => self.recent(channel),
            None => "No direct messages yet.\n".to_owned(),
        }
    }

    /// The newest messages of a channel, as the person at the prompt sees them.
    pub(super) fn recent(&mut self, channel: ChannelId) -> String {
        const AT_MOST: usize = 5;
        let me = self.me;
        let all =
            self.pick(|world, message| message.channel == channel && world.shows(me, message));
        let newest = &all[all.len().saturating_sub(AT_MOST)..];
        if newest.is_empty() {
            return "Nothing here yet.\n".to_owned();
        }
        self.show(me, newest)
    }

    /// What is new to the person at the prompt, where they are and in their direct messages.
    pub(super) fn news_for_me(&mut self) -> String {
        let (me, place) = (self.me, self.place());
        let fresh = self.pick(|world, message| {
            let near = message.channel == place || is_dm_of(world, me, message);
            near && self.shown.is_news(message)
        });
        let gone = self.rehearsal.look(|world| self.shown.deleted(world));
        gone + &self.show(me, &fresh)
    }

    /// What is new to anybody: direct messages, as those they reached see them, and what was
    /// posted for all to see.
    pub(super) fn news_for_all(&mut self) -> String {
        let mut shown = self.rehearsal.look(|world| self.shown.deleted(world));
        let people: Vec<_> = self.zones.keys().copied().collect();
        for person in people {
            let fresh = self.pick(|world, message| {
                is_dm_of(world, person, message) && self.shown.is_news(message)
            });
            shown.push_str(&self.show(person, &fresh));
        }
        let posted = self.pick(|world, message| {
            let public = message.only_for.is_none() && !is_dm(world, message);
            public && self.shown.is_news(message)
        });
        shown + &self.show(self.me, &posted)
    }

    fn pick(&self, wanted: impl Fn(&World, &Message) -> bool) -> Vec<MessageId> {
        self.rehearsal.look(|world| {
            let all = news::messages(world, self.zones.keys().copied()).into_iter();
            all.filter(|message| wanted(world, message))
                .map(|message| message.id)
                .collect()
        })
    }

    /// Shows messages to `person`, as far as they can see them. They can act on the last one that
    /// has buttons from then on.
    fn show(&mut self, person: UserId, messages: &[MessageId]) -> String {
        let client = &self.clients[&person];
        let seen: Vec<_> = messages
            .iter()
            .filter_map(|id| client.look_again(*id).ok())
            .collect();
        let at_hand = self.at_hand.entry(person).or_default();
        for message in &seen {
            at_hand.retain(|id| *id != message.id);
            if message.parts().next().is_some() {
                at_hand.push(message.id);
            }
        }
        let zone = self.zone(person);
        let shown = &mut self.shown;
        self.rehearsal.look(|world| {
            let reader = Reader {
                world,
                zone,
                locale: world.locale(person),
                known: None,
            };
            seen.iter()
                .map(|message| shown.show(reader, message))
                .collect()
        })
    }
}

fn is_dm(world: &World, message: &Message) -> bool {
    let place = world.channel(message.channel).map(|channel| &channel.place);
    matches!(place, Some(Place::Dm { .. }))
}

fn is_dm_of(world: &World, person: UserId, message: &Message) -> bool {
    world.find_dm_channel(person) == Some(message.channel)
}
