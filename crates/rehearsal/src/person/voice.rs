//! Voice channels: joining one, leaving, and listening or not.

use super::{Person, Unable};
use crate::world::Channel;

impl Person {
    /// Joins the voice channel of this name in the server they are looking at, and leaves the one
    /// they were in.
    ///
    /// # Errors
    /// There is no such channel, or they may not join it.
    pub fn join_voice(&self, name: &str) -> Result<(), Unable> {
        self.shared.change(|world| {
            let guild = self.guild_in(world).ok_or(Unable::MayNot)?;
            let channel = world.channel_named(guild, name);
            let channel = channel.ok_or_else(|| Unable::Nobody(name.to_owned()))?;
            if !world.may_join_voice(self.user, channel) {
                return Err(Unable::MayNot);
            }
            world.join_voice(self.user, channel);
            Ok(())
        })
    }

    /// Leaves the voice channel that they are in.
    pub fn leave_voice(&self) {
        self.shared.change(|world| {
            if let Some(guild) = self.guild_in(world) {
                world.leave_voice(guild, self.user);
            }
        });
    }

    /// Deafens themselves in the voice channel that they are in, or listens again.
    ///
    /// # Errors
    /// They are in none.
    pub fn set_deaf(&self, deaf: bool) -> Result<(), Unable> {
        self.shared.change(|world| {
            let guild = world.channel(self.channel).and_then(Channel::guild);
            let guild = guild.filter(|it| world.voice(*it, self.user).is_some());
            world.set_deaf(guild.ok_or(Unable::MayNot)?, self.user, deaf);
            Ok(())
        })
    }
}
