//! Conversions between serenity's ids and ours.

use poise::serenity_prelude as serenity;

use crate::ids::{ChannelId, EmojiId, InteractionId, MessageId, PersonId, RoleId, TeamId};

macro_rules! convert {
    ($($theirs:ident => $ours:ident),*) => {$(
        impl From<serenity::$theirs> for $ours {
            fn from(id: serenity::$theirs) -> Self {
                Self(id.get().cast_signed())
            }
        }

        impl From<$ours> for serenity::$theirs {
            /// Ids come from Discord, which never issues zero.
            fn from(id: $ours) -> Self {
                Self::new(id.0.cast_unsigned().max(1))
            }
        }
    )*};
}

convert! {
    GuildId => TeamId,
    UserId => PersonId,
    ChannelId => ChannelId,
    MessageId => MessageId,
    RoleId => RoleId,
    EmojiId => EmojiId,
    InteractionId => InteractionId
}
