//! The permission bits that matter here, and who has which where.

use super::ids::{ChannelId, GuildId, UserId};
use super::world::{ChannelKind, Message, Overwrite, Place, Thread, World};

/// May do everything.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// May change the guild.
pub const MANAGE_GUILD: u64 = 1 << 5;
/// May react with an emoji that nobody reacted with before.
pub const ADD_REACTIONS: u64 = 1 << 6;
/// May see the channel at all.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// May write in the channel.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// May delete other people's messages.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
/// May send embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// May send files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// May read what was written before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// May ping everyone, and roles that may not be pinged by all.
pub const MENTION_EVERYONE: u64 = 1 << 17;
/// May use commands of applications.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// May see and write in threads whatever they are, lock them and bring them back.
pub const MANAGE_THREADS: u64 = 1 << 34;
/// May use emoji of other guilds.
pub const USE_EXTERNAL_EMOJIS: u64 = 1 << 18;
/// May have applications of their own answer for all to see; without it only they see the answers.
pub const USE_EXTERNAL_APPS: u64 = 1 << 50;
/// May join voice channels, without which what is written in one is closed.
pub const CONNECT: u64 = 1 << 20;
/// May begin threads that all see who see the channel.
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
/// May begin threads that only those see who are added to them.
pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
/// May write in threads, where this stands in for [`SEND_MESSAGES`].
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
/// Every bit Discord has.
pub const ALL: u64 = (1 << 53) - 1;
/// What `@everyone` may do in a new guild.
pub const BY_DEFAULT: u64 = ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_APPLICATION_COMMANDS
    | CONNECT
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS
    | USE_EXTERNAL_APPS;
/// What nobody may do who may not write.
const NEEDS_SENDING: u64 = EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE;

impl World {
    /// What `user` may do in `guild`, channels' own rules aside; nothing if they are not in it.
    #[must_use]
    pub fn guild_permissions(&self, guild: GuildId, user: UserId) -> u64 {
        let Some(guild) = self.guild(guild) else {
            return 0;
        };
        let Some(member) = guild.members.get(&user) else {
            return 0;
        };
        if guild.owner == user {
            return ALL;
        }
        let held = guild
            .roles
            .values()
            .filter(|role| role.id == guild.id.everyone() || member.roles.contains(&role.id))
            .fold(0, |held, role| held | role.permissions);
        if held & ADMINISTRATOR == 0 { held } else { ALL }
    }

    /// What `user` may do in `channel`.
    #[must_use]
    pub fn permissions(&self, channel: ChannelId, user: UserId) -> u64 {
        let Some(channel) = self.channel(channel) else {
            return 0;
        };
        match &channel.place {
            Place::Dm { with } if *with == user || user == self.bot() => BY_DEFAULT,
            Place::Private { people } if people.contains(&user) => BY_DEFAULT,
            Place::Dm { .. } | Place::Private { .. } => 0,
            Place::Guild {
                guild,
                kind,
                overwrites,
                ..
            } => {
                let held = self.overwritten(*guild, overwrites, user);
                if matches!(kind, ChannelKind::Voice | ChannelKind::Stage) && held & CONNECT == 0 {
                    return 0;
                }
                implied(held, SEND_MESSAGES)
            }
            Place::Thread(thread) => self.in_thread(thread, user),
        }
    }

    /// What `user` may do in a thread: as in its channel, where another permission is for writing.
    fn in_thread(&self, thread: &Thread, user: UserId) -> u64 {
        let parent = self.channel(thread.parent).map(|parent| &parent.place);
        let Some(Place::Guild {
            guild, overwrites, ..
        }) = parent
        else {
            return 0;
        };
        let held = self.overwritten(*guild, overwrites, user);
        let is_in = thread.members.contains(&user) || held & MANAGE_THREADS != 0;
        if thread.private && !is_in {
            return 0;
        }
        implied(held, SEND_MESSAGES_IN_THREADS)
    }

    /// What everybody in its guild may do in a channel, or in the channel of a thread.
    pub(super) fn everyones_permissions(&self, channel: ChannelId) -> u64 {
        let place = |id| self.channel(id).map(|channel| &channel.place);
        let place = match place(channel) {
            Some(Place::Thread(thread)) => place(thread.parent),
            other => other,
        };
        let Some(Place::Guild {
            guild, overwrites, ..
        }) = place
        else {
            return 0;
        };
        let role = self
            .guild(*guild)
            .and_then(|it| it.roles.get(&guild.everyone()));
        let held = role.map_or(0, |role| role.permissions);
        let held = overwritten(held, overwrites, |it| it.target == guild.0);
        implied(held, SEND_MESSAGES)
    }

    fn overwritten(&self, guild: GuildId, overwrites: &[Overwrite], user: UserId) -> u64 {
        let held = self.guild_permissions(guild, user);
        if held == ALL {
            return ALL;
        }
        let roles = self.member(guild, user).map_or(&[][..], |m| &m.roles);
        let has_role = |o: &Overwrite| roles.iter().any(|role| role.0 == o.target);
        let held = overwritten(held, overwrites, |o| o.target == guild.0);
        let held = overwritten(held, overwrites, has_role);
        overwritten(held, overwrites, |o| o.target == user.0)
    }

    /// The permission that it takes to write in `channel`.
    #[must_use]
    pub fn writing(&self, channel: ChannelId) -> u64 {
        match self.channel(channel).map(|channel| &channel.place) {
            Some(Place::Thread(_)) => SEND_MESSAGES_IN_THREADS,
            _ => SEND_MESSAGES,
        }
    }

    /// What the bot may do in `channel`.
    #[must_use]
    pub fn bot_may(&self, channel: ChannelId, permission: u64) -> bool {
        self.may(self.bot(), channel, permission)
    }

    /// Whether `user` may do all of `permission` (bits) in `channel`.
    #[must_use]
    pub fn may(&self, user: UserId, channel: ChannelId, permission: u64) -> bool {
        self.permissions(channel, user) & permission == permission
    }

    /// Whether `user` may read `message`: they see its channel, and it is for them too.
    pub(super) fn shows(&self, user: UserId, message: &Message) -> bool {
        let is_for_them = message.only_for.is_none_or(|only| only == user);
        is_for_them && self.may(user, message.channel, VIEW_CHANNEL)
    }
}

/// Takes what is denied along with something else: everything to those who can't see the channel,
/// embeds, files and pings to those who can't write in it.
fn implied(held: u64, writing: u64) -> u64 {
    if held & VIEW_CHANNEL == 0 {
        0
    } else if held & writing == 0 {
        held & !NEEDS_SENDING
    } else {
        held
    }
}

/// Applies those overwrites that concern the person: what one of them gives, no other takes.
fn overwritten(held: u64, overwrites: &[Overwrite], concerns: impl Fn(&Overwrite) -> bool) -> u64 {
    let concerning = || overwrites.iter().filter(|overwrite| concerns(overwrite));
    let denied = concerning().fold(0, |bits, overwrite| bits | overwrite.deny);
    let allowed = concerning().fold(0, |bits, overwrite| bits | overwrite.allow);
    (held & !denied) | allowed
}
