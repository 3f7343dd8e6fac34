//! Channels between people, where the bot is not.

use super::{Place, World};
use crate::ids::{ChannelId, UserId};

impl World {
    /// The direct messages between two people; made at their first use.
    pub fn dm_between(&mut self, one: UserId, other: UserId) -> ChannelId {
        let found = self.find_private(&[one, other]);
        found.unwrap_or_else(|| self.add_private(&[one, other]))
    }

    /// The group with exactly these people; made at its first use. The first one owns it.
    pub fn group_dm(&mut self, people: &[UserId]) -> ChannelId {
        let found = self.find_private(people);
        found.unwrap_or_else(|| self.add_private(people))
    }

    /// The channels between `user` and others, without the bot.
    pub fn private_channels(&self, user: UserId) -> impl Iterator<Item = ChannelId> {
        let private = self.channels.values().filter(move |channel| {
            matches!(&channel.place, Place::Private { people } if people.contains(&user))
        });
        private.map(|channel| channel.id)
    }

    fn find_private(&self, wanted: &[UserId]) -> Option<ChannelId> {
        let mut channels = self.channels.values();
        let fits = |people: &[UserId]| {
            people.len() == wanted.len() && wanted.iter().all(|it| people.contains(it))
        };
        channels
            .find(|it| matches!(&it.place, Place::Private { people } if fits(people)))
            .map(|channel| channel.id)
    }

    fn add_private(&mut self, people: &[UserId]) -> ChannelId {
        let people = people.to_vec();
        self.place_channel(Place::Private { people })
    }
}
