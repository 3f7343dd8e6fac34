//! Snowflakes: one type for each kind of thing that has one.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Discord's epoch, the first instant of 2015, in milliseconds of Unix time.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// The smallest snowflake that can be made at `instant`.
pub(super) fn first_at(instant: DateTime<Utc>) -> u64 {
    let since_epoch = instant.timestamp_millis() - EPOCH_MS;
    u64::try_from(since_epoch).unwrap_or(0) << 22
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}

ids! {
    /// The bot's application.
    ApplicationId
    /// A person's account, or the bot's.
    UserId
    /// A server, which Discord calls a guild.
    GuildId
    /// A role in a guild; `@everyone`'s is the guild's own number.
    RoleId
    /// A channel of a guild, or a direct-message channel.
    ChannelId
    /// A message in a channel.
    MessageId
    /// A file that hangs on a message.
    AttachmentId
    /// An emoji of a guild.
    EmojiId
    /// A registered application command.
    CommandId
    /// One use of a command, button, select or modal.
    InteractionId
}

impl GuildId {
    /// The role that everyone in the guild has.
    #[must_use]
    pub fn everyone(self) -> RoleId {
        RoleId(self.0)
    }
}
